import Diagnostics
import References
import Testing

/// Annexes that an agreement lists or labels, and heads nowhere.
struct AttachedAnnexTests {
  @Test(arguments: [
    "- Anlage 1 – Maßnahmen (TOM)", "- Anlage 1", "- Anlage 1: Maßnahmen;",
    "- Anlage 1 (Maßnahmen)", "**Anlage 1: Maßnahmen**  \n*(ausführlich)*",
  ])
  func areAttachedWhereAListNamesThem(line: String) {
    let source =
      "## 1. Umfang\n\nEs gilt Anlage 1.\n\n## 2. Anlagen\n\nBestandteil ist:\n\n\(line)\n"
    #expect(
      references(in: source) == ["Anlage 1 ->  (external)", "Anlage 1 ->  (external)"])
    #expect(!resolve(source).diagnostics.contains { $0.code != .missingAnnex })
  }

  @Test(arguments: ["- Anlage 1 gilt auch.", "- Anlage 1, soweit sie gilt, ist Teil."])
  func leadNowhereInSentences(line: String) {
    let source = "## 1. Umfang\n\nx\n\n## 2. Anlagen\n\n\(line)\n"
    #expect(references(in: source) == ["Anlage 1 ->  (unresolved)"])
  }

  @Test func areTheSectionsThatAreLabelledSo() {
    let source = """
      ## § 2 Art der Daten (Anlage 1)

      Text.

      ## § 3 Maßnahmen (Anlage 2)

      Siehe Anlage 1 und Anlagen 1 und 2.
      """
    #expect(
      references(in: source) == ["Anlage 1 -> § 2", "Anlagen 1 und 2 -> § 2, § 3"]
        || references(in: source) == ["Anlage 1 und Anlagen 1 und 2 -> § 2, § 2, § 3"])
    #expect(resolve(source).diagnostics.isEmpty)
  }

  @Test func areFoundWhereTheyAreHeaded() {
    let source = """
      ## § 1 Maßnahmen (Anlage 1)

      Siehe Anlage 1.

      - Anlage 1 – Maßnahmen

      # Anlage 1

      Text.
      """
    #expect(
      references(in: source)
        == [
          "(Anlage 1 -> Anlage 1", "Anlage 1 -> Anlage 1", "Anlage 1 -> Anlage 1",
        ].map { $0.replacing("(", with: "") })
  }
}
