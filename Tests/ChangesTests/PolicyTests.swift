import Changes
import Deadlines
import Testing

/// What policies are written with that contracts are not: HTML, headings that come and go.
struct PolicyTests {
  /// May is a month beside a day, and an underscore is a letter of a name.
  @Test(arguments: [
    ("Effective 9 March.", "Effective 9 May.", "March", "May", "date"),
    ("Date: June 9, 2026", "Date: May 6th, 2026", "June 9", "May 6th", "date"),
    ("The cookie `sess` stays.", "The cookie `_sess` stays.", "sess", "_sess", "wording"),
  ])
  func readsMonthsAndNames(old: String, new: String, from: String, to: String, rule: String) {
    #expect(
      changeSet("## 1. T\n\n\(old)\n", "## 1. T\n\n\(new)\n").changes
        .map { $0.sentence(in: .english) } == [
          "1. \u{A7} 1: \u{201C}\(from)\u{201D} becomes \u{201C}\(to)\u{201D} (substantive: \(rule))."
        ])
  }

  /// A policy that many commits change says so in a line of its own.
  @Test(arguments: [
    ("*Last updated: June 8, 2023*", "*Last updated: July 19, 2023*"),
    ("**Updated:** 01/02/2024", "**Updated:** 03/04/2024"),
    ("Last modified on 9 March.", "Last revised on 2024-05-01"),
    ("Page last reviewed: May 2024", "Page last reviewed: June 2024"),
    ("Stand: 1. M\u{E4}rz 2026", "Stand: 4. Mai 2026"),
    ("Zuletzt ge\u{E4}ndert am 1.3.2026", "Zuletzt ge\u{E4}ndert am 2.4.2026"),
    ("Version 1.0 | 17.09.2024 | a@example.org", "Version 1.1 | 07.11.2024 | a@example.org"),
  ])
  func takesLinesOnRevisionsForMetadata(before: String, after: String) {
    func text(_ line: String) -> String { "# T\n\n\(line)\n\nWe keep the logs for 30 days.\n" }
    for (old, new) in [(before, after), ("", after), (before, "")] {
      let changes = changeSet(text(old), text(new)).changes
      #expect(changes.map(\.judgement.materiality) == [.editorial])
      #expect(changes.map(\.judgement.rule) == [.metadata])
    }
  }

  @Test(arguments: [
    ("Effective date: June 8, 2023", "Effective date: July 19, 2023"),
    ("Last updated: June 8, 2023, by the customer", "Last updated: July 19, 2023, by the customer"),
    ("Stand: 4", "Stand: 5"),
    ("Version 1.0 | 17.09.2024 | a@example.org", "Version 1.0 | 17.09.2024 | b@example.org"),
  ])
  func weighsOtherLinesWithDates(before: String, after: String) {
    let changes = changeSet("# T\n\n\(before)\n", "# T\n\n\(after)\n").changes
    #expect(changes.map(\.judgement.materiality) == [.substantive])
  }

  @Test func comparesTheWordsOfHTML() {
    let old =
      "## 1. T\n\n<dl>\n<dt>Blauwal</dt>\n<dd>Stern</dd>\n</dl>\n\n"
      + "<p class=\"a\">Within <a href=\"/b\">30</a> days.</p>\n"
    let cases = [
      (
        "30</a>", "3</a>",
        "1. \u{A7} 1: the period is shortened from 30 to 3 days (substantive: period)."
      ),
      (
        "<dd>Stern</dd>", "<dd>Wal</dd>",
        "1. \u{A7} 1: \u{201C}Stern\u{201D} becomes \u{201C}Wal\u{201D} (substantive: wording)."
      ),
    ]
    for (before, after, sentence) in cases {
      let changes = changeSet(old, old.replacing(before, by: after)).changes
      #expect(changes.map { $0.sentence(in: .english) } == [sentence])
    }
    #expect(changeSet(old, old.replacing("/b", by: "/c")).changes.count == 1)
    #expect(changeSet(old, old.replacing("class=\"a\"", by: "class=\"b\"")).isEmpty)
  }

  /// A heading above clauses that stay moves none of them, wherever it comes from.
  @Test(arguments: [
    ("---\ntitle: Helpers\n---\n\n# Helpers\n\n", "---\ntitle: Firms\n---\n\n# Helpers\n\n"),
    ("# Helpers\n\n", "---\ntitle: Helpers\n---\n\nAs of May.\n\n# Helpers\n\n"),
    ("## 1. Helpers\n\n", "## 1. Helpers\n\n### General\n\n"),
  ])
  func leavesWhatStandsBelowANewHeading(old: String, new: String) {
    let bodies = [
      "| Name | Task |\n|---|---|\n| Wal | Mail |\n| Stern | Hosting |\n",
      "- Logs\n- Master data\n",
    ]
    for (body, added) in zip(bodies, ["| Fuchs | Print |\n", "- Pictures\n"]) {
      let name = added.contains("Fuchs") ? "Fuchs" : "Pictures"
      for (sentences, verb) in [
        (told(old + body, new + body + added), "is added"),
        (told(new + body + added, old + body), "is removed"),
      ] {
        #expect(sentences.count == 1, "\(sentences)")
        #expect(sentences.allSatisfy { $0.contains(name) && $0.contains(verb) }, "\(sentences)")
      }
    }
  }

  /// What is told beside the heading and what came with it.
  private func told(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map { $0.statement.text(in: .english) }.filter { sentence in
      !["the title", "the heading", "As of May"].contains { sentence.contains($0) }
    }
  }

  @Test func namesTheHeading() {
    let clauses = "- (1) Logs are kept for a year.\n- (2) Keys are kept apart.\n"
    let old = "## 1. Data\n\n\(clauses)"

    #expect(
      changeSet(old, "## 1. Data\n\n### 1.1 Storage\n\n\(clauses)").changes
        .map { $0.sentence(in: .english) } == [
          "1. the heading \u{A7} 1.1 \u{201C}Storage\u{201D} is added (editorial: heading)."
        ])
    let wrapped = changeSet(
      "## Data\n\n\(clauses)\n## B\n", "# All\n\n## Data\n\n\(clauses)\n## B\n\n# C\n")
    #expect(
      wrapped.changes.map { $0.statement.text(in: .german) }
        == ["C ist neu", "die Überschrift \u{201E}All\u{201C} ist neu"])
  }

  @Test func leavesTheRowsOfATableThatIsParted() {
    let head = "| Name | Task |\n|---|---|\n"
    let old = "## 1. Firms\n\n\(head)| Wal | Mail |\n| Stern | Hosting |\n"
    let new =
      "## 1. Firms\n\n\(head)| Wal | Mail |\n\nFor payments:\n\n\(head)| Stern | Hosting |\n"

    #expect(
      changeSet(old, new).changes.map { $0.statement.text(in: .english) } == [
        "the text \u{201C}For payments:\u{201D} is added to \u{A7} 1",
        "\u{A7} 1 / table 2: the head of the table is added: \u{201C}Name | Task\u{201D}",
      ])
  }
}
