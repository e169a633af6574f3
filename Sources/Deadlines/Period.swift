/// A length of time as agreements state it, such as `14 working days`.
package struct Period: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case days
    case workingDays = "working days"
    case weeks, months, years
  }

  /// From 1 to 9999.
  package let count: Int
  package let unit: Unit

  package init?(count: Int, unit: Unit) {
    guard (1...9999).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// Reads a number, a blank and a unit, in the singular or plural: `1 month`, `30 days`.
  package init?(_ text: String) {
    guard let blank = text.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let number = text[..<blank]
    guard number.utf8.count <= 4, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int(number)
    else { return nil }
    let word = String(text[text.utf8.index(after: blank)...])
    let plural = count == 1 && !word.hasSuffix("s") ? word + "s" : word
    guard let unit = Unit(rawValue: plural) else { return nil }
    self.init(count: count, unit: unit)
  }
}

extension Period: CustomStringConvertible {
  /// The form that it is read from.
  package var description: String {
    "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}
