extension DeadlineWords {
  /// What was done, a line a step; the days that a step left out follow it in ``skipped(in:)``.
  ///
  /// `citesLaw`: whether the computation is one of German law, and a step may say by which.
  package func line(_ step: DeadlineStep, citesLaw: Bool = true) -> String {
    switch step {
    case .happened(let kind, let moment): happened(kind, moment)
    case .localDay(let time, let zone):
      pick(
        "In \(zone) that is \(day(time.date)), \(clockTime(minute: time.minute))",
        "In \(zone) ist das \(day(time.date)), \(clockTime(minute: time.minute)) Uhr")
    case .afterCutOff(let hour, let moved, _):
      pick(
        "From \(clockTime(minute: hour * 60)) on it counts as of the next working day: "
          + day(moved),
        "Ab \(clockTime(minute: hour * 60)) Uhr gilt der nächste Arbeitstag: \(day(moved))")
    case .deemedReceived(let period, let day, _):
      pick(
        "Taken as received \(self.period(period)) after sending: \(self.day(day))",
        "Gilt \(self.period(period)) nach dem Absenden als zugegangen: \(self.day(day))")
    case .eventDay(let day, let isCounted):
      isCounted
        ? pick(
          "The day of the event counts: \(self.day(day)) is day 1",
          "Der Tag des Ereignisses zählt mit: \(self.day(day)) ist Tag 1")
        : pick(
          "The day of the event does not count: \(self.day(day))",
          "Der Tag des Ereignisses zählt nicht mit: \(self.day(day))")
    case .counted(let period, let week, let last, _): counted(period, week, last)
    case .shortMonth(let number, let last):
      pick(
        "The month has no day \(number); its last day takes its place: \(day(last))",
        "Der Monat hat keinen \(number). Tag; an seine Stelle tritt der letzte: \(day(last))")
    case .rolled(let from, let to, _):
      pick(
        "\(day(from)) is no working day; the next one takes its place: \(day(to))",
        "\(day(from)) ist kein Werktag"
          + (citesLaw ? " im Sinne des \(law(of: .rollForward))" : "")
          + "; es gilt der nächste: \(day(to))")
    case .fullDaysBetween(let first, let notice):
      pick(
        "All days from \(day(first)) on lie between; announced by the end of \(day(notice))",
        "Alle Tage ab \(day(first)) liegen dazwischen; Ankündigung bis Ende \(day(notice))")
    }
  }

  private func happened(_ kind: NoticeEvent.Kind, _ moment: Moment) -> String {
    let time =
      switch moment {
      case .day(let date): day(date)
      case .local(let time): "\(day(time.date)), \(clockTime(minute: time.minute))"
      case .instant(let instant): instant.description
      }
    return switch kind {
    case .sent: pick("Sent: \(time)", "Abgesandt: \(time)")
    case .received: pick("Received: \(time)", "Zugegangen: \(time)")
    case .published: pick("Published: \(time)", "Veröffentlicht: \(time)")
    case .planned: pick("Planned for: \(time)", "Geplant für: \(time)")
    }
  }

  private func counted(_ period: Period, _ week: WorkingWeek?, _ last: CalendarDate) -> String {
    let length = self.period(period, week: week)
    guard let week else {
      return pick("Counted \(length), to \(day(last))", "Gezählt: \(length), bis \(day(last))")
    }
    return pick(
      "Counted \(length), \(span(of: week)) without public holidays, to \(day(last))",
      "Gezählt: \(length), \(span(of: week)) ohne Feiertage, bis \(day(last))")
  }

  /// The days that `step` left out, in the order in which they were met.
  package func skipped(in step: DeadlineStep) -> [DayOff] {
    switch step {
    case .afterCutOff(_, _, let skipped), .deemedReceived(_, _, let skipped),
      .counted(_, _, _, let skipped), .rolled(_, _, let skipped):
      skipped
    case .happened, .localDay, .eventDay, .shortMonth, .fullDaysBetween: []
    }
  }
}
