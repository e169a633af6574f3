internal import Agreements
internal import Markup

/// Finds where an agreement defines terms.
///
/// Recognises, in English and German: a quoted or bold label at the start of a clause, with a dash,
/// a colon or `means` behind it; `hereinafter referred to as "X"`, `im Folgenden „X“`, `„X“
/// genannt`; `(the "X")`; and in a section on definitions the label of each clause and row.
///
/// - Complexity: O(tokens); look-ahead is bounded.
struct DefinitionScanner: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let reading: AgreementReading
  /// Whether a place is in a section on definitions.
  let isDefining: [Bool]
  /// Stretches in bold, by their start.
  let bold: [Range<Int32>]
  var found: [DefinedTerm] = []
  private var passage = Passage(kind: .text, provision: -1, node: 0, start: 0, end: 0)
  private var nextBold = 0
  private var titles: ArraySlice<Range<Int32>>

  init(_ reading: AgreementReading, text: [UInt8], vocabulary: Vocabulary) {
    self.reading = reading
    self.text = text
    self.vocabulary = vocabulary
    tokenizer = Tokenizer(vocabulary: vocabulary)
    isDefining = Self.definingPlaces(of: reading.agreement)
    bold = reading.agreement.tree.nodes.lazy.filter { $0.kind == .strong }
      .map { $0.textStart..<max($0.textStart, $0.textEnd) }
    titles =
      reading.recognition.mentions.flatMap { $0.parts }
      .filter { $0.title == .quoted }.map(\.titleRange)
      .sorted { $0.lowerBound < $1.lowerBound }[...]
  }

  private static func definingPlaces(of agreement: Agreement) -> [Bool] {
    var defining = [Bool](repeating: false, count: agreement.provisions.count)
    for (index, provision) in agreement.provisions.enumerated() {
      defining[index] =
        namesDefinitions(provision.title)
        || (provision.parent != Provision.none && defining[Int(provision.parent)])
    }
    return defining
  }

  /// Whether a word of a title begins as one for definitions does.
  private static func namesDefinitions(_ title: String) -> Bool {
    title.utf8.split { $0 < 0x80 && !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }.contains { word in
      definingWords.contains { beginning in
        word.count >= beginning.count && zip(word, beginning).allSatisfy { $0 | 0x20 == $1 }
      }
    }
  }

  private static let definingWords = ["definition", "begriff", "glossar"].map { Array($0.utf8) }

  mutating func scan() {
    var last = Provision.none - 1
    for passage in reading.passages where passage.kind != .heading {
      self.passage = passage
      let text = text
      tokenizer.tokenize(text.span, from: Int(passage.start), to: Int(passage.end))
      readLabel(isFirst: passage.provision != last)
      readQuotations()
      last = passage.provision
    }
  }

  private mutating func add(_ range: Range<Int32>) {
    guard let term = term(range) else { return }
    if let last = found.last, last.stems == term.stems, last.provision == term.provision { return }
    found.append(term)
  }

  private func term(_ range: Range<Int32>) -> DefinedTerm? {
    var bytes = Array(text[Int(range.lowerBound)..<Int(range.upperBound)])
    while let last = bytes.last, last == 0x2C || last == 0x2E || last == 0x20 || last == 0x3A {
      bytes.removeLast()
    }
    let name = String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    return DefinedTerm(
      name: name, source: .text, textRange: range, provision: passage.provision)
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
    var tokenizer = Tokenizer(vocabulary: Vocabulary())
    tokenizer.tokenize(bytes.span, from: 0, to: bytes.count)
    for token in tokenizer.tokens where token.kind == .word || token.kind == .number {
      if stems.isEmpty { isCapitalised = token.isCapitalised }
      stems.append(WordStem.hash(of: bytes[Int(token.start)..<Int(token.end)]))
    }
  }
}

// MARK: - Labels

extension DefinitionScanner {
  /// A label at the start of a clause, item or row.
  private mutating func readLabel(isFirst: Bool) {
    let isPlaceOfTerms = passage.provision >= 0 && isDefining[Int(passage.provision)]
    if let end = endOfBold() {
      let isDefined = kind(end) == .means || isMeaning(at: end)
      if isDefined || (isPlaceOfTerms && isFirst && isLabelEnd(at: end)) {
        add(textRange(quoteSkipped(0), unquoted(end)))
        return
      }
    }
    guard isPlaceOfTerms, isFirst, passage.kind == .text || passage.kind == .cell else { return }
    guard !token(0).isQuote else { return }
    // `Personal data (see Article 4 ...)`, `Personal data: any information ...`
    var end = 0
    while end < 6, token(end).kind == .word || (isSign(.dash, end) && !token(end).hasSpaceBefore) {
      if kind(end) == .means || kind(end) == .be || kind(end) == .modal { break }
      end += 1
    }
    guard end > 0, token(0).isCapitalised else { return }
    let isCell = passage.kind == .cell && token(end).kind == .end && isFirst
    // `In this agreement:` leads on to a list.
    let leadsOn = isSign(.colon, end) && token(end + 1).kind == .end
    guard !leadsOn, isLabelEnd(at: end) || kind(end) == .means || isMeaning(at: end) || isCell
    else { return }
    add(textRange(0, end))
  }

  /// The index behind bold words that the passage begins with.
  private mutating func endOfBold() -> Int? {
    while nextBold < bold.count, bold[nextBold].lowerBound < passage.start { nextBold += 1 }
    guard nextBold < bold.count, token(0).kind != .end,
      bold[nextBold].lowerBound <= token(0).start, bold[nextBold].upperBound <= passage.end
    else { return nil }
    let end = bold[nextBold].upperBound
    var index = 0
    while index < 12, token(index).kind != .end, token(index).start < end { index += 1 }
    return index > 0 && index < 12 ? index : nil
  }

  private func quoteSkipped(_ index: Int) -> Int { token(index).isQuote ? index + 1 : index }

  /// The index behind the last word of a label that may end in a quotation mark or point.
  private func unquoted(_ end: Int) -> Int {
    var end = end
    while end > 1, token(end - 1).kind == .sign { end -= 1 }
    return end
  }

  private func isLabelEnd(at index: Int) -> Bool {
    isSign(.openBracket, index) || isSign(.colon, index) || isSign(.colon, index - 1)
      || isSign(.point, index - 1) || (isSign(.dash, index) && token(index).hasSpaceBefore)
  }

  /// `shall mean`, `has the meaning`, `is understood to mean`, `are those`.
  private func isMeaning(at index: Int) -> Bool {
    for next in index..<(index + 5) {
      if kind(next) == .means { return true }
      guard token(next).kind == .word,
        kind(next) == .modal || kind(next) == .be || kind(next) == .the || kind(next) == .to
          || kind(next) == .none
      else { return false }
    }
    return false
  }
}

// MARK: - Quotations

extension DefinitionScanner {
  /// Terms in quotation marks, and bare ones after `hereinafter`.
  private mutating func readQuotations() {
    var index = 0
    /// Up to which token a quotation is what the words before it define.
    var window = -1
    while index < tokenizer.tokens.count - 1 {
      let token = token(index)
      if token.isQuote, let quotation = quoted(at: index) {
        if let end = commonDefinition(at: index) {
          index = end
          continue
        }
        if defines(quotation, at: index, isInWindow: index <= window) {
          add(quotation.range)
          // `"X" or "Y"`: the next one, too.
          if index <= window { window = quotation.end + 3 }
        }
        index = quotation.end
        continue
      }
      // `so-called "X"` quotes a word and defines none.
      let isQuoting = kind(index) == .entitled && isGlued(.dash, index - 1)
      if !isQuoting,
        kind(index) == .hereinafter || kind(index) == .referred || kind(index) == .entitled
      {
        let isStrong = kind(index) == .hereinafter
        // `referred to as`, `genannt`: only in quotation marks; `hereinafter X`: also without.
        window = max(window, index + (isStrong ? 9 : 5))
        if isStrong, let end = bareName(after: index) {
          index = end
          continue
        }
      }
      if isGlued(.point, index), self.token(index + 1).isCapitalised { window = -1 }
      index += 1
    }
  }

  /// `"X", "Y" and "Z" have the meanings given in ...`: all of them.
  private mutating func commonDefinition(at index: Int) -> Int? {
    var ranges: [Range<Int32>] = []
    var next = index
    while ranges.count < 12, token(next).isQuote, let quotation = quoted(at: next) {
      ranges.append(quotation.range)
      next = quotation.end
      var end = next
      if isGlued(.comma, end) { end += 1 }
      if kind(end) == .and { end += 1 }
      if token(end).isQuote, end > next { next = end } else { break }
    }
    guard ranges.count > 1, kind(next) == .means || isMeaning(at: next) else { return nil }
    for range in ranges { add(range) }
    return next
  }

  private mutating func defines(
    _ quotation: (range: Range<Int32>, end: Int), at index: Int, isInWindow: Bool
  ) -> Bool {
    while let title = titles.first, title.upperBound <= quotation.range.lowerBound {
      titles = titles.dropFirst()
    }
    if let title = titles.first, title.overlaps(quotation.range) { return false }
    if isInWindow { return true }
    if isInBracket(quotation, at: index) { return !isTitle(quotation.range) }
    let next = quotation.end
    if kind(next) == .means || isMeaning(at: next) { return true }
    if kind(next) == .referred || kind(next) == .entitled { return true }
    let isAtStart = index == 0 || (index == 1 && (kind(0) == .the || kind(0) == .of))
    if isAtStart {
      // The label of a clause; `"X" - ...`, `"X": ...`, `'X' is ...`.
      return isSign(.dash, next) || isSign(.colon, next) || kind(next) == .be
        || isSign(.openBracket, next)
    }
    // `there is "X"`, `liegt "X" vor`.
    return kind(index - 1) == .be && kind(index - 2) != .this && body(index - 2) == "there"
  }

  /// Whether it is what a section or annex is headed: `Annex 2 ("Security measures")`.
  private func isTitle(_ range: Range<Int32>) -> Bool {
    let forms = TitleForms(
      text[Int(range.lowerBound)..<Int(range.upperBound)], topics: TopicCatalog())
    return !reading.index.places(titled: forms).isEmpty
  }

  /// `(the "X")`, `("X")`, `(each a "X" and together the "Y")`.
  private func isInBracket(_ quotation: (range: Range<Int32>, end: Int), at index: Int) -> Bool {
    var first = index - 1
    while index - first <= 5, first >= 0, token(first).kind == .word,
      Self.bracketWords.contains(body(first))
    {
      first -= 1
    }
    // `each a "Party"`, with or without brackets round it.
    let isEach = ((first + 1)..<max(index, first + 1)).contains {
      Self.jointWords.contains(body($0))
    }
    if isEach { return true }
    let opens = isSign(.openBracket, first) || (token(first).isQuote && index - first <= 5)
    guard opens,
      isSign(.closeBracket, quotation.end) || kind(quotation.end) == .and
        || isSign(.comma, quotation.end) || isSign(.semicolon, quotation.end)
    else { return false }
    let name = text[Int(quotation.range.lowerBound)]
    // `("as is")` is a quotation; a term without an article has a capital letter.
    return index - first > 1 || (name >= 0x41 && name <= 0x5A) || name >= 0x80
  }

  private static let jointWords: Set<String> = ["each", "together", "collectively", "jointly"]

  private static let bracketWords: Set<String> = [
    "the", "each", "a", "an", "together", "collectively", "jointly", "individually", "or", "and",
    "also", "in", "short", "der", "die", "das", "den", "dem", "ein", "eine", "zusammen",
    "gemeinsam", "jeweils", "auch", "kurz", "oder", "und", "any", "such", "all",
  ]

  /// `hereinafter referred to as the Processor`, `nachstehend Auftraggeber genannt`.
  private mutating func bareName(after index: Int) -> Int? {
    var next = index + 1
    while next - index < 8, Self.leadWords.contains(body(next)) || isSign(.colon, next) {
      next += 1
    }
    let start = next
    while next - start < 5, token(next).kind == .word,
      token(next).isCapitalised || (isGlued(.dash, next - 1) && next > start)
    {
      next += 1
      if isGlued(.dash, next), !token(next + 1).hasSpaceBefore { next += 1 }
    }
    guard next > start else { return nil }
    let end = token(next)
    guard end.kind == .sign || end.kind == .end || kind(next) == .referred || kind(next) == .and
    else { return nil }
    guard !end.isQuote else { return nil }
    add(textRange(start, next))
    return next
  }

  private static let leadWords: Set<String> = [
    "referred", "to", "as", "called", "also", "the", "collectively", "jointly", "der", "die",
    "das", "den", "auch", "kurz", "nur", "noch", "gemeinsam", "individually", "known",
  ]
}
