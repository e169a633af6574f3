internal import Agreements
internal import Deadlines

/// Places that were split or merged.
extension AgreementDiffer {
  /// Adds a place that was a part of another one to the redline; the change is told of that one.
  mutating func noteSplitOff(_ entry: WovenEntry, from source: Int32) {
    let node = new.nodes[Int(entry.new)]
    let difference =
      reshaped.texts(at: alignment.newOf[Int(source)], &words)?.parts[entry.new]
      ?? WordDifference()
    let isRow = node.shape == .row
    var texts = [
      TextDifference(
        kind: isRow ? .cell : .paragraph, column: isRow ? new.firstColumn(of: entry.new) : 0,
        difference: difference)
    ]
    if let heading = addedHeading(node) {
      texts.insert(TextDifference(kind: .heading, difference: heading), at: 0)
    }
    appendClause(entry, .splitOff, texts)
    reshaped.notePart(entry.new, in: .new, clause: redline.clauses.count - 1)
    redline.clauses[redline.clauses.count - 1].sources = [old.nodes[Int(source)].provision]
    reportRetargets(
      difference, in: WovenEntry(state: .splitOff, old: source, new: entry.new, depth: entry.depth))
  }

  /// Adds a place that is a part of another one now to the redline, without its words.
  mutating func noteMergedAway(_ entry: WovenEntry, into target: Int32) {
    appendClause(entry, .mergedAway, [])
    reshaped.notePart(entry.old, in: .old, clause: redline.clauses.count - 1)
    redline.clauses[redline.clauses.count - 1].parts = [new.nodes[Int(target)].provision]
  }

  private func addedHeading(_ node: TextNode) -> WordDifference? {
    guard node.tokens.lowerBound < node.bodyStart else { return nil }
    return WordDifference(runs: [
      WordRun(kind: .added, old: 0..<0, new: node.tokens.lowerBound..<node.bodyStart)
    ])
  }

  /// Whether all that two clauses said of two things, one says of both, or the other way round.
  private func saysTheSame(_ entry: WovenEntry, _ reshaped: ReshapedTexts) -> Bool {
    let (kept, whole) = (Int(entry.old), Int(entry.new))
    if reshaped.merged.count == 1, reshaped.split.isEmpty {
      return Aligner.isCoordinated(
        Int(reshaped.merged[0]), besides: kept, of: old, in: whole, of: new)
    }
    guard reshaped.split.count == 1, reshaped.merged.isEmpty else { return false }
    return Aligner.isCoordinated(
      Int(reshaped.split[0]), besides: whole, of: new, in: kept, of: old)
  }

  /// `texts`: of the place that kept the name.
  mutating func reportReshaped(
    _ entry: WovenEntry, _ texts: [TextDifference], _ reshaped: ReshapedTexts
  ) {
    let (merged, split) = (reshaped.merged, reshaped.split)
    var differences = texts.filter { $0.kind == .heading }.map(\.difference)
    differences += split.compactMap { addedHeading(new.nodes[Int($0)]) }
    differences.append(reshaped.whole)
    let marked = marked(differences)
    let isSplit = !split.isEmpty
    let verdict = marked.isUnchanged ? nil : judge(entry).judge(marked)
    var judgement = verdict?.judgement ?? Judgement(.editorial, .place)
    // What parts had before or behind them is an `and` now.
    if verdict?.judgement == Judgement(.substantive, .wording) && Enumerations.areJoints(marked)
      || judgement.materiality != .editorial && saysTheSame(entry, reshaped)
        && !Enumerations.offersChoice(marked)
    {
      judgement = Judgement(.editorial, .wording)
    }
    let parts = isSplit ? (split + [entry.new]).sorted() : (merged + [entry.old]).sorted()
    let places = parts.map { isSplit ? place(ofNew: $0) : place(ofOld: $0) }
    var change = self.change(.of(subject(entry), isSplit ? .split : .merged), entry, judgement) {
      let parts = places.map { PlaceWords($0) }
      return isSplit
        ? Statements.split($0, into: parts, marked, verdict)
        : Statements.merged(parts, into: $1, marked, verdict)
    }
    change.removed = .marked(marked, isOld: true)
    change.added = .marked(marked, isOld: false)
    let paths = { (text: ComparedText, nodes: [Int32]) in
      nodes.map { text.path(of: Int($0)).written }.joined(separator: ", ")
    }
    change.valueBefore = paths(old, isSplit ? [entry.old] : parts)
    change.valueAfter = paths(new, isSplit ? parts : [entry.new])
    self.reshaped.noteTold(
      ReshapedPlace(
        change: changes.count, clause: redline.clauses.count - 1, split: split, merged: merged))
    changes.append(change)
  }
}
