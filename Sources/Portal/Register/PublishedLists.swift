internal import Adoption
internal import Agreements
internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// The days that releases gave to the rows of one adopted list, which state none themselves.
///
/// A row that came with a text published before its day was announced by that release, and is in
/// use from that day, for good: texts that follow keep the row's days, as a record of its own would.
/// A row that a text leaves out ends on the day before, or was withdrawn if it had not begun.
struct PublishedLists: Sendable {
  struct Days: Hashable, Sendable {
    var announced: CalendarDate?
    var effective: CalendarDate?
    /// The days of releases that set other ones.
    var revised: [CalendarDate] = []
  }

  /// The text in force, where the newest is announced only and a release has an older one.
  private(set) var inForce: Agreement?
  /// By the names of companies, parallel to their engagements: in the newest text, and in the one in
  /// force.
  private(set) var today: [String: [Days]] = [:]
  private(set) var before: [String: [Days]] = [:]
  /// By names, also former ones: the id that a company was first published under.
  private(set) var ids: [String: String] = [:]
  /// By the names of companies: what published texts listed and later ones don't.
  private(set) var gone: [String: SubProcessor] = [:]

  /// What the texts say that were published after the one in force, oldest first; last, what no
  /// release has.
  private var toCome: [TextToCome] = []
  /// What the list will be, in the order of the days.
  private(set) var steps: [StepToCome] = []
  private var last: [String: SubProcessor] = [:]
  private var version: String?
  /// The day on which the last text took effect.
  private var begins: CalendarDate?
  /// Whether the last text was none that a register is read from.
  private var wasUnread = false

  /// `texts`: what releases hold of the agreement, with the days of the releases, oldest first and
  /// without the agreement itself.
  init(
    of agreement: Agreement, published texts: [(text: Agreement, day: CalendarDate)],
    in context: AdoptionContext, asOf: CalendarDate
  ) {
    let isAnnounced = agreement.metadata.effectiveDay.map { $0 > asOf } ?? false
    var putOff = PutOffTexts()
    _ = putOff.isPutOff(agreement.metadata, published: asOf)
    let current =
      texts.lastIndex {
        let isPutOff = putOff.isPutOff($0.text.metadata, published: $0.day)
        return !isPutOff && $0.text.metadata.effectiveDay.map { $0 <= asOf } ?? true
      } ?? -1
    for (number, published) in texts.enumerated() {
      let companies = add(published.text, published: published.day, asOf: asOf, in: context)
      guard isAnnounced else { continue }
      if number == current { (inForce, before) = (published.text, today) }
      if current < number {
        toCome.append(
          TextToCome(published.text, number: number, on: published.day, companies))
      }
    }
    let companies = add(agreement, published: nil, asOf: asOf, in: context)
    guard isAnnounced else { return }
    toCome.append(TextToCome(agreement, number: texts.count - 1, on: nil, companies))
    for index in toCome.indices { toCome[index].nameCompanies(by: ids) }
    steps = stepsToCome()
  }

  /// Texts that a later one comes before, or in the place of, never take effect.
  private func stepsToCome() -> [StepToCome] {
    var steps: [StepToCome] = []
    var versions: Set<String> = []
    for (number, text) in toCome.enumerated().reversed() {
      let isPutOff = text.version.map { !versions.insert($0).inserted } ?? false
      guard let begins = text.begins, !isPutOff, text.isRead,
        steps.last.map({ begins < $0.begins }) ?? true
      else { continue }
      steps.append(
        StepToCome(
          number: number, revision: max(0, text.number - 1), begins: begins,
          companies: text.companies))
    }
    return steps.reversed()
  }

  @discardableResult
  private mutating func add(
    _ text: Agreement, published: CalendarDate?, asOf: CalendarDate, in context: AdoptionContext
  ) -> [SubProcessor] {
    let stated = text.metadata.version?.value
    let step = ListStep(
      begins: text.metadata.effectiveDay, published: published, asOf: asOf,
      isSameVersion: stated != nil && stated == version, last: begins)
    let records = adoptSubProcessors(of: text, in: context).records
    var returned: [String: [SourceRange: Days]] = [:]
    // What only some could read is told to nobody when it goes.
    let isRead = text.isReadAsList
    let names = formerNames(of: records)
    if isRead, !wasUnread { returned = forget(records, names, at: step) }
    var days: [String: [Days]] = [:]
    for record in records {
      let name = record.name.value
      let former = names[name] ?? name
      ids[name] = ids[former] ?? ids[name] ?? record.id.value
      // A text that begins to be read as a register adds nobody by that.
      days[name] =
        wasUnread
        ? record.engagements.map { _ in Days() }
        : step.days(of: record, since: last[former], today[former] ?? [])
      for (index, task) in record.engagements.enumerated() {
        if let known = returned[name]?[task.place] { days[name]?[index] = known }
      }
    }
    (today, version, begins) = (days, stated, text.metadata.effectiveDay ?? begins)
    wasUnread = !isRead
    last = Dictionary(records.map { ($0.name.value, $0) }) { first, _ in first }
    return records
  }

  /// The day of the release since which all texts up to a step say of a task what that one does;
  /// `nil` where none does yet.
  func dayOfAnnouncing(
    _ task: Engagement, of company: SubProcessor, upTo step: Int
  ) -> CalendarDate? {
    let id = ids[company.name.value]
    var announced: CalendarDate?
    for text in toCome[...step].reversed() {
      guard let day = text.day else { continue }
      let then = id.flatMap { text.companies[$0] }
      guard
        let said = TaskPairing(then?.engagements ?? [], [task]).pairs.first,
        !task.hasNews(beyond: said.before, of: company)
      else { break }
      announced = day
    }
    return announced
  }
}

extension PublishedLists {
  /// The names of companies in the last text that are called otherwise now: where a row says so, or
  /// where the name has another legal form or spelling and the row says the same besides.
  private func formerNames(of records: [SubProcessor]) -> [String: String] {
    let listed = Set(records.map(\.name.value))
    let gone = last.values.filter { !listed.contains($0.name.value) }
      .sorted { $0.name.value < $1.name.value }
    let added = records.filter { last[$0.name.value] == nil }
    guard !gone.isEmpty, !added.isEmpty else { return [:] }
    var byName: [String: SubProcessor] = [:]
    var byBareName: [String: [SubProcessor]] = [:]
    for company in gone {
      for name in company.allNames where byName[name] == nil { byName[name] = company }
      byBareName[bareCompanyName(company.name.value).folded, default: []].append(company)
    }
    let spellings = NearMissIndex(byBareName.keys)
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for company in added {
      let stated = company.allNames.lazy.compactMap { byName[$0] }.first
      let bare = bareCompanyName(company.name.value).folded
      let isMisspelled = byBareName[bare] == nil && bare.count > 5
      let alike = (isMisspelled ? spellings.nearMiss(for: bare) : bare).flatMap { byBareName[$0] }
      let former = stated ?? alike?.first { !taken.contains($0.name.value) && company.isAs($0) }
      guard let former, taken.insert(former.name.value).inserted else { continue }
      names[company.name.value] = former.name.value
    }
    return names
  }

  /// Notes what a text leaves out. `names`: former names, by those of today.
  ///
  /// - Returns: by company, the days of the tasks that the last text left out and this one has again
  ///   before they ended.
  private mutating func forget(
    _ records: [SubProcessor], _ names: [String: String], at step: ListStep
  ) -> [String: [SourceRange: Days]] {
    for (name, former) in names {
      if let record = gone.removeValue(forKey: former) { gone[name] = record }
    }
    var returned: [String: [SourceRange: Days]] = [:]
    for record in records {
      let name = record.name.value
      guard let tasks = gone[name]?.engagements.filter({ step.goesOn($0) }), !tasks.isEmpty else {
        continue
      }
      let added = TaskPairing(last[names[name] ?? name]?.engagements ?? [], record.engagements)
        .added
      for (old, task) in TaskPairing(tasks, added).pairs {
        if let index = gone[name]?.engagements.firstIndex(of: old) {
          gone[name]?.engagements.remove(at: index)
        }
        returned[name, default: [:]][task.place] = Days(
          announced: old.announced?.value, effective: old.effective?.value,
          revised: old.revised.map(\.value))
      }
    }
    // What a text dropped that never took effect goes with the next one.
    gone = gone.mapValues { record in
      var record = record
      record.engagements = record.engagements.map { step.moved($0) }
      return record
    }
    let known = Dictionary(records.map { (names[$0.name.value] ?? $0.name.value, $0) }) { $1 }
    for (name, old) in last {
      let new = known[name]
      let going = Set(
        TaskPairing(old.engagements, new?.engagements ?? []).gone.map(\.place))
      guard !going.isEmpty else { continue }
      let days = today[name] ?? []
      let ended = old.engagements.enumerated().filter { going.contains($1.place) }
        .compactMap { index, task in
          step.ending(
            task, days.indices.contains(index) ? days[index] : .init(), after: begins)
        }
      let key = new?.name.value ?? name
      var record = old
      record.engagements = (gone[key]?.engagements ?? []) + ended
      record.id.value = ids[name] ?? record.id.value
      gone[key] = record
    }
    return returned
  }
}

extension SubProcessor {
  /// What it is and was called, folded: by its legal name first.
  var allNames: [String] {
    ([name.value] + aliases.map(\.value) + [shortName?.value].compactMap(\.self)).map(\.folded)
  }

  /// Whether a row says of the company what another says of one of nearly the same name.
  fileprivate func isAs(_ other: SubProcessor) -> Bool {
    let tasks = TaskPairing(other.engagements, engagements)
    return address?.country?.value == other.address?.country?.value && tasks.gone.isEmpty
      && tasks.added.isEmpty
      && tasks.pairs.allSatisfy { !$0.before.differs(from: $0.after, of: self) }
  }
}
