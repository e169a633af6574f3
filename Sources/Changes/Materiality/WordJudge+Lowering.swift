/// What a measure no longer does, or does more seldom.
extension WordJudge {
  /// By which rule a measure promises less, where single words tell that; `nil` where none does.
  func loweringRule(_ text: MarkedText) -> MaterialityRule? {
    guard !isRewritten(text) else { return nil }
    if isGivenUp(text) { return .negation }
    return isMoreSeldom(text) ? .period : nil
  }

  /// Whether all that changed is that something is no longer done: `is no longer reviewed`.
  private func isGivenUp(_ text: MarkedText) -> Bool {
    guard text.traits.contains(.negation), !text.old.contains(where: { $0.isMarked && $0.isWord })
    else { return false }
    let marked = text.new.filter { $0.isMarked && $0.isWord }.map(\.lower)
    return Self.endings.contains(marked)
  }

  private static let endings: Set<[String]> = [
    ["no", "longer"], ["not", "anymore"], ["not", "any", "more"], ["not", "any", "longer"],
    ["nicht", "mehr"], ["nicht", "länger"],
  ]

  /// Whether one word for how often something is done became one for more seldom: `daily`,
  /// `weekly`.
  private func isMoreSeldom(_ text: MarkedText) -> Bool {
    func gaps(_ words: [MarkedText.Word]) -> Set<Int> {
      Set(words.lazy.filter(\.isMarked).compactMap { Rhythm.gap(of: $0.lower) })
    }
    let (before, after) = (gaps(text.old), gaps(text.new))
    guard before.count == 1, after.count == 1, let first = before.first, let second = after.first
    else { return false }
    return second > first
  }
}

/// Words that tell how often something happens.
private enum Rhythm {
  /// Longer ones have larger numbers; `nil` for other words. `word`: in lower case.
  static func gap(of word: String) -> Int? {
    if let gap = gaps[word] { return gap }
    for ending in endings where word.hasSuffix(ending) {
      if let gap = gaps[String(word.dropLast(ending.count))] { return gap }
    }
    return nil
  }

  /// Of German words that are declined: `tägliche`, `täglichen`.
  private static let endings = ["em", "en", "er", "es", "e"]

  private static let gaps: [String: Int] = [
    "hourly": 0, "stündlich": 0, "daily": 1, "täglich": 1, "weekly": 2, "wöchentlich": 2,
    "monthly": 3, "monatlich": 3, "quarterly": 4, "vierteljährlich": 4, "quartalsweise": 4,
    "half-yearly": 5, "semi-annual": 5, "semi-annually": 5, "halbjährlich": 5, "annual": 6,
    "annually": 6, "yearly": 6, "jährlich": 6,
  ]
}
