internal import Deadlines
internal import Frontmatter
internal import Registers

/// A task that a company was announced for, as feeds and calendars know it for good.
///
/// Nothing in it is text that may be worded anew.
struct AnnouncedTask: Hashable, Sendable {
  var company: String
  var day: CalendarDate
  /// The engagement's id, or its number among those that were announced on the same day, from 1.
  var name: String
}

/// A task as calendars know it for good, however often it is announced.
struct CalendarTask: Hashable, Sendable {
  var company: String
  /// The engagement's id, or its number in the record, from 1.
  var name: String

  init(of company: SubProcessor, number: Int) {
    self.company = company.id.value
    name = company.engagements[number].id?.value ?? String(number + 1)
  }
}

extension SubProcessor {
  /// The engagements that were announced, with their indexes, in the order of the record.
  var announcedTasks: [(task: AnnouncedTask, engagement: Int)] {
    var counts: [CalendarDate: Int] = [:]
    return engagements.enumerated().compactMap { index, engagement in
      guard let day = engagement.announced?.value else { return nil }
      counts[day, default: 0] += 1
      let name = engagement.id?.value ?? String(counts[day, default: 1])
      return (AnnouncedTask(company: id.value, day: day, name: name), index)
    }
  }
}

extension Engagement {
  /// What subscribers were told of an announcement, so that they are told again when it changes:
  /// the task, its days, its places and what transfers rest on.
  var announcedFacts: [String] {
    func fact(_ name: String, _ value: String?) -> [String] {
      value.map { ["\(name) \($0)"] } ?? []
    }
    func grounds(_ transfers: [Transfer]) -> [String] {
      transfers.flatMap {
        fact("mechanism", $0.mechanism.value.rawValue) + fact("decision", $0.decision?.value)
      }
    }
    var facts = (service?.variants ?? []).flatMap { fact("service", $0.text.value) }
    facts += fact("effective", effective?.value.description)
    facts += fact("ended", ended?.value.description)
    facts += fact("withdrawn", withdrawn?.value.description)
    for location in locations {
      facts += fact("country", location.country?.value) + fact("city", location.city?.value)
      facts += fact("organisation", location.organisation?.value) + grounds(location.transfers)
    }
    return facts + grounds(transfers)
  }
}
