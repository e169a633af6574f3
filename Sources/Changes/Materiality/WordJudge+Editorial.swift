extension WordJudge {
  /// What changes no meaning: signs, capitals, spelling, articles.
  func editorialRule(_ text: MarkedText) -> Verdict? {
    var rule = MaterialityRule.punctuation
    for piece in text.pieces {
      let (before, after) = (text.old[piece.old], text.new[piece.new])
      guard !Self.isRewritten(before, after),
        Self.symbols(before).elementsEqual(Self.symbols(after)),
        let found = Self.conjunctionRule(before, after)
          ?? self.rule(before.lazy.filter(\.isWord), after.lazy.filter(\.isWord), in: text)
      else { return nil }
      if found != .punctuation, rule != .wording { rule = found }
    }
    return Verdict(judgement: Judgement(.editorial, rule))
  }

  /// Whether words were only written apart, or together: `cannot`, `can not`.
  static func isOnlyParted(_ text: MarkedText) -> Bool {
    func letters(_ words: ArraySlice<MarkedText.Word>) -> [String]? {
      let words = words.filter(\.isWord)
      return words.allSatisfy { $0.kind == .word } ? words.map(\.lower) : nil
    }
    return text.pieces.allSatisfy { piece in
      guard let before = letters(text.old[piece.old]), let after = letters(text.new[piece.new])
      else { return false }
      return before.count != after.count && before.joined() == after.joined()
    }
  }

  /// Whether far more or fewer words came in the place of some than another spelling would have.
  private static func isRewritten(
    _ before: ArraySlice<MarkedText.Word>, _ after: ArraySlice<MarkedText.Word>
  ) -> Bool {
    let counts = (before.count(where: \.isWord), after.count(where: \.isWord))
    return counts.0 != counts.1 && max(counts.0, counts.1) > 8
  }

  /// What `&` that became `and` is, or the other way round; `nil` where there is no such sign.
  private static func conjunctionRule(
    _ before: ArraySlice<MarkedText.Word>, _ after: ArraySlice<MarkedText.Word>
  ) -> MaterialityRule? {
    func isSign(_ word: MarkedText.Word) -> Bool { !word.isWord && word.text == "&" }
    guard before.contains(where: isSign) || after.contains(where: isSign) else { return nil }
    func folded(_ words: ArraySlice<MarkedText.Word>) -> [String] {
      words.filter { $0.isWord || isSign($0) }
        .map { isSign($0) || conjunctions.contains($0.lower) ? "&" : $0.lower }
    }
    return folded(before) == folded(after) ? .spelling : nil
  }

  private static let conjunctions: Set<String> = ["and", "und"]

  private static func symbols(_ words: ArraySlice<MarkedText.Word>) -> some Sequence<String> {
    words.lazy.filter { $0.kind == .symbol }.map(\.text)
  }

  private func rule(
    _ before: some Collection<MarkedText.Word>, _ after: some Collection<MarkedText.Word>,
    in text: MarkedText
  ) -> MaterialityRule? {
    if before.elementsEqual(after, by: { $0.text == $1.text }) { return .punctuation }
    if before.elementsEqual(after, by: { $0.lower == $1.lower }) { return .capitals }
    func isArticle(_ word: MarkedText.Word) -> Bool { TypedWords.articles.contains(word.lower) }
    if before.allSatisfy(isArticle), after.allSatisfy(isArticle) { return .wording }
    if before.count == after.count,
      zip(before, after).contains(where: { Self.areOneAndAll($0.lower, $1.lower) }),
      Self.isEnglish(text.new)
    {
      return nil
    }
    if Self.letters(of: before).elementsEqual(Self.letters(of: after)) {
      return ConfusableWords.areParted(before.map(\.lower), after.map(\.lower)) ? nil : .spelling
    }
    if let phrase = Abbreviations.phrase(of: before), phrase == Abbreviations.phrase(of: after) {
      return .spelling
    }
    guard before.count == after.count else { return nil }
    for (left, right) in zip(before, after) where left.lower != right.lower {
      if Self.abbreviated(left.lower) == Self.abbreviated(right.lower) { continue }
      if isCut(left.lower, right.lower, in: text) { continue }
      // What the other version uses elsewhere is a word of its own.
      guard Spelling.areOne(left.lower, right.lower) else { return nil }
      let isUsed = (Self.uses(left, in: text.new), Self.uses(right, in: text.old))
      if isUsed.0 && isUsed.1 { return nil }
      // A slip of the pen stands once, beside the word that it was to be.
      if isUsed.0, count(of: right.lower, in: text) > 1 { return nil }
      if isUsed.1, count(of: left.lower, in: text) > 1 { return nil }
    }
    return .spelling
  }

  /// Whether one word is the other without a letter at an end: it stands nowhere else in either
  /// version, and the other does.
  private func isCut(_ left: String, _ right: String, in text: MarkedText) -> Bool {
    guard let pair = Spelling.cut(left, right) else { return false }
    return count(of: pair.cut, in: text) == 1 && count(of: pair.whole, in: text) > 1
  }

  /// How often a word stands in both versions.
  private func count(of word: String, in text: MarkedText) -> Int {
    uses?.count(of: word) ?? (text.old + text.new).count { $0.lower == word }
  }

  /// `abs` for `Absatz`: what a place is called by, in whichever form.
  private static func abbreviated(_ word: String) -> String { shortForms[word] ?? word }

  private static let shortForms: [String: String] = [
    "absatz": "abs", "absatzes": "abs", "absätze": "abs", "absätzen": "abs", "artikel": "art",
    "artikels": "art", "artikeln": "art", "article": "art", "articles": "art", "arts": "art",
    "buchstabe": "lit", "buchstaben": "lit", "buchst": "lit", "litera": "lit", "nummer": "nr",
    "nummern": "nr", "nrn": "nr", "satz": "s", "satzes": "s", "sätze": "s", "ziffer": "ziff",
    "ziffern": "ziff", "paragraph": "para", "paragraphs": "para", "paras": "para",
    "section": "sec", "sections": "sec", "secs": "sec", "number": "no", "numbers": "no",
  ]

  /// Whether what belongs to one belongs to all in the other version, or the other way round:
  /// `employee's`, and `employees'`, of which the apostrophe is a sign of its own.
  private static func areOneAndAll(_ left: String, _ right: String) -> Bool {
    let (first, second) = (
      TypedWords.withoutPossessive(left), TypedWords.withoutPossessive(right)
    )
    return first.utf8.count < left.utf8.count && right == first + "s"
      || second.utf8.count < right.utf8.count && left == second + "s"
  }

  /// In German, an apostrophe before the s of the genitive is a way to write it.
  private static func isEnglish(_ words: [MarkedText.Word]) -> Bool {
    words.contains { ["the", "of", "and", "to", "is", "are", "shall", "or"].contains($0.lower) }
  }

  /// All letters, whatever parts their words.
  private static func letters(
    of words: some Collection<MarkedText.Word>
  ) -> some Sequence<UInt8> {
    words.lazy.flatMap(\.lower.utf8)
      .filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'") }
  }

  private static func uses(_ word: MarkedText.Word, in words: [MarkedText.Word]) -> Bool {
    words.contains { !$0.isMarked && $0.lower == word.lower }
  }
}
