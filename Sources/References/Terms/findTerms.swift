internal import Agreements
import Partitioning

/// Finds the defined terms of an agreement, and the first use of each in each clause.
///
/// A use may be in singular or plural, in any case of German, and with `'s`. Of a term of one word
/// that is written with a capital letter, only words with one are uses.
///
/// - Complexity: O(bytes of the text × words of the longest term, at most eight).
package func findTerms(
  in reading: AgreementReading, _ table: TokenTable? = nil
) -> TermReading {
  let table = table ?? reading.tokenTable()
  let context = reading.context
  var scanner = DefinitionScanner(reading, table)
  scanner.scan()
  var result = TermReading()
  var firsts: [[UInt64]: Int] = [:]
  let named = context.parties.compactMap {
    DefinedTerm(name: $0.name, source: .frontmatter, textRange: 0..<0, provision: Provision.none)
  }
  // A term is defined where its meaning stands; what leads there is no second definition.
  let all = named + scanner.found
  let isPointed = all.contains { $0.isPointer }
  let meant = isPointed ? Set(all.lazy.filter { !$0.isPointer }.map(\.stems)) : []
  var pointers: [DefinedTerm] = []
  for term in all {
    if term.isPointer, meant.contains(term.stems) || firsts[term.stems] != nil {
      pointers.append(term)
    } else if let first = firsts[term.stems] {
      if result.terms[first].provision != term.provision {
        result.repeated.append((first, term))
      }
    } else {
      firsts[term.stems] = result.terms.count
      result.terms.append(term)
    }
  }
  var finder = TermUseFinder(
    reading, table, terms: result.terms, repeated: result.repeated.map(\.again) + pointers)
  finder.find()
  result.uses = finder.uses
  return result
}

/// Finds the uses of known terms.
private struct TermUseFinder: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let reading: AgreementReading
  let terms: [DefinedTerm]
  var uses: [TermUse] = []

  /// Steps from a node of the trie of terms over a stem to the next node.
  private var edges = WordTable(capacity: 64)
  /// A bit for each stem that a term begins with.
  private var firsts = StemFilter()
  /// The term that ends at a node, or -1.
  private var ends: [Int] = [-1]
  /// The place of the last use of each term.
  private var lastUse: [Int32]
  /// Where no use is looked for: references, citations, definitions.
  private var taken: [Range<Int32>]

  init(
    _ reading: AgreementReading, _ table: TokenTable, terms: [DefinedTerm],
    repeated: [DefinedTerm]
  ) {
    self.reading = reading
    text = table.text
    self.terms = terms
    vocabulary = reading.context.vocabulary
    tokenizer = Tokenizer(table)
    lastUse = [Int32](repeating: Provision.none - 1, count: terms.count)
    let recognition = reading.recognition
    taken =
      (recognition.mentions.map(\.textRange) + recognition.laws.map(\.textRange)
      + recognition.documents.map(\.textRange)
      + terms.filter { $0.source == .text }.map(\.textRange) + repeated.map(\.textRange))
      .sorted { $0.lowerBound < $1.lowerBound }
    for (index, term) in terms.enumerated() { insert(term, index) }
  }

  private mutating func insert(_ term: DefinedTerm, _ index: Int) {
    var node: UInt32 = 0
    if let first = term.stems.first { firsts.insert(first) }
    for stem in term.stems {
      let key = Self.key(node, stem)
      if edges[key] == 0 {
        ends.append(-1)
        edges[key] = UInt32(ends.count - 1)
      }
      node = edges[key]
    }
    if ends[Int(node)] < 0 { ends[Int(node)] = index }
  }

  private static func key(_ node: UInt32, _ stem: UInt64) -> UInt64 {
    (stem ^ UInt64(node) &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func find() {
    guard !terms.isEmpty else { return }
    for (number, passage) in reading.passages.enumerated() where passage.kind != .heading {
      tokenizer.enter(number)
      var taken = firstTaken(from: passage.start)
      var index = 0
      while index < tokenizer.tokens.count - 1 {
        let token = tokenizer.tokens[index]
        guard firsts.mayHold(token.stem) else {
          index += 1
          continue
        }
        while taken < self.taken.count, self.taken[taken].upperBound <= token.start { taken += 1 }
        let isTaken = taken < self.taken.count && self.taken[taken].lowerBound <= token.start
        guard token.kind == .word, !isTaken, let match = match(at: index) else {
          index += 1
          continue
        }
        use(match.term, from: index, to: match.end, in: passage.provision)
        index = match.end
      }
    }
  }

  private func firstTaken(from start: Int32) -> Int {
    taken.partitioningIndex { $0.upperBound > start }
  }

  /// The longest term at `index`; a hyphen between its words is no word.
  private func match(at index: Int) -> (term: Int, end: Int)? {
    var best: (term: Int, end: Int)?
    var node: UInt32 = 0
    var next = index
    for _ in 0..<DefinedTerm.longest {
      if next > index, isGlued(.dash, next) { next += 1 }
      let token = token(next)
      guard token.kind == .word || token.kind == .number else { break }
      node = edges[Self.key(node, token.stem)]
      if node == 0 { break }
      next += 1
      let term = ends[Int(node)]
      if term >= 0 { best = (term, next) }
    }
    guard let found = best else { return nil }
    // `sub-Processor` is no Processor, `Processor-specific` none either.
    guard !isGlued(.dash, index - 1), !(isGlued(.dash, found.end) && isWordAfter(found.end)) else {
      return nil
    }
    if terms[found.term].needsCapital, !token(index).isCapitalised { return nil }
    return found
  }

  private func isWordAfter(_ index: Int) -> Bool {
    token(index + 1).kind == .word && !token(index + 1).hasSpaceBefore
  }

  private mutating func use(_ term: Int, from start: Int, to end: Int, in place: Int32) {
    guard lastUse[term] != place else { return }
    lastUse[term] = place
    uses.append(TermUse(term: term, textRange: textRange(start, end), provision: place))
  }
}
