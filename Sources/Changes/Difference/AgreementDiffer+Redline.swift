internal import Agreements

extension AgreementDiffer {
  /// Adds a place to the redline.
  mutating func appendClause(
    _ entry: WovenEntry, _ state: RedlineClause.State, _ texts: [TextDifference]
  ) {
    guard entry.old > 0 || entry.new > 0 || !texts.isEmpty else { return }
    let start = redline.texts.count
    for text in texts { appendText(text) }
    appendClause(entry, state, textsFrom: start)
  }

  /// Adds a place that only one version has: each passage is a text of its own, of one run.
  mutating func appendWhole(_ entry: WovenEntry, in side: Side) {
    let (text, isOld) = (text(side), side == .old)
    let start = redline.texts.count
    for index in text.nodes[Int(isOld ? entry.old : entry.new)].passages {
      let passage = text.passages[Int(index)]
      guard !passage.tokens.isEmpty else { continue }
      let bytes = text.bytes(of: passage.tokens, in: passage.tokens)
      redline.runs.append(
        RedlineRun(
          kind: isOld ? .removed : .added, old: isOld ? bytes : 0..<0, new: isOld ? 0..<0 : bytes))
      redline.texts.append(
        RedlineText(
          kind: RedlineText.Kind(passage.kind), column: Int(passage.column),
          runs: (redline.runs.count - 1)..<redline.runs.count))
    }
    appendClause(entry, isOld ? .removed : .added, textsFrom: start)
  }

  /// Adds a place whose texts are in the redline, from one on.
  private mutating func appendClause(
    _ entry: WovenEntry, _ state: RedlineClause.State, textsFrom start: Int
  ) {
    let isOld = state == .removed || state == .movedAway || entry.new <= 0
    let text = isOld ? old : new
    let node = text.nodes[Int(isOld ? entry.old : entry.new)]
    var clause = RedlineClause(
      state: state,
      kind: node.provision >= 0 && (node.role == .place || node.role == .title)
        ? text.kind(of: Int(isOld ? entry.old : entry.new)) : .paragraph,
      old: entry.old >= 0 ? old.nodes[Int(entry.old)].provision : Provision.none,
      new: entry.new >= 0 ? new.nodes[Int(entry.new)].provision : Provision.none,
      depth: max(Int(entry.depth), 0),
      oldDesignation: entry.old > 0 ? old.designation(of: Int(entry.old)) : "",
      newDesignation: entry.new > 0 ? new.designation(of: Int(entry.new)) : "",
      texts: start..<redline.texts.count)
    if node.role == .head {
      clause.kind = .row
      clause.isHead = true
    }
    redline.clauses.append(clause)
  }

  /// Adds one text: paragraphs of a place are compared as one, and parted again here.
  private mutating func appendText(_ text: TextDifference) {
    var start = redline.runs.count
    var isOnlyRemoved = true
    func kindOfRun(_ kind: WordRun.Kind) -> RedlineRun.Kind {
      switch kind {
      case .equal: .equal
      case .removed: .removed
      case .added: .added
      case .renumbered: .renumbered
      case .retargeted: .retargeted
      }
    }
    func close(_ redline: inout Redline) {
      guard start < redline.runs.count else { return }
      redline.texts.append(
        RedlineText(kind: text.kind, column: text.column, runs: start..<redline.runs.count))
      start = redline.runs.count
      isOnlyRemoved = true
    }
    for run in text.difference.runs {
      let isRemoved = run.kind == .removed
      let side = isRemoved ? old : new
      let range = isRemoved ? run.old : run.new
      let target = run.kind == .retargeted && run.target < 0 ? self.target(of: run) : run.target
      var token = range.lowerBound
      var passage = side.passage(holding: token)
      while token < range.upperBound, passage < side.passages.count {
        let tokens = side.passages[passage].tokens
        let piece = token..<max(token, min(tokens.upperBound, range.upperBound))
        passage += 1
        if piece.isEmpty { continue }
        token = piece.upperBound
        // Words that were removed at the start of a paragraph stay before what is left of it.
        let opens =
          piece.lowerBound == tokens.lowerBound
          && (isRemoved ? !text.isJoined : !isOnlyRemoved)
        if opens { close(&redline) }
        redline.runs.append(
          RedlineRun(
            kind: kindOfRun(run.kind),
            old: isRemoved
              ? old.bytes(of: piece, in: tokens)
              : old.bytes(of: run.old, from: piece.lowerBound - range.lowerBound, piece.count),
            new: isRemoved ? 0..<0 : new.bytes(of: piece, in: tokens), target: target))
        if !isRemoved { isOnlyRemoved = false }
      }
    }
    close(&redline)
  }
}

extension RedlineText.Kind {
  init(_ kind: TextPassage.Kind) {
    self =
      switch kind {
      case .heading: .heading
      case .paragraph: .paragraph
      case .cell: .cell
      }
  }
}

extension ComparedText {
  /// The bytes of what stands for a piece of a run that both versions have; none for a run that
  /// only the new one has.
  fileprivate func bytes(of run: Range<Int32>, from offset: Int32, _ count: Int) -> Range<Int32> {
    guard !run.isEmpty else { return 0..<0 }
    let first = run.lowerBound + offset
    let passage = passages[passage(holding: first + Int32(count) - 1)]
    return bytes(of: first..<(first + Int32(count)), in: passage.tokens)
  }

  /// The bytes that tokens of one passage cover, with the white space behind them inside of it.
  fileprivate func bytes(of range: Range<Int32>, in passage: Range<Int32>) -> Range<Int32> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    let words = tokens.words
    var end = words[Int(last)].end
    let next = Int(last) + 1
    // Space before the next word belongs to this run, so that runs can be put next to each other.
    if passage.contains(Int32(next)), words[next].start >= end { end = words[next].start }
    return words[Int(first)].start..<max(end, words[Int(last)].end)
  }
}
