extension MentionScanner {
  /// Whether the number at `start` is that of the noun right before it, and of no clause:
  /// `Amendment No. 2`, `Bestellung Nr. 2`, `HRB Nr. 2`.
  ///
  /// `end`: the index behind the number. `Maßnahme Nr. 2 des Anhangs` is the second of that annex.
  func isNumberOfNoun(_ unit: UnitWord, at start: Int, end: Int) -> Bool {
    guard unit.level == .number, start > 0 else { return false }
    let noun = token(start - 1)
    guard noun.kind == .word, noun.isCapitalised, noun.length > 1 else { return false }
    // At the start of a sentence, each word has a capital letter.
    let isFirst = start == 1 || isSign(.point, start - 2) || isSign(.colon, start - 2)
    if isFirst, Self.particles[noun.hash] != 0 { return false }
    switch kind(start - 1) {
    case .none, .ownName, .otherDocument, .act, .foreign, .adjective: break
    default: return false
    }
    guard Self.holding[token(end).hash] != 0 else { return true }
    let next = kind(end + 1) == .the || kind(end + 1) == .this ? end + 2 : end + 1
    return self.unit(at: next, isInChain: false)?.level != .annex
  }

  /// Words that are no nouns and can begin a sentence that goes on with a number.
  private static let particles = WordTable(of: [
    "auch", "nur", "siehe", "vgl", "insbesondere", "ferner", "außerdem", "zudem", "dagegen",
    "hingegen", "jedoch", "daneben", "hierzu", "dazu", "dort", "soweit", "sofern", "falls", "wenn",
    "weil", "da", "ebenso", "entsprechend", "mit", "außer", "bei", "nach", "gemäß", "laut", "für",
    "ohne", "trotz", "während", "neben", "only", "also", "see", "if", "where", "when", "while",
    "since", "both", "either", "neither", "however", "notwithstanding", "accordingly", "further",
    "subject", "under", "unlike", "without", "except", "although", "though", "for", "in",
  ])
  private static let holding = WordTable(of: ["of", "in", "der", "des", "im"])
}
