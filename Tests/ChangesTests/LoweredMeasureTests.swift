import Changes
import Deadlines
import Testing

/// Single words by which a measure promises less.
struct LoweredMeasureTests {
  private func judgement(_ old: String, _ new: String, title: String) -> [Judgement] {
    func text(_ item: String) -> String {
      "# Annex 1: \(title)\n\n## Logs\n\n- a. Doors are locked.\n- b. \(item)\n"
    }
    return changeSet(text(old), text(new)).changes.map(\.judgement)
  }

  private static let measures = "Technical and organisational measures"

  @Test(arguments: [
    ("Logs are reviewed.", "Logs are no longer reviewed.", MaterialityRule.negation),
    ("Protokolle werden geprüft.", "Protokolle werden nicht mehr geprüft.", .negation),
    ("Daily backup of all data", "Weekly backup of all data", .period),
    ("Tägliche Sicherung der Daten", "Wöchentliche Sicherung der Daten", .period),
    ("Keys are changed quarterly.", "Keys are changed annually.", .period),
  ])
  func isWeaker(old: String, new: String, rule: MaterialityRule) {
    #expect(judgement(old, new, title: Self.measures) == [Judgement(.weakening, rule)])
    #expect(judgement(old, new, title: "Services").allSatisfy { $0.materiality == .substantive })
  }

  @Test(arguments: [
    ("Weekly backup of all data", "Daily backup of all data"),
    ("Logs are no longer kept.", "Logs are kept."),
    ("Backups are tested daily.", "Backups are tested daily and weekly."),
  ])
  func isNotWeaker(old: String, new: String) {
    #expect(
      judgement(old, new, title: Self.measures).allSatisfy { $0.materiality == .substantive })
  }
}
