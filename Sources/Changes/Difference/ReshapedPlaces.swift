import Partitioning

/// The places that were split or took others in, with the words that they share out.
struct ReshapedPlaces: Sendable {
  private let old: ComparedText
  private let new: ComparedText
  private let alignment: Alignment
  /// By new node: the old nodes that went into it beside its own; by old node: the new ones that it
  /// was split into beside its own.
  private var mergedInto: [Int32: [Int32]] = [:]
  private var splitFrom: [Int32: [Int32]] = [:]
  /// By new node: the old one that it was split from.
  private var sourceOf: [Int32: Int32] = [:]
  /// By old node: the new one that it went into.
  private var wentInto: [Int32: Int32] = [:]
  /// Those that were told, to be told of their parts when all are known.
  private var told: [ReshapedPlace] = []
  /// What was compared of them, by the new node that kept the name.
  private var texts: [Int32: ReshapedTexts] = [:]
  /// The clauses of the redline by the new nodes that were split off, and by the old ones that were
  /// merged away.
  private var splitOff: [Int32: Int] = [:]
  private var mergedAway: [Int32: Int] = [:]

  init(_ old: ComparedText, _ new: ComparedText, _ alignment: Alignment) {
    self.old = old
    self.new = new
    self.alignment = alignment
    for split in alignment.splits {
      splitFrom[split.old, default: []].append(split.new)
      sourceOf[split.new] = split.old
    }
    for merge in alignment.merges {
      mergedInto[merge.new, default: []].append(merge.old)
      wentInto[merge.old] = merge.new
    }
  }

  /// The old nodes that went into a new one beside its own.
  func merged(into node: Int32) -> [Int32] { mergedInto[node] ?? [] }

  /// The new nodes that an old one was split into beside its own.
  func split(from node: Int32) -> [Int32] { splitFrom[node] ?? [] }

  /// The place of the other version that a place is a part of.
  func whole(of node: Int32, in side: Side) -> Int32? {
    side == .old ? wentInto[node] : sourceOf[node]
  }
}

extension ReshapedPlaces {
  /// The words of a place that was split or took others in; `nil` for all others.
  ///
  /// `node`: the new node that kept the name.
  mutating func texts(at node: Int32, _ words: inout WordComparer) -> ReshapedTexts? {
    guard node > 0 else { return nil }
    let source = alignment.oldOf[Int(node)]
    guard source > 0, mergedInto[node] != nil || splitFrom[source] != nil else { return nil }
    if let known = texts[node] { return known }
    let (merged, split) = (merged(into: node), split(from: source))
    let olds = (merged + [source]).sorted().map { place in
      // What was a place of its own has no heading any more.
      old.paragraphs(of: Int(place), withHeading: place != source)
    }
    let news = (split + [node]).sorted()
    let whole = words.compareReshaped(olds, news.map { new.paragraphs(of: Int($0)) })
    var found = ReshapedTexts(old: source, new: node, merged: merged, split: split, whole: whole)
    found.parts = shareOut(whole, among: news)
    texts[node] = found
    return found
  }

  /// Gives each new place its words, and what was removed to the place of the words that it stood
  /// with: those that came for it, else those of its sentence.
  private func shareOut(_ whole: WordDifference, among news: [Int32]) -> [Int32: WordDifference] {
    var parts: [Int32: WordDifference] = [:]
    for node in news { parts[node] = WordDifference() }
    let holders = news.filter { !new.nodes[Int($0)].body.isEmpty }
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
      WordDifference(runs: part.runs, retargets: whole.retargets(in: part.runs, of: old))
    }
  }

  /// `nodes`: in the order of their texts.
  private func holder(of token: Int32, among nodes: [Int32]) -> Int32 {
    // The last one holds what is behind all.
    nodes[
      nodes.dropLast().partitioningIndex { new.nodes[Int($0)].tokens.upperBound > token }]
  }

  private func endsSentence(_ removed: [WordRun]) -> Bool {
    guard let token = removed.last?.old.last else { return false }
    return old.tokens.words[Int(token)].kind == .stop
  }
}

extension ReshapedPlaces {
  mutating func noteTold(_ place: ReshapedPlace) { told.append(place) }

  /// Remembers which clause of the redline shows a place that is a part of another.
  mutating func notePart(_ node: Int32, in side: Side, clause: Int) {
    if side == .old { mergedAway[node] = clause } else { splitOff[node] = clause }
  }

  /// Tells each place that was split or merged of its parts, and the parts of the change.
  ///
  /// The parts can stand before and behind the place that kept its name.
  func join(_ redline: inout Redline, _ changes: inout [Change]) {
    for place in told {
      guard redline.clauses.indices.contains(place.clause) else { continue }
      redline.clauses[place.clause].parts = place.split.map { new.nodes[Int($0)].provision }
      redline.clauses[place.clause].sources = place.merged.map { old.nodes[Int($0)].provision }
      changes[place.change].clauses +=
        place.split.compactMap { splitOff[$0] } + place.merged.compactMap { mergedAway[$0] }
    }
  }
}

extension WordDifference {
  /// The references that lead elsewhere, of some of the runs.
  func retargets(in runs: [WordRun], of old: ComparedText) -> [Retarget] {
    var own: Set<Int32> = []
    for run in runs where run.kind == .retargeted {
      for token in run.old { own.insert(Int32(old.reference(at: Int(token)))) }
    }
    return retargets.filter { own.contains($0.old) }
  }
}
