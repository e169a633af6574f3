import Changes
import Deadlines
import Testing

/// Named groups of a list that became headings, and back.
struct GroupHeadingTests {
  private static let groups = """
    # Annex 2: Measures

    ## 1.1 Office

    - **Entry control**
      - Locks on all doors
      - Visitors are logged
    - **Access control**
      - Passwords of 12 characters
    - **Data access control** (not applicable)

    ## 1.2 Server

    - **Entry control**
      - Alarm
      - Guards at night
    - **Access control**
      - Firewall

    """

  private static let headings = """
    # Annex 2: Measures

    ## 1.1 Office

    ### Entry control

    - Locks on all doors
    - Visitors are logged

    ### Access control

    - Passwords of 12 characters

    ### Data access control (not applicable)

    ## 1.2 Server

    ### Entry control

    - Alarm
    - Guards at night

    ### Access control

    - Firewall

    """

  @Test func tellsNothingOfGroupsInAnotherForm() {
    #expect(changeSet(Self.groups, Self.headings).isEmpty)
    #expect(changeSet(Self.headings, Self.groups).isEmpty)
  }

  /// Nothing was given up with the label of a list whose points stay.
  @Test func tellsALabelOfAListAsAHeading() {
    let head = "# Technical and organisational measures\n\n## 1. Access control\n\n"
    let old =
      head + "- Systems that are used for the work:\n  - Logs of each access are kept\n"
      + "  - As few administrators as possible\n"
    let new = head + "- Logs of each access are kept\n- As few administrators as possible\n"

    for set in [changeSet(old, new), changeSet(new, old)] {
      #expect(set.changes.allSatisfy { $0.materiality == .editorial })
      #expect(
        set.changes.contains {
          $0.statement.text(in: .english).contains(
            "the heading \u{A7} 1 / item 1 \u{201C}Systems that are used for the work\u{201D} is")
        })
    }
  }

  /// A paragraph before the items of a group, or behind them, is one below the heading.
  @Test func tellsNothingOfGroupsWithParagraphs() {
    let groups = """
      # Annex 2: Measures

      - **Entry control**

        See the documents of the data centre.
        - Alarm
        - Guards at night
      - **Access control**
        - Firewall
        - Passwords of 12 characters

        Also see the concept of the security office.

      """
    let headings = """
      # Annex 2: Measures

      ## Entry control

      See the documents of the data centre.

      - Alarm
      - Guards at night

      ## Access control

      - Firewall
      - Passwords of 12 characters

      Also see the concept of the security office.

      """

    #expect(changeSet(groups, headings).isEmpty)
    #expect(changeSet(headings, groups).isEmpty)
  }

  @Test func tellsOnlyWhatChangedBelowThem() {
    let edited = Self.headings.replacing("- Guards at night\n", by: "")
      .replacing("12 characters", by: "10 characters")

    #expect(
      changeSet(Self.groups, edited).changes.map(\.kind)
        == [.of(.measure, .modified), .of(.measure, .removed)])
  }

  /// A clause that has the name of a section elsewhere stays one.
  @Test func leavesGroupsThatAreNoHeadings() {
    let new = Self.groups + "\n## Fees\n\n- **Entry control**\n\n### Entry control\n\n- None\n"

    #expect(
      changeSet(Self.groups, new).changes.allSatisfy {
        $0.kind == .of(.section, .added) || $0.kind == .of(.measure, .added)
      })
  }

  /// A paragraph of a group is a measure, wherever it stands among the items; only what the group
  /// is called is a heading.
  @Test(arguments: [
    ("Access is never granted to guests.", "", "weakening removal"),
    (
      "Also see the concept of the security office.", "Also see the handbook of the guards.",
      "substantive wording"
    ),
    ("**Entry control**", "**Physical entry**", "editorial heading"),
  ])
  func tellsTheParagraphOfAGroupFromItsName(old: String, new: String, judgement: String) {
    for isFirst in [true, false] {
      let note = old.hasPrefix("*") ? "Rooms are locked." : old
      let group =
        "# Annex 2: Measures\n\n- **Entry control**\n"
        + (isFirst
          ? "\n  \(note)\n  - Alarm\n  - Guards\n" : "  - Alarm\n  - Guards\n\n  \(note)\n")

      let changes = changeSet(group, group.replacing(old, by: new)).changes

      #expect(
        changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [judgement])
    }
  }
}
