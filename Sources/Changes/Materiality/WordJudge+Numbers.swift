internal import Deadlines

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

  /// All that changed is what is cited, of a law or of the text itself, by numbers or letters.
  func citationRule(_ text: MarkedText) -> Verdict? {
    guard !text.pieces.isEmpty, let first = text.citations[0],
      text.pieces.indices.allSatisfy({ text.citations[$0] != nil })
    else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .reference),
      before: MarkedText.text(text.old[first.old]), after: MarkedText.text(text.new[first.new]))
  }

  private func numbers(in words: [MarkedText.Word]) -> [MarkedText.Word] {
    words.filter {
      $0.isMarked
        && ($0.kind == .number && !isName($0) || $0.isDesignator || $0.traits.contains(.number))
    }
  }

  /// Whether a word is a name that begins with digits: `360dialog`, but neither `30days` nor
  /// `24x7`.
  private func isName(_ word: MarkedText.Word) -> Bool {
    let rest = word.lower.drop(while: \.isNumber)
    guard rest.utf8.count < word.lower.utf8.count,
      rest.prefix(while: \.isLetter).count >= 4
    else { return false }
    return !TypedWords.counted.contains { rest.hasPrefix($0) }
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
      let isNumber = words[index].text.unicodeScalars.first?.properties.numericType != nil
      return (words[index].text, isNumber || neighbours.contains { $0.kind == .number })
    }
  }
}

extension WordJudge {
  /// What is left of a word when it does not matter how numbers are written.
  private enum Meaning: Hashable {
    case word(String)
    case number(WrittenNumber)
    /// From one to another: `2024-2026`.
    case span(WrittenNumber, WrittenNumber)
  }

  /// Whether only the way is another in which numbers are written: `30`, `thirty`, `thirty (30)`,
  /// `50.000`, `50 000,00`, or the currency of a sum: `900 Euro`, `EUR 900`, `900 €`.
  func sameNumbersRule(_ text: MarkedText) -> Verdict? {
    // Nearly all changes are of other words, too.
    func isOfNumber(_ word: MarkedText.Word) -> Bool {
      !word.isMarked || word.kind == .number || word.traits.contains(.count) || word.kind == .sign
        || word.kind == .quote || word.lower == "and" || word.lower == "und"
        || word.lower == "per" || TypedWords.currencies[word.lower] != nil
        || TypedWords.factors[word.lower] != nil
        || word.text == "."
        || TypedWords.percents.contains(word.lower)
    }
    guard text.old.allSatisfy(isOfNumber), text.new.allSatisfy(isOfNumber) else { return nil }
    let before = meanings(of: text.old, { notation(ofTextIn: languages.old, text.old) })
    let after = meanings(of: text.new, { notation(ofTextIn: languages.new, text.new) })
    guard before.map(\.meaning) == after.map(\.meaning) else { return nil }
    let written = zip(before, after).lazy.map { first, second in
      (MarkedText.text(text.old[first.range]), MarkedText.text(text.new[second.range]))
    }
    guard let pair = written.first(where: { $0.lowercased() != $1.lowercased() }) else {
      return nil
    }
    return Verdict(judgement: Judgement(.editorial, .spelling), before: pair.0, after: pair.1)
  }

  /// What point and comma mean in numbers of one of the two texts.
  private func notation(
    ofTextIn language: String?, _ words: [MarkedText.Word]
  ) -> NumberNotation {
    if let language { return NumberNotations.shipped.notation(of: language) }
    return NumberNotations.shipped.notation { word in
      uses?.count(of: word) ?? words.count { $0.lower == word }
    }
  }

  private func meanings(
    of words: [MarkedText.Word], _ notation: () -> NumberNotation
  ) -> [(meaning: Meaning, range: Range<Int>)] {
    var meanings: [(meaning: Meaning, range: Range<Int>)] = []
    var index = 0
    while index < words.count {
      // The currency may stand before its sum.
      if let currency = TypedWords.currencies[words[index].lower] {
        let sum = number(in: words, at: index + 1, notation)
        let end = sum?.end ?? index + 1
        if let sum { meanings.append((.number(sum.value), index..<end)) }
        meanings.append((.word(currency), index..<end))
        index = end
        continue
      }
      // An apostrophe behind a plural, in whatever style, and quotation marks; `per cent` is one.
      let isOfPercent =
        words[index].lower == "per" && index + 1 < words.count && words[index + 1].lower == "cent"
      if words[index].kind == .quote || isOfPercent {
        index += 1
        continue
      }
      guard let number = number(in: words, at: index, notation) else {
        let word = words[index].lower
        let meaning =
          span(words[index], notation) ?? .word(TypedWords.percents.contains(word) ? "%" : word)
        meanings.append((meaning, index..<(index + 1)))
        index += 1
        continue
      }
      var (meaning, end) = (Meaning.number(number.value), number.end)
      // The number again in brackets.
      if end + 2 < words.count, words[end].text == "(", words[end + 2].text == ")",
        let again = self.number(in: words, at: end + 1, notation),
        again == (number.value, end + 2)
      {
        end += 3
      } else if end + 1 < words.count, words[end].kind == .sign, Self.isDash(words[end].text),
        let last = self.number(in: words, at: end + 1, notation)
      {
        (meaning, end) = (.span(number.value, last.value), last.end)
      }
      // Or behind it.
      let isPerCent = end + 1 < words.count && words[end].lower == "per"
      let unit = end < words.count ? words[isPerCent ? end + 1 : end].lower : ""
      let currency = TypedWords.currencies[unit]
      if TypedWords.percents.contains(unit), case .number(let value) = meaning {
        meaning = .number(value.withoutLastZeros)
      }
      if currency != nil, !isPerCent { end += 1 }
      meanings.append((meaning, index..<end))
      if let currency, !isPerCent { meanings.append((.word(currency), index..<end)) }
      index = end
    }
    return meanings
  }

  /// The number that begins at a place, and where it ends: `50 000,00` is one, and so is `1.5
  /// million`.
  private func number(
    in words: [MarkedText.Word], at index: Int, _ notation: () -> NumberNotation
  ) -> (value: WrittenNumber, end: Int)? {
    guard let number = digits(in: words, at: index, notation) else { return nil }
    guard number.end < words.count, let factor = TypedWords.factors[words[number.end].lower],
      let product = number.value.times(factor)
    else { return number }
    let isShort = number.end + 1 < words.count && ["mio", "mrd"].contains(words[number.end].lower)
    let hasPoint = isShort && words[number.end + 1].text == "."
    return (product, number.end + (hasPoint ? 2 : 1))
  }

  private func digits(
    in words: [MarkedText.Word], at index: Int, _ notation: () -> NumberNotation
  ) -> (value: WrittenNumber, end: Int)? {
    guard words.indices.contains(index), !words[index].isDesignator else { return nil }
    if words[index].traits.contains(.count), words[index].kind != .number,
      let number = SpelledNumber(in: words, at: index)
    {
      return (WrittenNumber(number.value), number.end)
    }
    guard words[index].kind == .number else { return nil }
    var (text, end) = (words[index].lower, index + 1)
    let isGroup = text.utf8.count <= 3
    while isGroup, end < words.count, end - index < 5, words[end].kind == .number,
      !words[end].isDesignator,
      words[end].hasSpaceBefore, let joined = WrittenNumber.joined(text, words[end].lower)
    {
      (text, end) = (joined, end + 1)
    }
    return WrittenNumber(text, notation).map { ($0, end) }
  }

  /// `2024-2026`, which is one word.
  private func span(
    _ word: MarkedText.Word, _ notation: () -> NumberNotation
  ) -> Meaning? {
    guard word.kind == .number, !word.isDesignator else { return nil }
    let parts = word.lower.split(omittingEmptySubsequences: false) { Self.isDash(String($0)) }
    guard parts.count == 2, let first = WrittenNumber(String(parts[0]), notation),
      let last = WrittenNumber(String(parts[1]), notation)
    else { return nil }
    return .span(first, last)
  }

  static func isDash(_ sign: String) -> Bool { dashes.contains(sign) }

  /// Hyphens, and dashes of two lengths.
  private static let dashes: Set<String> = ["-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}"]
}
