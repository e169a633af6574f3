package import Changes
internal import Deadlines
internal import Markup

/// Writes a redline as HTML: what changed with its marks, what did not in folds.
///
/// The HTML is the contract with the theme, described in docs/theme.md under "Redlines". A clause
/// with other words is written twice: woven into one, and as a pair for wide screens, of which the
/// style sheet shows one. Marks are words for those who don't see them.
package struct RedlineRenderer {
  let redline: Redline
  let words: RedlineWords
  var olds: RedlinePlaces?
  var news: RedlinePlaces?
  var output: [UInt8] = []
  /// The paths of the clause at hand: kept, so that their memory is used again.
  var path: [UInt8] = []
  var oldPath: [UInt8] = []
  /// The changes that have an entry already: the first that is about a change is where it leads.
  var entered: Set<Int> = []
  /// By new provision: the change that stands at a place that others name.
  let named: [Int32: Int]
  private var columns = RedlineColumns()
  /// Clauses whose text goes on behind the list in them, outermost first, with the texts to come.
  private var unfinished: [(clause: RedlineClause, tail: Range<Int>)] = []
  /// Whether the clause was put together from several places, or is one of several now.
  private var isOfSeveral = false

  /// `oldPage`, `newPage`: the pages of the two versions, without a fragment; `nil` where there is
  /// none to link to.
  package init(_ redline: Redline, words: RedlineWords, oldPage: String?, newPage: String?) {
    self.redline = redline
    self.words = words
    olds = RedlinePlaces(redline.old, page: oldPage, in: words.language)
    news = RedlinePlaces(redline.new, page: newPage, in: words.language)
    named = Self.changesOfNamedPlaces(in: redline)
  }

  package consuming func render() -> [UInt8] {
    for fact in redline.facts { append(fact) }
    for block in redline.blocks(partsMoved: true) {
      switch block {
      case .clause(let index): append(index)
      case .unchanged(let range): appendFold(range, isOpen: false)
      case .moved(let range): appendFold(range, isOpen: true)
      case .renumbered(let range): appendRow(range)
      }
    }
    finish()
    return output
  }
}

// MARK: - Blocks

extension RedlineRenderer {
  /// `isOpen`: on paper nobody unfolds it.
  private mutating func appendFold(_ range: Range<Int>, isOpen: Bool) {
    finish(before: redline.clauses[range.lowerBound])
    let outer = unfinished.count
    write("<details class=\"unchanged\"\(isOpen ? " open" : "")><summary>")
    escape(words.unchanged(range.count))
    write("</summary>\n")
    appendUnchanged(range, from: 0)
    // What ends in the fold ends before what follows it.
    let next = redline.clauses.dropFirst(range.upperBound).first
    finish(from: max(outer, next.map(unfinished(around:)) ?? 0))
    write("</details>\n")
  }

  /// Neighbours that only have other numbers, as one place.
  private mutating func appendRow(_ range: Range<Int>) {
    finish(before: redline.clauses[range.lowerBound])
    let (depth, outer) = (depth(redline.clauses[range.lowerBound]), unfinished.count)
    write("<div class=\"clause unchanged\(RedlineTags.depthClass(depth))\">")
    appendHead(ofRow: range)
    write(" <details class=\"kept\"><summary>")
    escape(words.kept)
    write("</summary>\n")
    appendUnchanged(range, from: depth)
    finish(from: outer)
    write("</details></div>\n")
  }

  /// `start`: the depth of what they stand in.
  private mutating func appendUnchanged(_ range: Range<Int>, from start: Int) {
    for index in range {
      let clause = redline.clauses[index]
      finish(before: clause)
      columns.enter(clause, of: redline)
      output += RedlineTags.unchangedClauses[max(0, depth(clause) - start)]
      appendHead(clause)
      appendTexts(head(ofClauseAt: index), of: clause, .both)
      output += RedlineTags.clauseEnd
    }
  }

  /// The texts of a clause that stand before the list in it; what stands behind is kept for then.
  private mutating func head(ofClauseAt index: Int) -> Range<Int> {
    let clause = redline.clauses[index]
    guard let tail = redline.tail(ofClauseAt: index) else { return clause.texts }
    unfinished.append((clause, tail))
    return clause.texts.lowerBound..<tail.lowerBound
  }

  /// What clauses say behind the lists in them, where the next one is in none of these.
  private mutating func finish(before next: RedlineClause) {
    finish(from: unfinished(around: next))
  }

  /// How many clauses go on behind the list that a clause is in.
  private func unfinished(around clause: RedlineClause) -> Int {
    unfinished.lastIndex { $0.clause.depth < clause.depth }.map { $0 + 1 } ?? 0
  }

  private mutating func finish(from first: Int = 0) {
    while unfinished.count > first {
      let (clause, tail) = unfinished.removeLast()
      let state = hasOtherWords(tail) ? clause.state : .unchanged
      write("<div class=\"clause \(state.rawValue)\(RedlineTags.depthClass(depth(clause)))\">")
      appendPair(tail, of: clause)
      output += RedlineTags.clauseEnd
    }
  }

  private mutating func append(_ index: Int) {
    let clause = redline.clauses[index]
    finish(before: clause)
    columns.enter(clause, of: redline)
    isOfSeveral = !clause.sources.isEmpty || !clause.parts.isEmpty
    write("<div class=\"clause \(clause.state.rawValue)\(RedlineTags.depthClass(depth(clause)))\">")
    appendHead(clause)
    if redline.isKept(clause) {
      // The words of what moved stand nowhere else, and on paper nobody unfolds them.
      write(" <details class=\"kept\"\(clause.isMoved ? " open" : "")><summary>")
      escape(words.kept)
      write("</summary>")
      appendTexts(clause.texts, of: clause, .both)
      write("</details>")
    } else {
      appendPair(head(ofClauseAt: index), of: clause)
    }
    write("</div>\n")
  }

  private mutating func appendPair(_ texts: Range<Int>, of clause: RedlineClause) {
    guard isPair(clause), hasOtherWords(texts) else { return appendTexts(texts, of: clause, .both) }
    write("<div class=\"inline\">")
    appendTexts(texts, of: clause, .both)
    write("</div><div class=\"pair\"><div class=\"before\"><p class=\"label\">")
    escape(words.before)
    write("</p>")
    appendTexts(texts, of: clause, .before)
    write("</div><div class=\"after\"><p class=\"label\">")
    escape(words.after)
    write("</p>")
    appendTexts(texts, of: clause, .after)
    write("</div></div>")
  }

  private func depth(_ clause: RedlineClause) -> Int {
    max(0, min(clause.depth, RedlineTags.mostDepth))
  }

  /// Whether the two versions have words of their own that are worth standing side by side.
  private func isPair(_ clause: RedlineClause) -> Bool {
    // What was split off has its old words from the place that it was a part of.
    let hasOld = clause.old >= 0 || clause.state == .splitOff
    return hasOld && clause.new >= 0
  }

  private func hasOtherWords(_ texts: Range<Int>) -> Bool {
    redline.texts[texts].contains { text in
      redline.runs[text.runs].contains { $0.kind == .removed || $0.kind == .added }
    }
  }
}

// MARK: - Texts

extension RedlineRenderer {
  private enum Side {
    case both, before, after
  }

  private mutating func appendTexts(
    _ texts: Range<Int>, of clause: RedlineClause, _ side: Side
  ) {
    var isInRow = false
    for text in redline.texts[texts] {
      if text.kind == .cell {
        if !isInRow { output += clause.isHead ? RedlineTags.heads : RedlineTags.cells }
        isInRow = true
        appendCell(text, side, isHead: clause.isHead)
        continue
      }
      if isInRow { output += RedlineTags.cellsEnd }
      isInRow = false
      output += text.kind == .heading ? RedlineTags.heading : RedlineTags.paragraph
      appendRuns(text, side)
      output += RedlineTags.paragraphEnd
    }
    if isInRow { output += clause.isHead ? RedlineTags.headsEnd : RedlineTags.cellsEnd }
  }

  /// A cell with the name of its column; those of a head are names.
  private mutating func appendCell(_ text: RedlineText, _ side: Side, isHead: Bool) {
    output += isHead ? RedlineTags.head : RedlineTags.cell
    if !isHead {
      escape(columns.name(of: text, in: redline) ?? words.column(text.column + 1))
      output += RedlineTags.cellText
    }
    appendRuns(text, side)
    output += isHead ? RedlineTags.headEnd : RedlineTags.cellEnd
  }

  private mutating func appendRuns(_ text: RedlineText, _ side: Side) {
    let box =
      side == .both ? redline.box(of: text) : redline.box(of: text, isOld: side == .before)
    if let box { output += words.box(isDone: box) }
    var spacing = RunSpacing()
    // Whether the other version has words here, between what may be two places of this one.
    var isBehindGap = false
    for run in redline.runs[text.runs] {
      if run.kind == .removed && side == .after || run.kind == .added && side == .before {
        isBehindGap = true
        continue
      }
      let isOld = run.kind == .removed || side == .before && !run.old.isEmpty
      let runsTogether =
        isOfSeveral && isBehindGap && spacing.runsTogether(run, of: redline, isOld: isOld)
      if spacing.needsSpace(before: run, of: redline, isOld: isOld) || runsTogether {
        output.append(0x20)
      }
      isBehindGap = false
      switch run.kind {
      case .equal:
        if redline.hasMarks(isOld: isOld) {
          output += html(of: run, isOld: isOld)
        } else {
          appendEscapedHTML(redline.bytes(of: run, isOld: isOld), to: &output)
        }
      case .removed: mark(html(of: run, isOld: isOld), "del", words.removed)
      case .added: mark(html(of: run, isOld: isOld), "ins", words.added)
      case .renumbered: appendRenumbered(run, side)
      case .retargeted: appendRetargeted(run, side, isOld: isOld)
      }
    }
  }

  /// The words of a run with the elements for what is struck out, raised or lowered in the text
  /// itself.
  private func html(of run: RedlineRun, isOld: Bool) -> ArraySlice<UInt8> {
    var html: [UInt8] = []
    for piece in redline.pieces(of: run, isOld: isOld) {
      let elements = Self.elements.filter { piece.style.contains($0.style) }
      for element in elements {
        html += "<\(element.name)>".utf8
        if element.style == .struck { html += hidden("[\(words.struck) ") }
      }
      appendEscapedHTML(piece.bytes, to: &html)
      for element in elements.reversed() {
        if element.style == .struck { html += hidden("]") }
        html += "</\(element.name)>".utf8
      }
    }
    return html[...]
  }

  private static let elements: [(style: RedlineMarks.Style, name: String)] = [
    (.struck, "s"), (.raised, "sup"), (.lowered, "sub"),
  ]

  private func hidden(_ text: String) -> [UInt8] {
    var html = Array("<span class=\"visually-hidden\">".utf8)
    appendEscapedHTML(Array(text.utf8)[...], to: &html)
    return html + "</span>".utf8
  }

  private mutating func appendRenumbered(_ run: RedlineRun, _ side: Side) {
    let old = redline.oldText(of: run)
    guard side != .before else { return escape(old) }
    let (before, number, after) = splitWhiteSpace(redline.text(of: run))
    escape(before + number)
    write(" <span class=\"was\">")
    escape(words.was(splitWhiteSpace(old).words))
    write("</span>")
    escape(after)
  }

  /// Words with both targets in the title, and a link to the new one.
  private mutating func appendRetargeted(_ run: RedlineRun, _ side: Side, isOld: Bool) {
    guard run.target >= 0 else {
      return mark(html(of: run, isOld: isOld), "mark", words.retargeted)
    }
    let target = redline.targets[Int(run.target)]
    let (before, after) = (
      target.before.text(in: words.language), target.after.text(in: words.language)
    )
    mark(
      html(of: run, isOld: isOld), "mark", words.retargeted, title: "\(before) \u{2192} \(after)",
      link: side == .before ? nil : address(of: target))
  }

  private func address(of target: RedlineTarget) -> [UInt8]? {
    if let address = target.address { return Array(address.utf8) }
    if let address = news?.address(of: target.provision) { return address }
    // A page by itself has nothing but the entries of changes to lead to.
    return named[target.provision].map { Array("#redline-\($0)".utf8) }
  }

  /// The element stands at the words themselves, not at the white space around them.
  ///
  /// `bytes`: HTML.
  mutating func mark(
    _ bytes: ArraySlice<UInt8>, _ element: String, _ spoken: String, title: String = "",
    link: [UInt8]? = nil
  ) {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return output += bytes }
    output += bytes[..<first]
    write("<\(element)")
    if !title.isEmpty {
      write(" title=\"")
      escape(title)
      write("\"")
    }
    write("><span class=\"visually-hidden\">[")
    escape(spoken)
    write(" </span>")
    if let link {
      output += RedlineTags.link
      appendEscapedHTML(link[...], to: &output)
      output += RedlineTags.linkTarget
    }
    output += bytes[first...last]
    if link != nil { output += RedlineTags.linkEnd }
    write("<span class=\"visually-hidden\">]</span></\(element)>")
    output += bytes[(last + 1)...]
  }
}
