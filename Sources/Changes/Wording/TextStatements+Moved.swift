internal import Deadlines

extension TextStatements {
  /// What changed of the words of a text, and which of its sentences changed places.
  static func describe(_ text: MarkedText, _ verdict: WordJudge.Verdict) -> BilingualText {
    var parts: [BilingualText] = []
    if !text.pieces.isEmpty || !text.isReordered { parts.append(describeWords(text, verdict)) }
    if !text.moved.isEmpty { parts.append(moved(text)) }
    parts += [true, false].flatMap { elsewhere(text, areGone: $0) }
    return BilingualText(
      english: parts.map(\.english).joined(separator: "; "),
      german: parts.map(\.german).joined(separator: "; "))
  }

  private static func moved(_ text: MarkedText) -> BilingualText {
    guard text.moved.count <= mostPieces else {
      return BilingualText(
        english: "\(text.moved.count) sentences stand at other places of the text",
        german: "\(text.moved.count) Sätze stehen an anderer Stelle des Textes")
    }
    let sentences = text.moved.map { MarkedText.quotable(text.new[$0]) }
    let isOne = sentences.count == 1
    let quoted = quoted(sentences)
    return BilingualText(
      english: "\(quoted.english) \(isOne ? "stands" : "stand") at another place of the text",
      german: "\(quoted.german) \(isOne ? "steht" : "stehen") an anderer Stelle des Textes")
  }

  /// The sentences that went to other places, or came from them.
  private static func elsewhere(_ text: MarkedText, areGone: Bool) -> [BilingualText] {
    let found = text.elsewhere.filter { $0.isGone == areGone }
    guard found.count <= mostPieces else {
      return [
        areGone
          ? BilingualText(
            english: "\(found.count) sentences stand in other places now",
            german: "\(found.count) Sätze stehen jetzt an anderen Stellen")
          : BilingualText(
            english: "\(found.count) sentences stood in other places before",
            german: "\(found.count) Sätze standen bisher an anderen Stellen")
      ]
    }
    return found.map { sentence in
      let quoted = quoted([
        MarkedText.quotable(areGone ? text.old[sentence.words] : text.new[sentence.words])
      ])
      return areGone
        ? BilingualText(
          english: "\(quoted.english) stands in \(sentence.place.english) now",
          german: "\(quoted.german) steht jetzt in \(sentence.place.german)")
        : BilingualText(
          english: "\(quoted.english) stood in \(sentence.place.english) before",
          german: "\(quoted.german) stand bisher in \(sentence.place.german)")
    }
  }

  private static func quoted(_ sentences: [[QuotableWord]]) -> BilingualText {
    BilingualText(
      english: Statements.list(sentences.map { Statements.quoted($0, .english) }, "and"),
      german: Statements.list(sentences.map { Statements.quoted($0, .german) }, "und"))
  }
}
