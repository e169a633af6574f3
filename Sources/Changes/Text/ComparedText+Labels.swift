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
    guard said.allSatisfy({ $0.traits.isDisjoint(with: [.modal, .negation]) }) else { return false }
    // Whoever is named and does something: `The Processor ensures that`.
    return place.words < Self.fewestWordsOfSentence
      || !WordJudge(partyNames: [], isMeasure: false).namesActor(said)
  }

  /// Whether a label says what is agreed of what stands below it: `Within 24 hours:`, `Systems in
  /// Germany:`.
  func statesTerms(_ label: Int) -> Bool {
    let terms: WordTraits = [
      .number, .rhythm, .time, .region, .mechanism, .startsCountry, .nationality,
    ]
    return unmarkedWords(nodes[label].tokens).contains {
      $0.kind == .number || !$0.traits.isDisjoint(with: terms)
    }
  }

  private static var mostWordsOfLabel: Int32 { 12 }
  private static var fewestWordsOfSentence: Int32 { 4 }
}
