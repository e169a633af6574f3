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
      Field("products", "the products", "die Produkte", setting), old.products.map(\.words),
      new.products.map(\.words))
    record.list(
      Field("scopes", "the sites and scopes", "die Standorte und Geltungsbereiche", setting),
      old.scopes.map(\.words), new.scopes.map(\.words))
    record.list(
      Field("data-categories", "the categories of data", "die Datenkategorien", remark),
      old.dataCategories.map(\.words), new.dataCategories.map(\.words))
    record.list(
      Field("subject-categories", "the categories of people", "die Personenkategorien", remark),
      old.subjectCategories.map(\.words), new.subjectCategories.map(\.words))
    record.field(
      Field("base-url", "the address of the portal", "die Adresse des Portals", remark),
      old.baseURL?.value, new.baseURL?.value)
    return record.changes
  }

  private mutating func compareProcessor() {
    let party = Judgement(.substantive, .party)
    let contact = Judgement(.substantive, .contact)
    let (before, after) = (old.processor, new.processor)
    record.field(
      Field("processor", "the processor", "der Auftragsverarbeiter", party), before.name.value,
      after.name.value, kind: .partyChanged)
    record.field(
      Field(
        "processor-address", "the processor's address", "die Anschrift des Auftragsverarbeiters",
        party),
      before.address.map { "\($0.line), \($0.country?.value ?? "")" },
      after.address.map { "\($0.line), \($0.country?.value ?? "")" }, kind: .partyChanged)
    record.list(
      Field("members", "the companies that share the role", "die beteiligten Unternehmen", party),
      before.members.map(\.name.value), after.members.map(\.name.value))
    record.field(
      Field("contact", "the processor's contact", "der Kontakt des Auftragsverarbeiters", contact),
      before.contact?.line, after.contact?.line, kind: .contactModified)
    record.field(
      Field(
        "data-protection-officer", "the data protection officer", "der Datenschutzbeauftragte",
        contact),
      before.dataProtectionOfficer?.line, after.dataProtectionOfficer?.line,
      kind: .contactModified)
  }

  private mutating func compareNotice() {
    let period = Judgement(.substantive, .period)
    record.period(
      Field("notice.before-use", "the notice period before use", "die Ankündigungsfrist", period),
      old.notice.beforeUse?.value, new.notice.beforeUse?.value)
    record.period(
      Field("notice.objection", "the period for objections", "die Einspruchsfrist", period),
      old.notice.objection?.value, new.notice.objection?.value)
    record.field(
      Field("notice.week", "the working week", "die Arbeitswoche", period),
      old.notice.week.map { "\($0)" }.joined(separator: " "),
      new.notice.week.map { "\($0)" }.joined(separator: " "))
    record.field(
      Field("notice.holidays", "the holiday calendar", "der Feiertagskalender", period),
      old.notice.holidays?.value, new.notice.holidays?.value)
    record.field(
      Field(
        "notice.channel", "the address for objections", "die Adresse für Einsprüche",
        Judgement(.substantive, .contact)),
      old.notice.channel?.line, new.notice.channel?.line, kind: .contactModified)
  }
}

extension RecordComparison {
  /// Reports a period if it differs, as shortened or extended.
  fileprivate mutating func period(_ field: Field, _ before: Period?, _ after: Period?) {
    guard before != after else { return }
    guard let before, let after else {
      self.field(field, before?.description, after?.description)
      return
    }
    append(
      kind, field, before.description, after.description,
      Statements.period(field.words, before, after),
      text: MarkedText(before.description, after.description))
  }
}

extension PortalSettings.Product {
  fileprivate var words: String {
    let name = name.variants[0].text.value
    let editions = editions.map(\.id.value).joined(separator: ", ")
    return name + (editions.isEmpty ? "" : " (\(editions))")
      + (status.map { " \($0.value.rawValue)" } ?? "")
  }
}

extension PortalSettings.Scope {
  fileprivate var words: String {
    name.variants[0].text.value + (country.map { ", \($0.value)" } ?? "")
  }
}

extension PortalSettings.Category {
  fileprivate var words: String { name.variants[0].text.value }
}
