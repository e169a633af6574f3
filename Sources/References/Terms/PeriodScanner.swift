/// Finds the periods in a text, with the party whose duty they set.
///
/// - Complexity: O(tokens); look-ahead is bounded.
struct PeriodScanner: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let roles: RoleCatalog
  var found: [Period] = []
  var place: Int32 = -1
  /// The party that the sentence at hand makes the subject of a duty.
  var party = -1
  /// The one of the sentence before, which a pronoun goes on with.
  private var lastParty = -1
  private var sentenceStart = 0
  private var stems: StemTable
  /// Of each place the place around it.
  private let parents: [Int32]
  /// The subject of a lead-in, `The Processor shall:`, by its place.
  private var leadIns: [Int32: Int] = [:]

  init(vocabulary: Vocabulary, _ table: TokenTable, roles: RoleCatalog, parents: [Int32]) {
    self.parents = parents
    self.vocabulary = vocabulary
    text = table.text
    stems = table.stems
    self.roles = roles
    tokenizer = Tokenizer(vocabulary: vocabulary, table: table)
  }

  mutating func scan(_ passage: Passage) {
    let text = text
    tokenizer.tokenize(text.span, from: Int(passage.start), to: Int(passage.end))
    place = passage.provision
    party = leadIn(of: place)
    lastParty = -1
    defer {
      if isSign(.colon, tokenizer.tokens.count - 2) { leadIns[place] = party }
    }
    var index = 0
    sentenceStart = 0
    while index < tokenizer.tokens.count - 1 {
      if endsSentence(at: index) {
        lastParty = party
        party = -1
        sentenceStart = index + 1
      }
      if party < 0, lastParty >= 0, Self.pronouns.contains(token(index).hash) { party = lastParty }
      if let subject = party(at: index), isSubject(index, subject.end) { party = subject.role }
      if let end = period(at: index) {
        index = end
      } else {
        index += 1
      }
    }
  }

  private func endsSentence(at index: Int) -> Bool {
    guard isGlued(.point, index) || isGlued(.semicolon, index) else { return false }
    return token(index + 1).isCapitalised || token(index + 1).kind == .end
  }

  /// The name of a party at `index`, and the index behind it.
  private mutating func party(at index: Int) -> (role: Int, end: Int)? {
    let token = token(index)
    guard token.kind == .word, !isGlued(.dash, index - 1) else { return nil }
    let stem = stems.stem(of: token, in: text)
    guard roles.mayBegin(with: stem) else { return nil }
    for name in roles.byStem[stem] ?? [] {
      var next = index + 1
      var fits = true
      for stem in name.stems.dropFirst() {
        let token = self.token(next)
        guard stems.stem(of: token, in: text) == stem else {
          fits = false
          break
        }
        next += 1
      }
      if fits { return (name.role, next) }
    }
    return nil
  }

  private static let pronouns: Set<UInt64> = [
    WordHash.of("er"), WordHash.of("dieser"), WordHash.of("he"),
  ]

  /// The party that a lead-in around a place names.
  private func leadIn(of place: Int32) -> Int {
    guard place >= 0 else { return -1 }
    if let known = leadIns[place] { return known }
    let parent = parents[Int(place)]
    return parent >= 0 ? leadIns[parent] ?? -1 : -1
  }

  /// Whether a duty follows, `the Processor shall`, or the party is the subject by its place at the
  /// start of the sentence or by its article, as in `meldet der Auftragnehmer`.
  private func isSubject(_ index: Int, _ end: Int) -> Bool {
    (end..<(end + 3)).contains { kind($0) == .modal }
      || index - sentenceStart <= 1
      || (token(index - 1).hash == Self.subjectArticle && text[Int(token(index).end) - 1] == 0x72)
  }

  /// `der`, before a masculine noun in `-er`, is the nominative.
  private static let subjectArticle = WordHash.of("der")

}
