internal import Calendars
internal import Deadlines
package import Diagnostics
internal import Frontmatter
internal import References
internal import Registers

/// The promised periods of a portal, applied to what has been announced.
struct NoticePeriods: Sendable {
  /// For what is announced today.
  private let terms: NoticeTerms
  let published: PublishedNotices
  /// By the numbers of `published`.
  private let publishedTerms: [Int: NoticeTerms]

  init(
    _ notice: PortalSettings.Notice, holidays: HolidayAtlas,
    published: PublishedNotices = PublishedNotices()
  ) {
    terms = Self.terms(of: notice, holidays)
    self.published = published
    publishedTerms = published.notices.mapValues { Self.terms(of: $0, holidays) }
  }

  /// A last day that is a weekend or a holiday gives way to the next working day: that takes time
  /// from nobody who may object.
  private static func terms(
    of notice: PortalSettings.Notice, _ holidays: HolidayAtlas
  ) -> NoticeTerms {
    NoticeTerms(
      noticeBeforeUse: notice.beforeUse?.value, objectionWindow: notice.objection?.value,
      week: notice.week,
      calendar: notice.holidays.flatMap { holidays.calendar(for: $0.value) },
      roll: .forward)
  }

  /// What follows from announcing an engagement; `nil` where no date of it is stated, or the
  /// computation leaves the calendar.
  ///
  /// The announcement counts as received on the day that the record states. What a release has
  /// published keeps the periods of that release.
  func deadlines(of engagement: Engagement, by company: String) -> NoticeDeadlines? {
    guard let announced = engagement.announced?.value else { return nil }
    let release = published.release(announcing: company, on: announced)
    let terms = release.flatMap { publishedTerms[$0] } ?? terms
    let event = NoticeEvent(.received, .day(announced))
    return try? computeNoticeDeadlines(terms, from: event, effective: engagement.effective?.value)
  }

  /// The first day of use that leaves the promised time after an announcement on `day`.
  fileprivate func earliestStart(announcedOn day: CalendarDate) -> CalendarDate? {
    let event = NoticeEvent(.received, .day(day))
    return try? computeNoticeDeadlines(terms, from: event, effective: nil).earliestStart
  }

  /// The last day on which a customer may object.
  func lastDayToObject(to engagement: Engagement, by company: String) -> CalendarDate? {
    deadlines(of: engagement, by: company)?.window?.lastDay
  }
}

/// Checks what is announced against what is promised: a change that takes effect before the
/// promised time has passed is an error, as publishing it would publish a breach.
///
/// Only engagements that have not begun are checked; what is past can't be announced in time any
/// more. What a note of a release is about could not wait, and the note says why.
func checkNotice(
  of companies: [SubProcessor], settings: PortalSettings, holidays: HolidayAtlas,
  published: PublishedNotices, asOf: CalendarDate
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  if let code = settings.notice.holidays {
    diagnostics += findCalendar(code, in: holidays).diagnostics
  }
  let periods = NoticePeriods(settings.notice, holidays: holidays, published: published)
  for company in companies {
    for engagement in company.engagements where engagement.withdrawn == nil {
      guard let effective = engagement.effective, effective.value > asOf else { continue }
      guard let announced = engagement.announced else {
        if let earliest = periods.earliestStart(announcedOn: asOf), earliest > effective.value {
          diagnostics.append(.lateAnnouncement(effective, today: asOf, earliest: earliest))
        }
        continue
      }
      guard !published.explains(announcing: company.id.value, on: announced.value),
        let deadlines = periods.deadlines(of: engagement, by: company.id.value),
        !deadlines.leavesTime(before: effective.value), let earliest = deadlines.earliestStart
      else { continue }
      diagnostics.append(
        .shortNotice(effective, announced: announced, earliest: earliest, of: company.id.value))
    }
  }
  return diagnostics
}

/// The periods of the settings as texts of agreements are compared with them; what `normally` holds
/// binds no one, and is left out.
func statedPeriods(of notice: PortalSettings.Notice) -> [StatedPeriod] {
  func stated(
    _ period: Located<Deadlines.Period>?, _ kind: StatedPeriod.Kind
  ) -> StatedPeriod? {
    guard let period, period.value.promise != .normally else { return nil }
    return StatedPeriod(kind, period.value, week: notice.week, range: period.range)
  }
  return [stated(notice.beforeUse, .beforeUse), stated(notice.objection, .objection)].compactMap {
    $0
  }
}

extension Diagnostic.Code {
  package static let shortNotice = Self(rawValue: "short-notice")
  package static let unannouncedUse = Self(rawValue: "unannounced-use")
}

extension Diagnostic {
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
        + "not wait takes a note {sub-processor: \(company), reason: ...} in "
        + "'content/releases/next.yml'")
  }
}
