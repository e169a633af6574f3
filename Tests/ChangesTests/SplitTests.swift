import Changes
import Deadlines
import Testing

/// What is said of clauses that were split, or put together, in two parts and more.
struct SplitTests {
  /// What was put in the place of a clause is that clause, whatever it says.
  @Test(arguments: [
    (
      "Nebenabreden bedürfen der Schriftform.",
      "Gerichtsstand für alle Streitigkeiten ist Münster.", ["clause-modified"]
    ),
    (
      "Amendments need the written form.", "Each amendment has to be in text form.",
      ["clause-modified"]
    ),
    ("Contact: ____________", "Anna Example, room 12, Kiel", ["blank-filled"]),
  ])
  func tellsAReplacedClauseAsOne(before: String, after: String, kinds: [String]) {
    func text(_ clause: String) -> String {
      "## 11. End\n\n- (1) \(clause)\n- (2) German law applies to all of it.\n"
    }

    #expect(changeSet(text(before), text(after)).changes.map(\.kind.rawValue) == kinds)
  }

  private static let parts = [
    "The Controller may inspect the premises at any time.",
    "The Processor shall support the Controller in inspections within 14 days.",
    "Costs of inspections are shared equally between both parties.",
  ]

  private func clauses(_ texts: [String]) -> String {
    let numbered = (texts + ["Nothing else is agreed."]).enumerated().map {
      "- (\($0.offset + 1)) \($0.element)\n"
    }
    return "## 1. Terms\n\n" + numbered.joined()
  }

  /// What two clauses say of two things, one says of both.
  @Test(arguments: [
    (
      [
        "The applicable law is determined by the main contract.",
        "The place of jurisdiction is determined by the main contract.",
      ],
      "The applicable law and the place of jurisdiction are determined by the main contract."
    ),
    (
      [
        "Das anwendbare Recht richtet sich nach dem Hauptvertrag.",
        "Der Gerichtsstand richtet sich nach dem Hauptvertrag.",
      ],
      "Das anwendbare Recht und der Gerichtsstand richten sich nach dem Hauptvertrag."
    ),
    (
      [
        "The Processor keeps records of all processing.",
        "The Processor keeps records of all instructions.",
      ],
      "The Processor keeps records of all processing and of all instructions."
    ),
  ])
  func knowsClausesThatShareWords(parts: [String], whole: String) {
    for (old, new, kind) in [(parts, [whole], "merged"), ([whole], parts, "split")] {
      let changes = changeSet(clauses(old), clauses(new)).changes
      #expect(changes.map(\.kind.rawValue) == ["clause-\(kind)", "clause-renumbered"])
      #expect(changes.first?.materiality == .editorial)
    }
  }

  /// Of two that both hold, one is enough.
  @Test func weighsAChoiceBetweenTwo() {
    let old = ["All doors are locked at night.", "All windows are locked at night."]
    let new = ["All doors or all windows are locked at night."]
    let changes = changeSet(clauses(old), clauses(new)).changes

    #expect(changes.first?.kind == .of(.clause, .merged))
    #expect(changes.first?.materiality == .substantive)
  }

  /// One that says another thing of both is no sum of two.
  @Test func tellsClausesThatShareWordsAndLoseSome() {
    let old = [
      "The applicable law is determined by the main contract.",
      "The place of jurisdiction is determined by the other contract.",
    ]
    let new = [
      "The applicable law and the place of jurisdiction are determined by the main contract."
    ]

    #expect(
      changeSet(clauses(old), clauses(new)).changes.contains { $0.materiality == .substantive })
  }

  private func sentences(_ old: [String], _ new: [String]) -> [String] {
    changeSet(clauses(old), clauses(new)).changes
      .filter { !$0.kind.rawValue.hasSuffix("-renumbered") }
      .map { $0.sentence(in: .english) }
  }

  /// The first and the second are alike, so that each has most of the other's phrases.
  @Test(arguments: [
    [
      "The applicable law is determined by the main contract.",
      "The place of jurisdiction is determined by the main contract.",
      "This contract represents the complete agreement between the parties.",
    ],
    [
      "Das anwendbare Recht richtet sich nach dem Hauptvertrag.",
      "Der Gerichtsstand richtet sich nach dem Hauptvertrag.",
      "Nebenabreden bestehen nicht und wurden nicht getroffen.",
    ], parts,
  ])
  func findsEachOfThreePartsInOrder(parts: [String]) {
    let whole = [parts.joined(separator: " ")]

    #expect(
      sentences(parts, whole) == [
        "1. \u{A7} 1(1), \u{A7} 1(2) and \u{A7} 1(3) are merged into \u{A7} 1(1) (editorial: place)."
      ])
    #expect(
      sentences(whole, parts) == [
        "1. \u{A7} 1(1) is split into \u{A7} 1(1), \u{A7} 1(2) and \u{A7} 1(3) (editorial: place)."
      ])
  }

  @Test(arguments: [
    (
      0, "any time", "all times",
      "\u{201C}any time\u{201D} becomes \u{201C}all times\u{201D} (substantive: wording)."
    ),
    (
      1, "shall", "may",
      "\u{201C}shall\u{201D} becomes \u{201C}may\u{201D} (weakening: modal word)."
    ),
    (1, "14", "10", "the period for audits is shortened from 14 to 10 days (substantive: period)."),
    (
      2, "shared equally", "shared",
      "\u{201C}equally\u{201D} is deleted after \u{201C}are shared\u{201D} (substantive: wording)."
    ),
  ])
  func tellsWhatWasEditedInAPart(part: Int, old: String, new: String, what: String) {
    let whole = [Self.parts.joined(separator: " ")]
    var edited = Self.parts
    edited[part] = edited[part].replacing(old, by: new)

    #expect(
      sentences(Self.parts, [edited.joined(separator: " ")]) == [
        "1. \u{A7} 1(1), \u{A7} 1(2) and \u{A7} 1(3) are merged into \u{A7} 1(1), and \(what)"
      ])
    #expect(
      sentences(whole, edited) == [
        "1. \u{A7} 1(1) is split into \u{A7} 1(1), \u{A7} 1(2) and \u{A7} 1(3), and \(what)"
      ])
  }

  @Test func knowsAShortPartOfWhichAWordChanged() {
    let old = ["Door locks are checked every single day.", "The entrance is watched by cameras."]
    let new = ["Door locks are checked every single day. The entrance is watched by guards."]

    #expect(
      sentences(old, new) == [
        "1. \u{A7} 1(1) and \u{A7} 1(2) are merged into \u{A7} 1(1), and \u{201C}cameras\u{201D} "
          + "becomes \u{201C}guards\u{201D} (substantive: wording)."
      ])
  }

  @Test func doesNotCareForTheOrderOfTheParts() {
    let edited = Self.parts[1].replacing("14", by: "10")

    #expect(
      sentences(Self.parts, [[Self.parts[2], edited, Self.parts[0]].joined(separator: " ")]) == [
        "1. \u{A7} 1(1), \u{A7} 1(2) and \u{A7} 1(3) are merged into \u{A7} 1(1), and the period for "
          + "audits is shortened from 14 to 10 days (substantive: period)."
      ])
    #expect(
      sentences(
        [[Self.parts[0], Self.parts[2]].joined(separator: " "), Self.parts[1]],
        [Self.parts.joined(separator: " ")]) == [
          "1. \u{A7} 1(1) and \u{A7} 1(2) are merged into \u{A7} 1(1) (editorial: place)."
        ])
  }
}

extension SplitTests {
  /// Far more parts than stand next to the one that kept the number, in both directions.
  @Test func findsManyParts() throws {
    let parts = (1...60).map { number in
      "Number \(number) of the \(number * 7)th kind is kept in vault \(number * 31) at night."
    }
    let whole = [parts.joined(separator: " ")]

    let merged = try #require(sentences(parts, whole).first)
    #expect(sentences(parts, whole).count == 1)
    #expect(merged.contains("and 54 more places are merged into \u{A7} 1(1) (editorial: place)"))
    let split = try #require(sentences(whole, parts).first)
    #expect(sentences(whole, parts).count == 1)
    #expect(split.contains("and 54 more places (editorial: place)"))
  }

  /// In a section that moved and has another name, in a group with another last paragraph.
  @Test func knowsShortMeasuresThatWereMergedElsewhere() {
    let old = """
      ---
      title: Measures
      kind: measures
      ---

      ## 1. Office

      - **Data access control**
        - Password policy

      ## 2. Software

      - **Data access control**
        - Database encrypted at rest
        - Authentication and authorization

        Also see the IT Security Concept
      - **Transfer control**
        - Transport encryption
        - Protocols of all transfers

      """
    let new = """
      ---
      title: Measures
      kind: measures
      ---

      ## 1. Platform

      - **Data access control**
        - Database encrypted at rest. Authentication and authorization

        Also see the Emergency Handbook
      - **Transfer control**
        - Transport encryption
        - Protocols of all transfers

      ## 2. Office

      - **Data access control**
        - Password policy

      """
    let changes = changeSet(old, new).changes

    #expect(!changes.contains { $0.materiality == .weakening })
    #expect(changes.contains { $0.kind.rawValue.hasSuffix("-merged") })
  }
}
