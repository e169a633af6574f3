internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Portal

/// Writes differences for a terminal: the sentences first, then each clause with its marks.
///
/// Removed words stand in `[-` `-]` and added ones in `{+` `+}`, as in git, with colour as well:
/// not every terminal strikes through, and not everybody sees the colours.
struct TextDiffPrinter {
  let language: Language
  let isColored: Bool
  let width: Int

  func output(for changes: ChangeSet) -> [UInt8] {
    guard !changes.isEmpty else { return [] }
    var lines = LineWrapper(width: width)
    lines.line(style(printable(changes.versions(in: language)), "1"))
    lines.line(ChangeCounts(changes).all.words(in: language))
    lines.line("")
    for change in changes.changes {
      lines.begin(indent: "   ", first: "")
      lines.add(change.sentence(in: language))
      lines.endLine()
    }
    let words = RedlineWords(language: language)
    for redline in changes.redlines where !redline.isUnchanged {
      append(redline, words, to: &lines)
    }
    return lines.bytes
  }

  func statistics(for changes: ChangeSet) -> [UInt8] {
    guard !changes.isEmpty else { return [] }
    let counts = ChangeCounts(changes)
    let column = min(counts.owners.map(\.name.count).max() ?? 0, 40)
    var text = ""
    for owner in counts.owners {
      let name = printable(owner.name)
      let gap = String(repeating: " ", count: max(column - name.count, 0))
      text += " \(name)\(gap) | \(owner.words(in: language))\n"
    }
    return Array("\(text) \(counts.all.words(in: language))\n".utf8)
  }
}

extension TextDiffPrinter {
  private func append(_ redline: Redline, _ words: RedlineWords, to lines: inout LineWrapper) {
    var title = printable(redline.agreement)
    if !redline.title.isEmpty, redline.title != redline.agreement {
      title += ": " + printable(redline.title)
    }
    lines.line("")
    lines.line(style(title, "1"))
    for fact in redline.facts { append(fact, to: &lines) }
    var columns = RedlineColumns()
    for block in redline.blocks() {
      switch block {
      case .renumbered(let range):
        for clause in redline.clauses[range] { columns.enter(clause, of: redline) }
        let (name, note) = redline.names(ofRow: range, words)
        let numbers = Self.numbers(redline.clauses[range.lowerBound].changes)
        lines.line(head(name) + " (\(printable(note)), \(words.kept))\(numbers)")
      case .unchanged(let range), .moved(let range):
        for clause in redline.clauses[range] { columns.enter(clause, of: redline) }
        lines.line("  " + style("... \(words.unchanged(range.count))", "2"))
      case .clause(let index):
        columns.enter(redline.clauses[index], of: redline)
        append(redline.clauses[index], of: redline, words, columns, to: &lines)
      }
    }
  }

  private func head(_ name: String) -> String { "  " + style(printable(name), "36") }

  /// ` [6, 7]`; empty where there is none.
  private static func numbers(_ changes: [Int]) -> String {
    changes.isEmpty ? "" : " [\(changes.map(String.init).joined(separator: ", "))]"
  }

  private func append(_ fact: RedlineFact, to lines: inout LineWrapper) {
    lines.line(head(fact.name.text(in: language)) + Self.numbers(fact.changes))
    lines.begin(indent: "    ")
    for (index, run) in fact.runs.enumerated() {
      if index > 0, !run.text.hasPrefix(" "), run.kind == .added { lines.add(" ") }
      add(run.kind, Array(run.text.utf8)[...], was: "", to: &lines)
    }
    lines.endLine()
  }

  private func append(
    _ clause: RedlineClause, of redline: Redline, _ words: RedlineWords, _ columns: RedlineColumns,
    to lines: inout LineWrapper
  ) {
    var head = head(redline.name(of: clause, words))
    let isKept = redline.isKept(clause)
    let notes =
      (clause.isMoved ? [words.moved] : []) + redline.notes(of: clause, words).map(\.text)
      + (isKept ? [words.kept] : [])
    if !notes.isEmpty { head += " (\(printable(notes.joined(separator: ", "))))" }
    lines.line(head + Self.numbers(clause.changes))
    // The words of what moved stand nowhere else.
    if isKept, !clause.isMoved { return }
    lines.begin(indent: "    ")
    var isFirstCell = true
    for text in redline.texts[clause.texts] {
      if text.kind == .cell {
        if !isFirstCell { lines.add(" | ") }
        isFirstCell = false
        if !clause.isHead, let name = columns.name(of: text, in: redline) {
          lines.add(name + ": ", style: isColored ? "2" : nil)
        }
      } else {
        lines.endLine()
      }
      if let isTicked = redline.box(of: text) { lines.add(isTicked ? "[x] " : "[ ] ") }
      var spacing = RunSpacing()
      for run in redline.runs[text.runs] {
        if spacing.needsSpace(before: run, of: redline) { lines.add(" ") }
        add(
          run.kind, written(run, in: redline),
          was: run.kind == .renumbered ? redline.oldText(of: run) : "", to: &lines)
      }
    }
    lines.endLine()
  }

  /// The words of a run with signs for what is struck out, raised or lowered in the text itself.
  private func written(_ run: RedlineRun, in redline: Redline) -> ArraySlice<UInt8> {
    let isOld = run.kind == .removed
    guard redline.hasMarks(isOld: isOld) else { return redline.bytes(of: run) }
    var text: [UInt8] = []
    for piece in redline.pieces(of: run, isOld: isOld) {
      let (before, words, after) = splitWhiteSpace(piece.bytes)
      text += before
      if !words.isEmpty {
        if piece.style.contains(.struck) { text += "~~".utf8 }
        if piece.style.contains(.lowered) { text += "_".utf8 }
        if piece.style.contains(.raised) { text += "^".utf8 }
        text += words
        if piece.style.contains(.struck) { text += "~~".utf8 }
      }
      text += after
    }
    return text[...]
  }

  /// `was`: what a renumbered reference was called.
  private func add(
    _ kind: RedlineRun.Kind, _ words: ArraySlice<UInt8>, was old: String,
    to lines: inout LineWrapper
  ) {
    switch kind {
    case .equal: lines.add(words)
    case .removed: mark(words, "[-", "-]", color: "31;9", &lines)
    case .added: mark(words, "{+", "+}", color: "32;4", &lines)
    case .renumbered:
      mark(words, "(\(splitWhiteSpace(old).words) → ", ")", color: "2", &lines)
    case .retargeted: mark(words, "<", ">", color: "33", &lines)
    }
  }

  /// The marks stand at the words themselves, not at the white space around them.
  private func mark(
    _ text: ArraySlice<UInt8>, _ opening: String, _ closing: String, color: String,
    _ lines: inout LineWrapper
  ) {
    let (before, words, after) = splitWhiteSpace(text)
    lines.add(before)
    guard !words.isEmpty else { return }
    let style = isColored ? color : nil
    lines.add(opening, style: style)
    lines.add(words, style: style)
    lines.add(closing, style: style)
    lines.add(after)
  }

  private func style(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
