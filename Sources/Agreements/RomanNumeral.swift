/// Roman numerals, as annexes and the third level of clauses use them.
package enum RomanNumeral {
  /// The value of `digits` in canonical form (`iv`, not `iiii`), any case, or `nil`.
  package static func value(of digits: some Collection<UInt8>) -> Int? {
    var total = 0
    var previous = Int.max
    for byte in digits {
      let value: Int
      switch byte | 0x20 {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      case UInt8(ascii: "l"): value = 50
      case UInt8(ascii: "c"): value = 100
      default: return nil
      }
      total += value > previous ? value - 2 * previous : value
      previous = value
    }
    return total > 0 && total < 400 && isWritten(total, as: digits) ? total : nil
  }

  /// Whether `digits` are the one way to write `value`.
  private static func isWritten(_ value: Int, as digits: some Collection<UInt8>) -> Bool {
    var rest = value
    var digits = digits.makeIterator()
    for (step, first, second) in steps {
      while rest >= step {
        guard let byte = digits.next(), byte | 0x20 == first else { return false }
        if second != 0 {
          guard let byte = digits.next(), byte | 0x20 == second else { return false }
        }
        rest -= step
      }
    }
    return digits.next() == nil
  }

  /// What each digit or pair of digits stands for; 0 where there is no second one.
  private static let steps: [(value: Int, first: UInt8, second: UInt8)] = [
    (100, UInt8(ascii: "c"), 0), (90, UInt8(ascii: "x"), UInt8(ascii: "c")),
    (50, UInt8(ascii: "l"), 0), (40, UInt8(ascii: "x"), UInt8(ascii: "l")),
    (10, UInt8(ascii: "x"), 0), (9, UInt8(ascii: "i"), UInt8(ascii: "x")),
    (5, UInt8(ascii: "v"), 0), (4, UInt8(ascii: "i"), UInt8(ascii: "v")),
    (1, UInt8(ascii: "i"), 0),
  ]
}
