import Changes
import Deadlines
import Testing

struct MarkTests {
  @Test(arguments: struckWords + links + boxes + footnotes + scripts)
  func tellsWhatIsMarkedOtherwise(example: MarkCase) {
    let set = changeSet(text(example.old), text(example.new))

    #expect(set.changes.map { body($0.sentence(in: .english)) } == example.english)
    #expect(set.changes.map { body($0.sentence(in: .german)) } == example.german)
    #expect(lines(set).map(withoutPlace) == example.told)
    // Its clause is not folded away, and no word counts as another.
    let shown = set.redlines[0].clauses.filter { !$0.changes.isEmpty }
    #expect(shown.flatMap(\.changes).sorted() == set.changes.map(\.number))
    #expect(set.redlines[0].runs.allSatisfy { $0.kind == .equal || $0.kind == .retargeted })
  }

  @Test(arguments: [
    "- (1) The **logs** are kept.", "- (1) The *logs* are kept.", "- (1) The `logs` are kept.",
    "- (1) The <u>logs</u> are kept.", "- (1) The logs <!-- all --> are kept.",
  ])
  func saysNothingOf(emphasis: String) {
    #expect(changeSet(text("- (1) The logs are kept."), text(emphasis)).isEmpty)
  }

  @Test(arguments: struckWords + links + boxes + footnotes + scripts)
  func saysNothingOfATextAndItself(example: MarkCase) {
    #expect(changeSet(text(example.new), text(example.new)).isEmpty)
    let (once, again) = (text(example.new), text(example.new) + "\n\n")
    #expect(changeSet(once, again).isEmpty)
  }

  /// Of words that come and go, the words tell.
  @Test(arguments: [
    ("The logs are kept.", "The logs ~~and keys~~ are kept.", "[|and keys]"),
    ("The ~~old~~ logs are kept.", "The logs are kept.", "[old|]"),
    ("See the terms.", "See the terms and [rules](https://a.example).", "[|and rules]"),
    ("The logs[^1] are kept.\n\n[^1]: A year.", "The logs are kept.", "[A year.|]"),
  ])
  func leavesWordsThatComeAndGoToTheWords(old: String, new: String, words: String) {
    let told = lines(changeSet(text(old), text(new)))

    #expect(told.count == 1)
    #expect(told.allSatisfy { $0.contains(words) }, "\(told)")
  }

  /// What comes struck out is not in force, and readers of the sentence alone must know it.
  @Test(arguments: [
    (
      "The logs are kept.", "The logs ~~and keys~~ are kept.",
      "\u{A7} 1: \u{201C}and keys\u{201D} is added struck out after \u{201C}The logs\u{201D}",
      "\u{A7} 1: \u{201E}and keys\u{201C} ist durchgestrichen eingefügt nach \u{201E}The logs\u{201C}"
    ),
    (
      "The logs are kept.", "The logs and ~~all~~ keys are kept.",
      "\u{A7} 1: \u{201C}and all keys\u{201D} is added after \u{201C}The logs\u{201D}, with "
        + "\u{201C}all\u{201D} struck out",
      "\u{A7} 1: \u{201E}and all keys\u{201C} ist eingefügt nach \u{201E}The logs\u{201C}, davon "
        + "\u{201E}all\u{201C} durchgestrichen"
    ),
    (
      "The logs are kept here.", "The logs are kept ~~yonder~~.",
      "\u{A7} 1: \u{201C}here\u{201D} becomes \u{201C}yonder\u{201D}, struck out",
      "\u{A7} 1: aus \u{201E}here\u{201C} wird \u{201E}yonder\u{201C}, durchgestrichen"
    ),
    (
      "- (1) The logs are kept.", "- (1) The logs are kept.\n- (2) ~~Keys are handed out.~~",
      "\u{A7} 1(2) is added struck out: \u{201C}Keys are handed out.\u{201D}",
      "\u{A7} 1 Abs. 2 ist neu und durchgestrichen: \u{201E}Keys are handed out.\u{201C}"
    ),
    (
      "- (1) The logs are kept.", "- (1) The logs are kept.\n- (2) Keys are ~~handed~~ out.",
      "\u{A7} 1(2) is added, in part struck out: \u{201C}Keys are [struck out: handed] out.\u{201D}",
      "\u{A7} 1 Abs. 2 ist neu, zum Teil durchgestrichen: \u{201E}Keys are [durchgestrichen: handed] out.\u{201C}"
    ),
    (
      "| Log |\n|---|\n| Doors |\n| Keys |",
      "| Log | Kept |\n|---|---|\n| Doors | ~~a year~~ |\n| Keys | a day |",
      "\u{A7} 1: the column \u{201C}Kept\u{201D} with 2 cells is added, in part struck out",
      "\u{A7} 1: die Spalte \u{201E}Kept\u{201C} mit 2 Zellen ist neu, zum Teil durchgestrichen"
    ),
    (
      "- (1) The logs are kept.", "- (1) The logs are kept.\n- (2) Keys are handed out.",
      "\u{A7} 1(2) is added: \u{201C}Keys are handed out.\u{201D}",
      "\u{A7} 1 Abs. 2 ist neu: \u{201E}Keys are handed out.\u{201C}"
    ),
  ])
  func saysThatWordsComeStruckOut(old: String, new: String, english: String, german: String) {
    let changes = changeSet(text(old), text(new)).changes

    #expect(changes.map(\.statement.english) == [english])
    #expect(changes.map(\.statement.german) == [german])
  }

  /// What was struck out was no text in force: a sentence that says that it is gone must say so.
  @Test(arguments: [
    (
      "- (1) The logs are kept.\n- (2) Keys are ~~handed out~~.", "- (1) The logs are kept.",
      "\u{A7} 1(2) is removed: \u{201C}Keys are [struck out: handed out].\u{201D}",
      "\u{A7} 1 Abs. 2 entfällt: \u{201E}Keys are [durchgestrichen: handed out].\u{201C}"
    ),
    (
      "- (1) The logs are kept.\n- (2) ~~Keys are handed out.~~", "- (1) The logs are kept.",
      "\u{A7} 1(2) is removed (struck out before): \u{201C}Keys are handed out.\u{201D}",
      "\u{A7} 1 Abs. 2 entfällt (vorher durchgestrichen): \u{201E}Keys are handed out.\u{201C}"
    ),
    (
      "The logs ~~and keys~~ are kept.", "The logs are kept.",
      "\u{A7} 1: \u{201C}and keys\u{201D} is deleted after \u{201C}The logs\u{201D} "
        + "(struck out before)",
      "\u{A7} 1: \u{201E}and keys\u{201C} ist gestrichen nach \u{201E}The logs\u{201C} "
        + "(vorher durchgestrichen)"
    ),
    (
      "The logs and ~~all~~ keys are kept.", "The logs are kept.",
      "\u{A7} 1: \u{201C}and all keys\u{201D} is deleted after \u{201C}The logs\u{201D} "
        + "(\u{201C}all\u{201D} struck out before)",
      "\u{A7} 1: \u{201E}and all keys\u{201C} ist gestrichen nach \u{201E}The logs\u{201C} "
        + "(\u{201E}all\u{201C} vorher durchgestrichen)"
    ),
    (
      "# Annex 1: Log ~~and key~~ files\n\nA.", "# Annex 1: Records\n\nA.",
      "Annex 1: the heading changes from \u{201C}Log [struck out: and key] files\u{201D} to "
        + "\u{201C}Records\u{201D}",
      "Annex 1: die Überschrift lautet statt \u{201E}Log [durchgestrichen: and key] files\u{201C} "
        + "jetzt \u{201E}Records\u{201C}"
    ),
    (
      "The logs are kept ~~yonder~~.", "The logs are kept here.",
      "\u{A7} 1: \u{201C}yonder\u{201D} becomes \u{201C}here\u{201D} (struck out before)",
      "\u{A7} 1: aus \u{201E}yonder\u{201C} wird \u{201E}here\u{201C} (vorher durchgestrichen)"
    ),
  ])
  func saysThatWordsWereStruckOut(old: String, new: String, english: String, german: String) {
    let changes = changeSet(text(old), text(new)).changes

    #expect(changes.map(\.statement.english) == [english])
    #expect(changes.map(\.statement.german) == [german])
  }

  @Test func tellsOfMarksBesideWordsThatChanged() {
    let set = changeSet(
      text("- (1) The Processor reports each breach within two days."),
      text("- (1) The Processor reports all breaches ~~within two days~~."))

    #expect(set.changes.count == 2)
    #expect(set.changes.contains { $0.field == "strikethrough" && $0.rule == .removal })
  }

  /// References into the portal are compared by their targets, whatever their addresses are called.
  @Test func leavesLinksToPlacesToTheReferences() {
    let old = "## 1. A {#first}\n\nOne text.\n\n## 2. B\n\nSee [it](#first) here.\n"

    #expect(changeSet(old, old.replacing("(#first)", by: "(#1)")).isEmpty)
    let set = changeSet(old, old.replacing("(#first)", by: "(#2)"))
    #expect(set.changes.map(\.kind.rawValue) == ["reference-retargeted"])
    let left = changeSet(old, old.replacing("(#first)", by: "(https://a.example)"))
    #expect(left.changes.map(\.valueAfter) == ["https://a.example"])
  }

  @Test(arguments: ["See Section 1 here.", "See [Section 1](#1) here."])
  func tellsWhereAReferenceThatBecameALinkLeads(old: String) {
    let set = changeSet(text(old), text("See [Section 1](https://a.example) here."))

    #expect(set.changes.map(\.field) == ["link"])
    #expect(set.changes.map(\.valueAfter) == ["https://a.example"])
  }

  @Test func callsAStruckMeasureWeaker() {
    let words = "Visitors are accompanied at all times."
    let struck = sampleContract.replacing(words, by: "~~\(words)~~")
    let set = changeSet(sampleContract, struck)

    #expect(
      set.changes.map { "\($0.kind.rawValue) \($0.materiality.rawValue) \($0.rule.rawValue)" } == [
        "measure-modified weakening removal"
      ])
    #expect(changeSet(struck, sampleContract).changes.map(\.materiality) == [.substantive])
  }

  @Test func findsMarksInCellsAndHeadings() {
    let old = "## 1. Keys and logs\n\n| Name | Day |\n| --- | --- |\n| Wolke | Monday |\n"
    let new = old.replacing("Keys and", by: "~~Keys and~~").replacing("Monday", by: "~~Monday~~")

    #expect(changeSet(old, new).changes.compactMap(\.valueAfter) == ["Keys and", "Monday"])
  }

  @Test func followsAPlaceThatMoved() {
    let clauses = [
      "The Processor keeps all logs for a year.", "Staff are bound to secrecy by contract.",
      "Data are erased when the contract ends.",
    ]
    func list(_ texts: [String]) -> String {
      texts.enumerated().map { "- (\($0 + 1)) \($1)" }.joined(separator: "\n")
    }
    let set = changeSet(
      text(list(clauses)),
      text(list([clauses[1], clauses[2], "The Processor keeps ~~all logs~~ for a year."])))

    #expect(set.changes.contains { $0.field == "strikethrough" && $0.valueAfter == "all logs" })
  }

  /// Neither the sentence nor the time grows with what an author can write.
  @Test func staysShortAndQuickWhateverIsMarked() {
    let address = "https://a.example/" + String(repeating: "x", count: 9_000)
    let many = (0..<2_000).map { "[w\($0)](https://a.example/\($0)) ~~s\($0)~~" }
      .joined(separator: " ")
    let plain = (0..<2_000).map { "w\($0) s\($0)" }.joined(separator: " ")

    let long = changeSet(text("[terms](https://b.example)"), text("[terms](\(address))"))
    let set = changeSet(text(plain), text(many))

    #expect(long.changes[0].statement.english.utf8.count < 300)
    #expect(long.changes[0].valueAfter == address)
    #expect(set.changes.count == 4_000)
  }

  /// Whatever is marked, places and words are compared as if it were not.
  @Test func keepsMarksOutOfTheWords() {
    for seed in 0..<150 {
      let text = GeneratedAgreement(seed: UInt64(seed)).markdown
      let marked = withMarks(text, seed: UInt64(seed))
      let other = withMarks(text, seed: UInt64(seed) + 1_000)

      let set = changeSet(marked, other)

      #expect(
        set.redlines[0].runs.allSatisfy { $0.kind == .equal || $0.kind == .retargeted },
        "seed \(seed)")
      #expect(!set.isEmpty, "seed \(seed)")
      #expect(set.changes.allSatisfy { ["strikethrough", "link", "script"].contains($0.field) })
      #expect(changeSet(marked, marked + "\n").isEmpty, "seed \(seed)")
    }
  }

  /// Marks some of the words of letters.
  private func withMarks(_ text: String, seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        guard word.allSatisfy(\.isLowercase), word.count > 2 else { return String(word) }
        switch (state >> 40) % 12 {
        case 0: return "~~\(word)~~"
        case 1: return "[\(word)](https://a.example/\((state >> 50) % 3))"
        case 2: return "<del>\(word)</del>"
        case 3: return "\(word.dropLast())<sup>\(word.suffix(1))</sup>"
        default: return String(word)
        }
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func text(_ clauses: String) -> String { "## 1. Terms\n\n\(clauses)\n" }

  /// A sentence without its number and place.
  private func body(_ sentence: String) -> String {
    sentence.split(separator: ": ").dropFirst().joined(separator: ": ")
  }

  private func withoutPlace(_ line: String) -> String {
    let words = line.split(separator: " ")
    return ([words[0]] + words.drop { !$0.hasPrefix("(") || $0.count < 5 }).joined(separator: " ")
  }
}
