internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Registers

/// What the texts of agreements can name: the settings of the portal as words.
///
/// Keys are those of `content/portal.yml`, with underscores for hyphens. A fact that the settings
/// leave out has no variable: a text that needs it must not be published without.
func portalVariables(from settings: PortalSettings, words: [String: Words]) -> Variables {
  var byLanguage: [String: [String: String]] = [:]
  for language in settings.languages.map(\.value) {
    let words = words[language] ?? Words(language: language)
    var values: [String: String] = [:]
    let processor = settings.processor
    values["title"] = settings.title.text(in: language).text
    values["processor.name"] = processor.name.value
    values["processor.short_name"] = processor.shortName?.value
    values["processor.address.street"] = processor.address?.street?.value
    values["processor.address.postal_code"] = processor.address?.postalCode?.value
    values["processor.address.city"] = processor.address?.city?.value
    values["processor.address.country"] = processor.address?.country.map {
      Countries.shipped.name(of: $0.value, in: language)
    }
    add(processor.contact, as: "processor.contact", to: &values)
    add(processor.dataProtectionOfficer, as: "processor.data_protection_officer", to: &values)
    add(settings.notice.beforeUse?.value, as: "notice.before_use", words, to: &values)
    add(settings.notice.objection?.value, as: "notice.objection", words, to: &values)
    add(settings.notice.channel, as: "notice.channel", to: &values)
    byLanguage[language] = values
  }
  return Variables(byLanguage, defaultLanguage: settings.defaultLanguage)
}

/// A period, and how it is written behind a preposition such as "binnen".
private func add(
  _ period: Period?, as name: String, _ words: Words, to values: inout [String: String]
) {
  values[name] = period.map { words.text(for: $0) }
  values["\(name) | dative"] = period.map { words.text(for: $0, isDative: true) }
}

private func add(_ contact: ContactPoint?, as name: String, to values: inout [String: String]) {
  values["\(name).name"] = contact?.name?.value
  values["\(name).email"] = contact?.email?.value
  values["\(name).phone"] = contact?.phone?.value
  values["\(name).url"] = contact?.url?.value
}
