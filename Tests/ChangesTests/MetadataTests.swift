import Changes
import Deadlines
import Testing

struct MetadataTests {
  @Test(arguments: [
    (
      "numbering: literal", "numbering: decimal",
      "the style of numbering changes from \u{201C}literal\u{201D} to \u{201C}decimal\u{201D} "
        + "(editorial: numbering).",
      "die Art der Nummerierung lautet statt \u{201E}literal\u{201C} jetzt \u{201E}decimal\u{201C} "
        + "(redaktionell: Nummerierung)."
    ),
    (
      "part-of: msa", "part-of: terms",
      "the contract that it belongs to changes from \u{201C}msa\u{201D} to \u{201C}terms\u{201D} "
        + "(substantive: metadata).",
      "der zugehörige Vertrag lautet statt \u{201E}msa\u{201C} jetzt \u{201E}terms\u{201C} "
        + "(inhaltlich: Metadaten)."
    ),
    (
      "part-of: {title: Main, url: \"https://a.example/1\"}",
      "part-of: {title: Main, url: \"https://a.example/2\"}",
      "the address of the contract that it belongs to changes from "
        + "\u{201C}https://a.example/1\u{201D} to \u{201C}https://a.example/2\u{201D} "
        + "(substantive: reference).",
      "die Adresse des zugehörigen Vertrags lautet statt \u{201E}https://a.example/1\u{201C} jetzt "
        + "\u{201E}https://a.example/2\u{201C} (inhaltlich: Verweis)."
    ),
    (
      "self-names: [the DPA, Annex A]", "self-names: [the DPA, the Contract]",
      "the other names of the document: \u{201C}the Contract\u{201D} added, "
        + "\u{201C}Annex A\u{201D} removed (editorial: metadata).",
      "die anderen Namen des Dokuments: \u{201E}the Contract\u{201C} hinzugekommen, "
        + "\u{201E}Annex A\u{201C} entfallen (redaktionell: Metadaten)."
    ),
    (
      "aliases: [{term: Processor, aliases: [Provider]}]",
      "aliases: [{term: Processor, aliases: [Provider, Supplier]}]",
      "the other spellings of \u{201C}Processor\u{201D}: \u{201C}Supplier\u{201D} added "
        + "(editorial: metadata).",
      "die anderen Schreibweisen von \u{201E}Processor\u{201C}: \u{201E}Supplier\u{201C} "
        + "hinzugekommen (redaktionell: Metadaten)."
    ),
    (
      "related-documents: [{title: Terms, url: \"https://a.example/1\"}]",
      "related-documents: [{title: Terms, url: \"https://a.example/2\"}]",
      "the related document \u{201C}Terms\u{201D}: the address changes from "
        + "\u{201C}https://a.example/1\u{201D} to \u{201C}https://a.example/2\u{201D} "
        + "(substantive: reference).",
      "das zugehörige Dokument \u{201E}Terms\u{201C}: die Adresse lautet statt "
        + "\u{201E}https://a.example/1\u{201C} jetzt \u{201E}https://a.example/2\u{201C} "
        + "(inhaltlich: Verweis)."
    ),
    (
      "part-of: {title: Main, names: [the Main Contract]}", "part-of: {title: Main}",
      "the other names of the contract that it belongs to: \u{201C}the Main Contract\u{201D} removed "
        + "(editorial: metadata).",
      "die anderen Namen des zugehörigen Vertrags: \u{201E}the Main Contract\u{201C} entfallen "
        + "(redaktionell: Metadaten)."
    ),
    (
      "related-documents: [{title: Terms, id: terms}]",
      "related-documents: [{title: Terms, id: rules}]",
      "the related document \u{201C}Terms\u{201D}: the agreement of the portal changes from "
        + "\u{201C}terms\u{201D} to \u{201C}rules\u{201D} (substantive: reference).",
      "das zugehörige Dokument \u{201E}Terms\u{201C}: die Vereinbarung des Portals lautet statt "
        + "\u{201E}terms\u{201C} jetzt \u{201E}rules\u{201C} (inhaltlich: Verweis)."
    ),
    (
      "related-documents: [{title: Terms, url: \"http://a.example/1\"}]",
      "related-documents: [{title: Terms, url: \"https://a.example/1/\"}]",
      "the related document \u{201C}Terms\u{201D}: the address changes from "
        + "\u{201C}http://a.example/1\u{201D} to \u{201C}https://a.example/1/\u{201D} "
        + "(editorial: reference).",
      "das zugehörige Dokument \u{201E}Terms\u{201C}: die Adresse lautet statt "
        + "\u{201E}http://a.example/1\u{201C} jetzt \u{201E}https://a.example/1/\u{201C} "
        + "(redaktionell: Verweis)."
    ),
    (
      "related-documents: [{title: Terms}]", "related-documents: [{title: Terms}, {title: Rules}]",
      "the related document \u{201C}Rules\u{201D} is added (substantive: addition).",
      "das zugehörige Dokument \u{201E}Rules\u{201C} kommt hinzu (inhaltlich: Ergänzung)."
    ),
    (
      "signatures: [{party: Processor, place: Kiel, date: 2026-01-01}]",
      "signatures: [{party: Processor, place: Kiel, date: 2026-02-01}]",
      "the signature of \u{201C}Processor\u{201D}: the day changes from \u{201C}2026-01-01\u{201D} "
        + "to \u{201C}2026-02-01\u{201D} (substantive: date).",
      "die Unterschrift von \u{201E}Processor\u{201C}: der Tag lautet statt "
        + "\u{201E}2026-01-01\u{201C} jetzt \u{201E}2026-02-01\u{201C} (inhaltlich: Datum)."
    ),
    (
      "signatures: [{party: Processor}]",
      "signatures: [{party: Controller, place: Kiel, date: 2026-02-01}, {party: Processor}]",
      "the signature of \u{201C}Controller\u{201D} (Kiel, 2026-02-01) is added "
        + "(substantive: addition).",
      "die Unterschrift von \u{201E}Controller\u{201C} (Kiel, 2026-02-01) kommt hinzu "
        + "(inhaltlich: Ergänzung)."
    ),
    (
      "adopt: {sub-processors: Annex 3}",
      "adopt: {sub-processors: [{at: Annex 3, country: DE}]}",
      "what is read as the register of sub-processors: \u{201C}Annex 3 (country DE)\u{201D} added, "
        + "\u{201C}Annex 3\u{201D} removed (substantive: record).",
      "was als Verzeichnis der Unterauftragsverarbeiter gelesen wird: "
        + "\u{201E}Annex 3 (country DE)\u{201C} hinzugekommen, \u{201E}Annex 3\u{201C} entfallen "
        + "(inhaltlich: Verzeichniseintrag)."
    ),
  ])
  func tellsEachFactOfTheFrontmatter(old: String, new: String, english: String, german: String) {
    let set = changeSet(text(old), text(new))

    #expect(set.changes.map { $0.sentence(in: .english) } == ["1. \(english)"])
    #expect(set.changes.map { $0.sentence(in: .german) } == ["1. \(german)"])
    #expect(changeSet(text(new), text(new)).isEmpty)
  }

  /// Readers know `Austria`, and not `AT`; data keep the code.
  @Test(arguments: [
    ("governing-law: DE", "governing-law: AT", "Germany", "Austria", "Deutschland", "Österreich"),
    ("language: en", "language: de", "English", "German", "Englisch", "Deutsch"),
    (
      "binding-language: de", "binding-language: de-AT", "German", "German (Austria)", "Deutsch",
      "Deutsch (Österreich)"
    ),
    ("binding-language: en", "binding-language: xx", "English", "xx", "Englisch", "xx"),
    (
      "kind: terms", "kind: sub-processor-annex", "terms", "annex on sub-processors",
      "Vertragsbedingungen", "Anlage zu Unterauftragsverarbeitern"
    ),
    (
      "authorisation: general", "authorisation: specific", "general authorisation",
      "specific authorisation", "allgemeine Genehmigung", "gesonderte Genehmigung"
    ),
    (
      "audience: public", "audience: customer", "the public", "customers", "Öffentlichkeit",
      "Kunden"
    ),
    (
      "parties: [{role: processor, name: A, address: {city: Kiel, country: DE}}]",
      "parties: [{role: processor, name: A, address: {city: Kiel, country: DK}}]", "Germany",
      "Denmark", "Deutschland", "Dänemark"
    ),
  ])
  func tellsCodesInWords(
    old: String, new: String, before: String, after: String, vorher: String, jetzt: String
  ) throws {
    let set = changeSet(text(old), text(new))

    let change = try #require(set.changes.first)
    #expect(set.changes.count == 1)
    #expect(
      change.statement.english.hasSuffix(
        " changes from \u{201C}\(before)\u{201D} to \u{201C}\(after)\u{201D}"))
    #expect(
      change.statement.german.hasSuffix(
        " lautet statt \u{201E}\(vorher)\u{201C} jetzt \u{201E}\(jetzt)\u{201C}"))
    #expect(old.contains(try #require(change.valueBefore)))
    #expect(new.contains(try #require(change.valueAfter)))
  }

  /// Of a list with a record that was not understood, what changed of the others is told once.
  @Test(arguments: [
    (
      "{role: principal, name: B}", "{role: processor, name: C}",
      ["party-changed processor.name substantive"]
    ),
    (
      "{role: principal, name: D}", "{role: processor, name: A}",
      ["party-changed parties.1.name substantive"]
    ),
    (
      "{role: principal, name: B}, {role: boss, name: E}", "{role: processor, name: A}",
      ["party-changed parties.2 substantive", "party-changed processor.name substantive"]
    ),
  ])
  func tellsOfPartiesOnce(principal: String, processor: String, told: [String]) {
    func parties(_ first: String, _ second: String) -> String {
      text("parties: [\(first), \(second)]")
    }

    let set = changeSet(
      parties("{role: principal, name: B}", "{role: processor, name: A}"),
      parties(principal, processor))

    #expect(
      Set(set.changes.map { "\($0.kind.rawValue) \($0.field ?? "") \($0.materiality.rawValue)" })
        .isSubset(of: told))
    #expect(!set.changes.isEmpty)
    #expect(!set.changes.contains { $0.sentence(in: .english).contains("role:") })
  }

  @Test func quotesNothingOfAFrontmatterThatBecameUnreadable() {
    let set = changeSet(text("parties: []"), text("* parties: []"))

    #expect(!set.changes.contains { $0.sentence(in: .english).contains("* parties") })
  }

  /// What an address is now is told where it is stated, and not of each reference to it.
  @Test func tellsOfTheAddressOfADocumentOnce() {
    func contract(_ address: String) -> String {
      "---\ntitle: T\npart-of: {title: Main Contract, url: \"\(address)\"}\n---\n\n## 1. T\n\n"
        + "It is part of the Main Contract.\n"
    }

    let set = changeSet(contract("https://a.example/1"), contract("https://a.example/2"))

    #expect(set.changes.map(\.kind.rawValue) == ["metadata-changed"])
  }

  /// Each version has a date of its own; that one version gets another matters.
  @Test(arguments: [("3.1", "editorial"), ("3.0", "substantive")])
  func weighsTheEffectiveDateByTheVersion(version: String, materiality: String) throws {
    let set = changeSet(
      text("version: \"3.0\"\neffective: 2026-01-01"),
      text("version: \"\(version)\"\neffective: 2026-09-01"))

    let change = try #require(set.changes.first { $0.field == "effective" })
    #expect(change.materiality.rawValue == materiality)
  }

  @Test func saysNothingOfTheOrderOfLists() {
    let old = "self-names: [A, B]\nsignatures: [{party: P}, {party: C}]"
    let new = "self-names: [B, A]\nsignatures: [{party: C}, {party: P}]"

    #expect(changeSet(text(old), text(new)).isEmpty)
  }

  // MARK: Parties

  @Test(arguments: [
    (
      "- {role: processor, name: Alpha GmbH}",
      "- {role: processor, name: Alpha GmbH}\n  - {role: processor, name: Beta GmbH}",
      ["the processor \u{201C}Beta GmbH\u{201D} is added"],
      ["der Auftragsverarbeiter \u{201E}Beta GmbH\u{201C} kommt hinzu"]
    ),
    (
      "- {role: processor, name: Alpha GmbH}\n  - {role: processor, name: Beta GmbH}",
      "- {role: processor, name: Beta GmbH}",
      ["the processor \u{201C}Alpha GmbH\u{201D} is removed"],
      ["der Auftragsverarbeiter \u{201E}Alpha GmbH\u{201C} entfällt"]
    ),
    (
      "- {role: processor, name: Alpha GmbH}", "- {role: processor, name: Beta GmbH}",
      [
        "the name of the processor changes from \u{201C}Alpha GmbH\u{201D} to "
          + "\u{201C}Beta GmbH\u{201D}"
      ],
      [
        "der Name des Auftragsverarbeiters lautet statt \u{201E}Alpha GmbH\u{201C} jetzt "
          + "\u{201E}Beta GmbH\u{201C}"
      ]
    ),
    (
      "- {role: processor, name: Alpha GmbH}", "- {role: processor, is: processor}",
      [
        "the processor changes from \u{201C}Alpha GmbH\u{201D} to "
          + "\u{201C}the processor of the portal\u{201D}"
      ],
      [
        "der Auftragsverarbeiter lautet statt \u{201E}Alpha GmbH\u{201C} jetzt "
          + "\u{201E}Auftragsverarbeiter des Portals\u{201C}"
      ]
    ),
    (
      "- {role: controller, blank: true, defined-as: Controller}",
      "- {role: controller, name: Rosa AG, defined-as: Controller}",
      ["the controller was left blank and is \u{201C}Rosa AG\u{201D} now"],
      ["der Verantwortliche war offen und ist jetzt \u{201E}Rosa AG\u{201C}"]
    ),
    (
      "- {role: controller, blank: true, defined-as: Controller}",
      "- {role: controller, name: Rosa AG, defined-as: Controller}\n"
        + "  - {role: controller, blank: true, defined-as: Controller}",
      ["the controller \u{201C}Rosa AG\u{201D} is added"],
      ["der Verantwortliche \u{201E}Rosa AG\u{201C} kommt hinzu"]
    ),
    (
      "- {role: processor, name: A, address: {street: Weg 1, postal-code: \"24103\", city: Kiel}}",
      "- {role: processor, name: A, address: {street: Weg 1, postal-code: \"24105\", city: Kiel}}",
      [
        "the processor \u{201C}A\u{201D}: the postal code changes from \u{201C}24103\u{201D} to "
          + "\u{201C}24105\u{201D}"
      ],
      [
        "der Auftragsverarbeiter \u{201E}A\u{201C}: die Postleitzahl lautet statt "
          + "\u{201E}24103\u{201C} jetzt \u{201E}24105\u{201C}"
      ]
    ),
    (
      "- {role: processor, name: A, address: {street: Weg 1, postal-code: \"24103\", city: Kiel}}",
      "- {role: processor, name: A, address: "
        + "{street: Ring 2, postal-code: \"56068\", city: Koblenz}}",
      [
        "the processor \u{201C}A\u{201D}: the address changes from \u{201C}Weg 1, 24103 Kiel\u{201D} "
          + "to \u{201C}Ring 2, 56068 Koblenz\u{201D}"
      ],
      [
        "der Auftragsverarbeiter \u{201E}A\u{201C}: die Anschrift lautet statt "
          + "\u{201E}Weg 1, 24103 Kiel\u{201C} jetzt \u{201E}Ring 2, 56068 Koblenz\u{201C}"
      ]
    ),
    (
      "- {role: representative, name: A, brand: Sun, defined-as: Agent}",
      "- {role: representative, name: A, brand: Moon, defined-as: Deputy}",
      [
        "the representative \u{201C}A\u{201D}: the defined term changes from \u{201C}Agent\u{201D} to "
          + "\u{201C}Deputy\u{201D}",
        "the representative \u{201C}A\u{201D}: the brand changes from \u{201C}Sun\u{201D} to "
          + "\u{201C}Moon\u{201D}",
      ],
      [
        "der Vertreter \u{201E}A\u{201C}: die Bezeichnung im Text lautet statt \u{201E}Agent\u{201C} "
          + "jetzt \u{201E}Deputy\u{201C}",
        "der Vertreter \u{201E}A\u{201C}: die Marke lautet statt \u{201E}Sun\u{201C} jetzt "
          + "\u{201E}Moon\u{201C}",
      ]
    ),
  ])
  func tellsAPartyByWhatChangedOfIt(
    old: String, new: String, english: [String], german: [String]
  ) {
    let set = changeSet(text("parties:\n  \(old)"), text("parties:\n  \(new)"))

    #expect(set.changes.map(\.statement.english) == english)
    #expect(set.changes.map(\.statement.german) == german)
    #expect(set.changes.allSatisfy { $0.materiality == .substantive })
  }

  @Test func findsTheStreetThatChangedInAPartyOfManyMembers() {
    let old = """
      parties:
        - role: processor
          name: Alpha AG
          address: {street: Gahlenfeldstraße 53, postal-code: "58313", city: Herdecke, country: DE}
          members:
            - {name: Herdecke GmbH, address: {street: Gahlenfeldstr. 53, city: Herdecke}}
            - {name: Nürnberg AG, address: {street: Lina-Ammon-Straße 22, city: Nürnberg}}
            - {name: Koblenz GmbH, address: {street: Bahnhofplatz 9, city: Koblenz, country: DE}}
      """
    let set = changeSet(text(old), text(old.replacing("Bahnhofplatz 9", by: "Bahnhofplatz 7")))
    let gone = changeSet(
      text(old),
      text(
        old.split(separator: "\n").filter { !$0.contains("Koblenz GmbH") }.joined(separator: "\n")))

    #expect(
      set.changes.map(\.statement.english) == [
        "the member \u{201C}Koblenz GmbH\u{201D} of the processor: the street changes from "
          + "\u{201C}Bahnhofplatz 9\u{201D} to \u{201C}Bahnhofplatz 7\u{201D}"
      ])
    #expect(
      lines(set) == [
        "party-changed  (processor.members.address.street) [9|7] substantive: party"
      ])
    #expect(set.changes[0].valueBefore == "Bahnhofplatz 9")
    #expect(
      gone.changes.map(\.statement.english) == [
        "the member \u{201C}Koblenz GmbH\u{201D} of the processor is removed"
      ])
    #expect(
      gone.changes.map(\.statement.german) == [
        "das Mitglied \u{201E}Koblenz GmbH\u{201C} des Auftragsverarbeiters entfällt"
      ])
    #expect(gone.changes[0].valueBefore == "Koblenz GmbH, Bahnhofplatz 9, Koblenz, DE")
  }

  @Test func pairsPartiesOfALongListQuickly() {
    func parties(_ numbers: some Sequence<Int>) -> String {
      text("parties:\n" + numbers.map { "  - {role: processor, name: P\($0)}\n" }.joined())
    }
    let set = changeSet(parties(0..<800), parties((0..<801).reversed()))

    #expect(set.changes.map(\.statement.english) == ["the processor \u{201C}P800\u{201D} is added"])
  }

  private func text(_ frontmatter: String) -> String {
    "---\ntitle: T\n\(frontmatter)\n---\n\n## 1. T\n\nText of it.\n"
  }
}
