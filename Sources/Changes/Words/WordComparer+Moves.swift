internal import Differencing

extension WordComparer {
  /// Compares running text: a sentence that only changed its place in it is known as one.
  mutating func compareText(_ left: Range<Int32>, _ right: Range<Int32>) -> WordDifference {
    let difference = compare(left, right)
    return withMovedSentences(difference, TokenStretches([left]), TokenStretches([right]))
  }

  /// Compares two cells, whose lines are as good as sentences: a list in a cell has a `<br>` between
  /// its points.
  mutating func compareCell(_ left: Range<Int32>, _ right: Range<Int32>) -> WordDifference {
    let (olds, news) = (old.tokens.lines(of: left), new.tokens.lines(of: right))
    guard olds.count > 1 || news.count > 1 else { return compareText(left, right) }
    let difference = compare(left, right)
    guard difference.hasChanges else { return difference }
    let (before, after) = (TokenStretches(olds), TokenStretches(news))
    return withMovedSentences(compareDiffering(before, after), before, after)
  }

  /// Compares again where sentences changed places, around them.
  mutating func withMovedSentences(
    _ difference: WordDifference, _ left: TokenStretches, _ right: TokenStretches
  ) -> WordDifference {
    // Most differences are of a word or two.
    guard difference.count(of: .removed) >= 2, difference.count(of: .added) >= 2 else {
      return difference
    }
    let (olds, news) = (old.sentences(of: left), new.sentences(of: right))
    guard olds.count > 1, news.count > 1 else { return difference }
    let (oldIDs, newIDs) = (numbers(of: left, isOld: true), numbers(of: right, isOld: false))
    let moved = movedSentences(olds, oldIDs, left, news, newIDs)
    guard !moved.isEmpty else { return difference }
    let (oldRest, newRest) = (
      left.elements(without: moved.map(\.old)), right.elements(without: moved.map(\.new))
    )
    let inner = hunks(
      TokenStretches(oldRest.flatMap { left.pieces($0) }), oldRest.flatMap { oldIDs[$0] },
      TokenStretches(newRest.flatMap { right.pieces($0) }), newRest.flatMap { newIDs[$0] })
    let around = Self.hunks(
      inner, between: oldRest.flatMap { Array($0) }, newRest.flatMap { Array($0) },
      ends: (left.count, right.count))
    var found = self.difference(around, left, right)
    found.tellMoved(
      Set(moved.flatMap { left.pieces($0.old).joined() }),
      Set(moved.flatMap { right.pieces($0.new).joined() }))
    return found
  }

  /// Sentences that each side has once, and that do not keep their order, as few as can be.
  private func movedSentences(
    _ olds: [Range<Int>], _ oldIDs: [Int32], _ left: TokenStretches, _ news: [Range<Int>],
    _ newIDs: [Int32]
  ) -> [(old: Range<Int>, new: Range<Int>)] {
    // By digest the sentence, or -1 where there are two.
    func byDigest(_ sentences: [Range<Int>], _ ids: [Int32]) -> [UInt64: Int] {
      var known: [UInt64: Int] = [:]
      for (index, sentence) in sentences.enumerated() {
        let digest = Self.digest(ids[sentence])
        known[digest] = known[digest] == nil ? index : -1
      }
      return known
    }
    let known = byDigest(olds, oldIDs)
    let others = byDigest(news, newIDs)
    var pairs: [(old: Int, new: Int, areEqual: Bool)] = []
    var isTaken = [Bool](repeating: false, count: olds.count)
    for (index, sentence) in news.enumerated() {
      let digest = Self.digest(newIDs[sentence])
      if let match = known[digest], match >= 0, others[digest] == index,
        oldIDs[olds[match]] == newIDs[sentence]
      {
        pairs.append((match, index, true))
        isTaken[match] = true
      }
    }
    guard !pairs.isEmpty else { return [] }
    if pairs.count < news.count {
      pairs += editedSentences(olds, oldIDs, news, newIDs, isTaken, Set(pairs.map(\.new)))
      pairs.sort { $0.new < $1.new }
    }
    guard zip(pairs, pairs.dropFirst()).contains(where: { $0.old > $1.old }) else { return [] }
    // What is no longer the same stays, if it can, and what is stands elsewhere.
    let weights = pairs.map { olds[$0.old].count + ($0.areEqual ? 0 : left.count) }
    let stays = longestAscent(of: pairs.map(\.old), weights: weights)
    return zip(pairs, stays).filter { pair, stays in
      !stays && pair.areEqual
        && old.words(in: olds[pair.old], of: left) >= Self.shortestSentence
    }
    .map { (olds[$0.0.old], news[$0.0.new]) }
  }

  /// Sentences with others that have most of their phrases; each is given away once.
  private func editedSentences(
    _ olds: [Range<Int>], _ oldIDs: [Int32], _ news: [Range<Int>], _ newIDs: [Int32],
    _ areTaken: [Bool], _ known: Set<Int>
  ) -> [(old: Int, new: Int, areEqual: Bool)] {
    var isTaken = areTaken
    var pairs: [(old: Int, new: Int, areEqual: Bool)] = []
    let places = Self.phrases(oldIDs, olds)
    for (index, sentence) in news.enumerated() where !known.contains(index) {
      guard let match = Self.place(of: sentence, newIDs, among: places), !isTaken[match] else {
        continue
      }
      isTaken[match] = true
      pairs.append((match, index, false))
    }
    return pairs
  }

  /// In words: a shorter one is known by nothing.
  private static var shortestSentence: Int { 3 }

  /// Hunks of whole texts from those of what is left of them without some elements.
  ///
  /// `olds`, `news`: the elements that are left, in order.
  private static func hunks(
    _ inner: [Hunk], between olds: [Int], _ news: [Int], ends: (old: Int, new: Int)
  ) -> [Hunk] {
    var hunks: [Hunk] = []
    var (x, y) = (0, 0)
    func close(_ old: Int, _ new: Int) {
      if x < old || y < new { hunks.append(Hunk(old: x..<old, new: y..<new)) }
      (x, y) = (old + 1, new + 1)
    }
    var (left, right) = (0, 0)
    for hunk in inner {
      while left < hunk.old.lowerBound {
        close(olds[left], news[right])
        (left, right) = (left + 1, right + 1)
      }
      (left, right) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    while left < olds.count {
      close(olds[left], news[right])
      (left, right) = (left + 1, right + 1)
    }
    close(ends.old, ends.new)
    return hunks
  }
}

extension WordDifference {
  /// How many tokens were removed or added.
  fileprivate func count(of kind: WordRun.Kind) -> Int {
    runs.reduce(0) { $1.kind == kind ? $0 + $1.old.count + $1.new.count : $0 }
  }

  /// Tells apart, of what was removed or added, the tokens of sentences that only moved.
  fileprivate mutating func tellMoved(_ olds: Set<Int32>, _ news: Set<Int32>) {
    runs = runs.flatMap { run -> [WordRun] in
      guard run.isChange else { return [run] }
      let isOld = run.kind == .removed
      var pieces: [WordRun] = []
      for token in isOld ? run.old : run.new {
        let isMoved = (isOld ? olds : news).contains(token)
        if let last = pieces.last, last.isMoved == isMoved {
          let range = (isOld ? last.old : last.new).lowerBound..<token + 1
          if isOld {
            pieces[pieces.count - 1].old = range
          } else {
            pieces[pieces.count - 1].new = range
          }
        } else {
          let range = token..<token + 1
          pieces.append(
            WordRun(
              kind: run.kind, old: isOld ? range : run.old, new: isOld ? run.new : range,
              isMoved: isMoved))
        }
      }
      return pieces
    }
  }
}

extension TokenStretches {
  /// What is left of all elements without some ranges of them.
  fileprivate func elements(without ranges: [Range<Int>]) -> [Range<Int>] {
    var left: [Range<Int>] = []
    var start = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if start < range.lowerBound { left.append(start..<range.lowerBound) }
      start = range.upperBound
    }
    if start < count { left.append(start..<count) }
    return left
  }
}

extension ComparedText {
  fileprivate func words(in sentence: Range<Int>, of stretches: TokenStretches) -> Int {
    stretches.pieces(sentence).joined().count { token in
      let kind = tokens.words[Int(token)].kind
      return kind == .word || kind == .number
    }
  }
}
