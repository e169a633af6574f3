import Diagnostics
import Frontmatter
import Registers
import Testing

@testable import Portal

struct AddressModelTests {
  @Test func writesAllLinesOfAnEnvelope() throws {
    let settings = try #require(
      readPortalSettings(
        from: Array(
          """
          title: T
          languages: [en]
          processor:
            name: P
            address: {street: 1 Main St, postal-code: "80202", city: Denver, region: Colorado, country: US}
          """.utf8), path: "content/portal.yml"
      ).settings)
    let model = addressModel(settings.processor.address)
    #expect(model.strings("lines") == ["1 Main St", "Denver, Colorado 80202"])
    #expect(model.text("country") == "US")
  }

  @Test(arguments: [
    ("US", ["San Francisco, CA 94105"]), ("CA", ["San Francisco CA 94105"]),
    ("GB", ["San Francisco 94105", "CA"]), ("DE", ["94105 San Francisco", "CA"]),
    ("Nowhere", ["94105 San Francisco", "CA"]),
  ])
  func writesTheTownAsItsCountryDoes(country: String, lines: [String]) {
    let place = SourceRange(path: "dpa.md", line: 1, column: 1)
    var address = PostalAddress()
    address.city = Located("San Francisco", at: place)
    address.region = Located("CA", at: place)
    address.postalCode = Located("94105", at: place)
    address.country = Located(country, at: place)
    #expect(addressModel(address).strings("lines") == lines)
  }

  @Test func leavesOutWhatIsNotStated() {
    var address = PostalAddress()
    address.city = Located("Bonn", at: SourceRange(path: "dpa.md", line: 1, column: 1))
    #expect(addressModel(address).strings("lines") == ["Bonn"])
  }
}
