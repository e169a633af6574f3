import Changes
import Deadlines
import TestSupport
import Testing

/// Pairs whose changes are many, and each of which could be looked for among all of the others.
@Suite(.serialized)
struct GrowthTests {
  @Test(arguments: growingPairs)
  fileprivate func growsWithTheTexts(_ pair: GrowingPair) {
    expectLinear(from: 200, on: pair.make) { old, new in
      let set = changeSet(old, new)
      #expect(!set.isEmpty)
      _ = set.json(in: .english)
    }
  }
}

/// Two texts of a number of clauses.
private struct GrowingPair: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var make: @Sendable (Int) -> (old: String, new: String)

  init(_ what: String, _ make: @escaping @Sendable (Int) -> (old: String, new: String)) {
    (testDescription, self.make) = (what, make)
  }
}

private let growingPairs = [
  GrowingPair("measures that leave a text longer than they all") { count in
    let head = office + "- **Access**\n  - Doors\n"
    let text = "- " + each(20 * count) { "word\($0) " }
    let measures = each(count) { "  - Camera \($0) watches hall \($0 * 7)\n" }
    return (
      "\(head)\(text)\n\(measures)", "\(head)\(measures)\(text) (planned)\n  - Mail is sealed\n"
    )
  },
  GrowingPair("measures that change groups") { count in
    let groups = { (step: Int) in
      office
        + each(count) {
          "- **Group \($0)** (planned)\n  - Camera \($0 * step % count) watches the hall\n"
        }
    }
    return (groups(1), groups(7919))
  },
  GrowingPair("items of which half are other words") { count in
    let (same, other) = ("- The same words\n", "- Quite other words\n")
    let half = String(repeating: same, count: count / 2)
    return (section + half + half, section + half + String(repeating: other, count: count / 2))
  },
  GrowingPair("items in reverse") { count in
    let item = { (number: Int) in "- Item \(number) of \(number * number)\n" }
    return (section + each(count, item), section + each(count) { item(count - 1 - $0) })
  },
  GrowingPair("clauses that differ in a number") { count in
    let clauses = { (first: Int) in
      section + each(count) { "- (\($0 + 1)) The records are kept for \($0 + first) days.\n" }
    }
    return (clauses(0), clauses(count))
  },
  GrowingPair("clauses in another order, each with another word") { count in
    let clause = { (duty: String, kind: Int) in
      "- The Processor \(duty) keep the records of kind k\(kind).\n"
    }
    return (
      section + each(count) { clause("shall", $0) },
      section + each(count) { clause("must", $0 * 7919 % count) }
    )
  },
  GrowingPair("companies in another order") { count in
    (companies(count) { "C\($0) GmbH" }, companies(count) { "C\($0 * 7919 % count) GmbH" })
  },
  GrowingPair("companies that are all replaced") { count in
    (companies(count) { "Common \($0) GmbH" }, companies(count) { "Common \($0 + count) Ltd" })
  },
  GrowingPair("references that follow sections with new numbers") { count in
    let sections = { (first: Int) in
      "# Agreement\n\n"
        + each(count) {
          "## \($0 + 1). Title \($0 + first)\n\nSee section \($0 * 31 % count + 1).\n\n"
        }
    }
    return (sections(1), sections(0))
  },
  GrowingPair("clauses that are merged into one") { count in
    let sentence = { (number: Int) in "Sentence \(number) says \(number * 7) and \(number * 3)." }
    return (
      section + each(count) { "- (\($0 + 1)) \(sentence($0))\n" },
      section + "- (1) " + each(count) { sentence($0) + " " } + "\n"
    )
  },
  GrowingPair("a list within a sentence in another order") { count in
    (
      section + "Data of " + each(count) { "kind\($0), " } + "and others.\n",
      section + "Data of " + each(count) { "kind\($0 * 7919 % count), " } + "and others.\n"
    )
  },
]

private let office = "# Technical and organisational measures\n\n## 1. Office\n\n"

private let section = "# Agreement\n\n## 1. One\n\n"

private func each(_ count: Int, _ text: (Int) -> String) -> String {
  (0..<count).map(text).joined()
}

private func companies(_ count: Int, _ name: (Int) -> String) -> String {
  "# Sub-processors\n\n| Company | Task | Country |\n|---|---|---|\n"
    + each(count) { "| \(name($0)) | Hosting | Germany |\n" }
}
