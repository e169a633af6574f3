internal import Agreements
internal import Deadlines
internal import Differencing

/// Compares agreements that cite each other, each with the one of the same id.
///
/// `areSame`: whether the only old one and the only new one are two versions of one document,
/// whatever their ids: files that are compared by name.
///
/// - Returns: one comparison for each agreement of either version, by id.
func compareAgreements(
  _ old: [AgreementSnapshot], _ new: [AgreementSnapshot], areSame: Bool = false
) -> [AgreementComparison] {
  var pairs: [String: AgreementPair] = [:]
  for snapshot in new { pairs[snapshot.agreement.id, default: AgreementPair()].new = snapshot }
  for snapshot in old {
    let id = areSame ? new.first?.agreement.id ?? snapshot.agreement.id : snapshot.agreement.id
    pairs[id, default: AgreementPair()].old = snapshot
  }
  let ids = pairs.keys.sorted()
  var aligned: [AlignedPair] = []
  for id in ids {
    guard let pair = pairs[id], let old = pair.old, let new = pair.new else { continue }
    aligned.append(AlignedPair(id: id, old, new))
  }
  let targets = TargetMap(
    oldIDs: aligned.map(\.old.agreement.id), newIDs: aligned.map(\.id),
    newProvisions: aligned.map { $0.newProvisions() })
  var comparisons: [AgreementComparison] = []
  var next = aligned.makeIterator()
  for id in ids {
    guard let pair = pairs[id] else { continue }
    if pair.old != nil, pair.new != nil, let known = next.next() {
      comparisons.append(known.compare(targets))
    } else if let only = pair.new ?? pair.old {
      comparisons.append(wholeAgreement(id, only, isOld: pair.new == nil))
    }
  }
  return comparisons
}

private struct AgreementPair {
  var old: AgreementSnapshot?
  var new: AgreementSnapshot?
}

/// Two versions of an agreement with what corresponds in them.
private struct AlignedPair {
  let id: String
  let old: ComparedText
  let new: ComparedText
  let alignment: Alignment
  let firstContentWord: Int32

  init(id: String, _ old: AgreementSnapshot, _ new: AgreementSnapshot) {
    self.id = id
    var table = WordTable()
    firstContentWord = Particles.number(in: &table)
    self.old = ComparedText(old, numberedBy: &table)
    self.new = ComparedText(new, numberedBy: &table)
    var aligner = Aligner(self.old, self.new)
    alignment = aligner.align()
  }

  /// For each provision of the old version the one that it became.
  func newProvisions() -> [Int32] {
    old.nodeOfProvision.map { node in
      let match = alignment.newOf[Int(node)]
      return match >= 0 ? new.nodes[Int(match)].provision : Provision.none
    }
  }

  func compare(_ targets: TargetMap) -> AgreementComparison {
    var differ = AgreementDiffer(
      id: id, old: old, new: new, alignment: alignment, targets: targets,
      firstContentWord: firstContentWord)
    return differ.compare()
  }
}

/// An agreement that only one version has: one change, and a redline that is all of one colour.
private func wholeAgreement(
  _ id: String, _ snapshot: AgreementSnapshot, isOld: Bool
) -> AgreementComparison {
  var table = WordTable()
  let text = ComparedText(snapshot, numberedBy: &table)
  let title = snapshot.agreement.metadata.title.isEmpty ? id : snapshot.agreement.metadata.title
  let place = ChangePlace(file: snapshot.agreement.path)
  var change = Change(
    .of(.annex, isOld ? .removed : .added), entity: id, agreement: id,
    before: isOld ? place : nil, after: isOld ? nil : place,
    judgement: Judgement(.substantive, isOld ? .removal : .addition),
    statement: {
      BilingualText(
        english: "the document \u{201C}\(title)\u{201D} is \(isOld ? "removed" : "added")",
        german: "das Dokument \u{201E}\(title)\u{201C} \(isOld ? "entfällt" : "ist neu")")
    })
  change.order = ChangeOrder(owner: id)
  return AgreementComparison(
    changes: [change], redline: wholeRedline(id, text, isOld: isOld))
}
