extension WordJudge {
  /// What changes no meaning: signs, capitals, spelling, articles.
  func editorialRule(_ text: MarkedText) -> Verdict? {
    var rule = MaterialityRule.punctuation
    for piece in text.pieces {
      let before = text.old[piece.old].filter { $0.kind == .word || $0.kind == .number }
      let after = text.new[piece.new].filter { $0.kind == .word || $0.kind == .number }
      guard let found = Self.rule(before, after) else { return nil }
      if found != .punctuation, rule != .wording { rule = found }
    }
    return Verdict(judgement: Judgement(.editorial, rule))
  }

  private static func rule(
    _ before: [MarkedText.Word], _ after: [MarkedText.Word]
  ) -> MaterialityRule? {
    if before.elementsEqual(after, by: { $0.text == $1.text }) { return .punctuation }
    if before.elementsEqual(after, by: { $0.lower == $1.lower }) { return .capitals }
    func isArticle(_ word: MarkedText.Word) -> Bool { TypedWords.articles.contains(word.lower) }
    if before.allSatisfy(isArticle), after.allSatisfy(isArticle) { return .wording }
    if letters(of: before).elementsEqual(letters(of: after)) { return .spelling }
    guard before.count == after.count else { return nil }
    for (left, right) in zip(before, after) where left.lower != right.lower {
      guard isSpelling(left.lower, right.lower) else { return nil }
    }
    return .spelling
  }

  /// All letters, whatever parts their words.
  private static func letters(of words: [MarkedText.Word]) -> some Sequence<UInt8> {
    words.lazy.flatMap(\.lower.utf8)
      .filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'") }
  }

  /// Whether two words are one word in two spellings: long, and apart by a letter or two that don't
  /// turn its meaning round.
  static func isSpelling(_ left: String, _ right: String) -> Bool {
    let first = Array(left.unicodeScalars)
    let second = Array(right.unicodeScalars)
    let shorter = min(first.count, second.count)
    guard shorter >= 4, abs(first.count - second.count) <= 2 else { return false }
    if negatingPrefixes.contains(where: { left == $0 + right || right == $0 + left }) {
      return false
    }
    let distance = editDistance(first, second)
    return distance == 1 ? shorter >= 4 : distance == 2 && shorter >= 7
  }

  private static let negatingPrefixes = ["un", "in", "im", "ir", "il", "dis", "non", "non-", "de"]

  /// How many letters have to be put in, left out or exchanged; two exchanged neighbours are one.
  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard left.count <= 64, right.count <= 64 else { return Int.max }
    var older = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(
          previous[column] + (left[row] == right[column] ? 0 : 1),
          previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
