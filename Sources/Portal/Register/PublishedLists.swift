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

  /// What the texts say that were published after the one in force, oldest first.
  private var toCome: [(day: CalendarDate, companies: [SubProcessor])] = []
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
    let current = texts.lastIndex { $0.text.metadata.effectiveDay.map { $0 <= asOf } ?? true }
    for (number, published) in texts.enumerated() {
      let companies = add(published.text, published: published.day, asOf: asOf, in: context)
      guard isAnnounced else { continue }
      if number == current { (inForce, before) = (published.text, today) }
      if current.map({ $0 < number }) ?? false { toCome.append((published.day, companies)) }
    }
    add(agreement, published: nil, asOf: asOf, in: context)
  }

  @discardableResult
  private mutating func add(
    _ text: Agreement, published: CalendarDate?, asOf: CalendarDate, in context: AdoptionContext
  ) -> [SubProcessor] {
    let stated = text.metadata.version?.value
    let step = Step(
      begins: text.metadata.effectiveDay, published: published, asOf: asOf,
      isSameVersion: stated != nil && stated == version)
    let records = adoptSubProcessors(of: text, in: context).records
    // What only some could read is told to nobody when it goes.
    let isRead =
      !text.metadata.adoptedSubProcessors.isEmpty && text.metadata.audience == .public
    let names = formerNames(of: records)
    if isRead, !wasUnread { forget(records, names, at: step) }
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
    }
    (today, version, begins) = (days, stated, text.metadata.effectiveDay ?? begins)
    wasUnread = !isRead
    last = Dictionary(records.map { ($0.name.value, $0) }) { first, _ in first }
    return records
  }

  /// The day of the release since which all texts say of a task what the newest one does; `nil` where
  /// none does yet.
  func dayOfAnnouncing(_ task: Engagement, of company: SubProcessor) -> CalendarDate? {
    let id = ids[company.name.value]
    var announced: CalendarDate?
    for (day, companies) in toCome.reversed() {
      let then = companies.first { id != nil && ids[$0.name.value] == id }
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
  private mutating func forget(
    _ records: [SubProcessor], _ names: [String: String], at step: Step
  ) {
    for (name, former) in names {
      if let record = gone.removeValue(forKey: former) { gone[name] = record }
    }
    // What a text dropped that never took effect goes with the next one.
    gone = gone.mapValues { record in
      var record = record
      record.engagements = record.engagements.map { step.moved($0) }
      return record
    }
    for record in records {
      gone[record.name.value]?.engagements.removeAll { step.goesOn($0) }
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

/// From one text to the next.
private struct Step {
  /// `nil` where the text does not say it.
  let begins: CalendarDate?
  /// `nil` for what no release holds.
  let published: CalendarDate?
  let asOf: CalendarDate
  let isSameVersion: Bool

  private var today: CalendarDate { published ?? asOf }

  func days(
    of record: SubProcessor, since old: SubProcessor?, _ known: [PublishedLists.Days]
  ) -> [PublishedLists.Days] {
    let ahead = begins.flatMap { $0 > today ? $0 : nil }
    let tasks = TaskPairing(old?.engagements ?? [], record.engagements)
    var days = [PublishedLists.Days](repeating: .init(), count: record.engagements.count)
    let places = record.engagements.places
    let oldPlaces = old?.engagements.places ?? [:]
    for (before, after) in tasks.pairs {
      guard let index = places[after.place] else { continue }
      let kept = oldPlaces[before.place].flatMap { known.indices.contains($0) ? known[$0] : nil }
      if let kept { days[index] = moved(kept) }
    }
    guard let ahead else { return days }
    for task in tasks.added {
      guard let index = places[task.place] else { continue }
      days[index] = .init(announced: published, effective: ahead)
    }
    return days
  }

  /// A text that never took effect, as another day was set or another text came before, gave its
  /// rows no day.
  private func moved(_ days: PublishedLists.Days) -> PublishedLists.Days {
    guard let begins, let first = days.effective, first > today, isSameVersion || begins < first
    else { return days }
    var days = days
    days.effective = begins
    return days
  }
}

extension Step {
  /// A task of the last text that this one leaves out: ended, or withdrawn before it began; `nil`
  /// where nobody was told of it.
  ///
  /// `day`: the one on which the last text took effect.
  func ending(
    _ task: Engagement, _ known: PublishedLists.Days, after day: CalendarDate?
  ) -> Engagement? {
    var task = task
    if task.effective == nil, task.announced == nil {
      task.announced = known.announced.map { Located($0, at: task.place) }
      task.effective = known.effective.map { Located($0, at: task.place) }
    }
    let first = task.effective?.value
    if let first, first > today {
      guard task.announced != nil else { return nil }
      task.withdrawn = Located(today, at: task.place)
      return task
    }
    // A day that the last text has, too, is none of this change; nor is one before its use.
    let stated = begins.flatMap { begins in
      day.map { $0 < begins } ?? true ? begins.advanced(byDays: -1) : nil
    }
    let last = stated.flatMap { last in first.map { $0 <= last } ?? true ? last : nil }
    guard let last = last ?? today.advanced(byDays: -1),
      task.ended.map({ $0.value > last }) ?? true
    else { return task }
    task.ended = Located(last, at: task.place)
    return task
  }

  /// Whether a task that was to end had not ended when this text brought its company back.
  func goesOn(_ task: Engagement) -> Bool { task.ended.map { $0.value >= today } ?? false }

  /// The task with the last day that this text sets, where the one before it never took effect.
  func moved(_ task: Engagement) -> Engagement {
    guard let begins, let last = task.ended?.value, last >= today,
      let moved = begins.advanced(byDays: -1), isSameVersion || moved < last
    else { return task }
    var task = task
    // Until this text came, the last one in force had it.
    let yesterday = today.advanced(byDays: -1) ?? today
    task.ended = Located(max(moved, yesterday), at: task.place)
    return task
  }
}

extension [Engagement] {
  /// The index of each.
  fileprivate var places: [SourceRange: Int] {
    Dictionary(enumerated().map { ($0.element.place, $0.offset) }) { first, _ in first }
  }
}
