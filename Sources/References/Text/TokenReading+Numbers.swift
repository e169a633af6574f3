internal import Deadlines

extension TokenReading {
  /// The number in words that begins at `index`: `forty-five`, `one hundred and eighty`.
  func spelledNumber(at index: Int, countingArticles: Bool = false) -> SpelledNumber? {
    SpelledNumber(from: index, countingArticles: countingArticles) { numberPart(at: $0) }
  }

  private func numberPart(at index: Int) -> SpelledNumber.Part? {
    let token = token(index)
    if token.isSign(.dash) {
      return token.hasSpaceBefore || self.token(index + 1).hasSpaceBefore ? nil : .hyphen
    }
    guard token.kind == .word, token.length > 2 else { return nil }
    if token.hash == conjunctions.0 || token.hash == conjunctions.1 { return .and }
    var letters: [UInt8] = []
    WordStem.appendLetters(
      of: text.span, from: Int(token.start), to: Int(token.end), to: &letters)
    return NumberWord(letters).map { .word($0) }
  }
}

private let conjunctions = (WordHash.of("and"), WordHash.of("und"))
