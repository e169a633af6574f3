import Testing

@testable import Adoption

struct ShippedDataTests {
  /// Each reader refuses a file with a fault; none may be left to no reader.
  @Test func readsEachFile() {
    #expect(!ListWords.shipped.streets.isEmpty)
    #expect(MeasureWords.shipped.column(headed: "Maßnahme") == .measure)
    #expect(!PromiseWords.shipped.exceptions.isEmpty)
    #expect(ColumnHeads.shipped.field(ofHead: "Sitz") == .seat)
    #expect(ColumnHeads.shipped.field(ofHead: "Place") == .location)
    #expect(ColumnHeads.shipped.field(ofHead: "Place of business") == .address)
    #expect(
      EmbeddedFiles.names.sorted() == [
        "list-words.yml", "measure-words.yml", "promises.yml", "sub-processor-columns.yml",
      ])
  }
}
