internal import Deadlines
internal import Frontmatter
internal import Registers

/// The ends of tasks that records in releases stated and later ones don't.
///
/// Who put such a day in a calendar is told that it is off.
struct PublishedEnds: Sendable {
  struct Revoked: Hashable, Sendable {
    /// The last day of use that was published.
    var day: CalendarDate
    /// The day of the release that left it out; `nil` where none has yet.
    var since: CalendarDate?
    /// How often one was revoked.
    var count: Int
  }

  private var known: [CalendarTask: Revoked] = [:]
  /// What the last release that has a task states.
  private var stated: [CalendarTask: CalendarDate] = [:]

  /// Adds what a release states of a company; releases come oldest first.
  mutating func add(_ company: SubProcessor, on day: CalendarDate) {
    for (number, engagement) in company.engagements.enumerated() {
      let task = CalendarTask(of: company, number: number)
      if let end = engagement.ended?.value {
        stated[task] = end
      } else if let end = stated.removeValue(forKey: task) {
        known[task] = Revoked(day: end, since: day, count: (known[task]?.count ?? 0) + 1)
      }
    }
  }

  /// `company`: as it is today.
  func revoked(_ number: Int, of company: SubProcessor) -> Revoked? {
    let task = CalendarTask(of: company, number: number)
    if company.engagements[number].ended == nil, let end = stated[task] {
      return Revoked(day: end, since: nil, count: (known[task]?.count ?? 0) + 1)
    }
    return known[task]
  }
}
