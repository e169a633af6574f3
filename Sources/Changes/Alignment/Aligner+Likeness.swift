internal import Differencing

extension Aligner {
  /// How alike two places are, from 0 to 1; 0 where they can't reach `threshold`.
  ///
  /// Words and pairs of words in common, of all words of both; a place that holds nearly all of
  /// another counts nearly as much, so that a clause that grew to thrice its length is still known.
  mutating func similarity(_ left: Int, _ right: Int, atLeast threshold: Double) -> Double {
    if oldBags[left].isEmpty { oldBags[left] = Self.bag(of: left, in: old) }
    if newBags[right].isEmpty { newBags[right] = Self.bag(of: right, in: new) }
    let (first, second) = (oldBags[left].count, newBags[right].count)
    guard first > 0, second > 0 else { return 0 }
    let smaller = Double(min(first, second))
    let largest = max(2 * smaller / Double(first + second), smaller >= 16 ? 0.75 : 0)
    guard largest >= threshold else { return 0 }
    let common = Double(Self.commonCount(oldBags[left], newBags[right]))
    let dice = 2 * common / Double(first + second)
    guard smaller >= 16 else { return dice }
    return max(dice, 0.75 * common / smaller)
  }

  /// Numbers for the words and the pairs of words of a place, sorted; of a section, also of what is
  /// inside it.
  private static func bag(of index: Int, in text: ComparedText) -> [UInt32] {
    let node = text.nodes[index]
    var range = node.tokens
    if node.shape == .section || node.shape == .annex || node.shape == .table || node.words < 3 {
      // The words of what is inside a place follow its own.
      let last = Int(node.end) - 1
      let end = max(range.upperBound, text.nodes[last].tokens.upperBound)
      range = range.lowerBound..<min(end, range.lowerBound + Int32(Limits.wordsOfSection))
    }
    var bag: [UInt32] = []
    bag.reserveCapacity(range.count * 2)
    var previous: UInt32 = 0
    for token in range {
      let kind = text.tokens.kinds[Int(token)]
      guard kind == .word || kind == .number || kind == .blank else { continue }
      let word = (UInt32(bitPattern: text.comparedID(Int(token))) &+ 2) &* 0x9E37_79B1
      bag.append(word)
      if previous != 0 { bag.append((previous &* 31 ^ word) &* 0x85EB_CA6B) }
      previous = word
    }
    bag.sort()
    return bag
  }

  private static func commonCount(_ left: [UInt32], _ right: [UInt32]) -> Int {
    let left = left.span
    let right = right.span
    var (first, second, common) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        common += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return common
  }
}

// MARK: - Anywhere

extension Aligner {
  /// Matches what moved and was edited: similar places wherever they stand, the most similar first.
  ///
  /// Only places that share three words in a row which few others have are compared at all.
  mutating func matchAnywhere() {
    let olds = movable(old, alignment.newOf)
    let news = movable(new, alignment.oldOf)
    guard !olds.isEmpty, !news.isEmpty else { return }
    var index = SimilarityIndex()
    for node in olds { index.expect(old.phrases(of: node)) }
    for node in news { index.add(node, new.phrases(of: node)) }
    index.finish()
    var pairs: [(likeness: Double, old: Int, new: Int)] = []
    for node in olds {
      for candidate in index.candidates(for: old.phrases(of: node))
      where canMatch(node, candidate) {
        let value = similarity(node, candidate, atLeast: Limits.alikeAnywhere)
        if value >= Limits.alikeAnywhere { pairs.append((value, node, candidate)) }
      }
    }
    pairs.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for pair in pairs where canMatch(pair.old, pair.new) { alignment.match(pair.old, pair.new) }
  }

  private func movable(_ text: ComparedText, _ matches: [Int32]) -> [Int] {
    text.nodes.indices.filter { index in
      let node = text.nodes[index]
      return matches[index] < 0 && (node.shape == .text || node.shape == .row)
        && node.words >= Limits.shortestMoved
    }
  }
}

extension ComparedText {
  /// Numbers for each three words in a row of a place.
  func phrases(of index: Int) -> [UInt32] {
    var phrases: [UInt32] = []
    var (first, second): (UInt32, UInt32) = (0, 0)
    for token in nodes[index].tokens {
      let kind = tokens.kinds[Int(token)]
      guard kind == .word || kind == .number else { continue }
      let word = (UInt32(bitPattern: comparedID(Int(token))) &+ 2) &* 0x9E37_79B1
      if first != 0 {
        phrases.append(((first &* 31 ^ second) &* 0x85EB_CA6B &* 31 ^ word) &* 0xC2B2_AE35)
      }
      (first, second) = (second, word)
    }
    return phrases
  }
}
