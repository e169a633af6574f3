internal import Agreements
internal import References

/// Tells whether references of two versions lead to the same place.
struct TargetMap: Sendable {
  /// A place, whatever its number in either version.
  struct Key: Hashable, Sendable {
    /// The agreement's index among the pairs that are compared, or -1 for one in neither.
    var pair: Int32
    /// The provision in the new version; below -1, one that only the old version has.
    var provision: Int32
  }

  /// By pair, for each provision of the old version the one that it became, or `Provision.none`.
  private let newProvisions: [[Int32]]
  private let oldPairs: [String: Int32]
  private let newPairs: [String: Int32]

  /// The ids of the agreements that are compared in each version, in the order of `newProvisions`.
  init(oldIDs: [String], newIDs: [String], newProvisions: [[Int32]]) {
    self.newProvisions = newProvisions
    func pairs(_ ids: [String]) -> [String: Int32] {
      Dictionary(
        zip(ids, ids.indices.map(Int32.init)), uniquingKeysWith: { first, _ in first })
    }
    oldPairs = pairs(oldIDs)
    newPairs = pairs(newIDs)
  }

  func key(ofOld target: ReferenceTarget, in snapshot: AgreementSnapshot) -> Key {
    let pair = pair(target, snapshot, oldPairs)
    guard pair >= 0, target.provision >= 0 else { return Key(pair: pair, provision: -1) }
    let provisions = newProvisions[Int(pair)]
    let index = Int(target.provision)
    let new = index < provisions.count ? provisions[index] : Provision.none
    return Key(pair: pair, provision: new >= 0 ? new : -2 - target.provision)
  }

  func key(ofNew target: ReferenceTarget, in snapshot: AgreementSnapshot) -> Key {
    let pair = pair(target, snapshot, newPairs)
    return Key(pair: pair, provision: pair >= 0 ? target.provision : -1)
  }

  private func pair(
    _ target: ReferenceTarget, _ snapshot: AgreementSnapshot, _ pairs: [String: Int32]
  ) -> Int32 {
    let index = Int(target.agreement)
    guard index >= 0, index < snapshot.targetIDs.count else { return -1 }
    return pairs[snapshot.targetIDs[index]] ?? -1
  }
}
