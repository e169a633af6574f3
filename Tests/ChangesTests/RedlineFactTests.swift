import Changes
import Deadlines
import Testing

/// What the frontmatter says otherwise, as the redline shows it.
struct RedlineFactTests {
  @Test func showsTheFrontmatterWithItsMarks() throws {
    func text(_ title: String, _ processor: String, _ controller: String) -> String {
      """
      ---
      title: \(title)
      parties:
        - {role: processor, name: \(processor), defined-as: Processor}
        - {role: controller, \(controller), defined-as: Controller}
      ---

      ## 1 Scope

      All of it.
      """
    }
    let set = changeSet(
      text("Agreement", "Kranich Systems GmbH", "blank: true"),
      text("Contract", "Kranich Cloud GmbH", "name: Wal AG"))
    let redline = try #require(set.redlines.first)

    #expect(!redline.isUnchanged)
    #expect(
      redline.facts.map { fact in
        fact.name.text(in: .english) + ":"
          + fact.runs.map { "\($0.kind == .equal ? "" : "\($0.kind)")[\($0.text)]" }.joined()
      } == [
        "the title:removed[Agreement]added[ Contract]",
        "the name of the processor:[Kranich]removed[ Systems]added[ Cloud][ GmbH]",
        "the controller:added[Wal AG]",
      ])
    for change in set.changes {
      let fact = try #require(change.fact)
      #expect(redline.facts[fact].changes == [change.number])
      #expect(change.isInRedline)
    }
  }
}
