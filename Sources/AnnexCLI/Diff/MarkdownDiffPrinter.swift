internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Portal

/// Writes differences as Markdown: `~~removed~~` and `**added**`, for a letter or a pull request.
struct MarkdownDiffPrinter {
  let language: Language

  func output(for changes: ChangeSet) -> [UInt8] {
    guard !changes.isEmpty else { return [] }
    let counts = ChangeCounts(changes)
    var text = "# \(escaped(changes.versions(in: language)))\n\n"
    text += "\(counts.all.words(in: language))\n\n"
    for change in changes.changes { text += "\(numbered(change.sentence(in: language)))\n" }
    let words = RedlineWords(language: language)
    let names = DocumentNames(changes.redlines)
    for redline in changes.redlines where !redline.isUnchanged {
      text += "\n## \(escaped(names.heading(of: redline)))\n"
      for fact in redline.facts { text += self.fact(fact) }
      var columns = RedlineColumns()
      for block in redline.blocks() {
        switch block {
        case .unchanged(let range), .moved(let range):
          for clause in redline.clauses[range] { columns.enter(clause, of: redline) }
          text += "\n*\u{2026} \(words.unchanged(range.count))*\n"
        case .renumbered(let range):
          for clause in redline.clauses[range] { columns.enter(clause, of: redline) }
          let (name, note) = redline.names(ofRow: range, words)
          text += "\n**\(escaped(name))** (\(escaped(note)), \(words.kept))"
          text += numbers(redline.clauses[range.lowerBound].changes) + "\n"
        case .clause(let index):
          columns.enter(redline.clauses[index], of: redline)
          text += clause(redline.clauses[index], of: redline, words, columns)
        }
      }
    }
    return Array(text.utf8)
  }

  func statistics(for changes: ChangeSet) -> [UInt8] {
    let counts = ChangeCounts(changes)
    let lines = counts.owners.map { "- \(escaped($0.name)): \($0.words(in: language))\n" }
    return Array(lines.joined().utf8)
  }
}

extension MarkdownDiffPrinter {
  /// The number and its dot make a list; the words after them must not make anything.
  private func numbered(_ sentence: String) -> String {
    guard let dot = sentence.utf8.firstIndex(of: UInt8(ascii: ".")) else { return sentence }
    let after = sentence.utf8.index(after: dot)
    return String(sentence[..<after]) + escaped(String(sentence[after...]))
  }

  private func clause(
    _ clause: RedlineClause, of redline: Redline, _ words: RedlineWords, _ columns: RedlineColumns
  ) -> String {
    let name = redline.name(of: clause, words)
    // The head of a table that stands in no section has none.
    var text = name.isEmpty ? "\n" : "\n**\(escaped(name))**"
    let isKept = redline.isKept(clause)
    let notes =
      (clause.isMoved ? [words.moved] : []) + redline.notes(of: clause, words).map(\.text)
      + (isKept ? [words.kept] : [])
    if !notes.isEmpty { text += " (\(escaped(notes.joined(separator: ", "))))" }
    text += numbers(clause.changes)
    // The words of what moved stand nowhere else.
    if isKept, !clause.isMoved { return text + "\n" }
    var isFirstCell = true
    for part in redline.texts[clause.texts] {
      if part.kind == .cell {
        text += isFirstCell ? " " : " · "
        isFirstCell = false
        if !clause.isHead, let name = columns.name(of: part, in: redline) {
          text += escaped(name) + ": "
        }
      } else {
        text += " "
      }
      if let isTicked = redline.box(of: part) { text += isTicked ? "\\[x\\] " : "\\[ \\] " }
      var spacing = RunSpacing()
      for run in redline.runs[part.runs] {
        if spacing.needsSpace(before: run, of: redline) { text += " " }
        text += self.run(run, of: redline)
      }
    }
    return text + "\n"
  }

  /// ` \[6, 7\]`, as the sentences are numbered; empty where there is none.
  private func numbers(_ changes: [Int]) -> String {
    guard !changes.isEmpty else { return "" }
    return " \\[\(changes.map(String.init).joined(separator: ", "))\\]"
  }

  private func fact(_ fact: RedlineFact) -> String {
    var text = "\n**\(escaped(fact.name.text(in: language)))**\(numbers(fact.changes)): "
    for (index, run) in fact.runs.enumerated() {
      if index > 0, !run.text.hasPrefix(" "), run.kind == .added { text += " " }
      text += self.run(run.kind, escaped(run.text))
    }
    return text + "\n"
  }

  private func run(_ run: RedlineRun, of redline: Redline) -> String {
    let text = written(run, in: redline)
    guard run.kind == .retargeted, run.target >= 0,
      let address = redline.targets[Int(run.target)].address,
      !address.contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" })
    else { return self.run(run.kind, text) }
    let (before, words, after) = splitWhiteSpace(text)
    return "\(before)[\(words)](<\(printable(address))>)\(after)"
  }

  /// The words of a run, escaped, with elements of HTML for what is struck out, raised or lowered
  /// in the text itself: `~~` is for what is removed.
  private func written(_ run: RedlineRun, in redline: Redline) -> String {
    let isOld = run.kind == .removed
    guard redline.hasMarks(isOld: isOld) else {
      return escaped(String(decoding: redline.bytes(of: run), as: UTF8.self))
    }
    return redline.pieces(of: run, isOld: isOld).map { piece in
      var text = escaped(String(decoding: piece.bytes, as: UTF8.self))
      if piece.style.contains(.raised) { text = "<sup>\(text)</sup>" }
      if piece.style.contains(.lowered) { text = "<sub>\(text)</sub>" }
      if piece.style.contains(.struck) { text = "<s>\(text)</s>" }
      return text
    }.joined()
  }

  /// `text`: escaped, here and below.
  private func run(_ kind: RedlineRun.Kind, _ text: String) -> String {
    switch kind {
    case .equal, .renumbered: text
    case .retargeted: marked(text, "*")
    case .removed: marked(text, "~~")
    case .added: marked(text, "**")
    }
  }

  private func marked(_ text: String, _ mark: String) -> String {
    let (before, words, after) = splitWhiteSpace(text)
    return words.isEmpty ? text : before + mark + words + mark + after
  }

  /// `text` with a backslash before whatever Markdown could take for a sign.
  private func escaped(_ text: String) -> String {
    let text = printable(text)
    guard text.utf8.contains(where: Self.isSign) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      if Self.isSign(byte) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "&"):
      true
    default: false
    }
  }
}
