import Changes
import Deadlines
import Testing

/// What is told of one control is another statement than the same told of another.
struct RelabelledControlTests {
  private static let title = "# Annex 2 \u{2013} Technical and organisational measures\n\n"

  private static let tables = [
    "| Control | Measure |\n|---|---|\n| **Entry** | |\n| Doors | Locked. |\n| Guards | Nightly. |\n"
      + "| **Access** | |\n| Passwords | Long. |\n| Screens | Locked. |\n",
    "| Control | Measure | Status |\n|---|---|---|\n| Entry | Doors are locked | implemented |\n"
      + "| | Guards walk | implemented |\n| Access | Passwords are long | planned |\n"
      + "| | Screens lock | planned |\n",
    "| Control | Measure |\n|---|---|\n| Entry | Doors are locked |\n| | Guards walk |\n"
      + "| Access | Passwords are long |\n| | Screens lock |\n",
    "- **Entry**\n  - Doors are locked.\n  - Guards walk.\n- **Access**\n"
      + "  - Passwords are long.\n  - Screens lock.\n",
    "## Entry\n\n- Doors are locked.\n- Guards walk.\n\n## Access\n\n- Passwords are long.\n"
      + "- Screens lock.\n",
  ]

  @Test(arguments: tables)
  func weighsNamesThatChangedPlaces(body: String) {
    let swapped = body.replacing("Entry", by: "@").replacing("Access", by: "Entry")
      .replacing("@", by: "Access")
    let changes = changeSet(Self.title + body, Self.title + swapped).changes

    #expect(!changes.isEmpty)
    #expect(
      changes.allSatisfy { $0.materiality == .substantive },
      "\(changes.map { $0.sentence(in: .english) })")
  }

  /// Who was engaged for one task is for another; a colon is no part of a name.
  @Test func weighsLabelsOfCompaniesThatChangedPlaces() {
    func list(_ first: String, _ second: String) -> String {
      "# Sub-processors\n\n| Company | Task |\n|---|---|\n| *\(first):* | |\n| Wal AG | Servers |\n"
        + "| *\(second):* | |\n| Stern SAS | Disks |\n"
    }
    let changes = changeSet(list("Public", "Private"), list("Private", "Public")).changes

    #expect(!changes.isEmpty)
    #expect(changes.allSatisfy { $0.materiality == .substantive })
    #expect(!changes.contains { $0.statement.english.contains(":\u{201D}") })
  }

  /// What moved with all that stands below it is told of the same control; a new name is a name.
  @Test(arguments: tables.dropFirst(3))
  func leavesControlsThatMovedWhole(body: String) {
    let parts = body.split(separator: body.hasPrefix("-") ? "- **" : "## ")
    let lead = body.hasPrefix("-") ? "- **" : "## "
    let swapped = parts.reversed().map { lead + $0.trimmingSuffix() + "\n\n" }.joined()
    let moved = changeSet(Self.title + body, Self.title + swapped).changes
    let renamed = changeSet(Self.title + body, Self.title + body.replacing("Entry", by: "Doors"))
      .changes

    #expect(!moved.isEmpty && moved.allSatisfy { $0.materiality == .editorial })
    #expect(renamed.map(\.materiality.rawValue) == ["editorial"])
  }
}

extension Substring {
  fileprivate func trimmingSuffix() -> Substring {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
