internal import Diagnostics

/// The place of a number or letter in its sequence, as far as its form tells.
///
/// Shape: one candidate for each way to read it, likeliest first: `i` is the ninth letter and the
/// first roman numeral, `aa` the 27th letter and the first doubled one. Two neighbours are in order
/// where one way of reading both makes the second follow the first.
package struct Ordinal: Sendable {
  package enum Scheme: UInt8, Sendable {
    case arabic, letter, roman, doubledLetter
  }

  package struct Reading: Sendable {
    package var scheme = Scheme.arabic
    package var value = 0
    /// The rank of an inserted letter, 1 for `7a`; 0 where there is none.
    package var inserted = 0
  }

  /// What stands before the last number of a decimal: `2` of `2.1`.
  package private(set) var prefix = ""
  /// The first ``count`` are set: kept in line, as ordinals are made for every marker of a text.
  private var known = InlineArray<3, Reading>(repeating: Reading())
  private var count = 0

  /// Reads the last component of a number: `7`, `7a`, `2.1`, `iv`, `b`.
  package init(_ body: String) {
    var component = body.utf8[...]
    if let lastDot = body.utf8.lastIndex(of: UInt8(ascii: ".")) {
      component = body.utf8[body.utf8.index(after: lastDot)...]
      prefix = String(body[..<lastDot])
    }
    guard let first = component.first else { return }
    if first.isASCIIDigit {
      readNumber(component)
    } else if first.isASCIILetter {
      readLetters(component, first: first)
    }
  }

  private mutating func readNumber(_ component: Substring.UTF8View) {
    var value = 0
    var inserted = 0
    for byte in component {
      guard byte.isASCIIDigit else {
        inserted = Int(byte | 0x20) - 0x60
        break
      }
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeToo) = tens.addingReportingOverflow(Int(byte) - 0x30)
      guard !isTooLarge, !isTooLargeToo else { return }
      value = sum
    }
    add(.arabic, value, inserted: inserted)
  }

  private mutating func readLetters(_ component: Substring.UTF8View, first: UInt8) {
    let rank = Int(first | 0x20) - 0x60
    let length = component.count
    if length == 1 { add(.letter, rank) }
    if let roman = RomanNumeral.value(of: component) { add(.roman, roman) }
    if length == 2, let second = component.last, second | 0x20 == first | 0x20 {
      add(.doubledLetter, rank)
      add(.letter, 26 + rank)
    }
  }

  private mutating func add(_ scheme: Scheme, _ value: Int, inserted: Int = 0) {
    known[count] = Reading(scheme: scheme, value: value, inserted: inserted)
    count += 1
  }
}

extension Ordinal {
  /// All ways to read it, likeliest first.
  package var readings: [Reading] { (0..<count).map { known[$0] } }

  /// The likeliest way to read it, `nil` where there is none.
  package var scheme: Scheme? { count > 0 ? known[0].scheme : nil }

  /// Whether each number of a decimal has at most two digits, unlike an amount: `4.2.1`.
  package var isShort: Bool {
    let numbers = prefix.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return numbers.allSatisfy { $0.count <= 2 } && count > 0 && known[0].value < 100
  }

  /// Whether a sequence can start here.
  package var isInitial: Bool {
    for index in 0..<count where known[index].value <= 1 && known[index].inserted == 0 {
      return true
    }
    return false
  }

  /// How this stands to `previous`, by the reading that makes most sense of both.
  package func relation(to previous: Ordinal) -> Relation {
    guard prefix == previous.prefix else { return .unrelated }
    var best = Relation.unrelated
    for earlier in 0..<previous.count {
      for later in 0..<count where known[later].scheme == previous.known[earlier].scheme {
        best = min(best, Self.relation(of: known[later], to: previous.known[earlier]))
      }
    }
    return best
  }

  /// How many numbers this lies behind `previous` by the reading that makes them nearest: 0 where
  /// it repeats it, `nil` where it comes before it or has nothing to do with it.
  func distance(from previous: Ordinal) -> Int? {
    guard prefix == previous.prefix else { return nil }
    var nearest: Int?
    for earlier in 0..<previous.count {
      for later in 0..<count where known[later].scheme == previous.known[earlier].scheme {
        let from = previous.known[earlier]
        let to = known[later]
        guard (to.value, to.inserted) >= (from.value, from.inserted) else { continue }
        let distance = to.value - from.value
        if distance < nearest ?? Int.max { nearest = distance }
      }
    }
    return nearest
  }

  /// The likeliest way of reading both in which this comes right after `previous`.
  func successorScheme(after previous: Ordinal) -> Scheme? {
    for later in 0..<count {
      for earlier in 0..<previous.count
      where known[later].scheme == previous.known[earlier].scheme
        && Self.relation(of: known[later], to: previous.known[earlier]) == .successor
      {
        return known[later].scheme
      }
    }
    return nil
  }

  /// Whether this is the first of roman numerals inside `previous`, though it could follow it as a
  /// letter: `(i)` after `(h)` where `(ii)` is next.
  func startsNumerals(after previous: Ordinal, before next: Ordinal?) -> Bool {
    guard isInitial, let next, successorScheme(after: previous) == .letter else { return false }
    return next.successorScheme(after: self) == .roman
  }

  /// How a number stands to the one before it; the smallest is the best that can be said.
  package enum Relation: Int, Comparable, Sendable {
    case successor, skips, repeats, restarts, unrelated

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  private static func relation(of later: Reading, to earlier: Reading) -> Relation {
    if (later.value, later.inserted) == (earlier.value, earlier.inserted) { return .repeats }
    if later.value == earlier.value, later.inserted == earlier.inserted + 1 { return .successor }
    if later.value == earlier.value + 1, later.inserted <= 1 { return .successor }
    if (later.value, later.inserted) > (earlier.value, earlier.inserted) { return .skips }
    return .restarts
  }
}
