import Changes
import Deadlines
import Foundation
import Testing

struct MaterialityTests {
  /// One clause in two versions, and the materiality and the rule of the one change; empty for
  /// none.
  @Test(arguments: [
    ("It cannot end.", "It can not end.", "editorial spelling"),
    ("It cannot end.", "It can end.", "weakening modal"),
    // Parts of a unit, and numbers that are signs.
    ("It ends after 6 months.", "It ends after half a year.", "editorial spelling"),
    ("It ends after 2 hours.", "It ends after half an hour.", "substantive period"),
    ("Es endet nach einem Jahr.", "Es endet nach einem halben Jahr.", "substantive period"),
    ("It ends after 15 minutes.", "It ends after a quarter of an hour.", "editorial spelling"),
    ("The cap is 2 million.", "The cap is 2½ million.", "substantive number"),
    ("It pays ½ of all.", "It pays ¼ of all.", "substantive number"),
    ("It is 10² units.", "It is 10³ units.", "substantive number"),
    ("It applies.¹", "It applies.²", "editorial punctuation"),
    // From one to another.
    ("Levels 3–5 apply.", "Levels 3, 5 apply.", "substantive number"),
    ("Levels 3–5 apply.", "Levels 3 - 5 apply.", "editorial spelling"),
    ("Open Monday–Friday.", "Open Monday, Friday.", "substantive wording"),
    ("Art. 28(3)(a)–(h) GDPR applies.", "Art. 28(3)(a), (h) GDPR applies.", "substantive wording"),
    ("It – if asked – acts.", "It, if asked, acts.", "editorial punctuation"),
    // Names of one region or country.
    ("It stays in the European Union.", "It stays in the EU.", "editorial spelling"),
    ("It stays in the EU.", "It stays in the European Economic Area.", "substantive country"),
    ("Es bleibt in der Europäischen Union.", "Es bleibt im EWR.", "substantive country"),
    ("Es bleibt in den Vereinigten Staaten.", "Es bleibt in den USA.", "editorial spelling"),
    ("Das Recht des Vereinigten Königreichs.", "Das Recht der Niederlande.", "substantive country"),
    ("stored in Austria and encrypted", "stored in Australia and encrypted", "substantive country"),
    ("The copies are kept in Iran.", "The copies are kept in Iraq.", "substantive country"),
    ("A minimum of ten copies is kept.", "A maximum of ten copies is kept.", "substantive wording"),
    ("It covers internal audits.", "It covers external audits.", "substantive wording"),
    ("Copies are encrypted at night.", "Copies are decrypted at night.", "substantive wording"),
    ("The importer keeps a copy.", "The exporter keeps a copy.", "substantive wording"),
    ("Ask info@example.org first.", "Ask infa@example.org first.", "substantive contact"),
    ("Each contract is kept.", "Each contact is kept.", "substantive wording"),
    ("The Processor recieves the data.", "The Processor receives the data.", "editorial spelling"),
    ("The adress of the seat is told.", "The address of the seat is told.", "editorial spelling"),
    ("A seperate record is kept.", "A separate record is kept.", "editorial spelling"),
    ("The goverment may ask.", "The government may ask.", "editorial spelling"),
    (
      "An authorised organisation does it.", "An authorized organization does it.",
      "editorial spelling"
    ),
    ("Each sub-processor is named.", "Each subprocessor is named.", "editorial spelling"),
    (
      "Der Kunde muß wissen, daß es so ist.", "Der Kunde muss wissen, dass es so ist.",
      "editorial spelling"
    ),
    ("Die Berechtigung wird geprüft.", "Die Berichtigung wird geprüft.", "substantive wording"),
    ("Der Schaden wird ersetzt.", "Die Schäden werden ersetzt.", "substantive wording"),
    ("The fee is 100 €.", "The fee is 100 $.", "substantive number"),
    ("A password has ≥ 8 characters.", "A password has ≤ 8 characters.", "substantive number"),
    ("The rise is 5 % a year.", "The rise is 5 a year.", "substantive number"),
    ("The limit is -5 degrees.", "The limit is 5 degrees.", "substantive number"),
    ("Stored in the EU: ✓", "Stored in the EU: ✗", "substantive wording"),
    (
      "The Processor answers within 30 days.", "The Processor answers within thirty (30) days.",
      "editorial spelling"
    ),
    ("It is kept for forty-eight hours.", "It is kept for 48 hours.", "editorial spelling"),
    ("The rise is 5 % a year.", "The rise is five percent a year.", "editorial spelling"),
    ("The rise is 5 % a year.", "The rise is six percent a year.", "substantive number"),
    ("The Processor agrees to help.", "The Processor may help.", "weakening modal"),
    // What the controller may do is no duty that was loosened.
    (
      "The Processor shall tell the Controller of changes.",
      "The Processor tells the Controller of changes, so that the Controller can object.",
      "substantive modal"
    ),
    (
      "The Processor shall notify the Controller.",
      "The Controller may be notified by the Processor.", "weakening modal"
    ),
    ("The Processor agrees to the terms.", "The Processor may see the terms.", "substantive modal"),
    // A party that is only named in the sentence has no duty in it.
    (
      "Upon the Customer's written request, the Provider shall delete the data.",
      "Upon the Customer's written request, the Provider may delete the data.", "weakening modal"
    ),
    (
      "On request of the Controller, copies shall be deleted.",
      "On request of the Controller, copies may be deleted.", "weakening modal"
    ),
    (
      "Auf Verlangen des Auftraggebers muss der Auftragnehmer die Daten löschen.",
      "Auf Verlangen des Auftraggebers kann der Auftragnehmer die Daten löschen.",
      "weakening modal"
    ),
    (
      "Auf Verlangen muss der Auftraggeber die Daten nennen.",
      "Auf Verlangen kann der Auftraggeber die Daten nennen.", "substantive modal"
    ),
    (
      "The Controller decides. It shall tell the Processor.",
      "The Controller decides. It may tell the Processor.", "substantive modal"
    ),
    ("It is kept for forty-eight hours.", "It is kept for 84 hours.", "substantive period"),
    (
      "The Processor shall not disclose data.", "The Processor may not disclose data.",
      "substantive modal"
    ),
    (
      "The Processor shall process data on instructions.",
      "The Processor may process data on instructions.", "weakening modal"
    ),
    (
      "The Processor shall process data on instructions.",
      "The Processor may only process data on instructions.", "substantive modal"
    ),
    (
      "The Processor will inform all of them.", "The Processor may inform all of them.",
      "weakening modal"
    ),
    // What was stated as done is left open.
    (
      "The Processor assists the Controller.", "The Processor may assist the Controller.",
      "weakening modal"
    ),
    ("Visitors sign in at the desk.", "Visitors may sign in at the desk.", "weakening modal"),
    (
      "All copies are encrypted at rest.", "All copies may be encrypted at rest.", "weakening modal"
    ),
    (
      "Der Auftragnehmer meldet jeden Verstoß.", "Der Auftragnehmer kann jeden Verstoß melden.",
      "weakening modal"
    ),
    (
      "Er legt das Verzeichnis auf Anfrage vor.", "Er kann das Verzeichnis auf Anfrage vorlegen.",
      "weakening modal"
    ),
    // Of a sentence that was written anew no verb is loosened.
    (
      "This stays. The time of the order is determined by the main contract.",
      "This stays. Either party may be released from it upon three months notice.",
      "substantive modal"
    ),
    // A slip stands once, beside the word that it was to be.
    (
      "Such providers are chosen, and providers told.",
      "Such provders are chosen, and providers told.", "editorial spelling"
    ),
    (
      "Copies, e.g. backups, are kept.", "Copies, for example backups, are kept.",
      "editorial spelling"
    ),
    ("Kopien, z. B. Sicherungen", "Kopien, zum Beispiel Sicherungen", "editorial spelling"),
    ("Kopien, z.B. Sicherungen", "Kopien, z. B. Sicherungen", "editorial spelling"),
    ("Art. 4 i.V.m. Art. 6 DSGVO", "Art. 4 in Verbindung mit Art. 6 DSGVO", "editorial spelling"),
    ("Copies, e.g. backups, are kept.", "Copies, i.e. backups, are kept.", "substantive wording"),
    ("The fulfilment of duties", "The ful\u{FB01}lment of duties", "editorial spelling"),
    ("Each complaint is kept.", "Each compliant is kept.", "substantive wording"),
    (
      "Die Daten werden verschlüsselt.", "Die Daten können verschlüsselt werden.",
      "weakening modal"
    ),
    (
      "The Customer names a contact.", "The Customer may name a contact.", "substantive modal"
    ),
    (
      "The Processor assists the Controller.",
      "The Processor assists the Controller and may charge a fee.", "substantive modal"
    ),
    (
      "The Processor shall keep the copies.",
      "The Processor shall use reasonable efforts to keep the copies.", "weakening modal"
    ),
    ("The hoster guarantees a spare.", "The hoster aims at a spare.", "weakening modal"),
    ("The hoster ensures a spare.", "The hoster tries to ensure a spare.", "weakening modal"),
    ("The hoster ensures a spare.", "The hoster strives for a spare.", "weakening modal"),
    ("The hoster asks for consent.", "The hoster seeks consent.", "substantive wording"),
    (
      "Besucher werden stets begleitet.", "Es wird angestrebt, Besucher stets zu begleiten.",
      "weakening modal"
    ),
    (
      "This is the employee's data.", "This is the employees' data.", "substantive wording"
    ),
    ("This is the employee's data.", "This is the employees data.", "substantive wording"),
    ("Das sind Müller's Daten.", "Das sind Müllers Daten.", "editorial spelling"),
    ("Pay invoice 5 of the list.", "Pay invoice no. 5 of the list.", "substantive wording"),
    ("There is a fee.", "There is no fee.", "substantive negation"),
    (
      "Der Auftragnehmer hat Nachweise vorzulegen.", "Der Auftragnehmer kann Nachweise vorlegen.",
      "weakening modal"
    ),
    (
      "Nachweise sind jährlich vorzulegen.", "Nachweise können jährlich vorgelegt werden.",
      "weakening modal"
    ),
    (
      "Der Auftragnehmer hat Nachweise bereitzustellen.",
      "Der Auftragnehmer soll Nachweise bereitstellen.", "weakening modal"
    ),
    ("The fee is 900 Euro a month.", "The fee is 900 € a month.", "editorial spelling"),
    ("The fee is EUR 900 a month.", "The fee is 900 € a month.", "editorial spelling"),
    ("The fee is 900 Euro a month.", "The fee is 900 $ a month.", "substantive number"),
    (
      "The Controller's rights remain.", "The Supplier's rights remain.", "substantive party"
    ),
    (
      "Der Auftragnehmer hat die Daten zu löschen.", "Der Auftragnehmer kann die Daten löschen.",
      "weakening modal"
    ),
    (
      "Der Auftragnehmer muss die Daten nicht löschen.",
      "Der Auftragnehmer darf die Daten nicht löschen.", "substantive modal"
    ),
    (
      "The Controller informs the Processor.", "The Processor informs the Controller.",
      "substantive party"
    ),
    ("It ends on 30 June 2026.", "It ends on June 30, 2026.", "editorial spelling"),
    ("It ends on 30 June 2026.", "It ends on June 30th, 2026.", "editorial spelling"),
    ("It ends on the 1st of March 2026.", "It ends on 1 March 2026.", "editorial spelling"),
    ("It ends on 2026-06-30.", "It ends on 30 June 2026.", "editorial spelling"),
    ("Es endet am 30. Juni 2026.", "Es endet am 30.06.2026.", "editorial spelling"),
    ("Es endet am 30.06.2026.", "Es endet am 30.6.2026.", "editorial spelling"),
    ("Es endet am 30.06.2026.", "Es endet am 30. Juli 2026.", "substantive date"),
    ("It ends on 30 June 2026.", "It ends on June 30, 2027.", "substantive date"),
    ("It ends on 03/04/2026.", "It ends on 3 April 2026.", "substantive date"),
    (
      "It ends on 30 June 2026 and may be renewed.",
      "It ends on June 30, 2026 and shall be renewed.", "substantive modal"
    ),
    (
      "It ends on 30 June 2026 in the following way of all.",
      "It ends on June 30, 2026, in the following way of all.", "editorial spelling"
    ),
    (
      "From 1 May 2026 to 30 June 2026.", "From June 30, 2026 to May 1, 2026.", "substantive date"
    ),
    ("It begins on 2027-04-01.", "It begins on 2027-05-01.", "substantive date"),
    ("Er sitzt in München.", "Er sitzt in Mu\u{308}nchen.", ""),
    // Numbers in other signs.
    ("The fee is 900 Euro a month.", "The fee is 900,00 Euro a month.", "editorial spelling"),
    ("Die Summe ist 50.000 Euro.", "Die Summe ist 50 000,00 Euro.", "editorial spelling"),
    ("The cap is 50,000 pounds.", "The cap is 50000 pounds.", "editorial spelling"),
    ("Die Summe ist 50.000 Euro.", "Die Summe ist 5.000 Euro.", "substantive number"),
    ("The fee is 9.50 Euro.", "The fee is 9.5 Euro.", "substantive number"),
    ("It covers 2024-2026 in full.", "It covers 2024\u{2013}2026 in full.", "editorial spelling"),
    ("It covers 2024-2026 in full.", "It covers 2024\u{2013}2027 in full.", "substantive number"),
    ("Version 1.2 of the key is used.", "Version 1.20 of the key is used.", "substantive number"),
    // A sign for a word.
    ("Locks & keys are counted.", "Locks and keys are counted.", "editorial spelling"),
    (
      "Schlösser und Türen werden gezählt.", "Schlösser & Türen werden gezählt.",
      "editorial spelling"
    ),
    ("Locks & keys are counted.", "Locks or keys are counted.", "substantive wording"),
    ("Es gilt § 3 des Absatzes 1 dort.", "Es gilt § 3 des Abs. 1 dort.", "editorial spelling"),
    // A verb and no company, and a name that has a form.
    (
      "The liability of both is unlimited.", "The liability of both is limited.",
      "substantive wording"
    ),
    ("Copies are made by Wal Limited.", "Copies are made by Wal Inc.", "substantive party"),
    ("No, transfer is allowed.", "No transfer is allowed.", "substantive negation"),
    ("No transfer is allowed.", "No, transfer is allowed.", "substantive negation"),
    (
      "The parties may resign the annex.", "The parties may re-sign the annex.",
      "substantive wording"
    ),
    ("The data are re-used by staff.", "The data are reused by staff.", "editorial spelling"),
    (
      "Staff may use the tools without approval.", "Staff may use the tools with approval.",
      "substantive negation"
    ),
    ("The fee is EUR 100 a day.", "The fee is USD 100 a day.", "substantive wording"),
    ("German law shall apply to it.", "Austrian law shall apply to it.", "substantive country"),
    ("Es gilt deutsches Recht für ihn.", "Es gilt Schweizer Recht für ihn.", "substantive country"),
    ("English law shall apply to it.", "Scottish law shall apply to it.", "substantive country"),
    ("The German text prevails.", "The English text prevails.", "substantive wording"),
    // What forbids or binds says more than a time that only came or went.
    (
      "The Processor may engage others if it tells the Controller of each 14 days ahead of its use.",
      "The Processor may not engage others if the Controller objects to one of them.",
      "substantive negation"
    ),
    (
      "The Processor shall answer not later than 14 days after the question.",
      "The Processor shall answer after the question.", "substantive period"
    ),
    (
      "Calls are answered within 60 minutes.", "Calls are answered within 1 hour.",
      "editorial spelling"
    ),
    (
      "Calls are answered within 10 minutes.", "Calls are answered within 2 hours.",
      "substantive period"
    ),
    // Citations in another form.
    (
      "It follows from Art. 2 (2) lit. c GDPR.", "It follows from Article 2(2)(c) GDPR.",
      "editorial reference"
    ),
    (
      "Es folgt aus Art. 28 Abs. 3 Satz 2 lit. a DSGVO.",
      "Es folgt aus Art. 28 Absatz 3 S. 2 Buchstabe a DS-GVO.", "editorial reference"
    ),
    (
      "It follows from Art. 2 (2) lit. c GDPR.", "It follows from Article 2(2)(d) GDPR.",
      "substantive reference"
    ),
    (
      "It shall follow from Art. 2 (2) lit. c GDPR.", "It may follow from Article 2(2)(c) GDPR.",
      "weakening modal"
    ),
  ])
  func judgesAChangeOfAClause(old: String, new: String, judgement: String) {
    let changes = changeSet("## 1. Terms\n\n\(old)\n", "## 1. Terms\n\n\(new)\n").changes

    #expect(
      changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" }
        == (judgement.isEmpty ? [] : [judgement]))
  }

  @Test(arguments: [
    (
      "The Processor announces additions with notice of 14 working days, so that one can object.",
      "The Processor announces additions with notice of 14 days, so that one can object.",
      "the notice period is shortened from 14 working days to 14 days (substantive: period)."
    ),
    (
      "The Controller may object within 10 days after receipt of the notice.",
      "The Controller may object within 14 days after receipt of the notice.",
      "the period for objections is extended from 10 to 14 days (substantive: period)."
    ),
    (
      "Data is erased after 14 days.", "Data is erased after 2 weeks.",
      "the deletion period is stated as 2 weeks instead of 14 days (editorial: spelling)."
    ),
    (
      "The Processor answers within 30 days.", "The Processor answers within thirty (30) days.",
      "\u{201C}30\u{201D} becomes \u{201C}thirty (30)\u{201D} (editorial: spelling)."
    ),
    (
      "The act of 27 April 2017 applies.", "The act of 3 May 2018 applies.",
      "\u{201C}27 April 2017\u{201D} becomes \u{201C}3 May 2018\u{201D} (substantive: date)."
    ),
    // As a whole, though one number changed.
    (
      "The act of 27 April 2017 applies.", "The act of 28 April 2017 applies.",
      "\u{201C}27 April 2017\u{201D} becomes \u{201C}28 April 2017\u{201D} (substantive: date)."
    ),
  ])
  func saysWhatBecameOfANumber(old: String, new: String, sentence: String) {
    let changes = changeSet("## 1. Terms\n\n\(old)\n", "## 1. Terms\n\n\(new)\n").changes

    #expect(changes.map { $0.sentence(in: .english) } == ["1. \u{A7} 1: " + sentence])
  }

  /// `(EU)` in the name of a law is no place, and neither is a country in that of a company.
  @Test func readsNamesWithPlacesInThem() {
    let old =
      "Data goes abroad on the basis of Regulation (EU) 2016/679 or standard contractual clauses."
    let law = "Data goes abroad on the basis of Regulation (EU) 2016/679."
    func rules(_ before: String, _ after: String) -> [String] {
      changeSet("## 1. Terms\n\n\(before)\n", "## 1. Terms\n\n\(after)\n").changes.map(
        \.rule.rawValue)
    }

    #expect(rules(old, law) == ["mechanism"])
    #expect(
      rules(old, "Data goes abroad on the basis of standard contractual clauses.") != ["country"])
    #expect(
      rules("Wal UK Limited may help.", "Wal UK Limited or Wal Germany GmbH may help.")
        == ["party"])
    #expect(
      rules("Data stays in the EU or EEA.", "Data stays in the EEA.") == ["country"])
  }

  @Test func callsAHeadingWithoutAPartyEditorial() {
    let changes = changeSet(
      "## 1. Subcontracting\n\nNone.\n", "## 1. Use of other processors\n\nNone.\n"
    ).changes

    #expect(changes.map(\.rule.rawValue) == ["heading"])
  }

  /// A role under another name is the same; another role or a name is not.
  @Test(arguments: [
    ("Sub-Processors", "Subcontractors", "editorial heading"),
    ("Unterauftragnehmer", "Weitere Auftragsverarbeiter", "editorial heading"),
    ("Rights of the Controller", "Rights of the Customer", "editorial heading"),
    ("The Controller's rights", "The Customer's rights", "editorial heading"),
    ("Duties of the Processor", "Duties of the Controller", "substantive party"),
    ("Duties of the Processor", "Duties of the Sub-processor", "substantive party"),
    ("Services of Alpha GmbH", "Services of Beta AG", "substantive party"),
    ("Notice of 30 days", "Notice of 14 days", "substantive period"),
  ])
  func weighsAHeading(old: String, new: String, judgement: String) {
    let changes = changeSet(
      "## 1. \(old)\n\nAll is well.\n", "## 1. \(new)\n\nAll is well.\n"
    ).changes

    #expect(changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [judgement])
  }

  @Test(arguments: [
    "- **Entry control**\n  - Locks on all doors\n",
    "| Control | Measure |\n|---|---|\n| Entry control *(e.g. locks)* | |\n| | Locks |\n",
  ])
  func takesTheNameOfAControlForAHeading(control: String) {
    let old = "# Annex 2: Measures\n\n\(control)"

    let changes = changeSet(old, old.replacing("Entry", by: "Input")).changes

    #expect(
      changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == ["editorial heading"])
  }

  @Test func callsTheEndOfAllMeasuresAWeakening() {
    let body = "## 1. Terms\n\nGerman law applies.\n"
    let annex =
      "\n# Annex 1: Technical and organisational measures\n\n- Guards walk about at night.\n"

    let changes = changeSet(body + annex, body).changes

    #expect(changes.map(\.kind.rawValue) == ["annex-removed", "measure-removed"])
    #expect(changes.map(\.materiality.rawValue) == ["weakening", "weakening"])
  }
}

/// What stands elsewhere, however short it is.
struct ShortPlaceTests {
  private static let measures = """
    # Annex 1: Technical and organisational measures

    ## Access control

    - Firewall
    - Doors are locked at night.

    ## Transfer control

    - Lines are encrypted.
    """

  @Test func knowsAShortMeasureInAnotherList() {
    let new = Self.measures.replacing("- Firewall\n", by: "") + "\n- Firewall\n"

    let changes = changeSet(Self.measures, new).changes

    #expect(
      changes.map { $0.sentence(in: .english) } == [
        "1. Annex 1 / Access control / item 1 \u{201C}Firewall\u{201D} is moved to "
          + "Annex 1 / Transfer control / item 2 (editorial: place)."
      ])
  }

  @Test func knowsAMeasureThatIsAnAddress() {
    let old = Self.measures.replacing("Firewall", by: "<https://a.example/doors>")
    let new = Self.measures.replacing("Firewall", by: "<https://a.example/gates>")

    #expect(changeSet(old, new).changes.map(\.kind.rawValue) == ["measure-modified"])
  }

  @Test func leavesShortWordsOfOtherAnnexesApart() {
    let old = "# Annex 1: Contacts\n\n- None\n\n# Annex 2: Rooms\n\n- Doors are locked at night.\n"
    let new =
      "# Annex 1: Contacts\n\n- Keys are kept in a safe.\n\n# Annex 2: Rooms\n\n"
      + "- Doors are locked at night.\n- None\n"

    #expect(
      Set(changeSet(old, new).changes.map(\.kind.rawValue)) == ["clause-removed", "clause-added"])
  }

  @Test func saysThatOnlyTheTextOfASectionWent() {
    let old =
      "## 1. Terms\n\nThe whole text of it stands here.\n\n## 2. Law\n\nGerman law applies.\n"
    let new =
      "## 1. Terms\n\n- a. Quite other words.\n- b. And yet more.\n\n## 2. Law\n\n"
      + "German law applies.\n"

    let sentences = changeSet(old, new).changes.map { $0.sentence(in: .english) }

    #expect(sentences.contains { $0.contains("is removed from \u{A7} 1 (") })
    #expect(!sentences.contains { $0.contains("\u{A7} 1 is removed") })
  }
}

struct ColumnTests {
  private static let table = """
    # Annex 1: Sub-processors

    | Name | Place | Service |
    |---|---|---|
    | Alpha GmbH | Berlin, Germany | Hosting |
    | Beta Ltd | Dublin, Ireland | Mail |
    """

  @Test func saysOnceThatColumnsChangedPlaces() {
    let new = """
      # Annex 1: Sub-processors

      | Name | Service | Place |
      |---|---|---|
      | Alpha GmbH | Hosting | Berlin, Germany |
      | Beta Ltd | Mail | Dublin, Ireland |
      """

    #expect(
      changeSet(Self.table, new).changes.map { $0.sentence(in: .english) } == [
        "1. Annex 1: the columns of the table stand in another order (editorial: place)."
      ])
  }

  @Test func namesTheColumnThatIsGone() {
    let new = """
      # Annex 1: Sub-processors

      | Name | Place |
      |---|---|
      | Alpha GmbH | Berlin, Germany |
      | Beta Ltd | Dublin, Ireland |
      """

    #expect(
      changeSet(Self.table, new).changes.map { $0.sentence(in: .english) } == [
        "1. Annex 1: the column \u{201C}Service\u{201D} with 2 cells is removed (substantive: wording)."
      ])
  }

  @Test func tellsAColumnOnceWithAllOfItsWords() throws {
    let new = """
      # Annex 1: Sub-processors

      | Name | Since | Place | Service | Notes |
      |---|---|---|---|---|
      | Alpha GmbH | 2024 | Berlin, Germany | Hosting of data | |
      | Beta Ltd | | Cork, Ireland | Mail | |
      | Gamma SAS | 2026 | Paris, France | Backups | |
      """
    let changes = changeSet(Self.table, new).changes

    #expect(
      changes.map { $0.sentence(in: .english) } == [
        "1. Annex 1: the column \u{201C}Since\u{201D} with 1 cell is added (substantive: number).",
        "2. Annex 1 / row 1 \u{201C}Alpha GmbH\u{201D}: Service: \u{201C}of data\u{201D} is added "
          + "after \u{201C}Hosting\u{201D} (substantive: wording).",
        "3. Annex 1 / row 2 \u{201C}Beta Ltd\u{201D}: Place: \u{201C}Dublin\u{201D} becomes "
          + "\u{201C}Cork\u{201D} (substantive: wording).",
        "4. Annex 1 / row 3: sub-processor \u{201C}Gamma SAS\u{201D} is added (substantive: addition).",
        "5. Annex 1: the column \u{201C}Notes\u{201D} is added (editorial: heading).",
      ])
    let column = try #require(changes.first { $0.field == "Since" })
    #expect(column.kind == .of(.clause, .modified))
    #expect(column.wordsAdded == ["Since", "2024"] && column.wordsRemoved == [])
    #expect(column.valueAfter == "Since")
    #expect(column.clauses.count == 2)
    #expect(
      column.statement.german
        == "Annex 1: die Spalte \u{201E}Since\u{201C} mit 1 Zelle ist neu")

    let back = changeSet(new, Self.table).changes
    #expect(back.first { $0.field == "Since" }?.wordsRemoved == ["Since", "2024"])
    #expect(back.filter { $0.field == "Since" || $0.field == "Notes" }.count == 2)
  }

  @Test func tellsAColumnOfMeasuresThatIsGoneAsAWeakening() {
    let old = """
      # Annex 1: Technical and organisational measures

      | Measure | How it is carried out |
      |---|---|
      | Locks | All doors are locked by chip cards at night. |
      | Logs | Each entry is kept for a year and checked. |
      """
    let new = old.replacing(" How it is carried out |", by: "").replacing("|---|---|", by: "|---|")
      .replacing(" All doors are locked by chip cards at night. |", by: "")
      .replacing(" Each entry is kept for a year and checked. |", by: "")

    #expect(
      changeSet(old, new).changes.map { $0.sentence(in: .english) } == [
        "1. Annex 1: the column \u{201C}How it is carried out\u{201D} with 2 cells is removed "
          + "(weakening: removal)."
      ])
  }

  @Test func namesTheRowThatMoved() {
    let rows = Self.table.split(separator: "\n").map(String.init)
    let new = (rows[0...2] + [rows[4], rows[3]]).joined(separator: "\n")
      .replacing("Sub-processors", by: "Sub-processors\n")

    let sentences = changeSet(Self.table, new).changes.map { $0.sentence(in: .english) }

    #expect(sentences.count == 1)
    #expect(sentences[0].contains("\u{201C}"))
  }
}
