import Changes
import Deadlines
import Testing

/// What is said of items of a word or two, which have no letters to be known by.
struct ShortItemTests {
  private func changes(_ old: [String], _ new: [String]) -> [Change] {
    func list(_ items: [String]) -> String {
      "# Annex 2: Technical and organisational measures\n\n## Access control\n\n"
        + items.map { "- \($0)\n" }.joined()
    }
    return changeSet(list(old), list(new)).changes
  }

  @Test(arguments: [
    ("IP-whitelist", "IP whitelist"), ("Virenscanner", "Viren-Scanner"), ("Backup", "Back-up"),
    ("Screenlock", "Screen lock"), ("Ausweispflicht", "Ausweis-Pflicht"),
  ])
  func knowsAnItemInAnotherSpelling(old: String, new: String) throws {
    for (before, after) in [(old, new), (new, old)] {
      let found = changes(["Firewall", before, "Alarm"], ["Firewall", after, "Alarm"])
      let change = try #require(found.first)

      #expect(found.count == 1 && change.kind == .of(.measure, .modified))
      #expect(change.materiality == .editorial && change.rule == .spelling)
    }
  }

  /// With what stood beside it gone as well.
  @Test func knowsAnItemThatKeptHalfOfItsWords() throws {
    let found = changes(["Router Firewall", "MAC whitelist for LAN"], ["Router Proxy"])

    #expect(found.map(\.kind) == [.of(.measure, .removed), .of(.measure, .modified)])
    #expect(found.last?.wordsAdded == ["Proxy"])
  }

  @Test func keepsItemsThatHaveNothingInCommonApart() {
    let found = changes(["Firewall", "Alarm"], ["Proxy", "Alarm"])

    #expect(found.map(\.kind) == [.of(.measure, .removed), .of(.measure, .added)])
  }
}
