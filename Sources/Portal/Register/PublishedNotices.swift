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
  let notices: [Int: PortalSettings.Notice]
  private let firsts: [Announcement: Int]
  private let revisions: [AnnouncedTask: [CalendarDate]]
  /// What a release has published with a note about its company.
  private var noted: Set<Announcement> = []
  /// The companies that the release to come has a note about.
  private let notedNext: Set<String>

  /// Nothing was published yet.
  init() { (notices, firsts, revisions, notedNext) = ([:], [:], [:], []) }

  /// `releases`: oldest first. `next`: what is written for the one to come.
  init(_ releases: [PublishedRelease], next: NextRelease? = nil) {
    var notices: [Int: PortalSettings.Notice] = [:]
    var firsts: [Announcement: Int] = [:]
    var revisions: [AnnouncedTask: [CalendarDate]] = [:]
    var told: [AnnouncedTask: [String]] = [:]
    let read = readRecords(of: releases.map { UnreadVersion(id: $0.id, files: $0.files) })
    for (number, records) in read.enumerated() {
      for company in records.subProcessors {
        for (task, index) in company.announcedTasks {
          let facts = company.engagements[index].announcedFacts
          if let before = told.updateValue(facts, forKey: task), before != facts {
            revisions[task, default: []].append(releases[number].date)
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
    notedNext = Self.companies(in: next?.notes ?? [])
  }

  /// The days of the releases that changed what was announced of a task, oldest first.
  func revisions(of task: AnnouncedTask) -> [CalendarDate] { revisions[task] ?? [] }

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
