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
    #expect(model.strings("lines") == ["1 Main St", "80202 Denver", "Colorado"])
    #expect(model.text("country") == "US")
  }

  @Test func leavesOutWhatIsNotStated() {
    var address = PostalAddress()
    address.city = Located("Bonn", at: SourceRange(path: "dpa.md", line: 1, column: 1))
    #expect(addressModel(address).strings("lines") == ["Bonn"])
  }
}
