/// Finds, among many things, the few that share rare features with another one.
///
/// Features are numbers, such as digests of three words in a row. One that more than
/// ``maximumOwners`` things have says nothing about any of them and is left out, so the time is
/// linear in the features, whatever the texts repeat.
package struct SimilarityIndex: Sendable {
  /// Feature and owner, sorted by feature once ``finish()`` was called.
  private var entries: [UInt64] = []

  package static let maximumOwners = 12
  package static let maximumCandidates = 6

  package init() {}

  /// Adds a thing; `owner` is what ``candidates(for:)`` gives back, from 0 to 2³² - 1.
  package mutating func add(_ owner: Int, _ features: [UInt32]) {
    for feature in features {
      entries.append(UInt64(feature) << 32 | UInt64(UInt32(truncatingIfNeeded: owner)))
    }
  }

  /// Must be called between the last thing added and the first question.
  package mutating func finish() { entries.sort() }

  /// The things that share most features with these, the best first.
  ///
  /// - Complexity: O(features × log(entries)).
  package func candidates(for features: [UInt32]) -> [Int] {
    var hits: [UInt32: Int] = [:]
    for feature in features {
      let start = firstEntry(UInt64(feature) << 32)
      var end = start
      while end < entries.count, entries[end] >> 32 == UInt64(feature),
        end - start <= Self.maximumOwners
      {
        end += 1
      }
      guard end - start <= Self.maximumOwners else { continue }
      for entry in entries[start..<end] {
        hits[UInt32(truncatingIfNeeded: entry), default: 0] += 1
      }
    }
    let best = hits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return best.prefix(Self.maximumCandidates).map { Int($0.key) }
  }

  private func firstEntry(_ key: UInt64) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
