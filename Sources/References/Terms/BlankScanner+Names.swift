/// Where the words begin that say what a blank is, as indexes of tokens.
struct BlankWords {
  /// Of all of them: `Place, date: ____`.
  var start = 0
  /// Of those behind the last comma.
  var lastStart = 0

  init(start: Int = 0) {
    self.start = start
    lastStart = start
  }
}

extension BlankScanner {
  /// Begins anew behind a sign that ends what was said; a comma between what forms ask for does
  /// not: `Place, date`.
  func enter(_ words: inout BlankWords, behind index: Int) {
    let isEnumeration =
      isSign(.comma, index) && words.start < index
      && !(words.start..<index).contains { isSign(.colon, $0) }
      && namesField(from: words.start, to: index)
    if !isEnumeration { words.start = index + 1 }
    words.lastStart = index + 1
  }

  /// What a blank is called: the name that the text gives it, else the words before it, else what
  /// brackets behind it ask for.
  func label(_ words: BlankWords, of blank: Range<Int>) -> String {
    if let given = givenName(behind: blank.upperBound) { return given }
    for start in [words.start, words.lastStart] {
      let label = label(start, blank.lowerBound)
      if !label.isEmpty { return label }
    }
    return fieldName(behind: blank.upperBound) ?? ""
  }

  /// The words before a blank, where they are few; `and` joins them to what is before and is none.
  private func label(_ start: Int, _ end: Int) -> String {
    let last = end > start && isSign(.colon, end - 1) ? end - 1 : end
    var first = start
    while first < last, role(ofWord: first) == .and { first += 1 }
    return last > first && last - first <= 6 ? name(first, last) : ""
  }

  /// `____ ("Firm")`, `____ (hereinafter referred to as the "Customer")`: the name in quotation
  /// marks.
  private func givenName(behind end: Int) -> String? {
    guard isSign(.openBracket, end) else { return nil }
    for index in (end + 1)..<(end + Self.reachOfName) {
      if let quoted = quoted(at: index) {
        return String(
          decoding: text[Int(quoted.range.lowerBound)..<Int(quoted.range.upperBound)], as: UTF8.self
        )
      }
      guard token(index).kind == .word || isSign(.comma, index) else { return nil }
    }
    return nil
  }

  /// In tokens.
  private static let reachOfName = 10

  /// `____ (place, date)`
  private func fieldName(behind end: Int) -> String? {
    guard isSign(.openBracket, end) else { return nil }
    var close = end + 1
    while close < end + Self.reachOfName, token(close).kind != .end, !isSign(.closeBracket, close) {
      close += 1
    }
    guard isSign(.closeBracket, close), close > end + 1, namesField(from: end + 1, to: close)
    else { return nil }
    return name(end + 1, close)
  }
}
