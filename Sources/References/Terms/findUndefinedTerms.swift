internal import Agreements
internal import Diagnostics
internal import Markup

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
  for passage in reading.passages where passage.kind == .text { finder.scan(passage) }
  return finder.found.values.filter { $0.clauses >= 3 }
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

private struct UndefinedTermFinder: TokenReading {
  struct Candidate {
    var name: String
    var first: Range<Int32>
    var clauses = 0
    var lastClause = Provision.none - 1
  }

  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let reading: AgreementReading
  var found: [[UInt64]: Candidate] = [:]
  private let known: Set<[UInt64]>
  private static let articles = WordTable(of: ["the", "each", "any", "such", "a", "an"])

  init(_ terms: TermReading, _ reading: AgreementReading, _ table: TokenTable) {
    self.reading = reading
    vocabulary = reading.context.vocabulary
    text = table.text
    tokenizer = Tokenizer(vocabulary: vocabulary, table: table)
    var known = reading.context.catalogs.roles.common
    known.formUnion(terms.terms.map(\.stems))
    for provision in reading.agreement.provisions where !provision.title.isEmpty {
      known.insert(TermWords(provision.title).stems)
    }
    for party in reading.agreement.metadata.parties {
      if let name = party.name { known.insert(TermWords(name).stems) }
    }
    self.known = known
  }

  mutating func scan(_ passage: Passage) {
    let text = text
    tokenizer.tokenize(text.span, from: Int(passage.start), to: Int(passage.end))
    var index = 0
    while index + 1 < tokenizer.tokens.count {
      guard token(index).kind == .word, Self.articles[token(index).hash] != 0,
        let end = endOfName(at: index + 1)
      else {
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
    let stems = (start..<end).map {
      WordStem.hash(of: text[Int(token($0).start)..<Int(token($0).end)])
    }
    // `the Processor Group` is made of a term, and is not reported beside it.
    guard !known.contains(stems), !known.contains([stems[0]]),
      !known.contains([stems[stems.count - 1]])
    else { return }
    let range = textRange(start, end)
    var candidate =
      found[stems]
      ?? Candidate(
        name: String(
          decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self),
        first: range)
    if candidate.lastClause != clause {
      candidate.clauses += 1
      candidate.lastClause = clause
    }
    found[stems] = candidate
  }
}
