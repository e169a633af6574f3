import Deadlines
package import Diagnostics
import Frontmatter

/// Reads `content/portal.yml`.
///
/// - Returns: the settings, `nil` where the file is no YAML mapping; and all faults found.
package func readPortalSettings(
  from file: [UInt8], path: String
) -> (settings: PortalSettings?, diagnostics: [Diagnostic]) {
  let (root, diagnostics) = parseYAML(file[...], path: path)
  guard let root else {
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    let empty = YAMLNode(.mapping([]), at: SourceRange(path: path, line: 1, column: 1))
    return readPortalSettings(empty, path: path)
  }
  let (settings, faults) = readPortalSettings(root, path: path)
  return (settings, diagnostics + faults)
}

private func readPortalSettings(
  _ root: YAMLNode, path: String
) -> (settings: PortalSettings?, diagnostics: [Diagnostic]) {
  var reader = RecordReader(
    root, path: path, what: "portal", languages: statedLanguages(of: root))
  guard case .mapping = root.value else { return (nil, reader.diagnostics) }
  var settings = PortalSettings(reading: &reader)
  reader.finish()
  let faults = reader.diagnostics.filter { $0.severity == .error && $0.code != .missingKey }
  settings.misreadKeys = Set(faults.compactMap { $0.range.map { keyPath(to: $0, in: root) } })
  return (settings, reader.diagnostics)
}

/// The values of `languages`, as far as they are texts; they are checked where they are read.
private func statedLanguages(of root: YAMLNode) -> [String] {
  guard case .mapping(let entries) = root.value,
    let languages = entries.first(where: { $0.key == "languages" })?.value
  else { return [] }
  guard case .sequence(let items) = languages.value else {
    return [languages.text].compactMap { $0 }.filter(isLanguageTag)
  }
  return items.compactMap(\.text).filter(isLanguageTag)
}

/// The keys, with underscores for hyphens, that lead to the value with a fault; of a key that is
/// unknown those of the mapping around it, as it may stand for any of that.
private func keyPath(to fault: SourceRange, in root: YAMLNode) -> String {
  var keys: [String] = []
  var node = root
  while case .mapping(let entries) = node.value,
    let entry = entries.last(where: { $0.keyRange.start <= fault.start }),
    entry.keyRange.start < fault.start
  {
    keys.append(String(entry.key.map { $0 == "-" ? "_" : $0 }))
    node = entry.value
  }
  return keys.joined(separator: ".")
}

extension PortalSettings {
  init(reading record: inout RecordReader) {
    path = record.path
    let unnamed = Located("", at: record.place)
    title = record.requiredProse("title") ?? LocalizedText(unnamed)
    baseURL = record.webAddress("base-url").map { url in
      var address = url
      while address.value.hasSuffix("/") { address.value.removeLast() }
      return address
    }
    languages = Self.languages(in: &record)
    let processor = record.record("processor", what: "processor") { Processor(reading: &$0) }
    if !record.has("processor") { record.reportMissing("processor") }
    self.processor = processor ?? Processor(name: unnamed, members: [])
    products = record.records("products", what: "product") { Product(reading: &$0) }
    let sites = record.records("sites", what: "site") { Scope(reading: &$0, isSite: true) }
    scopes = sites + record.records("scopes", what: "scope") { Scope(reading: &$0, isSite: false) }
    dataCategories = record.records("data-categories", what: "category") { Category(reading: &$0) }
    subjectCategories = record.records("data-subjects", what: "category") {
      Category(reading: &$0)
    }
    notice =
      record.record("notice", what: "notice") { Notice(reading: &$0) }
      ?? Notice()
    reviews =
      record.record("reviews", what: "reviews") { reviews in
        let measures = reviews.period("measures")
        return Reviews(measures: measures, evidence: reviews.period("evidence"))
      } ?? Reviews()
    schemes = record.texts("schemes")
    measuresDocument =
      record.record("measures-document", what: "document of measures") { document in
        let title = document.prose("title")
        let version = document.text("version")
        return MeasuresDocument(
          title: title, version: version, effective: document.date("effective"))
      } ?? MeasuresDocument()
    theme = record.record("theme", what: "theme") { Theme(reading: &$0) } ?? Theme()
    releases =
      record.record("releases", what: "releases") { ReleaseSource(reading: &$0) } ?? .folders
    checks = record.record("checks", what: "checks") { Checks(reading: &$0) } ?? Checks()
    security = record.record("security", what: "security contact") { Security(reading: &$0) }
  }

  private static func languages(in record: inout RecordReader) -> [Located<String>] {
    var languages: [Located<String>] = []
    if let list = record.node("languages"), case .sequence(let items) = list.value, items.isEmpty {
      record.report(
        .malformedValue(
          Located("[]", at: list.range), for: "languages",
          expected: "language tags such as en or de"))
    }
    for language in record.texts("languages") {
      if !isLanguageTag(language.value) {
        record.report(
          .malformedValue(language, for: "languages", expected: "language tags such as en or de"))
      } else if !languages.contains(where: { $0.value == language.value }) {
        languages.append(language)
      } else {
        record.report(.languageTwice(language))
      }
    }
    return languages.isEmpty ? [Located("en", at: record.place)] : languages
  }
}

extension PortalSettings.Processor {
  fileprivate init(reading record: inout RecordReader) {
    name = record.requiredText("name") ?? Located("", at: record.place)
    shortName = record.text("short-name")
    address = record.record("address", what: "address") { PostalAddress(reading: &$0) }
    contact = record.record("contact", what: "contact") { ContactPoint(reading: &$0) }
    dataProtectionOfficer = record.record(
      "data-protection-officer", what: "data protection officer"
    ) { ContactPoint(reading: &$0) }
    members = record.records("members", what: "member") { member in
      let name = member.requiredText("name")
      let address = member.record("address", what: "address") { PostalAddress(reading: &$0) }
      return name.map { PortalSettings.Member(name: $0, address: address) }
    }
  }
}

extension PortalSettings.Product {
  fileprivate init?(reading record: inout RecordReader) {
    let id = record.requiredIdentifier("id")
    if let id { record.checkFolder(id, key: "id") }
    let name = record.prose("name")
    status = record.choice("status", as: Status.self)
    editions = record.recordsOrTexts("editions", what: "edition") { text in
      PortalSettings.Edition(id: text, name: LocalizedText(text))
    } record: { edition in
      let id = edition.requiredIdentifier("id")
      let name = edition.prose("name")
      return id.map { PortalSettings.Edition(id: $0, name: name ?? LocalizedText($0)) }
    }
    guard let id else { return nil }
    self.id = id
    self.name = name ?? LocalizedText(id)
  }
}

extension PortalSettings.Checks {
  fileprivate init(reading record: inout RecordReader) {
    coverage = record.choice("coverage", as: Level.self)
    shallowClone = record.choice("shallow-clone", as: Level.self)
  }
}

extension PortalSettings.Scope {
  fileprivate init?(reading record: inout RecordReader, isSite: Bool) {
    let id = record.requiredIdentifier("id")
    let name = record.prose("name")
    country = record.country("country")
    self.isSite = isSite
    guard let id else { return nil }
    self.id = id
    self.name = name ?? LocalizedText(id)
  }
}

extension PortalSettings.Category {
  fileprivate init?(reading record: inout RecordReader) {
    let id = record.requiredIdentifier("id")
    let name = record.prose("name")
    isSensitive = record.boolean("sensitive")?.value ?? false
    guard let id else { return nil }
    self.id = id
    self.name = name ?? LocalizedText(id)
  }
}

extension PortalSettings.Notice {
  fileprivate init(reading record: inout RecordReader) {
    beforeUse = record.period("before-use")
    objection = record.period("objection")
    week =
      record.value("week", expected: "the working days, such as mon-fri") { WorkingWeek($0) }?.value
    holidays = record.value("holidays", expected: "a country or region such as DE or DE-HH") {
      isHolidayCalendar($0) ? $0 : nil
    }
    channel = record.record("channel", what: "channel") { ContactPoint(reading: &$0) }
  }
}

extension PortalSettings.ReleaseSource {
  fileprivate init(reading record: inout RecordReader) {
    let source = record.value("from", expected: "folders or git") {
      ["folders", "git"].contains($0) ? $0 : nil
    }
    let tags: Located<String>? = record.value("tags", expected: "a pattern such as v*") {
      $0.isEmpty ? nil : $0
    }
    switch source?.value {
    case "git": self = .tags(tags ?? Located("*", at: record.place))
    case nil where tags != nil:
      if !record.has("from") { record.reportMissing("from") }
      self = .folders
    default: self = .folders
    }
  }
}

extension PortalSettings.Security {
  fileprivate init?(reading record: inout RecordReader) {
    contacts = record.texts("contact").filter { contact in
      let isSound = ["https://", "mailto:", "tel:"].contains { contact.value.hasPrefix($0) }
      if !isSound || contact.value.utf8.contains(where: { $0 <= 0x20 }) {
        record.report(
          .malformedValue(
            contact, for: "contact", expected: "an address such as mailto:security@example.com"))
        return false
      }
      return true
    }
    if record.lacks("contact") { record.reportMissing("contact") }
    let expires = record.date("expires")
    if !record.has("expires") { record.reportMissing("expires") }
    policy = record.webAddress("policy")
    guard let expires, !contacts.isEmpty else { return nil }
    self.expires = expires
  }
}

extension PortalSettings.Theme {
  fileprivate init(reading record: inout RecordReader) {
    if record.isEmpty("accent") { record.report(.emptyAccent(at: record.range(of: "accent"))) }
    accent = record.value("accent", expected: "a colour such as #1f5fa8") {
      isColor($0) ? $0 : nil
    }
    logo = record.value("logo", expected: "the path of a file below 'templates'") {
      isInnerPath($0) ? $0 : nil
    }
    footer = record.prose("footer")
  }
}

extension Diagnostic {
  fileprivate static func languageTwice(_ language: Located<String>) -> Self {
    Diagnostic(
      .malformedValue, .warning, "language '\(language.value)' stands twice in 'languages'",
      at: language.range, help: "remove one of the two")
  }

  fileprivate static func emptyAccent(at range: SourceRange) -> Self {
    Diagnostic(
      .malformedValue, .warning, "'accent' has no value; '#' begins a comment", at: range,
      help: "put the colour in quotes, such as accent: '#1f5fa8', or remove the key")
  }
}

/// Two capital letters, and perhaps `-` and one to three letters or digits, as in ISO 3166-2.
private func isHolidayCalendar(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  let isUpper: (UInt8) -> Bool = { $0.isASCIIUppercase }
  guard let country = parts.first, country.count == 2, country.allSatisfy(isUpper) else {
    return false
  }
  guard parts.count == 2 else { return parts.count == 1 }
  return (1...3).contains(parts[1].count)
    && parts[1].allSatisfy { isUpper($0) || $0.isASCIIDigit }
}

private func isColor(_ text: String) -> Bool {
  let digits = text.dropFirst()
  return text.hasPrefix("#") && (digits.utf8.count == 3 || digits.utf8.count == 6)
    && digits.utf8.allSatisfy { byte in
      byte.isASCIIDigit || (0x61...0x66).contains(byte | 0x20)
    }
}

/// Whether `text` is a relative path that stays where it starts.
func isInnerPath(_ text: String) -> Bool {
  !text.isEmpty && !text.utf8.contains(UInt8(ascii: "\\")) && !text.utf8.contains(0)
    && text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      }
}
