/// Finds the periods in a text, with the party whose duty they set.
///
/// - Complexity: O(tokens); look-ahead is bounded.
struct PeriodScanner: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let roles: RoleCatalog
  /// What the agreement itself calls its parties.
  private let names: [RoleCatalog.Name]
  /// Whether verbs stand where German has them.
  let isGerman: Bool
  /// A bit for each stem that one of ``names`` begins with.
  private var firsts = StemFilter()
  var found: [Period] = []
  var place: Int32 = -1
  /// The party that the sentence at hand makes the subject of a duty.
  var party = -1
  /// The one of the sentence before, which a pronoun goes on with.
  private var lastParty = -1
  /// The one of the condition that the sentence begins with: `If the Processor believes ...`.
  private var conditionParty = -1
  /// The one of the condition at hand, wherever in the sentence, and where its name ends.
  private var clause = (party: -1, start: 0)
  private(set) var sentenceStart = 0
  /// Behind the number that was read last in the passage.
  var numeralEnd = 0
  /// The periods before it have their sentence.
  private var firstOfSentence = 0
  /// Of each place the place around it.
  private let parents: [Int32]
  /// The subject of a lead-in, `The Processor shall:`, by its place.
  private var leadIns: [Int32: Int] = [:]

  init(
    vocabulary: Vocabulary, _ table: TokenTable, roles: RoleCatalog, names: [RoleCatalog.Name],
    parents: [Int32], isGerman: Bool
  ) {
    self.isGerman = isGerman
    self.parents = parents
    self.vocabulary = vocabulary
    text = table.text
    self.roles = roles
    self.names = names
    for name in names { firsts.insert(name.stems[0]) }
    tokenizer = Tokenizer(table)
  }

  mutating func scan(_ passage: Passage, number: Int) {
    tokenizer.enter(number)
    // Parties are of use to the periods beside them, and to what a lead-in leads to.
    guard tokenizer.holds(.time) || isSign(.colon, tokenizer.tokens.count - 2) else { return }
    place = passage.provision
    party = leadIn(of: place)
    lastParty = -1
    conditionParty = -1
    clause.party = -1
    sentenceStart = 0
    numeralEnd = 0
    scanTokens()
    endSentence(at: tokenizer.tokens.count - 2)
    if isSign(.colon, tokenizer.tokens.count - 2) { leadIns[place] = party }
  }

  private mutating func scanTokens() {
    var index = 0
    while true {
      index = next(from: index)
      guard index < tokenizer.tokens.count - 1 else { return }
      if endsSentence(at: index) {
        endSentence(at: index)
        lastParty = party
        (party, conditionParty, clause.party) = (-1, -1, -1)
        sentenceStart = index + 1
      }
      if token(index).classes.contains(.pronoun) { readPronoun(at: index) }
      if let named = party(at: index) {
        switch standing(index, named.end) {
        case .subject: party = named.role
        case .condition:
          conditionParty = named.role
          clause = (named.role, named.end)
        case .laterCondition: clause = (named.role, named.end)
        case .agent:
          party = named.role
          // `is notified within 24 hours by the Processor`
          for period in firstOfSentence..<found.count where found[period].party.isEmpty {
            found[period].party = roles.roles[party].id
          }
        case .other: break
        }
      }
      if let end = period(at: index) {
        index = end
      } else {
        index += 1
      }
    }
  }

  /// The next token that can be something to a period; names of parties of the agreement's own are
  /// no class.
  private func next(from index: Int) -> Int {
    let classes: WordClasses = [.period, .party, .stop, .pronoun]
    guard !names.isEmpty else { return tokenizer.tokens.next(classes, from: index) }
    var index = index
    let last = tokenizer.tokens.count - 1
    while index < last {
      let token = tokenizer.tokens[index]
      if !token.classes.isDisjoint(with: classes) || firsts.mayHold(token.stem) { break }
      index += 1
    }
    return index
  }

  private func endsSentence(at index: Int) -> Bool {
    guard isGlued(.point, index) || isGlued(.semicolon, index) else { return false }
    // `Dr. Aldag`, `No. 5`.
    if index > 0, token(index - 1).isCapitalised, token(index - 1).length <= 2 { return false }
    return token(index + 1).isCapitalised || token(index + 1).kind == .end
  }

  /// The name of a party at `index`, and the index behind it.
  private func party(at index: Int) -> (role: Int, end: Int)? {
    let token = token(index)
    guard token.kind == .word, !isGlued(.dash, index - 1) else { return nil }
    if token.classes.contains(.party) {
      for name in roles.byStem[token.stem] ?? [] where stands(name, at: index) {
        return (name.role, index + name.stems.count)
      }
    }
    guard firsts.mayHold(token.stem) else { return nil }
    for name in names where stands(name, at: index) {
      return (name.role, index + name.stems.count)
    }
    return nil
  }

  private func stands(_ name: RoleCatalog.Name, at index: Int) -> Bool {
    name.stems.indices.allSatisfy { token(index + $0).stem == name.stems[$0] }
  }

  /// The party that a lead-in around a place names.
  private func leadIn(of place: Int32) -> Int {
    guard place >= 0 else { return -1 }
    if let known = leadIns[place] { return known }
    let parent = parents[Int(place)]
    return parent >= 0 ? leadIns[parent] ?? -1 : -1
  }

  /// Gives the periods of a sentence that ends at a token its words.
  private mutating func endSentence(at index: Int) {
    guard firstOfSentence < found.count else { return }
    let range = textRange(sentenceStart, index + 1)
    for period in firstOfSentence..<found.count { found[period].sentenceRange = range }
    firstOfSentence = found.count
  }

  /// The party whose duty a period is: within a condition, `objects within 14 days`, whoever has to
  /// meet that.
  func partyWithDuty(at index: Int, isLimit: Bool) -> Int {
    guard isLimit, clause.party >= 0, clause.start <= index,
      !(clause.start..<index).contains(where: { isSign(.comma, $0) })
    else { return party }
    return clause.party
  }

  private mutating func readPronoun(at index: Int) {
    let goesOn = Self.pronouns[token(index).hash] == Self.personal
    // `..., it says so`, `..., teilt er mit`.
    if conditionParty >= 0, isSign(.comma, index - 1) || isSign(.comma, index - 2) {
      party = conditionParty
    } else if party < 0, lastParty >= 0, goesOn {
      party = lastParty
    }
  }
}
