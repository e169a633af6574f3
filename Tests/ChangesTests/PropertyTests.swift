import Agreements
import Changes
import Deadlines
import Testing

struct PropertyTests {
  /// The redline holds both texts, whatever was edited: what it keeps and adds is the new one, what
  /// it keeps and removes is the old one.
  @Test(arguments: 0..<8)
  func turnsTheOldTextIntoTheNew(part: Int) {
    for seed in 0..<250 {
      let old = GeneratedAgreement(seed: UInt64(part * 1_000 + seed))
      var new = old
      for _ in 0..<(1 + seed % 9) { new.editAnything() }

      let set = changeSet(old.markdown, new.markdown)

      #expect(newWords(set.redlines[0]) == new.words, "seed \(part * 1_000 + seed)")
      #expect(oldWords(set.redlines[0]) == old.words, "seed \(part * 1_000 + seed)")
    }
  }

  @Test func reportsEachInsertionAsThat() {
    for seed in 0..<400 {
      let old = GeneratedAgreement(seed: UInt64(seed))
      var new = old
      new.insertClause()

      let kinds = kinds(old, new)

      #expect(kinds == ["clause-added"], "seed \(seed)")
    }
  }

  @Test func reportsEachDeletionAsThat() {
    for seed in 0..<400 {
      let old = GeneratedAgreement(seed: UInt64(seed))
      var new = old
      guard new.deleteClause() else { continue }

      #expect(kinds(old, new) == ["clause-removed"], "seed \(seed)")
    }
  }

  @Test func reportsEachMoveAsThat() {
    for seed in 0..<400 {
      let old = GeneratedAgreement(seed: UInt64(seed))
      var new = old
      guard new.moveClause() else { continue }

      #expect(kinds(old, new) == ["clause-moved"], "seed \(seed)")
    }
  }

  /// A long section that moved behind a short one reads as the short one moved before it: what is
  /// marked is as little as can be.
  @Test func reportsEachMovedSectionAsThat() {
    for seed in 0..<400 {
      let old = GeneratedAgreement(seed: UInt64(seed))
      var new = old
      guard new.moveSection() else { continue }

      #expect(Set(kinds(old, new)) == ["section-moved"], "seed \(seed)")
    }
  }

  @Test func marksTheWordThatChanged() {
    for seed in 0..<400 {
      let old = GeneratedAgreement(seed: UInt64(seed))
      var new = old
      new.editWord()

      let set = changeSet(old.markdown, new.markdown)

      #expect(set.changes.map(\.kind.rawValue) == ["clause-modified"])
      #expect(set.changes[0].wordsRemoved.count == 1)
      #expect(set.changes[0].wordsAdded.count == 1)
    }
  }

  @Test func findsNothingInATextAndItself() {
    for seed in 0..<200 {
      let text = GeneratedAgreement(seed: UInt64(seed)).markdown
      #expect(changeSet(text, text).isEmpty)
    }
  }

  @Test func doesNotDependOnTheOrderOfFiles() {
    var old: [(agreement: Agreement, source: [UInt8])] = []
    var new: [(agreement: Agreement, source: [UInt8])] = []
    for number in 0..<6 {
      var agreement = GeneratedAgreement(seed: UInt64(900 + number))
      old.append(source(agreement, number))
      agreement.editAnything()
      agreement.editAnything()
      if number != 4 { new.append(source(agreement, number + number / 5)) }
    }

    let forward = compare(
      ReleaseContents(id: "1", reading: old), ReleaseContents(id: "2", reading: new))
    let backward = compare(
      ReleaseContents(id: "1", reading: old.reversed()),
      ReleaseContents(id: "2", reading: [new[2], new[0], new[1]] + new[3...]))

    #expect(forward.json(in: .english) == backward.json(in: .english))
    #expect(forward.changes.contains { $0.kind == .of(.annex, .removed) })
    #expect(forward.changes.contains { $0.kind == .of(.annex, .added) })
  }

  private func source(
    _ agreement: GeneratedAgreement, _ number: Int
  ) -> (agreement: Agreement, source: [UInt8]) {
    let bytes = Array(agreement.markdown.utf8)
    return (readAgreement(bytes, path: "content/agreements/a\(number).md").agreement, bytes)
  }

  /// All kinds but renumbering.
  private func kinds(_ old: GeneratedAgreement, _ new: GeneratedAgreement) -> [String] {
    changeSet(old.markdown, new.markdown).changes.map(\.kind.rawValue)
      .filter { !$0.hasSuffix("-renumbered") }
  }
}

/// The words that a redline says the new version has, in its order.
private func newWords(_ redline: Redline) -> [String] {
  var words: [String] = []
  for clause in redline.clauses
  where clause.new >= 0 && clause.state != .removed && clause.state != .movedAway {
    for text in redline.texts[clause.texts] {
      let runs = redline.runs[text.runs].filter { $0.kind != .removed }
      words += runs.map { redline.text(of: $0) }.joined().split(separator: " ").map(String.init)
    }
  }
  return words
}

/// The words that a redline says the old version had, in its order.
private func oldWords(_ redline: Redline) -> [String] {
  let clauses = redline.clauses.filter {
    $0.old >= 0 && $0.state != .added && $0.state != .movedAway
  }
  var words: [String] = []
  for clause in clauses.sorted(by: { $0.old < $1.old }) {
    for text in redline.texts[clause.texts] {
      let runs = redline.runs[text.runs].filter { $0.kind != .added }
      words += runs.map { redline.oldText(of: $0) }.joined().split(separator: " ").map(String.init)
    }
  }
  return words
}
