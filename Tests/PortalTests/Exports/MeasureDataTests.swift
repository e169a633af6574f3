import TestSupport
import Testing

@testable import Portal

/// The measures as data for programs and spreadsheets.
struct MeasureDataTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(
      settings: """
        base-url: https://trust.example
        notice: {channel: {email: dp@processor.example}}
        products: [{id: app, name: App, editions: [cloud]}]
        sites: [{id: office, name: {en: Office, de: Büro}, country: DE}]
        scopes: [{id: cloud, name: Cloud}]
        schemes: [bdsg9, gdpr32, iso27001]

        """)
    try fixture.company("hall", "engagements: [{service: Hosting, effective: 2020-01-01}]")
    try fixture.company(
      "secret", "audience: internal\nengagements: [{service: Hosting, effective: 2020-01-01}]")
    try fixture.temporary.write(
      """
      ---
      control: bdsg9.1
      measures:
        - id: doors
          text: {en: "Doors, locked", de: Türen}
          products: [app]
          scopes:
            office: {state: implemented, since: 2025-03-01}
            cloud: {state: delegated, to: hall, evidence: [{url: "https://hall.example"}]}
          maps-to: [iso27001:2022/7.2]
          reviewed: 2026-05-04
          owner: Nobody
          attributes: {interval: 1 year}
          evidence:
            - {title: {en: Plan}, url: "https://processor.example/plan", checked: 2026-05-01, audience: public}
            - {title: Report, audience: customer}
        - id: keys
          text: Keys
          scopes:
            office: {state: not-applicable, reason: {en: None, de: Keine}}
            cloud: {state: customer, duty: Lock, due: 2026-12-31}
        - id: guards
          text: Guards
          scopes: {office: {state: delegated, to: secret}}
        - {id: private, text: Private, audience: internal, scopes: {office: implemented}}
      ---
      """, to: "content/measures/doors.md")
    try fixture.agreement(
      "toms", "## 1. Entry control\n\n- Locks are changed each year.\n",
      keys: "adopt: {measures: {at: \"1\", scheme: bdsg9}}\n")
    try fixture.agreement("dpa", "## 1. One\n\n- (1) A.\n")
  }

  private func models(_ language: String = "en") throws -> MeasureModels {
    MeasureModels(
      try fixture.compile(), words: try shippedWords(language),
      paths: PortalPaths(defaultLanguage: "en"))
  }

  private func json() throws -> String {
    String(decoding: try models().json(generator: "Annex"), as: UTF8.self)
  }

  private func table(_ language: String = "en") throws -> [String] {
    String(decoding: try models(language).table().dropFirst(3), as: UTF8.self)
      .split(separator: "\r\n").filter { !$0.contains(",all,In general,not-stated,") }.map {
        String($0)
      }
  }

  @Test func saysWhatTheSchemaDescribesAndNothingElse() throws {
    let schema = try DataSchema(named: "measures-data")
    let text = try json()

    #expect(try schema.faults(in: text) == [])
    let missing = schema.keys().subtracting(try schema.keys(in: text)).sorted()
    #expect(missing == [])
  }

  @Test func keepsWhatOnlySomeMayRead() throws {
    for text in [try json(), try table().joined()] {
      for secret in ["secret", "Nobody", "Private", "Report"] {
        #expect(!text.contains(secret), "\(secret)")
      }
    }
  }

  @Test func hasARowForEachMeasureInEachScope() throws {
    let rows = try table().filter { $0.hasPrefix("doors,") || $0.hasPrefix("keys,") }
    let page = "https://trust.example/measures/bdsg9.1/"
    let doors = "doors,\"Doors, locked\",bdsg9,1,Physical access control,confidentiality,app,"
    let evidence = "Plan https://processor.example/plan"
    #expect(
      rows == [
        doors
          + "office,Office,implemented,Implemented,,,,,iso27001:2022/7.2,\(evidence),2026-05-04,\(page)#doors,2025-03-01,",
        doors
          + "cloud,Cloud,delegated,Delegated,hall,HALL,,,iso27001:2022/7.2,\(evidence),2026-05-04,\(page)#doors,,",
        "keys,Keys,bdsg9,1,Physical access control,confidentiality,,office,Office,not-applicable,Not applicable,,,None,,,,,\(page)#keys,,",
        "keys,Keys,bdsg9,1,Physical access control,confidentiality,,cloud,Cloud,customer,Customer,,,,Lock,,,,\(page)#keys,,2026-12-31",
      ])
  }

  @Test func writesTablesInTheLanguageOfTheirReaders() throws {
    let row = try #require(try table("de").first { $0.hasPrefix("doors,") })
    #expect(
      row.hasPrefix(
        "doors,Türen,bdsg9,1,Zutrittskontrolle,confidentiality,app,office,Büro,implemented,Umgesetzt,"
      ))
    #expect(
      row.hasSuffix(",https://trust.example/de/measures/bdsg9.1/#doors,2025-03-01,"))
  }

  @Test func standsBesideTheMatrixInEveryScheme() throws {
    try #require(fixture.build().publication != nil)
    #expect(try fixture.page("measures/measures.json") == json())
    #expect(try fixture.page("de/measures/measures.csv").contains("Zutrittskontrolle"))
    for (page, folder) in [
      ("measures/index.html", ""), ("measures/schemes/iso27001/index.html", "../../"),
    ] {
      let text = try fixture.page(page)
      #expect(text.contains("<a href=\"\(folder)measures.csv\" type=\"text/csv\">Table (CSV)</a>"))
      #expect(
        text.contains(
          "<a href=\"\(folder)measures.json\" type=\"application/json\">Data (JSON)</a>"))
    }
  }
}
