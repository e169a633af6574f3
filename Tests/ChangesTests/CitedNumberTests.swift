import Changes
import Deadlines
import Testing

/// What is said of a law or a place that is cited with another number.
struct CitedNumberTests {
  private func told(_ old: String, _ new: String) -> [String] {
    func contract(_ clause: String) -> String {
      "---\ntitle: T\ngoverning-law: DE\n---\n\n## 1. Duties\n\n- (1) \(clause)\n- (2) It pays.\n\n"
        + "## 2. Costs\n\n- (1) None.\n- (2) Some.\n\n## 3. Law\n\nGerman law.\n"
    }
    return changeSet(contract(old), contract(new)).changes.map {
      "\($0.statement.text(in: .english)) (\($0.rule.rawValue))"
    }
  }

  @Test(arguments: [
    ("Art. 41 (4) GDPR", "Art. 41 (5) GDPR"), ("Art. 28 Abs. 3 DSGVO", "Art. 28 Abs. 4 DSGVO"),
    ("Art. 28(3) GDPR", "Art. 32(1) GDPR"), ("section 3", "section 2"),
    ("Art. 28(3) lit. c GDPR", "Art. 28(3) lit. d GDPR"),
    ("Art. 28 Abs. 3 lit. c DSGVO", "Art. 28 Abs. 3 lit. d DSGVO"),
    ("Article 6(1)(c) GDPR", "Article 6(1)(d) GDPR"),
    ("point (c) of Article 6(1) GDPR", "point (d) of Article 6(1) GDPR"),
  ])
  func quotesAllThatIsCited(old: String, new: String) {
    #expect(
      told("It follows \(old) in full.", "It follows \(new) in full.") == [
        "\u{A7} 1(1): \u{201C}\(old)\u{201D} becomes \u{201C}\(new)\u{201D} (reference)"
      ])
  }

  /// What no law is named for is cited by its letter all the same.
  @Test(arguments: [
    ("Art. 28(3) lit. c", "Art. 28(3) lit. d", "lit. c", "lit. d"),
    ("letter c of the order", "letter d of the order", "letter c", "letter d"),
    ("point (c) of it", "point (d) of it", "point (c)", "point (d)"),
    ("Buchst. c davon", "Buchst. d davon", "Buchst. c", "Buchst. d"),
    ("rule 9(3)(c) of it", "rule 9(3)(d) of it", "9(3)(c)", "9(3)(d)"),
  ])
  func quotesALetterWithWhatItIsOf(old: String, new: String, before: String, after: String) {
    #expect(
      told("It follows \(old) in full.", "It follows \(new) in full.") == [
        "\u{A7} 1(1): \u{201C}\(before)\u{201D} becomes \u{201C}\(after)\u{201D} (reference)"
      ])
  }

  /// In another form, too, and once, however many of its signs are others.
  @Test(arguments: [
    ("Art. 28 (3) lit. c GDPR", "Article 28(3)(c) GDPR"),
    ("Article 28 no. 3 letter c) of the GDPR", "Article 28(3)(c) of the GDPR"),
    ("Art. 28(3) GDPR", "Article 28 para. 3 GDPR"),
    ("Art. 28 Abs. 3 Satz 2 lit. a DSGVO", "Artikel 28 Absatz 3 S. 2 Buchstabe a DSGVO"),
  ])
  func quotesACitationInAnotherFormAsAWhole(old: String, new: String) throws {
    func contract(_ citation: String) -> String {
      "## 1. Work\n\nIt follows \(citation) in full.\n"
    }
    let changes = changeSet(contract(old), contract(new)).changes

    let change = try #require(changes.first)
    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "\u{A7} 1: \u{201C}\(old)\u{201D} becomes \u{201C}\(new)\u{201D}"
      ])
    #expect(change.judgement == Judgement(.editorial, .reference))
    #expect(change.wordsRemoved.joined(separator: " ") == old)
    #expect(change.wordsAdded.joined(separator: " ") == new)
  }

  /// A reference with the title of its place is told by the words of it that changed.
  @Test func tellsTheWordsOfATitleInAReference() {
    func contract(_ title: String) -> String {
      "## 1. Work\n\nSee section 2 \"\(title)\" for all of it.\n\n## 2. \(title)\n\nSome.\n"
    }
    let changes = changeSet(contract("Type of data"), contract("Kinds of data")).changes

    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "\u{A7} 1: \u{201C}Type\u{201D} becomes \u{201C}Kinds\u{201D}",
        "\u{A7} 2: the heading changes from \u{201C}Type of data\u{201D} to "
          + "\u{201C}Kinds of data\u{201D}",
      ])
  }

  @Test func tellsOtherWordsBesideThem() {
    #expect(
      told("It follows Art. 41 (4) GDPR in full.", "It follows Art. 41 (5) GDPR in part.") == [
        "\u{A7} 1(1): \u{201C}Art. 41 (4) GDPR\u{201D} becomes \u{201C}Art. 41 (5) GDPR\u{201D}; "
          + "\u{201C}full\u{201D} becomes \u{201C}part\u{201D} (number)"
      ])
  }

  @Test func tellsTheNumberOfAHouseWithItsStreet() {
    #expect(
      told("It sits at Zielstattstr. 13 there.", "It sits at Landsberger Str. 90 there.") == [
        "\u{A7} 1(1): \u{201C}Zielstattstr. 13\u{201D} becomes \u{201C}Landsberger Str. 90\u{201D} "
          + "(number)"
      ])
  }

  /// The words of a reference with another number are no reference that leads elsewhere.
  @Test func marksOnlyTheNumber() {
    let text = "## 1. A\n\nSee section 2 of this.\n\n## 2. B\n\nB.\n\n## 3. C\n\nC.\n"
    let set = changeSet(text, text.replacing("section 2", by: "section 3"))

    #expect(!set.redlines[0].runs.contains { $0.kind == .retargeted })
  }
}
