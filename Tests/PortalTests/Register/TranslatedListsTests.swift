import Adoption
import Agreements
import Diagnostics
import Frontmatter
import Registers
import Testing

@testable import Portal

/// Two language versions of an agreement that both adopt their lists.
struct TranslatedListsTests {
  private func agreement(
    _ id: String, _ language: String, keys: String = "", _ body: String
  ) -> Agreement {
    let text = "---\ntitle: \(id)\nid: \(id)\nlanguage: \(language)\n\(keys)---\n\n\(body)\n"
    return readAgreement(Array(text.utf8), path: "\(id).md").agreement
  }

  /// `item` is the last item of the German list, and `row` that of the German table.
  private func versions(
    item: String = "Wachen", row: String = "Deutschland", keys: String = ""
  ) -> [Agreement] {
    let adopt = "adopt: {sub-processors: \"1\", measures: \"2\"}\n"
    return [
      agreement(
        "dpa", "en", keys: adopt,
        """
        ## 1. Companies

        | Company | Service | Location |
        |---|---|---|
        | Alpha GmbH | Hosting | Germany |
        | Beta Inc. | Mail (optional) | USA |

        ## 2. Measures

        ### Physical access control

        - Doors
        - Guards
        """),
      agreement(
        "avv", "de", keys: adopt + "translation-of: dpa\n" + keys,
        """
        ## 1. Firmen

        | Firma | Leistung | Ort |
        |---|---|---|
        | Alpha GmbH | Betrieb | \(row) |
        | Beta Inc. | Post (optional) | USA |

        ## 2. Maßnahmen

        ### Zutrittskontrolle

        - Türen
        - \(item)
        """),
    ]
  }

  private func controls(_ agreements: [Agreement]) -> AdoptedControls {
    AdoptedControls(
      adding: agreements, to: [], settings: nil, subProcessors: [], schemes: .shipped, workers: 1)
  }

  @Test func joinsTheWordsOfBothLanguages() throws {
    let found = controls(versions())
    let measures = found.controls.flatMap(\.measures)
    #expect(measures.map { $0.text.text(in: "en").text } == ["Doors", "Guards"])
    #expect(measures.map { $0.text.text(in: "de").text } == ["Türen", "Wachen"])
    #expect(found.diagnostics.map(\.code.rawValue) == [])

    let (records, diagnostics) = adoptRegisters(of: versions(), settings: nil, taken: [])
    let services = records.flatMap(\.engagements).compactMap(\.service)
    #expect(services.map { $0.text(in: "en").text } == ["Hosting", "Mail"])
    #expect(services.map { $0.text(in: "de").text } == ["Betrieb", "Post"])
    #expect(diagnostics.filter { $0.code == .translatedList } == [])
  }

  @Test func keepsTheWordsOfTheOriginalWhereTheListsDiffer() throws {
    let found = controls(versions(item: "Wachen (geplant)"))
    #expect(
      found.controls.flatMap(\.measures).map { $0.text.text(in: "de").text } == ["Doors", "Guards"])
    #expect(found.diagnostics.map(\.code.rawValue) == ["translated-list"])

    let (records, diagnostics) = adoptRegisters(
      of: versions(row: "Österreich"), settings: nil, taken: [])
    let services = records.flatMap(\.engagements).compactMap(\.service)
    #expect(services.map { $0.text(in: "de").text } == ["Hosting", "Post"])
    #expect(diagnostics.filter { $0.code == .translatedList }.count == 1)
  }

  @Test func keepsTheWordsOfOtherReadersApart() throws {
    let agreements = versions(keys: "audience: internal\n")
    #expect(
      controls(agreements).controls.flatMap(\.measures).map { $0.text.variants.count } == [1, 1])
  }
}
