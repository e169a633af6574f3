import Agreements
import Diagnostics
import Frontmatter
import Registers
import TestSupport
import Testing

@testable import Adoption

struct AdoptionFaultsTests {
  private let table = """
    | Firma | Wofür |
    |---|---|
    | Alpha GmbH | Hosting |
    """

  @Test(arguments: [
    ("[{at: Annex 9}]", "unknown-place", "replace 'Annex 9' with 'Annex 2'"),
    (
      "Annex 3", "nothing-adopted",
      "name the place that holds it, or map its heads with columns: {name: ...}"
    ),
    (
      "{at: Annex 2, columns: {service: Zweck}}", "unknown-column",
      "write the head of the column as the table has it"
    ),
    ("{at: Annex 2, columns: {serice: Wofür}}", "unknown-value", "replace 'serice' with 'service'"),
  ])
  func reportsWhatAnAuthorAsksFor(adopt: String, code: String, help: String) {
    let (_, diagnostics) = adopted(table, adopt: adopt)

    let found = diagnostics.first { $0.code.rawValue == code }
    #expect(found?.help == help)
    #expect(found?.range != nil)
  }

  @Test(arguments: ["Annex 2", "[Annex 2]", "{at: Annex 2}", "[{at: '#annex-2'}]", "true"])
  func findsThePlaceInAnySpelling(adopt: String) {
    #expect(
      adopted(table, adopt: adopt == "[{at: '#annex-2'}]" ? "[{at: annex-2}]" : adopt).records.count
        == 1)
  }

  @Test func takesColumnsAndFactsFromTheAuthor() {
    let (records, _) = adopted(
      table, adopt: "{at: Annex 2, columns: {service: Wofür}, products: [kite], country: Austria}")

    #expect(summary(records) == ["Alpha GmbH Hosting {kite}"])
  }

  @Test func reportsAddressesThatDiffer() {
    let (records, diagnostics) = adopted(
      """
      | Company | Address | Service | Location |
      |---|---|---|---|
      | Alpha Ltd | Weg 1, 10115 Berlin, Germany | Hosting | Germany |
      | Alpha Ltd | Weg 1, 20095 Hamburg, Germany | Backup | Germany |
      """)

    #expect(records.count == 1)
    #expect(diagnostics.map(\.code) == [.contradictingAddress])
  }

  @Test func givesEachCompanyAnIDOfItsOwn() {
    let (records, _) = adopted("- **Ä-Dienst**: a\n- **Æ Dienst**: b\n- **§§§**: c")

    #expect(Set(records.map(\.id.value)).count == records.count)
    #expect(records.allSatisfy { isIdentifier($0.id.value) })
  }

  @Test func staysLinearOnLongLists() {
    let make = { (count: Int) in
      let rows = (0..<count).map { "| Company \($0) Ltd | Hosting | Germany |" }
      return "| Company | Service | Location |\n|---|---|---|\n" + rows.joined(separator: "\n")
    }

    expectLinear(from: 500, on: make) { _ = adopted($0) }
    #expect(adopted(make(500)).records.count == 500)
  }
}
