internal import Calendars
internal import Deadlines
internal import Frontmatter
internal import Registers

/// Compares the settings of two versions that matter to customers: who the processor is and how it
/// is reached, products, places, and how new sub-processors are announced.
func compareSettings(_ old: PortalSettings?, _ new: PortalSettings?) -> [Change] {
  guard let old, let new else { return [] }
  var comparison = SettingsComparison(old, new)
  return comparison.compare()
}

private struct SettingsComparison {
  typealias Field = RecordComparison.Field

  let old: PortalSettings
  let new: PortalSettings
  var record: RecordComparison

  init(_ old: PortalSettings, _ new: PortalSettings) {
    self.old = old
    self.new = new
    record = RecordComparison(
      .settingChanged, entity: "portal",
      title: BilingualText(english: "Portal", german: "Portal"),
      before: ChangePlace(file: old.path), after: ChangePlace(file: new.path), group: 3)
  }

  private let setting = Judgement(.substantive, .setting)
  private let remark = Judgement(.editorial, .setting)

  mutating func compare() -> [Change] {
    compareProcessor()
    compareNotice()
    record.list(
      Field("products", "the products", "die Produkte", setting), old.products.map(\.entry),
      new.products.map(\.entry))
    record.list(
      Field("scopes", "the sites and scopes", "die Standorte und Geltungsbereiche", setting),
      old.scopes.map(\.entry), new.scopes.map(\.entry))
    record.list(
      Field("data-categories", "the categories of data", "die Datenkategorien", remark),
      old.dataCategories.map(\.entry), new.dataCategories.map(\.entry))
    record.list(
      Field("subject-categories", "the categories of people", "die Personenkategorien", remark),
      old.subjectCategories.map(\.entry), new.subjectCategories.map(\.entry))
    record.field(
      Field("base-url", "the address of the portal", "die Adresse des Portals", remark),
      old.baseURL?.value, new.baseURL?.value)
    record.prose(Field("title", "the title", "der Titel", remark), old.title, new.title)
    compareMeasuresDocument()
    return record.changes
  }

  private mutating func compareProcessor() {
    let party = Judgement(.substantive, .party)
    let contact = Judgement(.substantive, .contact)
    let (before, after) = (old.processor, new.processor)
    record.field(
      Field("processor", "the processor", "der Auftragsverarbeiter", party, .isNow),
      before.name.value,
      after.name.value, kind: .partyChanged)
    record.value(
      Field(
        "processor-address", "the processor's address", "die Anschrift des Auftragsverarbeiters",
        party),
      before.address?.told, after.address?.told, kind: .partyChanged)
    record.list(
      Field("members", "the companies that share the role", "die beteiligten Unternehmen", party),
      before.members.map(\.name.value), after.members.map(\.name.value))
    for member in after.members {
      guard let old = before.members.first(where: { $0.name.value == member.name.value }) else {
        continue
      }
      let name = member.name.value
      record.value(
        Field("members.address", "the address of \(name)", "die Anschrift von \(name)", party),
        old.address?.told, member.address?.told, kind: .partyChanged)
    }
    record.field(
      Field(
        "processor-short-name", "the processor's short name",
        "der Kurzname des Auftragsverarbeiters", remark),
      before.shortName?.value, after.shortName?.value)
    record.field(
      Field(
        "contact", "the processor's contact", "der Kontakt des Auftragsverarbeiters", contact,
        .isNow),
      before.contact?.line, after.contact?.line, kind: .contactModified)
    record.field(
      Field(
        "data-protection-officer", "the data protection officer", "der Datenschutzbeauftragte",
        contact, .isNow),
      before.dataProtectionOfficer?.line, after.dataProtectionOfficer?.line,
      kind: .contactModified)
  }

  private mutating func compareMeasuresDocument() {
    let (before, after) = (old.measuresDocument, new.measuresDocument)
    record.prose(
      Field(
        "measures-document.title", "the title of the document of measures",
        "der Titel des Maßnahmendokuments", remark), before.title, after.title)
    record.field(
      Field(
        "measures-document.version", "the version of the document of measures",
        "die Version des Maßnahmendokuments", remark),
      before.version?.value, after.version?.value)
    record.field(
      Field(
        "measures-document.effective", "the day from which the document of measures applies",
        "der Tag, ab dem das Maßnahmendokument gilt,", Judgement(.editorial, .date), .isNow),
      before.effective?.value.description, after.effective?.value.description)
  }

  private mutating func compareNotice() {
    let period = Judgement(.substantive, .period)
    record.period(
      Field("notice.before-use", "the notice period before use", "die Ankündigungsfrist", period),
      old.notice.beforeUse?.value, new.notice.beforeUse?.value)
    record.period(
      Field("notice.objection", "the period for objections", "die Einspruchsfrist", period),
      old.notice.objection?.value, new.notice.objection?.value)
    record.value(
      Field("notice.week", "the working week", "die Arbeitswoche", period, .isNow),
      old.notice.week.map(Self.week), new.notice.week.map(Self.week))
    record.value(
      Field("notice.holidays", "the holiday calendar", "der Feiertagskalender", period, .isNow),
      old.notice.holidays.map { Self.calendar($0.value) },
      new.notice.holidays.map { Self.calendar($0.value) })
    record.field(
      Field(
        "notice.channel", "the address for objections", "die Adresse für Einsprüche",
        Judgement(.substantive, .contact), .isNow),
      old.notice.channel?.line, new.notice.channel?.line, kind: .contactModified)
  }

  private static func week(_ week: WorkingWeek) -> RecordComparison.Told {
    let value = week.weekdays.map(\.rawValue).joined(separator: " ")
    func span(_ language: Language) -> String { DeadlineWords(language).span(of: week) }
    return (value, BilingualText(english: span(.english), german: span(.german)))
  }

  /// A calendar by the name of its country or region.
  private static func calendar(_ code: String) -> RecordComparison.Told {
    let name = HolidayAtlas.shipped.calendar(for: code)?.name
    func told(_ language: Language) -> String {
      name.map { "\($0.text(in: language)) (\(code))" } ?? code
    }
    return (code, BilingualText(english: told(.english), german: told(.german)))
  }
}

extension PostalAddress {
  /// With the country, as data and in words.
  fileprivate var told: RecordComparison.Told {
    let country = country?.value ?? ""
    func words(_ language: Language) -> String {
      let name =
        country.isEmpty ? "" : Countries.shipped.name(of: country, in: language.rawValue)
      return [line, name].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return (
      "\(line), \(country)", BilingualText(english: words(.english), german: words(.german))
    )
  }
}

extension RecordComparison {
  /// Reports a period if it differs, as shortened or extended.
  fileprivate mutating func period(_ field: Field, _ before: Period?, _ after: Period?) {
    guard before != after else { return }
    guard let before, let after else {
      func told(_ period: Period) -> Told {
        let value = period.description
        return (value, BilingualText(english: value, german: period.germanWords))
      }
      self.value(field, before.map(told), after.map(told))
      return
    }
    append(
      kind, field, before.description, after.description,
      Statements.period(field.words, before, after),
      text: MarkedText(before.description, after.description))
  }
}

extension PortalSettings.Product {
  /// With its editions and its state, as data and in words.
  fileprivate var told: RecordComparison.Told {
    let ids = editions.map { "\($0.id.value) \($0.name.variants[0].text.value)" }
      .joined(separator: ", ")
    let value =
      "\(id.value) \(name.variants[0].text.value) (\(ids)) \(status?.value.rawValue ?? "")"
    func words(_ language: Language) -> String {
      let parts =
        editions.map { $0.name.text(in: language.rawValue).text }
        + [status?.value.words.text(in: language)].compactMap(\.self)
      return name.text(in: language.rawValue).text
        + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }
    return (value, BilingualText(english: words(.english), german: words(.german)))
  }
}

extension PortalSettings.Product {
  fileprivate var entry: ListEntry {
    let called = FieldNames.both(name)
    func edition(_ language: Language) -> String {
      editions.map { $0.name.text(in: language.rawValue).text }.joined(separator: ", ")
    }
    let ids = editions.map { "\($0.id.value) \($0.name.variants[0].text.value)" }
    return ListEntry(
      keys: [id.value], told: told,
      title: FieldNames.text(
        "the product \(Statements.quoted(called.english, .english))",
        "das Produkt \(Statements.quoted(called.german, .german))"),
      facts: [
        .init("the name", "der Name", (name.variants[0].text.value, called)),
        .init(
          "the editions", "die Ausgaben",
          ids.isEmpty
            ? nil
            : (
              ids.joined(separator: ", "),
              FieldNames.text(edition(.english), edition(.german))
            )),
        .init("the state", "der Stand", status.map { ($0.value.rawValue, $0.value.words) }),
      ])
  }
}

extension PortalSettings.Product.Status {
  /// As sentences name it.
  fileprivate var words: BilingualText {
    switch self {
    case .current: BilingualText(english: "current", german: "aktuell")
    case .planned: BilingualText(english: "planned", german: "geplant")
    case .legacy: BilingualText(english: "legacy", german: "Bestand")
    case .retired: BilingualText(english: "retired", german: "eingestellt")
    }
  }
}

extension PortalSettings.Scope {
  /// With its country, as data and in words.
  fileprivate var told: RecordComparison.Told {
    func words(_ language: Language) -> String {
      let place = country.map { Countries.shipped.name(of: $0.value, in: language.rawValue) }
      return [name.text(in: language.rawValue).text, place].compactMap(\.self)
        .joined(separator: ", ")
    }
    return (
      "\(id.value) \(name.variants[0].text.value) \(country?.value ?? "")",
      BilingualText(english: words(.english), german: words(.german))
    )
  }
}

extension PortalSettings.Scope {
  fileprivate var entry: ListEntry {
    let called = FieldNames.both(name)
    return ListEntry(
      keys: [id.value], told: told,
      title: FieldNames.text(
        "the site or scope \(Statements.quoted(called.english, .english))",
        "der Standort oder Geltungsbereich \(Statements.quoted(called.german, .german))"),
      facts: [
        .init("the name", "der Name", (name.variants[0].text.value, called)),
        .init(
          "the country", "das Land",
          country.map { ($0.value, ValueNames.country($0.value)) },
          Judgement(.substantive, .country)),
      ])
  }
}

extension PortalSettings.Category {
  fileprivate var entry: ListEntry {
    let called = FieldNames.both(name)
    return ListEntry(
      keys: [id.value], told: told,
      title: FieldNames.text(
        "the category \(Statements.quoted(called.english, .english))",
        "die Kategorie \(Statements.quoted(called.german, .german))"),
      facts: [
        .init("the name", "der Name", (name.variants[0].text.value, called)),
        // Art. 9 GDPR
        .init(
          "special category", "besondere Kategorie",
          (
            isSensitive ? "true" : "false",
            FieldNames.text(isSensitive ? "yes" : "no", isSensitive ? "ja" : "nein")
          ), Judgement(.substantive, .setting)),
      ])
  }

  /// As data and in words.
  fileprivate var told: RecordComparison.Told {
    (
      name.variants[0].text.value + (isSensitive ? " (sensitive)" : ""),
      BilingualText(
        english: name.text(in: Language.english.rawValue).text
          + (isSensitive ? " (special category)" : ""),
        german: name.text(in: Language.german.rawValue).text
          + (isSensitive ? " (besondere Kategorie)" : ""))
    )
  }
}
