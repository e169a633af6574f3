internal import Agreements
internal import Deadlines
internal import Markup
internal import References

/// Words that lead elsewhere than before are marked in the redline: nothing else of it shows.
extension AgreementDiffer {
  /// Where a reference leads whose words stayed, as an index of the redline's targets.
  mutating func target(of run: WordRun) -> Int32 {
    guard let first = run.old.first, old.reference(at: Int(first)) >= 0 else { return -1 }
    let before = old.describe(old.references[old.reference(at: Int(first))].part)
    var target = RedlineTarget(
      before: Statements.name(before), after: Statements.name(nil), provision: Provision.none,
      address: nil)
    let other = run.new.first.map { new.reference(at: Int($0)) } ?? -1
    if other >= 0 {
      let part = new.references[other].part
      target.after = Statements.name(new.describe(part))
      target.address = part.targets.isEmpty ? part.address : nil
      if let place = part.targets.first, new.snapshot.agreement(of: place)?.id == new.agreement.id {
        target.provision = place.provision
      }
    }
    return add(target)
  }

  /// Marks the words of links that lead elsewhere, are new or are gone.
  mutating func markTargets(of found: [MarkChange], in texts: inout [TextDifference]) {
    var targets: [LinkPair: Int32] = [:]
    for case .link(.link, let before, let after) in found {
      var target = RedlineTarget(
        before: shown(before.map { marks.old.address(of: $0, in: old) }),
        after: shown(after.map { marks.new.address(of: $0, in: new) }), provision: Provision.none,
        address: nil)
      if let after {
        let link = new.agreement.tree.links[Int(marks.new.marks[Int(after)].link)]
        if link.isSafeDestination, link.isElsewhere {
          target.address = String(decoding: link.destination, as: UTF8.self)
        }
      }
      targets[LinkPair(old: before, new: after)] = add(target)
    }
    guard !targets.isEmpty else { return }
    for index in texts.indices {
      texts[index].difference.runs = texts[index].difference.runs.flatMap {
        marked($0, targets)
      }
    }
  }

  /// Where a link leads, or led.
  private func shown(_ address: String?) -> BilingualText {
    Statements.name(address.map { Statements.Target(path: LinkAddress($0).words, title: "") })
  }

  private struct LinkPair: Hashable {
    var old: Int32?
    var new: Int32?
  }

  /// A run of words that both versions have, parted by the links that they are.
  private func marked(_ run: WordRun, _ targets: [LinkPair: Int32]) -> [WordRun] {
    guard !run.isChange, run.old.count == run.new.count else { return [run] }
    var pieces: [WordRun] = []
    for (before, after) in zip(run.old, run.new) {
      let pair = LinkPair(
        old: marks.old.touches(before, .link).first?.mark,
        new: marks.new.touches(after, .link).first?.mark)
      var piece = run
      (piece.old, piece.new) = (before..<before + 1, after..<after + 1)
      if pair.old != nil || pair.new != nil, let target = targets[pair] {
        (piece.kind, piece.target) = (.retargeted, target)
      }
      if let last = pieces.last, last.kind == piece.kind, last.target == piece.target {
        pieces[pieces.count - 1].old = last.old.lowerBound..<before + 1
        pieces[pieces.count - 1].new = last.new.lowerBound..<after + 1
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  private mutating func add(_ target: RedlineTarget) -> Int32 {
    redline.targets.append(target)
    return Int32(redline.targets.count - 1)
  }
}
