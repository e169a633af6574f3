internal import Deadlines

/// The day that a cell states: `2026-03-01`, `1.3.2026`, `1 March 2026`, `March 1, 2026`,
/// `1. März 2026`.
///
/// Days with two numbers and slashes are left alone: their order depends on the country.
func statedDay(_ text: String, _ words: ListWords) -> CalendarDate? {
  if let day = CalendarDate(text.trimmed) { return day }
  let parts = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "." }.map(String.init)
  guard parts.count == 3, parts[2].count == 4, let year = Int(parts[2]) else { return nil }
  if let month = words.months[parts[1]], let day = Int(parts[0]) {
    return CalendarDate(year: year, month: month, day: day)
  }
  if let month = words.months[parts[0]], let day = Int(parts[1]) {
    return CalendarDate(year: year, month: month, day: day)
  }
  guard text.contains("."), let day = Int(parts[0]), let month = Int(parts[1]) else { return nil }
  return CalendarDate(year: year, month: month, day: day)
}
