/// Clauses that were put together, or parted, which said some words twice before: `The law follows
/// from the contract` and `The venue follows from the contract`, which are `The law and the venue
/// follow from the contract` now.
extension Aligner {
  /// Whether a place and what corresponds to another say what the other says, apart from what both
  /// begin or end with, which it says once.
  ///
  /// `kept`: of the version that has the part.
  ///
  /// - Complexity: O(words) of the places, which are few.
  static func isCoordinated(
    _ part: Int, besides kept: Int, of text: ComparedText, in whole: Int, of other: ComparedText
  ) -> Bool {
    let (own, rest, all) =
      (text.nodes[part].words, text.nodes[kept].words, other.nodes[whole].words)
    guard own <= wordsOfSentence, all <= 2 * wordsOfSentence, all > max(own, rest),
      all < own + rest, holdsLongestWord(of: part, in: text, whole, of: other)
    else { return false }
    let words = listing(of: part, in: text).compactMap(\.self)
    let others = listing(of: kept, in: text).compactMap(\.self)
    let now = listing(of: whole, in: other)
    return now.indices.contains { joint in
      guard now[joint] == nil else { return false }
      let left = now[..<joint].compactMap(\.self)
      let right = now[(joint + 1)...].compactMap(\.self)
      return isShared(words, others, left, right) || isShared(others, words, left, right)
    }
  }

  /// Whether two sentences stand on both sides of a joint, the second one whole, and the first one
  /// without what both end with; or the first one whole, and the second one without what both begin
  /// with.
  private static func isShared(
    _ first: [String], _ second: [String], _ left: [String], _ right: [String]
  ) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    let (ending, beginning) = (first.count - left.count, second.count - right.count)
    if ending >= fewestShared, right.count > ending, first.starts(with: left),
      areAlike(second, right),
      areAlike(first.suffix(ending), right.suffix(ending))
    {
      return true
    }
    return beginning >= fewestShared && left.count > beginning
      && second.suffix(right.count) == right[...] && areAlike(first, left)
      && areAlike(second.prefix(beginning), left.prefix(beginning))
  }

  /// Whether words are the same, however many they speak of: `is`, `are`.
  private static func areAlike(
    _ left: some Collection<String>, _ right: some Collection<String>
  ) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0 == $1 || Enumerations.areOneVerb($0, $1) }
  }

  private static var fewestShared: Int { 2 }
  private static var wordsOfSentence: Int32 { 40 }
}
