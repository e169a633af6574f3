/// The place of a number or letter in its sequence, as far as its form tells.
///
/// Shape: one candidate for each way to read it, likeliest first: `i` is the ninth letter and the
/// first roman numeral, `aa` the 27th letter and the first doubled one. Two neighbours are in order
/// where one way of reading both makes the second follow the first.
package struct Ordinal: Equatable, Sendable {
  package enum Scheme: Sendable {
    case arabic, letter, roman, doubledLetter
  }

  package struct Reading: Equatable, Sendable {
    package var scheme: Scheme
    package var value: Int
    /// The rank of an inserted letter, 1 for `7a`; 0 where there is none.
    package var inserted = 0
    /// What stands before the last number of a decimal: `2` of `2.1`.
    package var prefix = ""
  }

  package var readings: [Reading]

  /// Reads the last component of a number: `7`, `7a`, `2.1`, `iv`, `b`.
  package init(_ body: String) {
    readings = []
    let bytes = Array(body.utf8)
    let lastDot = bytes.lastIndex(of: UInt8(ascii: "."))
    let component = bytes[((lastDot ?? -1) + 1)...]
    let prefix = lastDot.map { String(decoding: bytes[..<$0], as: UTF8.self) } ?? ""
    let digits = component.prefix { ClauseMarker.isDigit($0) }
    if let value = Int(String(decoding: digits, as: UTF8.self)) {
      let letters = component.dropFirst(digits.count)
      let inserted = letters.first.map { Int($0 | 0x20) - 0x60 } ?? 0
      readings.append(Reading(scheme: .arabic, value: value, inserted: inserted, prefix: prefix))
      return
    }
    let lower = component.map { $0 | 0x20 }
    guard let first = lower.first, ClauseMarker.isLowercase(first) else { return }
    if lower.count == 1 {
      readings.append(Reading(scheme: .letter, value: Int(first) - 0x60, prefix: prefix))
    }
    if let roman = RomanNumeral.value(of: lower) {
      readings.append(Reading(scheme: .roman, value: roman, prefix: prefix))
    }
    if lower.count == 2, lower[0] == lower[1] {
      readings.append(Reading(scheme: .doubledLetter, value: Int(first) - 0x60, prefix: prefix))
      readings.append(Reading(scheme: .letter, value: 26 + Int(first) - 0x60, prefix: prefix))
    }
  }

  /// Whether a sequence can start here.
  package var isInitial: Bool { readings.contains { $0.value <= 1 && $0.inserted == 0 } }

  /// How this stands to `previous`, by the reading that makes most sense of both.
  package func relation(to previous: Ordinal) -> Relation {
    var best = Relation.unrelated
    for earlier in previous.readings {
      for later in readings where later.scheme == earlier.scheme {
        best = min(best, Self.relation(of: later, to: earlier))
      }
    }
    return best
  }

  /// How a number stands to the one before it; the smallest is the best that can be said.
  package enum Relation: Int, Comparable, Sendable {
    case successor, skips, repeats, restarts, unrelated

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  private static func relation(of later: Reading, to earlier: Reading) -> Relation {
    guard later.prefix == earlier.prefix else { return .unrelated }
    if (later.value, later.inserted) == (earlier.value, earlier.inserted) { return .repeats }
    if later.value == earlier.value, later.inserted == earlier.inserted + 1 { return .successor }
    if later.value == earlier.value + 1, later.inserted <= 1 { return .successor }
    if (later.value, later.inserted) > (earlier.value, earlier.inserted) { return .skips }
    return .restarts
  }
}
