internal import Agreements
internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// Judges tasks that the last release did not have and that state no day: nobody can say then that
/// customers were told in time.
///
/// A register that is new announces nobody, and neither does a text that was not adopted from:
/// those at work are written down.
struct UndatedTasks {
  private let candidate: ReleaseCandidate
  private let last: ReadVersion
  private let periods: NoticePeriods
  private let hadRecords: Bool
  /// The agreements that the register of the last release was adopted from.
  private let adopted: Set<String>
  /// By agreement: the day on which its text takes effect.
  private let days: [String: CalendarDate]

  init(_ candidate: ReleaseCandidate, since last: ReadVersion, periods: NoticePeriods) {
    self.candidate = candidate
    self.last = last
    self.periods = periods
    let known = last.contents.registers.subProcessors
    hadRecords = known.contains { $0.adoption == nil }
    adopted = Set(known.compactMap(\.adoption?.agreement))
    days = Dictionary(
      candidate.content.contents.agreements.compactMap { snapshot in
        snapshot.agreement.metadata.effectiveDay.map { (snapshot.agreement.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What there is to say of a new task; `nil` where it states a day, or leaves the time.
  func diagnostic(of task: Engagement, by company: SubProcessor) -> Diagnostic? {
    guard task.effective == nil, task.announced == nil,
      task.ended.map({ $0.value > candidate.date }) ?? true
    else { return nil }
    let list = company.adoption?.agreement
    guard list.map({ adopted.contains($0) }) ?? hadRecords else { return nil }
    let begins = max(list.flatMap { days[$0] } ?? candidate.date, candidate.date)
    guard let start = lateStart(of: task, by: company, from: begins) else { return nil }
    return list == nil
      ? .undatedTask(of: company, at: task.place, begins: begins, since: last.id, earliest: start)
      : .undatedRow(of: company, at: task.place, begins: begins, since: last.id, earliest: start)
  }

  /// What there is to say of a row that a text words anew; `nil` where customers need not be asked, or
  /// have the time.
  func diagnostic(
    ofChange task: Engagement, since before: Engagement, by company: SubProcessor
  ) -> Diagnostic? {
    guard let list = company.adoption?.agreement, adopted.contains(list),
      task.ended.map({ $0.value > candidate.date }) ?? true,
      task.hasNews(beyond: before, of: company)
    else { return nil }
    let day = max(days[list] ?? candidate.date, task.effective?.value ?? candidate.date)
    let begins = max(day, candidate.date)
    guard let start = lateStart(of: task, by: company, from: begins) else { return nil }
    return .changedRow(of: company, at: task.place, begins: begins, since: last.id, earliest: start)
  }

  /// The first day that leaves the promised time after the release, where `day` does not.
  private func lateStart(
    of task: Engagement, by company: SubProcessor, from day: CalendarDate
  ) -> CalendarDate? {
    var counted = task
    counted.announced = Located(candidate.date, at: task.place)
    counted.effective = Located(day, at: task.place)
    guard let deadlines = periods.deadlines(of: counted, by: company.id.value),
      !deadlines.leavesTime(before: day), let earliest = deadlines.earliestStart
    else { return nil }
    return max(earliest, day)
  }
}

extension Diagnostic {
  fileprivate static func undatedTask(
    of company: SubProcessor, at place: SourceRange, begins: CalendarDate, since release: String,
    earliest: CalendarDate
  ) -> Self {
    Diagnostic(
      .shortNotice,
      "task of '\(company.id.value)' is new since release '\(release)' and states no day; use from "
        + "the release's '\(begins)' does not leave the promised time",
      at: place,
      help: "write 'effective: \(earliest)' or a later day, or the day since which it has been in "
        + "use; what could not wait takes a note {sub-processor: \(company.id.value), reason: ...} "
        + "in 'content/releases/next.yml'")
  }

  /// A row in other words may be the same task, so this is no error.
  fileprivate static func changedRow(
    of company: SubProcessor, at place: SourceRange, begins: CalendarDate, since release: String,
    earliest: CalendarDate
  ) -> Self {
    Diagnostic(
      .unannouncedUse, .warning,
      "row of '\(company.name.value)' has another task, place, ground, product or data since release "
        + "'\(release)'; a change from '\(begins)' does not leave the promised time",
      at: place, help: "let the text take effect on '\(earliest)' or a later day")
  }

  /// The row may be another name of one that was there, so this is no error.
  fileprivate static func undatedRow(
    of company: SubProcessor, at place: SourceRange, begins: CalendarDate, since release: String,
    earliest: CalendarDate
  ) -> Self {
    Diagnostic(
      .unannouncedUse, .warning,
      "'\(company.name.value)' is new in the list since release '\(release)' and states no day; use "
        + "from '\(begins)' does not leave the promised time",
      at: place,
      help:
        "give the list a column 'Since' that says '\(earliest)' or a later day, or the day since "
        + "which it has been in use; or let the text take effect on '\(earliest)'")
  }
}
