import Changes
import Deadlines
import Registers
import Testing

struct RegisterTests {
  @Test(arguments: [
    (
      "name: Wolke Hosting SARL", "name: Nebel Hosting SARL",
      "sub-processor-modified Wolke > Nebel (name) [Wolke|Nebel] substantive: party"
    ),
    (
      "country: LU}", "country: IE}",
      "sub-processor-moved Wolke (seat) [LU|IE] substantive: country"
    ),
    (
      "[{country: DE, role: storage}]", "[{country: US, role: storage}]",
      "sub-processor-moved Wolke (country) [DE|US] substantive: country"
    ),
    (
      "service: Hosting", "service: Hosting and backups",
      "sub-processor-modified Wolke (service) [|and backups] substantive: record"
    ),
    (
      "products: [atlas]", "products: [atlas, borealis]",
      "sub-processor-modified Wolke (products) [|borealis] substantive: record"
    ),
    (
      "data: [content]", "data: [content, logs]",
      "sub-processor-modified Wolke (data) [|logs] substantive: record"
    ),
    (
      "transfer: none-eea", "transfer: bcr",
      "sub-processor-modified Wolke (transfer) [none-eea|bcr] substantive: mechanism"
    ),
    (
      "effective: 2026-02-15", "effective: 2026-03-01",
      "sub-processor-modified Wolke (effective) [2026-02-15|2026-03-01] substantive: date"
    ),
    (
      "email: privacy@wolke.example", "email: data@wolke.example",
      "contact-modified Wolke (contact) [privacy@wolke.example|data@wolke.example] "
        + "substantive: contact"
    ),
    (
      "[{country: DE, role: storage}]",
      "[{country: DE, role: storage}, {country: IN, city: Pune, role: support}]",
      "sub-processor-modified Wolke (country) [|IN] substantive: country"
    ),
    (
      "website: https", "aliases: [Nube]\nwebsite: https",
      "sub-processor-modified Wolke (aliases) [|Nube] editorial: record"
    ),
    (
      "website: https", "audience: internal\nwebsite: https",
      "sub-processor-modified Wolke (audience) [public|internal] substantive: removal"
    ),
    (
      "website: https://wolke.example", "website: https://www.wolke.example",
      "sub-processor-modified Wolke (website) "
        + "[https://wolke.example|https://www.wolke.example] editorial: record"
    ),
  ])
  func reportsWhatChangedOfASubProcessor(old: String, new: String, expected: String) {
    let changed = subProcessor.replacing(old, by: new)
      .replacing(
        "short-name: Wolke", by: new.contains("Nebel") ? "short-name: Nebel" : "short-name: Wolke")

    let lines = registerLines(([subProcessor], []), ([changed], []))

    #expect(lines.contains(expected), "\(lines)")
    #expect(lines.count == (new.contains("Nebel") ? 2 : 1), "\(lines)")
  }

  @Test func namesTasksInTheLanguageOfTheSentence() {
    let new = subProcessor.replacing(
      "service: Hosting", by: "service: {en: Hosting, de: Betrieb der Server}")

    let changes = compareRegisters(registers([], []), registers([new], []))

    #expect(
      changes.map { $0.statement.text(in: .german) } == [
        "Unterauftragsverarbeiter \u{201E}Wolke Hosting SARL\u{201C} (Betrieb der Server: "
          + "Deutschland (Speicherung), content, atlas, ab 2026-02-15) kommt hinzu"
      ])
    #expect(
      changes.first?.statement.text(in: .english).contains("(Hosting: Germany (storage), ") == true)
  }

  @Test func namesGroundsAndPlacesInWords() {
    let changed =
      subProcessor
      .replacing("transfer: none-eea", by: "transfer: {mechanism: scc-2021-914, module: 3}")
      .replacing("[{country: DE, role: storage}]", by: "[{country: DE, city: Kiel, role: support}]")

    let changes = compareRegisters(registers([subProcessor], []), registers([changed], []))

    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "Wolke: the places of processing: \u{201C}Kiel, Germany (support)\u{201D} added, "
          + "\u{201C}Germany (storage)\u{201D} removed",
        "Wolke: the legal basis for the transfer: \u{201C}standard contractual clauses (EU) 2021/914, "
          + "module 3\u{201D} added, \u{201C}none needed (EEA)\u{201D} removed",
      ])
    #expect(
      changes.last?.statement.text(in: .german)
        == "Wolke: die Rechtsgrundlage der Übermittlung: "
        + "\u{201E}Standardvertragsklauseln (EU) 2021/914, Modul 3\u{201C} hinzugekommen, "
        + "\u{201E}keine nötig (EWR)\u{201C} entfallen")
  }

  @Test(arguments: [
    // What stays the same in the new country is said by the change of countries.
    ("[{country: DE, role: storage}]", "[{country: FI, city: Turku, role: storage}]", [String]()),
    (
      "[{country: DE, city: Bonn, role: storage}, {country: NL, role: backup}]",
      "[{country: DE, city: Jena, role: [storage, access]}, {country: FI, role: backup}]",
      [
        "Wolke: the places of processing: \u{201C}Jena, Germany (storage, access)\u{201D} added, "
          + "\u{201C}Bonn, Germany (storage)\u{201D} removed"
      ]
    ),
    (
      "[{country: DE, role: storage}]", "[{country: FI, role: [storage, access]}]",
      [
        "Wolke: the places of processing: \u{201C}Finland (storage, access)\u{201D} added, "
          + "\u{201C}Germany (storage)\u{201D} removed"
      ]
    ),
  ])
  func tellsOfPlacesBesideAChangeOfCountries(old: String, new: String, expected: [String]) {
    func company(_ locations: String) -> String {
      subProcessor.replacing("[{country: DE, role: storage}]", by: locations)
    }

    let changes = compareRegisters(registers([company(old)], []), registers([company(new)], []))

    #expect(changes.map(\.kind).first == .of(.subProcessor, .moved))
    #expect(changes.dropFirst().map { $0.statement.text(in: .english) } == expected)
  }

  @Test func tellsAFurtherTaskFromARenamedOne() {
    let further = subProcessor.replacing(
      "  - service: Hosting\n",
      by: """
          - service: {en: Backup, de: Sicherung}
            locations: [{country: US, role: backup}]
            transfer: {mechanism: scc-2021-914, module: 3}
            effective: 2027-01-01
          - service: Hosting

        """)

    let added = compareRegisters(registers([subProcessor], []), registers([further], []))
    #expect(
      added.map { $0.statement.text(in: .english) } == [
        "Wolke: a further task is added: \u{201C}Backup\u{201D} (United States (backup); standard "
          + "contractual clauses (EU) 2021/914, module 3; from 2027-01-01)"
      ])
    #expect(
      added.map { $0.statement.text(in: .german) } == [
        "Wolke: eine weitere Aufgabe kommt hinzu: \u{201E}Sicherung\u{201C} (Vereinigte Staaten "
          + "(Sicherung); Standardvertragsklauseln (EU) 2021/914, Modul 3; ab 2027-01-01)"
      ])
    #expect(added.map(\.judgement) == [Judgement(.substantive, .addition)])
    let removed = compareRegisters(registers([further], []), registers([subProcessor], []))
    #expect(
      removed.map { $0.statement.text(in: .german) } == [
        "Wolke: die Aufgabe \u{201E}Sicherung\u{201C} entfällt"
      ])
    // Another task in the place of one that went is not the same under a new name.
    let other = subProcessor.replacing("service: Hosting", by: "service: Postage")
      .replacing("[{country: DE, role: storage}]", by: "[{country: US, role: storage}]")
    let replaced = compareRegisters(registers([subProcessor], []), registers([other], []))
    #expect(replaced.map(\.rule) == [.removal, .addition])
  }

  @Test func namesTheTaskWhereACompanyHasSeveral() {
    let two = subProcessor.replacing(
      "  - service: Hosting\n", by: "  - service: Postage\n  - service: Hosting\n")

    let changes = compareRegisters(
      registers([two], []), registers([two.replacing("data: [content]", by: "data: [logs]")], []))

    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "Wolke, \u{201C}Hosting\u{201D}: the categories of data: \u{201C}logs\u{201D} added, "
          + "\u{201C}content\u{201D} removed"
      ])
  }

  @Test func tellsWhatWasWithdrawnFromWhatIsToCome() {
    let withdrawn = subProcessor.replacing(
      "    effective: 2026-02-15\n",
      by: "    effective: 2026-02-15\n    withdrawn: 2026-02-01\n")

    let new = compareRegisters(registers([], []), registers([withdrawn], []))
    #expect(
      new.map { $0.statement.text(in: .english) } == [
        "sub-processor \u{201C}Wolke Hosting SARL\u{201D} (Hosting: Germany (storage), "
          + "content, atlas) was announced and withdrawn before use"
      ])
    #expect(new.map(\.materiality) == [.editorial])
    let changed = compareRegisters(registers([subProcessor], []), registers([withdrawn], []))
    #expect(
      changed.map { $0.statement.text(in: .german) } == [
        "Wolke: die Ankündigung ist zurückgezogen, der Einsatz beginnt nicht (2026-02-01)"
      ])
  }

  @Test func marksATaskOfANewCompanyThatWasWithdrawn() {
    let two = subProcessor.replacing(
      "  - service: Hosting\n",
      by: "  - {service: Postage, announced: 2026-01-01, effective: 2026-03-01, "
        + "withdrawn: 2026-02-01}\n  - service: Hosting\n")

    #expect(
      compareRegisters(registers([], []), registers([two], []))
        .map { $0.statement.text(in: .english) } == [
          "sub-processor \u{201C}Wolke Hosting SARL\u{201D} (Postage: withdrawn before use; "
            + "Hosting: Germany (storage), content, atlas, from 2026-02-15) is added"
        ])
  }

  @Test func callsNoSubProcessorWhatIsListedAsNone() {
    let excluded = "---\nname: Dachs eG\nexcluded: true\nreason: Carries letters.\n---\n"

    let changes = compareRegisters(registers([], []), registers([excluded], []))

    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "the note that \u{201C}Dachs eG\u{201D} is no sub-processor is added"
      ])
    #expect(changes.map(\.materiality) == [.editorial])
  }

  @Test(arguments: [
    (
      "products: [atlas]", "products: []",
      "now engaged for all products, and no longer only for \u{201C}Atlas\u{201D}",
      "jetzt für alle Produkte eingesetzt, nicht mehr nur für \u{201E}Atlas\u{201C}"
    ),
    (
      "country: LU}", "country: IE}",
      "the seat changes from \u{201C}Luxembourg\u{201D} to \u{201C}Ireland\u{201D}",
      "der Sitz ist jetzt \u{201E}Irland\u{201C} statt \u{201E}Luxemburg\u{201C}"
    ),
    (
      "website:", "natural-person: true\nwebsite:", "is a natural person",
      "ist eine natürliche Person"
    ),
    (
      "website:", "parent: {name: Wind SA, country: US}\nwebsite:",
      "the parent company is now \u{201C}Wind SA\u{201D}",
      "die Muttergesellschaft ist jetzt \u{201E}Wind SA\u{201C}"
    ),
    (
      "transfer: none-eea", "transfer: {mechanism: none-eea, checked: 2026-01-01}",
      "the day on which the legal basis for the transfer was last checked is now "
        + "\u{201C}2026-01-01\u{201D}",
      "der Tag, an dem die Rechtsgrundlage der Übermittlung zuletzt geprüft wurde, ist jetzt "
        + "\u{201E}2026-01-01\u{201C}"
    ),
  ])
  func saysFactsInWords(old: String, new: String, english: String, german: String) {
    let settings = settings(portal)
    let changes = compareRegisters(
      registers([subProcessor], [], settings: settings),
      registers([subProcessor.replacing(old, by: new)], [], settings: settings))

    #expect(changes.first?.statement.text(in: .english) == "Wolke: \(english)")
    #expect(changes.first?.statement.text(in: .german) == "Wolke: \(german)")
  }

  @Test func tellsAnEditInBothLanguagesOnce() {
    func text(_ english: String, _ german: String) -> String {
      measures.replacing(
        "text: Visitors are registered.",
        by: "text: {en: Visitors pass \(english) gates., de: Gäste passieren \(german) Tore.}")
    }
    func told(_ old: String, _ new: String) -> [BilingualText] {
      compareRegisters(registers([], [old]), registers([], [new])).map(\.statement)
    }

    #expect(
      told(text("10", "zehn"), text("5", "fünf")) == [
        BilingualText(
          english:
            "Measure pa-01: the wording: \u{201C}10 gates\u{201D} becomes \u{201C}5 gates\u{201D}",
          german: "Maßnahme pa-01: der Wortlaut: aus \u{201E}zehn\u{201C} wird "
            + "\u{201E}fünf\u{201C}")
      ])
    #expect(
      told(text("10", "zehn"), text("10", "fünf")) == [
        BilingualText(
          english: "Measure pa-01: the wording (German): \u{201C}zehn\u{201D} becomes "
            + "\u{201C}fünf\u{201D}",
          german: "Maßnahme pa-01: der Wortlaut: aus \u{201E}zehn\u{201C} wird "
            + "\u{201E}fünf\u{201C}")
      ])
    // A translation of what was said before is no other wording.
    let whole = measures.replacing("Visitors are registered.", by: "Visitors pass 10 gates.")
    let translated = compareRegisters(
      registers([], [whole]), registers([], [text("10", "zehn")]))
    #expect(translated.map(\.materiality) == [.editorial])
    #expect(translated.map(\.field) == ["text (de)"])
  }

  @Test func saysPeriodsOfMeasuresInBothLanguages() {
    let changes = compareRegisters(
      registers([], [measures]),
      registers([], [measures.replacing("retention: 90 days", by: "retention: 2 months")]))

    #expect(
      changes.map(\.statement) == [
        BilingualText(
          english: "Measure pa-01: the retention is shortened from 90 days to 2 months",
          german: "Maßnahme pa-01: die Aufbewahrungsdauer verkürzt sich von 90 Tagen auf 2 Monate")
      ])
  }

  @Test func tellsForWhichProductsAMeasureIsTaken() {
    let fewer = measures.replacing("maps-to:", by: "products: [atlas]\n    maps-to:")

    let changes = compareRegisters(registers([], [measures]), registers([], [fewer]))

    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "Measure pa-01: now taken only for \u{201C}atlas\u{201D}, and no longer for all products"
      ])
  }

  @Test func reportsSubProcessorsThatCameAndWent() {
    let other = subProcessor.replacing("name: Wolke Hosting SARL", by: "name: Dachs Mail GmbH")
      .replacing("short-name: Wolke", by: "short-name: Dachs")

    #expect(
      registerLines(([subProcessor], []), ([subProcessor, other], [])) == [
        "sub-processor-added - > Dachs [|Dachs Mail GmbH] substantive: addition"
      ])
    #expect(
      registerLines(([subProcessor, other], []), ([subProcessor], [])) == [
        "sub-processor-removed Dachs > - [Dachs Mail GmbH|] substantive: removal"
      ])
  }

  @Test func knowsACompanyWhoseFileWasRenamed() {
    let old = RegisterSet(
      settings: nil,
      subProcessors: [readSubProcessor(from: Array(subProcessor.utf8), path: "s/wolke.md").record]
        .compactMap(\.self))
    let new = RegisterSet(
      settings: nil,
      subProcessors: [readSubProcessor(from: Array(subProcessor.utf8), path: "s/cloud.md").record]
        .compactMap(\.self))

    #expect(compareRegisters(old, new).isEmpty)
  }

  @Test func takesACompanyThatWasExcludedForANewOne() {
    let excluded = subProcessor.replacing(
      "website:", by: "excluded: true\nreason: It carries letters.\nwebsite:")
    let engaged = registers([subProcessor], [])
    let none = registers([excluded], [])

    #expect(compareRegisters(none, engaged).map(\.kind.rawValue) == ["sub-processor-added"])
    #expect(compareRegisters(engaged, none).map(\.kind.rawValue) == ["sub-processor-removed"])
  }

  /// What the public may no longer read is not said to be gone.
  @Test func tellsWhatIsHiddenFromWhatIsRemoved() {
    var left = registers([], [])
    left.hidden.subProcessors = ["wolke"]
    left.hidden.measures = ["pa-01", "pa-02"]
    let all = registers([subProcessor], [measures])

    let gone = compareRegisters(all, left).map { $0.statement.text(in: .english) }
    let back = compareRegisters(left, all).map { $0.statement.text(in: .german) }

    #expect(gone.count == 3)
    #expect(gone.allSatisfy { $0.hasSuffix("is no longer published") }, "\(gone)")
    #expect(back.allSatisfy { $0.hasSuffix("wird jetzt veröffentlicht") }, "\(back)")
  }

  @Test(arguments: [
    (
      "office: implemented", "office: planned",
      "measure-status-changed pa-01 (office) [implemented|planned] weakening: state"
    ),
    (
      "office: implemented", "office: {state: delegated, to: wolke}",
      "measure-status-changed pa-01 (office) [implemented|delegated] substantive: state"
    ),
    (
      "platform: planned", "platform: implemented",
      "measure-status-changed pa-01 (platform) [planned|implemented] substantive: state"
    ),
    (
      "text: Visitors are registered.", "text: Visitors are registered and accompanied.",
      "measure-modified pa-01 [|and accompanied] substantive: wording"
    ),
    (
      "text: Visitors are registered.", "text: Visitors are registred.",
      "measure-modified pa-01 [registered|registred] editorial: spelling"
    ),
    (
      "retention: 90 days", "retention: 30 days",
      "measure-modified pa-01 (retention) [90|30] substantive: period"
    ),
    (
      "office: implemented", "office: {state: implemented, duty: Report each loss.}",
      "measure-modified pa-01 (duty) [|Report each loss.] substantive: record"
    ),
    (
      "attributes: {retention", "audience: internal\n    attributes: {retention",
      "measure-modified pa-01 (audience) [public|internal] weakening: removal"
    ),
    (
      "Visitors are registered.", "Screens lock themselves.",
      "measure-modified pa-01 [Visitors are registered|Screens lock themselves] "
        + "weakening: rewritten"
    ),
    (
      "Visitors are registered.", "Visitors are no longer registered.",
      "measure-modified pa-01 [|no longer] weakening: negation"
    ),
    (
      "retention: 90 days", "retention: 90 days, interval: 6 months",
      "measure-modified pa-01 (interval) [|6 months] substantive: period"
    ),
    ("id: pa-02", "id: pa-09", "measure-modified pa-02 > pa-09 (id) editorial: record"),
    (
      "maps-to: [iso27001:2022/7.2]", "maps-to: [iso27001:2022/7.2, iso27001:2022/7.4]",
      "measure-modified pa-01 (maps-to) [|iso27001:2022/7.4] editorial: record"
    ),
  ])
  func reportsWhatChangedOfAMeasure(old: String, new: String, expected: String) {
    let lines = registerLines(([], [measures]), ([], [measures.replacing(old, by: new)]))

    #expect(lines.filter { !$0.contains("(responsibility)") } == [expected])
  }

  /// What protects by its length, and how often something is done.
  @Test(arguments: [
    ("interval: 6 months", "interval: 12 months", "weakening: period"),
    ("interval: 12 months", "interval: 6 months", "substantive: period"),
    ("retention: 90 days, key-length: 256", "retention: 90 days", "weakening: removal"),
  ])
  func weighsWhatAMeasureStatesAsFacts(old: String, new: String, expected: String) {
    func stating(_ facts: String) -> String {
      measures.replacing("{retention: 90 days}", by: "{\(facts)}")
    }
    let lines = registerLines(([], [stating(old)]), ([], [stating(new)]))

    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.hasSuffix(expected) }, "\(lines)")
  }

  /// Another id and another state are two measures.
  @Test func takesOtherContentUnderAnotherIDForAnotherMeasure() {
    let other = measures.replacing("id: pa-02", by: "id: pa-09")
      .replacing("scopes: {office: implemented}", by: "scopes: {office: planned}")
    let set = compareRegisters(registers([], [measures]), registers([], [other]))

    #expect(Set(set.map(\.kind.rawValue)) == ["measure-removed", "measure-added"])
    let renamed = compareRegisters(
      registers([], [measures]),
      registers([], [measures.replacing("id: pa-02", by: "id: pa-09")]))
    #expect(
      renamed.map { $0.statement.text(in: .german) } == [
        "Maßnahme pa-02 \u{201E}Doors are locked.\u{201C} heißt jetzt pa-09"
      ])
  }

  @Test func namesScopesCompaniesAndCategories() {
    let names = portal.replacing(
      "notice:",
      by: """
        sites: [{id: office, name: {en: Head office, de: Zentrale}, country: DE}]
        data-categories: [{id: content, name: {en: Customer content, de: Inhalte der Kunden}}]
        notice:
        """)
    let delegated = measures.replacing(
      "office: implemented\n", by: "office: {state: delegated, to: wolke}\n")
    let old = registers([subProcessor], [delegated], settings: settings(names))
    let new = registers(
      [subProcessor.replacing("data: [content]", by: "data: []")], [measures],
      settings: settings(names))

    let changes = compareRegisters(old, new)

    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "Wolke: the categories of data: \u{201C}Customer content\u{201D} removed",
        "Measure pa-01: the state for Head office changes from \u{201C}delegated\u{201D} to "
          + "\u{201C}implemented\u{201D}",
        "Measure pa-01: who sees to it for Head office is left out; it was \u{201C}Wolke\u{201D}",
      ])
    #expect(
      changes.map { $0.statement.text(in: .german) } == [
        "Wolke: die Datenkategorien: \u{201E}Inhalte der Kunden\u{201C} entfallen",
        "Maßnahme pa-01: der Stand für Zentrale lautet statt \u{201E}übertragen\u{201C} jetzt "
          + "\u{201E}umgesetzt\u{201C}",
        "Maßnahme pa-01: die Zuständigkeit für Zentrale entfällt; bisher "
          + "\u{201E}Wolke\u{201C}",
      ])
  }

  @Test func takesARemovedMeasureForAWeakening() {
    let fewer = measures.replacing(
      "  - id: pa-02\n    text: Doors are locked.\n    scopes: {office: implemented}\n", by: "")

    #expect(
      registerLines(([], [measures]), ([], [fewer])) == [
        "measure-removed pa-02 > - [Doors are locked.|] weakening: removal"
      ])
    #expect(
      registerLines(([], [fewer]), ([], [measures])) == [
        "measure-added - > pa-02 [|Doors are locked.] substantive: addition"
      ])
  }

  @Test(arguments: [
    (
      "before-use: 30 days", "before-use: 14 days",
      "the notice period before use is shortened from 30 to 14 days"
    ),
    (
      "objection: 14 working days", "objection: 3 weeks",
      "the period for objections is extended from 14 working days to 3 weeks"
    ),
    (
      "channel: {email: privacy@kranich.example}", "channel: {email: legal@kranich.example}",
      "the address for objections changes from \u{201C}privacy@kranich.example\u{201D} to "
        + "\u{201C}legal@kranich.example\u{201D}"
    ),
    (
      "channel:", "holidays: DE-BY\n  channel:",
      "the holiday calendar is now \u{201C}Bavaria (DE-BY)\u{201D}"
    ),
    (
      "channel:", "week: mon-sat\n  channel:",
      "the working week is now \u{201C}Monday to Saturday\u{201D}"
    ),
    (
      "products: [{id: atlas, name: Atlas}]",
      "products: [{id: atlas, name: Atlas}, {id: borealis, name: Borealis}]",
      "the products: \u{201C}Borealis\u{201D} added"
    ),
    (
      "products: [{id: atlas, name: Atlas}]",
      "products: [{id: atlas, name: Atlas, status: retired}]",
      "the product \u{201C}Atlas\u{201D}: the state is now \u{201C}retired\u{201D}"
    ),
    (
      "products: [{id: atlas, name: Atlas}]", "products: [{id: atlas, name: Globe}]",
      "the product \u{201C}Globe\u{201D}: the name changes from \u{201C}Atlas\u{201D} to "
        + "\u{201C}Globe\u{201D}"
    ),
  ])
  func reportsSettingsThatMatter(old: String, new: String, expected: String) {
    let changes = compareRegisters(
      RegisterSet(settings: settings(portal)),
      RegisterSet(settings: settings(portal.replacing(old, by: new))))

    #expect(changes.map { $0.statement.text(in: .english) } == ["Portal: \(expected)"])
  }

  @Test func doesNotDependOnTheOrderOfRecords() {
    let other = subProcessor.replacing("name: Wolke Hosting SARL", by: "name: Dachs Mail GmbH")
      .replacing("short-name: Wolke", by: "short-name: Dachs")
    let changed = other.replacing("country: LU}", by: "country: IE}")

    #expect(
      registerLines(([subProcessor, other], [measures]), ([changed, subProcessor], [measures]))
        == registerLines(
          ([other, subProcessor], [measures]), ([subProcessor, changed], [measures])))
  }
}

private func registerLines(
  _ old: (subProcessors: [String], controls: [String]),
  _ new: (subProcessors: [String], controls: [String])
) -> [String] {
  lines(
    ChangeSet(
      from: "1", to: "2",
      changes: compareRegisters(
        registers(old.subProcessors, old.controls), registers(new.subProcessors, new.controls))))
}

/// Records; sub-processors are named after their short names, so that files keep their ids.
private func registers(
  _ subProcessors: [String], _ controls: [String], settings: PortalSettings? = nil
) -> RegisterSet {
  RegisterSet(
    settings: settings,
    subProcessors: subProcessors.compactMap { text in
      let id = text.contains("Dachs") ? "dachs" : "wolke"
      return readSubProcessor(from: Array(text.utf8), path: "content/sub-processors/\(id).md")
        .record
    },
    controls: controls.compactMap {
      readControl(from: Array($0.utf8), path: "content/measures/access.md").record
    })
}

private func settings(_ text: String) -> PortalSettings? {
  readPortalSettings(from: Array(text.utf8), path: "content/portal.yml").settings
}

private let subProcessor = """
  ---
  name: Wolke Hosting SARL
  short-name: Wolke
  address: {street: 4 rue du Port, city: Luxembourg, country: LU}
  contact: {email: privacy@wolke.example}
  website: https://wolke.example
  engagements:
    - service: Hosting
      products: [atlas]
      data: [content]
      locations: [{country: DE, role: storage}]
      transfer: none-eea
      announced: 2026-01-10
      effective: 2026-02-15
  ---
  """

private let measures = """
  ---
  control: bdsg9.1
  measures:
    - id: pa-01
      text: Visitors are registered.
      scopes:
        office: implemented
        platform: planned
      maps-to: [iso27001:2022/7.2]
      attributes: {retention: 90 days}
    - id: pa-02
      text: Doors are locked.
      scopes: {office: implemented}
  ---
  """

private let portal = """
  title: Trust portal
  languages: [en]
  processor: {name: Kranich Systems GmbH, address: {street: Kai 1, city: Kiel, country: DE}}
  products: [{id: atlas, name: Atlas}]
  notice:
    before-use: 30 days
    objection: 14 working days
    channel: {email: privacy@kranich.example}
  """
