/// A moment, the same all over the world.
package struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00Z, leap seconds not counted.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// The moment at which a clock that is `offset` minutes ahead of UTC shows this.
  package init(_ time: LocalTime, offset: Int) {
    seconds = time.date.dayNumber * 86_400 + (time.minute - offset) * 60
  }

  /// What a clock that is `offset` minutes ahead of UTC shows, seconds cut off.
  package func localTime(offset: Int) -> LocalTime {
    let minutes = floorDivide(seconds, by: 60) + offset
    let day = floorDivide(minutes, by: 1440)
    return LocalTime(
      known: CalendarDate(dayNumber: day), minute: minutes - day * 1440)
  }
}

extension Instant: Comparable {
  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.seconds < rhs.seconds }
}

extension Instant: CustomStringConvertible {
  /// `2026-03-29T23:30Z`
  package var description: String { "\(localTime(offset: 0))Z" }
}

private func floorDivide(_ number: Int, by divisor: Int) -> Int {
  number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
}
