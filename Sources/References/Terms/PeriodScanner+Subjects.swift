extension PeriodScanner {
  /// How a party stands in its sentence.
  enum Standing {
    /// It is to do something.
    case subject
    /// It is the subject of the condition that the sentence begins with.
    case condition
    /// It is the subject of a condition within the sentence.
    case laterCondition
    /// It does what is said in the passive: `is notified by the Processor`.
    case agent
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
      if before == sentenceStart { return .condition }
      return Self.conditions[token(before).hash] != 0 ? .laterCondition : .other
    }
    if beginsWithVerb(start) { return .condition }
    if before >= sentenceStart, Self.agents[token(before).hash] != 0, isAfterPassive(before) {
      return .agent
    }
    if isOblique(index) || isPassive(end)
      || before >= sentenceStart && Self.passives[token(before).hash] != 0 && isPassive(before)
    {
      return .other
    }
    let isSubject =
      (end..<(end + 3)).contains { kind($0) == .modal } || beginsSentence(index)
      || isMainClause(before, end) || isNominative(index) || isBehindVerb(index)
    return isSubject ? .subject : .other
  }

  /// `Widerspricht der Auftraggeber, ...`: what begins with the verb is a condition.
  private func beginsWithVerb(_ start: Int) -> Bool {
    isGerman && start == sentenceStart + 1 && isVerb(sentenceStart)
      && token(sentenceStart).isCapitalised
  }

  /// Whether a party stands in another case than a subject: `des Auftraggebers`, `of the Customer`.
  private func isOblique(_ index: Int) -> Bool {
    guard index > sentenceStart else { return false }
    if Self.obliqueArticles[token(index - 1).hash] != 0 { return true }
    let before = isArticle(index - 1) ? index - 2 : index - 1
    return before >= sentenceStart && Self.prepositions[token(before).hash] != 0
  }

  /// Whether `vom Auftragnehmer` or `by the Processor` at `index` says who does what is said in the
  /// passive before it.
  private func isAfterPassive(_ index: Int) -> Bool {
    var before = index - 1
    while before >= sentenceStart, index - before < 16 {
      let token = token(before)
      if Self.passives[token.hash] != 0 {
        // `which is processed by the Processor`, `kann ... werden`
        return before == sentenceStart || Self.conjunctions[self.token(before - 1).hash] == 0
      }
      guard !isSign(.comma, before), Self.conjunctions[token.hash] == 0 else { return false }
      before -= 1
    }
    return false
  }

  /// `löscht Nordmole`: a German verb right before a name; `darf Nordmole`.
  private func isBehindVerb(_ index: Int) -> Bool {
    guard isGerman, index > sentenceStart, !isArticle(index - 1) else { return false }
    return kind(index - 1) == .modal || isVerb(index - 1) && !token(index - 1).isCapitalised
  }

  /// Whether a word has the ending of a German verb in the third person and is no other word that
  /// often stands before names.
  private func isVerb(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .word, token.length > 2 else { return false }
    return kind(index) == .modal || Self.passives[token.hash] != 0
      || text[Int(token.end) - 1] == 0x74 && Self.otherWords[token.hash] == 0
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
  /// unterrichtet`, `wird vom Auftragnehmer binnen 3 Tagen benachrichtigt`.
  private func isPassive(_ end: Int) -> Bool {
    guard token(end).kind == .word, Self.passives[token(end).hash] != 0 || kind(end) == .modal
    else { return false }
    if Self.germanPassives[token(end).hash] != 0, isGerman {
      var next = end + 1
      while next - end < 30,
        token(next).kind == .word || token(next).kind == .number
          || isGlued(.dash, next)
      {
        if Self.participles[token(next).hash] != 0 { return true }
        next += 1
      }
      let last = token(next - 1)
      return next > end + 1 && last.kind == .word && !last.isCapitalised
        && text[Int(last.end) - 1] == 0x74
    }
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

  /// Whether `der` stands before a masculine noun: in `-er`, as in `meldet der Auftragnehmer`, or
  /// behind a verb, as in `kann der Kunde`; not `kann der Kundin`.
  private func isNominative(_ index: Int) -> Bool {
    guard token(index - 1).hash == Self.subjectArticle else { return false }
    let end = Int(token(index).end)
    return text[end - 1] == 0x72
      || isGerman && index - 2 >= sentenceStart && isVerb(index - 2) && text[end - 1] == 0x65
  }

  private static let subjectArticle = WordHash.of("der")

  private static let conjunctions = WordTable(of: [
    "if", "when", "where", "after", "before", "until", "unless", "once", "as", "that", "which",
    "what",
    "whom", "whose", "because", "while", "wenn", "falls", "sofern", "soweit", "nachdem", "bevor",
    "bis", "sobald", "solange", "dass", "welche", "welchen", "weil", "während",
  ])

  /// Those of ``conjunctions`` that begin a condition.
  private static let conditions = WordTable(of: [
    "if", "when", "where", "unless", "once", "wenn", "falls", "sofern", "soweit", "sobald",
  ])

  private static let obliqueArticles = WordTable(of: ["des", "dem", "den", "vom", "beim", "zum"])

  private static let prepositions = WordTable(of: [
    "of", "to", "by", "from", "for", "with", "against", "von", "durch", "mit", "bei", "für",
    "gegen",
    "an",
  ])

  private static let agents = WordTable(of: ["by", "von", "vom", "durch"])

  private static let germanPassives = WordTable(of: ["wird", "werden", "wurde"])

  /// What ends as verbs do.
  private static let otherWords = WordTable(of: [
    "nicht", "mit", "seit", "statt", "anstatt", "samt", "erst", "zuerst", "zunächst", "selbst",
    "jetzt", "sonst", "damit", "somit", "soweit", "insoweit", "fast", "dort", "zeit", "überhaupt",
    "direkt", "laut", "weit", "derzeit", "jederzeit", "sofort",
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
