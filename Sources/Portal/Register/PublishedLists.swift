internal import Adoption
internal import Agreements
internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import History
internal import Registers

/// The days that releases gave to the rows of one adopted list, which state none themselves.
///
/// A row that came with a text published before its day was announced by that release, and is in
/// use from that day, for good: texts that follow keep the row's days, as a record of its own would.
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

  private var last: [String: SubProcessor] = [:]
  private var version: String?
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
      add(published.text, published: published.day, asOf: asOf, in: context)
      if isAnnounced, number == current { (inForce, before) = (published.text, today) }
    }
    add(agreement, published: nil, asOf: asOf, in: context)
  }

  private mutating func add(
    _ text: Agreement, published: CalendarDate?, asOf: CalendarDate, in context: AdoptionContext
  ) {
    let stated = text.metadata.version?.value
    let step = Step(
      begins: text.metadata.effectiveDay, published: published, asOf: asOf,
      isSameVersion: stated != nil && stated == version)
    let records = adoptSubProcessors(of: text, in: context).records
    var days: [String: [Days]] = [:]
    for record in records {
      let name = record.name.value
      // A text that begins to be read as a register adds nobody by that.
      days[name] =
        wasUnread
        ? record.engagements.map { _ in Days() }
        : step.days(of: record, since: last[name], today[name] ?? [])
    }
    (today, version) = (days, stated)
    wasUnread = text.metadata.adoptedSubProcessors.isEmpty
    last = Dictionary(records.map { ($0.name.value, $0) }) { first, _ in first }
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
      if let kept, kept != .init() {
        days[index] = moved(kept)
      } else if let ahead, before.differs(from: after, of: record) {
        days[index].effective = ahead
      }
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

extension [Engagement] {
  /// The index of each.
  fileprivate var places: [SourceRange: Int] {
    Dictionary(enumerated().map { ($0.element.place, $0.offset) }) { first, _ in first }
  }
}

extension Engagement {
  /// Whether a task of a list says more or less than it did, but for how it is written.
  func differs(from other: Engagement, of company: SubProcessor) -> Bool {
    func register(_ task: Engagement) -> RegisterSet {
      var record = company
      // Rows of agreements are compared with their texts.
      record.adoption = nil
      record.engagements = [task]
      return RegisterSet(settings: nil, subProcessors: [record])
    }
    return compareRegisters(register(self), register(other))
      .contains { $0.materiality != .editorial }
  }
}
