/// Finds, among many things, the few that share rare features with another one.
///
/// Features are numbers, such as digests of three words in a row. One that more than
/// ``maximumOwners`` things have says nothing about any of them and is left out, so the time is
/// linear in the features, whatever the texts repeat.
package struct SimilarityIndex: Sendable {
  /// Feature and owner, sorted by feature once ``finish()`` was called.
  private var entries: [UInt64] = []
  /// A bit for features that are asked for; several share one.
  private var asked = [UInt64](repeating: 0, count: 1 << 14)

  package static let maximumOwners = 12
  package static let maximumCandidates = 6

  package init() {}

  /// Announces a question: features that nobody asks for are not kept.
  ///
  /// Must be called for all questions before the first thing is added.
  package mutating func expect(_ features: [UInt32]) {
    for feature in features {
      let bit = Int(feature >> 12)
      asked[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Adds a thing; `owner` is what ``candidates(for:)`` gives back, from 0 to 2³² - 1.
  package mutating func add(_ owner: Int, _ features: [UInt32]) {
    for feature in features where isAsked(feature) {
      entries.append(UInt64(feature) << 32 | UInt64(UInt32(truncatingIfNeeded: owner)))
    }
  }

  /// Must be called between the last thing added and the first question.
  package mutating func finish() { entries.sort() }

  /// The things that share most features with these, the best first.
  ///
  /// - Complexity: O(features × log(entries)).
  package func candidates(for features: [UInt32]) -> [Int] {
    guard !entries.isEmpty else { return [] }
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

  private func isAsked(_ feature: UInt32) -> Bool {
    let bit = Int(feature >> 12)
    return asked[bit >> 6] & (1 << UInt64(bit & 63)) != 0
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
