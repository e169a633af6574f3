import Agreements
import Changes
import Foundation
import References
import Testing

/// What a redline says of clauses that were split, merged or moved.
struct ReshapedRedlineTests {
  private func redline(_ old: String, _ new: String) throws -> (Redline, ChangeSet) {
    let changes = changeSet(old, new)
    return (try #require(changes.redlines.first), changes)
  }

  private func path(_ provision: Int32, in agreement: Agreement?) -> String? {
    agreement.flatMap { provision >= 0 ? $0.legalPath(of: Int(provision)).written : nil }
  }

  @Test func namesWhatAClauseWasSplitFromAndInto() throws {
    let new =
      sampleContract
      .replacing(
        " The Processor checks this once a year",
        by: "\n- (3) The Processor checks this once a year"
      ).replacing("- (3) Sub-processors in third", by: "- (4) Sub-processors in third")
    let (redline, changes) = try redline(sampleContract, new)
    let part = try #require(redline.clauses.first { $0.state == .splitOff })
    let whole = try #require(redline.clauses.first { !$0.parts.isEmpty })
    let split = try #require(changes.changes.first { $0.kind == .of(.clause, .split) })

    #expect(path(part.new, in: redline.new?.agreement) == "4(3)")
    #expect(part.sources.map { path($0, in: redline.old?.agreement) } == ["4(2)"])
    #expect(path(whole.new, in: redline.new?.agreement) == "4(2)")
    #expect(whole.parts == [part.new])
    #expect(part.changes == [split.number] && whole.changes.contains(split.number))
  }

  @Test func namesWhatAClauseWentInto() throws {
    let new =
      sampleContract
      .replacing("given access to data.\n- b. The duty", by: "given access to data. The duty")
      .replacing("- c. Visitors of", by: "- b. Visitors of")
      .replacing("- d. Breaches", by: "- c. Breaches")
    let (redline, changes) = try redline(sampleContract, new)
    let part = try #require(redline.clauses.first { $0.state == .mergedAway })
    let whole = try #require(redline.clauses.first { !$0.sources.isEmpty })
    let merged = try #require(changes.changes.first { $0.kind == .of(.clause, .merged) })

    #expect(path(part.old, in: redline.old?.agreement) == "3.b")
    #expect(part.parts == [whole.new] && whole.sources == [part.old])
    #expect(part.texts.isEmpty)
    #expect(part.changes == [merged.number] && whole.changes.contains(merged.number))
  }

  @Test func namesWhereAClauseStandsNow() throws {
    let old =
      "## 1. A\n\nThe first text of all.\n\n## 2. B\n\nThe second text of them.\n\n## 3. C\n\n"
      + "The third text, with a few more words than others have.\n"
    let new =
      "## 1. C\n\nThe third text, with a few more words than others have.\n\n## 2. A\n\n"
      + "The first text of all.\n\n## 3. B\n\nThe second text of them.\n"
    let (redline, _) = try redline(old, new)
    let left = try #require(redline.clauses.first { $0.state == .movedAway })
    let here = try #require(redline.clauses.first { $0.state == .movedHere })

    #expect(left.new == here.new && left.old == here.old && here.new >= 0)
  }

  @Test func showsWhatWasDeletedWhereItsClauseStands() throws {
    let first = "The Controller may carry out inspections of the premises at any time."
    let second = "The Processor shall support the Controller in inspections within 14 days."
    let edited = second.replacing("shall", by: "may").replacing(" within 14 days", by: "")
    let whole = "## 1. Audits\n\n- (1) \(first) \(second)\n- (2) Nothing else is agreed.\n"
    let parts = "## 1. Audits\n\n- (1) \(first)\n- (2) \(edited)\n- (3) Nothing else is agreed.\n"
    let shown =
      "The Processor [-shall-]{+may+} support the Controller in inspections[-within 14 days-]."

    let (split, _) = try redline(whole, parts)
    let (merged, _) = try redline(
      parts.replacing(edited, by: second),
      whole.replacing(second, by: second.replacing("shall", by: "may")))

    #expect(texts(split, .splitOff) == [shown])
    #expect(texts(split, .changed) == [first])
    #expect(
      texts(merged, .changed) == [
        "\(first) The Processor [-shall-]{+may+} support the Controller in inspections within 14 days."
      ])
  }

  /// The redline holds both texts, whatever was put together or split, in two parts and more.
  @Test(arguments: 0..<4)
  func holdsTheWordsOfAllParts(part: Int) {
    for seed in 0..<100 {
      let parts = GeneratedAgreement(seed: UInt64(part * 1_000 + seed))
      var whole = parts
      let merged = whole.mergeClauses()
      for _ in 0..<seed % 4 { whole.editWord() }

      let (first, last) = (
        changeSet(parts.markdown, whole.markdown), changeSet(whole.markdown, parts.markdown)
      )

      for (set, old, new) in [(first, parts, whole), (last, whole, parts)] where merged > 0 {
        #expect(letters(of: set.redlines[0], isOld: true) == old.words.joined(), "seed \(seed)")
        #expect(letters(of: set.redlines[0], isOld: false) == new.words.joined(), "seed \(seed)")
      }
      if merged > 0, seed % 4 == 0 {
        #expect(first.changes.contains { $0.kind == .of(.clause, .merged) }, "seed \(seed)")
        #expect(last.changes.contains { $0.kind == .of(.clause, .split) }, "seed \(seed)")
      }
    }
  }

  /// What a redline says one version has, without white space.
  private func letters(of redline: Redline, isOld: Bool) -> String {
    var letters = ""
    for clause in redline.clauses where clause.state != (isOld ? .added : .removed) {
      for run in redline.texts[clause.texts].flatMap({ redline.runs[$0.runs] })
      where run.kind != (isOld ? .added : .removed) {
        letters += (isOld ? redline.oldText(of: run) : redline.text(of: run)).filter { $0 != " " }
      }
    }
    return letters
  }

  /// The paragraphs of the clauses in a state, with their marks.
  private func texts(_ redline: Redline, _ state: RedlineClause.State) -> [String] {
    redline.clauses.filter { $0.state == state }.flatMap { redline.texts[$0.texts] }.map { text in
      redline.runs[text.runs].map { run in
        let words = redline.text(of: run)
        let bare = words.trimmingCharacters(in: .whitespaces)
        return switch run.kind {
        case .removed: "[-\(bare)-]"
        case .added: "{+\(bare)+}" + (words == bare ? "" : " ")
        default: words
        }
      }.joined()
    }
  }
}
