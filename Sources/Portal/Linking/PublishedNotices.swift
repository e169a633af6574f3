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

  /// Nothing was published yet.
  init() { (notices, firsts, revisions) = ([:], [:], [:]) }

  /// `releases`: oldest first.
  init(_ releases: [PublishedRelease]) {
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
  }

  /// The days of the releases that changed what was announced of a task, oldest first.
  func revisions(of task: AnnouncedTask) -> [CalendarDate] { revisions[task] ?? [] }

  /// The number of the release that first published an announcement; `nil` for a new one.
  func release(announcing company: String, on day: CalendarDate) -> Int? {
    firsts[Announcement(company: company, day: day)]
  }
}
