internal import Agreements
internal import Diagnostics
internal import Markup

/// Finds where an agreement defines terms.
///
/// Recognises, in English and German: a quoted or bold label at the start of a clause, with a dash,
/// a colon or `means` behind it; `hereinafter referred to as "X"`, `im Folgenden „X“`, `„X“
/// genannt`; `(the "X")`,
/// also in bold or italics; and in a section on definitions the label of each clause and row.
///
/// - Complexity: O(tokens); look-ahead is bounded.
struct DefinitionScanner: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let reading: AgreementReading
  /// Whether a place is in a section on definitions.
  var isDefining: [Bool]
  /// Whether the table at hand is headed `Term` and `Meaning`.
  var isTableOfTerms = false
  /// What the cell before this one says, in the first row of a table.
  var isTermHeading = false
  /// Stretches in bold, by their start.
  let bold: [Range<Int32>]
  /// The same and those in italics.
  let marked: [(range: Range<Int32>, isStrong: Bool)]
  var nextMarked = 0
  var found: [DefinedTerm] = []
  /// Those of ``found`` that are the label of their clause, as indexes.
  var labels: [Int] = []
  var passage = Passage(kind: .text, provision: -1, node: 0, start: 0, end: 0)
  var nextBold = 0
  var titles: ArraySlice<Range<Int32>>

  init(_ reading: AgreementReading, _ table: TokenTable) {
    self.reading = reading
    text = table.text
    vocabulary = reading.context.vocabulary
    tokenizer = Tokenizer(table)
    isDefining = Self.definingPlaces(of: reading.agreement)
    var bold: [Range<Int32>] = []
    var marked: [(range: Range<Int32>, isStrong: Bool)] = []
    for node in reading.agreement.tree.nodes {
      let range = node.textStart..<max(node.textStart, node.textEnd)
      switch node.kind {
      case .strong:
        bold.append(range)
        marked.append((range, true))
      case .emphasis: marked.append((range, false))
      default: break
      }
    }
    self.bold = bold
    self.marked = marked
    var titles: [Range<Int32>] = []
    for mention in reading.recognition.mentions {
      for part in mention.parts where part.title == .quoted { titles.append(part.titleRange) }
    }
    self.titles = titles.sorted { $0.lowerBound < $1.lowerBound }[...]
  }

  private static func definingPlaces(of agreement: Agreement) -> [Bool] {
    let provisions = agreement.provisions
    var defining = [Bool](repeating: false, count: provisions.count)
    for index in provisions.indices {
      let parent = provisions[index].parent
      defining[index] =
        (parent != Provision.none && defining[Int(parent)])
        || namesDefinitions(provisions[index].title)
    }
    return defining
  }

  /// Whether a word of a title begins as one for definitions does.
  private static func namesDefinitions(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    var isBehindLetter = false
    for (index, byte) in bytes.enumerated() {
      let small = byte | 0x20
      let isLetter = byte >= 0x80 || small.isASCIILowercase
      if isLetter, !isBehindLetter,
        definingWords.contains(where: { $0[0] == small && begins(bytes[index...], with: $0) })
      {
        return true
      }
      isBehindLetter = isLetter
    }
    return false
  }

  private static func begins(_ text: ArraySlice<UInt8>, with beginning: [UInt8]) -> Bool {
    text.count >= beginning.count && zip(text, beginning).allSatisfy { $0 | 0x20 == $1 }
  }

  private static let definingWords = ["definition", "begriff", "glossar"].map { Array($0.utf8) }

  mutating func scan() {
    readDefinitions(in: reading.passages)
    extendDefinitions()
  }

  /// `passages`: those that the tokens were cut from.
  mutating func readDefinitions(in passages: [Passage]) {
    var last = Provision.none - 1
    for (number, passage) in passages.enumerated() where passage.kind != .heading {
      self.passage = passage
      tokenizer.enter(number)
      enterTable()
      let isFirst = passage.provision != last
      if isFirst { announceDefinitions() }
      readLabel(isFirst: isFirst)
      readQuotations()
      readMarkedNames()
      last = passage.provision
    }
  }

  mutating func add(_ range: Range<Int32>) {
    guard let term = term(range) else { return }
    if let last = found.last, last.stems == term.stems, last.provision == term.provision { return }
    found.append(term)
    found[found.count - 1].isPointer = pointsElsewhere(behind: range.upperBound)
    found[found.count - 1].places = term.provision..<(term.provision + 1)
  }

  mutating func addLabel(_ range: Range<Int32>) {
    let count = found.count
    add(range)
    if found.count > count { labels.append(count) }
  }

  private func term(_ range: Range<Int32>) -> DefinedTerm? {
    let range = withoutArticle(withoutPronouns(range))
    var bytes = Array(text[Int(range.lowerBound)..<Int(range.upperBound)])
    while let last = bytes.last, last == 0x2C || last == 0x2E || last == 0x20 || last == 0x3A {
      bytes.removeLast()
    }
    let name = String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    return DefinedTerm(
      name: name, source: .text, textRange: range, provision: passage.provision)
  }
}

extension DefinitionScanner {
  /// `"The Program"` defines the name behind the article.
  private func withoutArticle(_ range: Range<Int32>) -> Range<Int32> {
    let name = text[Int(range.lowerBound)..<Int(range.upperBound)]
    guard name.starts(with: "The ".utf8) || name.starts(with: "the ".utf8),
      let first = name.dropFirst(4).first, first.isASCIIUppercase
    else { return range }
    return (range.lowerBound + 4)..<range.upperBound
  }

  /// `"Processor, we, us"` defines the first name; the others are words of any sentence.
  private func withoutPronouns(_ range: Range<Int32>) -> Range<Int32> {
    let quoted = text[Int(range.lowerBound)..<Int(range.upperBound)]
    guard let comma = quoted.firstIndex(of: UInt8(ascii: ",")) else { return range }
    let others = quoted[(comma + 1)...].split(separator: UInt8(ascii: ",")).map { name in
      String(decoding: name.drop { $0 == 0x20 }, as: UTF8.self).lowercased()
    }
    guard !others.isEmpty, others.allSatisfy(Self.pronouns.contains) else { return range }
    return range.lowerBound..<Int32(comma)
  }
}

extension DefinedTerm {
  /// Longest term in words; what is longer is a quotation.
  static let longest = 8

  init?(name: String, source: Source, textRange: Range<Int32>, provision: Int32) {
    let words = TermWords(name)
    guard !words.stems.isEmpty, words.stems.count <= Self.longest, name.utf8.count <= 80 else {
      return nil
    }
    self.name = name
    self.source = source
    self.textRange = textRange
    self.provision = provision
    stems = words.stems
    needsCapital = words.stems.count == 1 && words.isCapitalised
  }
}

/// The words of a term's name.
struct TermWords {
  var stems: [UInt64] = []
  var isCapitalised = false

  init(_ name: String) {
    let bytes = Array(name.utf8)
    var tokenizer = Tokenizer()
    tokenizer.tokenize(bytes.span, from: 0, to: bytes.count)
    for token in tokenizer.tokens.all where token.kind == .word || token.kind == .number {
      if stems.isEmpty { isCapitalised = token.isCapitalised }
      stems.append(
        WordStem.hash(of: bytes.span, from: Int(token.start), to: Int(token.end)))
    }
  }
}
