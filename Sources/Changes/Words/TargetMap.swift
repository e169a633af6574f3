internal import Agreements
internal import References

/// The pairs of agreements that are compared, by the ids that they have in each version.
struct PairNumbers: Sendable {
  private var olds: [String: Int32] = [:]
  private var news: [String: Int32] = [:]

  /// What only one version has is no pair.
  init(_ pairs: [AgreementPair]) {
    for (index, pair) in pairs.enumerated() {
      guard let old = pair.old, let new = pair.new else { continue }
      olds[old.agreement.id] = Int32(index)
      news[new.agreement.id] = Int32(index)
    }
  }

  /// -1 for an agreement that is in no pair.
  func number(ofOld id: String) -> Int32 { olds[id] ?? -1 }
  func number(ofNew id: String) -> Int32 { news[id] ?? -1 }
}

/// Where the provisions of an agreement are in its new version.
enum ProvisionMoves: Sendable {
  /// All where they were: it is one text.
  case none
  /// For each provision of the old version the one that it became, or `Provision.none`; and
  /// provisions of the new version that were one with another, by what they are called.
  case all([Int32], aliases: [Int32: Int32])

  subscript(provision: Int32) -> Int32 {
    switch self {
    case .none: provision
    case .all(let news, _): Int(provision) < news.count ? news[Int(provision)] : Provision.none
    }
  }

  /// The provision of the new version that stands for one of it.
  func known(_ provision: Int32) -> Int32 {
    switch self {
    case .none: provision
    case .all(_, let aliases): aliases.isEmpty ? provision : aliases[provision] ?? provision
    }
  }
}

/// Tells whether references of two versions lead to the same place.
struct TargetMap: Sendable {
  /// A place, whatever its number in either version.
  struct Key: Hashable, Sendable {
    /// The agreement's index among the pairs that are compared, or -1 for one in neither.
    var pair: Int32
    /// The provision in the new version; below -1, one that only the old version has.
    var provision: Int32
  }

  private let numbers: PairNumbers
  /// By pair, from the first that is known.
  private let moves: [ProvisionMoves]
  private let first: Int

  /// `moves`: of all pairs.
  init(_ numbers: PairNumbers, moves: [ProvisionMoves]) {
    self.numbers = numbers
    self.moves = moves
    first = 0
  }

  /// For an agreement that leads to none of the places of others.
  init(_ numbers: PairNumbers, moves: ProvisionMoves, ofOnly pair: Int) {
    self.numbers = numbers
    self.moves = [moves]
    first = pair
  }

  func key(ofOld target: ReferenceTarget, in snapshot: AgreementSnapshot) -> Key {
    let pair = snapshot.agreement(of: target).map { numbers.number(ofOld: $0.id) } ?? -1
    guard pair >= 0, target.provision >= 0 else { return Key(pair: pair, provision: -1) }
    let index = Int(pair) - first
    let new =
      moves.indices.contains(index)
      ? moves[index].known(moves[index][target.provision]) : Provision.none
    return Key(pair: pair, provision: new >= 0 ? new : -2 - target.provision)
  }

  func key(ofNew target: ReferenceTarget, in snapshot: AgreementSnapshot) -> Key {
    let pair = snapshot.agreement(of: target).map { numbers.number(ofNew: $0.id) } ?? -1
    guard pair >= 0 else { return Key(pair: pair, provision: -1) }
    let index = Int(pair) - first
    return Key(
      pair: pair,
      provision: moves.indices.contains(index)
        ? moves[index].known(target.provision) : target.provision)
  }

  /// The first and the last place that a reference of one version leads to; `nil` where it leads to
  /// none.
  func ends(
    of part: ResolvedReference.Part, in snapshot: AgreementSnapshot, isOld: Bool
  ) -> (first: Key, last: Key)? {
    guard let first = part.targets.first, let last = part.targets.last else { return nil }
    return isOld
      ? (key(ofOld: first, in: snapshot), key(ofOld: last, in: snapshot))
      : (key(ofNew: first, in: snapshot), key(ofNew: last, in: snapshot))
  }

  /// Whether all references of one text lead to the same places in two versions.
  func leadToTheSame(_ old: AgreementSnapshot, _ new: AgreementSnapshot) -> Bool {
    old.resolved.references.elementsEqual(new.resolved.references) { before, after in
      before.parts.elementsEqual(after.parts) { first, second in
        first.address == second.address
          && first.targets.elementsEqual(second.targets) {
            key(ofOld: $0, in: old) == key(ofNew: $1, in: new)
          }
      }
    }
  }
}
