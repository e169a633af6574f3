package import Diagnostics
package import Frontmatter

/// Reports each of `codes` that is neither the code nor the name of a country.
///
/// `severity`: an error where something is worked out from the country, a warning where it is only
/// shown.
package func checkCountries(
  _ codes: [Located<String>], countries: Countries = .shipped,
  severity: Diagnostic.Severity = .error
) -> [Diagnostic] {
  var check = CountryCheck(countries)
  var diagnostics: [Diagnostic] = []
  for code in codes { check.check(code, &diagnostics, severity: severity) }
  return diagnostics
}

/// Finds countries that don't exist.
struct CountryCheck {
  private let countries: Countries
  private var nearMissesLeft = 20

  init(_ countries: Countries) { self.countries = countries }

  /// Reports `code` unless it is a country's, or the name of one.
  mutating func check(
    _ code: Located<String>?, _ diagnostics: inout [Diagnostic],
    severity: Diagnostic.Severity = .error
  ) {
    guard let code, countries[code.value] == nil, countries.code(named: code.value) == nil else {
      return
    }
    var right: String?
    if nearMissesLeft > 0 {
      nearMissesLeft -= 1
      right = countries.code(forName: code.value) ?? codeOfNearestName(to: code.value)
    }
    diagnostics.append(
      Diagnostic(
        .unknownCountry, severity, "'\(code.value)' is neither the code nor the name of a country",
        at: code.range,
        help: right.map { replacement(of: code.value, with: $0) }
          ?? "use the two letters of ISO 3166-1, such as DE"))
  }

  /// `right`: the code, beside the name that comes nearest to what is written.
  private func replacement(of word: String, with right: String) -> String {
    let names = countries[right]?.names.values.sorted() ?? []
    let isName = word.utf8.count > 3
    let name = isName ? nearMiss(for: word, among: names) : nil
    return "replace '\(word)' with '\(right)'" + (name.map { ", the code of '\($0)'" } ?? "")
  }

  private func codeOfNearestName(to word: String) -> String? {
    // Two letters are near to everything.
    guard word.utf8.count > 3 else { return nil }
    let names = countries.all.flatMap { $0.names.values.sorted() }
    return nearMiss(for: word, among: names).flatMap { countries.code(forName: $0) }
  }
}

extension Diagnostic.Code {
  package static let unknownCountry = Self(rawValue: "unknown-country")
}
