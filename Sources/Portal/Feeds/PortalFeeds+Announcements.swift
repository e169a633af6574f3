internal import Deadlines
internal import Frontmatter
internal import Registers

// What sub-processors were announced, as entries of a feed.

extension PortalFeeds {
  /// An entry for each task that a company was announced for, behind the one of its withdrawal.
  func announcements(_ language: String) -> [Feed.Entry] {
    var entries: [Feed.Entry] = []
    for company in portal.subProcessors {
      for (announcement, index) in company.announcedTasks
      where announcement.day <= portal.timeline.day {
        let task = company.engagements[index]
        let withdrawn = task.withdrawn.map(\.value).flatMap {
          $0 <= portal.timeline.day ? $0 : nil
        }
        if let withdrawn {
          entries.append(withdrawal(of: announcement, task, by: company, on: withdrawn, language))
        }
        entries.append(entry(of: announcement, task, by: company, withdrawn: withdrawn, language))
      }
    }
    return entries
  }

  private func withdrawal(
    of announcement: AnnouncedTask, _ task: Engagement, by company: SubProcessor,
    on day: CalendarDate, _ language: String
  ) -> Feed.Entry {
    Feed.Entry(
      id: tag(
        "\(place(of: announcement, by: company))/withdrawn", on: announcement.day.description),
      title: text("feed.withdrawn", language, ["name": company.name.value]),
      day: day.description, url: address(of: paths.subProcessor(company.id.value, language)),
      sentences: service(of: task, language) + [withdrawnOn(day, language)])
  }

  private func entry(
    of announcement: AnnouncedTask, _ task: Engagement, by company: SubProcessor,
    withdrawn: CalendarDate?, _ language: String
  ) -> Feed.Entry {
    let periods = portal.noticePeriods
    var sentences = service(of: task, language)
    if let withdrawn {
      sentences.append(withdrawnOn(withdrawn, language))
    } else if let day = periods.lastDayToObject(to: task, by: company.id.value) {
      sentences.append(text("feed.object", language, ["date": dateText(day, language)]))
    }
    let name = company.name.value
    let begins = withdrawn == nil ? task.effective?.value : nil
    let title =
      begins.map {
        text("feed.announced", language, ["name": name, "date": dateText($0, language)])
      } ?? text("feed.announced-undated", language, ["name": name])
    // What becomes of a task in use is no change of its announcement.
    let revised = periods.published.revisions(of: announcement).last { day in
      task.effective.map { day <= $0.value } ?? true
    }
    // A reader files an entry by its day: one that a release tells of late is new on that day.
    let told = periods.published.day(ofTelling: company.id.value, announcedOn: announcement.day)
    return Feed.Entry(
      id: tag(place(of: announcement, by: company), on: announcement.day.description),
      title: title, day: told.description, changed: revised?.description,
      url: address(of: paths.subProcessor(company.id.value, language)), sentences: sentences)
  }

  private func place(of announcement: AnnouncedTask, by company: SubProcessor) -> String {
    "sub-processors/\(company.id.value)/\(announcement.name)"
  }

  private func service(of task: Engagement, _ language: String) -> [String] {
    task.service.map { [$0.text(in: language).text] } ?? []
  }

  private func withdrawnOn(_ day: CalendarDate, _ language: String) -> String {
    text("feed.withdrawn-on", language, ["date": dateText(day, language)])
  }
}
