internal import Agreements
internal import Deadlines
internal import Differencing
internal import Parallelism
internal import References

/// Compares agreements that cite each other, each with the one of the same id.
///
/// `paths`: the files of which one is told, if not all are; what they cite in the others is known
/// all the same.
///
/// - Returns: one comparison for each agreement of either version, by id.
func compareAgreements(
  _ old: [AgreementSnapshot], _ new: [AgreementSnapshot],
  only paths: Set<String>? = nil, workers: Int = 1
) -> [AgreementComparison] {
  let pairs = agreementPairs(old, new)
  let numbers = PairNumbers(pairs)
  let isWanted = pairs.map { pair in
    paths.map { paths in
      pair.versions.contains { paths.contains($0.agreement.path) }
    } ?? true
  }
  let citesOthers = zip(pairs, isWanted).contains { pair, isWanted in
    isWanted && pair.versions.contains(where: \.citesPlacesElsewhere)
  }
  // Most agreements cite none of the others by its clauses, and are done once they are aligned.
  let begun = concurrentMap(count: pairs.count, workers: workers) {
    isWanted[$0] || citesOthers ? begin(pairs[$0], number: $0, numbers) : .untold
  }
  let moves = begun.map(\.moves)
  return concurrentMap(count: pairs.count, workers: workers) { index -> AgreementComparison? in
    guard isWanted[index] else { return nil }
    let targets = TargetMap(numbers, moves: moves)
    switch begun[index] {
    case .untold: return nil
    case .done(let comparison, _): return comparison
    case .aligned(let pair): return pair.compare(targets)
    case .same(let old, let new):
      return targets.leadToTheSame(old, new)
        ? AgreementComparison(unchanged: pairs[index].id, old, new)
        : AlignedPair(id: pairs[index].id, old, new).compare(targets)
    }
  }.compactMap(\.self)
}

/// An agreement in both versions, or in one.
struct AgreementPair: Sendable {
  var id: String
  var old: AgreementSnapshot?
  var new: AgreementSnapshot?

  fileprivate var versions: [AgreementSnapshot] { [old, new].compactMap(\.self) }
}

private func agreementPairs(
  _ old: [AgreementSnapshot], _ new: [AgreementSnapshot]
) -> [AgreementPair] {
  var pairs: [String: AgreementPair] = [:]
  for snapshot in new {
    let id = snapshot.agreement.id
    pairs[id, default: AgreementPair(id: id)].new = snapshot
  }
  for snapshot in old {
    let id = snapshot.agreement.id
    pairs[id, default: AgreementPair(id: id)].old = snapshot
  }
  return pairs.values.sorted { $0.id < $1.id }
}

/// How far the comparison of one agreement has come.
private enum BegunComparison: Sendable {
  /// With the places of the old version in the new one.
  case done(AgreementComparison, ProvisionMoves)
  case aligned(AlignedPair)
  /// One text in both versions: only what it cites may differ.
  case same(AgreementSnapshot, AgreementSnapshot)
  /// Of which nothing is told, and which nothing that is told cites.
  case untold

  var moves: ProvisionMoves {
    switch self {
    case .done(_, let moves): moves
    case .aligned(let pair): pair.moves
    case .same, .untold: .none
    }
  }
}

private func begin(
  _ pair: AgreementPair, number: Int, _ numbers: PairNumbers
) -> BegunComparison {
  guard let old = pair.old, let new = pair.new else {
    guard let only = pair.new ?? pair.old else { preconditionFailure("a pair has one version") }
    let whole = wholeAgreement(pair.id, only, in: pair.new == nil ? .old : .new)
    return .done(whole, .all([], aliases: [:]))
  }
  if old.reading === new.reading { return .same(old, new) }
  let aligned = AlignedPair(id: pair.id, old, new)
  if old.citesPlacesElsewhere || new.citesPlacesElsewhere { return .aligned(aligned) }
  let moves = aligned.moves
  return .done(aligned.compare(TargetMap(numbers, moves: moves, ofOnly: number)), moves)
}

extension AgreementSnapshot {
  /// Whether it leads to places inside of other agreements.
  fileprivate var citesPlacesElsewhere: Bool {
    resolved.references.contains { reference in
      reference.parts.contains { part in
        part.targets.contains { target in
          target.provision >= 0 && agreement(of: target)?.id != agreement.id
        }
      }
    }
  }
}

extension AgreementComparison {
  /// Of a text that is the same in both versions.
  fileprivate init(
    unchanged id: String, _ old: AgreementSnapshot, _ new: AgreementSnapshot
  ) {
    self.init(
      changes: [], redline: Redline(agreement: id, old: old.reading, new: new.reading))
  }
}
