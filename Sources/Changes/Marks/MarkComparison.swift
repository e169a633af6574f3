/// Compares what is marked in a place with what is marked in the one that it became.
///
/// Only marks on words that stay count: of words that come and go the words tell.
struct MarkComparison {
  let old: ComparedText
  let new: ComparedText
  let oldMarks: InlineMarks
  let newMarks: InlineMarks
  let numbers: FootnoteNumbers
  /// The words that both versions have, in the order of the new one.
  let kept: [(old: Int32, new: Int32)]
  /// References of the old text of which it is told that they lead to nothing any more.
  let endedReferences: Set<Int32>
  /// What changed, in the order in which it is told.
  private(set) var changes: [MarkChange] = []

  /// `differences`: of all words of the two places, and of what they were split into or merged
  /// from.
  init(
    _ old: ComparedText, _ new: ComparedText, _ marks: MarksOfBoth, _ differences: [WordDifference]
  ) {
    (self.old, oldMarks) = (old, marks.old)
    (self.new, newMarks) = (new, marks.new)
    numbers = marks.numbers
    var kept: [(old: Int32, new: Int32)] = []
    var ended: Set<Int32> = []
    for difference in differences {
      for run in difference.runs where !run.isChange && run.old.count == run.new.count {
        kept += zip(run.old, run.new).map { ($0, $1) }
      }
      for retarget in difference.retargets where retarget.new < 0 { ended.insert(retarget.old) }
      ended.subtract(marks.referencesThatBecameLinks(difference, old))
    }
    self.kept = kept
    endedReferences = ended
  }

  /// `nodes`: the two places.
  mutating func compare(_ nodes: (old: Int32, new: Int32)) {
    for kind in [InlineMark.Kind.struck, .raised, .lowered] {
      changes += stretches(kind, isOnlyNew: true)
      changes += stretches(kind, isOnlyNew: false)
    }
    changes += links(.link)
    changes += links(.picture)
    changes += changedBoxes(nodes.old, nodes.new)
    changes += movedFootnotes(nodes.old, nodes.new)
  }
}

extension MarkComparison {
  /// What of the words that stay is marked in one version only, one change a mark.
  private func stretches(_ kind: InlineMark.Kind, isOnlyNew: Bool) -> [MarkChange] {
    let (this, other) = isOnlyNew ? (newMarks, oldMarks) : (oldMarks, newMarks)
    let text = isOnlyNew ? new : old
    var found: [(mark: Int32, stretch: MarkedStretch)] = []
    for pair in kept {
      let (token, counterpart) = isOnlyNew ? (pair.new, pair.old) : (pair.old, pair.new)
      guard this.isMarked(token), let mark = this.touches(token, kind).first?.mark else { continue }
      let covered = this.touches(token, kind)
      for bytes in uncovered(covered, token, other.touches(counterpart, kind), counterpart, text) {
        if found.last?.mark == mark {
          found[found.count - 1].stretch.append(bytes, token)
        } else {
          found.append((mark, MarkedStretch(bytes, token)))
        }
      }
    }
    return found.map { .stretch(kind, $0.stretch, isOnlyNew: isOnlyNew) }
  }

  /// The bytes of a word that `touches` cover and `others`, of the same word in the other version,
  /// don't.
  private func uncovered(
    _ touches: [InlineMarks.Touch], _ token: Int32, _ others: [InlineMarks.Touch],
    _ counterpart: Int32, _ text: ComparedText
  ) -> [Range<Int32>] {
    let other = text === new ? old : new
    let word = text.tokens.words[Int(token)]
    let otherWord = other.tokens.words[Int(counterpart)]
    let left = touches.map(\.bytes)
    // Typographic signs can be longer in one version; then a mark counts for the whole word.
    guard word.end - word.start == otherWord.end - otherWord.start else {
      return others.isEmpty ? left : []
    }
    let shift = word.start - otherWord.start
    let covers = others.map { $0.bytes.lowerBound + shift..<$0.bytes.upperBound + shift }
    return Self.without(covers, left)
  }

  /// What is left of `ranges` without `covers`, both in order.
  private static func without(
    _ covers: [Range<Int32>], _ ranges: [Range<Int32>]
  ) -> [Range<Int32>] {
    var left: [Range<Int32>] = []
    var cover = 0
    for range in ranges {
      var start = range.lowerBound
      while cover < covers.count, covers[cover].upperBound <= start { cover += 1 }
      var next = cover
      while next < covers.count, covers[next].lowerBound < range.upperBound {
        if start < covers[next].lowerBound { left.append(start..<covers[next].lowerBound) }
        start = max(start, covers[next].upperBound)
        next += 1
      }
      if start < range.upperBound { left.append(start..<range.upperBound) }
      cover = max(cover, next - 1)
    }
    return left
  }
}
