import Deadlines
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Portal

/// The register as data for programs and spreadsheets.
struct RegisterDataTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(
      settings: """
        base-url: https://trust.example
        products: [{id: app, name: {en: App, de: Anwendung}, editions: [{id: cloud, name: Cloud}]}]
        data-categories: [{id: health, name: {en: health data, de: Gesundheitsdaten}, sensitive: true}]
        data-subjects: [{id: readers, name: {en: readers, de: Lesende}}, {id: children, name: {en: children, de: Kinder}, sensitive: true}]
        notice:
          before-use: 30 days
          objection: 14 days
          channel: {email: dp@processor.example, url: "https://processor.example", phone: +49 1}

        """)
  }

  private func rich() throws {
    try fixture.company(
      "mail",
      """
      short-name: Mail
      aliases: [Old Mail]
      address: {street: "Weg 1, Hof", postal-code: "53111", city: Bonn, region: NRW, country: DE}
      contact: {name: Office, email: privacy@mail.example, audience: public}
      parent: {name: Holding, country: US}
      website: https://mail.example
      group-company: true
      natural-person: true
      certificates: [{name: ISO, expires: 2027-05-31, url: "https://mail.example/iso"}]
      reviewed: 2026-05-02
      engagements:
        - service: {en: "=Mail", de: Post}
          purpose: Sending
          condition: {en: On request}
          products: [app/cloud]
          data: [health]
          subjects: [readers, children]
          announced: 2026-05-25
          effective: 2026-07-15
          ended: 2027-01-31
          locations:
            - {country: FR, city: Lyon, role: [storage, backup]}
            - {country: US, note: {en: "east, only"}, transfer: {mechanism: scc-2021-914, module: 3, decision: (EU) 2021/914, entity: Mail Inc., reason: {en: because}, checked: 2026-01-01, expires: 2027-01-01}}
            - {organisation: European Patent Organisation}
          transfer: none-eea
        - service: Letters
          locations: [{country: IE}, {country: IN}]
          transfer: [{mechanism: derogation, letter: c}, {mechanism: bcr, authority: DPC}]
        - {service: Fax, announced: 2026-01-01, effective: 2026-03-01, withdrawn: 2026-02-01}
      """)
    try fixture.company(
      "lower", "engaged-by: mail\nengagements: [{service: Help, effective: 2020-01-01}]")
    try fixture.company(
      "post", "address: {country: AT}\nexcluded: true\nreason: {en: A carrier, de: Beförderer}")
    try fixture.company(
      "secret", "audience: internal\nengagements: [{service: Secret, effective: 2020-01-01}]")
    try fixture.company(
      "hidden",
      """
      engaged-by: secret
      contact: {name: Nobody, email: hidden@mail.example}
      contract: {status: signed, date: 2020-01-01}
      engagements: [{service: Post, effective: 2020-01-01}]
      """)
    try fixture.agreement(
      "list",
      """
      ## 1. Sub-processors

      | Company | Service | Location | Floor |
      |---|---|---|---|
      | Adopted GmbH, Bonn | Backups | Germany | Third |

      """, keys: "adopt: {sub-processors: \"1\"}\n")
    try fixture.agreement("dpa", "## 1. One\n\n- (1) A.\n")
  }

  /// A list that is announced, and says all else of its one task than the one in force.
  private func changing() throws {
    func write(_ effective: String, _ row: String) throws {
      try fixture.agreement(
        "changing",
        """
        ## 1. Sub-processors

        | Company | Service | Purpose | Data | Data subjects | Location | Safeguards | Product | Condition | Floor |
        |---|---|---|---|---|---|---|---|---|---|
        | Changing GmbH, Bonn | \(row) |

        """, keys: "effective: \(effective)\nadopt: {sub-processors: \"1\"}\n")
    }
    try write("2026-01-15", "Tapes | Backup | names | staff | Germany | none | App |  | First")
    try fixture.release("2026-01-15")
    try write(
      "2026-07-15",
      "Tapes | Restoring | addresses | readers | India | SCC | App | On request | Second")
    try fixture.release("2026-05-28")
  }

  private func models(_ language: String = "en") throws -> RegisterModels {
    RegisterModels(
      try fixture.compile(), words: try shippedWords(language),
      paths: PortalPaths(defaultLanguage: "en"))
  }

  private func json() throws -> String {
    String(decoding: try models().json(generator: "Annex"), as: UTF8.self)
  }

  /// The cells of the table by the heads of their columns, none of which has a comma here.
  private func rows(_ language: String = "en") throws -> [[String: String]] {
    let text = String(decoding: try models(language).table().dropFirst(3), as: UTF8.self)
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r\n" where !isQuoted: rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows.dropFirst().dropLast().map { row in
      Dictionary(uniqueKeysWithValues: zip(rows[0], row))
    }
  }

  @Test func saysWhatTheSchemaDescribesAndNothingElse() throws {
    try changing()
    try rich()
    let schema = try DataSchema(named: "sub-processors-data")
    let text = try json()

    #expect(try schema.faults(in: text) == [])
    let missing = schema.keys().subtracting(try schema.keys(in: text)).sorted()
    #expect(missing == [])
  }

  @Test func isFoundFaultyByTheSchema() throws {
    let schema = try DataSchema(named: "sub-processors-data")
    let text = try json().replacing("\"version\":1", with: "\"version\":2")
    #expect(try schema.faults(in: text) == [".version: not const"])
  }

  @Test func keepsWhatOnlySomeMayRead() throws {
    try rich()
    for text in [try json(), String(decoding: try models().table(), as: UTF8.self)] {
      for secret in ["secret", "Secret", "Nobody", "hidden@", "signed"] {
        #expect(!text.contains(secret), "\(secret)")
      }
    }
  }

  @Test func hasARowForEachPlaceOfProcessing() throws {
    try rich()
    let rows = try rows().filter { $0["id"] == "mail" && $0["service"] != "Letters" }

    #expect(rows.map { $0["country"] } == ["FR", "US", "", ""])
    #expect(rows.map { $0["mechanisms"] } == ["none-eea", "scc-2021-914", "none-eea", ""])
    #expect(rows.map { $0["standing"] } == ["inside", "grounded", "grounded", ""])
    #expect(rows.map { $0["place"] } == ["", "east, only", "European Patent Organisation", ""])
    #expect(
      rows.map { $0["state"] } == ["in-objection", "in-objection", "in-objection", "withdrawn"])
    #expect(rows[0]["service"] == "'=Mail")
    #expect(rows[0]["address"] == "Weg 1, Hof, 53111 Bonn, NRW")
    #expect(rows[0]["roles"] == "storage; backup")
    #expect(rows[0]["objectUntil"] == "2026-06-08")
    #expect(rows[0]["page"] == "https://trust.example/sub-processors/mail/")
    #expect(try self.rows().map { $0["id"] }.contains("post") == false)
    #expect(try self.rows().first { $0["id"] == "lower" }?["engagedBy"] == "mail")
    #expect(try self.rows().first { $0["id"] == "lower" }?["tier"] == "2")
  }

  /// Inside the area there is nothing to rest on; and a derogation is one by its letter.
  @Test func tellsWhatATransferRestsOn() throws {
    try rich()
    let letters = try rows().filter { $0["service"] == "Letters" }
    #expect(letters.map { $0["country"] } == ["IE", "IN"])
    #expect(letters.map { $0["mechanisms"] } == ["none-eea", "derogation; bcr"])
    #expect(letters.last?["mechanismNames"]?.contains("letter (c); ") == true)
    let json = try json()
    #expect(json.contains("{\"mechanism\":\"derogation\",\"letter\":\"c\"}"))
    #expect(json.contains("{\"mechanism\":\"bcr\",\"authority\":\"DPC\"}"))
    #expect(
      json.contains("\"standing\":\"inside\",\"transfers\":[{\"mechanism\":\"none-eea\"}]"))
    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let transfers = try fixture.page("transfers/index.html")
    #expect(transfers.contains("Art. 49(1)(c)"))
    #expect(transfers.contains("DPC"))
    #expect(try fixture.page("de/transfers/index.html").contains("Art. 49 Abs. 1 Buchst. c"))
    #expect(try fixture.page("sub-processors/mail/index.html").contains("letter (c)"))
  }

  /// What a customer asks first about a company: whether it sees data of special categories.
  @Test(arguments: [
    (
      "", "health data <span class=\"quiet\">(sensitive, Art. 9 or 10 GDPR)</span>",
      "readers, children <span class=\"quiet\">(vulnerable persons)</span>"
    ),
    (
      "de/", "Gesundheitsdaten <span class=\"quiet\">(sensibel, Art. 9 oder 10 DSGVO)</span>",
      "Lesende, Kinder <span class=\"quiet\">(schutzbedürftige Personen)</span>"
    ),
  ])
  func marksSpecialCategoriesByAWord(folder: String, data: String, subjects: String) throws {
    try rich()
    try #require(fixture.build().publication != nil)

    #expect(try fixture.page("\(folder)sub-processors/index.html").contains(data))
    let page = try fixture.page("\(folder)sub-processors/mail/index.html")
    #expect(page.contains(data))
    #expect(page.contains(subjects))
    let row = try #require(try rows(folder.isEmpty ? "en" : "de").first { $0["id"] == "mail" })
    #expect(row["sensitiveData"] == (folder.isEmpty ? "health data" : "Gesundheitsdaten"))
    #expect(row["vulnerableSubjects"] == (folder.isEmpty ? "children" : "Kinder"))
  }

  /// Directory, table and page of transfers say the same of a place, by the law that it is asked for.
  @Test(arguments: [
    ("DE", "{country: FR}", "scc-2021-914, uk-addendum", "none-eea", ""),
    ("DE", "{country: FR}", "", "none-eea", ""),
    ("DE", "{note: at home}", "", "", "no country stated"),
    ("DE", "{country: CH}", "", "adequacy", "Art. 45(3), 2000/518/EC"),
    ("DE", "{country: GB}", "uk-addendum", "adequacy", "Art. 45(3), (EU) 2021/1772"),
    (
      "DE", "{country: IN}", "bcr, uk-addendum", "bcr; uk-addendum",
      "Art. 46(2)(b), 47|UK GDPR, Art. 46(2)(d)"
    ),
    ("GB", "{country: GB}", "", "none-home", ""),
    ("CH", "{country: CH}", "swiss-addendum", "none-home", ""),
  ])
  func saysTheSameOfAPlaceEverywhere(
    processor: String, place: String, stated: String, shown: String, grounds: String
  ) throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      """
      title: Portal
      processor: {name: Processor, address: {country: \(processor)}}

      """, to: "content/portal.yml")
    try fixture.agreement("dpa", "## 1. One\n\n- (1) A.\n")
    try fixture.company(
      "mail",
      """
      engagements:
        - {service: Mail, effective: 2020-01-01, locations: [\(place)], transfer: [\(stated)]}
      """)
    try #require(fixture.build().publication != nil)

    let models = RegisterModels(
      try fixture.compile(), words: try shippedWords("en"),
      paths: PortalPaths(defaultLanguage: "en"))
    let entry = try #require(models.directory().list("active").first)
    #expect(entry.list("mechanisms").compactMap { $0.text() }.joined(separator: "; ") == shown)
    #expect(String(decoding: models.table(), as: UTF8.self).contains(",\(shown),"))
    let page = try fixture.page("transfers/index.html")
    for ground in grounds.split(separator: "|") { #expect(page.contains(ground)) }
    #expect(page.contains("<tbody>") == !grounds.isEmpty)
    #expect(page.contains("own country") == (shown == "none-home"))
  }

  @Test func writesTablesInTheLanguageOfTheirReaders() throws {
    try rich()
    let row = try #require(try rows("de").first { $0["id"] == "mail" })
    #expect(row["service"] == "Post")
    #expect(row["data"] == "Gesundheitsdaten")
    #expect(row["products"] == "Anwendung, Cloud")
    #expect(row["countryName"] == "Frankreich")
    #expect(row["state"] == "in-objection")
    #expect(row["stateName"] == "Einspruch möglich")
    #expect(row["page"] == "https://trust.example/de/sub-processors/mail/")
  }

  @Test func standsBesideTheDirectory() throws {
    try rich()
    try #require(fixture.build().publication != nil)
    #expect(try fixture.page("sub-processors/sub-processors.json") == json())
    for language in ["en", "de"] {
      let folder = (language == "en" ? "" : "de/") + "sub-processors/"
      let table = fixture.temporary.url.appending(path: "Site/\(folder)sub-processors.csv")
      #expect([UInt8](try Data(contentsOf: table)) == (try models(language).table()))
      let page = try fixture.page(folder + "index.html")
      #expect(page.contains("<a href=\"sub-processors.csv\" type=\"text/csv\">"))
      let all = language == "en" ? "" : "../../sub-processors/"
      #expect(page.contains("<a href=\"\(all)sub-processors.json\" type=\"application/json\">"))
      #expect(
        page.contains("<link rel=\"alternate\" type=\"text/csv\" href=\"sub-processors.csv\""))
    }
    #expect(try !fixture.page("index.html").contains(".csv"))
  }

  /// A page in the place of the file could not be written.
  @Test(arguments: ["sub-processors.json", "Sub-Processors.CSV", "feed.atom"])
  func refusesAnIDThatIsAFileOfThePortal(id: String) throws {
    try fixture.company("a", "id: \(id)\nengagements: [{service: Help, effective: 2020-01-01}]")
    let portal = try fixture.compile()
    let (_, diagnostics) = planPages(of: portal, paths: PortalPaths(defaultLanguage: "en"))
    let folders = id.hasSuffix("json") ? [""] : ["", "de/"]
    #expect(
      diagnostics.map(\.summary).sorted()
        == folders.map {
          "folder '\($0)sub-processors/\(id.lowercased())' of a page is a file that every portal has"
        }.sorted())
  }
}
