internal import Deadlines
internal import Frontmatter
internal import Registers

/// Compares the measures of two versions: by id, wherever they stand.
func compareMeasures(
  _ old: RegisterSet, _ new: RegisterSet, _ names: RegisterNames
) -> [Change] {
  var changes: [Change] = []
  for pair in pairMeasures(old, new) {
    // What an agreement states is compared with its text, and told once.
    if [pair.old, pair.new].allSatisfy({ $0?.measure.origin != nil || $0 == nil }) { continue }
    switch pair {
    case (let before?, let after?):
      var comparison = MeasureComparison(before, after, names)
      let found = comparison.compare()
      let isAdopted = (old: before.measure.origin != nil, new: after.measure.origin != nil)
      if isAdopted.old != isAdopted.new {
        changes += weigh(found, isAdopted: isAdopted)
      } else if before.measure.id.value == after.measure.id.value {
        changes += found
      } else if found.isEmpty {
        changes.append(renamed(before, after))
      } else {
        changes += [whole(before, .removed), whole(after, .added)]
      }
    case (let gone?, nil):
      let isHidden = new.hidden.measures.contains(gone.measure.id.value)
      changes.append(whole(gone, isHidden ? .hidden : .removed))
    case (nil, let added?):
      let wasHidden = old.hidden.measures.contains(added.measure.id.value)
      changes.append(whole(added, wasHidden ? .published : .added))
    case (nil, nil): continue
    }
  }
  return changes
}

/// Pairs the measures of two versions: by id, then by control and words; what a text states with
/// records of the same words.
func pairMeasures(
  _ old: RegisterSet, _ new: RegisterSet
) -> [(old: LocatedMeasure?, new: LocatedMeasure?)] {
  var pairs = pairRecords(
    located(old.controls), located(new.controls), id: { $0.measure.id.value },
    names: { $0.measure.origin == nil ? [$0.content] : [] })
  var alone: [String: Int] = [:]
  for (index, pair) in pairs.enumerated() where pair.new == nil {
    if let old = pair.old { alone[old.words.lowercased()] = index }
  }
  for index in pairs.indices where pairs[index].old == nil {
    guard let new = pairs[index].new, let before = alone[new.words.lowercased()],
      let old = pairs[before].old,
      (old.measure.origin == nil) != (new.measure.origin == nil)
    else { continue }
    alone[new.words.lowercased()] = nil
    pairs[index].old = old
    pairs[before].old = nil
  }
  return pairs
}

/// A measure with the control that it answers.
struct LocatedMeasure {
  var control: String
  var measure: Measure

  /// What it says, and of what.
  fileprivate var content: String { "\(control)\n\(words)" }

  var words: String { measure.text.variants[0].text.value }
}

/// A measure that only has another id.
private func renamed(_ old: LocatedMeasure, _ new: LocatedMeasure) -> Change {
  let (before, after) = (old.measure, new.measure)
  var change = Change(
    .of(.measure, .modified), entity: after.id.value,
    before: ChangePlace(record: before.id.value, at: before.id.range),
    after: ChangePlace(record: after.id.value, at: after.id.range),
    judgement: Judgement(.editorial, .record),
    statement: { Statements.renamed(before, after) })
  change.field = "id"
  change.valueBefore = before.id.value
  change.valueAfter = after.id.value
  change.order = ChangeOrder(group: 2, owner: after.id.value)
  return change
}

private func located(_ controls: [Control]) -> [LocatedMeasure] {
  controls.flatMap { control in
    control.measures.map { LocatedMeasure(control: control.control.value, measure: $0) }
  }
}

private func whole(_ located: LocatedMeasure, _ presence: RecordPresence) -> Change {
  let isOld = presence.isOfOld
  let measure = located.measure
  let place = ChangePlace(record: measure.id.value, at: measure.id.range)
  var change = Change(
    .of(.measure, isOld ? .removed : .added), entity: measure.id.value,
    before: isOld ? place : nil, after: isOld ? nil : place,
    judgement: isOld
      ? Judgement(isPromise(measure.scopes) ? .weakening : .substantive, .removal)
      : Judgement(.substantive, .addition),
    statement: { Statements.measure(measure, presence) })
  change.order = ChangeOrder(group: 2, owner: measure.id.value)
  let words = measure.text.variants[0].text.value.split(separator: " ").map(String.init)
  if isOld { change.removed = .list(words) } else { change.added = .list(words) }
  return change
}

/// Whether a measure is promised anywhere: it may not be applicable in any of its scopes.
private func isPromise(_ scopes: [MeasureScope]) -> Bool {
  scopes.isEmpty || scopes.contains { $0.state.value != .notApplicable }
}

struct MeasureComparison {
  typealias Field = RecordComparison.Field

  let old: LocatedMeasure
  let new: LocatedMeasure
  let names: RegisterNames
  var record: RecordComparison

  init(_ old: LocatedMeasure, _ new: LocatedMeasure, _ names: RegisterNames) {
    self.old = old
    self.new = new
    self.names = names
    let id = new.measure.id.value
    record = RecordComparison(
      .of(.measure, .modified), entity: id,
      title: BilingualText(english: "Measure \(id)", german: "Maßnahme \(id)"),
      before: ChangePlace(record: id, at: old.measure.id.range),
      after: ChangePlace(record: id, at: new.measure.id.range), group: 2)
  }

  private let remark = Judgement(.editorial, .record)

  mutating func compare() -> [Change] {
    record.field(
      Field("control", "the control", "die Kontrolle", Judgement(.editorial, .place)), old.control,
      new.control, kind: .of(.measure, .moved))
    record.prose(
      Field("text", "the wording", "der Wortlaut", Judgement(.substantive, .wording)),
      old.measure.text, new.measure.text, isMeasure: true)
    record.audience(
      old.measure.audience, new.measure.audience, isPromise: isPromise(old.measure.scopes))
    record.field(
      Field("objective", "the protection objective", "das Schutzziel", remark),
      old.measure.objective?.value.rawValue, new.measure.objective?.value.rawValue)
    compareScopes()
    compareProducts()
    record.list(
      Field("maps-to", "the mapping to other controls", "die Zuordnung", remark),
      old.measure.mapsTo.map(\.value), new.measure.mapsTo.map(\.value))
    record.list(
      Field("evidence", "the evidence", "die Nachweise", remark),
      old.measure.evidence.map(\.entry), new.measure.evidence.map(\.entry))
    record.field(
      Field("owner", "the owner", "die verantwortliche Stelle", remark), old.measure.owner?.value,
      new.measure.owner?.value)
    record.field(
      Field("reviewed", "the day of review", "der Tag der Prüfung", Judgement(.editorial, .date)),
      old.measure.reviewed?.value.description, new.measure.reviewed?.value.description)
    compareAttributes()
    return record.changes
  }

  private mutating func compareProducts() {
    record.products(
      Field("products", "the products", "die Produkte", Judgement(.substantive, .record)),
      old.measure.products, new.measure.products,
      verb: BilingualText(english: "taken", german: "getroffen"), names)
  }

  private mutating func compareScopes() {
    let before = Dictionary(
      old.measure.scopes.map { ($0.scope.value, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(
      new.measure.scopes.map { ($0.scope.value, $0) }, uniquingKeysWith: { first, _ in first })
    for scope in Set(before.keys).union(after.keys).sorted() {
      compareScope(scope, before[scope], after[scope])
    }
  }

  private mutating func compareScope(
    _ id: String, _ before: MeasureScope?, _ after: MeasureScope?
  ) {
    let name = names.scope(id)
    func field(
      _ key: String, _ english: String, _ german: String, _ judgement: Judgement
    ) -> Field {
      Field(key, "\(english) \(name.english)", "\(german) \(name.german)", judgement)
    }
    guard let before, let after else {
      let judgement =
        before.map { Judgement(isPromise([$0]) ? .weakening : .substantive, .removal) }
        ?? Judgement(.substantive, .addition)
      record.value(
        field("scope", "the scope", "der Geltungsbereich", judgement), before?.state.told,
        after?.state.told)
      return
    }
    let isWeaker = after.state.value.rank < before.state.value.rank
    record.value(
      field(
        id, "the state for", "der Stand für",
        Judgement(isWeaker ? .weakening : .substantive, .state)),
      before.state.told, after.state.told, kind: .measureStatusChanged)
    record.value(
      field(
        "responsibility", "who sees to it for", "die Zuständigkeit für",
        Judgement(.substantive, .record)),
      before.delegate.map { ($0.value, names.company($0.value)) },
      after.delegate.map { ($0.value, names.company($0.value)) })
    record.prose(
      field(
        "duty", "what the customer has to do for", "was der Kunde zu tun hat für",
        Judgement(.substantive, .record)), before.duty, after.duty)
    record.prose(
      field("reason", "the reason for", "der Grund für", remark), before.reason, after.reason)
    let isLater = zip2(before.due?.value, after.due?.value).map { $0 < $1 } ?? false
    record.field(
      field(
        "due", "the day by which it is due for", "die Frist der Umsetzung für",
        Judgement(isLater ? .weakening : .substantive, .date)),
      before.due?.value.description, after.due?.value.description)
    record.field(
      field("since", "the day since when for", "der Beginn für", Judgement(.editorial, .date)),
      before.since?.value.description, after.since?.value.description)
    record.list(
      field("evidence", "the evidence for", "die Nachweise für", remark),
      before.evidence.map(\.entry), after.evidence.map(\.entry))
  }

  private func zip2<Value>(_ left: Value?, _ right: Value?) -> (Value, Value)? {
    guard let left, let right else { return nil }
    return (left, right)
  }
}

extension Located where Value == MeasureState {
  /// The state as data and in words.
  fileprivate var told: RecordComparison.Told { (value.rawValue, value.words) }
}

extension Evidence {
  /// Known by its title and address: another day is that of another check.
  fileprivate var entry: ListEntry {
    let name = [title?.variants[0].text.value, url?.value].compactMap(\.self)
      .joined(separator: ", ")
    let day = checked?.value.description
    let value = [name, day ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return ListEntry(
      keys: [name], told: (value, FieldNames.text(value, value)),
      title: FieldNames.text(
        "the evidence \(Statements.quoted(name, .english))",
        "der Nachweis \(Statements.quoted(name, .german))"),
      facts: [.init("the day of the last check", "der Tag der letzten Prüfung", day)])
  }
}
