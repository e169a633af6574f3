import Diagnostics
import References
import TestSupport
import Testing

/// Annexes that an agreement lists and nobody wrote.
struct MissingAnnexTests {
  private func list(_ lines: String, frontmatter: String = "") -> String {
    "\(frontmatter)# Vertrag\n\n## 1. Umfang\n\nEs gilt Anlage 1.\n\n## Anlagen\n\n"
      + "Bestandteil ist:\n\n\(lines)\n"
  }

  private func missing(_ source: String) -> [String] {
    resolve(source).diagnostics.filter { $0.code == .missingAnnex }.map(\.summary)
  }

  private let told =
    "'Anlage 1' is only listed; no heading of this agreement, no other agreement and no register is "
    + "that annex"

  @Test(arguments: [
    "- \u{27E6}1\u{27E7}Anlage 1 – Maßnahmen (TOM)",
    "- **\u{27E6}1\u{27E7}Anlage 1**: Löschkonzept",
    "1. \u{27E6}1\u{27E7}Anlage 1;\n2. Anlage 1;", "\u{27E6}1\u{27E7}Anlage 1 – Löschkonzept",
    "| Anlage | Inhalt |\n|-|-|\n| \u{27E6}1\u{27E7}Anlage 1 | Löschkonzept |",
    "- \u{27E6}1\u{27E7}Anlage 1: Löschkonzept\n\nSiehe Anlage 1 und Anlage 1.",
  ])
  func areReportedAtTheirPlaceInTheList(lines: String) throws {
    let source = MarkedSource(list(lines))
    let diagnostics = resolve(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.missingAnnex])
    #expect(diagnostics.first?.summary == told)
    #expect(diagnostics.first?.severity == .warning)
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test func sayWhatToWrite() {
    #expect(
      resolve(list("- Anlage 1 – Maßnahmen (TOM);")).diagnostics.map(\.help) == [
        "write it under '# Anlage 1 – Maßnahmen (TOM)', link the line to where it is, or call it a "
          + "separate document there"
      ])
  }

  @Test(arguments: [
    "- Anlage 1: [Löschkonzept](https://a.example)",
    "- Anlage 1: Löschkonzept (separates Dokument)",
    "- Anlage 1: Löschkonzept, siehe https://a.example/konzept", "- Anlage 1: `konzept.pdf`",
    "- Anlage 1: Maßnahmen\n  - Türen sind abgeschlossen.",
    "- Anlage 1: Maßnahmen\n\n  Türen sind abgeschlossen.",
    "**Anlage 1: Maßnahmen**  \n*(folgen)*",
    "| Anlage | Ort |\n|-|-|\n| Anlage 1 | [hier](https://a.example) |",
    "- Anlage 1: Maßnahmen\n\n# Anlage 1\n\nTüren sind abgeschlossen.",
  ])
  func areNotMissingWhereTheEntrySaysMore(lines: String) {
    #expect(missing(list(lines)) == [])
  }

  @Test func areNotMissingInTheAnnexItself() {
    for key in ["exhibit: 1", "title: Anlage 1 - A"] {
      #expect(missing(list("- Anlage 1: A", frontmatter: "---\n\(key)\n---\n")) == [])
    }
  }

  @Test(arguments: [
    ("konzept", "---\ntitle: Konzept\nexhibit: \"1\"\npart-of: avv\n---\n", true),
    ("konzept", "---\ntitle: Konzept\nexhibit: \"1\"\npart-of: andere\n---\n", false),
    ("konzept", "---\ntitle: Konzept\nexhibit: \"Anlage 1\"\n---\n", true),
    ("konzept", "---\ntitle: Konzept\nexhibit: \"2\"\n---\n", false),
    ("konzept", "---\ntitle: \"Anlage 1: Was gelöscht wird\"\n---\n", true),
    ("konzept", "---\ntitle: Unser Löschkonzept\n---\n", true),
    ("avv-anlage-1", "---\ntitle: Konzept\n---\n", true),
    ("avv-anlage-2", "---\ntitle: Konzept\n---\n", false),
    ("toms", "---\ntitle: A\nkind: measures\n---\n", false),
  ])
  func canBeOtherDocuments(id: String, other: String, isFound: Bool) {
    let (_, diagnostics) = understandAll([
      ("avv", list("- Anlage 1 – Unser Löschkonzept")), (id, "\(other)\nText.\n"),
    ])
    #expect(diagnostics.contains { $0.code == .missingAnnex } == !isFound)
  }

  @Test(arguments: [
    ("Technische Maßnahmen", [RegisterTopic.measures], true), ("TOM", [.measures], true),
    ("Unterauftragnehmer", [.subProcessing], true), ("Unterauftragnehmer", [.measures], false),
    ("Löschkonzept", [.measures, .subProcessing], false),
  ])
  func canBeRegisters(title: String, registers: [RegisterTopic], isFound: Bool) {
    let reading = read(list("- Anlage 1 – \(title)"))
    var context = UnderstandingContext()
    context.registers = Set(registers)
    let (_, diagnostics) = ReadingSet([reading], context: context).resolve(0)
    #expect(diagnostics.contains { $0.code == .missingAnnex } == !isFound)
  }

  @Test func areLookedForInTheFileAloneWhereThereIsNoOther() {
    let set = ReadingSet([read(list("- Anlage 1 – Löschkonzept"))], isComplete: false)
    #expect(
      set.resolve(0).diagnostics.map(\.summary) == [
        "'Anlage 1' is only listed; no heading of this file is that annex"
      ])
  }
}
