internal import Deadlines
internal import Frontmatter
internal import Registers

/// Compares the directories of sub-processors of two versions.
///
/// Records are known by their ids; where a file was renamed, by the company's name.
func compareSubProcessors(
  _ old: RegisterSet, _ new: RegisterSet, _ names: RegisterNames
) -> [Change] {
  var changes: [Change] = []
  for pair in pairSubProcessors(old, new) {
    // What rows of an agreement say is compared with its text, and told once.
    if [pair.old, pair.new].allSatisfy({ $0?.adoption != nil || $0 == nil }) { continue }
    switch pair {
    // A note that a company is none is no membership of the register.
    case (let before?, let after?) where before.isExcluded && !after.isExcluded:
      changes.append(whole(after, .added, names))
    case (let before?, let after?) where !before.isExcluded && after.isExcluded:
      changes.append(whole(before, .removed, names))
    case (let before?, let after?):
      var comparison = SubProcessorComparison(before, after, names)
      changes += weigh(
        comparison.compare(), isAdopted: (before.adoption != nil, after.adoption != nil))
    case (let gone?, nil):
      let isHidden = new.hidden.subProcessors.contains(gone.id.value)
      changes.append(whole(gone, isHidden ? .hidden : .removed, names))
    case (nil, let added?):
      let wasHidden = old.hidden.subProcessors.contains(added.id.value)
      changes.append(whole(added, wasHidden ? .published : .added, names))
    case (nil, nil): continue
    }
  }
  return changes
}

func pairSubProcessors(
  _ old: RegisterSet, _ new: RegisterSet
) -> [(old: SubProcessor?, new: SubProcessor?)] {
  pairRecords(
    old.subProcessors, new.subProcessors, id: { $0.id.value },
    names: { [$0.name.value] + $0.aliases.map(\.value) })
}

/// Weighs what differs between a record and what a text says of the same: rows leave open what
/// records state, and nothing changes when somebody writes it down.
func weigh(_ changes: [Change], isAdopted: (old: Bool, new: Bool)) -> [Change] {
  guard isAdopted.old != isAdopted.new else { return changes }
  return changes.map { change in
    let said = isAdopted.old ? change.valueBefore : change.valueAfter
    guard change.field != nil, said?.isEmpty ?? true else { return change }
    var change = change
    change.judgement = Judgement(.editorial, .record)
    return change
  }
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

private func whole(
  _ record: SubProcessor, _ presence: RecordPresence, _ names: RegisterNames
) -> Change {
  let isOld = presence.isOfOld
  let place = ChangePlace(record: record.displayName, at: record.name.range)
  // What is or was no sub-processor in use concerns nobody's data.
  let materiality = record.isExcluded || record.isWithdrawn ? Materiality.editorial : .substantive
  var change = Change(
    .of(.subProcessor, isOld ? .removed : .added), entity: record.id.value,
    before: isOld ? place : nil, after: isOld ? nil : place,
    judgement: Judgement(materiality, isOld ? .removal : .addition),
    statement: { Statements.subProcessor(record, presence, names) })
  change.order = ChangeOrder(group: 1, owner: record.id.value)
  let words = record.name.value.split(separator: " ").map(String.init)
  if isOld { change.removed = .list(words) } else { change.added = .list(words) }
  return change
}

/// How a record came to be in only one of two versions.
enum RecordPresence: Sendable {
  case added, removed
  /// It is still kept, and no longer public.
  case hidden
  /// It was kept before, and is public now.
  case published

  var isOfOld: Bool { self == .removed || self == .hidden }
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
      Field("parent", "the parent company", "die Muttergesellschaft", fact, .isNow),
      old.parent?.name?.value,
      new.parent?.name?.value)
    record.country(
      Field(
        "parent-country", "the country of the parent company", "das Land der Muttergesellschaft",
        Judgement(.substantive, .country), .isNow),
      old.parent?.country?.value, new.parent?.country?.value)
    record.list(
      Field("aliases", "the other names", "die weiteren Namen", remark), old.aliases.map(\.value),
      new.aliases.map(\.value))
    record.field(
      Field("website", "the website", "die Website", remark), old.website?.value,
      new.website?.value)
    record.prose(
      Field(
        "description", "the description", "die Beschreibung", Judgement(.substantive, .wording)),
      old.description.prose, new.description.prose)
    record.field(
      Field("tier", "the tier", "die Stufe", fact), old.tier.map { "\($0.value)" },
      new.tier.map { "\($0.value)" })
    record.value(
      Field(
        "engaged-by", "the company that engages it", "der Auftraggeber in der Kette", fact, .isNow),
      old.engagedBy.map { ($0.value, names.company($0.value)) },
      new.engagedBy.map { ($0.value, names.company($0.value)) })
    compareStanding()
    compareEngagements()
    return record.changes
  }

  private mutating func compareAddress() {
    record.country(
      Field("seat", "the seat", "der Sitz", Judgement(.substantive, .country), .isNow),
      old.address?.country?.value, new.address?.country?.value,
      kind: .of(.subProcessor, .moved))
    record.field(
      Field("address", "the address", "die Anschrift", remark), old.address?.line,
      new.address?.line)
  }

  private mutating func compareStanding() {
    record.list(
      Field("certificates", "the certificates", "die Zertifikate", fact),
      old.certificates.map(\.entry), new.certificates.map(\.entry))
    record.list(
      Field(
        "certificates.url", "the addresses of the certificates", "die Adressen der Zertifikate",
        remark),
      old.certificates.compactMap { $0.url?.value }, new.certificates.compactMap { $0.url?.value })
    record.value(
      Field("contract", "the contract", "der Vertrag", fact, .isNow), old.contract?.told,
      new.contract?.told)
    record.field(
      Field(
        "contract.date", "the day of the contract", "der Tag des Vertrags",
        Judgement(.editorial, .date)),
      old.contract?.date?.value.description, new.contract?.date?.value.description)
    record.state(
      Field("natural-person", "natural person", "natürliche Person", fact),
      old.isNaturalPerson ? "true" : "false", new.isNaturalPerson ? "true" : "false",
      new.isNaturalPerson
        ? BilingualText(english: "is a natural person", german: "ist eine natürliche Person")
        : BilingualText(
          english: "is no natural person any more", german: "ist keine natürliche Person mehr"))
    record.state(
      Field("group-company", "company of the group", "Konzernunternehmen", fact),
      old.isGroupCompany ? "true" : "false", new.isGroupCompany ? "true" : "false",
      new.isGroupCompany
        ? BilingualText(
          english: "belongs to the processor's group now",
          german: "gehört jetzt zum Konzern des Auftragsverarbeiters")
        : BilingualText(
          english: "no longer belongs to the processor's group",
          german: "gehört nicht mehr zum Konzern des Auftragsverarbeiters"))
    record.audience(old.audience, new.audience, isPromise: false)
    record.prose(
      Field("reason", "the reason", "der Grund", remark), old.exclusionReason, new.exclusionReason)
    record.field(
      Field("reviewed", "the day of review", "der Tag der Prüfung", Judgement(.editorial, .date)),
      old.reviewed?.value.description, new.reviewed?.value.description)
  }

  private mutating func compareEngagements() {
    let tasks = TaskPairing(old.engagements, new.engagements)
    // Where each version has one task, its name says which.
    let isOne = old.engagements.count <= 1 && new.engagements.count <= 1
    let title = record.title
    for (before, after) in tasks.pairs {
      let task = after.serviceWords
      if !isOne, !task.english.isEmpty {
        record.title = BilingualText(
          english: "\(title.english), \(Statements.quoted(task.english, .english))",
          german: "\(title.german), \(Statements.quoted(task.german, .german))")
      }
      EngagementComparison(before, after, names).compare(in: &record)
      record.title = title
    }
    report(tasks.gone, isOld: true, isFurther: false)
    report(tasks.added, isOld: false, isFurther: !tasks.pairs.isEmpty)
  }

  private mutating func report(
    _ engagements: [Engagement], isOld: Bool, isFurther: Bool
  ) {
    let field = Field(
      "engagement", "the task", "die Aufgabe",
      Judgement(.substantive, isOld ? .removal : .addition))
    for engagement in engagements {
      let name = engagement.serviceName
      record.state(
        field, isOld ? name : nil, isOld ? nil : name,
        Statements.task(engagement, isOld: isOld, isFurther: isFurther, names))
    }
  }
}

extension Engagement {
  /// Empty where a table of an agreement names none.
  var serviceName: String { service?.variants.first?.text.value ?? "" }

  /// In all languages; of several places in one table none has a name, and they are the same task.
  var serviceNames: Set<String> {
    Set(service?.variants.map(\.text.value) ?? [""])
  }

  /// What sentences call the task.
  var serviceWords: BilingualText {
    BilingualText(
      english: service?.text(in: Language.english.rawValue).text ?? "",
      german: service?.text(in: Language.german.rawValue).text ?? "")
  }
}

extension SubProcessor {
  /// Whether all that it was announced for was given up before it began.
  var isWithdrawn: Bool {
    !engagements.isEmpty && engagements.allSatisfy { $0.withdrawn != nil }
  }
}

extension SubProcessor.Contract {
  /// The status as data and in words.
  fileprivate var told: RecordComparison.Told? {
    guard let status = status?.value else { return nil }
    let words =
      switch status {
      case .signed: BilingualText(english: "signed", german: "unterzeichnet")
      case .incorporated:
        BilingualText(english: "part of other terms", german: "Teil anderer Bedingungen")
      case .pending: BilingualText(english: "pending", german: "ausstehend")
      case .terminated: BilingualText(english: "terminated", german: "beendet")
      case .unknown: BilingualText(english: "unknown", german: "unbekannt")
      }
    return (status.rawValue, words)
  }
}
