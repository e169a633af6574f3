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
  var absent: Set<String> = []
  // An agreement may be in a language in which the portal has no pages.
  for language in inOrder(settings.languages.map(\.value) + words.keys.sorted()) {
    let words = words.words(for: language) ?? Words(language: language)
    var values = VariableValues()
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
    byLanguage[language] = values.known
    absent.formUnion(values.absent)
  }
  let absences = absent.map { ($0, absence(of: $0, in: settings)) }
  return Variables(
    byLanguage, defaultLanguage: settings.defaultLanguage,
    absences: Dictionary(absences, uniquingKeysWith: { first, _ in first }))
}

/// The values of variables, and the variables that the settings leave out.
private struct VariableValues {
  private(set) var known: [String: String] = [:]
  private(set) var absent: Set<String> = []

  subscript(name: String) -> String? {
    get { known[name] }
    set {
      known[name] = newValue
      if newValue == nil { absent.insert(name) }
    }
  }
}

private func absence(of variable: String, in settings: PortalSettings) -> Variables.Absence {
  let name = variable.prefix { $0 != " " }
  let isMisread = settings.misreadKeys.contains {
    $0.isEmpty || name == $0 || name.hasPrefix("\($0).")
  }
  guard !isMisread else { return .misread }
  let keys = name.split(separator: ".").map { String($0.map { $0 == "_" ? "-" : $0 }) }
  let around = keys.dropLast().map { "'\($0)'" }.joined(separator: ", ")
  return .unset(help: "write '\(keys.last ?? "")' below \(around) in \(settings.path)")
}

/// A period, and how it is written behind a preposition such as "binnen".
private func add(
  _ period: Period?, as name: String, _ words: Words, to values: inout VariableValues
) {
  values[name] = period.map { words.text(for: $0) }
  values["\(name) | dative"] = period.map { words.text(for: $0, isDative: true) }
}

private func add(_ contact: ContactPoint?, as name: String, to values: inout VariableValues) {
  values["\(name).name"] = contact?.name?.value
  values["\(name).email"] = contact?.email?.value
  values["\(name).phone"] = contact?.phone?.value
  values["\(name).url"] = contact?.url?.value
}
