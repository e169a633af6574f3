internal import Agreements
internal import Diagnostics

/// Reports words that are written like defined terms, in English, and that nothing defines.
///
/// Deliberately narrow: capital letters after an article within a sentence, in three clauses or
/// more, of one and the same name. German writes all nouns so, and is left alone.
///
/// - Complexity: O(bytes of the text).
func findUndefinedTerms(
  _ terms: TermReading, of reading: AgreementReading, _ table: TokenTable
) -> [Diagnostic] {
  var finder = UndefinedTermFinder(terms, reading, table)
  for (number, passage) in reading.passages.enumerated() where passage.kind == .text {
    finder.scan(passage, number: number)
  }
  let candidates = finder.found.values.filter { $0.clauses >= 3 }
  guard !candidates.isEmpty else { return [] }
  let named = namesOfPlaces(in: reading)
  return candidates.filter { !$0.isMade(of: named) }
    .sorted { $0.first.lowerBound < $1.first.lowerBound }.prefix(20)
    .map { candidate in
      Diagnostic(
        .termUndefined, .note,
        "'\(candidate.name)' is written like a defined term in \(candidate.clauses) clauses; nothing "
          + "defines it",
        at: reading.places.range(of: candidate.first),
        help: "define it, or write it in small letters")
    }
}

/// What headings, heads of tables and parties are called: no terms that a definition misses.
private func namesOfPlaces(in reading: AgreementReading) -> Set<UInt64> {
  var names: Set<UInt64> = []
  for index in reading.agreement.provisions.indices {
    let title = reading.agreement.provisions[index].title
    if !title.isEmpty { names.insert(StemKey.of(TermWords(title).stems[...])) }
  }
  for passage in reading.passages where passage.isHead {
    let head = TermWords(reading.text(passage.start..<passage.end))
    names.insert(StemKey.of(head.stems[...]))
  }
  for party in reading.agreement.metadata.parties {
    if let name = party.name { names.insert(StemKey.of(TermWords(name).stems[...])) }
  }
  return names
}

/// One number for the stems of a name, which for one word is its stem.
enum StemKey {
  static func of(_ stems: ArraySlice<UInt64>) -> UInt64 {
    guard var key = stems.first else { return 0 }
    for stem in stems.dropFirst() { key = add(stem, to: key) }
    return key
  }

  @inline(__always)
  static func add(_ stem: UInt64, to key: UInt64) -> UInt64 {
    (key << 21 | key >> 43) &* 0x9E37_79B9_7F4A_7C15 ^ stem
  }
}

struct UndefinedTermFinder: TokenReading {
  struct Candidate {
    /// Of its first and last word, and of all.
    var stems: (first: UInt64, last: UInt64, all: UInt64)
    var name: String
    var first: Range<Int32>
    var clauses = 0
    var lastClause = Provision.none - 1

    /// Whether it is one of some names, or begins or ends with one.
    ///
    /// `the Processor Group` is made of a term, and is not reported beside it.
    func isMade(of names: Set<UInt64>) -> Bool {
      names.contains(stems.all) || names.contains(stems.first) || names.contains(stems.last)
    }
  }

  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let reading: AgreementReading
  /// By the key of their stems.
  var found: [UInt64: Candidate] = [:]
  /// Keys of terms and of names that are none.
  private var known: WordTable
  static let articles = WordTable(of: ["the", "each", "any", "such", "a", "an"])

  init(_ terms: TermReading, _ reading: AgreementReading, _ table: TokenTable) {
    self.reading = reading
    vocabulary = reading.context.vocabulary
    text = table.text
    tokenizer = Tokenizer(table)
    known = reading.context.catalogs.roles.commonKeys
    for term in terms.terms { known[StemKey.of(term.stems[...])] = 1 }
  }

  mutating func scan(_ passage: Passage, number: Int) {
    tokenizer.enter(number)
    guard tokenizer.holds(.article) else { return }
    var index = 0
    while true {
      index = tokenizer.tokens.next(.article, from: index)
      guard index < tokenizer.tokens.count - 1 else { return }
      guard let end = endOfName(at: index + 1) else {
        index += 1
        continue
      }
      add(index + 1, end, in: passage.provision)
      index = end
    }
  }

  /// The end of up to four words with capital letters that are no names of something known.
  private func endOfName(at start: Int) -> Int? {
    var end = start
    while end - start < 4, token(end).kind == .word, token(end).isCapitalised,
      !token(end).isAllCapitals, token(end).length > 2
    {
      guard unit(ofWord: end) == nil, kind(end) != .ownName, kind(end) != .and,
        !reading.context.canBeginName(token(end))
      else { return nil }
      if end == start, vocabulary.beginning(of: token(end)).contains(.law) { return nil }
      end += 1
    }
    guard end > start, token(end).kind != .number, !isGlued(.dash, end),
      !(token(end).kind == .word && token(end).isCapitalised)
    else { return nil }
    return end
  }

  private func unit(ofWord index: Int) -> DesignatorLevel? { role(index).level }

  private mutating func add(_ start: Int, _ end: Int, in clause: Int32) {
    let first = token(start).stem
    let last = token(end - 1).stem
    var key = first
    for index in (start + 1)..<max(end, start + 1) {
      key = StemKey.add(token(index).stem, to: key)
    }
    guard known[key] == 0, known[first] == 0, known[last] == 0 else { return }
    if let candidate = found[key] {
      guard candidate.lastClause != clause else { return }
      found[key]?.clauses += 1
      found[key]?.lastClause = clause
      return
    }
    let range = textRange(start, end)
    let name = String(
      decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    found[key] = Candidate(
      stems: (first, last, key), name: name, first: range, clauses: 1, lastClause: clause)
  }
}
