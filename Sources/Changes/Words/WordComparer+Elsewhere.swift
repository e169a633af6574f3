/// Sentences that went from one place to another and are the same in both: by the place that had
/// them, or has them now, their tokens there and the node of the other version.
struct MovedSentences: Sendable {
  struct Sentence: Sendable {
    var tokens: Range<Int32>
    var place: Int32
  }

  private(set) var gone: [Int32: [Sentence]] = [:]
  private(set) var came: [Int32: [Sentence]] = [:]

  /// `comparer`: knows what references in them lead to, which has to be the same.
  init(_ alignment: Alignment, _ comparer: inout WordComparer) {
    for moved in alignment.movedSentences {
      guard comparer.meanTheSame(moved.oldTokens, moved.newTokens) else { continue }
      gone[moved.old, default: []].append(
        Sentence(tokens: comparer.old.withStop(moved.oldTokens, in: moved.old), place: moved.new))
      came[moved.new, default: []].append(
        Sentence(tokens: comparer.new.withStop(moved.newTokens, in: moved.new), place: moved.old))
    }
    for node in came.keys {
      came[node]?.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }
}

extension WordComparer {
  /// Compares the texts of two places around the sentences that went elsewhere and came from there.
  ///
  /// `gone`, `came`: in the order of the text.
  mutating func compareText(
    _ left: Range<Int32>, _ right: Range<Int32>, gone: [MovedSentences.Sentence],
    came: [MovedSentences.Sentence]
  ) -> WordDifference {
    let olds = TokenStretches(Self.rest(of: left, without: gone))
    let news = TokenStretches(Self.rest(of: right, without: came))
    var difference = withMovedSentences(compareDiffering(olds, news), olds, news)
    difference.runs = Self.weave(difference.runs, gone: gone, came: came, left, right)
    return difference
  }

  /// Puts sentences among the runs of what stands around them.
  private static func weave(
    _ runs: [WordRun], gone: [MovedSentences.Sentence], came: [MovedSentences.Sentence],
    _ left: Range<Int32>, _ right: Range<Int32>
  ) -> [WordRun] {
    var woven: [WordRun] = []
    var (nextGone, nextCame) = (0, 0)
    func append(before run: WordRun?) {
      while nextGone < gone.count,
        run.map({ !$0.old.isEmpty && gone[nextGone].tokens.upperBound <= $0.old.lowerBound })
          ?? true
      {
        woven.append(
          WordRun(
            kind: .removed, old: gone[nextGone].tokens, new: right.lowerBound..<right.lowerBound,
            isMoved: true, otherPlace: gone[nextGone].place))
        nextGone += 1
      }
      while nextCame < came.count,
        run.map({ !$0.new.isEmpty && came[nextCame].tokens.upperBound <= $0.new.lowerBound })
          ?? true
      {
        woven.append(
          WordRun(
            kind: .added, old: left.lowerBound..<left.lowerBound, new: came[nextCame].tokens,
            isMoved: true, otherPlace: came[nextCame].place))
        nextCame += 1
      }
    }
    for run in runs {
      append(before: run)
      woven.append(run)
    }
    append(before: nil)
    return woven
  }

  /// Whether two stretches have the same words, and their references lead to the same.
  fileprivate mutating func meanTheSame(_ left: Range<Int32>, _ right: Range<Int32>) -> Bool {
    numbers(of: TokenStretches([left]), isOld: true)
      == numbers(of: TokenStretches([right]), isOld: false)
  }

  private static func rest(
    of range: Range<Int32>, without sentences: [MovedSentences.Sentence]
  ) -> [Range<Int32>] {
    var rest: [Range<Int32>] = []
    var start = range.lowerBound
    for sentence in sentences {
      rest.append(start..<max(start, sentence.tokens.lowerBound))
      start = max(start, sentence.tokens.upperBound)
    }
    rest.append(start..<max(start, range.upperBound))
    return rest
  }
}

extension ComparedText {
  /// Some tokens of a place with the sign that ends their sentence.
  fileprivate func withStop(_ range: Range<Int32>, in node: Int32) -> Range<Int32> {
    let next = range.upperBound
    guard next < nodes[Int(node)].tokens.upperBound, tokens.words[Int(next)].kind == .stop else {
      return range
    }
    return range.lowerBound..<next + 1
  }
}
