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
    ("Backups are encrypted.", "Backups are not encrypted.", .negation),
    ("Speicher sind verschlüsselt.", "Speicher sind nicht verschlüsselt.", .negation),
    // How often, in whatever words.
    ("Keys are changed every 6 months.", "Keys are changed every 12 months.", .period),
    ("Keys are changed twice a year.", "Keys are changed once a year.", .period),
    ("Keys are changed daily.", "Keys are changed every working day.", .period),
    ("Keys are changed quarterly.", "Keys are changed every other year.", .period),
    ("Die Übung findet zweimal jährlich statt.", "Die Übung findet jährlich statt.", .period),
    ("Rechte werden alle sechs Monate geprüft.", "Rechte werden jedes Jahr geprüft.", .period),
    // Left out, or said without a number.
    ("Systems are tested at least annually.", "Systems are tested.", .period),
    ("Systems are tested at least once a year.", "Systems are tested regularly.", .period),
    ("Logs are reviewed regularly.", "Logs are reviewed.", .period),
    ("Regular reviews of all rights", "Reviews of all rights", .period),
    ("Logs are reviewed regularly.", "Logs are reviewed occasionally.", .period),
    ("Rechte werden regelmäßig geprüft.", "Rechte werden geprüft.", .period),
    ("Accounts are blocked without undue delay.", "Accounts are blocked.", .period),
    ("Konten werden unverzüglich gesperrt.", "Konten werden gesperrt.", .period),
  ])
  func isWeaker(old: String, new: String, rule: MaterialityRule) {
    #expect(judgement(old, new, title: Self.measures) == [Judgement(.weakening, rule)])
    #expect(judgement(old, new, title: "Services").allSatisfy { $0.materiality == .substantive })
  }

  @Test(arguments: [
    ("Weekly backup of all data", "Daily backup of all data"),
    ("Logs are no longer kept.", "Logs are kept."),
    ("Backups are tested daily.", "Backups are tested daily and weekly."),
    ("Visitors are allowed to move freely.", "Visitors are not allowed to move freely."),
    ("Disks may leave the office.", "Disks may not leave the office."),
    ("Keys are changed every 12 months.", "Keys are changed every 6 months."),
    ("Keys are changed monthly.", "Keys are changed twice a month."),
    ("Keys are changed monthly.", "Keys are changed at least monthly."),
    ("Logs are kept for 6 months.", "Logs are kept for 12 months."),
    ("Logs are reviewed regularly.", "Logs are reviewed quarterly."),
    ("Accounts are blocked immediately.", "Accounts are blocked within 24 hours."),
    (
      "Logs are reviewed not more than once a year.",
      "Logs are reviewed not more than twice a year."
    ),
  ])
  func isNotWeaker(old: String, new: String) {
    #expect(
      judgement(old, new, title: Self.measures).allSatisfy { $0.materiality == .substantive })
  }

  /// What is promised with a reservation, or of some where all were meant.
  @Test(arguments: [
    ("Backups are encrypted.", "Where possible, backups are encrypted."),
    ("Backups are encrypted.", "Backups are encrypted to the extent that this is feasible."),
    ("Visitors are logged.", "Visitors are usually logged."),
    ("Visitors are always logged.", "Visitors are normally logged."),
    ("All systems are protected.", "Most systems are protected."),
    ("Besucher tragen sich ein.", "Besucher tragen sich in der Regel ein."),
    ("Daten werden verschlüsselt.", "Daten werden, soweit technisch möglich, verschlüsselt."),
    ("Visitors are not allowed to move freely.", "Visitors are allowed to move freely."),
    ("Employees are required to lock doors.", "Employees are encouraged to lock doors."),
  ])
  func isLeftOpen(old: String, new: String) {
    #expect(judgement(old, new, title: Self.measures) == [Judgement(.weakening, .modal)])
  }

  @Test(arguments: [
    ("Visitors are usually logged.", "Visitors are logged."),
    ("Visitors are usually logged.", "Visitors are generally logged."),
    ("Doors are locked at night.", "Doors are locked at night if possible breaches are found."),
    ("Two servers are used.", "The most recent servers are used."),
    ("Logs are kept.", "Logs are kept. Where possible, they are signed."),
    ("Doors are not locked.", "Doors are locked."),
  ])
  func isNotLeftOpen(old: String, new: String) {
    #expect(
      judgement(old, new, title: Self.measures).allSatisfy { $0.materiality == .substantive })
  }
}
