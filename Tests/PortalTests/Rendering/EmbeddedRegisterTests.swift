import TestSupport
import Testing

@testable import Portal

/// Registers in the text of an agreement, as the default theme shows them.
struct EmbeddedRegisterTests {
  @Test func saysTaskAndConditionOfEachEngagement() throws {
    let fixture = try PortalFixture()
    try fixture.company(
      "kite",
      """
      engagements:
        - service: {en: Hosting, de: Betrieb der Server}
          condition: Only in the dedicated cloud
          locations: [{country: DE}]
      """)
    try fixture.agreement("dpa", "## 1. Companies\n\n{{ sub_processors() }}\n")
    try fixture.agreement("avv", "## 1. Firmen\n\n{{ sub_processors() }}\n", language: "de")
    try #require(fixture.build().publication != nil)
    let english = try fixture.page("agreements/dpa/index.html")
    #expect(english.contains(">Hosting <span class=\"line quiet\">Only in the dedicated cloud<"))
    let german = try fixture.page("agreements/avv/index.html")
    #expect(german.contains(">Betrieb der Server <span"))
    #expect(german.contains("<span lang=\"en\">Only in the dedicated cloud</span>"))
  }

  @Test func promisesOnlyMeasuresThatAreTaken() throws {
    let fixture = try PortalFixture(
      settings: "scopes: [{id: office, name: Office}, {id: plant, name: Plant}]\n")
    func measure(_ id: String, _ office: String, _ plant: String) -> String {
      "  - {id: \(id), text: \(id) is done., scopes: {office: \(office), plant: \(plant)}}\n"
    }
    let none = "{state: not-applicable, reason: None.}"
    try fixture.temporary.write(
      "---\ncontrol: bdsg9.1\nmeasures:\n" + measure("m-1", "implemented", "implemented")
        + measure("m-2", "planned", "planned") + measure("m-3", "implemented", "planned")
        + measure("m-4", "{state: customer, duty: Do it.}", none) + measure("m-5", none, "partial")
        + "---\n", to: "content/measures/doors.md")
    try fixture.agreement("all", "## 1. Measures\n\n{{ measures() }}\n")
    try fixture.agreement("plant", "## 1. Measures\n\n{{ measures(scope=\"plant\") }}\n")
    try #require(fixture.build().publication != nil)

    let all = try fixture.page("agreements/all/index.html")
    #expect(all.contains("<td>m-1 is done.</td>"))
    #expect(!all.contains("m-2") && !all.contains("m-4"))
    #expect(all.contains("<span class=\"line quiet\">Implemented: Office</span>"))
    #expect(all.contains("<span class=\"line quiet\">Planned: Plant</span>"))
    let plant = try fixture.page("agreements/plant/index.html")
    #expect(!plant.contains("m-2") && !plant.contains("m-3"))
    #expect(plant.contains("m-5 is done. <span class=\"line quiet\">Partial: Plant</span>"))
  }

  /// A measure is cited by its place in the annex, which no version may number anew.
  @Test func listsMeasuresInTheOrderOfTheSchemeInEveryVersion() throws {
    let fixture = try PortalFixture(settings: "scopes: [{id: office, name: Office}]\n")
    // By the names of the files, the second control comes first.
    for (file, control, text) in [
      ("a", "bdsg9.2", "Passwords are long"), ("b", "bdsg9.1", "Doors are locked"),
    ] {
      try fixture.temporary.write(
        "---\ncontrol: \(control)\nmeasures: "
          + "[{id: m-\(file), text: \(text), scopes: {office: implemented}}]\n---\n",
        to: "content/measures/\(file).md")
    }
    try fixture.agreement("dpa", "## 1. Measures\n\n{{ measures() }}\n", keys: "version: '1.0'\n")
    try fixture.release("2026-01-15")
    try #require(fixture.build().publication != nil)

    for page in ["agreements/dpa/index.html", "agreements/dpa/1.0/index.html"] {
      let html = try fixture.page(page)
      let first = try #require(html.firstRange(of: "Doors are locked"))
      let second = try #require(html.firstRange(of: "Passwords are long"))
      #expect(first.lowerBound < second.lowerBound)
    }
  }
}
