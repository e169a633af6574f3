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
  package mutating func finish() {
    entries.sort()
    var kept = 0
    var start = 0
    asked = [UInt64](repeating: 0, count: asked.count)
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start <= Self.maximumOwners {
        expect([UInt32(entries[start] >> 32)])
        for index in start..<end {
          entries[kept] = entries[index]
          kept += 1
        }
      }
      start = end
    }
    entries.removeSubrange(kept...)
  }

  /// The things that share most features with these, the best first.
  ///
  /// - Complexity: O(features × log(entries)).
  package func candidates(for features: [UInt32]) -> [Int] {
    guard !entries.isEmpty else { return [] }
    var hits: [UInt32: Int] = [:]
    for feature in features where isAsked(feature) {
      var index = firstEntry(UInt64(feature) << 32)
      while index < entries.count, entries[index] >> 32 == UInt64(feature) {
        hits[UInt32(truncatingIfNeeded: entries[index]), default: 0] += 1
        index += 1
      }
    }
    // A phrase or two in common is what any two clauses have.
    let least = max(1, features.count / 12)
    let best = hits.filter { $0.value >= least }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
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
