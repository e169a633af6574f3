internal import Differencing

extension Aligner {
  /// How alike two places are, from 0 to 1.
  mutating func similarity(_ left: Int, _ right: Int) -> Double {
    let words = oldReadings.words.range(of: left, in: old)
    common.begin(features: words.count)
    common.add(oldReadings.words.numbers, words)
    return similarityToAdded(right, size: words.count, atLeast: 0)
  }

  /// How alike a new place is to the one old place of which the words were added, from 0 to 1; 0
  /// for what is less alike than asked for.
  private mutating func similarityToAdded(
    _ right: Int, size: Int, atLeast threshold: Double
  ) -> Double {
    let words = newReadings.words.range(of: right, in: new)
    let count = common.count(
      newReadings.words.numbers, words,
      atLeast: Self.fewestInCommon(size, words.count, atLeast: threshold))
    let value = Self.likeness(common: count, size, words.count)
    return value >= threshold ? value : 0
  }

  /// How alike some old places are to a new one, from 0 to 1.
  private mutating func similarities(of olds: [Int], to right: Int) -> [Double] {
    let words = newReadings.words.range(of: right, in: new)
    common.begin(features: words.count)
    common.add(newReadings.words.numbers, words)
    return olds.map { left in
      let own = oldReadings.words.range(of: left, in: old)
      let count = common.count(oldReadings.words.numbers, own, atLeast: 0)
      return Self.likeness(common: count, own.count, words.count)
    }
  }

  /// Words and pairs of words in common, of all words of both; a place that holds nearly all of
  /// another counts nearly as much, so that a clause that grew to thrice its length is still known.
  private static func likeness(common: Int, _ first: Int, _ second: Int) -> Double {
    guard first > 0, second > 0 else { return 0 }
    let smaller = min(first, second)
    let dice = 2 * Double(common) / Double(first + second)
    // Of a short text all words stand somewhere in a long one; pairs of them only where it is
    // there.
    guard smaller >= Limits.fewestOfLong,
      max(first, second) < Limits.longForItsWords * smaller || common * 5 > smaller * 3
    else { return dice }
    return max(dice, Limits.ofSmaller * Double(common) / Double(smaller))
  }

  /// How many words and pairs two places have in common, at the least, that are so much alike.
  private static func fewestInCommon(
    _ first: Int, _ second: Int, atLeast likeness: Double
  ) -> Int {
    let smaller = min(first, second)
    let dice = Int(likeness * Double(first + second) / 2)
    return smaller < Limits.fewestOfLong
      ? dice : min(dice, Int(likeness / Limits.ofSmaller * Double(smaller)))
  }

  /// How alike all of a gap are to each other, row by row: of the first old place to each new one,
  /// then of the second, and so on. What is less alike than any rule asks for is not alike at all.
  mutating func likenesses(
    _ olds: [Int], _ news: [Int], _ strictness: AlignmentStrictness
  ) -> [Double] {
    if strictness == .lenient, let likeness = known.likenesses(olds, news) { return likeness }
    let newRanges = news.map { newReadings.words.range(of: $0, in: new) }
    common.begin(features: newRanges.reduce(0) { $0 + $1.count })
    for range in newRanges { common.add(newReadings.words.numbers, range) }
    var likeness = [Double](repeating: 0, count: olds.count * news.count)
    for (row, oldIndex) in olds.enumerated() {
      counts.removeAll(keepingCapacity: true)
      for _ in news { counts.append(0) }
      let range = oldReadings.words.range(of: oldIndex, in: old)
      common.count(oldReadings.words.numbers, range, into: &counts)
      for (column, newIndex) in news.enumerated() where counts[column] > 0 {
        let value = Self.likeness(
          common: Int(counts[column]), range.count, newRanges[column].count)
        guard value >= Limits.alikeAlone,
          old.nodes[oldIndex].shape == new.nodes[newIndex].shape,
          alignment.areFree(oldIndex, newIndex), !areOtherRecords(oldIndex, newIndex),
          !standInOtherRecords(oldIndex, newIndex)
        else { continue }
        likeness[row * news.count + column] = value
      }
    }
    if strictness == .strict { known.note(olds, news, likeness) }
    return likeness
  }
}

extension Aligner {
  /// Matches what moved and was edited: similar places wherever they stand, the most similar first.
  ///
  /// Only places that share three words in a row which few others have are compared at all. What is
  /// far longer than a place may have taken in thousands like it, and is read once for all of them.
  mutating func matchAnywhere() {
    let olds = movable(old, alignment.newOf)
    let news = movable(new, alignment.oldOf)
    guard !olds.isEmpty, !news.isEmpty else { return }
    var index = SimilarityIndex(
      questions: olds.reduce(0) { $0 + old.nodes[$1].tokens.count },
      things: news.reduce(0) { $0 + new.nodes[$1].tokens.count })
    for node in olds {
      let range = oldReadings.phrases.range(of: node, in: old)
      index.ask(node, oldReadings.phrases.numbers, range)
    }
    for node in news {
      let range = newReadings.phrases.range(of: node, in: new)
      index.add(node, newReadings.phrases.numbers, range)
    }
    var pairs: [(likeness: Double, old: Int, new: Int)] = []
    var added = -1
    var size = 0
    var partsOfLong: [Int: [Int]] = [:]
    for (node, candidate) in index.candidates() where canMatch(node, candidate) {
      if Int(new.nodes[candidate].words) > Limits.longForItsParts * Int(old.nodes[node].words) {
        partsOfLong[candidate, default: []].append(node)
        continue
      }
      if node != added {
        let range = oldReadings.words.range(of: node, in: old)
        common.begin(features: range.count)
        common.add(oldReadings.words.numbers, range)
        (added, size) = (node, range.count)
      }
      let value = similarityToAdded(
        candidate, size: size, atLeast: Limits.alikeAnywhere)
      if value >= Limits.alikeAnywhere { pairs.append((value, node, candidate)) }
    }
    for (long, parts) in partsOfLong {
      for (node, value) in zip(parts, similarities(of: parts, to: long))
      where value >= Limits.alikeAnywhere {
        pairs.append((value, node, long))
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
