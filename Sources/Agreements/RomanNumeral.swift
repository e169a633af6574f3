/// Roman numerals, as annexes and the third level of clauses use them.
enum RomanNumeral {
  /// The value of `digits` in canonical form (`iv`, not `iiii`), any case, or `nil`.
  static func value(of digits: some Collection<UInt8>) -> Int? {
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
    guard total > 0, total < 400, written(total).utf8.elementsEqual(digits.lazy.map { $0 | 0x20 })
    else { return nil }
    return total
  }

  private static func written(_ value: Int) -> String {
    let steps = [
      (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
      (1, "i"),
    ]
    var rest = value
    var text = ""
    for (step, digits) in steps {
      while rest >= step {
        text += digits
        rest -= step
      }
    }
    return text
  }
}
