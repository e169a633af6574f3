import Changes
import Deadlines
import Testing

/// Edits of lists and of what stands beside them, each with all that must be said of it.
struct ListEditTests {
  private func sentences(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map { $0.statement.text(in: .english) }
  }

  private func weights(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map { "\($0.kind.rawValue) \($0.materiality.rawValue)" }
  }

  // MARK: Numbers

  /// A clause that is renumbered inside of a renumbered section does not break the row of sections.
  @Test func tellsARowOfSectionsOnce() {
    func section(_ number: Int, _ title: String, _ clauses: [String] = []) -> String {
      "## \(number) \(title)\n\n"
        + clauses.enumerated().map { "- (\($0.offset + 1)) \($0.element)\n" }.joined() + "\n"
    }
    let doors = ["Doors are kept shut.", "The Controller may see them."]
    let old =
      section(1, "Scope", ["It covers all."]) + section(2, "Servers", ["They run at night."])
      + section(3, "Doors", doors) + section(4, "Cables", ["They are blue."])
    let new =
      section(1, "Scope", ["It covers all."]) + section(2, "Audits", ["They are yearly."])
      + section(3, "Servers", ["They run at night."])
      + section(4, "Doors", [doors[0], "Their paint is green.", doors[1]])
      + section(5, "Cables", ["They are blue."])

    #expect(
      sentences(old, new).suffix(2) == [
        "\u{A7} 2 to \u{A7} 4 are now \u{A7} 3 to \u{A7} 5", "\u{A7} 4: (2) is now (3)",
      ])
  }

  // MARK: Paragraphs beside lists

  @Test func putsAParagraphBehindAListWithoutMovingTheList() {
    let old = "## 1 Contacts\n\n- one person\n- another person\n\nThey are told by mail.\n"
    let new = old.replacing("They are", by: "These persons speak German.\n\nThey are")

    #expect(weights(old, new) == ["clause-added substantive"])
    #expect(weights(new, old) == ["clause-removed substantive"])
  }

  @Test func tellsAParagraphThatChangesSides() {
    let list = "- a. one thing\n- b. another thing\n"
    let old = "## 1 Duties\n\nThey are told by mail.\n\n\(list)"
    let new = "## 1 Duties\n\n\(list)\nThey are told by mail.\n"

    let found = weights(old, new)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0 == "clause-moved editorial" })
  }

  /// The empty label is one of the list, not of what stands behind it.
  @Test func takesNoItemForTheLabelOfAParagraph() {
    let old = "# Annex 1: Contacts\n\n- Tel.:\n\nFor the Principal act:\n\n- Tel.: 040 11\n"

    #expect(
      changeSet(old, old.replacing("Principal act", by: "Principal speak")).changes.map {
        "\($0.kind.rawValue) \($0.rule.rawValue)"
      } == ["clause-modified wording"])
    #expect(
      changeSet(old, old.replacing("Tel.: 040 11", by: "Tel.:")).changes.map(\.kind.rawValue)
        == ["contact-modified"])
  }

  // MARK: Ends of enumerations

  private static let list = """
    ## 1 Notice

    The Processor tells of

    - a) new companies,
    - b) replaced companies and
    - c) new places.
    """

  @Test func takesTheEndsOfAListThatGrewForNoChangeOfMeaning() {
    let longer = Self.list.replacing("companies and", by: "companies,")
      .replacing("places.", by: "places and\n- d) new owners.")

    #expect(
      weights(Self.list, longer) == [
        "clause-added substantive", "clause-modified editorial", "clause-modified editorial",
      ])
    #expect(
      weights(longer, Self.list) == [
        "clause-removed substantive", "clause-modified editorial", "clause-modified editorial",
      ])
  }

  @Test func takesTheEndsOfAListInAnotherOrderForNoChangeOfMeaning() {
    let moved = """
      ## 1 Notice

      The Processor tells of

      - new places,
      - new companies and
      - replaced companies.
      """
    let old = Self.list.replacing("a) ", by: "").replacing("b) ", by: "").replacing("c) ", by: "")

    #expect(weights(old, moved).allSatisfy { $0.hasSuffix(" editorial") })
    #expect(weights(moved, old).allSatisfy { $0.hasSuffix(" editorial") })
  }

  /// `or` lets the reader choose.
  @Test func tellsAnotherJointOfAList() {
    let longer = Self.list.replacing("companies and", by: "companies,")
      .replacing("places.", by: "places or\n- d) new owners.")

    #expect(weights(Self.list, longer).count { $0 == "clause-modified substantive" } == 2)
    #expect(
      weights(Self.list, Self.list.replacing("companies and", by: "companies or"))
        == ["clause-modified substantive"])
  }

  // MARK: Sentences

  @Test(arguments: [
    (
      "The Principal tells the Principal of it, as a Principal.",
      "The Client tells the Client of it, as a Client.",
      "\u{A7} 1: \u{201C}Principal\u{201D} becomes \u{201C}Client\u{201D}, 3 times"
    ),
    (
      "It is done on the basis of effective standard clauses (SCC).",
      "It is done on the basis of the Data Privacy Framework (DPF).",
      "\u{A7} 1: \u{201C}effective standard clauses (SCC)\u{201D} becomes \u{201C}the Data Privacy Framework (DPF)\u{201D}"
    ),
    ("It rests on \u{A7} 4 Abs. 1.", "It rests on \u{A7} 4 Absatz 1.", "editorial"),
    ("Agreed on November 15, 2023.", "Agreed on May, 5, 2025.", "date"),
  ])
  func saysWhatHappened(old: String, new: String, expected: String) {
    let changes = changeSet("## 1 Law\n\n\(old)\n", "## 1 Law\n\n\(new)\n").changes
    #expect(changes.count == 1)
    #expect(
      changes.contains { change in
        [change.statement.text(in: .english), change.materiality.rawValue, change.rule.rawValue]
          .contains(expected)
      })
  }

  @Test func namesAPlaceWithoutItsColon() {
    let old = "# Annex 1: Copies\n\n- **Backups:**\n  - a. daily copies of all\n"

    #expect(
      sentences(old, old.replacing("daily", by: "weekly")).allSatisfy { !$0.contains("::") })
  }

  // MARK: Companies

  @Test(arguments: [
    ("1. Stern. Payment.\n2. Wal. Mail.\n3. Fjord. Backup.\n", "Stern", "Kranich"),
    ("1. **Stern** \u{2013} Payment\n2. **Wal** \u{2013} Mail\n", "Stern", "Kranich"),
    ("**Stern** \u{2013} payment\n\n**Wal** \u{2013} mail\n", "Stern", "Kranich"),
    ("- **Stern**\n- **Wal**\n- **Fjord**\n", "Wal", "Kranich"),
  ])
  func tellsAReplacedCompanyInEveryKindOfList(list: String, before: String, after: String) {
    let old = "# Sub-processors\n\n\(list)"
    let kinds = changeSet(old, old.replacing(before, by: after)).changes.map(\.kind.rawValue)

    #expect(kinds.count == 2)
    #expect(kinds.first?.hasSuffix("-removed") == true)
    #expect(kinds.last?.hasSuffix("-added") == true)
  }

  /// Whether a heading names a company can't be known, but it can.
  @Test func weighsHeadingsBelowSubProcessors() {
    let old = "# Sub-processors\n\n## Stern\n\nPayment in Cork.\n\n## Wal\n\nMail in Lyon.\n"

    #expect(
      changeSet(old, old.replacing("## Stern", by: "## Kranich")).changes.map(\.materiality)
        == [.substantive])
    #expect(
      changeSet(old, old.replacing("# Sub-processors", by: "# Approved sub-processors"))
        .changes.allSatisfy { $0.materiality == .editorial })
  }

  /// What stands behind a name, or below it, is no part of it.
  @Test(arguments: [
    (
      "Stern Technologies, Inc., 112 Pecan St, Austin, TX, USA",
      "Wal, Inc., 600 Town St, Austin, CA, USA", "Wal, Inc."
    ),
    (
      "[Stern](https://stern.example)<br>[DPA](https://stern.example/dpa)",
      "[Wal](https://wal.example)<br>[DPA](https://wal.example/dpa)", "Wal"
    ),
  ])
  func knowsACompanyWithoutItsAddress(before: String, after: String, name: String) {
    let old =
      "# Sub-processors\n\n| Name | Task |\n|---|---|\n| \(before) | Mail |\n"
      + "| Fjord AS | Backup |\n"
    let changes = changeSet(old, old.replacing(before, by: after)).changes

    #expect(changes.map(\.kind.rawValue) == ["sub-processor-removed", "sub-processor-added"])
    #expect(changes.last?.entity == name)
  }

  @Test func readsTheFirstRowAsTheHeadOfATableWithout() {
    let old =
      "**Sub-processors**\n\n| | |\n|---|---|\n| Sub-processor | Task |\n| Stern | Chat |\n| Wal | Mail |\n"

    #expect(
      changeSet(old, old.replacing("Stern", by: "Fjord")).changes.map(\.kind.rawValue)
        == ["sub-processor-removed", "sub-processor-added"])
  }

  @Test func keepsTheHeadOfATableWithoutRows() {
    let empty = "# Sub-processors\n\n| Name | Task |\n|---|---|\n"
    let one = empty + "| Stern | Mail |\n"

    #expect(weights(empty, one) == ["sub-processor-added substantive"])
    #expect(weights(one, empty) == ["sub-processor-removed substantive"])
    #expect(weights(empty, empty).isEmpty)
  }
}
