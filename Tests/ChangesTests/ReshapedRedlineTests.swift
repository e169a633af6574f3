import Agreements
import Changes
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
}
