internal import Deadlines
internal import Frontmatter
internal import Registers

// What sub-processors were announced, as entries of a feed.

extension PortalFeeds {
  /// An entry for each task that a company was announced for, behind the one of its withdrawal, and
  /// for each change of one that customers may object to.
  func announcements(_ language: String) -> [Feed.Entry] {
    guard let registers = registers[language] else { return [] }
    let today = portal.timeline.day
    var entries: [Feed.Entry] = []
    for company in portal.timeline.companies {
      for (announcement, index) in company.record.announcedTasks where announcement.day <= today {
        let engaged = company.engaged[index]
        let withdrawn = engaged.engagement.withdrawn.map(\.value).flatMap { $0 <= today ? $0 : nil }
        if let withdrawn {
          entries.append(
            withdrawal(
              of: announcement, engaged.engagement, by: company.record, on: withdrawn, language))
        }
        entries.append(
          entry(of: announcement, engaged, by: company.record, withdrawn: withdrawn, registers))
      }
      for (number, engaged) in company.engaged.enumerated() {
        for change in engaged.changes {
          guard let day = change.engagement.announced?.value, day <= today else { continue }
          entries.append(
            entry(ofChange: change, on: day, number: number + 1, by: company.record, registers))
        }
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
    of announcement: AnnouncedTask, _ engaged: RegisterTimeline.Engaged, by company: SubProcessor,
    withdrawn: CalendarDate?, _ registers: RegisterModels
  ) -> Feed.Entry {
    let (task, language) = (engaged.engagement, registers.language)
    let published = portal.noticePeriods.published
    let name = company.name.value
    let begins = withdrawn == nil ? task.effective?.value : nil
    let title =
      begins.map {
        text("feed.announced", language, ["name": name, "date": dateText($0, language)])
      } ?? text("feed.announced-undated", language, ["name": name])
    // What becomes of a task in use is no change of its announcement.
    let revised = published.revisions(of: announcement).last { day in
      task.effective.map { day <= $0.value } ?? true
    }
    // A reader files an entry by its day: one that a release tells of late is new on that day.
    let told = published.day(ofTelling: company.id.value, announcedOn: announcement.day)
    return Feed.Entry(
      id: tag(place(of: announcement, by: company), on: announcement.day.description),
      title: title, day: told.description, changed: revised?.description,
      url: address(of: paths.subProcessor(company.id.value, language)),
      sentences: withdrawn.map { service(of: task, language) + [withdrawnOn($0, language)] }
        ?? facts(of: engaged, registers))
  }

  private func entry(
    ofChange change: RegisterTimeline.Engaged, on day: CalendarDate, number: Int,
    by company: SubProcessor, _ registers: RegisterModels
  ) -> Feed.Entry {
    let language = registers.language
    let from = change.begins.map { dateText($0, language) } ?? ""
    return Feed.Entry(
      id: tag("sub-processors/\(company.id.value)/\(number)/changed", on: day.description),
      title: text("feed.changed", language, ["name": company.name.value, "date": from]),
      day: day.description, url: address(of: paths.subProcessor(company.id.value, language)),
      sentences: facts(of: change, registers))
  }

  /// What a reader needs to decide: the task, where, on what ground and for what, until when one may
  /// object, and to whom.
  private func facts(
    of engaged: RegisterTimeline.Engaged, _ registers: RegisterModels
  ) -> [String] {
    let language = registers.language
    var sentences = service(of: engaged.engagement, language)
    for (key, value) in registers.facts(of: engaged) {
      sentences.append(
        text("feed.fact", language, ["name": text(key, language, [:]), "value": value]))
    }
    guard let day = engaged.lastDayToObject else { return sentences }
    sentences.append(text("feed.object", language, ["date": dateText(day, language)]))
    if let contact = portal.objectionContact {
      let ways = [portal.settings.processor.name.value] + contact.ways
      sentences.append(
        "\(text("deadline.object-to", language, [:])) \(ways.joined(separator: ", "))")
    }
    return sentences
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

extension RegisterModels {
  /// Where a task takes place, what that rests on, and for what products, each with the word for it;
  /// what is not stated is left out.
  fileprivate func facts(of engaged: Engaged) -> [(key: String, value: String)] {
    let engagement = engaged.engagement
    let places = engagement.locations.map { place in
      let name = place.country.map { Countries.shipped.name(of: $0.value, in: language) }
      let roles = place.roles.map { words.text("location.\($0.value.rawValue)") }
      let parts = [
        name ?? place.organisation?.value, place.city?.value, place.note?.text(in: language).text,
      ].compactMap(\.self)
      let role = roles.isEmpty ? "" : " (\(roles.joined(separator: ", ")))"
      return parts.joined(separator: ", ") + role
    }
    let grounds = grounds(of: engaged).map { ground in
      let word = words.text("mechanism.\(ground.mechanism)")
      let module = ground.transfer?.module.map {
        words.text("mechanism.module", filling: ["number": String($0.value)])
      }
      return [word, module].compactMap(\.self).joined(separator: ", ")
    }
    let products = engagement.products.map { self.products[$0.value] ?? $0.value }
    let data = engagement.data.map { categories[$0.value] ?? $0.value }
    let facts = [
      ("register.data", data), ("register.location", places), ("register.transfer", grounds),
      ("register.products", products),
    ]
    return facts.filter { !$1.isEmpty }.map { ($0, inOrder($1).joined(separator: "; ")) }
  }
}
