import Changes
import Deadlines
import Testing

/// Texts that make comparisons slow or deep elsewhere; each has to end, and soon.
struct HostileTests {
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      (
        "repeated clauses",
        String(repeating: "- (1) The same clause again and again.\n", count: 4_000),
        String(repeating: "- (1) The same clause again and again.\n", count: 4_001)
      ),
      (
        "repeated words", "## 1. A\n\n" + String(repeating: "word other ", count: 40_000) + "\n",
        "## 1. A\n\n" + String(repeating: "other word word ", count: 30_000) + "\n"
      ),
      (
        "nothing in common", (0..<20_000).map { "a\($0)" }.joined(separator: " "),
        (0..<20_000).map { "b\($0)" }.joined(separator: " ")
      ),
      (
        "reversed", (0..<6_000).map { "Clause number \($0) of many.\n\n" }.joined(),
        (0..<6_000).reversed().map { "Clause number \($0) of many.\n\n" }.joined()
      ),
      (
        "deep lists", (0..<60).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
        (0..<60).map { String(repeating: "  ", count: $0) + "- b\n" }.joined()
      ),
      (
        "a wide table",
        "|" + String(repeating: " a |", count: 60) + "\n|"
          + String(repeating: "---|", count: 60) + "\n"
          + String(repeating: "|" + String(repeating: " x |", count: 60) + "\n", count: 200),
        "|" + String(repeating: " b |", count: 60) + "\n|" + String(repeating: "---|", count: 60)
          + "\n" + String(repeating: "|" + String(repeating: " y |", count: 60) + "\n", count: 200)
      ),
      ("nothing", "", ""), ("all of it new", "", sampleContract),
      ("all of it gone", sampleContract, ""),
      ("bytes that are no text", "\u{FEFF}\u{0}\u{FFFD} a", "\u{0} b"),
    ])
  func ends(what: String, old: String, new: String) {
    let set = changeSet(old, new)

    #expect(!set.json(in: .german).isEmpty, "\(what)")
    for redline in set.redlines {
      for run in redline.runs { _ = redline.text(of: run) + redline.oldText(of: run) }
    }
  }

  @Test func comparesWhatIsCutAtEveryPlace() {
    let text = Array(sampleContract.utf8)
    for end in stride(from: 0, through: text.count, by: 97) {
      let cut = String(decoding: text[..<end], as: UTF8.self)
      #expect(changeSet(cut, cut).isEmpty)
      _ = changeSet(sampleContract, cut).json(in: .english)
      _ = changeSet(cut, sampleContract).json(in: .english)
    }
  }
}
