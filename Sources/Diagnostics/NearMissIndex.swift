/// Names prepared for ``nearMiss(for:)``, for when many wrong words meet the same right ones.
///
/// Words of more than 64 characters are never near, so that hostile names cost nothing.
package struct NearMissIndex: Sendable {
  private struct Candidate {
    let name: String
    let folded: [Unicode.Scalar]
    /// One bit for each of 64 classes of characters that the name has.
    let classes: UInt64
  }

  private let candidates: [Candidate]
  private static let longest = 64

  package init(_ names: some Sequence<String>) {
    candidates = names.compactMap { name in
      // A character has at most four bytes, and folding can triple their number at worst.
      guard name.utf8.count <= Self.longest * 4 else { return nil }
      let folded = Array(name.lowercased().unicodeScalars)
      guard !folded.isEmpty, folded.count <= Self.longest else { return nil }
      return Candidate(name: name, folded: folded, classes: Self.classes(of: folded))
    }
  }

  /// The candidate that `word` most likely stands for, or `nil` where none is near.
  ///
  /// - Complexity: O(candidates); few of them pass the look at lengths and letters, and each of
  ///   those costs at most 64 × 64 steps.
  package func nearMiss(for word: String) -> String? {
    guard word.utf8.count <= Self.longest * 4 else { return nil }
    let target = Array(word.lowercased().unicodeScalars)
    guard !target.isEmpty, target.count <= Self.longest else { return nil }
    let classes = Self.classes(of: target)

    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let limit = max(target.count, candidate.folded.count) / 3
      // A replaced letter changes two classes at most, any other edit one.
      guard abs(target.count - candidate.folded.count) <= limit,
        (classes ^ candidate.classes).nonzeroBitCount <= 2 * limit, candidate.name != word
      else { continue }
      let distance = editDistance(target, candidate.folded)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate.name) { continue }
      best = (distance, candidate.name)
    }
    return best?.name
  }

  private static func classes(of scalars: [Unicode.Scalar]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    current.reserveCapacity(right.count + 1)
    for column in 1...right.count {
      let cost = left[row - 1] == right[column - 1] ? 0 : 1
      var value = min(
        previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        value = min(value, beforePrevious[column - 2] + 1)
      }
      current.append(value)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
