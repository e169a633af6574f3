import Changes
import Deadlines
import Foundation
import Testing

/// One edit of the sample contract and all that must be reported of it.
struct Edit: Sendable, CustomTestStringConvertible {
  var name: String
  var steps: [(String, String)]
  var expected: [String]

  var testDescription: String { name }

  func applied(to text: String) -> String {
    steps.reduce(text) { $0.replacing($1.0, by: $1.1) }
  }
}

struct EditTests {
  @Test(arguments: wordEdits + placeEdits + tableEdits + factEdits)
  func reportsAnEditAndNothingElse(edit: Edit) {
    #expect(lines(changeSet(sampleContract, edit.applied(to: sampleContract))) == edit.expected)
  }

  @Test(arguments: [
    ("wrapping", "booking system", "booking system", "booking\nsystem"),
    ("list markers", "- a. Doors are", "- a. Doors are", "* a. Doors are"),
    ("quotation marks", "main contract", "\"main contract\"", "“main contract”"),
    ("quotation marks", "main contract", "„main contract“", "«main contract»"),
    ("emphasis", "documented", "documented", "**documented**"),
    ("spaces of typography", "60 days", "60 days", "60\u{A0}days"),
    ("blank lines", "\n- b. Visitors are", "\n- b. Visitors are", "\n\n- b. Visitors are"),
  ])
  func reportsNothingWhereOnly(what: String, words: String, before: String, after: String) {
    let (old, new) = (
      sampleContract.replacing(words, by: before), sampleContract.replacing(words, by: after)
    )
    #expect(old != new, "\(what)")
    #expect(changeSet(old, new).isEmpty, "\(what)")
  }

  @Test func knowsAShortClauseThatItsNeighbourTookIn() {
    let old = """
      ## 1. Form

      - (1) Additions are made in writing.
      - (2) German law shall apply.
      - (3) Invalid parts leave the rest untouched.
      """
    let new = old.replacing("writing.\n- (2) German", by: "writing. German")
      .replacing("- (3)", by: "- (2)")

    #expect(
      changeSet(old, new).changes.map(\.kind.rawValue) == ["clause-merged", "clause-renumbered"])
  }

  @Test(arguments: [
    (
      "Der Anbieter muss den Kunden binnen zwei Wochen unterrichten.",
      "Der Anbieter kann den Kunden binnen drei Wochen unterrichten.",
      "1. \u{A7} 1: the period is extended from 2 to 3 weeks; "
        + "\u{201C}muss\u{201D} becomes \u{201C}kann\u{201D} (weakening: modal word)."
    ),
    (
      "Der Vertrag gilt ab dem 1. März 2026.", "Der Vertrag gilt ab dem 1. April 2026.",
      "1. \u{A7} 1: \u{201C}März\u{201D} becomes \u{201C}April\u{201D} (substantive: date)."
    ),
    (
      "The contract ends on 30 June 2027.", "The contract ends on 31 July 2027.",
      "1. \u{A7} 1: \u{201C}30 June\u{201D} becomes \u{201C}31 July\u{201D} (substantive: date)."
    ),
    (
      "Staff may inspect records.", "Staff shall inspect records.",
      "1. \u{A7} 1: \u{201C}may\u{201D} becomes \u{201C}shall\u{201D} (substantive: modal word)."
    ),
  ])
  func tellsAllThatMattersInAClause(old: String, new: String, sentence: String) {
    let changes = changeSet("## 1. Terms\n\n\(old)\n", "## 1. Terms\n\n\(new)\n").changes

    #expect(changes.map { $0.sentence(in: .english) } == [sentence])
  }

  /// Sentences are in one language, whatever that of the text; what has no name in it is quoted.
  @Test(arguments: [
    (
      "Die Ankündigung wahrt eine Frist von 10 Arbeitstagen.", "10", "14",
      "the notice period is extended from 10 to 14 working days",
      "die Ankündigungsfrist verlängert sich von 10 auf 14 Arbeitstage"
    ),
    (
      "Die Ankündigung folgt binnen 2 Wochen.", "2 Wochen", "10 Tagen",
      "the notice period is shortened from 2 weeks to 10 days",
      "die Ankündigungsfrist verkürzt sich von 2 Wochen auf 10 Tage"
    ),
    (
      "Die Ankündigung folgt binnen zehn Werktagen.", "zehn", "fünf",
      "the notice period is shortened from 10 to 5 \u{201C}Werktagen\u{201D}",
      "die Ankündigungsfrist verkürzt sich von 10 auf 5 Werktage"
    ),
    (
      "It gives notice of 14 working days.", "14", "10",
      "the notice period is shortened from 14 to 10 working days",
      "die Ankündigungsfrist verkürzt sich von 14 auf 10 Arbeitstage"
    ),
    (
      "It gives notice of 14 days.", "14 days", "1 month",
      "the notice period is extended from 14 days to 1 month",
      "die Ankündigungsfrist verlängert sich von 14 Tagen auf 1 Monat"
    ),
    (
      "It gives notice of 14 consecutive days.", "14", "10",
      "the notice period is shortened from 14 to 10 consecutive days",
      "die Ankündigungsfrist verkürzt sich von 14 auf 10 \u{201E}consecutive days\u{201C}"
    ),
    (
      "The Processor notifies the Controller of a breach within 48 hours.", "48", "24",
      "the period for reporting breaches is shortened from 48 to 24 hours",
      "die Meldefrist verkürzt sich von 48 auf 24 Stunden"
    ),
    (
      "Sie meldet Datenschutzverletzungen binnen 48 Stunden.", "48", "24",
      "the period for reporting breaches is shortened from 48 to 24 hours",
      "die Meldefrist verkürzt sich von 48 auf 24 Stunden"
    ),
    (
      "It informs the Controller of the result within 14 days.", "14", "10",
      "the period is shortened from 14 to 10 days", "die Frist verkürzt sich von 14 auf 10 Tage"
    ),
    (
      "It informs the Controller 14 days before the change.", "14", "10",
      "the notice period is shortened from 14 to 10 days",
      "die Ankündigungsfrist verkürzt sich von 14 auf 10 Tage"
    ),
    (
      "It may terminate on notice of 14 days where a breach goes on.", "14", "10",
      "the notice period is shortened from 14 to 10 days",
      "die Ankündigungsfrist verkürzt sich von 14 auf 10 Tage"
    ),
    (
      "It is kept for one hundred and eighty days.", "one hundred and eighty", "ninety",
      "the retention period is shortened from 180 to 90 days",
      "die Aufbewahrungsfrist verkürzt sich von 180 auf 90 Tage"
    ),
    (
      "It is kept for eighteen days.", "eighteen", "sixteen",
      "the retention period is shortened from 18 to 16 days",
      "die Aufbewahrungsfrist verkürzt sich von 18 auf 16 Tage"
    ),
    (
      "It gives notice of 2 years.", "2 years", "24 full months",
      "the notice period is stated as 24 full months instead of 2 years",
      "die Ankündigungsfrist ist mit 24 \u{201E}full months\u{201C} statt 2 Jahren angegeben"
    ),
  ])
  func namesUnitsOfTimeInTheLanguageOfTheSentence(
    text: String, old: String, new: String, english: String, german: String
  ) {
    let (before, after) = ("## 1. Frist\n\n\(text)\n", "## 1. Frist\n\n\(text)\n")
    let changes = changeSet(before, after.replacing(old, by: new)).changes

    #expect(changes.map { $0.statement.english } == ["\u{A7} 1: \(english)"])
    #expect(changes.map { $0.statement.german } == ["\u{A7} 1: \(german)"])
  }

  /// A sentence that was written anew has more in it than another period.
  @Test func tellsWhatWasRewrittenAroundAPeriod() throws {
    let old = "## 1. Frist\n\nDie Meldung eines Vorfalls folgt spätestens nach 24 Stunden.\n"
    let new =
      "## 1. Frist\n\nVorfälle sind binnen 48 Stunden mit allen bekannten Umständen anzuzeigen.\n"
    let change = try #require(changeSet(old, new).changes.first)

    let told = change.statement.german
    #expect(told.contains("von 24 auf 48 Stunden") || told.contains("von 24 Stunden auf 48"))
    #expect(told.contains("anzuzeigen"))
  }

  @Test func namesCountedPlacesInTheLanguageOfTheSentence() {
    let old = "## 1. Terms\n\n- First of all.\n- Item 3 of section 1 applies.\n- A third one.\n"
    let new = old.replacing("A third one", by: "Another one")
    let changes = changeSet(old, new).changes

    #expect(changes.map(\.statement.english).allSatisfy { $0.hasPrefix("\u{A7} 1 / item 3: ") })
    #expect(changes.map(\.statement.german).allSatisfy { $0.hasPrefix("\u{A7} 1 / Punkt 3: ") })
    #expect(changes.compactMap(\.after).map(\.parts) == [["1", "item 3"]])
    #expect(changes.compactMap(\.after).map(\.path) == ["1 / item 3"])
  }

  /// What came in another's place is no renaming, whatever both are engaged for.
  @Test(arguments: [
    ("Sternmail SAS", "Polarbrief SAS", ["sub-processor-removed", "sub-processor-added"]),
    ("Sternmail SAS", "Sternmial SAS", ["sub-processor-modified"]),
    ("Sternmail SAS", "Sternmail Europe SAS", ["sub-processor-modified"]),
  ])
  func tellsCompaniesFromNamesOfOne(old: String, new: String, kinds: [String]) {
    let changes = changeSet(sampleContract, sampleContract.replacing(old, by: new)).changes

    #expect(Set(changes.map(\.kind.rawValue)) == Set(kinds))
  }

  @Test func knowsARowThatChangedPlacesAndStandsInAnotherTableToo() {
    let rows = ["| Wal AG | Hosting | Norway |", "| Stern SAS | Mail | France |"]
    func list(_ first: [String]) -> String {
      let head = "| Company | Task | Country |\n|---|---|---|\n"
      return "# Sub-processors\n\n## A\n\n\(head)\(first.joined(separator: "\n"))\n\n"
        + "## B\n\n\(head)\(rows.joined(separator: "\n"))\n"
    }

    let kinds = changeSet(list(rows), list(rows.reversed())).changes.map(\.kind.rawValue)
    #expect(kinds == ["sub-processor-moved"])
  }

  @Test func namesTheColumnThatIsNew() {
    let new = sampleContract.replacing(
      "| Service | Rate |\n|---|---|", by: "| Service | Rate | Unit |\n|---|---|---|")

    let sentences = changeSet(sampleContract, new).changes.map { $0.statement.text(in: .english) }
    #expect(sentences == ["Annex 2: the column \u{201C}Unit\u{201D} is added"])
  }

  @Test func takesQuotationMarksOfAnyStyleForTheSame() {
    #expect(
      changeSet("## 1. A\n\nThe \"Data\" of it.\n", "## 1. A\n\nThe \u{201E}Data\u{201C} of it.\n")
        .isEmpty)
  }

  /// A page that is a list, a part of one, and a table that says so itself.
  @Test(arguments: [
    "# Sub-processors\n\nThey help us.\n\n| Name | Seat |\n|---|---|\n",
    "---\ntitle: Subprocessors and cookies\n---\n\n## Our subprocessors\n\n| Name | Seat |\n|---|---|\n",
    "---\ntitle: Privacy\n---\n\n## Who helps\n\n| Name of subprocessor | Seat |\n|---|---|\n",
  ])
  func knowsListsOfSubProcessors(list: String) {
    let old = list + "| Blauwal AG | Kiel |\n| Sternmail SAS | Lyon |\n"
    let new = list + "| Blauwal AG | Kiel |\n| Torrent Ltd | Cork |\n| Sternmail SAS | Lyon |\n"

    #expect(changeSet(old, new).changes.map(\.kind.rawValue) == ["sub-processor-added"])
    #expect(changeSet(new, old).changes.map(\.kind.rawValue) == ["sub-processor-removed"])
    #expect(changeSet(new, old).changes.map(\.entity) == ["Torrent Ltd"])
  }

  /// Cookies beside them are no companies.
  @Test func tellsOtherTablesFromListsOfSubProcessors() {
    let page =
      "---\ntitle: Subprocessors and cookies\n---\n\n## Our subprocessors\n\n| Name |\n|---|\n"
      + "| Blauwal AG |\n\n## Cookies\n\n| Name | Purpose |\n|---|---|\n| session | Staying in |\n"

    let changes = changeSet(page, page + "| theme | Colours |\n").changes

    #expect(changes.map(\.kind.rawValue) == ["clause-added"])
  }

  @Test func comparesATextWithItselfAsEmpty() {
    let set = changeSet(sampleContract, sampleContract)

    #expect(set.isEmpty)
    #expect(set.redlines.map(\.isUnchanged) == [true])
  }

  /// Edits of different places, made at the same time.
  @Test func reportsAllEditsTogether() {
    let edits = (wordEdits + placeEdits + tableEdits + factEdits).filter {
      ![
        "Sections that change places", "A section put in before others",
        "A reference whose target was renumbered without it", "A clause moved to another section",
        "Clauses that became one", "A clause of which a part became one",
        "A block of clauses moved", "A removed annex",
        "A measure left out and its letter given to the next", "A new clause and new numbers",
        "A sentence rewritten", "A row left out of the second of two equal tables",
        "A modal word", "A deleted sentence", "A reference that leads elsewhere now",
        "A heading", "A party that is exchanged", "A state", "A second paragraph",
        "One cell of the first of two equal rows",
      ].contains($0.name)
    }

    let text = edits.reduce(sampleContract) { $1.applied(to: $0) }

    #expect(edits.count >= 15)
    #expect(Set(lines(changeSet(sampleContract, text))) == Set(edits.flatMap(\.expected)))
  }
}

let wordEdits = [
  Edit(
    name: "A period",
    steps: [("14 working days", "10 working days")],
    expected: ["clause-modified 4(1) [14|10] substantive: period"]),
  Edit(
    name: "A period with another unit",
    steps: [("within 60 days", "within 3 months")],
    expected: ["clause-modified 6(1) [60 days|3 months] substantive: period"]),
  Edit(
    name: "A modal word",
    steps: [("telephone shall be", "telephone may be")],
    expected: ["clause-modified 2(2) [shall|may] weakening: modal"]),
  Edit(
    name: "A modal word that binds more",
    steps: [("(3) The Processor may suspend", "(3) The Processor shall suspend")],
    expected: ["clause-modified 2(3) [may|shall] substantive: modal"]),
  Edit(
    name: "A negation",
    steps: [("retention are blocked", "retention are not blocked")],
    expected: ["clause-modified 6(2) [|not] substantive: negation"]),
  Edit(
    name: "A party that is exchanged",
    steps: [("data are erased within 60 days", "data are erased by the Controller within 60 days")],
    expected: ["clause-modified 6(1) [|by the Controller] substantive: party"]),
  Edit(
    name: "A number",
    steps: [("95 euros", "110 euros")],
    expected: ["clause-modified Annex 2 / row 2 (Rate) [95|110] substantive: number"]),
  Edit(
    name: "Other words",
    steps: [("reported to the management", "reported to the works council")],
    expected: ["clause-modified 3.d [management|works council] substantive: wording"]),
  Edit(
    name: "Spelling",
    steps: [("maintains it under", "maintanis it under")],
    expected: ["clause-modified 1 [maintains|maintanis] editorial: spelling"]),
  Edit(
    name: "Spelling of a word with a meaning",
    steps: [("- (3) The Processor does not", "- (3) The Procesor does not")],
    expected: ["clause-modified 6(3) [Processor|Procesor] editorial: spelling"]),
  Edit(
    name: "Punctuation",
    steps: [("Staff are bound to secrecy before", "Staff are bound to secrecy, before")],
    expected: ["clause-modified 3.a [|,] editorial: punctuation"]),
  Edit(
    name: "One sign for another",
    steps: [("on request.\n- (3) Sub-processors", "on request;\n- (3) Sub-processors")],
    expected: ["clause-modified 4(2) [.|;] editorial: punctuation"]),
  Edit(
    name: "Capitals",
    steps: [("The duty of secrecy", "The Duty of Secrecy")],
    expected: ["clause-modified 3.b [duty secrecy|Duty Secrecy] editorial: capitals"]),
  Edit(
    name: "A sentence more",
    steps: [
      (
        "need a ground of transfer under chapter V of the GDPR.",
        "need a ground of transfer under chapter V of the GDPR. Its documents are shown on request at "
          + "any time."
      )
    ],
    expected: [
      "clause-modified 4(3) [|Its documents are shown on request at any time.] substantive: addition"
    ]),
  Edit(
    name: "A deleted sentence",
    steps: [(" Section 5 applies to questions of cost.", "")],
    expected: [
      "clause-modified 2(1) [Section 5 applies to questions of cost.|] substantive: removal"
    ]),
  Edit(
    name: "A sentence rewritten",
    steps: [
      (
        "Instructions given by telephone shall be confirmed in writing.",
        "Whoever calls sends a message afterwards, so that nothing is forgotten."
      )
    ],
    expected: [
      "clause-modified 2(2) [Instructions given by telephone shall be confirmed in writing.|"
        + "Whoever calls sends a message afterwards, so that nothing is forgotten.] "
        + "substantive: wording"
    ]),
]

let placeEdits = [
  Edit(
    name: "A new clause and new numbers",
    steps: [
      (
        "- (2) Copies kept",
        "- (2) A log of the erasure is sent to the Controller.\n- (3) Copies kept"
      ),
      ("- (3) The Processor does not", "- (4) The Processor does not"),
    ],
    expected: [
      "clause-added - > 6(2) [|A log of the erasure is sent to the Controller.] substantive: addition",
      "clause-renumbered 6(2) > 6(3) renumbering-only: numbering",
    ]),
  Edit(
    name: "A measure left out and its letter given to the next",
    steps: [
      ("- b. Visitors are accompanied at all times.\n", ""), ("- c. Keys are", "- b. Keys are"),
      ("- d. Alarms are", "- c. Alarms are"),
    ],
    expected: [
      "measure-removed Annex 1 / Access control / b > - [Visitors are accompanied at all times.|] "
        + "weakening: removal",
      "measure-renumbered Annex 1 / Access control / c > Annex 1 / Access control / b "
        + "renumbering-only: numbering",
    ]),
  Edit(
    name: "A section put in before others",
    steps: [
      ("## 5. Costs", "## 5. Insurance\n\nThe Processor is insured against loss.\n\n## 6. Costs"),
      ("## 6. Erasure", "## 7. Erasure"), ("Section 5 applies to", "Section 6 applies to"),
    ],
    expected: [
      "section-added - > 5 [|Insurance The Processor is insured against loss.] substantive: addition",
      "section-renumbered 5 > 6 renumbering-only: numbering",
    ]),
  Edit(
    name: "A reference whose target was renumbered without it",
    steps: [
      ("## 5. Costs", "## 5. Insurance\n\nThe Processor is insured against loss.\n\n## 6. Costs"),
      ("## 6. Erasure", "## 7. Erasure"),
    ],
    expected: [
      "reference-retargeted 2(1) (reference) substantive: reference",
      "section-added - > 5 [|Insurance The Processor is insured against loss.] substantive: addition",
      "section-renumbered 5 > 6 renumbering-only: numbering",
    ]),
  Edit(
    name: "A reference that leads elsewhere now",
    steps: [("Section 5 applies to", "Section 4 applies to")],
    expected: ["clause-modified 2(1) [5|4] substantive: reference"]),
  Edit(
    name: "Sections that change places",
    steps: [
      ("## 5. Costs\n\nAssistance beyond", "## 6. Erasure\n\nAssistance beyond"),
      ("## 6. Erasure\n\n- (1) All data", "## 5. Costs\n\n- (1) All data"),
    ],
    expected: [
      "reference-retargeted 2(1) (reference) substantive: reference",
      "section-modified 5 > 6 (heading) [Costs|Erasure] editorial: heading",
      "section-modified 6 > 5 (heading) [Erasure|Costs] editorial: heading",
      "section-renumbered 5 > 6 renumbering-only: numbering",
      "section-renumbered 6 > 5 renumbering-only: numbering",
    ]),
  Edit(
    name: "A clause moved to another section",
    steps: [
      ("- c. Visitors of the server rooms sign a declaration of their own.\n", ""),
      ("- d. Breaches", "- c. Breaches"),
      (
        "confirms it.\n",
        "confirms it.\n- (4) Visitors of the server rooms sign a declaration of their own.\n"
      ),
    ],
    expected: [
      "clause-moved 3.c > 2(4) editorial: place",
      "clause-renumbered 3.d > 3.c renumbering-only: numbering",
    ]),
  Edit(
    name: "A block of clauses moved",
    steps: [
      ("- a. Doors are locked by chip cards.\n- b. Visitors are accompanied at all times.\n", ""),
      ("- c. Keys", "- a. Keys"), ("- d. Alarms", "- b. Alarms"),
      (
        "by batteries.\n",
        "by batteries.\n- c. Doors are locked by chip cards.\n"
          + "- d. Visitors are accompanied at all times.\n"
      ),
    ],
    expected: [
      "measure-moved Annex 1 / Access control / a > Annex 1 / Availability control / c "
        + "editorial: place",
      "measure-moved Annex 1 / Access control / b > Annex 1 / Availability control / d "
        + "editorial: place",
      "measure-renumbered Annex 1 / Access control / c > Annex 1 / Access control / a "
        + "renumbering-only: numbering",
    ]),
  Edit(
    name: "A clause of which a part became one",
    steps: [
      (" The Processor checks this once a year", "\n- (3) The Processor checks this once a year"),
      ("- (3) Sub-processors in third", "- (4) Sub-processors in third"),
    ],
    expected: [
      "clause-split 4(2) editorial: place",
      "clause-renumbered 4(3) > 4(4) renumbering-only: numbering",
    ]),
  Edit(
    name: "Clauses that became one",
    steps: [
      ("given access to data.\n- b. The duty", "given access to data. The duty"),
      ("- c. Visitors of", "- b. Visitors of"), ("- d. Breaches", "- c. Breaches"),
    ],
    expected: [
      "reference-retargeted 6(3) (reference) substantive: reference",
      "clause-merged 3.a editorial: place",
      "clause-renumbered 3.c > 3.b renumbering-only: numbering",
    ]),
  Edit(
    name: "A heading",
    steps: [("## 3. Secrecy", "## 3. Confidentiality of staff")],
    expected: [
      "section-modified 3 (heading) [Secrecy|Confidentiality of staff] editorial: heading"
    ]),
  Edit(
    name: "A second paragraph",
    steps: [
      ("laid down in Annex 2.\n", "laid down in Annex 2.\n\nInvoices are sent every month.\n")
    ],
    expected: [
      "clause-added - > 5 / para 2 [|Invoices are sent every month.] substantive: addition"
    ]),
  Edit(
    name: "A new annex",
    steps: [
      (
        "# Annex 2: Rates",
        "# Annex 4: Contacts\n\nContacts are named in the portal.\n\n# Annex 2: Rates"
      )
    ],
    expected: [
      "annex-added - > Annex 4 [|Contacts Contacts are named in the portal.] substantive: addition"
    ]),
  Edit(
    name: "A removed annex",
    steps: [
      (
        "# Annex 2: Rates\n\n| Service | Rate |\n|---|---|\n| Consulting | 120 euros an hour |\n"
          + "| Extraction of data | 95 euros an hour |\n\n", ""
      ), ("# Annex 3: Sub-processors", "# Annex 2: Sub-processors"),
    ],
    expected: [
      "reference-retargeted 5 (reference) substantive: reference",
      "annex-removed Annex 2 > - [Rates Service Rate Consulting 120 euros an hour Extraction of data "
        + "95 euros an hour|] substantive: removal",
      "annex-renumbered Annex 3 > Annex 2 renumbering-only: numbering",
    ]),
]

private let lastPrinting = "| Torrent Print Ltd | Printing | Ireland |\n\n## Version 5"

let tableEdits = [
  Edit(
    name: "A row left out of the first of two equal tables",
    steps: [
      (
        "| Sternmail SAS | Sending of mail | France |\n| Torrent Print Ltd | Printing | Ireland |\n\n"
          + "## Version 5",
        "| Torrent Print Ltd | Printing | Ireland |\n\n## Version 5"
      )
    ],
    expected: [
      "sub-processor-removed Annex 3 / Version 4 / row 2 > - [Sternmail SAS Sending of mail France|] "
        + "substantive: removal"
    ]),
  Edit(
    name: "A row left out of the second of two equal tables",
    steps: [
      (
        "## Version 5\n\n| Company | Task | Country |\n|---|---|---|\n| Blauwal Hosting AG | Hosting | Germany |\n",
        "## Version 5\n\n| Company | Task | Country |\n|---|---|---|\n"
      )
    ],
    expected: [
      "sub-processor-removed Annex 3 / Version 5 / row 1 > - [Blauwal Hosting AG Hosting Germany|] "
        + "substantive: removal"
    ]),
  Edit(
    name: "One cell of the first of two equal rows",
    steps: [(lastPrinting, "| Torrent Print Ltd | Printing | Poland |\n\n## Version 5")],
    expected: [
      "sub-processor-modified Annex 3 / Version 4 / row 3 (Country) "
        + "[Ireland|Poland] substantive: country"
    ]),
  Edit(
    name: "A row more",
    steps: [
      (
        "## Version 5\n\n| Company | Task | Country |\n|---|---|---|\n",
        "## Version 5\n\n| Company | Task | Country |\n|---|---|---|\n"
          + "| Nordlicht OCR BV | Text recognition | Netherlands |\n"
      )
    ],
    expected: [
      "sub-processor-added - > Annex 3 / Version 5 / row 1 "
        + "[|Nordlicht OCR BV Text recognition Netherlands] substantive: addition"
    ]),
]

let factEdits = [
  Edit(
    name: "The version",
    steps: [("version: \"3.0\"", "version: \"3.1\"")],
    expected: ["metadata-changed  (version) [3.0|3.1] editorial: metadata"]),
  Edit(
    name: "The law",
    steps: [("governing-law: DE", "governing-law: AT")],
    expected: ["metadata-changed  (governing-law) [DE|AT] substantive: metadata"]),
  Edit(
    name: "A party",
    steps: [("name: Kranich Systems GmbH", "name: Kranich Europe SE")],
    expected: [
      "party-changed  (processor.name) [Systems GmbH|Europe SE] substantive: party"
    ]),
  Edit(
    name: "A party filled in",
    steps: [("blank: true, defined-as: Controller", "name: Rosa AG, defined-as: Controller")],
    expected: [
      "blank-filled  (controller) [|Rosa AG] substantive: blank"
    ]),
  Edit(
    name: "A blank line filled in",
    steps: [("Place, date: ..........", "Place, date: Kiel, 3 March 2026")],
    expected: [
      "blank-filled 6 [..........|Kiel, 3 March 2026] substantive: blank"
    ]),
  Edit(
    name: "A state",
    steps: [("by batteries.", "by batteries (planned).")],
    expected: [
      "measure-status-changed Annex 1 / Availability control / b [|(planned)] weakening: state"
    ]),
]
