internal import Agreements
internal import Markup

extension Aligner {
  /// Whether two places are records of different things, by their names. A company that took
  /// another's place came and the other went, however alike what is said of them; one that only
  /// changed its name keeps a word of it, or its address, and most of what is said of it.
  func areOtherRecords(_ left: Int, _ right: Int) -> Bool {
    guard let before = oldNames[left], before.tellsRecords, let after = newNames[right],
      after.tellsRecords
    else { return false }
    if before.isAmongOthers != after.isAmongOthers { return true }
    guard before.digest != after.digest else { return false }
    let words = (oldNames.words[before.words], newNames.words[after.words])
    if CompanyNames.areSame(words.0, words.1) { return false }
    if isNamed(left, before.tokens, beside: right, after.tokens) { return false }
    let likeness =
      leadToTheSame(before, after) ? .isPart : CompanyNames.likeness(of: words.0, words.1)
    if likeness == .none { return true }
    let share = shareInCommon(left, before.tokens, right, after.tokens)
    // `Google Analytics` and `Google Workspace` are two services of one house.
    return likeness == .sharesWord ? share < 1 : share < 0.5
  }

  /// Whether two places stand in the sections of two companies.
  func standInOtherRecords(_ left: Int, _ right: Int) -> Bool {
    guard let before = oldNames.owner(of: left), let after = newNames.owner(of: right),
      alignment.newOf[before] != Int32(after)
    else { return false }
    return areOtherRecords(before, after)
  }

  /// Whether the new section of a company says what it was called before.
  private func isNamed(
    _ left: Int, _ oldName: Range<Int32>, beside right: Int, _ newName: Range<Int32>
  ) -> Bool {
    guard old.nodes[left].shape == .section else { return false }
    let said = Set(Self.words(of: right, besides: newName, in: new))
    let name = oldName.filter(old.says).map { old.tokens.ids[Int($0)] }
    return !name.isEmpty && name.allSatisfy(said.contains)
  }

  private func leadToTheSame(_ before: RecordNames.Name, _ after: RecordNames.Name) -> Bool {
    guard let first = before.link, let second = after.link else { return false }
    return old.agreement.tree.links[Int(first)].destination
      == new.agreement.tree.links[Int(second)].destination
  }

  /// The part of what is said beside two names that is the same, as each says it: 1 where all of it
  /// is. Where nothing stands beside them, a half.
  private func shareInCommon(
    _ left: Int, _ oldName: Range<Int32>, _ right: Int, _ newName: Range<Int32>
  ) -> Double {
    let before = Self.words(of: left, besides: oldName, in: old)
    let after = Self.words(of: right, besides: newName, in: new)
    guard !before.isEmpty, !after.isEmpty else { return 0.5 }
    if before == after { return 1 }
    var counts: [Int32: Int] = [:]
    for word in before { counts[word, default: 0] += 1 }
    var common = 0
    for word in after where counts[word, default: 0] > 0 {
      counts[word, default: 0] -= 1
      common += 1
    }
    return min(Double(common) / Double(min(before.count, after.count)), 0.99)
  }

  private static func words(
    of node: Int, besides name: Range<Int32>, in text: ComparedText
  ) -> [Int32] {
    var range = text.nodes[node].tokens
    if text.nodes[node].shape == .section {
      // What is said of a company stands below its name.
      let last = Int(text.nodes[node].end) - 1
      range = range.lowerBound..<max(range.upperBound, text.nodes[last].tokens.upperBound)
    }
    return range.compactMap { token in
      let kind = text.tokens.words[Int(token)].kind
      return name.contains(token) || kind != .word && kind != .number
        ? nil : text.tokens.ids[Int(token)]
    }
  }
}
