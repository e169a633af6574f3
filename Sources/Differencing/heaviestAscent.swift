/// Which elements of a list stay where they are, if the others move, so that as little as possible
/// moves: the ascending subsequence of the greatest weight.
///
/// `positions`: where each element stood before, in the order of now; all different.
/// `weights`: what it costs to move each; empty where all cost the same.
///
/// - Returns: for each element whether it stays. Of equally heavy choices, the one that ends first.
/// - Complexity: O(n log n).
package func heaviestAscent(of positions: [Int], weights: [Int]) -> [Bool] {
  var stays = [Bool](repeating: false, count: positions.count)
  guard !positions.isEmpty else { return stays }
  // Ranks instead of positions, so that the tree below is as small as the list.
  let order = positions.indices.sorted { positions[$0] < positions[$1] }
  var rank = [Int](repeating: 0, count: positions.count)
  for (index, element) in order.enumerated() { rank[element] = index + 1 }

  // A tree of prefix maxima: the heaviest ascent that ends at or below a rank, by its last element.
  var heaviest = [Int](repeating: -1, count: positions.count + 1)
  var total = [Int](repeating: 0, count: positions.count)
  var before = [Int](repeating: -1, count: positions.count)
  var best = 0
  for element in positions.indices {
    var last = -1
    var node = rank[element] - 1
    while node > 0 {
      let candidate = heaviest[node]
      if candidate >= 0, last < 0 || total[candidate] > total[last] { last = candidate }
      node &= node - 1
    }
    before[element] = last
    total[element] = (last >= 0 ? total[last] : 0) + (weights.isEmpty ? 1 : weights[element])
    node = rank[element]
    while node < heaviest.count {
      if heaviest[node] < 0 || total[heaviest[node]] < total[element] { heaviest[node] = element }
      node += node & -node
    }
    if total[element] > total[best] { best = element }
  }
  var element = best
  while element >= 0 {
    stays[element] = true
    element = before[element]
  }
  return stays
}
