extension MentionScanner {
  /// Whether the number at `start` is that of the noun right before it, and of no clause: `Amendment
  /// No. 2`, `Bestellung Nr. 2`, `HRB Nr. 2`.
  ///
  /// `end`: the index behind the number. `Maßnahme Nr. 2 des Anhangs` is the second of that annex.
  func isNumberOfNoun(_ unit: UnitWord, at start: Int, end: Int) -> Bool {
    guard unit.level == .number, start > 0 else { return false }
    let noun = token(start - 1)
    guard noun.kind == .word, noun.isCapitalised, noun.length > 1 else { return false }
    switch kind(start - 1) {
    case .none, .ownName, .otherDocument, .act, .foreign, .adjective: break
    default: return false
    }
    guard Self.holding[token(end).hash] != 0 else { return true }
    let next = kind(end + 1) == .the || kind(end + 1) == .this ? end + 2 : end + 1
    return self.unit(at: next, isInChain: false)?.level != .annex
  }

  private static let holding = WordTable(of: ["of", "in", "der", "des", "im"])
}
