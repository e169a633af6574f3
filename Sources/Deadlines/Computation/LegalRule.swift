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

  /// The provision, or `nil` where the rule is the agreement's own.
  package var law: String? {
    switch self {
    case .receipt: "§ 130(1) BGB"
    case .eventDayNotCounted: "§ 187(1) BGB"
    case .eventDayCounted: "§ 187(2) BGB"
    case .endOfLastDay: "§ 188(1) BGB"
    case .sameDay: "§ 188(2) BGB"
    case .shortMonth: "§ 188(3) BGB"
    case .mondayToFriday: "Art. 2(2) Regulation (EEC, Euratom) No 1182/71"
    case .mondayToSaturday: "§ 3(2) BUrlG"
    case .rollForward: "§ 193 BGB"
    case .localDay, .cutOff, .deemedReceipt, .agreedWeek, .publicHolidays, .fullDaysBetween: nil
    }
  }

  static func week(_ week: WorkingWeek) -> LegalRule {
    switch week {
    case .mondayToFriday: .mondayToFriday
    case .mondayToSaturday: .mondayToSaturday
    default: .agreedWeek
    }
  }
}
