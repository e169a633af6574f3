internal import Registers

/// An address in one line, taken to pieces.
///
/// Source: the customs of European and American post. What fits no custom stays in the line of the
/// street: nothing is lost.
struct AddressText {
  var street: String?
  var postalCode: String?
  var city: String?
  var region: String?
  /// ISO 3166-1 alpha-2.
  var country: String?

  init(_ text: String, words: ListWords = .shipped, countries: Countries = .shipped) {
    var parts = text.split { $0 == "," || $0 == ";" || $0 == "\n" }.map(\.trimmed)
      .filter { !$0.isEmpty }
    takeCountry(from: &parts, countries)
    if country == "US" || country == "CA" {
      readAmerican(parts)
    } else {
      readEuropean(parts, words, countries)
    }
    street = street?.trimming { $0 == "," || $0 == " " }
    if street?.isEmpty ?? false { street = nil }
  }

  /// The last part is a country, or ends in the name of one.
  private mutating func takeCountry(from parts: inout [String], _ countries: Countries) {
    guard let last = parts.last else { return }
    let bare = last.trimming { $0 == "(" || $0 == ")" || $0 == "." && last.count > 4 }
    if let code = countries.code(named: bare) {
      country = code
      parts.removeLast()
      return
    }
    // Names of countries have up to four words.
    let tail = last.split(separator: " ")
    for count in stride(from: min(4, tail.count - 1), through: 1, by: -1) {
      let name = tail.suffix(count).joined(separator: " ")
      // The two letters of a state of the USA are those of countries, too.
      guard name.count > 2 || name == "UK", let code = countries.code(named: name) else { continue }
      country = code
      parts[parts.count - 1] = tail.dropLast(count).joined(separator: " ")
      return
    }
  }

  /// `548 Market St, San Francisco, CA 94104` and its kin.
  private mutating func readAmerican(_ parts: [String]) {
    guard
      let index = parts.lastIndex(where: { part in
        part.split(separator: " ").last.map { isZIP($0) } ?? false
      })
    else { return readPlain(parts) }
    let words = parts[index].split(separator: " ")
    postalCode = words.last.map(String.init)
    region = words.dropLast().joined(separator: " ")
    if region?.isEmpty ?? false { region = nil }
    var lines = Array(parts[..<index])
    if index + 1 < parts.count {
      city = parts[(index + 1)...].joined(separator: ", ")
    } else if let last = lines.last, !last.contains(where: \.isNumber), lines.count > 1 {
      city = last
      lines.removeLast()
    } else if let last = lines.last {
      // The city behind a number without a comma: `Suite 500 Denver`.
      let tail = last.split(separator: " ")
      if let number = tail.lastIndex(where: { $0.contains(where: \.isNumber) }),
        number + 1 < tail.count, lines.count > 1
      {
        city = tail[(number + 1)...].joined(separator: " ")
        lines[lines.count - 1] = tail[...number].joined(separator: " ")
      }
    }
    street = lines.joined(separator: ", ")
  }

  private func isZIP(_ word: Substring) -> Bool {
    let digits = word.prefix { $0.isNumber }
    return digits.count == 5 && word.dropFirst(5).allSatisfy { $0.isNumber || $0 == "-" }
  }

  /// `Industriestr. 25, 91710 Gunzenhausen`, `Riedgasse 11, A – 6850 Dornbirn`, and their kin.
  private mutating func readEuropean(
    _ parts: [String], _ words: ListWords, _ countries: Countries
  ) {
    for index in parts.indices.reversed() {
      let tokens = parts[index].split(separator: " ")
      guard let found = postalCode(in: tokens, words, countries) else { continue }
      postalCode = found.code
      if country == nil { country = found.country }
      let behind = tokens[found.end...].joined(separator: " ")
      let after = index + 1 < parts.count ? parts[(index + 1)...].joined(separator: ", ") : ""
      city = behind.isEmpty ? after : behind
      if city?.isEmpty ?? false { city = nil }
      let before = parts[..<index] + [tokens[..<found.start].joined(separator: " ")]
      street = before.filter { !$0.isEmpty }.joined(separator: ", ")
      if !behind.isEmpty, !after.isEmpty { region = after }
      return
    }
    readPlain(parts)
  }

  /// Four or five digits with a name behind them, and the sign of a country before them.
  private func postalCode(
    in tokens: [Substring], _ words: ListWords, _ countries: Countries
  ) -> (start: Int, end: Int, code: String, country: String?)? {
    for index in tokens.indices.reversed() {
      let token = tokens[index]
      let parts = token.split { $0 == "-" || $0 == "–" }
      guard let digits = parts.last, (4...5).contains(digits.count),
        digits.allSatisfy(\.isNumber), index + 1 < tokens.count || index == 0
      else { continue }
      if parts.count == 2, let code = sign(parts[0], words, countries) {
        // Luxembourg writes its sign as a part of the code.
        return (index, index + 1, code == "LU" ? String(token) : String(digits), code)
      }
      // Dutch codes end in two letters: `7821 AB Emmen`.
      if digits.count == 4, parts.count == 1, country == nil || country == "NL",
        index + 2 < tokens.count, tokens[index + 1].count == 2,
        tokens[index + 1].allSatisfy({ $0.isASCII && $0.isUppercase })
      {
        return (index, index + 2, "\(digits) \(tokens[index + 1])", nil)
      }
      // A number of a house stands behind its street, which has no sign of a country.
      var start = index
      if start > 0, tokens[start - 1].allSatisfy({ $0 == "-" || $0 == "–" }) { start -= 1 }
      if start > 0, let code = sign(tokens[start - 1].split { $0 == "-" }.first, words, countries) {
        return (start - 1, index + 1, String(digits), code)
      }
      return (index, index + 1, String(digits), nil)
    }
    return nil
  }

  private func sign(
    _ text: Substring?, _ words: ListWords, _ countries: Countries
  ) -> String? {
    guard let text, text.allSatisfy(\.isUppercase) else { return nil }
    return words.signs[String(text)] ?? countries[String(text)]?.code
  }

  /// Without a postal code: streets have numbers, cities have none.
  private mutating func readPlain(_ parts: [String]) {
    guard let last = parts.last else { return }
    guard !last.contains(where: \.isNumber) else {
      street = parts.joined(separator: ", ")
      return
    }
    city = last
    street = parts.dropLast().joined(separator: ", ")
  }
}
