internal import Agreements
internal import Deadlines

extension AgreementDiffer {
  /// The words of a place that was split or took others in; `nil` for all others.
  ///
  /// `node`: the new node that kept the name.
  mutating func reshapedTexts(at node: Int32) -> ReshapedTexts? {
    guard node > 0 else { return nil }
    let source = alignment.oldOf[Int(node)]
    guard source > 0, mergedInto[node] != nil || splitFrom[source] != nil else { return nil }
    if let known = reshapedTexts[node] { return known }
    let (merged, split) = (mergedInto[node] ?? [], splitFrom[source] ?? [])
    let olds = (merged + [source]).sorted().map { place in
      // What was a place of its own has no heading any more.
      old.paragraphs(of: Int(place), withHeading: place != source)
    }
    let news = (split + [node]).sorted()
    let whole = words.compareReshaped(olds, news.map { new.paragraphs(of: Int($0)) })
    var texts = ReshapedTexts(old: source, new: node, merged: merged, split: split, whole: whole)
    texts.parts = shareOut(whole, among: news)
    reshapedTexts[node] = texts
    return texts
  }

  /// Gives each new place its words, and what was removed to the place of the words that it stood
  /// with: those that came for it, else those of its sentence.
  private func shareOut(_ whole: WordDifference, among news: [Int32]) -> [Int32: WordDifference] {
    var parts: [Int32: WordDifference] = [:]
    for node in news { parts[node] = WordDifference() }
    let holders = news.filter { !body(new.nodes[Int($0)]).isEmpty }
      .sorted { new.nodes[Int($0)].bodyStart < new.nodes[Int($1)].bodyStart }
    var gone: [WordRun] = []
    var last = news[0]
    var isFirst = true
    for run in whole.runs {
      guard let token = run.new.first else {
        gone.append(run)
        continue
      }
      let holder = self.holder(of: token, among: holders)
      let isBehind = !isFirst && run.kind != .added && endsSentence(gone)
      parts[isBehind ? last : holder]?.runs += gone
      parts[holder]?.runs.append(run)
      gone = []
      (last, isFirst) = (holder, false)
    }
    parts[last]?.runs += gone
    guard !whole.retargets.isEmpty else { return parts }
    return parts.mapValues { part in
      WordDifference(runs: part.runs, retargets: retargets(of: whole, in: part.runs))
    }
  }

  /// `nodes`: in the order of their texts.
  private func holder(of token: Int32, among nodes: [Int32]) -> Int32 {
    var low = 0
    var high = nodes.count - 1
    while low < high {
      let middle = (low + high) / 2
      if new.nodes[Int(nodes[middle])].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return nodes[low]
  }

  private func endsSentence(_ removed: [WordRun]) -> Bool {
    guard let token = removed.last?.old.last else { return false }
    return old.tokens.words[Int(token)].kind == .stop
  }

  func retargets(of whole: WordDifference, in runs: [WordRun]) -> [Retarget] {
    var own: Set<Int32> = []
    for run in runs where run.kind == .retargeted {
      for token in run.old { own.insert(Int32(old.reference(at: Int(token)))) }
    }
    return whole.retargets.filter { own.contains($0.old) }
  }
}

// MARK: - Reports

extension AgreementDiffer {
  /// Adds a place that was a part of another one to the redline; the change is told of that one.
  mutating func noteSplitOff(_ entry: WovenEntry, from source: Int32) {
    let node = new.nodes[Int(entry.new)]
    let difference =
      reshapedTexts(at: alignment.newOf[Int(source)])?.parts[entry.new] ?? WordDifference()
    var texts = [TextDifference(kind: .paragraph, difference: difference)]
    if let heading = addedHeading(node) {
      texts.insert(TextDifference(kind: .heading, difference: heading), at: 0)
    }
    appendClause(entry, .splitOff, texts)
    splitOff[entry.new] = redline.clauses.count - 1
    redline.clauses[redline.clauses.count - 1].sources = [old.nodes[Int(source)].provision]
    reportRetargets(
      difference, in: WovenEntry(state: .splitOff, old: source, new: entry.new, depth: entry.depth))
  }

  private func addedHeading(_ node: TextNode) -> WordDifference? {
    guard node.tokens.lowerBound < node.bodyStart else { return nil }
    return WordDifference(runs: [
      WordRun(kind: .added, old: 0..<0, new: node.tokens.lowerBound..<node.bodyStart)
    ])
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
    if verdict?.judgement == Judgement(.substantive, .wording), Enumerations.areJoints(marked) {
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
    reshapedPlaces.append(
      ReshapedPlace(
        change: changes.count, clause: redline.clauses.count - 1, split: split, merged: merged))
    changes.append(change)
  }
}
