import Changes
import Deadlines
import Testing

/// What a measure allows now, or no longer asks for.
struct LoosenedMeasureTests {
  private func judgement(_ old: String, _ new: String, title: String) -> [Judgement] {
    func text(_ item: String) -> String {
      "# Annex 1: \(title)\n\n## Logs\n\n- a. Doors are locked.\n- b. \(item)\n"
    }
    return changeSet(text(old), text(new)).changes.map(\.judgement)
  }

  private static let measures = "Technical and organisational measures"

  @Test(arguments: [
    ("Private use is prohibited.", "Private use is permitted.", MaterialityRule.modal),
    ("Access requires a badge and a PIN.", "Access requires a badge or a PIN.", .wording),
    ("Zutritt nur mit Karte und PIN.", "Zutritt nur mit Karte oder PIN.", .wording),
    ("Laptops are encrypted.", "Laptops are partly encrypted.", .state),
    ("Private use is forbidden.", "Private use is tolerated.", .modal),
    ("Private Nutzung ist untersagt.", "Private Nutzung ist gestattet.", .modal),
    ("Private Nutzung ist verboten.", "Private Nutzung ist erlaubt.", .modal),
    ("Private Nutzung ist unzulässig.", "Private Nutzung ist zulässig.", .modal),
    ("A second factor is mandatory.", "A second factor is possible.", .modal),
    ("Ein zweiter Faktor ist verpflichtend.", "Ein zweiter Faktor ist möglich.", .modal),
    ("Access requires approval.", "Access does not require approval.", .modal),
    ("Zugriff erfordert eine Freigabe.", "Zugriff erfordert keine Freigabe.", .modal),
    // A term.
    ("Updates are installed within 24 hours.", "Updates are installed.", .period),
    ("Updates are installed within 24 hours.", "Updates are installed promptly.", .period),
    ("Updates are installed within 24 hours.", "Updates are installed within 7 days.", .period),
    ("Updates werden binnen 24 Stunden eingespielt.", "Updates werden eingespielt.", .period),
    (
      "Updates werden binnen 24 Stunden eingespielt.", "Updates werden zeitnah eingespielt.",
      .period
    ),
    (
      "Updates werden innerhalb von 2 Tagen eingespielt.",
      "Updates werden innerhalb von 5 Tagen eingespielt.", .period
    ),
    ("Accounts close after 5 days.", "Accounts close after 15 days.", .period),
    ("Screens lock after 5 minutes.", "Screens lock after 15 minutes.", .period),
    ("Bildschirme sperren nach 5 Minuten.", "Bildschirme sperren nach 15 Minuten.", .period),
    (
      "Screens lock after 5 minutes without input.", "Screens lock after 15 minutes without input.",
      .period
    ),
    (
      "Geräte sperren sich nach fünf Minuten ohne Eingabe.",
      "Geräte sperren sich nach 15 Minuten ohne Eingabe.", .period
    ),
    ("Screens lock after 5 minutes.", "Screens lock after half an hour.", .period),
    (
      "Bildschirme sperren nach 5 Minuten.", "Bildschirme sperren nach einer halben Stunde.",
      .period
    ),
    // At once, and now within a time.
    ("Leavers lose access immediately.", "Leavers lose access within 3 days.", .period),
    ("Leavers lose access without delay.", "Leavers lose access within a week.", .period),
    ("Zugänge werden sofort entzogen.", "Zugänge werden binnen einer Woche entzogen.", .period),
    // The least, and now the most; or less is enough.
    ("Passwords have at least 12 characters.", "Passwords have up to 12 characters.", .number),
    (
      "Passwords have at least 12 characters.", "Passwords have no more than 12 characters.",
      .number
    ),
    ("Kennwörter haben mindestens 12 Zeichen.", "Kennwörter haben höchstens 12 Zeichen.", .number),
    ("Logs are reviewed at least weekly.", "Logs are reviewed at most weekly.", .number),
    ("Passwords have 12 characters.", "Passwords have 8 to 12 characters.", .number),
    ("Kennwörter haben 12 Zeichen.", "Kennwörter haben 8 bis 12 Zeichen.", .number),
    ("Traffic uses TLS 1.2.", "Traffic uses TLS 1.2 or lower.", .number),
    // All the time.
    ("Doors are locked at all times.", "Doors are locked.", .removal),
    ("Doors are permanently locked.", "Doors are locked.", .removal),
    ("Türen sind dauerhaft verschlossen.", "Türen sind verschlossen.", .removal),
    ("Access needs a password and a second factor.", "Access needs a password.", .removal),
    ("Zugriff nur mit Kennwort und einem zweiten Faktor.", "Zugriff nur mit Kennwort.", .removal),
    // What was limited to some, or meant all.
    ("Zugriffe dürfen nur mit Freigabe erfolgen.", "Zugriffe dürfen erfolgen.", .modal),
    ("Only authorised staff may enter.", "Authorised staff may enter.", .modal),
    ("Visitors are always accompanied.", "Visitors are accompanied.", .modal),
    ("Besucher werden stets begleitet.", "Besucher werden begleitet.", .modal),
    ("All disks are encrypted.", "Disks are encrypted.", .modal),
    ("Alle Platten sind verschlüsselt.", "Platten sind verschlüsselt.", .modal),
    // A safeguard that is left out.
    ("Backups are stored in encrypted form.", "Backups are stored.", .removal),
    ("Encrypted hard disks in all computers", "Hard disks in all computers", .removal),
    ("Zugang nur mit Zwei-Faktor-Anmeldung und Kennwort", "Zugang nur mit Kennwort", .removal),
    // How many times somebody may fail.
    ("Sperre nach 3 Fehlversuchen", "Sperre nach 50 Fehlversuchen", .number),
    ("Sperre nach drei Fehlversuchen", "Sperre nach mehreren Fehlversuchen", .number),
    ("Accounts lock after 3 failed attempts.", "Accounts lock after 10 failed attempts.", .number),
  ])
  func isWeaker(old: String, new: String, rule: MaterialityRule) {
    #expect(judgement(old, new, title: Self.measures) == [Judgement(.weakening, rule)])
  }

  @Test(arguments: [
    ("Private use is permitted.", "Private use is prohibited."),
    ("Access requires a badge or a PIN.", "Access requires a badge and a PIN."),
    ("Keys are revoked after loss and theft.", "Keys are revoked after loss or theft."),
    ("No tapes and discs are kept.", "No tapes or discs are kept."),
    ("Private use is prohibited.", "Private use is not permitted."),
    ("Nutzung ohne Freigabe ist verboten.", "Nutzung mit Freigabe ist erlaubt."),
    ("A second factor is possible.", "A second factor is mandatory."),
    ("A key is required for entry.", "Entry is only possible with a key."),
    ("Access does not require approval.", "Access requires approval."),
    ("Updates are installed within 7 days.", "Updates are installed within 24 hours."),
    ("Updates are installed within 24 hours.", "Updates are installed immediately."),
    ("Updates are installed within 24 hours.", "Within 24 hours, updates are installed."),
    ("Passwords are not reused within 6 months.", "Passwords are not reused within 12 months."),
    ("Accounts are unlocked after 15 minutes.", "Accounts are unlocked after 30 minutes."),
    ("Passwords may be reused after 6 months.", "Passwords may be reused after 12 months."),
    ("Backups are deleted after 30 days.", "Backups are deleted after 60 days."),
    (
      "Accounts lock after 5 failed attempts within 10 minutes.",
      "Accounts lock after 5 failed attempts within 20 minutes."
    ),
    ("Updates are installed without undue delay.", "Updates are installed within 24 hours."),
    ("Access may be withdrawn at any time.", "Access may be withdrawn."),
    ("Passwords have up to 12 characters.", "Passwords have at least 12 characters."),
    ("Accounts lock after at least 5 attempts.", "Accounts lock after at most 5 attempts."),
    ("Traffic uses TLS 1.2.", "Traffic uses TLS 1.2 or higher."),
    ("Passwords have 12 characters.", "Passwords have 12 to 20 characters."),
    ("Screens lock after 30 minutes.", "Screens lock after half an hour."),
    ("Nur mobile Platten sind verschlüsselt.", "Mobile Platten sind verschlüsselt."),
    ("Staff may only enter by day.", "Staff may enter only by day."),
    ("Authorised staff may enter.", "Only authorised staff may enter."),
    ("All employees may enter.", "Employees may enter."),
    ("Alle Mitarbeiter haben Zugang.", "Mitarbeiter haben Zugang."),
    ("Not all disks are encrypted.", "Disks are encrypted."),
    ("Visitors are accompanied.", "Visitors are always accompanied."),
    ("No encrypted archives are opened.", "No archives are opened."),
    ("Unencrypted sticks and disks are locked away.", "Sticks and disks are locked away."),
    ("Accounts lock after 10 failed attempts.", "Accounts lock after 3 failed attempts."),
    ("Mail is kept after 3 delivery attempts.", "Mail is kept after 5 delivery attempts."),
  ])
  func isNotWeaker(old: String, new: String) {
    #expect(judgement(old, new, title: Self.measures).allSatisfy { $0.materiality != .weakening })
  }

  @Test(arguments: [
    ("Private use is prohibited.", "Private use is permitted."),
    ("Visitors are always accompanied.", "Visitors are accompanied."),
    ("It is done within 24 hours.", "It is done within 7 days."),
  ])
  func speaksOfMeasuresAlone(old: String, new: String) {
    #expect(judgement(old, new, title: "Services").allSatisfy { $0.materiality == .substantive })
  }
}
