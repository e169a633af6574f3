import Changes
import Testing

/// Points and rows that stand elsewhere in their list and were edited, or stand beside others that
/// are gone.
struct ReorderedPointTests {
  private func list(_ points: [String]) -> String {
    "# Annex 2: Technical and organisational measures\n\n## Access control\n\n"
      + points.map { "- \($0)\n" }.joined()
  }

  /// Two points change places, and the one that is said to have moved is edited, or its neighbour.
  @Test(arguments: [
    ("Database encrypted at rest", "Database hashed at rest"),
    ("Workspace security guidelines", "Workspace guidelines"),
    ("alarm and access logs;", "alarm and video logs;"),
    ("Die Prüfberichte des laufenden Jahres", "Die Prüfberichte des Jahres"),
    ("Test recoveries and frequent backup checks", "Test recoveries and yearly backup checks"),
  ])
  func followsAnEditedPointOutOfOrder(old: String, new: String) {
    let (first, last) = ("Client certificates", "Token for the door downstairs")
    let found = changeSet(list([first, old, last]), list([new, first, last])).changes
    let back = changeSet(list([old, last, first]), list([last, first, new])).changes

    for changes in [found, back] {
      let kinds = Set(changes.map(\.kind))
      #expect(kinds.isSubset(of: [.of(.measure, .moved), .of(.measure, .modified)]))
      #expect(kinds.contains(.of(.measure, .moved)))
      #expect(changes.flatMap(\.wordsRemoved) != [])
    }
  }

  /// What has one word in common is another point.
  @Test(arguments: [
    ("Visitors are logged", "Visitors are escorted"),
    ("Names of customers", "Names of suppliers"),
    ("Locks of doors and windows", "Locks of cars"),
  ])
  func tellsOtherPointsApart(old: String, new: String) {
    let (first, last) = ("Client certificates", "Token for the door downstairs")
    let found = changeSet(list([old, first, last]), list([first, last, new])).changes

    #expect(found.map(\.kind) == [.of(.measure, .removed), .of(.measure, .added)])
  }

  /// A control that is named before each of its measures tells none of them from the others.
  @Test(arguments: ["Entry control", "Entry control *(No unauthorised access to the systems)*"])
  func knowsRowsBehindARepeatedControl(control: String) {
    func table(_ measures: [String]) -> String {
      "# Annex 2: Technical and organisational measures\n\n| Control | Measure |\n|---|---|\n"
        + measures.map { "| \(control) | \($0) |\n" }.joined()
        + "| Backup control | Backups are tested |\n| Backup control | Backups are encrypted |\n"
    }
    let old = table(["Card reader", "Door locking device", "Reception/gate", "Video monitor"])
    let new = table(["Card reader", "Reception desk", "Video monitor", "Dogs"])

    let name = control.filter { $0 != "*" }
    #expect(
      lines(changeSet(old, new)) == [
        "measure-removed Annex 2 / row 2 > - [\(name) Door locking device|] weakening: removal",
        "measure-modified Annex 2 / row 3 > Annex 2 / row 2 (Measure) [/gate|desk] "
          + "substantive: wording",
        "measure-added - > Annex 2 / row 4 [|\(name) Dogs] substantive: addition",
      ])
  }
}
