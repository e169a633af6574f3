extension DeadlineComputation {
  mutating func resolve(_ event: NoticeEvent) throws(DeadlineError) -> CalendarDate {
    steps.append(.happened(event.kind, event.moment))
    var (day, minute) = try localDay(of: event)
    if let hour = event.cutOffHour, let minute, minute >= hour * 60 {
      day = try dayAfterCutOff(hour, on: day)
    }
    if let period = event.deemedReceivedAfter { day = try deemedReceipt(period, after: day) }
    if event.kind == .received { follow(.receipt) }
    steps.append(.eventDay(day, isCounted: terms.countsEventDay))
    follow(terms.countsEventDay ? .eventDayCounted : .eventDayNotCounted)
    return day
  }

  private mutating func localDay(
    of event: NoticeEvent
  ) throws(DeadlineError) -> (day: CalendarDate, minute: Int?) {
    switch event.moment {
    case .day(let day): return (day, nil)
    case .local(let time): return (time.date, time.minute)
    case .instant(let instant):
      guard let zone = event.zone else { throw .zoneMissing(instant) }
      guard let time = zone.localTime(at: instant) else {
        let year = instant.localTime(offset: zone.standardOffset).date.year
        throw .zoneNotCovered(zone: zone.name, year: year, years: zone.years)
      }
      steps.append(.localDay(time, zone: zone.name))
      follow(.localDay)
      return (time.date, time.minute)
    }
  }

  private mutating func dayAfterCutOff(
    _ hour: Int, on day: CalendarDate
  ) throws(DeadlineError) -> CalendarDate {
    guard let next = day.advanced(byDays: 1) else { throw .beyondCalendar }
    let (moved, skipped) = try workingDays.firstWorkingDay(from: next)
    steps.append(.afterCutOff(hour: hour, day: moved, skipped: skipped))
    follow(.cutOff)
    followWorkingWeek()
    return moved
  }

  private mutating func deemedReceipt(
    _ period: Period, after day: CalendarDate
  ) throws(DeadlineError) -> CalendarDate {
    var skipped: [DayOff] = []
    var received = try end(of: period, from: day, countsFirst: false)
    if period.countsWorkingDays {
      (received, skipped) = try workingDays.workingDay(
        number: period.count, from: received, step: 1)
      followWorkingWeek()
    }
    steps.append(.deemedReceived(after: period, day: received, skipped: skipped))
    follow(.deemedReceipt)
    return received
  }
}
