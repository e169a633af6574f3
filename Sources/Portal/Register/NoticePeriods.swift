internal import Calendars
internal import Deadlines
internal import Frontmatter
internal import References
internal import Registers

/// The promised periods of a portal, applied to what has been announced.
struct NoticePeriods: Sendable {
  /// For what is announced today.
  private let terms: NoticeTerms
  private let holidays: HolidayAtlas
  let published: PublishedNotices
  /// By the numbers of `published`.
  private let publishedTerms: [Int: NoticeTerms]

  init(
    _ notice: PortalSettings.Notice, holidays: HolidayAtlas,
    published: PublishedNotices = PublishedNotices()
  ) {
    terms = Self.terms(of: notice, holidays)
    self.holidays = holidays
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
  /// published keeps the periods of that release; where a contract was in force then that had been
  /// published with longer ones, those.
  func deadlines(of engagement: Engagement, by company: String) -> NoticeDeadlines? {
    guard let announced = engagement.announced?.value else { return nil }
    let release = published.release(announcing: company, on: announced)
    let terms = release.flatMap { publishedTerms[$0] } ?? terms
    return longest(
      terms, ofRelease: release, from: announced, effective: engagement.effective?.value)
  }

  /// The first day of use that leaves the promised time after an announcement on `day`.
  func earliestStart(announcedOn day: CalendarDate) -> CalendarDate? {
    longest(terms, ofRelease: nil, from: day, effective: nil)?.earliestStart
  }

  private func longest(
    _ terms: NoticeTerms, ofRelease release: Int?, from day: CalendarDate, effective: CalendarDate?
  ) -> NoticeDeadlines? {
    let event = NoticeEvent(.received, .day(day))
    var found = try? computeNoticeDeadlines(terms, from: event, effective: effective)
    for notice in published.earlier.notices(on: day, besideRelease: release) {
      let other = try? computeNoticeDeadlines(
        Self.terms(of: notice, holidays), from: event, effective: effective)
      if let other { found = found?.combined(with: other) }
    }
    return found
  }

  /// A notice with the periods that what is announced on a day has, which may be longer ones.
  func promised(_ notice: PortalSettings.Notice, on day: CalendarDate) -> PortalSettings.Notice {
    var promised = notice
    let event = NoticeEvent(.received, .day(day))
    func ends(_ notice: PortalSettings.Notice) -> NoticeDeadlines? {
      try? computeNoticeDeadlines(Self.terms(of: notice, holidays), from: event)
    }
    for other in published.earlier.notices(on: day, besideRelease: nil) {
      guard let now = ends(promised), let then = ends(other) else { continue }
      if let end = then.notice?.lastDay, now.notice.map({ $0.lastDay < end }) ?? true {
        promised.beforeUse = other.beforeUse
      }
      if let end = then.window?.lastDay, now.window.map({ $0.lastDay < end }) ?? true {
        promised.objection = other.objection
      }
    }
    return promised
  }

  /// The last day on which a customer may object.
  func lastDayToObject(to engagement: Engagement, by company: String) -> CalendarDate? {
    deadlines(of: engagement, by: company)?.window?.lastDay
  }
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
