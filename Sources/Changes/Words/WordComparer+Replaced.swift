internal import Differencing

extension WordComparer {
  /// Takes what is kept out of sentences that kept under a third of their words but particles: such
  /// a sentence was written anew, and words that it has in common with the one before only break up
  /// both.
  ///
  /// - Complexity: O(tokens).
  func withReplacedSentences(
    _ hunks: [Hunk], _ left: TokenStretches, _ right: TokenStretches
  ) -> [Hunk] {
    // Most differences are of a word or two.
    let (removed, added) = hunks.reduce((0, 0)) { ($0.0 + $1.old.count, $0.1 + $1.new.count) }
    guard removed >= Self.shortestReplaced, added >= Self.shortestReplaced else { return hunks }
    let before = KeptShares(old, left, hunks.map(\.old), firstContentWord)
    let after = KeptShares(new, right, hunks.map(\.new), firstContentWord)
    guard before.holdsReplaced, after.holdsReplaced else { return hunks }
    var found: [Hunk] = []
    func append(_ old: Range<Int>, _ new: Range<Int>) {
      if let last = found.last, last.old.upperBound == old.lowerBound,
        last.new.upperBound == new.lowerBound
      {
        found[found.count - 1] = Hunk(
          old: last.old.lowerBound..<old.upperBound, new: last.new.lowerBound..<new.upperBound)
      } else {
        found.append(Hunk(old: old, new: new))
      }
    }
    var (x, y) = (0, 0)
    func appendKept(to end: Int) {
      while x < end {
        if before.isReplaced(x), after.isReplaced(y) { append(x..<x + 1, y..<y + 1) }
        x += 1
        y += 1
      }
    }
    for hunk in hunks {
      appendKept(to: hunk.old.lowerBound)
      append(hunk.old, hunk.new)
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    appendKept(to: left.count)
    return found
  }

  /// In words but particles: what is shorter is read at a glance.
  fileprivate static var shortestReplaced: Int { 6 }
}

/// Which sentences of one side kept under a third of their words.
private struct KeptShares {
  /// By element, the number of its sentence.
  private var sentences: [Int32]
  private var areReplaced: [Bool]

  var holdsReplaced: Bool { areReplaced.contains(true) }

  /// `changed`: the elements that are not kept, in order. Words with a number below
  /// `firstContentWord` are particles.
  init(
    _ text: ComparedText, _ stretches: TokenStretches, _ changed: [Range<Int>],
    _ firstContentWord: Int32
  ) {
    sentences = [Int32](repeating: -1, count: stretches.count)
    var isChanged = [Bool](repeating: false, count: stretches.count)
    for range in changed { for element in range { isChanged[element] = true } }
    areReplaced = []
    for sentence in text.sentences(of: stretches) {
      var (words, kept) = (0, 0)
      for element in sentence {
        sentences[element] = Int32(areReplaced.count)
        // With a capital letter, a particle is not known for one.
        if element == sentence.lowerBound { continue }
        let token = Int(stretches[element])
        let kind = text.tokens.words[token].kind
        guard kind == .word || kind == .number, text.tokens.ids[token] >= firstContentWord else {
          continue
        }
        words += 1
        if !isChanged[element] { kept += 1 }
      }
      areReplaced.append(words >= WordComparer.shortestReplaced && kept * 3 < words)
    }
  }

  func isReplaced(_ element: Int) -> Bool {
    sentences[element] >= 0 && areReplaced[Int(sentences[element])]
  }
}
