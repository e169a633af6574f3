/// A day of the week, in the order of ISO 8601: Monday first.
package enum Weekday: String, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The three letters that settings use, such as `mon`.
  package var abbreviation: String { String(rawValue.prefix(3)) }
}

extension Weekday {
  /// Reads a week such as `mon-fri`: the working days from the first to the last.
  package static func week(_ text: String) -> [Weekday]? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2,
      let first = allCases.firstIndex(where: { $0.abbreviation == ends[0] }),
      let last = allCases.firstIndex(where: { $0.abbreviation == ends[1] }), first <= last
    else { return nil }
    return Array(allCases[first...last])
  }
}
