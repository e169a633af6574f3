internal import Deadlines

/// One all-day event of the public calendar.
struct CalendarEvent: Sendable, Equatable {
  /// The same in every build: record, engagement and kind, never a date or a text that may change.
  var uid: String
  var day: CalendarDate
  /// When what the event says was settled last; no later than the day of the portal.
  var stamp: CalendarDate
  /// How often it was changed since it was announced.
  var sequence: Int
  var isCancelled: Bool
  var summary: String
  var details: String
  /// An absolute address, where the portal has one.
  var url: String?
  var category: String
}
