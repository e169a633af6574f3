import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Testing

struct ReadPortalSettingsTests {
  @Test func readsEveryKey() throws {
    let (read, diagnostics) = settings(Samples.settings)

    #expect(diagnostics == [])
    let portal = try #require(read)
    #expect(portal.title.text(in: "de").text == "Vertrauensportal")
    #expect(portal.baseURL?.value == "https://trust.example.com")
    #expect(portal.languages.map(\.value) == ["en", "de"])
    #expect(portal.defaultLanguage == "en")
    #expect(portal.processor.name.value == "Nordwind Fleet GmbH")
    #expect(portal.processor.address?.postalCode?.value == "20457")
    #expect(portal.processor.contact?.audience == .customer)
    #expect(portal.processor.dataProtectionOfficer?.audience == .public)
    #expect(portal.processor.members.map(\.name.value) == ["Nordwind Austria"])
    #expect(portal.products.map(\.id.value) == ["fleet-4", "fleet-5"])
    #expect(portal.products[0].editions.map(\.id.value) == ["public-cloud", "private-cloud"])
    #expect(portal.products[0].editions[1].name.text(in: "en").text == "Private cloud")
    #expect(portal.products[1].name.text(in: "en").text == "fleet-5")
    #expect(portal.scopes.map(\.id.value) == ["office", "home", "lab", "data-centre"])
    #expect(portal.scopes.map(\.isSite) == [true, true, true, false])
    #expect(portal.dataCategories.first?.isSensitive == true)
    #expect(portal.notice.beforeUse?.value == Period("30 days"))
    #expect(portal.notice.objection?.value == Period("14 working days"))
    #expect(portal.notice.week == .mondayToSaturday)
    #expect(portal.notice.holidays?.value == "DE-HH")
    #expect(portal.notice.channel?.email?.value == "privacy@example.com")
    #expect(portal.theme.accent?.value == "#1f5fa8")
    #expect(portal.theme.logo?.value == "assets/logo.svg")
  }

  @Test func hasDefaultsForAllButTheNames() throws {
    let (read, diagnostics) = settings("title: T\nprocessor: {name: P}")

    #expect(diagnostics == [])
    let portal = try #require(read)
    #expect(portal.languages.map(\.value) == ["en"])
    #expect(portal.notice.week == nil)
    #expect(portal.products.isEmpty && portal.scopes.isEmpty)
  }

  @Test(arguments: [
    ("base-url: trust.example.com", "malformed-value"), ("languages: [english]", "malformed-value"),
    ("languages: []", "malformed-value"),
    ("notice: {before-use: 30}", "malformed-value"),
    ("notice: {objection: two weeks}", "malformed-value"),
    ("notice: {week: weekdays}", "malformed-value"),
    ("notice: {holidays: Hamburg}", "malformed-value"),
    ("theme: {accent: blue}", "malformed-value"), ("theme: {logo: ../logo.svg}", "malformed-value"),
    ("theme: {logo: /logo.svg}", "malformed-value"), ("theme: {colour: blue}", "unknown-key"),
    ("products: [{name: A}]", "missing-key"), ("products: [{id: a, status: old}]", "unknown-value"),
    ("products: {id: a}", "wrong-type"), ("products: [{id: a, editions: [[x]]}]", "wrong-type"),
    ("products: [{id: con}]", "malformed-value"), ("products: [{id: index}]", "malformed-value"),
    ("security: {contact: [], expires: 2027-01-01}", "missing-key"),
    ("titles: x", "unknown-key"), ("sites: [{id: 'a b'}]", "malformed-value"),
    ("releases: {from: git, tags: ''}", "malformed-value"),
  ])
  func reportsWhatDoesNotFit(line: String, code: String) {
    let (read, diagnostics) = settings("title: T\nprocessor: {name: P}\n\(line)")

    #expect(read != nil)
    #expect(codes(diagnostics) == [code])
  }

  @Test(arguments: ["''", "' '", "{}", "\"\\u200b\""])
  func missesATitleThatIsBlank(title: String) {
    let (_, diagnostics) = settings("title: \(title)\nprocessor: {name: ' '}\n")

    #expect(
      diagnostics.map(\.summary) == [
        "'title' is missing from the portal", "'name' is missing from the processor",
      ])
  }

  @Test(arguments: ["", "# nothing yet\n", "{}"])
  func reportsWhatAnEmptyFileLacks(text: String) {
    let (_, diagnostics) = settings(text)

    #expect(
      diagnostics.map(\.summary) == [
        "'title' is missing from the portal", "'processor' is missing from the portal",
      ])
  }

  @Test func reportsAFileThatIsNoMapping() {
    #expect(settings("- a").settings == nil)
    #expect(codes(settings("- a").diagnostics) == ["wrong-type"])
    #expect(codes(settings("a: [").diagnostics) == ["yaml-syntax"])
  }

  @Test func takesCountriesByTheirNamesToo() {
    let text = """
      title: T
      processor: {name: P, address: {city: V, country: Österreich}}
      sites: [{id: a, country: Bosnia and Herzegovina}, {id: b, country: DE}]
      """
    let (settings, diagnostics) = readPortalSettings(from: Array(text.utf8), path: "portal.yml")

    #expect(settings?.processor.address?.country?.value == "AT")
    #expect(settings?.scopes.map(\.country?.value) == ["BA", "DE"])
    #expect(diagnostics == [])
  }
}
