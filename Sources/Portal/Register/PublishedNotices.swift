internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import History
internal import Registers

/// What was promised when an announcement was first published, and when it was published anew.
///
/// Customers were told a day then: settings that change later are for later announcements.
package struct PublishedNotices: Sendable {
  private struct Announcement: Hashable {
    var company: String
    var day: CalendarDate
  }

  /// By the number of a release that first published an announcement.
  private(set) var notices: [Int: PortalSettings.Notice]
  /// Parallel to the releases.
  private let noticesOfReleases: [PortalSettings.Notice?]
  private var firsts: [Announcement: Int]
  private let releases: [(id: String, day: CalendarDate)]
  /// What the latest release that has a task says of it.
  private let told: [AnnouncedTask: (release: Int, engagement: Engagement)]
  /// Promises of contracts that are in force until others take effect.
  private(set) var earlier = EarlierPromises()
  private let revisions: [AnnouncedTask: [CalendarDate]]
  /// The same by what calendars know a task by, with the days on which it was announced anew.
  private let updates: [CalendarTask: [CalendarDate]]
  private let ends: PublishedEnds
  /// What a release has published with a note about its company.
  private var noted: Set<Announcement> = []
  /// The companies that the release to come has a note about.
  private let notedNext: Set<String>

  /// Nothing was published yet.
  init() {
    (notices, firsts, revisions, updates, notedNext) = ([:], [:], [:], [:], [])
    (noticesOfReleases, releases, told, ends) = ([], [], [:], PublishedEnds())
  }

  /// Of a release to come, which is held against the settings of today.
  init(earlier: EarlierPromises) {
    self.init()
    self.earlier = earlier
  }

  /// `releases`: oldest first. `next`: what is written for the one to come. `settings` and
  /// `agreements`: those of the content.
  init(
    _ releases: [PublishedRelease], next: NextRelease? = nil, settings: PortalSettings? = nil,
    agreements: [Agreement] = []
  ) {
    var notices: [Int: PortalSettings.Notice] = [:]
    var firsts: [Announcement: Int] = [:]
    var revisions: [AnnouncedTask: [CalendarDate]] = [:]
    var updates: [CalendarTask: [CalendarDate]] = [:]
    var told: [AnnouncedTask: (release: Int, engagement: Engagement)] = [:]
    var latest: [CalendarTask: Engagement] = [:]
    var ends = PublishedEnds()
    let read = readRecords(of: releases.map { UnreadVersion(id: $0.id, files: $0.files) })
    for (number, records) in read.enumerated() {
      for company in records.subProcessors {
        ends.add(company, on: releases[number].date)
        for (task, index) in company.announcedTasks {
          let engagement = company.engagements[index]
          if let before = told.updateValue((number, engagement), forKey: task),
            before.engagement.announcedFacts != engagement.announcedFacts
          {
            revisions[task, default: []].append(releases[number].date)
          }
          let event = CalendarTask(of: company, number: index)
          if let before = latest.updateValue(engagement, forKey: event),
            before.announced?.value != engagement.announced?.value
              || before.announcedFacts != engagement.announcedFacts
          {
            updates[event, default: []].append(releases[number].date)
          }
        }
      }
      let explained = Self.companies(in: releases[number].notes)
      for company in records.subProcessors where explained.contains(company.id.value) {
        for day in company.engagements.compactMap({ $0.announced?.value }) {
          noted.insert(Announcement(company: company.id.value, day: day))
        }
      }
      guard let notice = records.settings?.notice else { continue }
      for company in records.subProcessors {
        for day in company.engagements.compactMap({ $0.announced?.value }) {
          let announcement = Announcement(company: company.id.value, day: day)
          guard firsts[announcement] == nil else { continue }
          firsts[announcement] = number
          notices[number] = notice
        }
      }
    }
    (self.notices, self.firsts, self.revisions) = (notices, firsts, revisions)
    self.updates = updates
    self.ends = ends
    (self.releases, self.told) = (releases.map { ($0.id, $0.date) }, told)
    notedNext = Self.companies(in: next?.notes ?? [])
    noticesOfReleases = read.map { $0.settings?.notice }
    earlier = EarlierPromises(
      releases, noticesOfReleases, settings: settings, agreements: agreements)
  }

  /// Adds what releases announced by lists that are adopted: on their own days.
  mutating func add(adopted companies: [SubProcessor]) {
    for company in companies where company.adoption != nil {
      let days = company.engagements.flatMap { task in
        [task.announced?.value] + task.changes.map(\.announced)
      }
      for day in days.compactMap(\.self) {
        let announcement = Announcement(company: company.id.value, day: day)
        guard firsts[announcement] == nil,
          let number = releases.firstIndex(where: { $0.day == day }),
          let notice = noticesOfReleases[number]
        else { continue }
        firsts[announcement] = number
        notices[number] = notice
      }
    }
  }

  var hasReleases: Bool { !releases.isEmpty }

  /// What the latest release that has a task says of it, and the name of that release.
  func told(of task: AnnouncedTask) -> (release: String, engagement: Engagement)? {
    told[task].map { (releases[$0.release].id, $0.engagement) }
  }

  /// The day on which readers were first told of an announcement: that of a release, where it came
  /// later than the announcement. A first release holds what was announced before there was any.
  func day(ofTelling company: String, announcedOn day: CalendarDate) -> CalendarDate {
    guard let number = release(announcing: company, on: day), number > 0 else { return day }
    return max(day, releases[number].day)
  }

  /// The days of the releases that changed what was announced of a task, oldest first.
  func revisions(of task: AnnouncedTask) -> [CalendarDate] { revisions[task] ?? [] }

  /// The days of the releases that changed what calendars have of a task, or announced it anew.
  func updates(ofTask number: Int, of company: SubProcessor) -> [CalendarDate] {
    updates[CalendarTask(of: company, number: number)] ?? []
  }

  /// What was published of the end of a company's task and revoked since.
  func revokedEnd(ofTask number: Int, of company: SubProcessor) -> PublishedEnds.Revoked? {
    ends.revoked(number, of: company)
  }

  /// The number of the release that first published an announcement; `nil` for a new one.
  func release(announcing company: String, on day: CalendarDate) -> Int? {
    firsts[Announcement(company: company, day: day)]
  }

  /// Whether a note says of an announcement what there is to say about its time: one of a release
  /// that published it, or of the one to come.
  func explains(announcing company: String, on day: CalendarDate) -> Bool {
    notedNext.contains(company) || noted.contains(Announcement(company: company, day: day))
  }

  private static func companies(in notes: [ReleaseNote]) -> Set<String> {
    Set(
      notes.compactMap {
        if case .subProcessor(let id) = $0.subject { id.value } else { nil }
      })
  }
}
