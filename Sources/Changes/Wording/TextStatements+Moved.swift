internal import Deadlines

extension TextStatements {
  /// What changed of the words of a text, and which of its sentences changed places.
  static func describe(_ text: MarkedText, _ verdict: WordJudge.Verdict) -> BilingualText {
    guard !text.moved.isEmpty else { return describeWords(text, verdict) }
    let moved = moved(text)
    guard !text.pieces.isEmpty else { return moved }
    let words = describeWords(text, verdict)
    return BilingualText(
      english: "\(words.english); \(moved.english)", german: "\(words.german); \(moved.german)")
  }

  private static func moved(_ text: MarkedText) -> BilingualText {
    guard text.moved.count <= mostPieces else {
      return BilingualText(
        english: "\(text.moved.count) sentences stand at other places of the text",
        german: "\(text.moved.count) Sätze stehen an anderer Stelle des Textes")
    }
    let sentences = text.moved.map {
      MarkedText.text(text.new[$0]).split(separator: " ").map(String.init)
    }
    let isOne = sentences.count == 1
    let english = Statements.list(sentences.map { Statements.quoted($0, .english) }, "and")
    let german = Statements.list(sentences.map { Statements.quoted($0, .german) }, "und")
    return BilingualText(
      english: "\(english) \(isOne ? "stands" : "stand") at another place of the text",
      german: "\(german) \(isOne ? "steht" : "stehen") an anderer Stelle des Textes")
  }
}
