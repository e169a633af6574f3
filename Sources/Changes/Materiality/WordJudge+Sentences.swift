extension WordJudge {
  /// Decides about a text in which whole sentences came or went beside other changes: those are an
  /// addition or a removal, whatever words they hold, and say nothing of what the others were
  /// changed to. What weighs more decides.
  func judgeBesideSentences(
    _ text: MarkedText, _ judgeRest: (MarkedText) -> Verdict
  ) -> Verdict {
    let sentences = text.wholeSentences(atLeast: Self.shortestSentence, orLines: isMeasure)
    guard !sentences.isEmpty, sentences.count < text.pieces.count else { return judgeRest(text) }
    let isRemoval = sentences.contains { !text.pieces[$0].old.isEmpty }
    let isAddition = sentences.contains { text.pieces[$0].old.isEmpty }
    let judgement =
      isRemoval && (isMeasure || !isAddition)
      ? Judgement(isMeasure ? .weakening : .substantive, .removal)
      : Judgement(.substantive, .addition)
    var rest = text
    rest.unmark(pieces: sentences)
    let verdict = judgeRest(rest)
    if judgement.materiality < verdict.judgement.materiality {
      return Verdict(judgement: judgement)
    }
    guard verdict.judgement == Judgement(.substantive, .wording) else { return verdict }
    // Where nothing else says more, a country or a ground of transfer that a sentence brings does.
    let whole = judgeRest(text)
    return whole.judgement.materiality == .substantive ? whole : verdict
  }
}

extension MarkedText {
  /// Which of ``pieces`` are sentences of one version that have no counterpart in the other, with
  /// so many words at least; and, if asked for, which are lines of a cell.
  func wholeSentences(atLeast count: Int, orLines: Bool = false) -> [Int] {
    pieces.indices.filter { index in
      let piece = pieces[index]
      guard piece.old.isEmpty != piece.new.isEmpty else { return false }
      let (words, range) = piece.new.isEmpty ? (old, piece.old) : (new, piece.new)
      if orLines, Self.areLines(range, of: words) { return true }
      return words[range].count(where: \.isWord) >= count && Self.areSentences(range, of: words)
    }
  }

  /// Whether a stretch is some of the lines of a cell, as a point of a list is, and no remark.
  private static func areLines(_ range: Range<Int>, of words: [Word]) -> Bool {
    guard let first = range.first, words[first].opening != .nothing, words[first].text != "(",
      !words[range.dropFirst()].contains(where: { $0.opening == .cell })
    else { return false }
    let end = range.upperBound
    let next = end < words.count ? words[end].opening : .cell
    // All of a cell says nothing of a list.
    return next == .line || next == .cell && words[first].opening == .line
  }

  /// Whether a stretch begins where a sentence does, and ends where one ends.
  private static func areSentences(_ range: Range<Int>, of words: [Word]) -> Bool {
    guard let first = range.first, let last = range.last, !beginsSmall(words[first]) else {
      return false
    }
    return (first == 0 || endsSentence(first - 1, words) || words[first].startsLine)
      && (last + 1 == words.count || endsSentence(last, words))
  }

  /// The words of the sentence that one of them stands in.
  static func sentence(around index: Int, of words: [Word]) -> Range<Int> {
    var start = index
    while start > 0, !endsSentence(start - 1, words) { start -= 1 }
    var end = index
    while end < words.count, !endsSentence(end, words) { end += 1 }
    return start..<min(end + 1, words.count)
  }

  /// Whether a word is the stop of a sentence, and not of an abbreviation: `Art. 28`,
  /// `gem. Vertrag`.
  private static func endsSentence(_ index: Int, _ words: [Word]) -> Bool {
    guard words[index].kind == .stop else { return false }
    guard words[index].text == ".", index + 1 < words.count else { return true }
    let next = words[index + 1]
    if beginsSmall(next) { return false }
    guard index > 0, words[index - 1].kind == .word else { return true }
    let before = words[index - 1].lower
    return !abbreviations.contains(before) && !(next.kind == .number && before.utf8.count <= 4)
  }

  /// Before a name or a noun, too.
  private static let abbreviations: Set<String> = [
    "art", "bzw", "ca", "cf", "co", "corp", "dr", "e.g", "etc", "exkl", "gem", "ggf", "i.e",
    "i.v.m", "incl", "inkl", "lit", "ltd", "max", "min", "mr", "ms", "nr", "sog", "vgl", "z.b",
    "zzgl",
  ]

  private static func beginsSmall(_ word: Word) -> Bool {
    word.text.unicodeScalars.first?.properties.isLowercase ?? false
  }
}
