package import Diagnostics

/// Reports terms that are defined twice or never used, and words for a party or a law that change.
///
/// Only what a reader would stumble over is a warning. A term that is never used is a note: that is
/// common and harmless.
///
/// - Complexity: O(bytes of the text).
package func checkTerms(
  _ terms: TermReading, of reading: AgreementReading, _ table: TokenTable? = nil
) -> [Diagnostic] {
  let table = table ?? reading.tokenTable()
  var diagnostics: [Diagnostic] = []
  // A term that the frontmatter defines as well as the text is as it should be.
  for (first, again) in terms.repeated where terms.terms[first].source == .text {
    diagnostics.append(definedTwice(terms.terms[first], again, reading))
  }
  var isUsed = [Bool](repeating: false, count: terms.terms.count)
  for use in terms.uses where !terms.terms[use.term].places.contains(use.provision) {
    isUsed[use.term] = true
  }
  var namesOfClauses: Set<String>?
  for (index, term) in terms.terms.enumerated()
  where !isUsed[index] && term.source == .text && !isKnownByName(term, reading.context)
    && !isOwnName(term, reading.context)
  {
    // `Clauses` can be what the agreement calls standard clauses, and its uses are citations.
    if term.name.hasSuffix("Clauses") || term.name.hasSuffix("Klauseln") {
      let names = namesOfClauses ?? Set(reading.recognition.laws.map { reading.text($0.textRange) })
      namesOfClauses = names
      if names.contains(term.name) { continue }
    }
    diagnostics.append(
      Diagnostic(
        .termUnused, .note, "term '\(term.name)' is defined and used in no other clause",
        at: reading.places.range(of: term.textRange),
        help: "use it, or remove its definition"))
  }
  var drift = DriftFinder(terms, reading, table)
  drift.find()
  return diagnostics + drift.diagnostics + findUndefinedTerms(terms, of: reading, table)
}

/// Whether a term is what the agreement calls itself: `this Agreement`, `AVV`.
private func isOwnName(_ term: DefinedTerm, _ context: ReferenceContext) -> Bool {
  let last = term.name.split(separator: " ").last ?? ""
  let word = WordHash.ofLowered(last.utf8)
  return context.vocabulary.roleOfWord(hash: word).kind == .ownName
}

/// Whether a term is the name of a law or document, whose uses are citations.
private func isKnownByName(_ term: DefinedTerm, _ context: ReferenceContext) -> Bool {
  context.laws.law(named: term.name) != nil
    || context.isName(term.name)
}

private func definedTwice(
  _ first: DefinedTerm, _ again: DefinedTerm, _ reading: AgreementReading
) -> Diagnostic {
  return Diagnostic(
    .termDefinedTwice, .warning,
    "term '\(again.name)' is defined twice; its uses lead to the first definition",
    at: reading.places.range(of: again.textRange),
    notes: [
      Diagnostic.Note(
        "'\(first.name)' is defined here", at: reading.places.range(of: first.textRange))
    ], help: "drop one of the definitions, or give one another name")
}

/// Finds words that stand in the place of a defined party, and two abbreviations of one law.
private struct DriftFinder: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let reading: AgreementReading
  private var context: ReferenceContext { reading.context }
  var diagnostics: [Diagnostic] = []

  /// Terms that name a party, by role.
  private var defined: [Int: DefinedTerm] = [:]
  private var definedStems: Set<[UInt64]> = []
  private let roles: RoleCatalog
  private var places: [Int: [String: [Range<Int32>]]] = [:]
  /// How often each name of a party that no term defines is written as one.
  private var counts: [Int: [String: Int]] = [:]

  init(_ terms: TermReading, _ reading: AgreementReading, _ table: TokenTable) {
    self.reading = reading
    let context = reading.context
    roles = context.catalogs.roles
    vocabulary = context.vocabulary
    text = table.text
    tokenizer = Tokenizer(table)
    definedStems = Set(terms.terms.map(\.stems))
    for term in terms.terms {
      for candidate in context.catalogs.roles.byStem[term.stems.first ?? 0] ?? []
      where candidate.stems == term.stems && defined[candidate.role] == nil {
        defined[candidate.role] = term
      }
    }
  }

  mutating func find() {
    for (number, passage) in reading.passages.enumerated() where passage.kind != .heading {
      tokenizer.enter(number)
      if tokenizer.holds(.party) { scan() }
    }
    for role in places.keys.sorted() {
      guard let names = places[role], let usual = defined[role]?.name ?? usualName(of: role) else {
        continue
      }
      for name in names.keys.sorted() where name != usual {
        guard let all = names[name] else { continue }
        // `"Controller" means the customer.` says who that is.
        let ranges = all.filter { !isExplanation($0, of: defined[role]) }
        guard !ranges.isEmpty else { continue }
        report(name, ranges, insteadOf: usual, isDefined: defined[role] != nil)
      }
    }
    findLawDrift()
  }

  /// Whether a name stands behind the definition of a term, in the same sentence.
  private func isExplanation(_ range: Range<Int32>, of term: DefinedTerm?) -> Bool {
    guard let term, term.source == .text, term.textRange.upperBound <= range.lowerBound else {
      return false
    }
    let between = text[Int(term.textRange.upperBound)..<Int(range.lowerBound)]
    return !zip(between, between.dropFirst()).contains { $0 == 0x2E && $1 <= 0x20 }
      && reading.places.passage(holding: range.lowerBound)
        == reading.places.passage(holding: term.textRange.lowerBound)
  }

  /// What nearly all of the text calls a party that it doesn't define.
  private func usualName(of role: Int) -> String? {
    let names = counts[role] ?? [:]
    guard let usual = names.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), usual.value >= 8
    else { return nil }
    let others = (places[role] ?? [:]).filter { $0.key != usual.key }
    return others.values.reduce(0) { $0 + $1.count } * 4 <= usual.value ? usual.key : nil
  }

  private mutating func scan() {
    var index = 0
    while true {
      index = tokenizer.tokens.next(.party, from: index + 1)
      guard index < tokenizer.tokens.count - 1 else { return }
      guard isArticle(index - 1) else { continue }
      for name in roles.byStem[token(index).stem] ?? [] {
        let isCounted = defined[name.role] == nil && token(index).isCapitalised
        guard isCounted || !name.isStatutory, !definedStems.contains(name.stems),
          let end = end(of: name.stems, at: index),
          isParty(endingAt: end), !isNamed(at: end)
        else { continue }
        if isCounted { counts[name.role, default: [:]][name.name, default: 0] += 1 }
        if name.isStatutory { break }
        places[name.role, default: [:]][name.name, default: []].append(textRange(index, end))
        break
      }
    }
  }

  /// `the`, `der`, `des`; not the `of` of `a choice of service provider`.
  private func isArticle(_ index: Int) -> Bool {
    kind(index) == .the || (kind(index) == .of && body(index).hasPrefix("de"))
  }

  private func end(of stems: [UInt64], at index: Int) -> Int? {
    for (offset, stem) in stems.enumerated() {
      let token = token(index + offset)
      guard token.kind == .word, token.stem == stem else { return nil }
    }
    return index + stems.count
  }

  /// Whether a party is given its name behind the words for it: `the customer (“Company”)`.
  private func isNamed(at index: Int) -> Bool {
    guard isSign(.openBracket, index) else { return false }
    return ((index + 1)..<(index + 4)).contains { token($0).isQuote }
  }

  /// Whether the word is the party itself and not the first part of a longer name: `the customer
  /// shall`, `the customer's data`, not `the customer data`.
  private func isParty(endingAt end: Int) -> Bool {
    guard !isGlued(.dash, end) else { return false }
    let last = token(end - 1)
    let isPlural = text[Int(last.end) - 1] | 0x20 == 0x73 && !isGenitive(last)
    guard !isPlural else { return false }
    let next = token(end)
    // `the Principal Agreement`: in English, capital letters go on with a name.
    if next.kind == .word, next.isCapitalised, last.isCapitalised, !context.isGerman,
      !isGenitive(last)
    {
      return false
    }
    return next.kind != .word || isGenitive(last) || kind(end) != .none || last.isCapitalised
  }

  private func isGenitive(_ token: Token) -> Bool {
    let bytes = text[Int(token.start)..<Int(token.end)]
    return bytes.suffix(2).elementsEqual([0x27, 0x73])
      || bytes.suffix(4).elementsEqual([0xE2, 0x80, 0x99, 0x73])
  }

  private mutating func report(
    _ name: String, _ ranges: [Range<Int32>], insteadOf usual: String, isDefined: Bool
  ) {
    guard let first = ranges.first else { return }
    let count = ranges.count == 1 ? "once" : "\(ranges.count) times"
    diagnostics.append(
      Diagnostic(
        .termDrift, isDefined ? .warning : .note,
        "'\(name)' is used \(count) where '\(usual)' is the \(isDefined ? "defined term" : "usual word")",
        at: reading.places.range(of: first),
        notes: ranges.dropFirst().prefix(4).map {
          Diagnostic.Note(
            "'\(reading.text($0))' stands here, too", at: reading.places.range(of: $0))
        }, help: "write '\(usual)', or define '\(name)' as another name for it"))
  }

  /// Two abbreviations of one law, such as `GDPR` and `DSGVO`.
  private mutating func findLawDrift() {
    var uses: [Int: [Int: (count: Int, first: Range<Int32>)]] = [:]
    let builder = CitationBuilder(laws: context.laws)
    func add(_ reference: LawReference, _ range: Range<Int32>) {
      guard context.laws.names[reference.name].isAbbreviation,
        let law = builder.law(reference, number: "")
      else { return }
      let known = uses[law, default: [:]][reference.name]
      let first = known.map { $0.first.lowerBound < range.lowerBound ? $0.first : range } ?? range
      uses[law, default: [:]][reference.name] = ((known?.count ?? 0) + 1, first)
    }
    let ends = Set(reading.recognition.laws.map(\.textRange.upperBound))
    for mention in reading.recognition.mentions {
      // `GDPR Article 28` is counted where the law is named.
      guard case .law(let law) = mention.qualifier,
        !ends.contains(mention.textRange.lowerBound - 1)
      else { continue }
      add(law, mention.textRange)
    }
    for mention in reading.recognition.laws { add(mention.law, mention.textRange) }
    for law in uses.keys.sorted() {
      let names = (uses[law] ?? [:]).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      guard names.count > 1, let usual = names.first else { continue }
      let spelling = context.laws.names[usual.key].spellings[0]
      for other in names.dropFirst() {
        let name = context.laws.names[other.key].spellings[0]
        let count = usual.value.count
        diagnostics.append(
          Diagnostic(
            .termDrift, .warning,
            "'\(name)' and '\(spelling)' are two names of one law in this agreement",
            at: reading.places.range(of: other.value.first),
            help: "write '\(spelling)' throughout, as in the other "
              + (count == 1 ? "place" : "\(count) places")))
      }
    }
  }
}

extension Diagnostic.Code {
  package static let termDefinedTwice = Self(rawValue: "term-defined-twice")
  package static let termUndefined = Self(rawValue: "term-undefined")
  package static let termUnused = Self(rawValue: "term-unused")
  package static let termDrift = Self(rawValue: "term-drift")
}
