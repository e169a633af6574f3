internal import Deadlines
package import Diagnostics
internal import Frontmatter

/// Reads a file of time zones: the rules of summer time, and the zones that follow them.
///
/// - Returns: the zones, `nil` where the file has errors; and all faults found.
package func readClockZones(
  _ bytes: [UInt8], path: String
) -> (zones: ClockZones?, diagnostics: [Diagnostic]) {
  let (root, faults) = parseYAML(bytes[...], path: path)
  guard let root, !faults.containsErrors else { return (nil, faults) }
  var record = RecordReader(root, path: path, what: "file of time zones")
  let edition = record.value(
    "edition", expected: "the date of the data such as 2026-11-20", parse: CalendarDate.init)
  if !record.has("edition") { record.reportMissing("edition") }
  let summerTimes = record.records("summer-times", what: "summer time") { $0.summerTime() }
  let zones = record.records("zones", what: "time zone") { $0.clockZone(of: summerTimes) }
  record.finish()
  let diagnostics = faults + record.diagnostics
  guard let edition, !diagnostics.containsErrors else { return (nil, diagnostics) }
  return (ClockZones(all: zones, edition: edition.value.description), diagnostics)
}

/// A rule of summer time with the years in which it holds.
private struct DatedSummerTime {
  var rule: ClockZone.SummerTime
  var years: ClosedRange<Int>
}

/// Who keeps summer time.
private enum ChangingClock: String, CaseIterable {
  /// All zones change at one moment.
  case utc
  /// Each zone changes when its own clocks show the time.
  case local
}

extension RecordReader {
  fileprivate mutating func summerTime() -> DatedSummerTime? {
    let name = requiredText("name")
    let begins = yearlyDay("begins")
    let ends = yearlyDay("ends")
    let time = value("at", expected: "a time of day such as \"01:00\"", parse: minutes)
    let clock = choice("clock", as: ChangingClock.self)
    let years = years("years")
    for key in ["at", "clock", "years"] where !has(key) { reportMissing(key) }
    guard let name, let begins, let ends, let time, let clock, let years else { return nil }
    let rule = ClockZone.SummerTime(
      name: name.value, begins: begins, ends: ends, minute: time.value,
      isUTC: clock.value == .utc)
    return DatedSummerTime(rule: rule, years: years.value)
  }

  private mutating func yearlyDay(_ key: String) -> YearlyDay? {
    if !has(key) { reportMissing(key) }
    return value(key, expected: "a day such as 'last sunday of march'", parse: YearlyDay.init)?
      .value
  }

  fileprivate mutating func clockZone(of summerTimes: [DatedSummerTime]) -> ClockZone? {
    let name = requiredText("name")
    let offset = value("offset", expected: "a time ahead of UTC such as \"+01:00\"", parse: offset)
    if !has("offset") { reportMissing("offset") }
    let summerTime = text("summer-time").flatMap { named($0, of: summerTimes) }
    let years = years("years")
    guard let name, let offset else { return nil }
    return ClockZone(
      name: name.value, standardOffset: offset.value, summerTime: summerTime?.rule,
      years: years?.value ?? summerTime?.years ?? 1970...2035)
  }

  private mutating func named(
    _ name: Located<String>, of summerTimes: [DatedSummerTime]
  ) -> DatedSummerTime? {
    if let found = summerTimes.first(where: { $0.rule.name == name.value }) { return found }
    report(.unknownValue(name, for: "summer-time", known: summerTimes.map(\.rule.name)))
    return nil
  }
}

/// Minutes since midnight: `01:00`.
private func minutes(_ text: String) -> Int? {
  guard case .local(let time) = Moment("2000-01-01T\(text)"), text.utf8.count == 5 else {
    return nil
  }
  return time.minute
}

/// Minutes ahead of UTC: `+01:00`, `-05:00`.
private func offset(_ text: String) -> Int? {
  guard let sign = text.first, let minutes = minutes(String(text.dropFirst())) else { return nil }
  return switch sign {
  case "+": minutes
  case "-": -minutes
  default: nil
  }
}
