/// Which elements of a list stay where they are, if the others move, so that as few as possible
/// move: the longest ascending subsequence, and of those the one of the greatest weight.
///
/// One long clause that was put in front of three short ones is one that moved, not three.
///
/// `positions`: where each element stood before, in the order of now; all different.
/// `weights`: what decides between equally long choices; empty where nothing does.
///
/// - Returns: for each element whether it stays. Of equal choices, the one that ends first.
/// - Complexity: O(n log n).
package func longestAscent(of positions: [Int], weights: [Int]) -> [Bool] {
  var stays = [Bool](repeating: false, count: positions.count)
  guard !positions.isEmpty else { return stays }
  // Ranks instead of positions, so that the tree below is as small as the list.
  let order = positions.indices.sorted { positions[$0] < positions[$1] }
  var rank = [Int](repeating: 0, count: positions.count)
  for (index, element) in order.enumerated() { rank[element] = index + 1 }

  // A tree of prefix maxima: the best ascent that ends at or below a rank, by its last element.
  var leading = [Int](repeating: -1, count: positions.count + 1)
  var length = [Int](repeating: 0, count: positions.count)
  var total = length
  func isBetter(_ one: Int, than other: Int) -> Bool {
    (length[one], total[one]) > (length[other], total[other])
  }
  var before = [Int](repeating: -1, count: positions.count)
  var best = 0
  for element in positions.indices {
    var last = -1
    var node = rank[element] - 1
    while node > 0 {
      let candidate = leading[node]
      if candidate >= 0, last < 0 || isBetter(candidate, than: last) { last = candidate }
      node &= node - 1
    }
    before[element] = last
    length[element] = (last >= 0 ? length[last] : 0) + 1
    total[element] = (last >= 0 ? total[last] : 0) + (weights.isEmpty ? 0 : weights[element])
    node = rank[element]
    while node < leading.count {
      if leading[node] < 0 || isBetter(element, than: leading[node]) { leading[node] = element }
      node += node & -node
    }
    if isBetter(element, than: best) { best = element }
  }
  var element = best
  while element >= 0 {
    stays[element] = true
    element = before[element]
  }
  return stays
}
