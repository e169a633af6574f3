package import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Whether a decimal is deeper in a section or clause than its own clauses are: `4.2.1` in
  /// section 4, where nothing has the number 4.2.
  func isDeeper(_ ordinal: Ordinal, than container: Int32) -> Bool {
    guard container != Provision.none, ordinal.isShort else { return false }
    let kind = provisions[Int(container)].kind
    guard kind == .section || kind == .clause else { return false }
    let stem = numberStem(of: provisions[Int(container)].designation)
    return !stem.isEmpty && ordinal.prefix.hasPrefix(stem + ".")
  }

  /// Reports a paragraph among clauses `4.1`, `4.2` that begins as one of them does, but whose
  /// number leads nowhere near.
  mutating func checkUnreadNumber(_ marker: ClauseMarker, of block: Int) {
    guard marker.style == .decimal, Ordinal(marker.body).isShort else { return }
    let start = Int(tree.nodes[block].textStart)
    let end = Int(tree.nodes[block].textEnd)
    let first = start + marker.lengthWithSpace(in: tree.text, from: start)
    guard first < end else { return }
    // An amount or a time of day is no clause: `2.5 GB`, `12.50 EUR`, `10.30 Uhr`.
    let word = tree.text[first..<end].prefix { $0.isASCIILetter || $0 >= 0x80 }
    guard let letter = word.first, letter.isASCIIUppercase || letter == 0xC3,
      word.count > 3 || word.contains(where: \.isASCIILowercase),
      !Self.units.contains(Array(word))
    else { return }
    diagnostics.append(.unreadNumber(marker.body, at: range(ofNode: block)))
  }

  private static let units = Set(
    ["Euro", "Uhr", "GHz", "MHz", "Mbit", "Gbit", "Mbps", "Gbps", "Mio", "Mrd"]
      .map { Array($0.utf8) })
}

extension Diagnostic.Code {
  package static let unreadNumber = Self(rawValue: "unread-number")
}

extension Diagnostic {
  fileprivate static func unreadNumber(_ number: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unreadNumber, .warning,
      "'\(number)' looks like the number of a clause, and is text; it goes on with no clause before "
        + "it",
      at: range,
      help: "number it after the clause above, or put it where its section is; begin with words if "
        + "it counts nothing")
  }
}
