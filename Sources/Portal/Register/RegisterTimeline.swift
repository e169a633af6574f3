package import Deadlines
internal import Frontmatter
package import Registers

/// Where every company of the register stands on the day of the portal, and what its transfers
/// rest on.
///
/// Shape: ``companies`` is parallel to the portal's sub-processors, each with its engagements in
/// the order of the record. Made once: pages in all languages ask for it.
package struct RegisterTimeline: Sendable {
  /// An engagement with what its dates and places come to.
  package struct Engaged: Sendable {
    package var engagement: Engagement
    package var state: EngagementState
    /// The time to object, whether or not it has passed; `nil` without an announcement.
    package var window: Deadline?
    /// The first day on which it may begin, by the promised periods.
    package var earliestStart: CalendarDate?
    /// Parallel to the engagement's locations.
    package var places: [AssessedPlace]
    /// What it is to be from a later day.
    package var changes: [Engaged]
    private let day: CalendarDate

    init(
      _ engagement: Engagement, by company: String, day: CalendarDate, terms: NoticePeriods,
      assessor: TransferAssessor
    ) {
      self.engagement = engagement
      self.day = day
      let deadlines = terms.deadlines(of: engagement, by: company)
      window = deadlines?.window
      earliestStart = deadlines?.earliestStart
      state = engagement.state(
        on: day, lastDayToObject: window?.lastDay, earliestStart: earliestStart)
      places = assessor.places(of: engagement)
      changes = engagement.changes.map { change in
        var task = change.task
        task.announced = change.announced.map { Located($0, at: task.place) }
        task.effective = Located(change.from, at: task.place)
        return Engaged(task, by: company, day: day, terms: terms, assessor: assessor)
      }
    }

    package var lastDayToObject: CalendarDate? { window?.lastDay }

    /// The last day to object, as long as it has not passed.
    package var openWindow: CalendarDate? {
      guard state != .withdrawn, state != .ended, let lastDayToObject, lastDayToObject >= day,
        engagement.announced.map({ $0.value <= day }) ?? false
      else { return nil }
      return lastDayToObject
    }

    /// The times in which one may still object: to it, and to what it is to be.
    package var openWindows: [Deadline] {
      (openWindow == nil ? [] : [window].compactMap(\.self)) + changes.flatMap(\.openWindows)
    }

    /// The day on which it begins or began, where one is stated.
    package var begins: CalendarDate? { engagement.effective?.value }

    /// The first day on which it may begin, where it is still to begin and no day is stated.
    package var notBefore: CalendarDate? {
      guard state.isToCome, begins == nil else { return nil }
      return [earliestStart, engagement.vagueStart?.earliest].compactMap { $0 }.max()
    }

    /// Whether everything in it happens inside the European Economic Area.
    package var isInside: Bool {
      !places.isEmpty && places.allSatisfy { $0.standing == .inside }
    }
  }

  package struct Company: Sendable {
    /// The index among the portal's sub-processors.
    package var index: Int
    package var record: SubProcessor
    package var engaged: [Engaged]
    package var state: State

    /// Engagements in which personal data is processed on the day.
    package var inUse: [Engaged] { engaged.filter(\.state.isInUse) }
  }

  /// What is true of a company as a whole.
  package enum State: Hashable, Sendable {
    case engaged(EngagementState)
    /// Listed to say that it is no sub-processor.
    case excluded

    package var word: String {
      switch self {
      case .engaged(let state): state.rawValue
      case .excluded: "excluded"
      }
    }

    package var isInUse: Bool {
      if case .engaged(let state) = self { state.isInUse } else { false }
    }

    package var isToCome: Bool {
      if case .engaged(let state) = self { state.isToCome } else { false }
    }
  }

  package let day: CalendarDate
  /// The country of a processor that sits outside of the European Economic Area.
  package let home: String?
  package private(set) var companies: [Company] = []

  init(
    _ records: [SubProcessor], terms: NoticePeriods, assessor: TransferAssessor
  ) {
    day = assessor.day
    home = assessor.home
    companies.reserveCapacity(records.count)
    for (index, record) in records.enumerated() {
      let engaged = record.engagements.map {
        Engaged(
          $0, by: record.id.value, day: assessor.day, terms: terms, assessor: assessor)
      }
      companies.append(
        Company(
          index: index, record: record, engaged: engaged, state: Self.state(of: record, engaged)))
    }
  }

  /// A company is in use while one of its engagements is.
  private static func state(of record: SubProcessor, _ engaged: [Engaged]) -> State {
    guard !record.isExcluded else { return .excluded }
    let states = Set(engaged.map(\.state))
    let order: [EngagementState] = [.active, .ending, .inObjection, .planned, .ended]
    return .engaged(order.first { states.contains($0) } ?? .withdrawn)
  }
}
