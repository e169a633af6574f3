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

  @Test func saysForEachScopeWhoIsResponsible() throws {
    let fixture = try PortalFixture(
      settings: "sites: [{id: office, name: Office}, {id: hall, name: Hall}]\n")
    try fixture.company("aws", "engagements: [{service: Hosting}]\nshort-name: AWS")
    try fixture.temporary.write(
      """
      ---
      control: bdsg9.1
      measures:
        - id: pa-01
          text: {en: Locked doors, de: Abgeschlossene Türen}
          scopes:
            hall: {state: delegated, to: aws}
          maps-to: [bdsg64.1, "iso27001:2022/7.2"]
      ---
      """, to: "content/measures/access.md")
    let models = MeasureModels(
      try fixture.compile(), language: "de", paths: PortalPaths(defaultLanguage: "en"))

    let matrix = models.matrix()
    let page = models.page(of: 0)
    let measure = try #require(page.list("measures").first)

    #expect(matrix.text("measure_count") == "1")
    #expect(page.text("name") == "Zutrittskontrolle")
    #expect(measure.text("text", "text") == "Abgeschlossene Türen")
    #expect(measure.list("cells").map { $0.text("state") } == ["not-stated", "delegated"])
    #expect(measure.list("cells").last?.text("sub_processor", "title") == "AWS")
    #expect(
      measure.list("maps_to").map { $0.text("title") } == [
        "§ 64 Abs. 3 BDSG, 1: Zugangskontrolle",
        "ISO/IEC 27001:2022, Anhang A, 7.2: Zutritt zu Gebäuden",
      ])
  }
}
