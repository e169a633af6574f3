import Changes
import Testing

/// A shorter key or password, or an older protocol, in the words of a measure.
struct ProtectiveStrengthTests {
  private func judgement(_ old: String, _ new: String, title: String = "Measures") -> [String] {
    changeSet("# Annex 1: \(title)\n\n- \(old)\n", "# Annex 1: \(title)\n\n- \(new)\n").changes
      .map { "\($0.materiality.rawValue) \($0.rule.rawValue)" }
  }

  private static let shorter: [(String, String)] = [
    ("Passwords have at least 12 characters.", "Passwords have at least 8 characters."),
    ("Passwords must be twelve characters long.", "Passwords must be eight characters long."),
    ("The minimum password length is 12.", "The minimum password length is 8."),
    ("Data is encrypted with AES-256.", "Data is encrypted with AES-128."),
    ("Data is encrypted with AES 256.", "Data is encrypted with AES 128."),
    ("RSA keys of 4096 bit sign it.", "RSA keys of 2048 bit sign it."),
    ("Keys have 256-bit strength.", "Keys have 128-bit strength."),
    ("A PIN of 6 digits opens it.", "A PIN of 4 digits opens it."),
    ("Passwörter haben mindestens zwölf Zeichen.", "Passwörter haben mindestens acht Zeichen."),
    ("Die Schlüssellänge beträgt 256 Bit.", "Die Schlüssellänge beträgt 128 Bit."),
    ("Es gelten 12-stellige Kennwörter.", "Es gelten 8-stellige Kennwörter."),
    ("Data travels by TLS 1.3 only.", "Data travels by TLS 1.2 only."),
    ("Es gilt TLS 1.3 oder höher.", "Es gilt TLS 1.2 oder höher."),
  ]

  @Test(arguments: shorter)
  func callsAShorterOneAWeakening(old: String, new: String) {
    #expect(judgement(old, new) == ["weakening number"])
    #expect(judgement(new, old) == ["substantive number"])
    #expect(judgement(old, new, title: "Fees") == ["substantive number"])
  }

  @Test(arguments: [
    ("Data travels by TLSv1.3.", "Data travels by TLSv1.2."),
    ("Data travels by TLS v1.3.", "Data travels by TLS v1.2."),
    ("Data travels by TLS 1.0.", "Data travels by SSL 3.0."),
    ("The radio network has WPA3.", "The radio network has WPA2."),
  ])
  func callsAnOlderProtocolAWeakening(old: String, new: String) {
    #expect(judgement(old, new) == ["weakening number"])
    #expect(judgement(new, old).allSatisfy { $0.hasPrefix("substantive") })
  }

  @Test(arguments: [
    ("Backups are encrypted with AES-256.", "Backups are encrypted."),
    ("Passwords of 12 characters are used.", "Passwords are used."),
    ("Data travels by TLS 1.3.", "Data travels by TLS."),
  ])
  func callsOneThatIsLeftOutAWeakening(old: String, new: String) {
    #expect(judgement(old, new) == ["weakening number"])
    #expect(judgement(new, old).allSatisfy { $0.hasPrefix("substantive") })
  }

  @Test(arguments: [
    ("Backups are encrypted with AES-256.", "Backups are encrypted by the provider."),
    ("Passwords have at most 64 characters.", "Passwords have at most 32 characters."),
    ("Passwords hold 3 of 4 character classes.", "Passwords hold 2 of 4 character classes."),
    ("Visitors wear a badge of 12 characters.", "Visitors wear a badge of 8 characters."),
    ("Keys are kept in 4 safes.", "Keys are kept in 2 safes."),
    ("RSA-2048 signs it.", "ECC-256 signs it."),
    ("Data travels by TLS up to 1.3.", "Data travels by TLS up to 1.2."),
    ("Release 1.3 is in use.", "Release 1.2 is in use."),
    ("TLS 1.2 and 1.3 are spoken.", "TLS 1.2 is spoken."),
  ])
  func leavesOtherNumbersAlone(old: String, new: String) {
    #expect(judgement(old, new).allSatisfy { !$0.hasPrefix("weakening") })
  }
}
