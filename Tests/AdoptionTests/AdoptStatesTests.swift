import Adoption
import Diagnostics
import Registers
import Testing

/// What tables say of how far measures have come, and of who sees to them.
struct AdoptStatesTests {
  @Test(arguments: [
    ("in planning", "all: planned"), ("In Planung", "all: planned"),
    ("to be implemented", "all: planned"), ("planned by the team", "all: planned"),
    ("50 %", "all: partial"), ("50%", "all: partial"), ("100 %", "all: implemented"),
    ("ja, teilweise", "all: partial"), ("yes, partly", "all: partial"),
    ("partial", "all: partial"), ("rollout", "all: partial"),
    ("implemented since 2020", "all: implemented"), ("ja, seit 2019", "all: implemented"),
    ("fully implemented", "all: implemented"), ("vollständig umgesetzt", "all: implemented"),
    ("Implemented in all offices", "all: implemented"), ("in operation", "all: implemented"),
    ("completed", "all: implemented"), ("✅", "all: implemented"),
    ("not applicable: no servers", "all: not-applicable (no servers)"),
  ])
  func readsStatesAndTheWordsBehindThem(cell: String, state: String) {
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      | Measure | Status |
      |---|---|
      | Guards | \(cell) |
      """)
    #expect(lines(found) == ["bdsg9.1 Guards [\(state)]"])
    #expect(codes(diagnostics) == [])
  }

  @Test(arguments: [
    "TBD", "?", "under review", "ongoing", "green", "implemented only in part of the offices",
    "implemented by 2027", "umgesetzt bis 2027", "yes, but not in the lab",
  ])
  func statesNothingWhereNothingIsKnown(cell: String) {
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      | Measure | Status |
      |---|---|
      | Doors | yes |
      | Guards | \(cell) |
      """)
    #expect(lines(found) == ["bdsg9.1 Doors [all: implemented]", "bdsg9.1 Guards []"])
    #expect(codes(diagnostics) == ["unclear-state"])
  }

  @Test(arguments: [
    ("| Measure | Status |", "| Guards | |"),
    ("| Measure | Status | Evidence |", "| Guards | | Contract |"),
    ("| Measure | Office | Data centre | Evidence |", "| Guards | | | Contract |"),
  ])
  func statesNothingWhereTheCellIsEmpty(head: String, row: String) {
    let columns = head.split(separator: "|").count
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      \(head)
      |\(String(repeating: "---|", count: columns))
      | Doors |\(String(repeating: " yes |", count: columns - 1))
      \(row)
      """)
    #expect(lines(found).last == "bdsg9.1 Guards []")
    #expect(found.count == 2)
    #expect(codes(diagnostics) == ["unclear-state"])
  }

  @Test func takesTheStateOfTheHeadingForAnEmptyCell() {
    let (found, diagnostics) = measures(
      """
      ## Physical access control (planned)

      | Measure | Status |
      |---|---|
      | Guards | |
      """)
    #expect(lines(found) == ["bdsg9.1 Guards [all: planned]"])
    #expect(codes(diagnostics) == [])
  }

  @Test(arguments: [
    ("yes", "Nordwind GmbH", "all: delegated > Nordwind GmbH"),
    ("", "Nordwind GmbH", "all: delegated > Nordwind GmbH"),
    ("planned", "Nordwind GmbH", "all: planned"),
    ("yes", "Müller & Söhne GmbH & Co. KG", "all: delegated > Müller & Söhne GmbH & Co. KG"),
    ("yes", "Customer", "all: customer"), ("partly", "der Kunde", "all: customer"),
    ("", "shared", "all: shared"), ("yes", "Customer and provider", "all: shared"),
    ("yes", "Kunde / Anbieter", "all: shared"), ("yes", "IT", "all: implemented"),
    ("yes", "Customer Support", "all: implemented"), ("yes", "CISO, IT", "all: implemented"),
    ("not applicable", "Customer", "all: not-applicable"),
  ])
  func readsWhoIsResponsible(state: String, party: String, expected: String) {
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      | Measure | Status | Responsible |
      |---|---|---|
      | Guards | \(state) | \(party) |
      """)
    #expect(lines(found) == ["bdsg9.1 Guards [\(expected)]"])
    #expect(codes(diagnostics) == [])
  }

  @Test(arguments: [
    ("The customer is responsible.", "all: customer"),
    ("Der Kunde ist hierfür verantwortlich.", "all: customer"),
    ("Hierfür ist der Auftraggeber verantwortlich.", "all: customer"),
    ("This is the customer's responsibility.", "all: customer"),
    ("Nordwind GmbH is responsible.", "all: delegated > Nordwind GmbH"),
    ("Delegated to Nordwind GmbH.", "all: delegated > Nordwind GmbH"),
  ])
  func readsASentenceAboutWhoIsResponsible(sentence: String, expected: String) {
    for text in [sentence, "- \(sentence)"] {
      let (found, _) = measures("## Separation control\n\n\(text)")
      #expect(lines(found).count == 1)
      #expect(lines(found).first?.hasSuffix("[\(expected)]") == true)
    }
  }

  @Test func readsSentencesAboutPartsOfAControl() {
    let (found, _) = measures(
      """
      ## System access control

      The customer is responsible for its users.

      - Passwords have 12 characters
      - Delegated to Nordwind GmbH
      - The customer is responsible for the passwords of its users.
      - Reviewing logs is the task of the security team
      - See also the security concept
      """)
    #expect(
      lines(found) == [
        "bdsg9.2 Passwords have 12 characters [all: implemented]",
        "bdsg9.2 Delegated to Nordwind GmbH [all: delegated > Nordwind GmbH]",
        "bdsg9.2 The customer is responsible for the passwords of its users. [all: customer]",
        "bdsg9.2 Reviewing logs is the task of the security team [all: implemented]",
      ])
    #expect(found[0].evidence.map(\.title) == ["the security concept"])
  }

  @Test func takesALoneFirstCellForAMeasure() {
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      | Measure | Evidence |
      |---|---|
      | **Building** | |
      | Alarm system | Certificate |
      | Guards at night | |
      | Backup | |
      | Technical measures | |
      | Fence: | |
      | Locked cages | |
      """)
    #expect(
      lines(found) == [
        "bdsg9.1 Alarm system [all: implemented]", "bdsg9.1 Guards at night [all: implemented]",
        "bdsg9.1 Backup [all: implemented]", "bdsg9.1 Locked cages [all: implemented]",
      ])
    #expect(codes(diagnostics) == [])
  }

  @Test func takesTheNameOfAControlInATableForItsHeading() {
    let (found, _) = measures(
      """
      | Measure | Status |
      |---|---|
      | Physical access control | |
      | Doors | yes |
      | Input control | |
      | Logs | planned |
      """)
    #expect(
      lines(found) == ["bdsg9.1 Doors [all: implemented]", "bdsg9.5 Logs [all: planned]"])
  }

  @Test func readsAStateOfTheControlItself() {
    let (found, _) = measures(
      """
      | Control | Status |
      |---|---|
      | Separation control | planned |
      | Order control | implemented |
      | Input control | TBD |
      """)
    #expect(
      lines(found) == [
        "bdsg9.8 Separation control [all: planned]", "bdsg9.6 Order control [all: implemented]",
        "bdsg9.5 Input control []",
      ])
  }

  @Test func leavesOutWhatIsStruck() {
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      | Measure | Evidence |
      |---|---|
      | Alarm system | Certificate |
      | ~~Guards~~ | |
      | ~~Dogs~~ | ~~Contract~~ |
      | Doors, ~~iron~~ steel | Photo |

      ## Availability control

      - ~~Two power supplies~~
      - UPS
      """)
    #expect(
      lines(found) == [
        "bdsg9.1 Alarm system [all: implemented]", "bdsg9.1 Doors, steel [all: implemented]",
        "bdsg9.7 UPS [all: implemented]",
      ])
    #expect(codes(diagnostics) == Array(repeating: "measure-not-taken", count: 3))
  }

  @Test func tellsWhatItCouldNotRead() {
    #expect(codes(measures("Nothing but words.").diagnostics) == ["nothing-adopted"])
    let (_, diagnostics) = measures(
      """
      ## Physical access control

      | No. | Measure | Status | Evidence |
      |---|---|---|---|
      | 1 | Doors | yes | Photo |
      | 2 | | yes | Contract |
      """)
    #expect(codes(diagnostics) == ["unread-row"])
  }

  @Test func readsAControlBeforeADash() {
    let (found, _) = measures(
      """
      ## Physical access control – data centre

      Delegated to Nordwind GmbH.
      """)
    #expect(
      lines(found) == ["bdsg9.1 Delegated to Nordwind GmbH. [all: delegated > Nordwind GmbH]"])
  }
}
