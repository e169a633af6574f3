extension PeriodScanner {
  /// How a party stands in its sentence.
  enum Standing {
    /// It is to do something.
    case subject
    /// It is the subject of the condition that the sentence begins with.
    case condition
    case other
  }

  /// Pronouns that can stand for a party; of those that stand for things as often, only what
  /// follows a condition is read: `If the Processor believes ..., it says so`.
  static let pronouns: WordTable = {
    var pronouns = WordTable(capacity: 16)
    for word in ["er", "dieser", "he"] { pronouns[WordHash.ofLowered(word.utf8)] = personal }
    for word in ["it", "sie"] { pronouns[WordHash.ofLowered(word.utf8)] = personal + 1 }
    return pronouns
  }()

  static var personal: UInt32 { 1 }

  /// `end`: behind the name of the party at `index`.
  func standing(_ index: Int, _ end: Int) -> Standing {
    let start = isArticle(index - 1) ? index - 1 : index
    let before = start - 1
    if before >= sentenceStart, Self.conjunctions[token(before).hash] != 0 {
      return before == sentenceStart ? .condition : .other
    }
    if isPassive(end) || before >= sentenceStart && Self.passives[token(before).hash] != 0 {
      return .other
    }
    let isSubject =
      (end..<(end + 3)).contains { kind($0) == .modal } || beginsSentence(index)
      || isMainClause(before, end) || isNominative(index)
    return isSubject ? .subject : .other
  }

  /// `The Processor checks`, `Falkenmoor checks`; but not `Customer support sees`.
  private func beginsSentence(_ index: Int) -> Bool {
    index == sentenceStart + 1
      || index == sentenceStart && !token(index).classes.contains(.party)
  }

  /// Whether a main clause begins behind a comma: `..., the Processor passes it on`; not in a list.
  private func isMainClause(_ before: Int, _ end: Int) -> Bool {
    before >= sentenceStart && isSign(.comma, before) && token(end).kind == .word
      && Self.listWords[token(end).hash] == 0
  }

  /// Whether the party is told and does not tell: `is informed`, `shall be notified`, `wird
  /// unterrichtet`.
  private func isPassive(_ end: Int) -> Bool {
    guard token(end).kind == .word, Self.passives[token(end).hash] != 0 || kind(end) == .modal
    else { return false }
    return ((end + 1)..<(end + 7)).prefix { token($0).kind == .word }.contains {
      Self.participles[token($0).hash] != 0 || isParticiple($0)
    }
  }

  /// `is called`, but not `is obliged`.
  private func isParticiple(_ index: Int) -> Bool {
    let (before, token) = (token(index - 1), token(index))
    return Self.passives[before.hash] != 0 && token.length > 3
      && text[Int(token.end) - 2..<Int(token.end)].elementsEqual("ed".utf8)
      && Self.obliging[token.hash] == 0
  }

  private func isArticle(_ index: Int) -> Bool {
    guard index >= sentenceStart else { return false }
    return kind(index) == .the || token(index).hash == Self.subjectArticle
  }

  /// Whether `der` stands before a masculine noun in `-er`, as in `meldet der Auftragnehmer`.
  private func isNominative(_ index: Int) -> Bool {
    token(index - 1).hash == Self.subjectArticle && text[Int(token(index).end) - 1] == 0x72
  }

  private static let subjectArticle = WordHash.of("der")

  private static let conjunctions = WordTable(of: [
    "if", "when", "where", "after", "before", "until", "unless", "once", "as", "that", "which",
    "whom", "whose", "because", "while", "wenn", "falls", "sofern", "soweit", "nachdem", "bevor",
    "bis", "sobald", "solange", "dass", "welche", "welchen", "weil", "während",
  ])

  private static let passives = WordTable(of: ["is", "are", "be", "wird", "werden", "wurde"])

  private static let participles = WordTable(of: [
    "informed", "notified", "told", "advised", "given", "unterrichtet", "informiert",
    "benachrichtigt", "verständigt", "mitgeteilt",
  ])

  private static let obliging = WordTable(of: [
    "obliged", "obligated", "required", "entitled", "permitted", "allowed", "supposed", "committed",
  ])

  private static let listWords = WordTable(of: ["and", "or", "und", "oder", "sowie", "bzw"])
}
