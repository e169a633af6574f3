/// Numbers in digits, in the ways in which English and German texts write them.
enum WrittenNumber {
  /// What a number is worth, in hundredths: 90000 for `900`, `900,00` and `900.00`; 5000000 for
  /// `50.000`, `50,000` and `50'000`.
  ///
  /// Only two digits behind a sign are a fraction, as in sums of money: `7.1` is no number but a
  /// place. `nil` for what is none of these.
  static func hundredths(_ text: String) -> Int? {
    var groups: [Substring] = []
    var signs: [Character] = []
    var start = text.startIndex
    for index in text.indices where !isDigit(text[index]) {
      groups.append(text[start..<index])
      signs.append(text[index])
      start = text.index(after: index)
    }
    groups.append(text[start...])
    guard let first = groups.first, !first.isEmpty, text.utf8.count <= longest else { return nil }
    var fraction: Substring = "00"
    if let last = groups.last, last.utf8.count == 2, let sign = signs.last,
      sign == "." || sign == ","
    {
      fraction = last
      groups.removeLast()
      signs.removeLast()
      guard !signs.contains(sign) else { return nil }
    }
    if groups.count > 1 {
      guard first.utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
        Set(signs).count == 1, thousands.contains(signs[0])
      else { return nil }
    }
    return Int(groups.joined() + fraction)
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

  private static let thousands: Set<Character> = [".", ",", "'", "\u{2019}"]
  private static let longest = 20
}
