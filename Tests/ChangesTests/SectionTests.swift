import Changes
import Testing

/// Which section is the same one still, where it became an annex.
struct SectionTests {
  /// A contract of numbered sections of numbered clauses, each between one that says what it is about
  /// and one that names the law.
  private static func contract(
    _ sections: [(title: String, clauses: [String])], sign: String = "", annexes: String = ""
  ) -> String {
    let all =
      [("Scope", ["The agreement covers the hosting of data."])] + sections
      + [("Law", ["Only the law of the seat applies."])]
    return all.enumerated().map { index, section in
      "## \(sign)\(index + 1) \(section.0)\n\n"
        + section.1.enumerated().map { "- (\($0.offset + 1)) \($0.element)\n" }.joined() + "\n"
    }.joined() + annexes
  }

  private func told(_ old: String, _ new: String) -> [String] { lines(changeSet(old, new)) }

  private static let secrets = [
    "Both parties keep secrets.", "The duty has no end.", "It binds staff, too.",
  ]

  @Test(arguments: ["Confidentiality", "Secrecy of all that is learnt"])
  func tellsASectionThatBecameAnAnnex(title: String) {
    func annex(_ clauses: [String]) -> String {
      "# Annex 1: \(title)\n\n"
        + clauses.enumerated().map { "- (\($0.offset + 1)) \($0.element)\n" }.joined()
    }
    let section = Self.contract([("Confidentiality", Self.secrets)])
    let moved = Self.contract([], annexes: annex(Self.secrets))
    let heading = title == "Confidentiality" ? "" : " [Confidentiality|\(title)]"
    let back = title == "Confidentiality" ? "" : " [\(title)|Confidentiality]"

    #expect(
      told(section, moved) == [
        "section-moved 2 > Annex 1\(heading) editorial: "
          + (heading.isEmpty ? "place" : "heading"),
        "section-renumbered 3 > 2 renumbering-only: numbering",
      ])
    #expect(
      told(moved, section) == [
        "annex-moved Annex 1 > 2\(back) editorial: " + (back.isEmpty ? "place" : "heading"),
        "section-renumbered 2 > 3 renumbering-only: numbering",
      ])
  }

  /// The list that a section had stays known where it is a form with hardly a word to its lines.
  @Test func tellsAnAnnexOfShortItemsThatBecameASection() {
    let items = ["Names", "Addresses", "Bank details", "Photographs"].map { "- \($0)\n" }.joined()
    let annexes = "# Annex 1: Kinds of data\n\n\(items)\n# Annex 2: Rates\n\nNone are due.\n"
    let old = Self.contract([], annexes: annexes)
    let new = Self.contract(
      [],
      annexes: "## 3 Kinds of data\n\n\(items)\n# Annex 1: Rates\n\nNone are due.\n")

    #expect(
      told(old, new) == [
        "annex-moved Annex 1 > 3 editorial: place",
        "annex-renumbered Annex 2 > Annex 1 renumbering-only: numbering",
      ])
    #expect(
      told(new, old) == [
        "section-moved 3 > Annex 1 editorial: place",
        "annex-renumbered Annex 1 > Annex 2 renumbering-only: numbering",
      ])
  }

  /// References that follow what they cite are no change, whatever it is called now.
  @Test func followsReferencesToWhatBecameAnAnnex() {
    let old = Self.contract([
      ("Duties", ["Staff are bound by section 3 and by section 3(2)."]), ("Secrecy", Self.secrets),
    ])
    let new = Self.contract(
      [("Duties", ["Staff are bound by Annex 1 and by Annex 1(2)."])],
      annexes: "# Annex 1: Secrecy\n\n"
        + Self.secrets.enumerated().map { "- (\($0.offset + 1)) \($0.element)\n" }.joined())

    let moves = ["section-moved 3 > Annex 1 editorial: place"]
    #expect(told(old, new).filter { !$0.contains("renumbered") } == moves)
    #expect(
      told(new, old).filter { !$0.contains("renumbered") } == [
        "annex-moved Annex 1 > 3 editorial: place"
      ])
    #expect(
      told(old, new.replacing("Annex 1(2)", by: "Annex 1(3)")).contains {
        $0.hasPrefix("clause-modified 2(1) ")
      })
  }
}
