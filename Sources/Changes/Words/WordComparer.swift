internal import Agreements
internal import Differencing
internal import Markup
internal import References

/// Compares the words of places that correspond.
///
/// A number of a reference is equal to another number that leads to the same place, and to no
/// other: so references that follow their target are no change, and those that silently lead
/// elsewhere are found.
struct WordComparer {
  let old: ComparedText
  let new: ComparedText
  let targets: TargetMap
  /// Provisions of the new version that are sections now and were annexes, or the other way round,
  /// and all inside of those: references to them have other words, too.
  let reranked: Set<Int32>
  /// Words with a lower number are particles.
  let firstContentWord: Int32
  private var comparer = SequenceComparer()
  private var meanings: [Meaning: Int32] = [:]

  /// What one number of a reference means.
  private struct Meaning: Hashable {
    var first: TargetMap.Key
    var last: TargetMap.Key
    /// Which of the reference's numbers it is; below 0, the word before that number.
    var ordinal: Int32
  }

  init(
    _ old: ComparedText, _ new: ComparedText, targets: TargetMap, reranked: Set<Int32> = [],
    firstContentWord: Int32
  ) {
    self.old = old
    self.new = new
    self.targets = targets
    self.reranked = reranked
    self.firstContentWord = firstContentWord
  }

  /// Compares a stretch of tokens with another one.
  mutating func compare(_ left: Range<Int32>, _ right: Range<Int32>) -> WordDifference {
    switch likeness(left, right) {
    case .same:
      return WordDifference(
        runs: left.isEmpty ? [] : [WordRun(kind: .equal, old: left, new: right)])
    case .sameButReferences:
      var difference = WordDifference()
      appendKept(left, right.lowerBound, to: &difference)
      return difference
    case .different: break
    }
    return compareDiffering(TokenStretches([left]), TokenStretches([right]))
  }

  /// Two texts that have nothing in common: all of the one for all of the other.
  func replacement(_ left: Range<Int32>, _ right: Range<Int32>) -> WordDifference {
    WordDifference(runs: [
      WordRun(kind: .removed, old: left, new: right.lowerBound..<right.lowerBound),
      WordRun(kind: .added, old: left.upperBound..<left.upperBound, new: right),
    ])
  }

  /// Compares what is known to differ, word by word.
  mutating func compareDiffering(
    _ left: TokenStretches, _ right: TokenStretches
  ) -> WordDifference {
    let oldIDs = numbers(of: left, isOld: true)
    let newIDs = numbers(of: right, isOld: false)
    return difference(hunks(left, oldIDs, right, newIDs), left, right)
  }

  /// What differs, as positions in both, grouped so that it reads well.
  mutating func hunks(
    _ left: TokenStretches, _ oldIDs: [Int32], _ right: TokenStretches, _ newIDs: [Int32]
  ) -> [Hunk] {
    let found = comparer.compare(oldIDs, newIDs).hunks
    return withReplacedSentences(
      groupReadably(
        withoutRetargets(found, left, right), old: oldIDs, oldRoles: roles(of: left, in: old),
        new: newIDs, newRoles: roles(of: right, in: new)), left, right)
  }

  private enum Likeness {
    case same
    /// The same words, some of them references, or numbers of references that lead to the same.
    case sameButReferences
    case different
  }

  /// How alike two stretches are at first sight: most are equal.
  private func likeness(_ left: Range<Int32>, _ right: Range<Int32>) -> Likeness {
    guard left.count == right.count else { return .different }
    let shift = Int(right.lowerBound) - Int(left.lowerBound)
    let (oldIDs, newIDs) = (old.tokens.ids, new.tokens.ids)
    var holdsReferences = false
    for token in Int(left.lowerBound)..<Int(left.upperBound) {
      let (before, after) = (old.reference(at: token), new.reference(at: token + shift))
      if before >= 0 || after >= 0 { holdsReferences = true }
      guard oldIDs[token] != newIDs[token + shift] else { continue }
      guard before >= 0, after >= 0, old.isDesignator[token], new.isDesignator[token + shift],
        let first = ends(of: before, isOld: true), let second = ends(of: after, isOld: false),
        first == second
      else { return .different }
    }
    return holdsReferences ? .sameButReferences : .same
  }

  private func roles(of stretches: TokenStretches, in text: ComparedText) -> [TokenRole] {
    var roles: [TokenRole] = []
    roles.reserveCapacity(stretches.count)
    for range in stretches.ranges {
      let start = roles.count
      roles += text.tokens.roles(
        Int(range.lowerBound)..<Int(range.upperBound), firstContentWord: firstContentWord)
      // What stands before it decides where the first can be cut.
      if start > 0, roles[start] == .word || roles[start] == .particle { roles[start] = .opening }
    }
    return roles
  }
}

// MARK: - References

extension WordComparer {
  /// What tells words apart: numbers of references by what they lead to, all others as they are.
  mutating func numbers(of stretches: TokenStretches, isOld: Bool) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(stretches.count)
    for range in stretches.ranges {
      for token in range { numbers.append(meaningOrWord(Int(token), isOld: isOld)) }
    }
    return numbers
  }

  private mutating func meaningOrWord(_ token: Int, isOld: Bool) -> Int32 {
    let text = isOld ? old : new
    let reference = text.reference(at: token)
    guard reference >= 0 else { return text.tokens.ids[token] }
    let isNumber = text.isDesignator[token]
    guard isNumber || !reranked.isEmpty && names(text, token),
      let meaning = ends(of: reference, isOld: isOld),
      isNumber || leadsToReranked(text.references[reference].part, meaning.first, in: text)
    else { return text.tokens.ids[token] }
    var ordinal: Int32 = 0
    var before = token - 1
    while before >= 0, text.reference(at: before) == reference {
      if text.isDesignator[before] { ordinal += 1 }
      before -= 1
    }
    if !isNumber { ordinal = -1 - ordinal }
    let key = Meaning(first: meaning.first, last: meaning.last, ordinal: ordinal)
    if let known = meanings[key] { return known }
    let number = -2 - Int32(meanings.count)
    meanings[key] = number
    return number
  }

  /// Whether a token says what the number behind it is one of: `Annex`, `section`, the sign for it.
  private func names(_ text: ComparedText, _ token: Int) -> Bool {
    guard !text.isDesignator[token], text.isDesignator.indices.contains(token + 1),
      text.isDesignator[token + 1], text.reference(at: token + 1) == text.reference(at: token)
    else { return false }
    let word = text.tokens.words[token]
    return word.kind == .word
      || text.agreement.tree.text[word.bytes].starts(with: "\u{A7}".utf8)
  }

  private func leadsToReranked(
    _ part: ResolvedReference.Part, _ key: TargetMap.Key, in text: ComparedText
  ) -> Bool {
    guard reranked.contains(key.provision), let target = part.targets.first else { return false }
    return text.snapshot.agreement(of: target)?.id == text.agreement.id
  }

  /// The first and the last place that a reference leads to; `nil` where it leads to none.
  func ends(
    of reference: Int, isOld: Bool
  ) -> (first: TargetMap.Key, last: TargetMap.Key)? {
    let text = isOld ? old : new
    return targets.ends(of: text.references[reference].part, in: text.snapshot, isOld: isOld)
  }

  /// Takes out of hunks, at both ends, what has the same words and only other targets.
  private func withoutRetargets(
    _ hunks: [Hunk], _ left: TokenStretches, _ right: TokenStretches
  ) -> [Hunk] {
    func isSameWord(_ x: Int, _ y: Int) -> Bool {
      old.tokens.ids[Int(left[x])] == new.tokens.ids[Int(right[y])]
    }
    var trimmed: [Hunk] = []
    for hunk in hunks {
      var (x, y) = (hunk.old.lowerBound, hunk.new.lowerBound)
      var (xEnd, yEnd) = (hunk.old.upperBound, hunk.new.upperBound)
      while x < xEnd, y < yEnd, isSameWord(x, y) {
        x += 1
        y += 1
      }
      while x < xEnd, y < yEnd, isSameWord(xEnd - 1, yEnd - 1) {
        xEnd -= 1
        yEnd -= 1
      }
      if x < xEnd || y < yEnd { trimmed.append(Hunk(old: x..<xEnd, new: y..<yEnd)) }
    }
    return trimmed
  }

  /// Whether a reference leads elsewhere than the one that stood in its place.
  private func isRetargeted(_ left: Int, _ right: Int) -> Bool {
    let (before, after) = (old.references[left].part, new.references[right].part)
    guard let first = ends(of: left, isOld: true) else {
      return before.address != after.address && before.address != nil && after.targets.isEmpty
        && after.address != nil
    }
    guard let second = ends(of: right, isOld: false) else { return after.address == nil }
    return first != second
  }
}

// MARK: - Runs

extension WordComparer {
  func difference(
    _ hunks: [Hunk], _ left: TokenStretches, _ right: TokenStretches
  ) -> WordDifference {
    var difference = WordDifference()
    var (x, y) = (0, 0)
    for hunk in hunks {
      appendKept(x..<hunk.old.lowerBound, of: left, y, of: right, to: &difference)
      let (start, end) = (right.position(hunk.new.lowerBound), left.position(hunk.old.upperBound))
      for piece in left.pieces(hunk.old) {
        difference.runs.append(WordRun(kind: .removed, old: piece, new: start..<start))
      }
      for piece in right.pieces(hunk.new) {
        difference.runs.append(WordRun(kind: .added, old: end..<end, new: piece))
      }
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    appendKept(x..<left.count, of: left, y, of: right, to: &difference)
    dropRewritten(&difference)
    return difference
  }

  /// Adds what both sides have, cut where either goes on in another stretch.
  private func appendKept(
    _ kept: Range<Int>, of left: TokenStretches, _ start: Int, of right: TokenStretches,
    to difference: inout WordDifference
  ) {
    var new = start
    for piece in left.pieces(kept) {
      var old = piece.lowerBound
      for counterpart in right.pieces(new..<new + piece.count) {
        let end = old + Int32(counterpart.count)
        appendKept(old..<end, counterpart.lowerBound, to: &difference)
        old = end
      }
      new += piece.count
    }
  }

  /// Leaves out references of which a word changed, and the marks of their other words: that shows
  /// already.
  private func dropRewritten(_ difference: inout WordDifference) {
    guard !difference.retargets.isEmpty else { return }
    var rewritten: Set<Retarget> = []
    for run in difference.runs where run.isChange {
      for token in run.old {
        rewritten.insert(Retarget(old: Int32(old.reference(at: Int(token))), new: -1))
      }
      for token in run.new {
        rewritten.insert(Retarget(old: -1, new: Int32(new.reference(at: Int(token)))))
      }
    }
    func isRewritten(_ before: Int32, _ after: Int32) -> Bool {
      rewritten.contains(Retarget(old: before, new: -1))
        || after >= 0 && rewritten.contains(Retarget(old: -1, new: after))
    }
    difference.retargets.removeAll { isRewritten($0.old, $0.new) }
    for index in difference.runs.indices where difference.runs[index].kind == .retargeted {
      let run = difference.runs[index]
      guard let first = run.old.first, let second = run.new.first else { continue }
      let references = (old.reference(at: Int(first)), new.reference(at: Int(second)))
      if isRewritten(Int32(references.0), Int32(references.1)) {
        difference.runs[index].kind = .equal
      }
    }
  }

  /// Adds what both sides have, told apart by what became of its references.
  private func appendKept(
    _ kept: Range<Int32>, _ newStart: Int32, to difference: inout WordDifference
  ) {
    var start = kept.lowerBound
    var kind = WordRun.Kind.equal
    let shift = newStart - kept.lowerBound
    func close(_ end: Int32) {
      guard start < end else { return }
      difference.runs.append(
        WordRun(kind: kind, old: start..<end, new: start + shift..<end + shift))
      start = end
    }
    for token in kept {
      let (first, second) = (Int(token), Int(token + shift))
      var next = WordRun.Kind.equal
      let (oldReference, newReference) = (old.reference(at: first), new.reference(at: second))
      if oldReference >= 0, newReference >= 0 {
        if old.tokens.ids[first] != new.tokens.ids[second] {
          next = .renumbered
        } else if isRetargeted(oldReference, newReference) {
          next = .retargeted
          let retarget = Retarget(old: Int32(oldReference), new: Int32(newReference))
          if difference.retargets.last != retarget { difference.retargets.append(retarget) }
        }
      } else if oldReference >= 0, old.isDesignator[first],
        ends(of: oldReference, isOld: true) != nil
      {
        // The place that it led to is gone, so it is no reference any more.
        next = .retargeted
        let retarget = Retarget(old: Int32(oldReference), new: -1)
        if difference.retargets.last != retarget { difference.retargets.append(retarget) }
      }
      if next != kind {
        close(token)
        kind = next
      }
    }
    close(kept.upperBound)
  }
}
