import Changes
import Deadlines
import Testing

/// What is said of whole sentences that stand in another clause now, word for word.
struct SentenceTests {
  private func clauses(_ texts: [String]) -> String {
    "## 5. Duties\n\n"
      + texts.enumerated().map { "- (\($0.offset + 1)) \($0.element)\n" }.joined()
  }

  /// All that is told but of numbers.
  private func sentences(_ old: [String], _ new: [String]) -> [String] {
    changeSet(clauses(old), clauses(new)).changes
      .filter { !$0.kind.rawValue.hasSuffix("-renumbered") }
      .map { String($0.sentence(in: .english).drop { $0 != " " }.dropFirst()) }
  }

  private static let keeps = "The Processor shall keep all records at its head office."
  private static let hands = "It shall hand them to the Controller within ten days of a request."
  private static let trains = "The Processor shall train its staff once in every calendar year."
  private static let bewahrt = "Der Auftragnehmer bewahrt alle Protokolle auf."
  private static let legt = "Er legt sie dem Auftraggeber binnen zehn Tagen vor."
  private static let schult = "Der Auftragnehmer schult seine Beschäftigten im Kalenderjahr."
  private static let names = "The Controller shall name a contact for all questions."

  private static let split =
    "\u{A7} 5(1) is split into \u{A7} 5(1) and \u{A7} 5(2) (editorial: place)."
  private static let merged =
    "\u{A7} 5(1) and \u{A7} 5(2) are merged into \u{A7} 5(1) (editorial: place)."

  @Test(arguments: [(keeps, hands, trains), (bewahrt, legt, schult)])
  func knowsThePartsOfAClauseWhereAnotherClauseStood(
    first: String, second: String, other: String
  ) {
    let old = ["\(first) \(second)", other, Self.names]
    let new = [first, second, Self.names]

    #expect(
      sentences(old, new) == [
        "\u{A7} 5(2) is removed: \u{201C}\(other)\u{201D} (substantive: removal).",
        Self.split,
      ])
    #expect(
      sentences(new, old) == [
        "\u{A7} 5(2) is added: \u{201C}\(other)\u{201D} (substantive: addition).",
        Self.merged,
      ])
  }

  /// The clauses say nearly the same, so that words of one are in the other anyway.
  @Test(arguments: [
    ("The place of jurisdiction is determined by the main contract.", merged),
    (
      "The place of jurisdiction is Berlin.",
      "\u{A7} 5(1) and \u{A7} 5(2) are merged into \u{A7} 5(1), and \u{201C}determined by the main "
        + "contract\u{201D} becomes \u{201C}Berlin\u{201D} (substantive: wording)."
    ),
  ])
  func knowsAClauseThatTookALikeOneIn(second: String, expected: String) {
    let law = "The applicable law is determined by the main contract."
    let place = "The place of jurisdiction is determined by the main contract."

    let told = sentences(
      [law, place, Self.names, Self.keeps], ["\(law) \(second)", Self.names, Self.keeps])

    #expect(told == [expected])
  }

  @Test func fillsNoBlankWithTheSentenceOfANeighbour() {
    let blank = "Weisungsberechtigt ist: ____________"

    let told = sentences(
      ["\(Self.bewahrt) \(Self.legt)", blank, Self.schult],
      [Self.bewahrt, Self.legt, Self.schult])

    #expect(
      told == [
        "\u{A7} 5(2) is removed: \u{201C}\(blank)\u{201D} (substantive: removal).",
        Self.split,
      ])
  }

  @Test(arguments: [
    ("It does so at once and without any hesitation.", "Sundays are exempt."),
    ("Er meldet Verstöße.", "Er tut dies sofort und ohne Zögern."),
    ("Subcontracting is allowed.", "The Controller may object within fourteen days."),
    ("Access is logged.", "Nobody is exempt."),
  ])
  func needsNoLongSentencesNextToEachOther(first: String, second: String) {
    let whole = ["\(first) \(second)", Self.names]

    #expect(sentences(whole, [first, second, Self.names]) == [Self.split])
    #expect(sentences([first, second, Self.names], whole) == [Self.merged])
  }

  @Test func findsPartsAroundAClauseThatStays() {
    let whole = ["\(Self.keeps) \(Self.hands)", Self.trains, Self.names]
    let parts = [Self.keeps, Self.trains, Self.hands, Self.names]

    #expect(
      sentences(whole, parts)
        == ["\u{A7} 5(1) is split into \u{A7} 5(1) and \u{A7} 5(3) (editorial: place)."])
    #expect(
      sentences(parts, whole)
        == ["\u{A7} 5(1) and \u{A7} 5(3) are merged into \u{A7} 5(1) (editorial: place)."])
  }

  @Test(arguments: [(keeps, hands), (bewahrt, legt)])
  func tellsASentenceThatWentToAnotherClause(first: String, second: String) throws {
    let (old, new) = (
      ["\(first) \(second)", Self.trains, Self.names],
      [first, Self.trains, "\(Self.names) \(second)"]
    )

    #expect(
      sentences(old, new) == [
        "\u{A7} 5(1): \u{201C}\(second)\u{201D} stands in \u{A7} 5(3) now (editorial: place).",
        "\u{A7} 5(3): \u{201C}\(second)\u{201D} stood in \u{A7} 5(1) before (editorial: place).",
      ])
    let german = try #require(changeSet(clauses(old), clauses(new)).changes.first)
    #expect(
      german.sentence(in: .german)
        == "1. § 5 Abs. 1: „\(second)“ steht jetzt in § 5 Abs. 3 (redaktionell: Stelle).")
  }

  /// What else changed beside it is told and weighed as ever.
  @Test func tellsWhatElseChangedBesideASentenceThatWent() {
    #expect(
      sentences(
        ["\(Self.keeps) \(Self.hands)", Self.trains, Self.names],
        [
          Self.keeps.replacing("shall", by: "may"), Self.trains, "\(Self.names) \(Self.hands)",
        ])
        == [
          "\u{A7} 5(1): \u{201C}shall\u{201D} becomes \u{201C}may\u{201D}; "
            + "\u{201C}\(Self.hands)\u{201D} stands in \u{A7} 5(3) now (weakening: modal word).",
          "\u{A7} 5(3): \u{201C}\(Self.hands)\u{201D} stood in \u{A7} 5(1) before "
            + "(editorial: place).",
        ])
  }

  /// What was copied, and changed where it stands, has not gone.
  @Test func tellsTheChangeOfASentenceThatWasCopied() {
    let told = sentences(
      [Self.keeps, Self.trains, Self.names],
      [Self.keeps, Self.trains.replacing("shall", by: "may"), "\(Self.names) \(Self.trains)"])

    #expect(
      told.first
        == "\u{A7} 5(2): \u{201C}shall\u{201D} becomes \u{201C}may\u{201D} "
        + "(weakening: modal word).")
    #expect(told.count == 2 && told.last?.contains("is added (substantive") == true)
  }

  /// A sentence that leads elsewhere from its new place is not the same.
  @Test func tellsASentenceWhoseReferencesLeadElsewhere() {
    let sentence = "The duty of paragraph 1 does not apply on any Sunday."

    let told = sentences(
      [Self.keeps, "\(Self.trains) \(sentence)", Self.names, "Nothing else is agreed here."],
      [
        Self.keeps, Self.trains, "\(Self.names) \(sentence.replacing("1", by: "2"))",
        "Nothing else is agreed here.",
      ])

    #expect(told.contains { $0.contains("is deleted") || $0.contains("becomes") })
  }

  /// The sentence that stands there word for word says more than the likeness of another clause.
  @Test func keepsTheClauseThatStandsInAnother() {
    let law = "The applicable law is determined by the main contract."
    let place = "The place of jurisdiction is determined by the main contract."

    #expect(
      sentences([law, place, Self.names], ["\(law) Fees are due each month.", Self.names])
        == [
          "\u{A7} 5(1): \u{201C}Fees are due each month.\u{201D} is added (substantive: wording).",
          "\u{A7} 5(2) is removed: \u{201C}\(place)\u{201D} (substantive: removal).",
        ])
  }

  @Test func knowsAClauseThatBecameAListAndWhatFollowsIt() {
    let old = clauses([
      "The Principal has the right to carry out checks, or to have them carried out. The "
        + "Principal has the right to see all books.", Self.names,
    ])
    let new = """
      ## 5. Duties

      - (1) The Principal has the right
        - a) to carry out checks, or
        - b) to have them carried out.

        The Principal has the right to see all books.
      - (2) \(Self.names)

      """
    let (forward, back) = (changeSet(old, new).changes, changeSet(new, old).changes)

    #expect(
      forward.map { $0.sentence(in: .english) } == [
        "1. \u{A7} 5(1) is split into \u{A7} 5(1), \u{A7} 5(1)(a) and \u{A7} 5(1)(b) "
          + "(editorial: place)."
      ])
    #expect(
      back.map { $0.sentence(in: .english) } == [
        "1. \u{A7} 5(1), \u{A7} 5(1)(a) and \u{A7} 5(1)(b) are merged into \u{A7} 5(1) "
          + "(editorial: place)."
      ])
  }
}
