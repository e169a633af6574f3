/// Pairs the items of two lists that have the same key, each item once.
///
/// `keys`: from the surest to the weakest; what one pairs is out of reach of the next. An item with
/// an empty key is not paired by it.
///
/// - Returns: in the order of the new list, then what is gone.
/// - Complexity: O(items × keys).
func pairUp<Item>(
  _ old: [Item], _ new: [Item], by keys: [(Item) -> String]
) -> [(old: Item?, new: Item?)] {
  var oldOf = [Int?](repeating: nil, count: new.count)
  var isPaired = [Bool](repeating: false, count: old.count)
  for key in keys {
    // From the last to the first, so that the first is taken first.
    var free: [String: [Int]] = [:]
    for index in old.indices.reversed() where !isPaired[index] {
      free[key(old[index]), default: []].append(index)
    }
    for index in new.indices where oldOf[index] == nil {
      let key = key(new[index])
      guard !key.isEmpty, let match = free[key]?.popLast() else { continue }
      oldOf[index] = match
      isPaired[match] = true
    }
  }
  return new.indices.map { index in (oldOf[index].map { old[$0] }, new[index]) }
    + old.indices.filter { !isPaired[$0] }.map { (old[$0], nil) }
}
