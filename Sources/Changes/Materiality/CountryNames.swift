internal import Registers

/// The codes of countries by what texts call them.
struct CountryNames: Sendable {
  /// By the name in lower case, words separated by one space.
  private var codes: [String: String] = [:]
  /// The words that names begin with.
  private(set) var firstWords: Set<String> = []
  /// The most words that a name has.
  private var longest = 1

  static let shipped = CountryNames(.shipped)

  init(_ countries: Countries) {
    for country in countries.all {
      let names = Array(country.names.values) + country.aliases
      for key in names.flatMap(Self.forms) {
        // Short forms such as `UK` are told by their capitals; see ``code(of:)``.
        codes[key] = codes[key].map { min($0, country.code) } ?? country.code
        let spaces = key.utf8.count { $0 == UInt8(ascii: " ") }
        longest = max(longest, spaces + 1)
        firstWords.insert(
          String(key.prefix(upTo: key.utf8.firstIndex(of: UInt8(ascii: " ")) ?? key.endIndex)))
      }
    }
    for name in ["usa", "u.s"] {
      codes[name] = "US"
      firstWords.insert(name)
    }
  }

  /// A name in lower case, words separated by one space, and as German declines it: `in den
  /// Vereinigten Staaten`, `des Vereinigten Königreichs`, `in den Niederlanden`.
  private static func forms(of name: String) -> [String] {
    let words = name.lowercased().unicodeScalars.split(separator: " ").map(String.init)
    let key = words.joined(separator: " ")
    guard words.count > 1, let first = words.first else {
      return key.hasSuffix("lande") ? [key, key + "n"] : [key]
    }
    let rest = words.dropFirst().joined(separator: " ")
    if first.hasSuffix("es") {
      let stem = first.dropLast(2)
      return [key, "\(stem)en \(rest)", "\(stem)en \(rest)s"]
    }
    return first.hasSuffix("e") ? [key, "\(first)n \(rest)", "\(first)r \(rest)"] : [key]
  }

  /// The countries that are named in words of which at least one is marked.
  func marked(in words: [MarkedText.Word]) -> Set<String> {
    var found: Set<String> = []
    var lastMarked = -1
    for start in words.indices.reversed() {
      if words[start].isMarked { lastMarked = start }
      guard words[start].traits.contains(.startsCountry), lastMarked >= 0,
        lastMarked < start + longest, words[start].kind == .word,
        let first = words[start].text.utf8.first, first &- 0x41 < 26 || first >= 0x80
      else { continue }
      var key = ""
      for end in start..<min(start + longest, words.count) {
        guard words[end].kind == .word else { break }
        key += (end > start ? " " : "") + words[end].lower
        guard let code = codes[key], words[start...end].contains(where: \.isMarked) else {
          continue
        }
        // `us` and `in` are words, `US` and `IN` are not.
        if key.utf8.count <= 3, words[start].text != words[start].text.uppercased() { continue }
        if Self.isOfCompany(end, in: words) { continue }
        found.insert(code)
      }
    }
    return found
  }

  /// Whether a country ends, or stands before the end of, the name of a company, which can be
  /// anywhere: `Wal Germany GmbH`.
  private static func isOfCompany(_ end: Int, in words: [MarkedText.Word]) -> Bool {
    let next = words[(end + 1)...].prefix(2).prefix { $0.kind == .word }
    return next.indices.contains {
      words[$0].traits.contains(.companyForm) && WordJudge.isForm($0, of: words)
    }
  }
}
