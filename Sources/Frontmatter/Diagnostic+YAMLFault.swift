import Diagnostics

extension Diagnostic {
  /// Puts into words why libyaml stopped.
  static func yamlFault(_ fault: YAMLFault, in places: inout YAMLPlaces) -> Self {
    let text = places.text
    let problem = places.offset(of: fault.problemIndex)
    let context = places.offset(of: fault.contextIndex)

    for offset in [context, problem] {
      let start = text.line(around: offset).lowerBound
      if ConflictMark.allCases.contains(where: { $0.begins(text.bytes.span, at: start) }) {
        return .mergeConflict(at: text.character(at: start))
      }
    }
    if isTag(fault) { return .yamlTag(at: text.character(at: context)) }
    guard var words = YAMLFaultWords.table.first(where: { $0.matches(fault) }) else {
      return Diagnostic(
        .yamlSyntax, .error, "text is not YAML: \(fault.problem)", at: text.character(at: problem))
    }
    switch (fault.problem, text.byte(at: problem)) {
    case ("found character that cannot start any token", UInt8(ascii: "\t")): words = .tab
    case ("did not find expected <document start>", UInt8(ascii: "%")):
      return .yamlDirective(at: text.character(at: problem))
    case ("did not find expected ',' or ']'", nil), ("did not find expected ',' or '}'", nil):
      // At the end of the text only the opening bracket says anything.
      words.place = .context
      words.note = nil
    default: break
    }

    let place = words.place == .problem ? problem : context
    return Diagnostic(
      words.code, .error, words.summary, at: text.character(at: place),
      notes: words.note.map { [Note($0, at: text.character(at: context))] } ?? [],
      help: quotingHelp(for: fault, at: problem, in: text) ?? words.help)
  }

  private static func isTag(_ fault: YAMLFault) -> Bool {
    fault.context == "while scanning a tag" || fault.context == "while parsing a tag"
      || fault.problem == "found undefined tag handle"
  }

  /// The line with its value in quotes, where a second `: ` in the line is the fault.
  ///
  /// The most frequent mistake of all: titles have colons.
  private static func quotingHelp(
    for fault: YAMLFault, at problem: Int, in text: YAMLText
  ) -> String? {
    guard fault.problem == "mapping values are not allowed in this context" else { return nil }
    let range = text.line(around: problem)
    let line = text.bytes[range]
    guard line.count <= 100,
      let colon = line.indices.dropLast().first(where: {
        line[$0] == UInt8(ascii: ":") && line[$0 + 1] == UInt8(ascii: " ")
      }), colon < problem
    else { return nil }
    let value = line[(colon + 2)...]
    guard !value.contains(where: { [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains($0) }),
      !value.contains(UInt8(ascii: "#"))
    else { return nil }
    let key = String(decoding: line[..<colon].trimmingBlanks(), as: UTF8.self)
    return "write \(key): \"\(String(decoding: value.trimmingBlanks(), as: UTF8.self))\""
  }
}

extension YAMLText {
  fileprivate func byte(at offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  /// The range of the character at `offset`, empty at the end of a line.
  fileprivate func character(at offset: Int) -> SourceRange {
    guard let first = byte(at: offset), first != UInt8(ascii: "\n"), first != UInt8(ascii: "\r")
    else { return range(offset..<offset) }
    var end = offset + 1
    while let next = byte(at: end), next & 0xC0 == 0x80 { end += 1 }
    return range(offset..<end)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmingBlanks() -> ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 != 0x20 }),
      let last = lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return self[first...last]
  }
}
