package import Diagnostics
internal import Markup
import Partitioning

/// Replaces the variables in a text by their values, and finds the registers that stand in it.
///
/// A variable is a dotted name between double braces, perhaps with a form: `notice.objection |
/// dative`. Its value becomes part of the text, so that all later passes read it like the words
/// around it. A paragraph that is nothing but a register is
/// emptied and reported, to be filled by whoever renders it.
///
/// `value`: the value of a variable, `nil` where there is none of that name.
/// `names`: all names, for near misses.
/// `absence`: why a variable that could have a value has none.
///
/// - Returns: the registers, in the order of the text, an `unknown-variable` for each variable
///   without a value, and a `duplicate-register` for each register that the text shows already,
///   which both stay in the text as they are; and `wrong-arguments` for filters that a register
///   does not have.
/// - Complexity: O(nodes + bytes of text).
func substituteVariables(
  in tree: inout MarkupTree, source: [UInt8], path: String, value: (String) -> String?,
  names: [String], absence: (String) -> Variables.Absence?
) -> (registers: [EmbeddedRegister], diagnostics: [Diagnostic]) {
  guard tree.text.span.holds(UInt8(ascii: "{")) else { return ([], []) }
  var substitution = VariableSubstitution(source: source, path: path, names: names)
  substitution.text.reserveCapacity(tree.text.count)
  var paragraph: Int32 = -1
  for index in tree.nodes.indices {
    let node = tree.nodes[index]
    if node.kind == .paragraph { paragraph = Int32(index) }
    guard node.kind == .text else { continue }
    substitution.substitute(in: node, of: paragraph, tree, value: value, absence: absence)
  }
  let diagnostics = substitution.diagnostics.diagnostics
  guard substitution.moves.count > 1 else { return ([], diagnostics) }
  substitution.text += tree.text[substitution.copied...]
  tree.text = substitution.text
  tree.move(by: substitution.moves)
  return (substitution.registers, diagnostics)
}

/// The text of a tree while its variables are replaced, and what was found on the way.
private struct VariableSubstitution {
  let source: [UInt8]
  let path: String
  let names: [String]
  var text: [UInt8] = []
  /// How much of the old text stands in the new one.
  private(set) var copied = 0
  /// Where the old text ends up: from which byte on, and how far it has moved.
  private(set) var moves: [(from: Int32, by: Int32)] = [(0, 0)]
  private(set) var registers: [EmbeddedRegister] = []
  /// Where each register stands. A page that wrote one as often as a text asks for it could be
  /// as large as the text times the register.
  private var shown: [EmbeddedRegister.Content: Range<Int>] = [:]
  private(set) var diagnostics = DiagnosticList()
  /// Of the text as it was read, and made only where something is wrong.
  private var places: MarkupPlaces?

  init(source: [UInt8], path: String, names: [String]) {
    self.source = source
    self.path = path
    self.names = names
  }

  /// Replaces what stands between braces in one text of a paragraph.
  mutating func substitute(
    in node: MarkupNode, of paragraph: Int32, _ tree: MarkupTree, value: (String) -> String?,
    absence: (String) -> Variables.Absence?
  ) {
    var rest = tree.text[Int(node.textStart)..<Int(node.textEnd)]
    var open: [Int] = []
    while let found = Braces(in: rest, open: &open) {
      rest = rest[found.end...]
      let replacement = replacement(
        of: found, in: paragraph, tree, value: value, absence: absence)
      guard let replacement else { continue }
      text += tree.text[copied..<found.start]
      text += replacement
      copied = found.end
      moves.append((Int32(found.end), Int32(text.count - found.end)))
    }
    for open in open { report(open, before: Int(node.textEnd), in: tree, absence: absence) }
    reportTags(in: node, tree)
  }

  /// In bytes, so that no text is read again and again for the end of a tag.
  private static let longestTag = 500

  /// Reports what a generator of sites would have replaced or left out: `{% include head.html %}`.
  private mutating func reportTags(in node: MarkupNode, _ tree: MarkupTree) {
    let percent = UInt8(ascii: "%")
    var index = Int(node.textStart) + 1
    while index < Int(node.textEnd) {
      defer { index += 1 }
      guard tree.text[index] == percent, tree.text[index - 1] == UInt8(ascii: "{"),
        let end = (index + 1..<min(Int(node.textEnd), index + Self.longestTag)).first(where: {
          tree.text[$0] == UInt8(ascii: "}") && tree.text[$0 - 1] == percent && $0 > index + 1
        })
      else { continue }
      let tag = String(decoding: tree.text[(index - 1)...end].prefix(60), as: UTF8.self)
      let range = place((index - 1)..<(end + 1), in: tree)
      diagnostics.append(
        Diagnostic(
          .unknownVariable, .error, "'\(tag)' is a tag of a generator of sites, and would be text",
          at: range, help: "write what it stands for, or take it out"))
      index = end
    }
  }

  /// The value of a variable, or nothing for a register; `nil` where it is neither.
  private mutating func replacement(
    of braces: Braces, in paragraph: Int32, _ tree: MarkupTree, value: (String) -> String?,
    absence: (String) -> Variables.Absence?
  ) -> [UInt8]? {
    if let register = EmbeddedRegister.register(calledBy: braces.expression),
      tree.isOnly(braces, of: Int(paragraph))
    {
      return show(register, as: braces, in: paragraph, tree) ? [] : nil
    }
    if let known = value(braces.expression) { return Array(known.utf8) }
    let absence = absence(braces.expression)
    // What could not be read was told where it stands.
    if case .misread? = absence { return nil }
    let range = place(braces.start..<braces.end, in: tree)
    guard case .unset(let help)? = absence else {
      diagnostics.append(
        .unknownVariable, .error,
        .unknownVariable(braces.expression, names: names + EmbeddedRegister.calls, at: range))
      return nil
    }
    diagnostics.append(
      Diagnostic(
        .unknownVariable, .error, "variable '\(braces.expression)' has no value", at: range,
        help: help))
    return nil
  }

  /// Shows a register in place of a paragraph, unless the text shows the same one already.
  private mutating func show(
    _ register: EmbeddedRegister.Register, as braces: Braces, in paragraph: Int32,
    _ tree: MarkupTree
  ) -> Bool {
    let range = place(braces.start..<braces.end, in: tree)
    let read = EmbeddedRegister.reading(
      braces.expression, of: register, at: range, node: paragraph)
    diagnostics += read.diagnostics
    let content = read.register.content
    if let first = shown[content] {
      // A filter that could not be read may have been another one.
      guard read.diagnostics.isEmpty, diagnostics.hasRoom(for: .duplicateRegister, .error) else {
        return false
      }
      let place = place(first, in: tree)
      diagnostics.append(.duplicateRegister(content, first: place, at: range))
      return false
    }
    shown[content] = braces.start..<braces.end
    registers.append(read.register)
    return true
  }

  /// Reports braces that none close. What names no variable may be meant as text.
  private mutating func report(
    _ open: Int, before end: Int, in tree: MarkupTree, absence: (String) -> Variables.Absence?
  ) {
    let name = leadingName(in: tree.text[(open + 2)..<end])
    let isMeant =
      names.contains(name) || absence(name) != nil
      || EmbeddedRegister.Register.allCases.contains { $0.rawValue == name }
    let severity = isMeant ? Diagnostic.Severity.error : .warning
    guard diagnostics.hasRoom(for: .unknownVariable, severity) else { return }
    let range = place(open..<open + 2, in: tree)
    diagnostics.append(.unknownVariable, severity, .openBraces(severity, at: range))
  }

  private mutating func place(_ braces: Range<Int>, in tree: MarkupTree) -> SourceRange {
    if places == nil { places = MarkupPlaces(tree, file: source) }
    let text = Int32(braces.lowerBound)..<Int32(braces.upperBound)
    return places?.range(ofText: text, path: path)
      ?? SourceRange(path: path, line: 1, column: 1, length: 0)
  }
}

/// A pair of double braces in a text, and what stands between them.
private struct Braces {
  let start: Int
  let end: Int
  let expression: String

  /// The first pair in `text`; braces that are not closed, or hold nothing, are text.
  ///
  /// `open` takes the places of braces that none close, before others open or the text ends.
  init?(in text: ArraySlice<UInt8>, open: inout [Int]) {
    var index = text.startIndex
    while index + 3 < text.endIndex {
      guard text[index] == UInt8(ascii: "{"), text[index + 1] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      var close = index + 2
      while close + 1 < text.endIndex, text[close] != text[close + 1] || !text[close].isBrace {
        close += 1
      }
      guard close + 1 < text.endIndex else {
        open.append(index)
        return nil
      }
      guard text[close] == UInt8(ascii: "}") else {
        open.append(index)
        index = close
        continue
      }
      start = index
      end = close + 2
      expression = String(decoding: text[(index + 2)..<close], as: UTF8.self)
        .split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0).trimmingSpaces }.joined(separator: " | ")
      return
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isBrace: Bool { self == UInt8(ascii: "{") || self == UInt8(ascii: "}") }
}

extension MarkupTree {
  /// Whether a stretch of text is all that a paragraph holds.
  fileprivate func isOnly(_ braces: Braces, of paragraph: Int) -> Bool {
    guard paragraph >= 0 else { return false }
    let node = nodes[paragraph]
    return isBlank(node.textStart..<Int32(braces.start))
      && isBlank(Int32(braces.end)..<node.textEnd)
  }

  /// Moves the stretches of all nodes to where their text is now.
  fileprivate mutating func move(by moves: [(from: Int32, by: Int32)]) {
    // Starts rise in document order, and so do the ends of leaves; ends of containers are looked
    // up.
    for index in nodes.indices {
      nodes[index].textStart = Self.moved(nodes[index].textStart, by: moves)
      nodes[index].textEnd = Self.moved(nodes[index].textEnd, by: moves)
    }
  }

  private static func moved(_ offset: Int32, by moves: [(from: Int32, by: Int32)]) -> Int32 {
    let behind = moves.partitioningIndex { $0.from > offset }
    return offset + moves[max(behind - 1, 0)].by
  }
}

/// The name that a text begins with: `notice.objection`; empty where it begins with none.
private func leadingName(in text: ArraySlice<UInt8>) -> String {
  let name = text.drop { $0 == UInt8(ascii: " ") }.prefix {
    $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0.isASCIIDigit
      || $0.isASCIILowercase
  }
  return String(decoding: name, as: UTF8.self)
}

extension Diagnostic.Code {
  package static let unknownVariable = Self(rawValue: "unknown-variable")
}

extension Diagnostic {
  fileprivate static func openBraces(_ severity: Severity, at range: SourceRange) -> Self {
    Diagnostic(
      .unknownVariable, severity,
      severity == .error
        ? "'{{' is not closed in its line"
        : "'{{' is not closed in its line, and is published as text",
      at: range, help: "write '}}' behind the name of the variable")
  }

  fileprivate static func unknownVariable(
    _ name: String, names: [String], at range: SourceRange
  ) -> Self {
    Diagnostic(
      .unknownVariable, .error, "variable '\(name)' has no value", at: range,
      help: EmbeddedRegister.register(calledBy: name) != nil
        ? "put the register in a paragraph of its own"
        : replacementHelp(for: name, among: names, noun: "variables"))
  }
}
