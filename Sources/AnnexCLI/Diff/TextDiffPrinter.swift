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
    let counts = ChangeCounts(changes)
    var lines = [
      style(printable(changes.versions(in: language)), "1"),
      counts.all.words(in: language), "",
    ]
    for change in changes.changes {
      lines += paragraph(change.sentence(in: language), indent: "   ", first: "")
    }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let words = RedlineWords(language: language)
    for redline in changes.redlines where !redline.isUnchanged {
      append(redline, words, to: &bytes)
    }
    return bytes
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
  private func append(_ redline: Redline, _ words: RedlineWords, to bytes: inout [UInt8]) {
    var title = printable(redline.agreement)
    if !redline.title.isEmpty, redline.title != redline.agreement {
      title += ": " + printable(redline.title)
    }
    bytes += "\n\(style(title, "1"))\n".utf8
    for fact in redline.facts { append(fact, to: &bytes) }
    var columns = RedlineColumns()
    for block in redline.blocks() {
      switch block {
      case .renumbered(let range):
        for clause in redline.clauses[range] { columns.enter(clause, of: redline) }
        let (name, note) = redline.names(ofRow: range, words)
        let head = style(printable(name), "36")
        bytes += "  \(head) (\(printable(note)), \(words.kept))".utf8
        bytes += "\(Self.numbers(redline.clauses[range.lowerBound].changes))\n".utf8
      case .unchanged(let range), .moved(let range):
        for clause in redline.clauses[range] { columns.enter(clause, of: redline) }
        bytes += "  \(style("... \(words.unchanged(range.count))", "2"))\n".utf8
      case .clause(let index):
        columns.enter(redline.clauses[index], of: redline)
        append(redline.clauses[index], of: redline, words, columns, to: &bytes)
      }
    }
  }

  /// ` [6, 7]`; empty where there is none.
  private static func numbers(_ changes: [Int]) -> String {
    changes.isEmpty ? "" : " [\(changes.map(String.init).joined(separator: ", "))]"
  }

  private func append(_ fact: RedlineFact, to bytes: inout [UInt8]) {
    let head = style(printable(fact.name.text(in: language)), "36")
    bytes += "  \(head)\(Self.numbers(fact.changes))\n".utf8
    var wrapper = LineWrapper(width: width, indent: "    ")
    for (index, run) in fact.runs.enumerated() {
      if index > 0, !run.text.hasPrefix(" "), run.kind == .added { wrapper.add(" ") }
      add(run.kind, printable(run.text), was: "", to: &wrapper)
    }
    wrapper.endLine()
    bytes += wrapper.text.utf8
  }

  private func append(
    _ clause: RedlineClause, of redline: Redline, _ words: RedlineWords, _ columns: RedlineColumns,
    to bytes: inout [UInt8]
  ) {
    var head = style(printable(redline.name(of: clause, words)), "36")
    let isKept = redline.isKept(clause)
    let notes =
      (clause.isMoved ? [words.moved] : []) + redline.notes(of: clause, words).map(\.text)
      + (isKept ? [words.kept] : [])
    if !notes.isEmpty { head += " (\(printable(notes.joined(separator: ", "))))" }
    bytes += "  \(head)\(Self.numbers(clause.changes))\n".utf8
    // The words of what moved stand nowhere else.
    if isKept, !clause.isMoved { return }
    var isFirstCell = true
    var wrapper = LineWrapper(width: width, indent: "    ")
    for text in redline.texts[clause.texts] {
      if text.kind == .cell {
        if !isFirstCell { wrapper.add(" | ") }
        isFirstCell = false
        if !clause.isHead, let name = columns.name(of: text, in: redline) {
          wrapper.add(printable(name + ": "), style: isColored ? "2" : nil)
        }
      } else {
        wrapper.endLine()
      }
      if let isTicked = redline.box(of: text) { wrapper.add(isTicked ? "[x] " : "[ ] ") }
      var spacing = RunSpacing()
      for run in redline.runs[text.runs] {
        if spacing.needsSpace(before: run, of: redline) { wrapper.add(" ") }
        add(
          run.kind, printable(written(run, in: redline)),
          was: printable(redline.oldText(of: run)), to: &wrapper)
      }
    }
    wrapper.endLine()
    bytes += wrapper.text.utf8
  }

  /// The words of a run with signs for what is struck out, raised or lowered in the text itself.
  private func written(_ run: RedlineRun, in redline: Redline) -> String {
    redline.pieces(of: run, isOld: run.kind == .removed).map { piece in
      let (before, words, after) = splitWhiteSpace(String(decoding: piece.bytes, as: UTF8.self))
      guard !words.isEmpty else { return before }
      var text = words
      if piece.style.contains(.raised) { text = "^" + text }
      if piece.style.contains(.lowered) { text = "_" + text }
      if piece.style.contains(.struck) { text = "~~\(text)~~" }
      return before + text + after
    }.joined()
  }

  /// `was`: what a renumbered reference was called.
  private func add(
    _ kind: RedlineRun.Kind, _ words: String, was old: String, to wrapper: inout LineWrapper
  ) {
    switch kind {
    case .equal: wrapper.add(words)
    case .removed: mark(words, "[-", "-]", color: "31;9", &wrapper)
    case .added: mark(words, "{+", "+}", color: "32;4", &wrapper)
    case .renumbered:
      mark(words, "(\(splitWhiteSpace(old).words) → ", ")", color: "2", &wrapper)
    case .retargeted: mark(words, "<", ">", color: "33", &wrapper)
    }
  }

  /// The marks stand at the words themselves, not at the white space around them.
  private func mark(
    _ text: String, _ opening: String, _ closing: String, color: String,
    _ wrapper: inout LineWrapper
  ) {
    let (before, words, after) = splitWhiteSpace(text)
    wrapper.add(before)
    guard !words.isEmpty else { return }
    wrapper.add(opening + words + closing, style: isColored ? color : nil)
    wrapper.add(after)
  }

  private func paragraph(_ text: String, indent: String, first: String) -> [String] {
    var wrapper = LineWrapper(width: width, indent: indent)
    wrapper.firstIndent = first
    wrapper.add(printable(text))
    wrapper.endLine()
    return wrapper.text.split(separator: "\n").map(String.init)
  }

  private func style(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
