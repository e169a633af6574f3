internal import Agreements
internal import Markup

extension ComparedText {
  /// Whether a point of a list is only a label above others, `Internal systems:`, and no sentence
  /// that they complete: `The Processor may engage others only if:`.
  func isListLabel(_ node: Int) -> Bool {
    let place = nodes[node]
    guard place.shape == .text, place.role == .place, Int(place.end) > node + 1,
      place.words > 0, place.words <= Self.mostWordsOfLabel, let last = place.tokens.last,
      agreement.tree.text[Int(tokens.words[Int(last)].end) - 1] == UInt8(ascii: ":")
    else { return false }
    let said = unmarkedWords(place.tokens)
    guard said.allSatisfy({ $0.traits.isDisjoint(with: Self.traitsOfSentences) }) else {
      return false
    }
    // Whoever is named and does something: `The Processor ensures that`.
    return place.words < Self.fewestWordsOfSentence
      || !WordJudge(partyNames: [], isMeasure: false).namesActor(said)
  }

  private static var traitsOfSentences: WordTraits { [.modal, .negation] }
  private static var mostWordsOfLabel: Int32 { 12 }
  private static var fewestWordsOfSentence: Int32 { 4 }
}
