internal import Agreements
package import Changes
internal import Markup

/// Writes a redline as HTML: what changed with its marks, what did not in folds.
///
/// The HTML is the contract with the theme, described in docs/theme.md under "Redlines". A clause
/// with other words is written twice: woven into one, and as a pair for wide screens, of which the
/// style sheet shows one. Marks are words for those who don't see them.
package struct RedlineRenderer {
  private let redline: Redline
  private let words: RedlineWords
  private var olds: RedlinePlaces?
  private var news: RedlinePlaces?
  private var output: [UInt8] = []
  /// The paths of the clause at hand: kept, so that their memory is used again.
  private var path: [UInt8] = []
  private var oldPath: [UInt8] = []

  /// `oldPage`, `newPage`: the pages of the two versions, without a fragment; `nil` where there is none
  /// to link to.
  package init(_ redline: Redline, words: RedlineWords, oldPage: String?, newPage: String?) {
    self.redline = redline
    self.words = words
    olds = RedlinePlaces(redline.old, page: oldPage)
    news = RedlinePlaces(redline.new, page: newPage)
  }

  package consuming func render() -> [UInt8] {
    for block in redline.blocks() {
      switch block {
      case .clause(let index): append(redline.clauses[index])
      case .unchanged(let range): appendFold(range)
      }
    }
    return output
  }
}

// MARK: - Blocks

extension RedlineRenderer {
  private mutating func appendFold(_ range: Range<Int>) {
    write("<details class=\"unchanged\"><summary>")
    escape(words.unchanged(range.count))
    write("</summary>\n")
    for clause in redline.clauses[range] {
      output += RedlineTags.unchangedClauses[depth(clause)]
      appendHead(clause)
      appendTexts(clause, .both)
      output += RedlineTags.clauseEnd
    }
    write("</details>\n")
  }

  private mutating func append(_ clause: RedlineClause) {
    write("<div class=\"clause \(clause.state.rawValue)\(RedlineTags.depthClass(depth(clause)))\">")
    appendHead(clause)
    if clause.state == .movedAway {
      write("<p class=\"quiet\">")
      escape(words.movedAway)
      write("</p></div>\n")
      return
    }
    if isKept(clause) {
      write("<details class=\"kept\"><summary>")
      escape(words.kept)
      write("</summary>")
      appendTexts(clause, .both)
      write("</details>")
    } else if isPair(clause) {
      write("<div class=\"inline\">")
      appendTexts(clause, .both)
      write("</div><div class=\"pair\"><div class=\"before\"><p class=\"label\">")
      escape(words.before)
      write("</p>")
      appendTexts(clause, .before)
      write("</div><div class=\"after\"><p class=\"label\">")
      escape(words.after)
      write("</p>")
      appendTexts(clause, .after)
      write("</div></div>")
    } else {
      appendTexts(clause, .both)
    }
    write("</div>\n")
  }

  /// The place with links to both versions, what it was called, and the changes about it.
  private mutating func appendHead(_ clause: RedlineClause) {
    oldPath.removeAll(keepingCapacity: true)
    if clause.old >= 0 { olds?.append(pathOf: clause.old, to: &oldPath) }
    let isGone = clause.new < 0 || clause.state == .movedAway
    output += RedlineTags.place
    if isGone {
      appendOldLink(oldPath, clause)
    } else {
      path.removeAll(keepingCapacity: true)
      news?.append(pathOf: clause.new, to: &path)
      appendNewLink(path, clause)
      if clause.old >= 0, path != oldPath {
        write(" <span class=\"was\">")
        let was = words.was(String(decoding: oldPath, as: UTF8.self))
        appendOldLink(Array(was.utf8), clause)
        write("</span>")
      }
    }
    if clause.state == .movedHere {
      write(" <span class=\"tag\">")
      escape(words.movedHere)
      write("</span>")
    }
    for number in clause.changes {
      write(" <a class=\"change-number\" href=\"#change-\(number)\">")
      escape(words.change(number))
      write("</a>")
    }
    output += RedlineTags.paragraphEnd
  }

  private mutating func appendOldLink(_ text: [UInt8], _ clause: RedlineClause) {
    if olds?.append(linkTo: clause.old, text, to: &output) == true { return }
    appendEscapedHTML(text[...], to: &output)
  }

  private mutating func appendNewLink(_ text: [UInt8], _ clause: RedlineClause) {
    if news?.append(linkTo: clause.new, text, to: &output) == true { return }
    appendEscapedHTML(text[...], to: &output)
  }

  private func depth(_ clause: RedlineClause) -> Int {
    max(0, min(clause.depth, RedlineTags.mostDepth))
  }

  /// Whether it has another number or another place and the same words. A heading says what stands
  /// below it, which may well have changed.
  private func isKept(_ clause: RedlineClause) -> Bool {
    guard clause.state == .unchanged || clause.state == .movedHere, !clause.texts.isEmpty else {
      return false
    }
    return redline.texts[clause.texts].allSatisfy { text in
      text.kind != .heading && redline.runs[text.runs].allSatisfy { $0.kind == .equal }
    }
  }

  /// Whether the two versions have words of their own that are worth standing side by side.
  private func isPair(_ clause: RedlineClause) -> Bool {
    guard clause.old >= 0, clause.new >= 0 else { return false }
    return redline.texts[clause.texts].contains { text in
      redline.runs[text.runs].contains { $0.kind == .removed || $0.kind == .added }
    }
  }
}

// MARK: - Texts

extension RedlineRenderer {
  private enum Side {
    case both, before, after
  }

  private mutating func appendTexts(_ clause: RedlineClause, _ side: Side) {
    var isInRow = false
    for text in redline.texts[clause.texts] {
      if text.kind == .cell {
        if !isInRow { output += RedlineTags.cells }
        isInRow = true
        output += RedlineTags.cell
        appendRuns(text, side)
        output += RedlineTags.cellEnd
        continue
      }
      if isInRow { output += RedlineTags.cellsEnd }
      isInRow = false
      output += text.kind == .heading ? RedlineTags.heading : RedlineTags.paragraph
      appendRuns(text, side)
      output += RedlineTags.paragraphEnd
    }
    if isInRow { output += RedlineTags.cellsEnd }
  }

  private mutating func appendRuns(_ text: RedlineText, _ side: Side) {
    for run in redline.runs[text.runs] {
      switch run.kind {
      case .equal: appendEscapedHTML(redline.bytes(of: run), to: &output)
      case .removed where side != .after: mark(redline.bytes(of: run), "del", words.removed)
      case .added where side != .before: mark(redline.bytes(of: run), "ins", words.added)
      case .removed, .added: continue
      case .renumbered:
        let old = redline.oldText(of: run)
        guard side != .before else {
          escape(old)
          continue
        }
        appendEscapedHTML(redline.bytes(of: run), to: &output)
        write(" <span class=\"was\">")
        escape(words.was(old))
        write("</span>")
      case .retargeted: mark(redline.bytes(of: run), "mark", words.retargeted)
      }
    }
  }

  /// The element stands at the words themselves, not at the white space around them.
  private mutating func mark(_ bytes: ArraySlice<UInt8>, _ element: String, _ spoken: String) {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return output += bytes }
    output += bytes[..<first]
    write("<\(element)><span class=\"visually-hidden\">[")
    escape(spoken)
    write(" </span>")
    appendEscapedHTML(bytes[first...last], to: &output)
    write("<span class=\"visually-hidden\">]</span></\(element)>")
    output += bytes[(last + 1)...]
  }

  private mutating func write(_ html: String) { output += html.utf8 }

  private mutating func escape(_ text: String) {
    appendEscapedHTML(Array(text.utf8)[...], to: &output)
  }
}
