internal import Agreements
internal import Deadlines
internal import References

/// References whose words stayed and whose target changed.
extension AgreementDiffer {
  /// Reports the references of a text whose words stayed and whose target changed.
  mutating func reportRetargets(_ difference: WordDifference, in entry: WovenEntry) {
    guard !difference.retargets.isEmpty else { return }
    let linked = marks.referencesThatBecameLinks(difference, old)
    for retarget in difference.retargets
    where retarget.new >= 0 || !linked.contains(retarget.old) {
      if !isReaddressed(retarget) { report(retarget, in: entry) }
    }
  }

  /// Whether a reference leads to the same document, of which the frontmatter says where it is.
  private func isReaddressed(_ retarget: Retarget) -> Bool {
    guard retarget.new >= 0, let before = old.references[Int(retarget.old)].part.address,
      let after = new.references[Int(retarget.new)].part.address
    else { return false }
    return readdressed[before] == after
  }

  private mutating func report(_ retarget: Retarget, in entry: WovenEntry) {
    let before = old.references[Int(retarget.old)]
    let after = retarget.new >= 0 ? new.references[Int(retarget.new)] : nil
    let words = old.text(before.range).filter { $0 != "[" && $0 != "]" }
    let (from, to) = (old.describe(before.part), after.flatMap { new.describe($0.part) })
    let range = after.flatMap { rangeChange(before.part, $0.part) }
    let row = rowName(entry)
    var change = self.change(.referenceRetargeted, entry, Judgement(.substantive, .reference)) {
      if let range { return Statements.retargeted($1, row: row, words, range) }
      return Statements.retargeted($1, row: row, words, from: from, to: to)
    }
    change.field = "reference"
    change.valueBefore = old.lineOfAll(before.part)
    change.valueAfter = after.flatMap { new.lineOfAll($0.part) }
    changes.append(change)
  }
}

extension AgreementDiffer {
  /// What a reference to several places takes in now, and leaves out; `nil` of one to a single
  /// place, or one that has none of its places any more.
  private func rangeChange(
    _ before: ResolvedReference.Part, _ after: ResolvedReference.Part
  ) -> Statements.RangeChange? {
    guard before.targets.count > 1 || after.targets.count > 1 else { return nil }
    let olds = before.targets.map { targets.key(ofOld: $0, in: old.snapshot) }
    let news = after.targets.map { targets.key(ofNew: $0, in: new.snapshot) }
    let (known, kept) = (Set(olds), Set(news))
    guard !known.isDisjoint(with: kept) else { return nil }
    func names(
      _ part: ResolvedReference.Part, _ keys: [TargetMap.Key], besides others: Set<TargetMap.Key>,
      _ text: ComparedText
    ) -> [Statements.Target] {
      zip(part.targets, keys).filter { !others.contains($1) }.compactMap { target, _ in
        var one = part
        one.targets = [target]
        return text.describe(one)
      }
    }
    let change = Statements.RangeChange(
      came: names(after, news, besides: known, new), gone: names(before, olds, besides: kept, old))
    return change.came.isEmpty && change.gone.isEmpty ? nil : change
  }
}

extension ComparedText {
  func text(_ range: Range<Int32>) -> String { snapshot.reading.text(range) }

  /// Where a reference leads: the path and the title of the place.
  func describe(_ part: ResolvedReference.Part) -> Statements.Target? {
    guard let target = part.targets.first else {
      return part.address.map { Statements.Target(path: $0, title: "") }
    }
    guard let other = snapshot.agreement(of: target) else {
      return Statements.Target(path: "", title: "")
    }
    guard target.provision >= 0 else {
      return Statements.Target(path: other.metadata.title, title: "")
    }
    let place = Int(target.provision)
    var described = Statements.Target(
      path: other.legalPath(of: place).written, title: other.provisions[place].title)
    if other.id != agreement.id {
      described.document = other.metadata.title.isEmpty ? other.id : other.metadata.title
    } else if described.title.isEmpty {
      described.title = opening(of: place)
    }
    return described
  }

  /// Where a reference leads, as data say it; of one to several places, the first and the last.
  func lineOfAll(_ part: ResolvedReference.Part) -> String? {
    guard let first = describe(part) else { return nil }
    guard part.targets.count > 1, let target = part.targets.last else { return first.line }
    var end = part
    end.targets = [target]
    guard let last = describe(end), last.path != first.path else { return first.line }
    return "\(first.line)\u{2013}\(last.path)"
  }

  /// The first words of a place that has no title.
  private func opening(of provision: Int) -> String {
    let range = nodes[Int(nodeOfProvision[provision])].tokens
    let start = range.prefix(Self.openingWords)
    guard let first = start.first, let last = start.last else { return "" }
    let words = words(of: first..<last + 1)
    return start.count < range.count ? words + " \u{2026}" : words
  }

  private static var openingWords: Int { 6 }
}
