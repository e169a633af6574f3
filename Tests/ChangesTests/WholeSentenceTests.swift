import Changes
import Testing

/// Sentences that came or went whole beside other changes of a clause.
struct WholeSentenceTests {
  private func judgement(_ old: String, _ new: String, title: String = "Terms") -> [String] {
    changeSet("## 1. \(title)\n\n\(old)\n", "## 1. \(title)\n\n\(new)\n").changes.map {
      "\($0.materiality.rawValue) \($0.rule.rawValue)"
    }
  }

  @Test(arguments: [
    // The words that a new sentence holds loosen none that was there.
    (
      "The informations are stored directly. We keep it.",
      "The information is stored directly. Wal might also store your address. We keep it.",
      "substantive wording"
    ),
    (
      "The Processor keeps the records, for a year. They are shown.",
      "The Processor keeps the records for a year. Staff may look at it at any time. They are shown.",
      "substantive addition"
    ),
    (
      "Copies are made at night by Wal GmbH. They are kept.",
      "Copies are made at night by Stern AG. Visitors may look at the rooms. They are kept.",
      "substantive party"
    ),
    // What it brings is told where the rest is nothing but words.
    (
      "Copies are made at night. They are kept.",
      "Copies are made at noon. The letters are sent to Norway each day. They are kept.",
      "substantive country"
    ),
    // Nor is what a sentence of its own forbade or allowed another wording of what stays.
    (
      "The Processor shall keep records. Staff may read them at any time. It answers within 30 days.",
      "The Processor shall keep records. It answers within 14 days.", "substantive period"
    ),
    // In one sentence a verb may stand far from its modal word.
    (
      "The Processor reports each breach in writing. It keeps records.",
      "The Processor may in writing report each breach. It keeps records.", "weakening modal"
    ),
    (
      "The Processor shall erase copies. It answers.",
      "The Processor may erase copies. The Controller is told of each copy in writing. It answers.",
      "weakening modal"
    ),
  ])
  func weighsTheRestByItself(old: String, new: String, judgement: String) {
    #expect(self.judgement(old, new) == [judgement])
  }

  @Test func callsASentenceThatAMeasureLostAWeakening() {
    let old = """
      # Annex 1: Technical and organisational measures

      - Doors are locked at night, by the guards. All keys are counted each morning by two persons. Windows
        have bars.

      """
    let new = old.replacing("night, by", with: "night by")
      .replacing("All keys are counted each morning by two persons. ", with: "")

    #expect(
      changeSet(old, new).changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [
        "weakening removal"
      ])
  }
}
