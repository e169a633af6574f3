import Deadlines

/// Tests write days as they are read.
extension CalendarDate: ExpressibleByStringLiteral {
  /// The day that `text` writes.
  public init(stringLiteral text: String) {
    guard let day = CalendarDate(text) else { preconditionFailure("'\(text)' is no day") }
    self = day
  }
}
