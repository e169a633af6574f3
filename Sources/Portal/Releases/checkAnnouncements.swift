internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// Checks what a release says of sub-processors and the last one, of `day`, did not: it must leave
/// the promised time, whether it has begun by now or not, since what was late on one day is so on
/// the next.
///
/// An announcement counts from the day that the record states, else from the release; never from a
/// day before the one that was published. What began before the last release is a record that
/// became complete. A task that states no day begins with the release, or with the text that lists
/// it. A note about the company says why the time was not left.
///
/// - Returns: `short-notice`, and `unannounced-use` of a list in a text and of a task that begins in
///   another third country.
func checkAnnouncements(
  _ candidate: ReleaseCandidate, since last: ReadVersion, of day: CalendarDate
) -> [Diagnostic] {
  guard let settings = candidate.content.contents.registers.settings else { return [] }
  let periods = NoticePeriods(
    settings.notice, holidays: candidate.holidays,
    published: PublishedNotices(earlier: candidate.earlier))
  let known = Dictionary(
    last.contents.registers.subProcessors.map { ($0.id.value, $0.engagements) },
    uniquingKeysWith: { first, _ in first })
  let explained = Set(
    candidate.changes.changes.lazy.filter { $0.reason != nil && $0.agreement == nil }.map(\.entity))
  let undated = UndatedTasks(candidate, since: last, periods: periods)
  var diagnostics: [Diagnostic] = []
  for company in candidate.content.contents.registers.subProcessors
  where !company.isExcluded && !explained.contains(company.id.value) {
    let tasks = TaskPairing(known[company.id.value] ?? [], company.engagements)
    let changes: [(before: Engagement?, after: Engagement)] =
      tasks.added.map { (nil, $0) } + tasks.pairs.map { ($0, $1) }
    for (before, engagement) in changes where engagement.withdrawn == nil {
      if before == nil, let undated = undated.diagnostic(of: engagement, by: company) {
        diagnostics.append(undated)
      }
      if let before,
        let changed = undated.diagnostic(ofChange: engagement, since: before, by: company)
      {
        diagnostics.append(changed)
      }
      if let before, company.adoption == nil,
        settings.notice.beforeUse != nil || settings.notice.objection != nil,
        let country = newThirdCountry(of: engagement, since: before, on: candidate.date)
      {
        diagnostics.append(.unannouncedTransfer(country, of: company.id.value, since: last.id))
      }
      guard let effective = engagement.effective, effective.value > day,
        let late = ShortNotice(
          of: engagement, from: effective, by: company.id.value, since: before, in: candidate,
          periods: periods)
      else { continue }
      diagnostics.append(late.diagnostic)
    }
  }
  return diagnostics
}

/// A country outside of the European Economic Area in which a task of a file that is in use takes
/// place now, and did not. Where no place was stated, the record becomes complete.
private func newThirdCountry(
  of task: Engagement, since before: Engagement, on day: CalendarDate
) -> Located<String>? {
  let known = Set(before.locations.compactMap { $0.country?.value })
  guard !known.isEmpty, task.isCurrent(on: day), before.effective.map({ $0.value <= day }) ?? true,
    task.effective?.value == before.effective?.value,
    task.announced?.value == before.announced?.value,
    before.announced == nil || before.effective != nil
  else { return nil }
  return task.locations.compactMap(\.country).first {
    !known.contains($0.value) && !EuropeanEconomicArea.shipped.contains($0.value)
  }
}

extension Diagnostic {
  /// Not every agreement promises notice of it, so this is no error.
  fileprivate static func unannouncedTransfer(
    _ country: Located<String>, of company: String, since release: String
  ) -> Self {
    Diagnostic(
      .unannouncedUse, .warning,
      "task in use takes place in '\(country.value)' since release '\(release)', and nobody was told "
        + "before",
      at: country.range,
      help:
        "write an engagement of its own with 'announced' and 'effective' for the new place, and "
        + "'ended' in this one; where customers need not be told before, say so in a note "
        + "{sub-processor: \(company), reason: ...} in 'content/releases/next.yml'")
  }
}

/// A use that comes too early.
private struct ShortNotice {
  /// What the promised time counts from.
  enum Start {
    case release(String)
    case announcement(CalendarDate)
  }

  var company: String
  var effective: Located<CalendarDate>
  var earliest: CalendarDate
  var start: Start

  /// `before`: the task as the last release has it; `nil` of a new one.
  ///
  /// - Returns: `nil` where the promised time is left, or the days are those of before.
  init?(
    of engagement: Engagement, from effective: Located<CalendarDate>, by company: String,
    since before: Engagement?, in candidate: ReleaseCandidate, periods: NoticePeriods
  ) {
    var counted = engagement
    if let before {
      guard
        before.effective?.value != effective.value
          || before.announced?.value != engagement.announced?.value
      else { return nil }
      counted.announced = [before.announced, engagement.announced].compactMap(\.self)
        .max { $0.value < $1.value }
    } else if counted.announced == nil {
      counted.announced = Located(candidate.date, at: effective.range)
    }
    guard let announced = counted.announced,
      let deadlines = periods.deadlines(of: counted, by: company),
      !deadlines.leavesTime(before: effective.value), let earliest = deadlines.earliestStart
    else { return nil }
    self.company = company
    self.effective = effective
    self.earliest = earliest
    start =
      engagement.announced == nil && before == nil
      ? .release(candidate.id) : .announcement(announced.value)
  }

  var diagnostic: Diagnostic {
    let (since, remedy) =
      switch start {
      case .release(let id):
        ("release '\(id)'", "say with 'announced' when it was announced")
      case .announcement(let day): ("it was announced on \(day)", "announce it earlier")
      }
    return Diagnostic(
      .shortNotice,
      "use from '\(effective.value)' does not leave the promised time after \(since); "
        + "notice and objection come first",
      at: effective.range,
      help:
        "write '\(max(earliest, effective.value))' or a later day, or \(remedy); what could not "
        + "wait takes a note {sub-processor: \(company), reason: ...} in 'content/releases/next.yml'"
    )
  }
}
