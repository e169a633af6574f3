import Frontmatter

/// Countries and territories by their ISO 3166-1 alpha-2 codes, with names in several languages.
package struct Countries: Sendable {
  package struct Country: Sendable {
    /// Two capital letters.
    package var code: String
    /// By language tag.
    package var names: [String: String]
    /// What authors write instead of the code, such as `UK`.
    package var aliases: [String]
    var town = TownLine.codeCity
  }

  /// How addresses write their town.
  enum TownLine: String, CaseIterable, Sendable {
    case codeCity = "code city"
    case cityCode = "city code"
    case cityRegionCode = "city region code"
    case cityCommaRegionCode = "city, region code"
  }

  /// In the order of their codes.
  package let all: [Country]
  /// The date of the data, as its file states it.
  package let edition: String
  private let indices: [String: Int]
  /// Codes by ``foldedName(_:)`` of every name and alias.
  private let codesByName: [String: String]

  init(_ all: [Country], edition: String) {
    self.all = all
    self.edition = edition
    indices = Dictionary(
      all.indices.map { (all[$0].code, $0) }, uniquingKeysWith: { first, _ in first })
    codesByName = Dictionary(
      all.flatMap { country in
        (country.names.values.sorted() + country.aliases).map { (foldedName($0), country.code) }
      }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(code: String) -> Country? { indices[code].map { all[$0] } }

  /// The name of the country in `language`, else in English; the code where it is unknown.
  package func name(of code: String, in language: String) -> String {
    guard let country = self[code] ?? self.code(named: code).flatMap({ self[$0] }) else {
      return code
    }
    return country.names[primaryLanguage(of: language)] ?? country.names["en"] ?? code
  }

  /// The code of the country that has `name` in any language, or is called so by habit.
  package func code(forName name: String) -> String? {
    codesByName[foldedName(name)] ?? (self[name.uppercased()] == nil ? nil : name.uppercased())
  }

  /// The code of the country that is called `name`; a code is no name.
  package func code(named name: String) -> String? { codesByName[foldedName(name)] }
}

/// A name as it is compared: in small letters, without full stops and a leading article.
private func foldedName(_ name: String) -> String {
  let words = name.lowercased().unicodeScalars
    .split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }
  let spelled = words.map { word in
    word.contains(".") ? String(String.UnicodeScalarView(word.filter { $0 != "." })) : String(word)
  }
  let hasArticle = spelled.count > 1 && articles.contains(spelled[0])
  return (hasArticle ? spelled.dropFirst() : spelled[...]).joined(separator: " ")
}

private let articles: Set<String> = ["the", "der", "die", "den", "dem", "das"]

extension Countries {
  /// The countries that the binary carries.
  package static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "countries.yml"), named: "countries.yml", what: "list of countries"
  ) { Countries(reading: &$0) }

  init(reading record: inout RecordReader) {
    let edition = record.requiredText("edition")?.value ?? ""
    let all = record.entries("countries").compactMap { entry in
      record.readRecord(entry.value, prefix: "countries.*", what: "country") { country in
        var names: [String: String] = [:]
        for language in ["en", "de"] { names[language] = country.requiredText(language)?.value }
        return Country(
          code: entry.key, names: names, aliases: country.texts("also").map(\.value),
          town: country.choice("town", as: TownLine.self)?.value ?? .codeCity)
      }
    }
    self.init(all, edition: edition)
  }
}
