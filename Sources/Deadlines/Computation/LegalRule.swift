/// A rule that a computation followed, with the law that it comes from.
///
/// The raw values are the ids that machine-readable results use; renaming one is a breaking change.
package enum LegalRule: String, CaseIterable, Sendable {
  case localDay = "local-day"
  case cutOff = "cut-off"
  case receipt = "receipt"
  case deemedReceipt = "deemed-receipt"
  case eventDayNotCounted = "event-day-not-counted"
  case eventDayCounted = "event-day-counted"
  case endOfLastDay = "end-of-last-day"
  case sameDay = "same-day"
  case shortMonth = "short-month"
  case mondayToFriday = "working-days-mon-fri"
  case mondayToSaturday = "working-days-mon-sat"
  case agreedWeek = "working-days-as-agreed"
  case publicHolidays = "public-holidays"
  case rollForward = "roll-forward"
  case fullDaysBetween = "full-days-between"

  /// The provision as texts of each language cite it, or `nil` where the rule is the agreement's
  /// own.
  ///
  /// No data: it names what the code computes, and another provision would be another computation.
  package var law: BilingualText? {
    switch self {
    case .receipt: Self.section(130, 1, of: "BGB")
    case .eventDayNotCounted: Self.section(187, 1, of: "BGB")
    case .eventDayCounted: Self.section(187, 2, of: "BGB")
    case .endOfLastDay: Self.section(188, 1, of: "BGB")
    case .sameDay: Self.section(188, 2, of: "BGB")
    case .shortMonth: Self.section(188, 3, of: "BGB")
    case .mondayToFriday:
      BilingualText(
        english: "Art. 2(2) Regulation (EEC, Euratom) No 1182/71",
        german: "Art. 2 Abs. 2 Verordnung (EWG, Euratom) Nr. 1182/71")
    case .mondayToSaturday: Self.section(3, 2, of: "BUrlG")
    case .rollForward: Self.section(193, of: "BGB")
    case .localDay, .cutOff, .deemedReceipt, .agreedWeek, .publicHolidays, .fullDaysBetween: nil
    }
  }

  private static func section(
    _ number: Int, _ paragraph: Int? = nil, of act: String
  ) -> BilingualText {
    BilingualText(
      english: "§ \(number)\(paragraph.map { "(\($0))" } ?? "") \(act)",
      german: "§ \(number)\(paragraph.map { " Abs. \($0)" } ?? "") \(act)")
  }

  static func week(_ week: WorkingWeek) -> LegalRule {
    switch week {
    case .mondayToFriday: .mondayToFriday
    case .mondayToSaturday: .mondayToSaturday
    default: .agreedWeek
    }
  }
}
