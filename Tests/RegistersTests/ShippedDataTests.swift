import Testing

@testable import Registers

struct ShippedDataTests {
  /// Each reader refuses a file with a fault; none may be left to no reader.
  @Test func readsEachFile() {
    let editions = [
      "countries.yml": Countries.shipped.edition, "eea.yml": EuropeanEconomicArea.shipped.edition,
      "transfers.yml": TransferCatalog.shipped.edition,
    ]
    #expect(editions.values.allSatisfy { $0.hasPrefix("20") }, "\(editions)")
    #expect(!OutdatedTechnology.shipped.rules.isEmpty)
    let schemes = ControlSchemes.shippedNames.map { "schemes/\($0).yml" }
    #expect(ControlSchemes.shipped.all.count == schemes.count)
    #expect(!LegalForms.shipped.clear.isEmpty)
    let others = ["legal-forms.yml", "mapping.yml", "technology.yml"]
    #expect(EmbeddedFiles.names.sorted() == (editions.keys + others + schemes).sorted())
  }
}
