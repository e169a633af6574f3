import Diagnostics
import Foundation
import Frontmatter
import Registers
import TestSupport
import Testing

@testable import Portal

struct MeasureModelsTests {
  @Test(arguments: [
    ("iso27001:2022/7.2", "ISO/IEC 27001:2022, 7.2"), ("c5:2020/PS-04", "C5:2020, PS-04"),
    ("own rule", "own rule"), ("isolation/1", "ISOLATION, 1"), ("", ""),
  ])
  func citesStandardsAsTheyAreCited(control: String, title: String) {
    #expect(standardTitle(of: control) == title)
  }

  @Test(arguments: [
    ("7.2", "Entry", "7.2 Entry"), ("b", "Confidentiality", "b Confidentiality"),
    ("PS-04", "Gates", "PS-04 Gates"), ("CC6.4", "Gates", "CC6.4 Gates"),
    ("availability", "Availability", "Availability"),
    ("data-minimisation", "Data minimisation", "Data minimisation"),
  ])
  func namesControlsOnce(number: String, name: String, title: String) {
    #expect(MeasureTexts.title(number, name) == title)
  }

  /// Two sites, a company, and controls of two schemes.
  private func fixture(schemes: String = "") throws -> PortalFixture {
    let fixture = try PortalFixture(
      settings: """
        products: [{id: fleet, name: Fleet}]
        sites: [{id: office, name: {en: Office, de: Büro}}, {id: hall, name: Hall}]
        \(schemes)
        measures-document: {version: "2.1", effective: 2026-01-01}

        """)
    try fixture.company("aws", "engagements: [{service: Hosting}]\nshort-name: AWS")
    try fixture.temporary.write(
      """
      ---
      control: bdsg9.1
      measures:
        - id: pa-01
          text: {en: Locked doors, de: Abgeschlossene Türen}
          scopes:
            hall: {state: delegated, to: aws, evidence: [{title: Gate, audience: public, checked: 2026-05-01}]}
          maps-to: [bdsg64.1, "iso27001:2022/7.2"]
          attributes: {retention: 90 days, key-length: 256}
        - id: pa-02
          text: Cages
          scopes: {hall: {state: shared, duty: {en: Name who may enter, de: Berechtigte nennen}}}
          products: [fleet]
      ---

      Doors and gates.
      """, to: "content/measures/access.md")
    try fixture.temporary.write(
      """
      ---
      control: gdpr32.d
      measures:
        - {id: rr-01, text: Audits, scopes: {office: {state: not-applicable, reason: None}}}
      ---
      """, to: "content/measures/review.md")
    return fixture
  }

  @Test func isFoundByTheControlsOfOtherSchemes() throws {
    let fixture = try fixture()
    try #require(fixture.build().publication != nil)
    let data = fixture.temporary.url.appending(path: "Site/search/data")
    let files = try FileManager.default.contentsOfDirectory(
      at: data, includingPropertiesForKeys: nil)
    let parts = try files.filter { $0.lastPathComponent.hasPrefix("p") }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()

    #expect(parts.contains("Locked doors · "))
    #expect(parts.contains("ISO/IEC 27001:2022, Annex A, 7.2\""))
  }

  private func models(
    _ fixture: PortalFixture, _ language: String
  ) throws -> MeasureModels {
    MeasureModels(
      try fixture.compile(), words: try shippedWords(language),
      paths: PortalPaths(defaultLanguage: "en"))
  }

  @Test func saysForEachScopeWhoIsResponsible() throws {
    let models = try models(try fixture(), "de")

    let matrix = models.matrix()
    let row = try #require(matrix.list("controls").first?.list("measures").first)
    let page = models.page(of: 0)
    let measure = try #require(page.list("measures").first)

    #expect(matrix.text("measure_count") == "3")
    #expect(matrix.list("scopes").map { $0.text("name") } == ["Büro", "Hall"])
    #expect(row.list("cells").map { $0.text("state") } == ["not-stated", "delegated"])
    #expect(row.list("cells").map { $0.text("word") } == ["Keine Angabe", "Übertragen"])
    #expect(row.list("cells").last?.text("sub_processor", "title") == "AWS")
    #expect(page.text("name") == "Zutrittskontrolle")
    #expect(measure.text("text", "text") == "Abgeschlossene Türen")
    #expect(measure.list("cells").map { $0.text("scope") } == ["Hall"])
    #expect(
      measure.list("maps_to").map { $0.text("title") } == [
        "§ 64 Abs. 3 BDSG, 1: Zugangskontrolle",
        "ISO/IEC 27001:2022, Anhang A, 7.2: Zutritt zu Gebäuden",
      ])
    #expect(
      measure.list("attributes").map { $0.text("name") } == ["Aufbewahrung", "Schlüssellänge"])
    #expect(measure.list("attributes").first?.strings("values") == ["90 Tage"])
  }

  @Test func showsTheSameMeasuresInEveryScheme() throws {
    let models = try models(try fixture(schemes: "schemes: [bdsg9, iso27001, gdpr32, sdm]"), "en")
    let catalog = models.portal.catalog

    #expect(catalog.schemes.map(\.scheme.id.value) == ["bdsg9", "gdpr32", "sdm", "iso27001"])
    func sections(_ index: Int) -> [String] {
      models.matrix(inScheme: index).list("controls").map { section in
        let heads = section.list("heads").map { $0.text("number") ?? "?" }.joined(separator: " ")
        let measures = section.list("measures").map { $0.text("text", "text") ?? "?" }
        return "\(heads): \(measures.joined(separator: ", ")) (\(section.text("basis") ?? "?"))"
      }
    }
    #expect(
      sections(0) == ["1: Locked doors, Cages (stated)", ": Audits (none)"])
    #expect(
      sections(1) == ["b: Locked doors, Cages (objective)", "d: Audits (stated)"])
    #expect(
      sections(2) == [
        "confidentiality: Locked doors, Cages (objective)",
        "transparency: Audits (objective)",
      ])
    #expect(
      sections(3) == [
        "5.35 5.36: Audits (mapping)", "7.1 7.2 7.3 7.4 7.5 7.6 7.8: Cages (mapping)",
        "7.2: Locked doors (stated)",
      ])
  }

  @Test func showsTheSchemesThatRecordsNameUnlessThePortalSaysWhich() throws {
    let models = try models(try fixture(), "en")

    #expect(
      models.portal.catalog.schemes.map(\.scheme.id.value)
        == ["bdsg9", "bdsg64", "gdpr32", "iso27001"])
  }

  @Test func tellsGapsFromWhatCorresponds() throws {
    let models = try models(try fixture(schemes: "schemes: [iso27001, gdpr32]"), "en")
    let iso = models.coverage(ofScheme: 1)
    let rows = iso.list("groups").flatMap { $0.list("controls") }
    func row(_ number: String) -> String? {
      rows.first { $0.text("number") == number }.map { row in
        "\(row.text("status") ?? "?") \(row.text("count") ?? "?")"
      }
    }

    #expect(iso.text("total") == "93")
    #expect(rows.count == 93)
    #expect(row("7.2") == "answered 1")
    #expect(row("7.1") == "corresponding 2")
    #expect(row("8.1") == "gap 0")
    #expect(
      models.coverage(ofScheme: 0).list("groups").flatMap { $0.list("controls") }
        .map { $0.text("status") } == ["gap", "answered", "gap", "not-applicable"])
    #expect(
      rows.first { $0.text("number") == "7.2" }?.strings("missing_scopes") == ["Office"])
  }

  @Test func listsWhatTheCustomerHasToDoAndWhatRestsOnOthers() throws {
    let models = try models(try fixture(), "de")
    let page = models.responsibility()
    let product = try #require(page.list("products").first)

    #expect(product.text("name") == "Fleet")
    #expect(product.list("duties").map { $0.text("duty", "text") } == ["Berechtigte nennen"])
    #expect(page.list("companies").map { $0.text("count") } == ["1"])
    let resting = models.delegated(to: 0)
    #expect(resting.text("company", "title") == "AWS")
    #expect(
      resting.list("controls").first?.list("measures").first?.strings("scopes") == ["Hall"])
  }

  @Test func numbersTheMeasuresOfTheDocument() throws {
    let document = try models(try fixture(), "en").document()

    #expect(document.text("version") == "2.1")
    #expect(document.text("effective") == "2026-01-01")
    let sections = document.list("sections")
    // What applies nowhere is not promised.
    #expect(sections.map { $0.text("name") } == ["Physical access control"])
    #expect(sections.first?.list("clauses").map { $0.text("number") } == ["(1)", "(2)"])
  }

  /// A promise in part says in which, and one for later by when: in the matrix, the document and
  /// the data alike.
  @Test func tellsWhyAMeasureIsPartialAndWhenItIsDue() throws {
    let fixture = try PortalFixture(
      settings: "sites: [{id: office, name: Office}, {id: hall, name: Hall}]\n")
    try fixture.temporary.write(
      """
      ---
      control: bdsg9.1
      measures:
        - id: pa-01
          text: Doors are locked
          scopes:
            office: {state: partial, reason: The back door is not.}
            hall: {state: planned, due: 2027-03-31}
      ---
      """, to: "content/measures/access.md")
    let models = try models(fixture, "en")

    let states = try #require(models.document().list("sections").first?.list("clauses").first)
      .list("states")
    #expect(states.map { $0.text("reason", "text") } == ["The back door is not.", nil])
    #expect(states.map { $0.text("due") } == [nil, "2027-03-31"])
    let row = try #require(models.matrix().list("controls").first?.list("measures").first)
    #expect(row.list("cells").map { $0.text("due") } == [nil, "2027-03-31"])
    let table = String(decoding: models.table(), as: UTF8.self)
    #expect(table.split(whereSeparator: \.isNewline).last?.hasSuffix(",2027-03-31") == true)
  }

  @Test func buildsPagesWhoseLinksLeadSomewhere() throws {
    let fixture = try fixture(
      schemes: "schemes: [bdsg9, bdsg64, gdpr32, scc, sdm, iso27001, c5, soc2]")
    let outcome = fixture.build()

    #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
    let walk = try SiteWalk(fixture.temporary.url.appending(path: "Site"))
    #expect(walk.faults() == [])
    for path in [
      "measures/index.html", "measures/bdsg9.1/index.html", "measures/iso27001.7.2/index.html",
      "measures/schemes/iso27001/index.html", "de/measures/schemes/c5/coverage/index.html",
      "measures/responsibility/index.html", "measures/document/index.html",
      "sub-processors/aws/measures/index.html",
    ] {
      #expect(walk.files.contains(path), "\(path)")
    }
    #expect(try fixture.page("measures/bdsg9.1/index.html").contains("Doors and gates."))
  }

  /// Names of controls are the scheme's, so both languages must be right wherever one is shown.
  @Test(arguments: ControlSchemes.shippedNames)
  func showsGermanNamesOnGermanPages(scheme: String) throws {
    let fixture = try fixture(schemes: "schemes: [\(scheme)]")
    _ = fixture.build()
    let page = try fixture.page("de/measures/schemes/\(scheme)/coverage/index.html")
    let known = try #require(ControlSchemes.shipped[scheme])

    for control in known.controls {
      let (german, english) = (control.name.text(in: "de").text, control.name.text(in: "en").text)
      #expect(page.contains(">\(german)<") || page.contains("</span> \(german)<"), "\(german)")
      guard german != english else { continue }
      #expect(!page.contains(">\(english)<") && !page.contains("</span> \(english)<"), "\(english)")
    }
    #expect(page.contains(known.title.text(in: "de").text))
    #expect(page.contains("<html lang=\"de\">"))
  }

  @Test func takesMeasuresFromAnAgreement() throws {
    let fixture = try fixture(schemes: "scopes: [{id: support}]")
    try fixture.temporary.write(
      """
      ---
      title: Support
      adopt: {measures: {at: Annex 1, scope: support}}
      ---
      # Annex 1

      ## Physical access control

      - a. Visitors sign in.

      ## Input control

      - a. Sessions are logged.
      """, to: "content/agreements/support.md")
    let models = try models(fixture, "en")
    let page = models.page(of: 0)
    let added = try #require(page.list("measures").last)

    #expect(
      page.list("measures").map { $0.text("text", "text") } == [
        "Locked doors", "Cages", "Visitors sign in.",
      ])
    #expect(added.text("id") == "Annex 1 / Physical access control / a")
    #expect(added.text("origin", "title") == "Support, Annex 1 / Physical access control / a")
    #expect(
      added.text("origin", "path")
        == "agreements/support/index.html#annex-1-physical-access-control-a")
    #expect(models.matrix().list("scopes").map { $0.text("id") } == ["office", "hall", "support"])
    #expect(models.portal.controls.map(\.control.value) == ["bdsg9.1", "bdsg9.5", "gdpr32.d"])
  }
}
