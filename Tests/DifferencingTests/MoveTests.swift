import Differencing
import Testing

struct MoveTests {
  @Test(arguments: [
    ([0, 1, 2], [], [true, true, true]),
    ([1, 0], [], [true, false]),
    ([2, 0, 1], [], [false, true, true]),
    ([1, 0], [1, 5], [false, true]),
    ([], [], []),
  ])
  func movesAsLittleAsPossible(positions: [Int], weights: [Int], stays: [Bool]) {
    #expect(heaviestAscent(of: positions, weights: weights) == stays)
  }

  @Test func keepsTheHeaviestAscent() {
    var random = SmallRandom(seed: 9)
    for _ in 0..<300 {
      var positions = Array(0..<(1 + random.below(9)))
      for index in positions.indices.reversed() {
        positions.swapAt(index, random.below(index + 1))
      }
      let weights = positions.map { _ in 1 + random.below(20) }

      let stays = heaviestAscent(of: positions, weights: weights)

      let kept = positions.indices.filter { stays[$0] }
      #expect(kept.map { positions[$0] } == kept.map { positions[$0] }.sorted())
      #expect(kept.reduce(0) { $0 + weights[$1] } == heaviest(positions, weights))
    }
  }

  @Test func findsWhatSharesRarePhrases() {
    var index = SimilarityIndex()
    let question: [UInt32] = [7 << 20, 8 << 20, 9 << 20, 10 << 20]
    index.expect(question)
    index.add(1, [7 << 20, 8 << 20, 99 << 20])
    index.add(2, [7 << 20, 8 << 20, 9 << 20])
    index.add(3, [100 << 20])
    index.finish()

    #expect(index.candidates(for: question) == [2, 1])
  }

  @Test func leavesOutWhatTooManyShare() {
    var index = SimilarityIndex()
    index.expect([7 << 20])
    for owner in 0...SimilarityIndex.maximumOwners { index.add(owner, [7 << 20]) }
    index.finish()

    #expect(index.candidates(for: [7 << 20]) == [])
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

  private func heaviest(_ positions: [Int], _ weights: [Int]) -> Int {
    var best = [Int](repeating: 0, count: positions.count)
    for index in positions.indices {
      let before = (0..<index).filter { positions[$0] < positions[index] }.map { best[$0] }
      best[index] = weights[index] + (before.max() ?? 0)
    }
    return best.max() ?? 0
  }
}
