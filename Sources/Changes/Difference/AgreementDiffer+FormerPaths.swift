internal import Agreements

/// Places that are gone, and whose path tells readers of the new version of something else.
extension AgreementDiffer {
  /// Whether another place has the path now, or what held the place is called otherwise.
  mutating func isOfFormerPath(_ node: Int) -> Bool {
    guard old.nodes[node].role == .place, old.nodes[node].provision >= 0 else { return false }
    return pathsOfNew.index(of: oldPaths[old.nodes[node].provision]) != nil
      || isInsideOfRenumbered(node)
  }

  /// Whether the innermost place that held another and is still there is called otherwise now.
  mutating func isInsideOfRenumbered(_ node: Int) -> Bool {
    var home = Int(old.nodes[node].parent)
    while home > 0, alignment.newOf[home] < 0 { home = Int(old.nodes[home].parent) }
    guard home > 0, alignment.newOf[home] > 0 else { return false }
    let heir = Int(alignment.newOf[home])
    let (before, after) = (old.nodes[home].provision, new.nodes[heir].provision)
    guard before >= 0, after >= 0 else { return (before >= 0) != (after >= 0) }
    return oldPaths[before] != newPaths[after]
  }
}
