/// What a measure holds at the least, and at the most now.
extension WordJudge {
  /// By which rule a measure asks for less by another bound: `at least 12 characters` that became
  /// `up to 12 characters`, or `TLS 1.2` that became `TLS 1.2 or lower`.
  func boundRule(_ text: MarkedText) -> MaterialityRule? {
    if addsLower(text) { return .number }
    let (before, after) = (bounds(in: text.old), bounds(in: text.new))
    let isTurned =
      before.least > after.least && after.most > before.most && (before.isMarked || after.isMarked)
    // What closes after so many attempts does so sooner.
    guard isTurned, !text.old.contains(where: { AttemptCount.isAttempt($0.lower) }) else {
      return nil
    }
    return .number
  }

  private func addsLower(_ text: MarkedText) -> Bool {
    guard !text.old.contains(where: { $0.isMarked && $0.isWord }) else { return false }
    let come = text.new.filter { $0.isMarked && $0.isWord }.map(\.lower)
    return come.count == 2 && ["or", "and", "oder", "und"].contains(come[0])
      && Self.lower.contains(come[1])
  }

  private static let lower: Set<String> = [
    "lower", "below", "older", "earlier", "less", "weaker", "shorter", "fewer", "niedriger",
    "älter", "früher", "weniger", "schwächer", "kürzer", "darunter",
  ]

  /// How many lower and upper bounds a text has.
  private func bounds(
    in words: [MarkedText.Word]
  ) -> (least: Int, most: Int, isMarked: Bool) {
    var found = (least: 0, most: 0, isMarked: false)
    for index in words.indices where words[index].kind == .word {
      let before = index > 0 ? words[index - 1] : nil
      let next = index + 1 < words.count ? words[index + 1].lower : ""
      let isNone = before?.lower == "no" || before?.lower == "not"
      var isBound = true
      switch words[index].lower {
      case "least" where before?.lower == "at", "less" where isNone && next == "than",
        "minimum", "mindestens", "wenigstens", "minimal":
        found.least += 1
      case "most" where before?.lower == "at", "more" where isNone && next == "than",
        "up" where next == "to", "bis" where next == "zu", "maximum", "höchstens", "maximal":
        found.most += 1
      default: isBound = false
      }
      if isBound, words[index].isMarked || before?.isMarked == true { found.isMarked = true }
    }
    return found
  }
}
