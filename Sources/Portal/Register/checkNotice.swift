internal import Calendars
internal import Deadlines
package import Diagnostics
internal import Frontmatter
internal import Registers

/// Checks what is announced against what is promised: a change that takes effect before the
/// promised time has passed is an error, as publishing it would publish a breach.
///
/// Once such a use has begun, nobody can announce it in time any more, but while customers may
/// object to it, the portal says both; that is a warning then. What is longer past is left alone.
/// What a note of a release is about could not wait, and the note says why.
func checkNotice(
  of companies: [SubProcessor], settings: PortalSettings, holidays: HolidayAtlas,
  published: PublishedNotices, asOf: CalendarDate
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  if let code = settings.notice.holidays {
    diagnostics += findCalendar(code, in: holidays).diagnostics
  }
  let check = NoticeCheck(
    periods: NoticePeriods(settings.notice, holidays: holidays, published: published),
    published: published, asOf: asOf)
  let categories = Set(
    (settings.dataCategories + settings.subjectCategories).map(\.id.value))
  for company in companies {
    for engagement in company.engagements {
      if let withdrawn = engagement.withdrawn {
        if withdrawn.value > asOf {
          diagnostics.append(.withdrawalToCome(withdrawn, today: asOf))
        }
      } else {
        diagnostics += check.diagnostics(of: engagement, by: company)
      }
    }
    diagnostics += check.changedAnnouncements(of: company, categories: categories)
  }
  return diagnostics
}

private struct NoticeCheck {
  let periods: NoticePeriods
  let published: PublishedNotices
  let asOf: CalendarDate

  func diagnostics(of engagement: Engagement, by company: SubProcessor) -> [Diagnostic] {
    guard let announced = engagement.announced else {
      guard let effective = engagement.effective, effective.value > asOf,
        let earliest = periods.earliestStart(announcedOn: asOf)
      else { return [] }
      return [
        earliest > effective.value
          ? .lateAnnouncement(effective, today: asOf, earliest: earliest)
          : .noAnnouncement(effective, today: asOf, isAdopted: company.adoption != nil)
      ]
    }
    var found: [Diagnostic] = []
    if announced.value > asOf { found.append(.announcementToCome(announced, today: asOf)) }
    if let earliest = startThatIsMissing(of: engagement, by: company) {
      found.append(.missingStart(announced, earliest: earliest))
    }
    guard !published.explains(announcing: company.id.value, on: announced.value),
      let deadlines = periods.deadlines(of: engagement, by: company.id.value)
    else { return found }
    if let effective = engagement.effective, let earliest = deadlines.earliestStart,
      !deadlines.leavesTime(before: effective.value)
    {
      if effective.value > asOf {
        found.append(
          .shortNotice(effective, announced: announced, earliest: earliest, of: company.id.value))
      } else if engagement.isCurrent(on: asOf), let last = deadlines.window?.lastDay, last >= asOf {
        found.append(
          .openWindowInUse(effective, announced: announced, until: last, of: company.id.value))
      }
    }
    // Of what is in use by now, a record becomes complete.
    if company.adoption == nil, published.hasReleases,
      published.release(announcing: company.id.value, on: announced.value) == nil,
      let begins = engagement.effective?.value ?? deadlines.earliestStart, begins > asOf,
      let last = deadlines.window?.lastDay, last < asOf
    {
      found.append(.closedWindow(announced, last: last, of: company.id.value))
    }
    return found
  }

  /// The day from which what was announced could be in use, where it has come and nobody has written
  /// whether it is.
  private func startThatIsMissing(
    of engagement: Engagement, by company: SubProcessor
  ) -> CalendarDate? {
    guard let announced = engagement.announced?.value, engagement.effective == nil,
      engagement.vagueStart == nil, engagement.ended == nil
    else { return nil }
    let earliest =
      periods.deadlines(of: engagement, by: company.id.value)?.earliestStart ?? announced
    return earliest <= asOf ? earliest : nil
  }

  /// Of what has not begun: what becomes of a task in use is no change of its announcement.
  func changedAnnouncements(of company: SubProcessor, categories: Set<String>) -> [Diagnostic] {
    company.announcedTasks.compactMap { task, index in
      let engagement = company.engagements[index]
      guard let announced = engagement.announced, engagement.withdrawn == nil,
        !published.explains(announcing: company.id.value, on: announced.value),
        let told = published.told(of: task),
        let begins = engagement.effective?.value
          ?? periods.deadlines(of: engagement, by: company.id.value)?.earliestStart,
        begins > asOf
      else { return nil }
      let news = engagement.substance(beyond: told.engagement, categories: categories)
      guard !news.isEmpty else { return nil }
      return .changedAnnouncement(announced, news, since: told.release, of: company.id.value)
    }
  }
}

extension Engagement {
  /// What is announced of places, grounds and data that was not before. Where nothing was stated,
  /// a record becomes complete; words may be mended, so of data only what has an id counts.
  fileprivate func substance(beyond before: Engagement, categories: Set<String>) -> [String] {
    func new(_ facts: (Engagement) -> [String]) -> [String] {
      let known = Set(facts(before))
      return known.isEmpty ? [] : inOrder(facts(self).filter { !known.contains($0) })
    }
    return new { $0.locations.compactMap { $0.country?.value ?? $0.organisation?.value } }
      + new { $0.allTransfers.map(\.mechanism.value.rawValue) }
      + new { $0.data.map(\.value).filter { categories.contains($0) } }
      + new { $0.subjects.map(\.value).filter { categories.contains($0) } }
  }
}

extension Diagnostic.Code {
  package static let shortNotice = Self(rawValue: "short-notice")
  package static let unannouncedUse = Self(rawValue: "unannounced-use")
  package static let missingStart = Self(rawValue: "missing-start")
  package static let changedAnnouncement = Self(rawValue: "changed-announcement")
  package static let closedWindow = Self(rawValue: "closed-window")
}

extension Diagnostic {
  private static func note(about company: String) -> String {
    "a note {sub-processor: \(company), reason: ...} in 'content/releases/next.yml'"
  }

  /// The record may only lack the day, so this is no error.
  fileprivate static func lateAnnouncement(
    _ effective: Located<CalendarDate>, today: CalendarDate, earliest: CalendarDate
  ) -> Self {
    Diagnostic(
      .unannouncedUse, .warning,
      "use from '\(effective.value)' is not announced, and '\(today)' would be too late for it",
      at: effective.range,
      help:
        "write the day on which customers were told as 'announced', or '\(earliest)' or a later day"
    )
  }

  /// Until somebody writes when customers were told, no page says until when they may object.
  fileprivate static func noAnnouncement(
    _ effective: Located<CalendarDate>, today: CalendarDate, isAdopted: Bool
  ) -> Self {
    Diagnostic(
      .unannouncedUse, .warning,
      "use from '\(effective.value)' is planned and not announced, so the portal shows no last day to "
        + "object",
      at: effective.range,
      help: isAdopted
        ? "give the list a column 'Announced' with the day on which customers were told, or are"
        : "write 'announced' with the day on which customers were told, such as '\(today)'")
  }

  fileprivate static func missingStart(
    _ announced: Located<CalendarDate>, earliest: CalendarDate
  ) -> Self {
    Diagnostic(
      .missingStart, .warning,
      "what was announced on '\(announced.value)' may be in use since '\(earliest)', and no first day"
        + " of use is written, so the portal shows it as planned",
      at: announced.range,
      help: "write the first day of use as 'effective', or 'withdrawn' where it was given up")
  }

  fileprivate static func announcementToCome(
    _ announced: Located<CalendarDate>, today: CalendarDate
  ) -> Self {
    Diagnostic(
      .dateOrder, .warning,
      "'announced' \(announced.value) is to come, but the portal of '\(today)' tells of the use already",
      at: announced.range,
      help: "write the day on which the portal tells of it first, or add the task on that day")
  }

  fileprivate static func withdrawalToCome(
    _ withdrawn: Located<CalendarDate>, today: CalendarDate
  ) -> Self {
    Diagnostic(
      .dateOrder, .warning,
      "'withdrawn' \(withdrawn.value) is to come, so the portal of '\(today)' tells of the use as "
        + "announced",
      at: withdrawn.range,
      help: "write the day on which the use was given up, or 'withdrawn' on that day")
  }

  fileprivate static func shortNotice(
    _ effective: Located<CalendarDate>, announced: Located<CalendarDate>, earliest: CalendarDate,
    of company: String
  ) -> Self {
    Diagnostic(
      .shortNotice, .error,
      "use from '\(effective.value)' does not leave the promised time; notice and objection come first",
      at: effective.range,
      notes: [Note("announced on \(announced.value)", at: announced.range)],
      help:
        "write '\(max(earliest, effective.value))' or a later day, or announce it earlier; what could "
        + "not wait takes \(note(about: company))")
  }

  fileprivate static func openWindowInUse(
    _ effective: Located<CalendarDate>, announced: Located<CalendarDate>, until last: CalendarDate,
    of company: String
  ) -> Self {
    Diagnostic(
      .shortNotice, .warning,
      "in use since '\(effective.value)', while customers may object until '\(last)'; the portal says both",
      at: effective.range,
      notes: [Note("announced on \(announced.value)", at: announced.range)],
      help: "correct the day that is wrong; what could not wait takes \(note(about: company))")
  }

  fileprivate static func closedWindow(
    _ announced: Located<CalendarDate>, last: CalendarDate, of company: String
  ) -> Self {
    Diagnostic(
      .closedWindow, .warning,
      "no release published the announcement of '\(announced.value)' before its last day to object, "
        + "'\(last)'; the portal tells customers of it too late",
      at: announced.range,
      help:
        "write the day of the release as 'announced'; where customers were told in time otherwise, "
        + "say so in \(note(about: company))")
  }

  fileprivate static func changedAnnouncement(
    _ announced: Located<CalendarDate>, _ news: [String], since release: String, of company: String
  ) -> Self {
    let facts = news.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .changedAnnouncement, .warning,
      "what was announced on '\(announced.value)' has changed since release '\(release)', now with "
        + "\(facts); a change of substance is announced anew, and its periods begin again",
      at: announced.range,
      help:
        "write the day on which customers are told of it as 'announced'; where they were told so "
        + "from the start, say so in \(note(about: company))")
  }
}
