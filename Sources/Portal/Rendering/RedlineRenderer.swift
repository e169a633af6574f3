internal import Agreements
package import Changes
internal import Markup
internal import References

/// Writes a redline as HTML: what changed with its marks, what did not in folds.
///
/// The HTML is the contract with the theme, described in docs/theme.md under "Redlines". A clause
/// with other words is written twice: woven into one, and as a pair for wide screens, of which the
/// style sheet shows one. Marks are words for those who don't see them.
package struct RedlineRenderer {
  private let redline: Redline
  private let words: RedlineWords
  /// The pages of the two versions, without a fragment; `nil` where there is none to link to.
  private let oldPage: String?
  private let newPage: String?
  private var output: [UInt8] = []

  package init(_ redline: Redline, words: RedlineWords, oldPage: String?, newPage: String?) {
    self.redline = redline
    self.words = words
    self.oldPage = oldPage
    self.newPage = newPage
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
      write("<div class=\"clause\(depthClass(clause))\">")
      appendHead(clause)
      appendTexts(clause, .both)
      write("</div>\n")
    }
    write("</details>\n")
  }

  private mutating func append(_ clause: RedlineClause) {
    write("<div class=\"clause \(clause.state.rawValue)\(depthClass(clause))\">")
    appendHead(clause)
    if clause.state == .movedAway {
      write("<p class=\"quiet\">")
      escape(words.movedAway)
      write("</p></div>\n")
      return
    }
    if isPair(clause) {
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
    let oldPath = redline.oldPath(of: clause)
    let isGone = clause.new < 0 || clause.state == .movedAway
    let path = isGone ? oldPath : redline.path(of: clause)
    let oldURL = link(redline.old, clause.old, oldPage)
    write("<p class=\"place\">")
    appendLink(path, isGone ? oldURL : link(redline.new, clause.new, newPage))
    if !isGone, clause.old >= 0, path != oldPath {
      write(" <span class=\"was\">")
      appendLink(words.was(oldPath), oldURL)
      write("</span>")
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
    write("</p>")
  }

  private func link(_ reading: AgreementReading?, _ provision: Int32, _ page: String?) -> String? {
    guard let reading, let page, provision >= 0 else { return nil }
    let node = reading.agreement.provisions[Int(provision)].node
    // A register that stands in the text has no place of its own on the page.
    if reading.agreement.embeddedRegisters.contains(where: { $0.node == node }) { return page }
    let anchor = reading.agreement.provisions[Int(provision)].anchor
    return anchor.isEmpty ? page : "\(page)#\(percentEncodedFragment(anchor))"
  }

  private mutating func appendLink(_ text: String, _ url: String?) {
    guard let url, !text.isEmpty else { return escape(text) }
    write("<a href=\"")
    escape(url)
    write("\">")
    escape(text)
    write("</a>")
  }

  private func depthClass(_ clause: RedlineClause) -> String {
    clause.depth > 0 ? " depth-\(min(clause.depth, 6))" : ""
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
        write(isInRow ? "" : "<ul class=\"cells\">")
        isInRow = true
        write("<li>")
        appendRuns(text, side)
        write("</li>")
        continue
      }
      if isInRow { write("</ul>") }
      isInRow = false
      write(text.kind == .heading ? "<p class=\"heading\">" : "<p>")
      appendRuns(text, side)
      write("</p>")
    }
    if isInRow { write("</ul>") }
  }

  private mutating func appendRuns(_ text: RedlineText, _ side: Side) {
    for run in redline.runs[text.runs] {
      switch run.kind {
      case .equal: escape(redline.text(of: run))
      case .removed where side != .after: mark(redline.text(of: run), "del", words.removed)
      case .added where side != .before: mark(redline.text(of: run), "ins", words.added)
      case .removed, .added: continue
      case .renumbered:
        let old = redline.oldText(of: run)
        guard side != .before else {
          escape(old)
          continue
        }
        escape(redline.text(of: run))
        write(" <span class=\"was\">")
        escape(words.was(old))
        write("</span>")
      case .retargeted: mark(redline.text(of: run), "mark", words.retargeted)
      }
    }
  }

  /// The element stands at the words themselves, not at the white space around them.
  private mutating func mark(_ text: String, _ element: String, _ spoken: String) {
    let bytes = Array(text.utf8)
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
