import Changes
import Deadlines
import Testing

/// What is told of how somebody is reached.
struct ContactTests {
  private func told(_ old: String, _ new: String) -> [String] {
    changeSet("# Annex 1: Persons\n\n\(old)", "# Annex 1: Persons\n\n\(new)").changes.map {
      "\($0.kind.rawValue) \($0.materiality.rawValue): \($0.rule.rawValue)"
    }
  }

  /// A name among addresses and telephone numbers is one of a person or an office.
  @Test(arguments: [
    ("Name: Ida Kern", "Name: Ida Lorenz"), ("Stelle: Leitstand, nachts", "Stelle: Leitstand"),
    ("Office: Desk", "Office: Desk, ground floor"), ("Name: Ida Kern", "Name: Ida Berta Kern"),
  ])
  func readsNamesBesideContacts(old: String, new: String) {
    func list(_ item: String) -> String {
      "- \(item)\n- Telefon: 030 1234\n- E-Mail: a@example.org\n"
    }
    func lines(_ line: String) -> String { "\(line)\nTelefon: 030 1234\n" }
    let contact = ["contact-modified substantive: contact"]

    #expect(told(list(old), list(new)) == contact)
    #expect(told(lines(old), lines(new)) == contact)
    #expect(told("- \(old)\n- Purpose: mail\n", "- \(new)\n- Purpose: mail\n") != contact)
  }

  /// A name in one line with a telephone number and an address.
  @Test(arguments: [
    (
      "Ida Kern +49 (0) 2401 60 540 kern@example.org",
      "Anna Berger +49 (0) 2401 60 541 berger@example.org", true
    ),
    (
      "Wal Datenschutz GmbH, 030 123456, a@example.org", "Wal GmbH, 030 123456, a@example.org", true
    ),
    (
      "Wal Datenschutz GmbH, 030 123456, a@example.org",
      "walData GmbH, 030 234567, b@example.org", true
    ),
    (
      "It writes to 120000 customers from a@example.org.",
      "It writes to 130000 customers from a@example.org.", false
    ),
  ])
  func readsLinesWithAddresses(old: String, new: String, isContact: Bool) {
    #expect((told(old, new) == ["contact-modified substantive: contact"]) == isContact)
    // What a cell holds belongs to its row.
    func row(_ cell: String) -> String { "| Nr | Who |\n|---|---|\n| 1 | \(cell) |\n" }
    #expect(told(row(old), row(new)).allSatisfy { !$0.hasPrefix("contact") })
  }

  /// Another person is reached where the first one was, whatever the form of address.
  @Test(arguments: [
    ("Mr: Ida Kern", "Ms: Anna Berger"), ("Mrs: Ida Kern", "Mr: Ben Lorenz"),
    ("Herr: Ben Lorenz", "Frau: Ida Kern"),
  ])
  func readsAnotherPerson(old: String, new: String) {
    func list(_ person: String, _ number: String) -> String {
      "- \(person)\n- Tel.: 030 1234\n\nand\n\n- Mr: Jan Ahlers\n- Tel.: \(number)\n"
    }
    #expect(
      told(list(old, "030 55"), list(new, "030 55")) == ["contact-modified substantive: contact"])
    // A line of something else stays gone.
    #expect(
      told(list(old, "030 55"), list("Purpose: mail", "030 55")) == [
        "clause-removed substantive: removal", "clause-added substantive: addition",
      ])
  }

  @Test func readsALabelThatIsSpelledOtherwise() {
    #expect(
      told("- E-Mail: a@example.org\n", "- Email: a@example.org\n")
        == ["contact-modified editorial: spelling"])
  }

  private static let offices = """
    For the office in Kiel:

    - Mr: Jan Brandt
    - Tel.: 0431-1001
    - E-Mail: brandt@example.org

    and

    - Mrs: Ida Kern
    - Tel.: 0431-1002
    - E-Mail: kern@example.org

    For the office in Bonn:

    - Mr: Ole Beck
    - Tel.: 0228-2001
    - E-Mail: beck@example.org

    """

  /// Whoever is below another number, or another office, is reached otherwise.
  @Test(arguments: [
    [("Tel.: 0431-1001", "Tel.: 0431-1002")], [("Mr: Jan Brandt", "Mr: Ole Beck")],
    [
      ("Mrs: Ida Kern", "Mr: Ole Beck"), ("Tel.: 0431-1002", "Tel.: 0228-2001"),
      ("E-Mail: kern@example.org", "E-Mail: beck@example.org"),
    ],
  ])
  func weighsLinesThatChangedPlaces(swapped: [(String, String)]) {
    var new = Self.offices
    for (one, other) in swapped {
      new = new.replacing(one, by: "#").replacing(other, by: one).replacing("#", by: other)
    }
    for layout in [{ $0 }, Self.asParagraphs] {
      let changes = changeSet(
        "# Annex 1: Persons\n\n" + layout(Self.offices), "# Annex 1: Persons\n\n" + layout(new)
      ).changes
      // What stands above them may have moved instead.
      let lines = changes.filter { !$0.statement.english.contains("office") }
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { $0.judgement == Judgement(.substantive, .contact) })
    }
  }

  private static func asParagraphs(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      line.hasPrefix("- ")
        ? String(line.dropFirst(2)).replacing(": ", by: ":\n\n") : String(line)
    }.joined(separator: "\n\n") + "\n"
  }

  /// With all of its lines, an office only stands elsewhere.
  @Test func weighsNoOfficeThatStandsElsewhere() throws {
    let bonn = try #require(Self.offices.firstRange(of: "For the office in Bonn"))
    let new = String(Self.offices[bonn.lowerBound...]) + "\n" + Self.offices[..<bonn.lowerBound]

    #expect(told(Self.offices, new).allSatisfy { $0.hasSuffix("editorial: place") })
  }
}
