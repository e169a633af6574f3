internal import Agreements

/// Measures and companies that stand under another name now, though all else of them stayed: what
/// was told of one control is told of another, who was engaged for one task is for another.
struct Relabelling: Sendable {
  /// The name that each old place stands under, or -1.
  private let old: [Int32]
  /// Old nodes: names of which all that stood under them stands under another one now, above which
  /// no measures stay: what joins those is only put elsewhere.
  private var controls: Set<Int32> = []
  /// Names that the old version has, and what stood under them is called otherwise now.
  private var freedNames: [UInt64: Int32] = [:]

  /// - Complexity: O(places).
  init(
    _ old: ComparedText, _ oldRecords: RecordPlaces, _ oldLabels: GroupLabels,
    _ new: ComparedText, _ newLabels: GroupLabels, _ alignment: Alignment
  ) {
    self.old = old.nodes.indices.map {
      oldRecords.topics[$0] == .none ? -1 : Self.control(of: $0, old, oldLabels)
    }
    var kept: Set<Int32> = []
    // Of controls, those that their measures went to.
    var targets: [Int32: Set<Int32>] = [:]
    for (node, control) in self.old.enumerated() where control >= 0 {
      let (now, name) = (alignment.newOf[node], alignment.newOf[Int(control)])
      guard now >= 0, name >= 0 else { continue }
      let other = Self.control(of: Int(now), new, newLabels)
      // One that stays, or stands under no other known name, was not told of another control.
      if other == name || other < 0 || alignment.oldOf[Int(other)] < 0 {
        kept.insert(control)
      } else {
        controls.insert(control)
        if oldRecords.topics[node] == .measures {
          targets[control, default: []].insert(alignment.oldOf[Int(other)])
        }
      }
    }
    controls.subtract(kept)
    controls = controls.filter { targets[$0]?.isDisjoint(with: kept) ?? true }
    for control in Set(self.old) where control >= 0 {
      let (name, now) = (Self.name(of: control, old), alignment.newOf[Int(control)])
      if now < 0 || Self.name(of: now, new) != name { freedNames[name] = control }
    }
  }

  /// Whether a name is now what another one was, which is another itself.
  func tookName(_ node: Int32, of new: ComparedText, insteadOf before: Int32) -> Bool {
    freedNames[Self.name(of: node, new)].map { $0 != before } ?? false
  }

  private static func name(of control: Int32, _ text: ComparedText) -> UInt64 {
    let node = text.nodes[Int(control)]
    return node.titleDigest == 0 ? node.digest : node.titleDigest
  }

  /// Whether an old place is such a name, or stands under it.
  func holds(_ node: Int32) -> Bool {
    controls.contains(node) || controls.contains(old[Int(node)])
  }

  /// The name that a measure or a company stands under: a heading, a group of a list or a label of rows; -1
  /// for none.
  private static func control(of node: Int, _ text: ComparedText, _ labels: GroupLabels) -> Int32 {
    let place = text.nodes[node]
    guard place.role == .place, place.parent >= 0, place.words > 0, !place.isSectionOrAnnex else {
      return -1
    }
    if labels[Int32(node)] >= 0 { return labels[Int32(node)] }
    let parent = Int(place.parent)
    guard text.nodes[parent].provision >= 0, text.nodes[parent].words > 0,
      text.nodes[parent].tokens.count <= GroupLabels.mostTokens
    else { return -1 }
    switch text.kind(of: parent) {
    case .section, .group: return place.parent
    default: return -1
    }
  }
}
