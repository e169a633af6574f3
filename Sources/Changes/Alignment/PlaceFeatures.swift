internal import Differencing

/// What the places of a text are known by, as numbers; read when first asked for.
struct PlaceFeatures {
  enum Kind: Sendable {
    /// The words and the pairs of words of a place; of a section, also of what is inside it.
    case words
    /// Each three words in a row.
    case phrases
  }

  /// Those of all nodes that were read; see ``range(of:in:)``.
  private(set) var numbers: [UInt32] = []
  let kind: Kind
  /// By node; beginning below 0 where it was not read yet.
  private var ranges: [Range<Int>]

  /// By node, words that say nothing of it.
  private let skipped: [Int32: Range<Int32>]

  init(_ kind: Kind, of text: ComparedText, besides skipped: [Int32: Range<Int32>]) {
    self.kind = kind
    self.skipped = skipped
    ranges = [Range<Int>](repeating: -1 ..< -1, count: text.nodes.count)
  }

  /// The stretch of ``numbers`` that is a node's, in the order of its words.
  ///
  /// `text`: the one that this was made for.
  mutating func range(of node: Int, in text: ComparedText) -> Range<Int> {
    if ranges[node].lowerBound >= 0 { return ranges[node] }
    if numbers.isEmpty { numbers.reserveCapacity(text.tokens.count * (kind == .words ? 2 : 1)) }
    let start = numbers.count
    switch kind {
    case .words: readWords(of: node, in: text)
    case .phrases: readPhrases(of: node, in: text)
    }
    ranges[node] = start..<numbers.count
    return ranges[node]
  }

  private mutating func readWords(of index: Int, in text: ComparedText) {
    let node = text.nodes[index]
    var range = node.tokens
    if node.shape == .section || node.shape == .annex || node.shape == .table || node.words < 3 {
      // The words of what is inside a place follow its own.
      let last = Int(node.end) - 1
      let end = max(range.upperBound, text.nodes[last].tokens.upperBound)
      range =
        range.lowerBound..<min(end, range.lowerBound + Int32(Aligner.Limits.wordsOfSection))
    }
    let skipped = self.skipped.isEmpty ? nil : self.skipped[Int32(index)]
    var previous: UInt32 = 0
    for token in range {
      if let skipped, skipped.contains(token) { continue }
      let kind = text.tokens.words[Int(token)].kind
      guard kind == .word || kind == .number || kind == .blank else { continue }
      let word = Self.feature(ofWord: text.comparedID(Int(token)))
      numbers.append(word)
      if previous != 0 { numbers.append((previous &* 31 ^ word) &* 0x85EB_CA6B) }
      previous = word
    }
  }

  private mutating func readPhrases(of index: Int, in text: ComparedText) {
    let skipped = self.skipped.isEmpty ? nil : self.skipped[Int32(index)]
    var (first, second): (UInt32, UInt32) = (0, 0)
    for token in text.nodes[index].tokens {
      if let skipped, skipped.contains(token) { continue }
      let kind = text.tokens.words[Int(token)].kind
      guard kind == .word || kind == .number else { continue }
      let word = Self.feature(ofWord: text.comparedID(Int(token)))
      if first != 0 {
        numbers.append(((first &* 31 ^ second) &* 0x85EB_CA6B &* 31 ^ word) &* 0xC2B2_AE35)
      }
      (first, second) = (second, word)
    }
  }

  /// Never 0.
  private static func feature(ofWord id: Int32) -> UInt32 {
    (UInt32(bitPattern: id) &+ 2) &* 0x9E37_79B1
  }
}
