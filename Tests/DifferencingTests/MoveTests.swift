import Differencing
import Testing

struct MoveTests {
  @Test(arguments: [
    ([0, 1, 2], [], [true, true, true]),
    ([1, 0], [], [true, false]),
    ([2, 0, 1], [], [false, true, true]),
    ([1, 0], [1, 5], [false, true]),
    ([3, 0, 1, 2], [90, 4, 4, 4], [false, true, true, true]),
    ([1, 2, 3, 0], [4, 4, 4, 90], [true, true, true, false]),
    ([2, 3, 0, 1], [4, 4, 1, 90], [false, false, true, true]),
    ([], [], []),
  ])
  func movesAsLittleAsPossible(positions: [Int], weights: [Int], stays: [Bool]) {
    #expect(longestAscent(of: positions, weights: weights) == stays)
  }

  @Test func keepsTheHeaviestOfTheLongestAscents() {
    var random = SmallRandom(seed: 9)
    for _ in 0..<300 {
      var positions = Array(0..<(1 + random.below(9)))
      for index in positions.indices.reversed() {
        positions.swapAt(index, random.below(index + 1))
      }
      let weights = positions.map { _ in 1 + random.below(20) }

      let stays = longestAscent(of: positions, weights: weights)

      let kept = positions.indices.filter { stays[$0] }
      #expect(kept.map { positions[$0] } == kept.map { positions[$0] }.sorted())
      let best = longestAndHeaviest(positions, weights)
      #expect(kept.count == best.length)
      #expect(kept.reduce(0) { $0 + weights[$1] } == best.weight)
    }
  }

  @Test func findsWhatSharesRarePhrases() {
    var index = SimilarityIndex()
    let features: [UInt32] = [7, 8, 9, 10, 99, 100].map { $0 << 24 }
    index.ask(5, features, 0..<4)
    index.add(1, [features[0], features[1], features[4]], 0..<3)
    index.add(2, features, 0..<3)
    index.add(3, features, 5..<6)

    #expect(index.candidates().map(\.question) == [5, 5])
    #expect(index.candidates().map(\.thing) == [2, 1])
  }

  @Test func leavesOutWhatTooManyShare() {
    var index = SimilarityIndex()
    index.ask(0, [7 << 24], 0..<1)
    for owner in 0...SimilarityIndex.maximumOwners { index.add(owner, [7 << 24], 0..<1) }

    #expect(index.candidates().isEmpty)
  }

  @Test func countsWhatBagsHaveInCommon() {
    var random = SystemRandomNumberGenerator()
    var common = CommonFeatures()
    for _ in 0..<200 {
      let bags = (0..<6).map { _ in bag(using: &random) }
      common.begin(features: bags.reduce(0) { $0 + $1.count })
      for bag in bags { common.add(bag, 0..<bag.count) }
      for question in bags {
        var counts = [Int32](repeating: 0, count: bags.count)
        common.count(question, 0..<question.count, into: &counts)

        #expect(counts == bags.map { Int32(sharedCount($0, question)) })
      }
    }
  }

  @Test func stopsCountingWhatCannotBeEnough() {
    var random = SystemRandomNumberGenerator()
    var common = CommonFeatures()
    for _ in 0..<500 {
      let (bag, question) = (bag(using: &random), bag(using: &random))
      let shared = sharedCount(bag, question)
      common.begin(features: bag.count)
      common.add(bag, 0..<bag.count)
      for fewest in 0...question.count {
        let count = common.count(question, 0..<question.count, atLeast: fewest)

        #expect(fewest <= shared ? count == shared : count < fewest)
      }
    }
  }

  @Test func takesFeaturesOutOfABag() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let (whole, first, second) = (
        bag(using: &random), bag(using: &random), bag(using: &random)
      )
      var left = FeatureCounts(whole, 0..<whole.count)

      #expect(left.take(first, 0..<first.count) == sharedCount(whole, first))
      left.putBack()
      #expect(left.total == whole.count)
      left.take(first, 0..<first.count)
      let both = first + second
      #expect(
        left.take(second, 0..<second.count)
          == sharedCount(whole, both) - sharedCount(whole, first))
      #expect(left.total == whole.count - sharedCount(whole, both))
    }
  }

  /// Mixed as words are by their numbers, which lie close together.
  private func bag(using random: inout SystemRandomNumberGenerator) -> [UInt32] {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in
      UInt32.random(in: 1...12, using: &random) &* 0x9E37_79B1
    }
  }

  /// Each feature as often as both have it.
  private func sharedCount(_ left: [UInt32], _ right: [UInt32]) -> Int {
    Set(left).reduce(0) { sum, feature in
      sum + min(left.count { $0 == feature }, right.count { $0 == feature })
    }
  }

  @Test func numbersEqualWordsAlike() {
    var table = WordTable()
    let words = (0..<5_000).map { "word\($0 % 1_700)" }

    let numbers = words.map { table.number(of: Array($0.utf8)) }

    #expect(table.count == 1_700)
    for (word, number) in zip(words, numbers) {
      #expect(String(decoding: table.word(number), as: UTF8.self) == word)
    }
  }

  private func longestAndHeaviest(
    _ positions: [Int], _ weights: [Int]
  ) -> (length: Int, weight: Int) {
    var best: [(length: Int, weight: Int)] = []
    for index in positions.indices {
      let before =
        (0..<index).filter { positions[$0] < positions[index] }.map { best[$0] }
        .max { $0 < $1 } ?? (length: 0, weight: 0)
      best.append((before.length + 1, before.weight + weights[index]))
    }
    return best.max { $0 < $1 } ?? (length: 0, weight: 0)
  }
}
