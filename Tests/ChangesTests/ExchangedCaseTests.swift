import Changes
import Deadlines
import Testing

/// Who does something to whom, where only articles tell it.
struct ExchangedCaseTests {
  @Test(arguments: [
    (
      "Der Auftragnehmer unterstützt den Auftraggeber.",
      "Den Auftragnehmer unterstützt der Auftraggeber.", "substantive party"
    ),
    (
      "Der Auftraggeber trägt die Kosten, die dem Auftragnehmer entstehen.",
      "Dem Auftraggeber trägt die Kosten, die der Auftragnehmer entstehen.", "substantive party"
    ),
    (
      "Die Gesellschaft haftet der Kundin.", "Der Gesellschaft haftet die Kundin.",
      "substantive party"
    ),
    (
      "Der Anbieter haftet der Kundin.", "Dem Anbieter haftet die Kundin.", "substantive party"
    ),
    // One alone is a slip.
    (
      "Der Auftragnehmer unterstützt den Auftraggeber.",
      "Der Auftragnehmer unterstützt dem Auftraggeber.", "editorial wording"
    ),
    ("Der Server sichert den Dienst.", "Den Server sichert der Dienst.", "editorial wording"),
  ])
  func tellWhoOwes(old: String, new: String, judgement: String) {
    let changes = changeSet("## 1 One\n\n\(old)", "## 1 One\n\n\(new)").changes

    #expect(changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [judgement])
  }
}
