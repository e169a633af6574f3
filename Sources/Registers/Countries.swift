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
  }

  /// In the order of their codes.
  package let all: [Country]
  /// The date of the data, as its file states it.
  package let edition: String
  private let indices: [String: Int]

  init(_ all: [Country], edition: String) {
    self.all = all
    self.edition = edition
    indices = Dictionary(
      all.indices.map { (all[$0].code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(code: String) -> Country? { indices[code].map { all[$0] } }

  /// The name of the country in `language`, else in English; the code where it is unknown.
  package func name(of code: String, in language: String) -> String {
    guard let country = self[code] else { return code }
    return country.names[language] ?? country.names["en"] ?? code
  }

  /// The code of the country that has `name` in any language, or is called so by habit.
  package func code(forName name: String) -> String? {
    let wanted = name.lowercased()
    return all.first { country in
      country.code.lowercased() == wanted
        || country.names.values.contains { $0.lowercased() == wanted }
        || country.aliases.contains { $0.lowercased() == wanted }
    }?.code
  }
}

extension Countries {
  /// The countries that the binary carries.
  package static let shipped: Countries = {
    guard let text = EmbeddedFiles.bytes(named: "countries.yml"),
      let root = parseYAML(text[...], path: "countries.yml").root
    else { preconditionFailure("countries.yml is embedded and valid") }
    return Countries(root)
  }()

  init(_ root: YAMLNode) {
    var record = RecordReader(root, path: "countries.yml", what: "list of countries")
    let edition = record.text("edition")?.value ?? ""
    let all = record.entries("countries").map { entry in
      var country = RecordReader(entry.value, path: "countries.yml", what: "country")
      var names: [String: String] = [:]
      for language in ["en", "de"] { names[language] = country.text(language)?.value }
      return Country(
        code: entry.key, names: names, aliases: country.texts("also").map(\.value))
    }
    self.init(all, edition: edition)
  }
}
