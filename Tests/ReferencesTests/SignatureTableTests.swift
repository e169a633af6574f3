import Agreements
import References
import Testing

/// Empty cells of tables that nobody has signed.
struct SignatureTableTests {
  private func labels(_ table: String) -> [String] {
    findBlanks(in: read("## 1. Signatures\n\n\(table)\n")).map(\.label)
  }

  @Test(arguments: [
    "| | Vendor | Firm |\n|-|-|-|\n| Signature | | |\n| Date | | |",
    "| | Vendor | Firm |\n|-|-|-|\n| **Signature:** | | |\n| Date: | &nbsp; | <br><br> |",
  ])
  func areBlanksOfARowAndAColumn(table: String) {
    #expect(
      labels(table) == ["Signature, Vendor", "Signature, Firm", "Date, Vendor", "Date, Firm"])
  }

  @Test func leaveOutWhatIsFilled() {
    let rows = ["Name | Ann | ", "Signature | | ", " | | ", "Date | ____ | "]
    #expect(
      labels("| | A | B |\n|-|-|-|" + rows.map { "\n| \($0)|" }.joined())
        == ["Name, B", "Signature, A", "Signature, B", "", "Date, B"])
  }

  @Test(arguments: [
    ("| Name | |\n|-|-|\n| Unterschrift des Kunden | |", ["Name", "Unterschrift des Kunden"]),
    ("| Name | Datum | Unterschrift |\n|-|-|-|\n| | | |", ["Name", "Datum", "Unterschrift"]),
    (
      "| Party | Date | Signature |\n|-|-|-|\n| Fels | 1 May | |\n| Kite | | |",
      ["Signature, Fels", "Date, Kite", "Signature, Kite"]
    ),
    ("| | |\n|-|-|\n| Signature | |", ["Signature"]),
  ])
  func areNamedByTheHeadThatThereIs(table: String, expected: [String]) {
    #expect(labels(table) == expected)
  }

  @Test(arguments: [
    "| Data | Purpose |\n|-|-|\n| Name | |\n| Date | Login |",
    "| Service | Purpose | Firm |\n|-|-|-|\n| Electronic signature | | Kite |\n| Mail | | Fels |",
    "| Data | Coded | Signature |\n|-|-|-|\n| Mail | | yes |\n| Name | yes | |",
    "| | A |\n|-|-|\n| Signature | ![a](a.png) |\n| Remark | |",
  ])
  func areNoneElsewhere(table: String) { #expect(labels(table) == []) }

  @Test func stayLabelsWhereColumnsHaveLabels() {
    #expect(
      labels("| A | B |\n|-|-|\n| Name: | Name: |\n| Signature: | |")
        == ["Name", "Name", "Signature"])
  }

  @Test func standInTheirRow() throws {
    let reading = read("## 1. S\n\n| | A |\n|-|-|\n| Signature | |\n| Date | 1 May |\n")
    let blank = try #require(findBlanks(in: reading).first)
    #expect(reading.agreement.legalPath(of: Int(blank.provision)).written == "1 / Signature")
    #expect(blank.kind == .cell)
  }
}
