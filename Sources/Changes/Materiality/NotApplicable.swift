/// How a text says of a measure that it is not applicable.
enum NotApplicable {
  /// Whether one of its texts says that at its end, or behind a sign, with or without a reason:
  /// `Entry control (not applicable: no servers stand here)`; and not in the middle of a sentence.
  ///
  /// `words`: those of one text and its signs, in lower case.
  static func isSaid(by words: [String]) -> Bool {
    words.indices.contains { start in
      guard let phrase = phrases.first(where: { words[start...].starts(with: $0) }) else {
        return false
      }
      return start == 0 || !isWord(words[start - 1])
        || !words[(start + phrase.count)...].contains(where: isWord)
    }
  }

  private static let phrases = TypedWords.states.filter { $0.state == "not-applicable" }
    .map(\.words)

  private static func isWord(_ word: String) -> Bool {
    word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}

extension ComparedText {
  /// Whether a heading, paragraph or cell of a place says that it is not applicable.
  func saysNotApplicable(_ node: Int) -> Bool {
    nodes[node].passages.contains { index in
      let tokens = passages[Int(index)].tokens
      return NotApplicable.isSaid(by: tokens.map { words(of: $0..<$0 + 1).lowercased() })
    }
  }
}
