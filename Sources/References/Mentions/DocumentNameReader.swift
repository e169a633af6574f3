/// Reads what an agreement's text says of its own names and those of others.
///
/// - Complexity: O(tokens); what is looked at around a name is bounded.
struct DocumentNameReader: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  private(set) var names: DocumentNames

  init(_ context: ReferenceContext, _ table: TokenTable) {
    vocabulary = context.vocabulary
    text = table.text
    tokenizer = Tokenizer(table)
    names = DocumentNames(context)
  }

  mutating func read(passages: Int) -> DocumentNames {
    // What this agreement is called has a part in what the others are.
    for passage in 0..<passages {
      tokenizer.enter(passage)
      for index in 0..<(tokenizer.tokens.count - 1) where kind(index) == .this {
        if let name = name(from: index + 1) { names.own.insert(name) }
      }
    }
    for passage in 0..<passages {
      tokenizer.enter(passage)
      for index in 0..<(tokenizer.tokens.count - 1) where kind(index) == .ownName {
        if let isOwn = definition(at: index), names.defined[token(index).stem] == nil {
          names.defined[token(index).stem] = isOwn
        }
      }
      readSubject()
    }
    return names
  }

  /// The stems of a name such as `Data Processing Agreement` from `index` on.
  private func name(from index: Int) -> [UInt64]? {
    var stems: [UInt64] = []
    for next in index..<(index + Self.longestName) {
      let token = token(next)
      if token.isSign(.dash) { continue }
      guard token.kind == .word else { return nil }
      stems.append(token.stem)
      if kind(next) == .ownName || kind(next) == .otherDocument { return stems }
    }
    return nil
  }

  private static let longestName = 8
  /// How far from its name, in tokens, the document is looked for that it is given to.
  private static let reach = 40
}

// MARK: - Definitions

extension DocumentNameReader {
  /// Whether the name at `index` is defined there as one of this agreement; `nil` where it isn't
  /// defined, or nothing tells as what.
  private func definition(at index: Int) -> Bool? {
    let isQuoted = token(index - 1).isQuote && token(index + 1).isQuote
    let first = isQuoted ? index - 1 : index
    let end = isQuoted ? index + 2 : index + 1
    if isQuoted, first == 0 || token(first - 1).kind == .word || isSign(.point, first - 1),
      let start = startOfMeaning(at: end)
    {
      return documentBehind(start)
    }
    guard let start = startOfNaming(before: first, end: end, isQuoted: isQuoted) else { return nil }
    return documentBefore(start)
  }

  /// The index behind `means`, or behind the sign that stands for it.
  private func startOfMeaning(at index: Int) -> Int? {
    if kind(index) == .be || isSign(.colon, index) || isSign(.dash, index) { return index + 1 }
    for next in index..<(index + 5) {
      if kind(next) == .means || token(next).hash == Self.denotes { return next + 1 }
      guard token(next).kind == .word else { return nil }
    }
    return nil
  }

  private static let denotes = WordHash.of("bezeichnet")

  /// The bracket or the `hereinafter` that a name behind it is given by: `(the "Agreement")`,
  /// `nachfolgend „Vertrag“`.
  private func startOfNaming(before first: Int, end: Int, isQuoted: Bool) -> Int? {
    let isEnd =
      isSign(.closeBracket, end) || kind(end) == .referred
      || (isQuoted && (isSign(.comma, end) || kind(end) == .and))
    // In bold, without quotation marks: `(the Agreement)`, not `(see section 3 of the Agreement)`.
    let reach = isQuoted ? 8 : 2
    for index in (max(first - reach, 0)..<max(first, 0)).reversed() {
      if kind(index) == .hereinafter, isQuoted || isEnd {
        return isSign(.openBracket, index - 1) ? index - 1 : index
      }
      if isSign(.openBracket, index) { return isEnd ? index : nil }
      let token = token(index)
      guard
        isQuoted ? token.kind == .word || token.isQuote || isGlued(.comma, index) : isArticle(index)
      else { return nil }
    }
    return nil
  }

  private func isArticle(_ index: Int) -> Bool { kind(index) == .the || kind(index) == .of }

  /// Whether the nearest document before `index` is this agreement.
  private func documentBefore(_ index: Int) -> Bool? {
    var next = index - 1
    var isLinked = false
    while next >= 0, index - next <= Self.reach, !endsSentence(at: next) {
      if token(next).kind == .masked {
        // `the [Terms of Service](...) (the "Agreement")`: who is linked has no article before it.
        if isArticle(next - 1) || kind(next - 1) == .possessive { return false }
        isLinked = kind(next - 1) != .this
      } else if let isOwn = document(at: next) {
        // `This DPA supplements the agreement between ... (the "Agreement")`
        return isOwn ?? (subject(before: next) == nil ? nil : false)
      }
      next -= 1
    }
    return isLinked ? false : nil
  }

  /// Whether the first document from `index` on is this agreement: `means the main agreement`.
  private func documentBehind(_ index: Int) -> Bool? {
    var next = index
    while token(next).kind != .end, next - index <= Self.reach, !endsSentence(at: next) {
      // `means the agreement between the parties` is not this one.
      if let isOwn = document(at: next) { return isOwn ?? false }
      next += 1
    }
    return nil
  }

  /// Whether the document that the word at `index` ends the name of is this agreement: `nil` where
  /// the word is none, and `.some(nil)` where nothing tells.
  private func document(at index: Int) -> Bool?? {
    let isOther = isOtherDocument(at: index)
    guard isOther || kind(index) == .ownName, !token(index - 1).isQuote else { return nil }
    var first = index
    var isNamedOther = isOther
    while first > 0, index - first < 6 {
      let before = token(first - 1)
      let kind = kind(first - 1)
      guard before.isSign(.dash) || (before.kind == .word && Self.nameParts.contains(kind)) else {
        break
      }
      if kind == .foreign { isNamedOther = true }
      first -= 1
    }
    if kind(first - 1) == .this || Self.following.contains(token(first - 1).hash) {
      return .some(true)
    }
    var stems: [UInt64] = []
    for next in first...index where token(next).kind == .word { stems.append(token(next).stem) }
    if names.isOwn(stems), stems.count > 1 || isOnProcessing(index) { return .some(true) }
    if isNamedOther || stems.count > 1 || Self.indefinite.contains(token(first - 1).hash) {
      return .some(false)
    }
    return .some(nil)
  }

  private static let nameParts: Set<WordRole.Kind> = [.none, .foreign, .adjective]
  private static let following: Set<UInt64> = Set(
    ["following", "folgender", "folgenden", "folgende", "folgendes", "vorliegende"].map {
      WordHash.of($0)
    })
  private static let indefinite: Set<UInt64> = Set(
    ["a", "an", "any", "each", "ein", "eine", "einen", "einem", "einer", "eines", "jeder"].map {
      WordHash.of($0)
    })

  /// Whether a name says by itself that it is one of an agreement on processing: as
  /// `Auftragsverarbeitungsvertrag` does, and `Dienstleistungsvertrag` does not.
  private func isOnProcessing(_ index: Int) -> Bool {
    token(index).length > 20 && Self.processing.contains { begins(index, with: $0) }
  }

  private static let processing = ["auftrags", "datenverarbeitung", "datenschutz"].map {
    Array($0.utf8)
  }

  private func endsSentence(at index: Int) -> Bool {
    isGlued(.point, index) && token(index + 1).hasSpaceBefore && token(index + 1).isCapitalised
      && token(index - 1).length > 3
  }
}

// MARK: - Subjects

extension DocumentNameReader {
  /// The name of this agreement as what a sentence speaks of.
  private struct Subject {
    var stem: UInt64
    var end: Int
    /// Whether it has no other word: `This Agreement`.
    var isBare: Bool
  }

  /// `This DPA forms part of the Agreement`: the two are not one.
  private mutating func readSubject() {
    var index = 0
    while index < tokenizer.tokens.count - 1 {
      if let subject = subject(at: index) {
        let end = readApart(from: subject)
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// The name of this agreement that a sentence begins with at `index`.
  private func subject(at index: Int) -> Subject? {
    guard kind(index) == .this,
      index == 0 || isSign(.point, index - 1) || isSign(.closeBracket, index - 1)
        || isSign(.semicolon, index - 1)
    else { return nil }
    for next in (index + 1)..<(index + Self.longestName) {
      guard token(next).kind == .word || token(next).isSign(.dash) else { return nil }
      if kind(next) == .ownName {
        return Subject(stem: token(next).stem, end: next + 1, isBare: next == index + 1)
      }
      guard Self.nameParts.contains(kind(next)) else { return nil }
    }
    return nil
  }

  /// The subject of the sentence that the token at `index` stands in.
  private func subject(before index: Int) -> Subject? {
    var next = index - 1
    while next >= 0, index - next <= Self.reach, !endsSentence(at: next) {
      if let subject = subject(at: next) { return subject }
      next -= 1
    }
    return nil
  }

  /// Takes note of the names that the sentence sets apart from its subject; returns its end.
  private mutating func readApart(from subject: Subject) -> Int {
    var isApart = false
    var index = subject.end
    while token(index).kind != .end, index - subject.end <= Self.reach, !endsSentence(at: index) {
      if Self.joining.contains(token(index).hash) { isApart = true }
      if isApart, kind(index) == .ownName, token(index).isCapitalised, isArticle(index - 1),
        !token(index).isAllCapitals, !subject.isBare || token(index).stem != subject.stem
      {
        names.apart.insert(token(index).stem)
      }
      index += 1
    }
    return index
  }

  private static let joining: Set<UInt64> = Set(
    [
      "part", "supplements", "supplement", "amends", "incorporated", "annexed", "appended",
      "bestandteil", "ergänzt", "konkretisiert",
    ].map { WordHash.of($0) })
}
