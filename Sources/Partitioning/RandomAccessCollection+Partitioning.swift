extension RandomAccessCollection {
  /// The index of the first element for which `belongsInSecondPartition` holds; `endIndex` where it
  /// holds for none.
  ///
  /// For elements in an order by which it holds for all behind the first for which it does, as in a
  /// sorted array it holds for all that are not before a value:
  ///
  /// ```swift
  /// let lineBehind = lineStarts.partitioningIndex { $0 > offset }
  /// ```
  ///
  /// Of elements in another order it is any index. The name is that of Swift Algorithms.
  ///
  /// - Complexity: O(log *n*) calls.
  @inlinable
  package func partitioningIndex(
    where belongsInSecondPartition: (Element) throws -> Bool
  ) rethrows -> Index {
    var first = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(first, offsetBy: half)
      if try belongsInSecondPartition(self[middle]) {
        count = half
      } else {
        first = index(after: middle)
        count -= half + 1
      }
    }
    return first
  }
}
