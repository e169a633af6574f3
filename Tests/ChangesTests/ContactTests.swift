import Changes
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

  @Test func readsALabelThatIsSpelledOtherwise() {
    #expect(
      told("- E-Mail: a@example.org\n", "- Email: a@example.org\n")
        == ["contact-modified editorial: spelling"])
  }
}
