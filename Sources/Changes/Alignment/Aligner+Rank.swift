internal import Agreements

/// Sections that became annexes, and annexes that became sections.
///
/// Only what they hold tells that: a section and an annex of one title are mostly about two things,
/// the duty and the list.
extension Aligner {
  /// Whether one place is a section, the other an annex, and both are free.
  func canChangeRank(_ left: Int, _ right: Int) -> Bool {
    alignment.areFree(left, right) && areOfTwoRanks(left, right)
  }

  private func areOfTwoRanks(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (old.nodes[left], new.nodes[right])
    return first.isSectionOrAnnex && second.isSectionOrAnnex && first.shape != second.shape
  }

  /// Whether two places have the same heading, whatever their rank.
  func hasSameTitle(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (old.nodes[left], new.nodes[right])
    guard first.titleDigest != 0, second.titleDigest != 0 else { return false }
    return first.titleDigest == second.titleDigest
      || areOfTwoRanks(left, right)
        && Self.heading(of: left, in: old).elementsEqual(Self.heading(of: right, in: new))
  }

  /// Whether the heading of either place is gone from, or new among, those of its own rank.
  mutating func haveNoNamesake(_ left: Int, _ right: Int) -> Bool {
    !newTitles.contains(old.nodes[left].titleDigest)
      && !oldTitles.contains(new.nodes[right].titleDigest)
  }

  /// Matches a section and an annex that have the same heading, each as the only one of those that
  /// are left, and most of their words in common.
  mutating func matchTitlesOfOtherRank() {
    var known: [[Int32]: Int?] = [:]
    for index in new.nodes.indices where alignment.oldOf[index] < 0 && isTitled(new.nodes[index]) {
      let title = Array(Self.heading(of: index, in: new))
      known[title] = known[title] == nil ? .some(index) : .some(nil)
    }
    guard !known.isEmpty else { return }
    var olds: [[Int32]: Int?] = [:]
    for index in old.nodes.indices where alignment.newOf[index] < 0 && isTitled(old.nodes[index]) {
      let title = Array(Self.heading(of: index, in: old))
      guard known[title] != nil else { continue }
      olds[title] = olds[title] == nil ? .some(index) : .some(nil)
    }
    for index in old.nodes.indices where alignment.newOf[index] < 0 && isTitled(old.nodes[index]) {
      let title = Array(Self.heading(of: index, in: old))
      guard case .some(.some(index)) = olds[title], case let match?? = known[title],
        canChangeRank(index, match), similarity(index, match) >= Limits.alikeInOrder
      else { continue }
      alignment.match(index, match)
    }
  }

  private func isTitled(_ node: TextNode) -> Bool {
    node.isSectionOrAnnex && node.titleDigest != 0 && !node.isBareHeading
  }

  private static func heading(of node: Int, in text: ComparedText) -> some Collection<Int32> {
    (text.nodes[node].tokens.lowerBound..<text.nodes[node].bodyStart).lazy
      .map { text.comparedID(Int($0)) }
  }
}

extension Alignment {
  /// The new provisions of sections that became annexes, of annexes that became sections or are
  /// called otherwise, `Schedule 1` for `Annex 1`, and of all inside of them.
  func reranked(_ old: ComparedText, _ new: ComparedText) -> Set<Int32> {
    var provisions: Set<Int32> = []
    for index in new.nodes.indices where new.nodes[index].isSectionOrAnnex {
      let source = Int(oldOf[index])
      guard source >= 0,
        old.nodes[source].shape != new.nodes[index].shape
          || Self.kindWord(of: source, old) != Self.kindWord(of: index, new)
      else { continue }
      for inside in index..<Int(new.nodes[index].end) {
        provisions.insert(new.nodes[inside].provision)
      }
    }
    return provisions
  }

  /// `Schedule` of an annex that is numbered `Schedule 1`; empty for what is no annex.
  private static func kindWord(of node: Int, _ text: ComparedText) -> Substring {
    guard text.nodes[node].shape == .annex, text.nodes[node].provision >= 0 else { return "" }
    return text.agreement.provisions[Int(text.nodes[node].provision)].designation
      .prefix { $0 != " " && $0 != "\u{A0}" }
  }
}
