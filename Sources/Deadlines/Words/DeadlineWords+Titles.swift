extension DeadlineWords {
  package var rulesTitle: String { pick("Rules", "Regeln") }
  package var notesTitle: String { pick("Notes", "Hinweise") }
  package var holidaysTitle: String { pick("Public holidays", "Feiertage") }
  package var noticeTitle: String { pick("Notice before use", "Ankündigung vor dem Einsatz") }
  package var windowTitle: String { pick("Time to object", "Einspruchsfrist") }

  /// `Last day to object: Tuesday 2027-01-12`
  package func objectionLine(_ window: Deadline) -> String {
    let label = pick("Last day to object", "Letzter Tag für den Einspruch")
    return "\(label): \(endOfDay(window))"
  }

  /// `Earliest start of use: Tuesday 2027-02-02 (effective date)`, or `nil` where nothing settles
  /// it.
  package func startLine(_ deadlines: NoticeDeadlines) -> String? {
    guard let start = deadlines.earliestStart else { return nil }
    let causes = deadlines.causes.map { cause in
      switch cause {
      case .notice: pick("day after the notice period", "Tag nach der Ankündigungsfrist")
      case .window: pick("day after the time to object", "Tag nach der Einspruchsfrist")
      case .effectiveDate: pick("effective date", "Tag des Wirksamwerdens")
      }
    }
    let label = pick("Earliest start of use", "Frühester Einsatz")
    return "\(label): \(day(start)) (\(causes.joined(separator: ", ")))"
  }

  /// The last day, with the moment of its end where the time zone is known.
  func endOfDay(_ deadline: Deadline) -> String {
    let day = day(deadline.lastDay)
    return deadline.event.zone.map { "\(day), 24:00 (\($0.name))" } ?? day
  }
}
