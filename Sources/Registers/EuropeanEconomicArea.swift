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
