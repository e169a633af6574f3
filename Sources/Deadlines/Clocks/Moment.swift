/// When something happened, as exactly as it is known.
package enum Moment: Hashable, Sendable {
  /// A day where it matters; nothing is converted.
  case day(CalendarDate)
  /// A time on the clock of the place where it matters.
  case local(LocalTime)
  /// A moment, which falls on different days in different places.
  case instant(Instant)
}

extension Moment {
  /// Reads a date, or a date with a time as ISO 8601 writes it: `2026-03-29`, `2026-03-29T23:30`,
  /// `2026-03-29T23:30Z`, `2026-03-30T01:30:00+02:00`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes.count <= 32, text.utf8.allSatisfy({ $0 < 0x80 }),
      let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    guard bytes.count > 10 else {
      self = .day(date)
      return
    }
    guard bytes[10] == UInt8(ascii: "T"), let minute = Self.minute(bytes[11...].prefix(5)) else {
      return nil
    }
    var rest = bytes[11...].dropFirst(5)
    if rest.first == UInt8(ascii: ":") {
      guard Self.number(rest.dropFirst().prefix(2), below: 60) != nil else { return nil }
      rest = rest.dropFirst(3)
    }
    guard let time = LocalTime(date, minute: minute) else { return nil }
    guard !rest.isEmpty else {
      self = .local(time)
      return
    }
    guard let offset = Self.offset(rest) else { return nil }
    self = .instant(Instant(time, offset: offset))
  }

  /// Minutes ahead of UTC: `Z`, `+02:00`, `-05:30`.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
    guard let minutes = minute(bytes.dropFirst()), minutes < 15 * 60 else { return nil }
    return switch sign {
    case UInt8(ascii: "+"): minutes
    case UInt8(ascii: "-"): -minutes
    default: nil
    }
  }

  /// Minutes since midnight: `23:30`.
  private static func minute(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count == 5, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
      let hours = number(bytes.prefix(2), below: 24),
      let minutes = number(bytes.suffix(2), below: 60)
    else { return nil }
    return hours * 60 + minutes
  }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value < limit ? value : nil
  }
}
