internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

// What runs, and what has happened: see docs/theme.md.

extension RegisterModels {
  /// Deadline values with their days, soonest first.
  func datedDeadlines() -> [(day: CalendarDate, value: Value)] {
    let day = portal.timeline.day
    var found: [(day: CalendarDate, kind: String, company: SubProcessor, task: Int)] = []
    for company in companies {
      for (task, engaged) in company.engaged.enumerated() where engaged.state != .withdrawn {
        let record = company.record
        if let until = engaged.openWindow { found.append((until, "objection", record, task)) }
        if let begins = engaged.begins, begins > day {
          found.append((begins, "effective", record, task))
        }
        if let ends = engaged.engagement.ended?.value, ends >= day {
          found.append((ends, "ended", record, task))
        }
        for change in engaged.changes {
          if let until = change.openWindow { found.append((until, "objection", record, task)) }
          if let from = change.begins, from > day { found.append((from, "changed", record, task)) }
        }
      }
    }
    let sorted = found.sorted {
      ($0.day, $0.kind, $0.company.id.value, $0.task)
        < ($1.day, $1.kind, $1.company.id.value, $1.task)
    }
    return sorted.map { deadline in
      let value = Value.pairs([
        "date": .string(deadline.day.description),
        // A version takes effect, a company comes into use.
        "kind": .string(deadline.kind == "effective" ? "in-use" : deadline.kind),
        "title": .string(deadline.company.name.value), "path": .string(path(of: deadline.company)),
        "service": passage(deadline.company.engagements[deadline.task].service),
        "version": .none, "language": .none,
      ])
      return (deadline.day, value)
    }
  }

  /// What the record's dates tell, newest first.
  func history(of company: Company) -> [Value] {
    var events: [(day: CalendarDate, kind: String, number: Int, service: LocalizedText?)] = []
    for (number, engaged) in company.engaged.enumerated() {
      let service = engaged.engagement.service
      for event in engaged.events { events.append((event.day, event.kind, number, service)) }
    }
    if let reviewed = company.record.reviewed?.value {
      events.append((reviewed, "reviewed", -1, nil))
    }
    events.sort { ($1.day, $0.number, $0.kind) < ($0.day, $1.number, $1.kind) }
    return events.map { event in
      .pairs([
        "date": .string(event.day.description), "kind": .string(event.kind),
        "service": passage(event.service),
        "is_to_come": .boolean(event.day > portal.timeline.day),
      ])
    }
  }
}

extension RegisterTimeline.Engaged {
  /// The days that its record states or its notice comes to, each with its word in the themes.
  fileprivate var events: [(day: CalendarDate, kind: String)] {
    var days: [(CalendarDate?, String)] = [(engagement.announced?.value, "announced")]
    for revised in engagement.revised { days.append((revised.value, "revised")) }
    // What is to be given up later only has not been.
    if state == .withdrawn { days.append((engagement.withdrawn?.value, "withdrawn")) }
    if state != .withdrawn {
      days.append((lastDayToObject, "objection"))
      days.append((begins, "effective"))
      days.append((engagement.ended?.value, "ended"))
      for change in changes {
        days.append((change.engagement.announced?.value, "announced"))
        days.append((change.lastDayToObject, "objection"))
        days.append((change.begins, "changed"))
      }
    }
    return days.compactMap { day, kind in day.map { ($0, kind) } }
  }
}
