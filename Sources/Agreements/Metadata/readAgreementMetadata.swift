internal import Deadlines
package import Diagnostics
package import Frontmatter

/// Reads the frontmatter of an agreement.
///
/// `root`: the mapping, or `nil` for a file without frontmatter, which is a text to look at and
/// states nothing of itself.
/// `defaultID`: the id of an agreement that states none: its file's name.
///
/// - Returns: the metadata, and a diagnostic at its place for every key that is unknown, missing or
///   of the wrong type; none without frontmatter, which
///   ``readAgreement(_:path:variables:isLone:checksNumbers:)`` reports.
package func readAgreementMetadata(
  _ root: YAMLNode?, path: String, defaultID: String
) -> (metadata: AgreementMetadata, diagnostics: [Diagnostic]) {
  var metadata = AgreementMetadata()
  metadata.id = defaultID
  guard let root else { return (metadata, []) }
  var reader = RecordReader(root, path: path, what: "agreement")
  metadata.title = reader.requiredText("title")?.value ?? ""
  metadata.shortTitle = reader.text("short-title")?.value
  metadata.kind = reader.choice("kind", as: AgreementKind.self)?.value ?? .agreement
  let id = reader.value("id", expected: folderNameRule) { isFolderName($0) ? $0 : nil }
  if let id { metadata.id = id.value }
  metadata.version = reader.text("version")
  metadata.effective = reader.value("effective", expected: "a date such as 2026-03-01") { text in
    CalendarDate(text)?.description
  }
  metadata.language = readLanguage("language", &reader)
  metadata.bindingLanguage = readLanguage("binding-language", &reader)
  metadata.translationOf = reader.text("translation-of")
  metadata.exhibit = reader.text("exhibit")?.value
  metadata.partOf = readPartOf(&reader, &metadata.partOfID)
  metadata.parties = reader.records("parties", what: "party", readParty)
  metadata.jointTerms = reader.texts("joint-terms")
  metadata.governingLaw = reader.text("governing-law")
  metadata.defaultLaw = reader.text("default-law")
  metadata.audience = reader.choice("audience", as: Audience.self)?.value ?? .public
  metadata.numbering = reader.choice("numbering", as: NumberingScheme.self)?.value ?? .literal
  metadata.basedOn = reader.text("based-on")
  metadata.authorisation = reader.choice("authorisation", as: Authorisation.self)?.value
  metadata.selfNames = reader.texts("self-names")
  metadata.relatedDocuments = reader.records(
    "related-documents", what: "related document", readRelatedDocument)
  metadata.aliases = readAllAliases(&reader)
  metadata.signatures = reader.records("signatures", what: "signature", readSignature)
  _ = reader.record("adopt", what: "adoption") { adopt in
    metadata.adoptedSubProcessors = readAdoptedTables(&adopt)
    metadata.adoptedMeasures = readAdoptedPlaces(&adopt)
  }
  reader.finish(foreign: foreignKeys)
  return (metadata, reader.diagnostics)
}

/// The other words for terms; to Hugo, `aliases` are addresses that lead to the page.
private func readAllAliases(_ reader: inout RecordReader) -> [TermAliases] {
  if case .sequence(let items)? = reader.node("aliases")?.value, !items.isEmpty,
    items.allSatisfy({ $0.text?.hasPrefix("/") ?? false })
  {
    reader.report(.foreignKeys(["aliases"], at: reader.range(of: "aliases")))
    return []
  }
  return reader.records("aliases", what: "alias", readAliases)
}

private func readLanguage(_ key: String, _ reader: inout RecordReader) -> Located<String>? {
  reader.value(key, expected: "a language tag such as en or de-AT") {
    isLanguageTag($0) ? $0 : nil
  }
}

/// `part-of` is the id of another agreement, or a document outside the portal with its title.
private func readPartOf(
  _ reader: inout RecordReader, _ id: inout Located<String>?
) -> RelatedDocument? {
  guard let node = reader.node("part-of") else { return nil }
  if case .scalar = node.value {
    id = reader.text("part-of")
    return id.map { RelatedDocument(id: $0.value, title: "", url: nil) }
  }
  return reader.record("part-of", what: "document", readRelatedDocument) ?? nil
}

private func readRelatedDocument(_ reader: inout RecordReader) -> RelatedDocument? {
  // Every key is asked for before anything is missed, or the rest would count as unknown.
  let title = reader.requiredText("title")
  let id = reader.text("id")?.value
  let url = reader.webAddress("url")?.value
  let names = reader.texts("names")
  guard let title else { return nil }
  return RelatedDocument(id: id ?? slug(title.value), title: title.value, url: url, names: names)
}

private func readParty(_ reader: inout RecordReader) -> Party? {
  let isStated = reader.requiredText("role") != nil
  let role = isStated ? reader.choice("role", as: PartyRole.self) : nil
  var party = Party(role: role?.value ?? .controller)
  party.name = reader.text("name")?.value
  party.isProcessor = reader.choice("is", as: PartyReference.self) != nil
  party.isBlank = reader.boolean("blank")?.value ?? false
  party.isGeneric = reader.boolean("generic")?.value ?? false
  party.definedAs = reader.text("defined-as")
  party.brand = reader.text("brand")?.value
  party.address = readAddress(&reader)
  party.members = reader.records("members", what: "member") { member in
    let name = member.requiredText("name")
    let branch = member.text("branch")?.value
    let address = readAddress(&member)
    return name.map { PartyMember(name: $0.value, branch: branch, address: address) }
  }
  checkDescription(of: party, &reader)
  return role == nil ? nil : party
}

/// A party is somebody with a name, the portal's processor, to be filled in, or anybody: one of
/// them.
private func checkDescription(of party: Party, _ reader: inout RecordReader) {
  let stated = [
    ("name", party.name != nil), ("is", party.isProcessor), ("blank", party.isBlank),
    ("generic", party.isGeneric),
  ].filter { $0.1 }.map { $0.0 }
  if stated.isEmpty, party.members.isEmpty { reader.report(.undescribedParty(at: reader.place)) }
  if stated.count > 1 { reader.report(.doublyDescribedParty(stated, at: reader.place)) }
}

/// What a party can be by reference.
private enum PartyReference: String, CaseIterable, Sendable {
  case processor
}

private func readAddress(_ reader: inout RecordReader) -> PostalAddress? {
  reader.record("address", what: "address") { record in
    var address = PostalAddress()
    address.street = record.text("street")
    address.postalCode = record.text("postal-code")
    address.city = record.text("city")
    address.country = record.text("country")
    return address
  }
}

private func readAliases(_ reader: inout RecordReader) -> TermAliases? {
  let term = reader.requiredText("term")
  let aliases = reader.texts("aliases")
  return term.map { TermAliases(term: $0, aliases: aliases) }
}

private func readSignature(_ reader: inout RecordReader) -> Signature? {
  let party = reader.requiredText("party")
  let place = reader.text("place")?.value
  let date = reader.value("date", expected: "a date such as 2026-03-01") {
    CalendarDate($0)?.description
  }?.value
  return party.map { Signature(party: $0.value, place: place, date: date) }
}

/// `sub-processors` is a place, `true` for the whole text, a mapping, or a list of places and
/// mappings.
private func readAdoptedTables(_ adopt: inout RecordReader) -> [AdoptedTable] {
  guard let node = adopt.node("sub-processors") else { return [] }
  let items: [YAMLNode]
  if case .sequence(let list) = node.value { items = list } else { items = [node] }
  var tables: [AdoptedTable] = []
  for item in items {
    switch item.value {
    case .scalar(let scalar):
      if case .boolean(let isOn) = scalar.resolved {
        if isOn { tables.append(AdoptedTable(at: nil, place: item.range)) }
      } else {
        tables.append(AdoptedTable(at: Located(scalar.text, at: item.range), place: item.range))
      }
    case .mapping:
      let table = adopt.readRecord(item, prefix: "sub-processors[]", what: "adopted table") {
        readAdoptedTable(&$0)
      }
      if let table { tables.append(table) }
    case .sequence:
      adopt.report(
        .wrongType("each item of 'sub-processors' must be a place or a mapping", item, help: nil))
    }
  }
  return tables
}

private func readAdoptedTable(_ reader: inout RecordReader) -> AdoptedTable? {
  var table = AdoptedTable(at: readPlace(&reader), place: reader.place)
  for entry in reader.entries("columns") {
    guard case .scalar(let head) = entry.value.value else { continue }
    table.columns.append(
      (Located(entry.key, at: entry.keyRange), Located(head.text, at: entry.value.range)))
  }
  table.products = reader.texts("products")
  table.country = reader.text("country")
  return table
}

/// `measures` is a place, `true` for the whole text, a mapping, or a list of places and mappings.
private func readAdoptedPlaces(_ adopt: inout RecordReader) -> [AdoptedMeasures] {
  guard let node = adopt.node("measures") else { return [] }
  let items: [YAMLNode]
  if case .sequence(let list) = node.value { items = list } else { items = [node] }
  var places: [AdoptedMeasures] = []
  for item in items {
    switch item.value {
    case .scalar(let scalar):
      if case .boolean(let isOn) = scalar.resolved {
        if isOn { places.append(AdoptedMeasures()) }
      } else {
        places.append(AdoptedMeasures(at: Located(scalar.text, at: item.range)))
      }
    case .mapping:
      let place = adopt.readRecord(item, prefix: "measures[]", what: "adopted place") {
        readAdoptedMeasures(&$0)
      }
      if let place { places.append(place) }
    case .sequence:
      adopt.report(
        .wrongType("each item of 'measures' must be a place or a mapping", item, help: nil))
    }
  }
  return places
}

/// The place that `at` names; `nil`, also for `true`, is the whole text.
private func readPlace(_ reader: inout RecordReader) -> Located<String>? {
  if case .scalar(let scalar)? = reader.node("at")?.value, case .boolean(true) = scalar.resolved {
    return nil
  }
  return reader.text("at")
}

private func readAdoptedMeasures(_ reader: inout RecordReader) -> AdoptedMeasures? {
  var place = AdoptedMeasures(
    at: readPlace(&reader), scheme: reader.text("scheme"), scope: reader.text("scope"))
  for entry in reader.entries("controls") {
    place.controls.append(
      (Located(entry.key, at: entry.keyRange), reader.texts(of: entry.value, entry.key)))
  }
  for entry in reader.entries("scopes") {
    guard let scope = entry.value.text else {
      reader.report(.wrongType("'\(entry.key)' must be the id of a scope", entry.value, help: nil))
      continue
    }
    place.scopes.append(
      (Located(entry.key, at: entry.keyRange), Located(scope, at: entry.value.range)))
  }
  return place
}

extension Diagnostic {
  fileprivate static func undescribedParty(at range: SourceRange) -> Self {
    Diagnostic(
      .missingKey, .warning, "party is nobody; it needs a name, or one of 'is', 'blank', 'generic'",
      at: range, help: "write 'name', 'is: processor', 'blank: true' or 'generic: true'")
  }

  fileprivate static func doublyDescribedParty(_ keys: [String], at range: SourceRange) -> Self {
    let list = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .malformedValue, .warning, "party has \(list), which exclude each other", at: range,
      help: "keep one of them")
  }
}
