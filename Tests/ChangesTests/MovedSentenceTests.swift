import Changes
import Deadlines
import Testing

/// What is said of sentences that change places within a clause.
struct MovedSentenceTests {
  private func changes(_ old: String, _ new: String) -> [Change] {
    changeSet("## 1. Terms\n\n\(old)\n", "## 1. Terms\n\n\(new)\n").changes
  }

  @Test(arguments: [
    (
      "The Processor logs access. It keeps the logs for a year.",
      "It keeps the logs for a year. The Processor logs access.", "The Processor logs access."
    ),
    // The two have words in common.
    (
      "The Processor logs access. The Processor encrypts all data.",
      "The Processor encrypts all data. The Processor logs access.", "The Processor logs access."
    ),
    (
      "Der Zugriff wird protokolliert. Die Daten werden bei der Übertragung verschlüsselt.",
      "Die Daten werden bei der Übertragung verschlüsselt. Der Zugriff wird protokolliert.",
      "Der Zugriff wird protokolliert."
    ),
  ])
  func tellsASentenceThatOnlyMoved(old: String, new: String, sentence: String) throws {
    let found = changes(old, new)
    let change = try #require(found.first)

    #expect(found.count == 1 && change.kind == .of(.clause, .modified))
    #expect(change.materiality == .editorial && change.rule == .place)
    #expect(change.wordsRemoved.isEmpty && change.wordsAdded.isEmpty)
    #expect(
      change.sentence(in: .english)
        == "1. \u{A7} 1: \u{201C}\(sentence)\u{201D} stands at another place of the text "
        + "(editorial: place).")
  }

  @Test(arguments: [
    (
      "Access is logged. It keeps the logs for a year. The Processor shall check them.",
      "It keeps the logs for a year. Access is logged. The Processor may check them.",
      "\u{201C}shall\u{201D} becomes \u{201C}may\u{201D}", "Access is logged."
    ),
    // The sentence that the other one passed is the one that was edited.
    (
      "Access is logged. The Processor keeps the logs of it for a year.",
      "The Processor keeps the logs of it for a month. Access is logged.",
      "the period is shortened from 1 year to 1 month", "Access is logged."
    ),
  ])
  func tellsWhatElseChanged(old: String, new: String, what: String, sentence: String) throws {
    let found = changes(old, new)

    #expect(
      found.first?.statement.english.hasPrefix(
        "\u{A7} 1: \(what); \u{201C}\(sentence)\u{201D} stands") == true)
    #expect(found.count == 1 && found.first?.materiality != .editorial)
  }

  /// What stays of a clause is the clause, however short, though most of it went to its neighbour.
  @Test func leavesTheRestOfAClauseWhereItStood() {
    let (law, courts) = ("German law applies.", "Courts in Berlin have jurisdiction over all.")
    func contract(_ second: String, _ third: String) -> String {
      "## 1. End\n\n- (1) This Agreement ends with the Main Contract.\n- (2) \(second)\n- (3) \(third)\n"
    }
    let changes = "Changes and additions require Text Form."
    let (old, new) = (
      contract(changes, "\(law) \(courts)"), contract("\(changes) \(courts)", law)
    )

    for set in [changeSet(old, new), changeSet(new, old)] {
      #expect(set.changes.map(\.kind.rawValue) == ["clause-modified", "clause-modified"])
      #expect(set.changes.allSatisfy { $0.materiality == .editorial && $0.rule == .place })
    }
  }

  @Test func doesNotTakeWordsThatChangePlacesForSentences() {
    let found = changes(
      "The Processor informs the Controller. Logs are kept.",
      "The Controller informs the Processor. Logs are kept.")

    #expect(found.map(\.rule) == [.party])
  }
}
