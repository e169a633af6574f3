/// How much a word in a part of the index says about it; written in two bits.
package enum TermWeight: UInt8, Sendable {
  /// Somewhere in the text.
  case text
  /// More than once in the text.
  case repeated
  /// In a heading, or a term that is defined.
  case heading
  /// In the name of the document.
  case title
}

/// Collects the words of neighbouring parts of the index: what one worker does by itself.
///
/// Shape: flat arrays only, so that workers share nothing and memory is a few bytes a word.
package struct TermCollector: ~Copyable {
  private var folder = WordFolder()
  private var terms = TermTable()
  /// The words as they are written, and the term that each was folded to; -1 for none. Texts repeat
  /// their words, so that most are folded once and then looked up.
  private var spellings = TermTable()
  private var termsOfSpellings: [Int32] = []
  /// The word that two with a hyphen between them make, or the number at the end of a path.
  private var joined: [UInt8] = []
  /// For each word of each part, its term and weight, part after part.
  private var pairs: [UInt32] = []
  /// Where the current part starts in ``pairs``.
  private var partStart = 0
  /// Where each part ends in ``pairs``.
  private var partEnds: [Int] = []
  /// By term, its latest place in ``pairs``.
  private var latest: [Int32] = []
  private let firstPart: Int

  /// `firstPart`: the number of the part that ``endPart()`` ends first.
  package init(firstPart: Int) { self.firstPart = firstPart }

  /// Adds the words of a stretch of `text` to the current part.
  ///
  /// Two words with a hyphen between them are one more word, so that `sub-processor` is found as
  /// `subprocessor` too; so are numbers with points between them, as in `TLS 1.2` and `CC6.7`.
  package mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, as weight: TermWeight) {
    var position = range.lowerBound
    // Never right before a word: no word is before the first.
    var previousEnd = -2
    var previousTerm = -1
    // With the numbers before it, if points are between.
    var previousNumber = -1
    while let (word, hash) = WordFolder.nextSpelling(
      in: text, from: position, to: range.upperBound)
    {
      position = word.upperBound
      let term = term(of: text, word, hash: hash)
      guard term >= 0 else { continue }
      add(term, as: weight)
      let start = word.lowerBound
      let isNext = previousEnd == start - 1
      if isNext, text[start - 1] == UInt8(ascii: "-") {
        addJoined(previousTerm, term, as: weight)
      }
      var number = term
      if isNext, text[start - 1] == UInt8(ascii: "."), Self.isDigit(text[start - 2]),
        Self.isDigit(text[start])
      {
        number = addJoined(previousNumber, term, with: UInt8(ascii: "."), as: weight) ?? term
      }
      previousEnd = word.upperBound
      previousTerm = term
      previousNumber = number
    }
  }

  /// The term that a spelling folds to; -1 where nothing is left of it.
  private mutating func term(of text: Span<UInt8>, _ word: Range<Int>, hash: UInt32) -> Int {
    let spelling = spellings.index(of: text, word, hash: hash)
    if spelling < termsOfSpellings.count { return Int(termsOfSpellings[spelling]) }
    var position = word.lowerBound
    var term = -1
    if folder.next(in: text, from: &position, to: word.upperBound) {
      let folded = folder.word
      term = terms.index(of: folded.span)
    }
    termsOfSpellings.append(Int32(term))
    return term
  }

  /// Adds the word that two with a sign between them are: the sign is left out, or `joint` stands
  /// for it.
  ///
  /// - Returns: its term; `nil` where it would be too long.
  @discardableResult
  private mutating func addJoined(
    _ first: Int, _ second: Int, with joint: UInt8? = nil, as weight: TermWeight
  ) -> Int? {
    let (head, tail) = (terms.word(first), terms.word(second))
    guard head.count + tail.count < WordFolder.longestWord else { return nil }
    joined.removeAll(keepingCapacity: true)
    joined += head
    if let joint { joined.append(joint) }
    joined += tail
    return addJoined(as: weight)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  package mutating func add(_ text: String, as weight: TermWeight) {
    let bytes = Array(text.utf8)
    add(bytes.span, 0..<bytes.count, as: weight)
  }

  /// Adds the number at the end of a legal path as one term: `7(2)`, `5.b`, `2.1`.
  ///
  /// Words such as `item 3` or `Annex 2` are no number; they are found as words.
  package mutating func addNumber(ofPath path: Span<UInt8>) {
    joined.removeAll(keepingCapacity: true)
    var hasDigit = false
    var letters = 0
    for index in 0..<path.count {
      let byte = path[index]
      switch byte {
      case UInt8(ascii: " "), 0xC2, 0xA7: letters = 0
      case UInt8(ascii: "/"):
        joined.removeAll(keepingCapacity: true)
        hasDigit = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        letters = 0
        joined.append(byte)
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."):
        letters = 0
        joined.append(byte)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        letters += 1
        // Roman numerals are the longest that a number has.
        if letters > 5 { return }
        joined.append(byte | 0x20)
      default: return
      }
    }
    guard hasDigit, joined.count > 1, joined.count <= 24, !isJoinedAWord else { return }
    addJoined(as: .text)
  }

  /// Whether it is one word or number anyway.
  private var isJoinedAWord: Bool {
    joined.allSatisfy { $0 >= UInt8(ascii: "0") && $0 != UInt8(ascii: ")") }
      || joined[0] >= UInt8(ascii: "a")
  }

  @discardableResult
  private mutating func addJoined(as weight: TermWeight) -> Int {
    let word = joined
    let term = terms.index(of: word.span)
    add(term, as: weight)
    return term
  }

  private mutating func add(_ term: Int, as weight: TermWeight) {
    while latest.count <= term { latest.append(-1) }
    let place = Int(latest[term])
    if place >= partStart {
      let old = pairs[place] & 3
      let new = weight == .text ? TermWeight.repeated.rawValue : weight.rawValue
      if old < new { pairs[place] = UInt32(term) << 2 | UInt32(new) }
    } else {
      latest[term] = Int32(pairs.count)
      pairs.append(UInt32(term) << 2 | UInt32(weight.rawValue))
    }
  }

  /// Ends the current part; what is added from now on belongs to the next.
  package mutating func endPart() {
    partEnds.append(pairs.count)
    partStart = pairs.count
  }

  /// The postings of all parts so far, by term.
  package consuming func finish() -> TermBlock {
    // Sorted by term with a count of each, which keeps the parts of a term in order.
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for pair in pairs[..<partStart] { starts[Int(pair >> 2) + 1] += 1 }
    for term in 0..<terms.count { starts[term + 1] += starts[term] }
    var sorted = [UInt32](repeating: 0, count: partStart)
    var next = starts
    var place = 0
    for (offset, end) in partEnds.enumerated() {
      while place < end {
        let term = Int(pairs[place] >> 2)
        sorted[next[term]] = UInt32(firstPart + offset) << 2 | pairs[place] & 3
        next[term] += 1
        place += 1
      }
    }
    var block = TermBlock(terms: terms)
    for term in 0..<terms.count { block.append(sorted[starts[term]..<starts[term + 1]]) }
    return block
  }
}
