internal import Deadlines
internal import Frontmatter
internal import Registers

/// Compares the directories of sub-processors of two versions.
///
/// Records are known by their ids; where a file was renamed, by the company's name.
func compareSubProcessors(
  _ old: [SubProcessor], _ new: [SubProcessor], _ names: RegisterNames
) -> [Change] {
  var changes: [Change] = []
  let pairs = pairRecords(
    old, new, id: { $0.id.value },
    names: { [$0.name.value] + $0.aliases.map(\.value) })
  for pair in pairs {
    // What rows of an agreement say is compared with its text, and told once.
    if [pair.old, pair.new].allSatisfy({ $0?.adoption != nil || $0 == nil }) { continue }
    switch pair {
    case (let before?, let after?):
      var comparison = SubProcessorComparison(before, after, names)
      changes += comparison.compare()
    case (let gone?, nil): changes.append(whole(gone, isOld: true))
    case (nil, let added?): changes.append(whole(added, isOld: false))
    case (nil, nil): continue
    }
  }
  return changes
}

/// Pairs the records of two versions: by id, then by a name in common, each once.
///
/// - Returns: in the order of ids, so that the order of files means nothing.
func pairRecords<Record>(
  _ old: [Record], _ new: [Record], id: (Record) -> String, names: (Record) -> [String]
) -> [(old: Record?, new: Record?)] {
  let old = old.sorted { id($0) < id($1) }
  let new = new.sorted { id($0) < id($1) }
  let newIDs = Set(new.map(id))
  let oldIDs = Set(old.map(id))
  var byName: [String: Int] = [:]
  for (index, record) in new.enumerated() where !oldIDs.contains(id(record)) {
    for name in names(record) where byName[name.lowercased()] == nil {
      byName[name.lowercased()] = index
    }
  }
  var renamed: [Int: Record] = [:]
  var gone: [Record] = []
  for record in old where !newIDs.contains(id(record)) {
    let match = names(record).lazy.compactMap { byName[$0.lowercased()] }.first
    if let match, renamed[match] == nil { renamed[match] = record } else { gone.append(record) }
  }
  let byID = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  return new.enumerated().map { (byID[id($1)] ?? renamed[$0], $1) } + gone.map { ($0, nil) }
}

private func whole(_ record: SubProcessor, isOld: Bool) -> Change {
  let place = ChangePlace(record: record.displayName, at: record.name.range)
  var change = Change(
    .of(.subProcessor, isOld ? .removed : .added), entity: record.id.value,
    before: isOld ? place : nil, after: isOld ? nil : place,
    judgement: Judgement(.substantive, isOld ? .removal : .addition),
    statement: { Statements.subProcessor(record, isOld: isOld) })
  change.order = ChangeOrder(group: 1, owner: record.id.value)
  let words = record.name.value.split(separator: " ").map(String.init)
  if isOld { change.removed = .list(words) } else { change.added = .list(words) }
  return change
}

private struct SubProcessorComparison {
  typealias Field = RecordComparison.Field

  let old: SubProcessor
  let new: SubProcessor
  let names: RegisterNames
  var record: RecordComparison

  init(_ old: SubProcessor, _ new: SubProcessor, _ names: RegisterNames) {
    self.old = old
    self.new = new
    self.names = names
    record = RecordComparison(
      .of(.subProcessor, .modified), entity: new.id.value,
      title: BilingualText(english: new.displayName, german: new.displayName),
      before: ChangePlace(record: old.displayName, at: old.name.range),
      after: ChangePlace(record: new.displayName, at: new.name.range), group: 1)
  }

  private let fact = Judgement(.substantive, .record)
  private let remark = Judgement(.editorial, .record)

  mutating func compare() -> [Change] {
    let isSpelling = Spelling.areOne(old.name.value.lowercased(), new.name.value.lowercased())
    record.field(
      Field(
        "name", "the name", "der Name",
        isSpelling ? Judgement(.editorial, .spelling) : Judgement(.substantive, .party)),
      old.name.value, new.name.value)
    record.field(
      Field("short-name", "the short name", "der Kurzname", remark), old.shortName?.value,
      new.shortName?.value)
    compareAddress()
    record.field(
      Field("contact", "the contact", "der Kontakt", Judgement(.substantive, .contact)),
      old.contact?.line, new.contact?.line, kind: .contactModified)
    record.field(
      Field("parent", "the parent company", "die Muttergesellschaft", fact),
      old.parent?.name?.value,
      new.parent?.name?.value)
    record.field(
      Field(
        "parent-country", "the country of the parent company", "das Land der Muttergesellschaft",
        Judgement(.substantive, .country)),
      old.parent?.country?.value, new.parent?.country?.value)
    record.field(
      Field("website", "the website", "die Website", remark), old.website?.value,
      new.website?.value)
    record.field(
      Field("tier", "the tier", "die Stufe", fact), old.tier.map { "\($0.value)" },
      new.tier.map { "\($0.value)" })
    record.field(
      Field("engaged-by", "the company that engages it", "der Auftraggeber in der Kette", fact),
      old.engagedBy?.value, new.engagedBy?.value)
    compareStanding()
    compareEngagements()
    return record.changes
  }

  private mutating func compareAddress() {
    record.field(
      Field("seat", "the seat", "der Sitz", Judgement(.substantive, .country)),
      old.address?.country?.value, new.address?.country?.value,
      kind: .of(.subProcessor, .moved))
    record.field(
      Field("address", "the address", "die Anschrift", remark), old.address?.line,
      new.address?.line)
  }

  private mutating func compareStanding() {
    record.list(
      Field("certificates", "the certificates", "die Zertifikate", fact),
      old.certificates.map(\.words), new.certificates.map(\.words))
    if new.contract?.audience == .public || old.contract?.audience == .public {
      record.field(
        Field("contract", "the contract", "der Vertrag", fact),
        old.contract?.status?.value.rawValue,
        new.contract?.status?.value.rawValue)
    }
    record.field(
      Field("natural-person", "natural person", "natürliche Person", fact),
      old.isNaturalPerson ? "true" : "false", new.isNaturalPerson ? "true" : "false")
    record.field(
      Field("group-company", "company of the group", "Konzernunternehmen", fact),
      old.isGroupCompany ? "true" : "false", new.isGroupCompany ? "true" : "false")
    record.field(
      Field("excluded", "listed as no sub-processor", "kein Unterauftragsverarbeiter", fact),
      old.isExcluded ? "true" : "false", new.isExcluded ? "true" : "false")
    record.prose(
      Field("reason", "the reason", "der Grund", remark), old.exclusionReason, new.exclusionReason)
    record.field(
      Field("reviewed", "the day of review", "der Tag der Prüfung", Judgement(.editorial, .date)),
      old.reviewed?.value.description, new.reviewed?.value.description)
  }

  /// Tasks by what they are called, then by their order.
  private mutating func compareEngagements() {
    var befores = old.engagements
    var afters: [Engagement] = []
    for engagement in new.engagements {
      let match = befores.firstIndex { $0.serviceName == engagement.serviceName }
      guard let match else {
        afters.append(engagement)
        continue
      }
      EngagementComparison(befores.remove(at: match), engagement, names).compare(in: &record)
    }
    for (before, after) in zip(befores, afters) {
      EngagementComparison(before, after, names).compare(in: &record)
    }
    let service = Field("service", "the task", "die Aufgabe", fact)
    for engagement in befores.dropFirst(afters.count) {
      record.value(service, (engagement.serviceName, engagement.serviceWords), nil)
    }
    for engagement in afters.dropFirst(befores.count) {
      record.value(service, nil, (engagement.serviceName, engagement.serviceWords))
    }
  }
}

extension Engagement {
  /// Empty where a table of an agreement names none.
  var serviceName: String { service?.variants.first?.text.value ?? "" }

  /// What sentences call the task.
  var serviceWords: BilingualText {
    BilingualText(
      english: service?.text(in: Language.english.rawValue).text ?? "",
      german: service?.text(in: Language.german.rawValue).text ?? "")
  }
}
