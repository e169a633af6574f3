import Frontmatter

/// The territories in which processing is no transfer to a third country, by ISO 3166-1 code.
///
/// Source: Data/eea.yml, which decides for each code: territories of member states can lie outside.
package struct EuropeanEconomicArea: Sendable {
  private let codes: Set<String>
  /// Words of which names of the area consist, in small letters.
  package let names: Set<String>
  /// The date of the data, as its file states it.
  package let edition: String

  package func contains(_ country: String) -> Bool { codes.contains(country) }

  /// Whether a place is known to lie inside: by its country, or by words such as `EU (Frankfurt)`.
  package func contains(_ location: ProcessingLocation) -> Bool {
    if let country = location.country?.value { return contains(country) }
    guard location.organisation == nil else { return false }
    let bare = (location.words ?? "").prefix { $0 != "(" }
    let words = bare.lowercased().split { !$0.isLetter }.map(String.init)
    return !words.isEmpty && words.allSatisfy { names.contains($0) }
  }

  /// The data that the binary carries.
  package static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "eea.yml"), named: "eea.yml", what: "area"
  ) { EuropeanEconomicArea(reading: &$0) }

  init(reading record: inout RecordReader) {
    edition = record.requiredText("edition")?.value ?? ""
    var codes: Set<String> = []
    _ = record.record("inside", what: "list") { inside in
      for key in ["member-states", "other-states", "territories"] {
        codes.formUnion(inside.texts(key).map(\.value))
      }
    }
    self.codes = codes
    names = Set(record.texts("names").map(\.value))
  }
}
