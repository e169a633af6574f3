/// A number in digits, whatever the way in which it is written.
struct WrittenNumber: Hashable, Sendable {
  var whole: Int
  /// The digits of its fraction as they are written: `7.1` and `7.10` can be two places of a text.
  /// Empty where they are two zeros, as in sums of money.
  var fraction = ""

  init(_ whole: Int) { self.whole = whole }

  /// Reads `900`, `900,00`, `1.234.567`, `50'000` or `99.9`; `nil` for what is none of these.
  ///
  /// A single sign before three digits, as in `1.500`, means what it means in the language of the
  /// text: a factor of 1,000 is no matter of spelling.
  init?(_ text: String, _ notation: () -> NumberNotation) {
    var groups: [Substring] = []
    var signs: [Character] = []
    var start = text.startIndex
    for index in text.indices where !Self.isDigit(text[index]) {
      groups.append(text[start..<index])
      signs.append(text[index])
      start = text.index(after: index)
    }
    groups.append(text[start...])
    guard let first = groups.first, !first.isEmpty, let last = groups.last, !last.isEmpty,
      text.utf8.count <= Self.longest
    else { return nil }
    if let sign = signs.last, sign == "." || sign == "," {
      let isFraction: Bool
      if signs.count > 1 {
        isFraction = !signs.dropLast().contains(sign)
      } else if last.utf8.count != 3 || first.utf8.count > 3 || first == "0" {
        isFraction = true
      } else {
        guard let mark = notation().fractionSign else { return nil }
        isFraction = mark == sign
      }
      if isFraction {
        fraction = last == "00" ? "" : String(last)
        groups.removeLast()
        signs.removeLast()
      }
    }
    if groups.count > 1 {
      guard first.utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
        Set(signs).count == 1, Self.groupSigns.contains(signs[0])
      else { return nil }
    }
    guard let value = Int(groups.joined()) else { return nil }
    whole = value
  }

  /// The value alone, for shares of something: `99,90 %` is `99,9 %`.
  var withoutLastZeros: WrittenNumber {
    var number = self
    while number.fraction.last == "0" { number.fraction.removeLast() }
    return number
  }

  /// `1.5` a million times; `nil` where that is no whole number, or too large for one.
  ///
  /// `factor`: a power of ten.
  func times(_ factor: Int) -> WrittenNumber? {
    var (value, rest) = (whole, factor)
    for digit in withoutLastZeros.fraction {
      guard rest > 1, let next = digit.wholeNumberValue else { return nil }
      let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      if isTooLarge { return nil }
      value = shifted + next
      rest /= 10
    }
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: rest)
    return isTooLarge ? nil : WrittenNumber(product)
  }

  /// A number that goes on behind a space with three digits: `50` and `000,00` are `50000,00`.
  static func joined(_ first: String, _ next: String) -> String? {
    let digits = next.prefix(while: isDigit)
    guard first.allSatisfy(isDigit), digits.utf8.count == 3,
      digits.endIndex == next.endIndex
        || next.utf8.count == 6 && ".,".contains(next[digits.endIndex])
    else { return nil }
    return first + next
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static let groupSigns: Set<Character> = [".", ",", "'", "\u{2019}"]
  private static let longest = 20
}
