import Changes
import Deadlines
import Testing

/// Texts that make comparisons slow or deep elsewhere; each has to end, and soon.
struct HostileTests {
  @Test(.timeLimit(.minutes(10)), arguments: hostilePairs)
  fileprivate func ends(_ pair: HostilePair) {
    let set = changeSet(pair.old, pair.new)

    #expect(!set.json(in: .german).isEmpty, "\(pair.what)")
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

private struct HostilePair: CustomTestStringConvertible, Sendable {
  var what: String
  var old: String
  var new: String

  /// The texts are too long for a report.
  var testDescription: String { what }

  init(_ what: String, _ old: String, _ new: String) {
    (self.what, self.old, self.new) = (what, old, new)
  }
}

private let hostilePairs = [
  HostilePair(
    "repeated clauses", repeated("- (1) The same clause again and again.\n", 4_000),
    repeated("- (1) The same clause again and again.\n", 4_001)),
  HostilePair(
    "repeated words", "## 1. A\n\n" + repeated("word other ", 4_000) + "\n",
    "## 1. A\n\n" + repeated("other word word ", 3_000) + "\n"),
  HostilePair("nothing in common", counted(20_000) { "a\($0) " }, counted(20_000) { "b\($0) " }),
  HostilePair(
    "reversed", counted(6_000) { "Clause number \($0) of many.\n\n" },
    counted(6_000) { "Clause number \(6_000 - $0) of many.\n\n" }),
  HostilePair(
    "deep lists", counted(60) { repeated("  ", $0) + "- a\n" },
    counted(60) { repeated("  ", $0) + "- b\n" }),
  HostilePair("a wide table", wideTable(head: "a", cell: "x"), wideTable(head: "b", cell: "y")),
  HostilePair(
    "headings that are all new", counted(20_000) { "## Alpha \($0)\n\nWords of \($0).\n\n" },
    counted(20_000) { "## Beta \($0)\n\nOther text of \($0).\n\n" }),
  HostilePair("nothing", "", ""),
  HostilePair("all of it new", "", sampleContract),
  HostilePair("all of it gone", sampleContract, ""),
  HostilePair("bytes that are no text", "\u{FEFF}\u{0}\u{FFFD} a", "\u{0} b"),
]

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}

private func counted(_ count: Int, _ text: (Int) -> String) -> String {
  (0..<count).map(text).joined()
}

private func wideTable(head: String, cell: String) -> String {
  let row = "|" + repeated(" \(cell) |", 60) + "\n"
  return "|" + repeated(" \(head) |", 60) + "\n|" + repeated("---|", 60) + "\n" + repeated(row, 200)
}
