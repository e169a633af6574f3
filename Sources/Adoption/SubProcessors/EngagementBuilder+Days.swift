internal import Deadlines
package import Diagnostics
internal import Frontmatter
internal import Registers

extension EngagementBuilder {
  private static let fieldsOfDays: [ListField] = [.announced, .effective, .ended]

  /// The days that the cells state; other words are details, and so is what stands in brackets.
  func addDays(of row: ListRow, to engagement: inout Engagement) {
    engagement.announced = day(of: row, .announced, &engagement)
    engagement.effective = day(of: row, .effective, &engagement)
    engagement.vagueStart = vagueStart(of: row)
    engagement.ended = day(of: row, .ended, &engagement)
  }

  private func day(
    of row: ListRow, _ field: ListField, _ engagement: inout Engagement
  ) -> Located<CalendarDate>? {
    guard let cell = row.cells[field] else { return nil }
    let bracketed = BracketedText(cell.text)
    let stated = StatedDay(bracketed.outside, of: field, words)
    guard case .day(let date) = stated else {
      if saysSomething(cell.text) { engagement.details.append(detail(field.rawValue, cell)) }
      return nil
    }
    if !bracketed.remarks.isEmpty { engagement.details.append(detail(field.rawValue, cell)) }
    return Located(date, at: cell.range)
  }

  private func vagueStart(of row: ListRow) -> Engagement.VagueDay? {
    guard let cell = row.cells[.effective] else { return nil }
    switch StatedDay(BracketedText(cell.text).outside, of: .effective, words) {
    case .within(let stretch): return stretch
    case .unclear(let days) where !days.isEmpty:
      return Engagement.VagueDay(earliest: days.min(), latest: days.max())
    case .unclear, .day, .inUse: return nil
    }
  }

  /// Reports the cells of a line that leave open which day they mean.
  func unclearDays(of row: ListRow) -> [Diagnostic] {
    Self.fieldsOfDays.compactMap { field in
      guard let cell = row.cells[field] else { return nil }
      switch StatedDay(BracketedText(cell.text).outside, of: field, words) {
      case .unclear(let days):
        return saysSomething(cell.text) ? .unclearDate(cell, of: field, days: days) : nil
      case .within(let stretch):
        return .unclearDate(cell, of: field, days: [], within: stretch)
      case .day, .inUse: return nil
      }
    }
  }

  private func saysSomething(_ text: String) -> Bool {
    text.contains { $0.isLetter || $0.isNumber }
  }
}

extension Diagnostic.Code {
  package static let unclearDate = Self(rawValue: "unclear-date")
}

extension Diagnostic {
  fileprivate static func unclearDate(
    _ cell: ListRow.Cell, of field: ListField, days: [CalendarDate],
    within stretch: Engagement.VagueDay? = nil
  ) -> Self {
    let effect =
      switch field {
      case .announced: "no period to object is counted from it"
      case .ended: "the use counts as going on"
      default:
        if let latest = stretch?.latest ?? days.max() {
          "the use counts as planned before '\(latest)'"
        } else {
          stretch == nil ? "the use counts as begun" : "the use counts as planned"
        }
      }
    let choices = days.map { "'\($0)'" }.joined(separator: " or ")
    return Diagnostic(
      .unclearDate, .warning,
      "'\(cell.text.inOneLine)' is no day that is certain, so \(effect)", at: cell.range,
      help: "write \(choices.isEmpty ? "the day like '2027-05-01'" : choices)")
  }
}
