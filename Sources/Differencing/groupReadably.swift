/// Turns the shortest list of hunks into one that reads well.
///
/// The shortest list keeps every word that happens to occur on both sides, so that a rewritten
/// sentence looks like confetti. Here, hunks begin and end where sentences and phrases do, as far
/// as they can be shifted; hunks with next to nothing between them become one; and a sentence of
/// which only scraps were kept is shown as rewritten.
///
/// `old`, `new`: the compared sequences; `oldRoles`, `newRoles`: what each element is.
///
/// - Returns: hunks that turn the old sequence into the new one, as those of `comparison` do.
/// - Complexity: O(elements of the hunks and between them).
package func groupReadably(
  _ hunks: [Hunk], old: [Int32], oldRoles: [TokenRole], new: [Int32], newRoles: [TokenRole]
) -> [Hunk] {
  guard !hunks.isEmpty else { return [] }
  var grouping = ReadableGrouping(old: old, oldRoles: oldRoles, new: new, newRoles: newRoles)
  return grouping.group(hunks)
}

private struct ReadableGrouping {
  let old: [Int32]
  let oldRoles: [TokenRole]
  let new: [Int32]
  let newRoles: [TokenRole]

  mutating func group(_ hunks: [Hunk]) -> [Hunk] {
    var shifted: [Hunk] = []
    let hunks = keepingThings(hunks)
    for (index, hunk) in hunks.enumerated() {
      let next = index + 1 < hunks.count ? hunks[index + 1] : nil
      let moved = shift(hunk, after: shifted.last, before: next)
      if let last = shifted.last, last.old.upperBound == moved.old.lowerBound {
        shifted[shifted.count - 1] = joined(last, moved)
      } else {
        shifted.append(moved)
      }
    }
    return joinChains(joinNeighbours(shifted))
  }

  private func joined(_ first: Hunk, _ last: Hunk) -> Hunk {
    Hunk(
      old: first.old.lowerBound..<last.old.upperBound,
      new: first.new.lowerBound..<last.new.upperBound)
  }
}

extension ReadableGrouping {
  /// Keeps what is listed rather than what joins it: of `name, address and telephone` that became
  /// `name and address`, the address, and not the `and`.
  private func keepingThings(_ hunks: [Hunk]) -> [Hunk] {
    guard hunks.count > 1 else { return hunks }
    var result: [Hunk] = [hunks[0]]
    for hunk in hunks.dropFirst() {
      if let pair = keepingThing(result[result.count - 1], hunk) {
        result[result.count - 1] = pair.0
        result.append(pair.1)
      } else {
        result.append(hunk)
      }
    }
    return result
  }

  /// Two hunks that keep what both of them hold, in place of the joint between them.
  private func keepingThing(_ first: Hunk, _ last: Hunk) -> (Hunk, Hunk)? {
    let joint = first.old.upperBound..<last.old.lowerBound
    guard first.old.isEmpty != first.new.isEmpty, !last.old.isEmpty, !last.new.isEmpty,
      joint.count <= Self.longestJoint,
      joint.allSatisfy({ oldRoles[$0] == .particle || oldRoles[$0] == .sign })
    else { return nil }
    let isGone = first.new.isEmpty
    let (elements, roles) = isGone ? (old, oldRoles) : (new, newRoles)
    let (others, otherRoles) = isGone ? (new, newRoles) : (old, oldRoles)
    let thing = core(isGone ? first.old : first.new, roles)
    let again = core(isGone ? last.new : last.old, otherRoles)
    guard !thing.isEmpty, thing.count == again.count,
      zip(thing, again).allSatisfy({ elements[$0] == others[$1] }),
      thing.contains(where: { roles[$0] == .word })
    else { return nil }
    let (x, y) = isGone ? (thing, again) : (again, thing)
    let before = trimmed(
      Hunk(
        old: first.old.lowerBound..<x.lowerBound, new: first.new.lowerBound..<y.lowerBound))
    let after = trimmed(
      Hunk(old: x.upperBound..<last.old.upperBound, new: y.upperBound..<last.new.upperBound))
    guard !before.old.isEmpty || !before.new.isEmpty, !after.old.isEmpty || !after.new.isEmpty
    else { return nil }
    return (before, after)
  }

  /// In elements: `, and`.
  private static let longestJoint = 2

  /// A stretch without the signs at its ends.
  private func core(_ range: Range<Int>, _ roles: [TokenRole]) -> Range<Int> {
    guard let first = range.first(where: { roles[$0] != .sign }),
      let last = range.last(where: { roles[$0] != .sign })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  /// A hunk without what both of its sides begin or end with.
  private func trimmed(_ hunk: Hunk) -> Hunk {
    var (x, y) = (hunk.old, hunk.new)
    while let left = x.first, let right = y.first, old[left] == new[right] {
      (x, y) = (x.dropFirst(), y.dropFirst())
    }
    while let left = x.last, let right = y.last, old[left] == new[right] {
      (x, y) = (x.dropLast(), y.dropLast())
    }
    return Hunk(old: x, new: y)
  }
}

extension ReadableGrouping {
  /// A pure insertion or deletion, where it reads best among the places that mean the same.
  private func shift(_ hunk: Hunk, after previous: Hunk?, before next: Hunk?) -> Hunk {
    let isInsertion = hunk.old.isEmpty
    guard isInsertion != hunk.new.isEmpty else { return hunk }
    let elements = isInsertion ? new : old
    let roles = isInsertion ? newRoles : oldRoles
    let range = isInsertion ? hunk.new : hunk.old
    let lowest = isInsertion ? (previous?.new.upperBound ?? 0) : (previous?.old.upperBound ?? 0)
    let highest =
      isInsertion
      ? (next?.new.lowerBound ?? new.count) : (next?.old.lowerBound ?? old.count)
    var first = 0
    while range.lowerBound + first > lowest,
      elements[range.lowerBound + first - 1] == elements[range.upperBound + first - 1]
    {
      first -= 1
    }
    var last = 0
    while range.upperBound + last < highest,
      elements[range.lowerBound + last] == elements[range.upperBound + last]
    {
      last += 1
    }
    guard first < last else { return hunk }
    var best = 0
    var bestFit = -1
    for shift in first...last {
      let fit =
        fitOfCut(before: range.lowerBound + shift, roles)
        + fitOfCut(before: range.upperBound + shift, roles)
      if fit > bestFit { (best, bestFit) = (shift, fit) }
    }
    let moved = { (range: Range<Int>) in
      range.lowerBound + best..<range.upperBound + best
    }
    return Hunk(old: moved(hunk.old), new: moved(hunk.new))
  }

  /// How well a text can be cut before a place.
  private func fitOfCut(before position: Int, _ roles: [TokenRole]) -> Int {
    guard position > 0, position < roles.count else { return 5 }
    switch (roles[position - 1], roles[position]) {
    case (_, .sign), (_, .stop): return 0
    case (.stop, _), (_, .opening): return 5
    case (.sign, _): return 3
    case (_, .particle): return 2
    default: return 1
    }
  }
}

extension ReadableGrouping {
  /// Joins hunks between which hardly anything was kept.
  private func joinNeighbours(_ hunks: [Hunk]) -> [Hunk] {
    var result: [Hunk] = [hunks[0]]
    for hunk in hunks.dropFirst() {
      let last = result[result.count - 1]
      let kept = last.old.upperBound..<hunk.old.lowerBound
      if isScrap(kept, between: last, hunk) {
        result[result.count - 1] = joined(last, hunk)
      } else {
        result.append(hunk)
      }
    }
    return result
  }

  private func isScrap(_ kept: Range<Int>, between first: Hunk, _ last: Hunk) -> Bool {
    guard kept.count <= 3 else { return false }
    let words = contentWords(kept, oldRoles)
    let (before, after) = (size(first), size(last))
    let areReplacements =
      !first.old.isEmpty && !first.new.isEmpty && !last.old.isEmpty && !last.new.isEmpty
    if words == 0 {
      // An article between a sentence that was replaced and what was put before it.
      let isBesideRewriting =
        kept.count == 1 && (isRewriting(first) || isRewriting(last)) && before + after >= 8
      return isBesideRewriting || areReplacements && before + after >= (kept.count == 1 ? 5 : 8)
    }
    return words == 1 && areReplacements && min(before, after) >= 6
  }

  private func isRewriting(_ hunk: Hunk) -> Bool {
    min(contentWords(hunk.old, oldRoles), contentWords(hunk.new, newRoles)) >= 5
  }

  /// Joins rows of hunks that left only scraps of what they stand in.
  private func joinChains(_ hunks: [Hunk]) -> [Hunk] {
    var result: [Hunk] = []
    var start = 0
    while start < hunks.count {
      var end = start
      var kept = 0
      var oldWords = contentWords(hunks[start].old, oldRoles)
      var newWords = contentWords(hunks[start].new, newRoles)
      var best = start
      while end + 1 < hunks.count, end - start < Self.longestChain {
        let between = hunks[end].old.upperBound..<hunks[end + 1].old.lowerBound
        guard between.count <= Self.longestScrap, !holdsStop(between) else { break }
        kept += contentWords(between, oldRoles)
        end += 1
        oldWords += contentWords(hunks[end].old, oldRoles)
        newWords += contentWords(hunks[end].new, newRoles)
        if end - start >= 2, min(oldWords, newWords) >= 3 * (kept + 1) { best = end }
      }
      result.append(best > start ? joined(hunks[start], hunks[best]) : hunks[start])
      start = best + 1
    }
    return result
  }

  /// In elements: what is kept in one piece above it is worth showing.
  private static let longestScrap = 5

  /// In hunks: a text of scraps without a stop would be gone through again from each of them.
  private static let longestChain = 64

  private func holdsStop(_ range: Range<Int>) -> Bool {
    range.contains { oldRoles[$0] == .stop }
  }

  private func contentWords(_ range: Range<Int>, _ roles: [TokenRole]) -> Int {
    range.count { roles[$0] == .word || roles[$0] == .opening }
  }

  private func size(_ hunk: Hunk) -> Int {
    func isWord(_ role: TokenRole) -> Bool { role != .sign && role != .stop }
    return max(hunk.old.count { isWord(oldRoles[$0]) }, hunk.new.count { isWord(newRoles[$0]) })
  }
}
