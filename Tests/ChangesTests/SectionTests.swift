import Changes
import Testing

/// Which section is the same one still, where one became two, two became one, or an annex.
struct SectionTests {
  private static let inspection = "The Controller may inspect the premises."
  private static let evidence =
    "The Processor provides evidence by certificates, attestations, reports of independent bodies "
    + "and approved codes of conduct, all of them not older than one year."
  private static let payment = "The Processor may ask to be paid for it."

  /// A contract of numbered sections of numbered clauses, each between one that says what it is
  /// about and one that names the law.
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

  private static let apart = contract([
    ("Control rights", [inspection]), ("Proof", [evidence, payment]),
  ])
  private static let joined = contract([("Control rights", [inspection, evidence, payment])])
  private static let retitled = contract([
    ("Control rights and proof", [inspection, evidence, payment])
  ])

  @Test func keepsTheSectionThatTookAnotherIn() {
    #expect(
      told(Self.apart, Self.joined) == [
        "clause-moved 3(1) > 2(2) editorial: place", "clause-moved 3(2) > 2(3) editorial: place",
        "section-removed 3 > - [Proof|] editorial: heading",
        "section-renumbered 4 > 3 renumbering-only: numbering",
      ])
    #expect(
      told(Self.apart, Self.retitled) == [
        "section-modified 2 (heading) [|and proof] editorial: heading",
        "clause-moved 3(1) > 2(2) editorial: place", "clause-moved 3(2) > 2(3) editorial: place",
        "section-removed 3 > - [Proof|] editorial: heading",
        "section-renumbered 4 > 3 renumbering-only: numbering",
      ])
  }

  @Test func keepsTheSectionThatWasSplit() {
    for whole in [Self.joined, Self.retitled] {
      let changes = told(whole, Self.apart)

      #expect(
        changes.filter { !$0.contains("(heading)") } == [
          "section-added - > 3 [|Proof] editorial: heading",
          "clause-moved 2(2) > 3(1) editorial: place", "clause-moved 2(3) > 3(2) editorial: place",
          "section-renumbered 3 > 4 renumbering-only: numbering",
        ])
      #expect(changes.count(where: { $0.contains("(heading)") }) == (whole == Self.joined ? 0 : 1))
    }
  }

  /// However it is edited, and whatever stands before it.
  @Test(arguments: ["Control rights", "Control rights and proof"])
  func keepsAnEditedSectionThatMoved(title: String) {
    let edited = Self.inspection.replacing("premises", by: "premises once a year")
    let old = Self.contract([
      ("Control rights", [Self.inspection]), ("Proof", [Self.evidence, Self.payment]),
    ])
    let new = Self.contract([
      ("Fees", ["A fee is due in the middle of the month."]),
      (title, [edited, Self.evidence, Self.payment]),
    ])

    let (there, back) = (told(old, new), told(new, old))

    #expect(there.contains { $0.hasPrefix("clause-modified 2(1) > 3(1) [|once a year]") })
    #expect(there.contains { $0.hasPrefix("clause-moved 3(1) > 3(2)") })
    #expect(there.contains("section-removed 3 > - [Proof|] editorial: heading"))
    #expect(back.contains { $0.hasPrefix("clause-modified 3(1) > 2(1) [once a year|]") })
    #expect(back.contains { $0.hasPrefix("clause-moved 3(2) > 3(1)") })
    #expect(back.contains("section-added - > 3 [|Proof] editorial: heading"))
  }

  @Test func keepsTheFirstOfThree() {
    let third = ("Reports", ["Each report is kept for ten years in the archive of the Processor."])
    let old = Self.contract(
      [("Kontrollrechte", [Self.inspection]), ("Nachweise", [Self.evidence]), third],
      sign: "\u{A7} ")
    let new = Self.contract(
      [("Kontrollrechte", [Self.inspection, Self.evidence] + third.1)], sign: "\u{A7} ")

    #expect(
      told(old, new) == [
        "clause-moved \u{A7} 3(1) > \u{A7} 2(2) editorial: place",
        "clause-moved \u{A7} 4(1) > \u{A7} 2(3) editorial: place",
        "section-removed \u{A7} 3 > - [Nachweise|] editorial: heading",
        "section-removed \u{A7} 4 > - [Reports|] editorial: heading",
        "section-renumbered \u{A7} 5 > \u{A7} 3 renumbering-only: numbering",
      ])
    #expect(
      told(new, old).map { $0.prefix(13) } == [
        "section-added", "clause-moved ", "section-added", "clause-moved ", "section-renum",
      ])
  }

  /// Sections without numbers are known by what stands before them.
  @Test func keepsSectionsWithoutNumbers() {
    func policy(_ sections: [String]) -> String {
      "## Purpose\n\nThis page tells what we do.\n\n" + sections.joined(separator: "\n\n") + "\n"
    }
    let old = policy([
      "## Control\n\n- \(Self.inspection)", "## Proof\n\n- \(Self.evidence)\n- \(Self.payment)",
    ])
    let new = policy([
      "## Control and proof\n\n- \(Self.inspection)\n- \(Self.evidence)\n- \(Self.payment)"
    ])

    #expect(
      told(old, new).map { $0.prefix(20) } == [
        "section-modified Con", "clause-moved Proof /", "clause-moved Proof /",
        "section-removed Proo",
      ])
  }

  /// A section that is left out and one that follows under the same title are two.
  @Test func doesNotKeepASectionThatHasNothingInCommon() {
    let old = Self.contract([
      ("General", ["Doors are locked by chip cards."]),
      ("General", [Self.evidence, Self.payment]),
    ])
    let edited = Self.evidence.replacing("one year", by: "two years")
    let new = Self.contract([("General", [edited, Self.payment])])

    #expect(
      told(old, new) == [
        "section-removed 2 > - [General Doors are locked by chip cards.|] substantive: removal",
        "clause-modified 3(1) > 2(1) [one year|two years] substantive: period",
        "section-renumbered 3 > 2 renumbering-only: numbering",
      ])
  }

  @Test func keepsGroupsOfATable() {
    func measures(_ rows: String...) -> String {
      "# Annex 1: Technical and organisational measures\n\n| Control | Measure |\n|---|---|\n"
        + rows.map { "| \($0) |\n" }.joined()
    }
    let old = measures(
      "Entry control | Alarm system", "Access control | Chip cards for all of the doors",
      "| Keys in a safe box", "Other | Fire alarm")
    let new = measures(
      "Entry control | Alarm system", "| Chip cards for all of the doors", "| Keys in a safe box",
      "Other | Fire alarm")

    #expect(
      told(old, new) == [
        "measure-moved Annex 1 / Access control / row 1 > Annex 1 / Entry control / row 2 "
          + "editorial: place",
        "measure-moved Annex 1 / Access control / row 2 > Annex 1 / Entry control / row 3 "
          + "editorial: place",
        "measure-removed Annex 1 / Access control > - [Access control|] editorial: heading",
      ])
  }

  // MARK: Sections and annexes

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

  /// An annex that takes the list of a section does not take the section.
  @Test func keepsTheSectionThatHandedItsListToAnAnnex() {
    let kinds = ["Names and addresses of customers", "Orders of the last ten years"]
    let old = Self.contract([
      ("Data", ["The kinds of data are listed below in full."] + kinds)
    ])
    let new = Self.contract(
      [("Data", ["The kinds of data are listed in Annex 1 in full."])],
      annexes: "# Annex 1: Data\n\n" + kinds.map { "- \($0)\n" }.joined())

    let changes = told(old, new)

    #expect(changes.count == 4)
    #expect(changes.contains { $0.hasPrefix("clause-modified 2(1) [") })
    #expect(changes.contains("annex-added - > Annex 1 [|Data] editorial: heading"))
    #expect(changes.count { $0.hasPrefix("clause-moved 2(") } == 2)
  }
}
