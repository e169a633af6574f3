/// The candidate that `word` most likely stands for, or `nil` where none is near.
///
/// Near means: at most a third of the longer word's letters inserted, deleted, replaced or swapped
/// with their neighbour, ignoring case. Ties go to the first by name.
///
/// - Complexity: O(candidates × word length × candidate length); words over 64 bytes are compared
///   for equality only, so that hostile names cost nothing.
package func nearMiss(for word: String, among candidates: some Sequence<String>) -> String? {
  let target = Array(word.lowercased().unicodeScalars)
  guard !target.isEmpty, target.count <= 64 else { return nil }
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != word {
    let other = Array(candidate.lowercased().unicodeScalars)
    guard !other.isEmpty, other.count <= 64 else { continue }
    let limit = max(target.count, other.count) / 3
    guard abs(target.count - other.count) <= limit else { continue }
    let distance = editDistance(target, other)
    guard distance <= limit else { continue }
    if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// The help for an unknown name: what to type where a candidate is near, else what there is.
package func replacementHelp(
  for word: String, among candidates: some Sequence<String>, noun: String
) -> String? {
  if let name = nearMiss(for: word, among: candidates) {
    return "replace '\(word)' with '\(name)'"
  }
  let known = candidates.sorted()
  guard !known.isEmpty else { return nil }
  let shown = known.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
  return "use one of the \(noun) \(shown)\(known.count > 12 ? ", ..." : "")"
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
