import Agreements
import References
import Testing

/// What the agreements of a portal call each other.
struct PortalTitlesTests {
  private func targets(_ sources: [(id: String, markdown: String)]) -> [String] {
    let readings = readAll(sources)
    return resolveReferences(in: readings).agreements[0].references.map { reference in
      let target = reference.parts[0].targets.first
      let address = reference.parts[0].address ?? "nothing"
      return target.map { "\(readings[Int($0.agreement)].agreement.id) \($0.provision)" } ?? address
    }
  }

  private func agreement(_ title: String, _ text: String = "x", language: String = "en") -> String {
    "---\ntitle: \(title)\nlanguage: \(language)\n---\n\n## 1 One\n\n\(text)\n\n## 2 Two\n\ny\n"
  }

  @Test func leadsToAnAgreementByItsTitle() {
    let text = "See section 2 of the General Terms of Hosting and the \"General Terms of Hosting\"."
    #expect(
      targets([("dpa", agreement("DPA", text)), ("terms", agreement("General Terms of Hosting"))])
        == ["terms 1", "terms -1"])
  }

  @Test func takesATitleInTheLanguageOfTheText() {
    let text = "See section 2 of the Cloud Terms 2026."
    let others = [
      ("terms-de", agreement("Cloud Terms 2026", language: "de")),
      ("terms-en", agreement("Cloud Terms 2026")),
    ]
    #expect(targets([("dpa", agreement("DPA", text))] + others) == ["terms-en 1"])
  }

  @Test func leavesATitleAloneThatSeveralAgreementsHave() {
    let text = "See section 2 of the Cloud Terms."
    let others = [("a", agreement("Cloud Terms")), ("b", agreement("Cloud Terms"))]
    #expect(targets([("dpa", agreement("DPA", text))] + others) == ["nothing"])
  }

  @Test func prefersTheOwnNameOfADocument() {
    let own = """
      ---
      title: Vereinbarung
      language: de
      related-documents:
        - {id: b, title: Rahmenwerk Nord, names: [Rahmenvertrag]}
      ---

      ## 1 Eins

      Es gilt § 2 des Rahmenvertrages.
      """
    let others = [
      ("a", agreement("Rahmenwerk Nord", language: "de")),
      ("b", agreement("Etwas anderes", language: "de")),
    ]
    #expect(targets([("avv", own)] + others) == ["b 1"])
  }
}
