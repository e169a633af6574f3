import Differencing
import Testing

struct SequenceComparerTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("", "abc", 1), ("abc", "", 1), ("abc", "axc", 1),
    ("abcdef", "abXdeYf", 2), ("aaaa", "aa", 1), ("abcabba", "cbabac", 4),
  ])
  func findsTheShortestList(old: String, new: String, hunks: Int) {
    let comparison = compareSequences(Array(old), Array(new))

    #expect(comparison.isExact)
    #expect(comparison.hunks.count <= hunks)
    #expect(apply(comparison.hunks, to: Array(old), from: Array(new)) == Array(new))
  }

  /// Compared with a table of all longest common subsequences; `kinds`: of few elements, and of so
  /// many that most stand on one side only.
  @Test(arguments: [5, 60, 400])
  func isExactForShortSequences(kinds: Int) {
    var random = SmallRandom(seed: 7)
    for _ in 0..<1_500 {
      let old = random.sequence(upTo: 40, of: kinds)
      let new = random.sequence(upTo: 40, of: kinds)

      let comparison = compareSequences(old, new)

      #expect(apply(comparison.hunks, to: old, from: new) == new)
      let kept = old.count - comparison.hunks.reduce(0) { $0 + $1.old.count }
      #expect(kept == longestCommonSubsequence(old, new))
    }
  }

  @Test func turnsTheOldIntoTheNewWithinAnyLimits() {
    var random = SmallRandom(seed: 11)
    for round in 0..<400 {
      let limits = ComparisonLimits(
        maximumDepth: 1 + round % 7, minimumDepth: 1, steps: round * 10)
      let old = random.sequence(upTo: 300, of: 4 + round % 40)
      let new = random.sequence(upTo: 300, of: 4 + round % 40)

      let comparison = compareSequences(old, new, limits: limits)

      #expect(apply(comparison.hunks, to: old, from: new) == new)
    }
  }

  @Test func saysWhereALimitCutTheSearchShort() {
    let old = (0..<4_000).map { $0 % 7 }
    let new = (0..<4_000).map { ($0 * $0 + $0 / 7) % 7 }
    let limits = ComparisonLimits(maximumDepth: 16, minimumDepth: 16, steps: 1_000)

    let comparison = compareSequences(old, new, limits: limits)

    #expect(!comparison.isExact)
    #expect(apply(comparison.hunks, to: old, from: new) == new)
  }

  @Test func usesOneComparerForManySequences() {
    var comparer = SequenceComparer()
    var random = SmallRandom(seed: 3)
    for _ in 0..<500 {
      let old = random.sequence(upTo: 60, of: 9).map(Int32.init)
      let new = random.sequence(upTo: 60, of: 9).map(Int32.init)

      let hunks = comparer.compare(old, new).hunks

      #expect(apply(hunks, to: old, from: new) == new)
    }
  }

  @Test func pairsWhatCorresponds() {
    let pairs = compareSequences(Array("abcd"), Array("aXcd")).matches(oldCount: 4)

    #expect(pairs.map(\.old) == [0, 2, 3])
    #expect(pairs.map(\.new) == [0, 2, 3])
  }
}

/// The new sequence, put together from what the hunks leave of the old one and from what they add.
func apply<Element>(_ hunks: [Hunk], to old: [Element], from new: [Element]) -> [Element] {
  var result: [Element] = []
  var position = 0
  for hunk in hunks {
    result += old[position..<hunk.old.lowerBound]
    result += new[hunk.new]
    position = hunk.old.upperBound
  }
  return result + old[position...]
}

private func longestCommonSubsequence(_ old: [Int], _ new: [Int]) -> Int {
  var table = [[Int]](
    repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
  for row in old.indices {
    for column in new.indices {
      table[row + 1][column + 1] =
        old[row] == new[column]
        ? table[row][column] + 1 : max(table[row][column + 1], table[row + 1][column])
    }
  }
  return table[old.count][new.count]
}

/// The same numbers in every run.
struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func sequence(upTo count: Int, of kinds: Int) -> [Int] {
    (0..<below(count + 1)).map { _ in below(kinds) }
  }
}
