// MARK: - Numbers

extension WordJudge {
  func numberRule(_ text: MarkedText) -> Verdict? {
    let before = numbers(in: text.old)
    let after = numbers(in: text.new)
    guard before.map(\.lower) != after.map(\.lower) else { return nil }
    let isReference = (before + after).allSatisfy(\.isDesignator)
    return Verdict(
      judgement: Judgement(.substantive, isReference ? .reference : .number),
      before: before.first?.text, after: after.first?.text)
  }

  private func numbers(in words: [MarkedText.Word]) -> [MarkedText.Word] {
    words.filter {
      $0.isMarked
        && ($0.kind == .number || $0.isDesignator || $0.traits.contains(.number))
    }
  }

  /// A sign that means something: next to a number, it tells what is counted.
  func symbolRule(_ text: MarkedText) -> Verdict? {
    let (before, after) = (symbols(in: text.old), symbols(in: text.new))
    guard before.map(\.text) != after.map(\.text) else { return nil }
    return Verdict(
      judgement: Judgement(
        .substantive, (before + after).contains(where: \.isOfNumber) ? .number : .wording),
      before: before.first?.text, after: after.first?.text)
  }

  private func symbols(in words: [MarkedText.Word]) -> [(text: String, isOfNumber: Bool)] {
    words.indices.compactMap { index in
      guard words[index].isMarked, words[index].kind == .symbol else { return nil }
      let neighbours = words[max(0, index - 1)..<min(words.count, index + 2)]
      return (words[index].text, neighbours.contains { $0.kind == .number })
    }
  }
}

// MARK: - The same number

extension WordJudge {
  /// What is left of a word when it does not matter how numbers are written.
  private enum Meaning: Hashable {
    case word(String)
    case number(Int)
  }

  /// Whether only the way is another in which numbers are written: `30`, `thirty`, `thirty (30)`, or
  /// the currency of a sum: `900 Euro`, `EUR 900`, `900 €`.
  func sameNumbersRule(_ text: MarkedText) -> Verdict? {
    // Nearly all changes are of other words, too.
    func isOfNumber(_ word: MarkedText.Word) -> Bool {
      !word.isMarked || word.kind == .number || word.traits.contains(.count) || word.kind == .sign
        || TypedWords.currencies[word.lower] != nil
    }
    guard text.old.allSatisfy(isOfNumber), text.new.allSatisfy(isOfNumber) else { return nil }
    let (before, after) = (meanings(of: text.old), meanings(of: text.new))
    guard before.map(\.meaning) == after.map(\.meaning) else { return nil }
    let written = zip(before, after).lazy.map { first, second in
      (MarkedText.text(text.old[first.range]), MarkedText.text(text.new[second.range]))
    }
    guard let pair = written.first(where: { $0.lowercased() != $1.lowercased() }) else {
      return nil
    }
    return Verdict(judgement: Judgement(.editorial, .spelling), before: pair.0, after: pair.1)
  }

  private func meaning(of number: String) -> Meaning {
    TypedWords.value(ofNumber: number).map { .number($0) } ?? .word(number)
  }

  private func meanings(
    of words: [MarkedText.Word]
  ) -> [(meaning: Meaning, range: Range<Int>)] {
    var meanings: [(meaning: Meaning, range: Range<Int>)] = []
    var index = 0
    while index < words.count {
      // The currency may stand before its sum.
      if let currency = TypedWords.currencies[words[index].lower] {
        let isBefore =
          index + 1 < words.count && words[index + 1].kind == .number
          && (index == 0 || words[index - 1].kind != .number)
        let sum = isBefore ? words[index + 1].lower : nil
        if let sum {
          meanings.append((meaning(of: sum), index..<(index + 2)))
        }
        meanings.append((.word(currency), index..<(index + (isBefore ? 2 : 1))))
        index += isBefore ? 2 : 1
        continue
      }
      guard !words[index].isDesignator, let value = TypedWords.value(ofNumber: words[index].lower)
      else {
        meanings.append((.word(words[index].lower), index..<(index + 1)))
        index += 1
        continue
      }
      var end = index + 1
      // The number again in brackets.
      if end + 2 < words.count, words[end].text == "(", words[end + 2].text == ")",
        TypedWords.value(ofNumber: words[end + 1].lower) == value
      {
        end += 3
      }
      meanings.append((.number(value), index..<end))
      index = end
    }
    return meanings
  }
}
