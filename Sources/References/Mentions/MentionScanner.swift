/// Recognises what a text refers to: places of agreements, provisions of laws, documents.
///
/// Goes over the tokens of each passage once. At a word that can begin a reference (`section`,
/// `Art.`, `§`), a small grammar reads on as far as it understands: units with lists and ranges of
/// designators, their sub-levels, then the law or document that they are of. Nothing is looked up
/// here but words, so what is found depends on the passage alone.
///
/// - Complexity: O(bytes). Look-ahead is bounded, and no token is read by the grammar twice but
///   those of a bounded look-ahead.
struct MentionScanner: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  /// The next token that the grammar reads.
  var cursor = 0
  var place: (provision: Int32, passage: Int32) = (-1, 0)
  var found = Recognition()

  /// Behind the title of a code that was read last in the passage at hand: `45 CFR`.
  var endOfCode = -1

  /// A law that is named behind a bracket, and the index of the sign that closes it: in between, it
  /// is the one that is cited.
  var lawBehindBracket: (close: Int, law: LawReference)?

  /// What the agreement defines as something else than the law whose name it ends in, as `UK SCCs`.
  var namesOfOthers: Set<UInt64> = []

  /// What the agreement calls standard clauses by a name of its own.
  var clauseNames: [ClauseName] = []

  let context: ReferenceContext
  private let nameBeginnings: UInt64
  private let bareBeginnings: UInt64
  private var documentNumbers: [NamedDocument: Int] = [:]
  private let table: TokenTable
  private let passages: Int
  /// What names mean, once one has to be told from another document's.
  private var documentNames: DocumentNames?
  /// What titles alone say of them, which is known without reading the text.
  private var titleNames: DocumentNames?

  init(_ context: ReferenceContext, _ table: TokenTable, passages: Int) {
    vocabulary = context.vocabulary
    self.context = context
    self.table = table
    self.passages = passages
    nameBeginnings = context.nameBeginnings
    bareBeginnings = context.bareBeginnings
    text = table.text
    tokenizer = Tokenizer(table)
  }

  mutating func scan(_ passage: Passage, number: Int32) {
    tokenizer.enter(Int(number))
    place = (passage.provision, number)
    cursor = 0
    endOfCode = -1
    lawBehindBracket = nil
    var isAfterQuote = false
    while true {
      // What follows a quotation mark is looked at in any case: it can be a title.
      if !isAfterQuote { skip() }
      guard cursor < tokenizer.tokens.count - 1 else { return }
      let start = cursor
      let token = tokenizer.tokens[start]
      let isRead: Bool
      let isQuoted = isAfterQuote
      isAfterQuote = token.isQuote
      switch token.kind {
      case .word: isRead = readWord(token, isQuoted: isQuoted)
      case .number: isRead = readBareNumber()
      case .sign where token.word == Sign.sectionSign.rawValue: isRead = readChain()
      case .sign where token.isQuote: isRead = readTitleFirst()
      case .address:
        found.addresses.append(
          BareAddress(textRange: token.start..<token.end, provision: place.provision))
        isRead = false
      default: isRead = false
      }
      if !isRead { cursor = start + 1 }
    }
  }

  /// Goes on to the next token that something can begin with.
  private mutating func skip() {
    guard bareBeginnings != 0 else {
      cursor = tokenizer.tokens.next(.reference, from: cursor)
      return
    }
    let last = tokenizer.tokens.count - 1
    while cursor < last {
      let token = tokenizer.tokens[cursor]
      if token.classes.contains(.reference) || bareBeginnings >> (token.hash & 63) & 1 != 0 {
        return
      }
      cursor += 1
    }
  }

  @inline(__always)
  private mutating func readWord(_ token: Token, isQuoted: Bool) -> Bool {
    // A title is a name in quotation marks only; most words need no further look.
    let canBeName = isQuoted || bareBeginnings >> (token.hash & 63) & 1 != 0
    let beginning = vocabulary.beginning(of: token)
    guard canBeName || !beginning.isEmpty else { return false }
    return readWord(token, beginning, canBeName: canBeName, isQuoted: isQuoted)
  }

  private mutating func readWord(
    _ token: Token, _ beginning: Vocabulary.Beginning, canBeName: Bool, isQuoted: Bool
  ) -> Bool {
    if beginning.contains(.unit), readChain() { return true }
    if beginning.contains(.neighbour), readNeighbour() { return true }
    if !clauseNames.isEmpty, beginning.contains(.unit), readClauseName() { return true }
    if beginning.contains(.law), let match = law(at: cursor) {
      if definesOther(at: cursor, match) { return false }
      learnClauseName(at: cursor, match)
      found.laws.append(
        LawMention(
          textRange: textRange(cursor, match.end), provision: place.provision,
          passage: place.passage, law: match.law))
      cursor = match.end
      return true
    }
    if canBeName, let match = document(at: cursor),
      found.named[match.document].isNamed || (isQuoted && self.token(match.end).isQuote)
    {
      found.documents.append(
        DocumentMention(
          textRange: textRange(cursor, match.end), provision: place.provision,
          document: match.document))
      cursor = match.end
      return true
    }
    return false
  }
}

/// What was recognised in one agreement, in the order of its text.
package struct Recognition: Sendable {
  package var mentions: [Mention] = []
  package var laws: [LawMention] = []
  package var documents: [DocumentMention] = []
  package var addresses: [BareAddress] = []
  /// The documents that are named, each once.
  package var named: [NamedDocument] = []
}

// MARK: - Names of documents and laws

extension MentionScanner {
  /// What the agreement calls itself and others; its text is read for that when first asked.
  mutating func knownNames() -> DocumentNames {
    if let documentNames { return documentNames }
    var reader = DocumentNameReader(context, table)
    let names = reader.read(passages: passages)
    documentNames = names
    return names
  }

  /// What the agreement calls itself, as far as its title says so or its text was read for it.
  mutating func knownTitles() -> DocumentNames {
    if let known = documentNames ?? titleNames { return known }
    let names = DocumentNames(context)
    titleNames = names
    return names
  }

  /// The name of a document at `index`, by its index in ``Recognition/named``.
  mutating func document(at index: Int) -> (document: Int, end: Int)? {
    let token = token(index)
    guard
      vocabulary.beginning(of: token).contains(.title)
        || (nameBeginnings >> (token.hash & 63) & 1 != 0
          && (token.kind == .word || token.kind == .number))
    else { return nil }
    guard let match = context.document(tokenizer.tokens, at: index, in: text.span) else {
      return nil
    }
    if let known = documentNumbers[match.document] { return (known, match.end) }
    documentNumbers[match.document] = found.named.count
    found.named.append(match.document)
    return (found.named.count - 1, match.end)
  }

  /// The name of a law at `index`, and the words behind it that tell its version.
  func law(at index: Int) -> (law: LawReference, end: Int)? {
    if !clauseNames.isEmpty, let named = clauseName(at: index) { return named }
    guard vocabulary.beginning(of: token(index)).contains(.law),
      let match = vocabulary.laws.match(tokenizer.tokens, at: index, in: text.span),
      namesOfOthers.isEmpty || !namesOfOthers.contains(nameOfOther(at: index))
    else { return nil }
    if goesOnAsOtherAct(at: match.end) { return nil }
    var law = LawReference(name: match.value)
    let version = version(at: match.end)
    if let version { law.version = version.version }
    return (law, version?.end ?? match.end)
  }

  /// `(new version)`, `a.F.`, `n. F.`, `-alt`, `in der alten Fassung`.
  private func version(at index: Int) -> (version: LawReference.Version, end: Int)? {
    var next = index
    let isBracketed = isSign(.openBracket, next)
    if isBracketed || isGlued(.dash, next) { next += 1 }
    let isOld = isLetter("a", next)
    if isOld || isLetter("n", next), isGlued(.point, next + 1), isLetter("f", next + 2) {
      next += 3
      if isGlued(.point, next) { next += 1 }
      if isBracketed, isSign(.closeBracket, next) { next += 1 }
      return (isOld ? .old : .new, next)
    }
    // `alt` is an abbreviation of `Alternative` elsewhere.
    let kind = self.kind(next) == .alternative ? .oldVersion : self.kind(next)
    guard kind == .newVersion || kind == .oldVersion, isBracketed || isGlued(.dash, index) else {
      return nil
    }
    next += 1
    if self.kind(next) == .version { next += 1 }
    if isBracketed {
      guard isSign(.closeBracket, next) else { return nil }
      next += 1
    }
    return (kind == .newVersion ? .new : .old, next)
  }
}
