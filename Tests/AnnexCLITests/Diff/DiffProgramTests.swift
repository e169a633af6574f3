import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// `annex diff` against the compiler itself.
struct DiffProgramTests {
  private static let old = """
    # Policy

    ## 1. Notice

    - (1) The Processor informs the Controller within 14 days.
    - (2) The Processor keeps a record.
    """
  private static let new = """
    # Policy

    ## 1. Notice

    - (1) The Processor informs the Controller within 10 days.
    - (2) The Processor keeps a record.
    """

  private func diff(_ arguments: [String], color: Bool = false) -> RunResult {
    let host = StandInHost(columns: 90)
    let code = runAnnex(
      arguments: ["diff"] + arguments, host: host, workbench: CompilerWorkbench())
    return RunResult(exitCode: code, output: host.output, error: host.error)
  }

  private func files() throws -> (folder: TemporaryFolder, old: String, new: String) {
    let folder = try TemporaryFolder()
    try folder.write(Self.old, to: "old.md")
    try folder.write(Self.new, to: "new.md")
    return (folder, folder.path + "old.md", folder.path + "new.md")
  }

  @Test func comparesTwoFiles() throws {
    let (folder, old, new) = try files()

    let result = diff([old, new])

    #expect(result.exitCode == .contentErrors)
    #expect(result.error == "")
    #expect(result.output.contains("1 change: 1 substantive"))
    #expect(result.output.contains("shortened from 14 to 10 days (substantive: period)."))
    #expect(result.output.contains("[-14-] {+10+} days."))
    #expect(
      result.output.split(separator: "\n").allSatisfy { $0.count <= 90 || $0.contains("→") })
    withExtendedLifetime(folder) {}
  }

  @Test func comparesTwoFoldersFileByFile() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [("signed", Self.old), ("sent", Self.new)] {
      try folder.write(text, to: "\(name)/policies/notice.md")
      try folder.write("# Same\n\nThe same in both.\n", to: "\(name)/same.md")
      try folder.write("No text of an agreement: \(name).", to: "\(name)/notes.txt")
    }
    let (old, new) = (folder.path + "signed", folder.path + "sent/")

    let result = diff([old, new])
    #expect(result.exitCode == .contentErrors)
    #expect(result.error == "")
    #expect(result.output.contains("1 change: 1 substantive"))
    #expect(result.output.contains("[-14-] {+10+} days."))
    #expect(diff([old, new, "--", "same.md"]).exitCode == .success)
    #expect(diff([old, old]) == RunResult(exitCode: .success, output: "", error: ""))

    let mixed = diff([old, folder.path + "sent/same.md"])
    #expect(mixed.exitCode == .trouble)
    #expect(mixed.error.contains("is a file, and the other one holds several"))
    #expect(
      diff([old, folder.path + "nowhere"]).error.contains("is no file, no folder"))
  }

  @Test func comparesTheContentOfTwoWorkspaces() throws {
    let folder = try TemporaryFolder()
    let workbench = CompilerWorkbench()
    for name in ["signed", "today"] {
      let code = runAnnex(
        arguments: ["init", folder.path + name], host: StandInHost(columns: 90),
        workbench: workbench)
      #expect(code == .success)
    }
    let records = folder.path + "today/content/sub-processors/"
    let record = try #require(FileManager.default.contentsOfDirectory(atPath: records).min())
    try FileManager.default.removeItem(atPath: records + record)

    let result = diff([folder.path + "signed", folder.path + "today"])
    #expect(result.exitCode == .contentErrors)
    #expect(result.output.contains("1 change: 1 substantive"))
    let against = diff([folder.path + "signed", "-w", folder.path + "today"])
    #expect(against.output.contains("1 change: 1 substantive"))
  }

  @Test func leavesOutRecordsThatCantBeRead() throws {
    let folder = try TemporaryFolder()
    let record = """
      ---
      name: Cloud GmbH
      address: {city: Bonn, country: DE}
      engagements: [{service: Hosting, locations: [{country: DE}]}]
      ---
      """
    for name in ["old", "new"] {
      try folder.write("title: P\nprocessor: {name: P}\n", to: "\(name)/content/portal.yml")
      try folder.write(Self.old, to: "\(name)/content/agreements/terms.md")
      try folder.write(record, to: "\(name)/content/sub-processors/cloud.md")
    }
    let broken = record.replacing("name: Cloud", with: "name: Cloud: the")
    try folder.write(broken, to: "new/content/sub-processors/cloud.md")
    let (old, new) = (folder.path + "old", folder.path + "new")

    let alone = diff([old, new])
    #expect(alone.exitCode == .trouble)
    #expect(alone.error.contains("new/content/sub-processors/cloud.md:2:"))
    #expect(!alone.output.contains("removed"))

    try folder.write(Self.new, to: "new/content/agreements/terms.md")
    let beside = diff([old, new])
    #expect(beside.exitCode == .contentErrors)
    #expect(beside.output.contains("1 change: 1 substantive"))
    #expect(beside.error.contains("the file is left out of the comparison"))

    // What is the same in both can't have changed.
    try folder.write(broken, to: "old/content/sub-processors/cloud.md")
    #expect(diff([old, new]).error == "")
  }

  @Test func saysWhereClausesWentTo() throws {
    let (a, b) = ("The first text of all.", "The second text of them.")
    let c = "The third text, with a few more words than others have."
    let folder = try TemporaryFolder()
    try folder.write("## 1. A\n\n\(a)\n\n## 2. B\n\n\(b)\n\n## 3. C\n\n\(c)\n", to: "old.md")
    try folder.write("## 1. C\n\n\(c)\n\n## 2. A\n\n\(a)\n\n## 3. B\n\n\(b)\n", to: "new.md")
    let (old, new) = (folder.path + "old.md", folder.path + "new.md")

    let text = diff([old, new]).output
    #expect(text.contains("  was 3 (moved, now 1)\n"))
    #expect(text.contains("  1 (moved, was 3) ["))
    #expect(diff([old, new, "--format", "markdown"]).output.contains("**was 3** (moved, now 1)"))
    #expect(
      diff([old, new, "--language", "de"]).output.contains("  bisher 3 (verschoben, nun 1)\n"))
  }

  @Test func showsNoTextOfWhatOnlyHasAnotherNumber() throws {
    let folder = try TemporaryFolder()
    try folder.write("## 1. A\n\n- a. One.\n- b. The second of them.\n", to: "old.md")
    try folder.write("## 1. A\n\n- a. The second of them.\n", to: "new.md")
    let (old, new) = (folder.path + "old.md", folder.path + "new.md")

    let text = diff([old, new]).output
    #expect(text.contains("  1.a (was 1.b, text unchanged) ["))
    #expect(!text.contains("The second of them"))
    let markdown = diff([old, new, "--format", "markdown"]).output
    #expect(markdown.contains("**1.a** (was 1.b, text unchanged) \\[2\\]\n"))
  }

  @Test func numbersTheChangesOfARedlineInMarkdown() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "## 1. A\n\n- a. One.\n- b. The second of them.\n- c. The third of all.\n- d. Four.\n",
      to: "old.md")
    try folder.write(
      "## 1. A\n\n- a. The second of them.\n- b. The third of all.\n- c. 4.\n", to: "new.md")
    let (old, new) = (folder.path + "old.md", folder.path + "new.md")

    let markdown = diff([old, new, "--format", "markdown"]).output
    #expect(markdown.contains("\n**was 1.a** \\[1\\] ~~One.~~\n"))
    #expect(markdown.contains("\n**1.a \u{2013} b** (was 1.b \u{2013} c, text unchanged) \\["))
    #expect(
      diff([old, new]).output.contains("  1.a \u{2013} b (was 1.b \u{2013} c, text unchanged) ["))
    try folder.write(
      "## 1. A\n\n- a. One.\n- b. Second.\n- c. The third of all.\n- d. Four.\n", to: "new.md")
    #expect(
      diff([old, new, "--format", "markdown"]).output.contains("\n*\u{2026} 2 places unchanged*\n"))
  }

  @Test func namesTheColumnsOfCells() throws {
    let table = "## 1. A\n\n| Name | Country |\n|---|---|\n| Alpha | Germany |\n| Beta | Spain |\n"
    let folder = try TemporaryFolder()
    try folder.write(table, to: "old.md")
    try folder.write(table.replacing("Germany", with: "Ireland"), to: "new.md")

    let text = diff([folder.path + "old.md", folder.path + "new.md"]).output
    #expect(text.contains("Name: Alpha | Country: [-Germany-] {+Ireland+}"))
  }

  @Test func saysNothingOfEqualTexts() throws {
    let (folder, old, _) = try files()

    #expect(diff([old, old]) == RunResult(exitCode: .success, output: "", error: ""))
    #expect(diff([old, old, "--stat"]).output.isEmpty)
    #expect(diff([old, old, "--format", "json"]).output.contains("\"changes\":[]"))
    withExtendedLifetime(folder) {}
  }

  @Test func writesEveryFormat() throws {
    let (folder, old, new) = try files()

    let markdown = diff([old, new, "--format", "markdown"]).output
    #expect(markdown.contains("~~14~~ **10** days."))
    #expect(markdown.contains("\n1. § 1(1): "))
    let html = diff([old, new, "--format", "html", "--language", "de"]).output
    #expect(html.contains("<html lang=\"de\">"))
    #expect(html.contains("<del><span class=\"visually-hidden\">[gestrichen: </span>14"))
    #expect(html.contains("<li id=\"change-1\" class=\"substantive\">§ 1 Abs. 1: "))
    let json = diff([old, new, "--format", "json"]).output
    #expect(json.contains("\"wordsRemoved\":[\"14\"],\"wordsAdded\":[\"10\"]"))
    let colored = diff([old, new, "--color", "always"]).output
    #expect(colored.contains("\u{1B}[31;9m[-14-]\u{1B}[0m \u{1B}[32;4m{+10+}\u{1B}[0m"))
    #expect(
      diff([old, new, "--stat"]).output
        == " new | 1 change: 1 substantive\n 1 change: 1 substantive\n")
    withExtendedLifetime(folder) {}
  }

  /// What stands in a text must not reach the terminal, nor become Markdown or HTML.
  /// Words that the text strikes out are no text in force, and a raised digit is no digit more.
  @Test func keepsTheMarksOfTheTextInRedlines() throws {
    let folder = try TemporaryFolder()
    let text =
      "## 1. End\n\n- (1) It erases ~~or returns~~ 10<sup>6</sup> data within 30 days.\n"
      + "- (2) CO<sub>2</sub> is kept for 30 days.\n\n- [x] Wiped within 30 days.\n- [ ] Kept for 30 days.\n"
    try folder.write(text, to: "old.md")
    try folder.write(text.replacing("30", with: "60"), to: "new.md")
    let (old, new) = (folder.path + "old.md", folder.path + "new.md")

    let plain = diff([old, new]).output
    #expect(plain.contains("It erases ~~or returns~~ 10^6 data within [-30-] {+60+} days."))
    #expect(plain.contains("CO_2 is kept"))
    #expect(plain.contains("[x] Wiped within"))
    #expect(plain.contains("[ ] Kept for"))
    let markdown = diff([old, new, "--format", "markdown"]).output
    #expect(
      markdown.contains("It erases <s>or returns</s> 10<sup>6</sup> data within ~~30~~ **60**"))
    #expect(markdown.contains("CO<sub>2</sub> is kept"))
    #expect(markdown.contains("\\[x\\] Wiped within"))
    withExtendedLifetime(folder) {}
  }

  @Test func disarmsWhatTheTextsHold() throws {
    let folder = try TemporaryFolder()
    try folder.write("A \u{1B}[31m`*x*`", to: "a.md")
    try folder.write("B <script>\\*\\_[x](y) &amp; \u{1B}]0;t\u{7}", to: "b.md")
    let (old, new) = (folder.path + "a.md", folder.path + "b.md")

    let text = diff([old, new]).output
    let html = diff([old, new, "--format", "html"]).output

    #expect(!text.contains("\u{1B}"))
    #expect(!html.contains("<script>"))
    let markdown = diff([old, new, "--format", "markdown"]).output
    #expect(markdown.contains("**B \\<script\\>"))
    #expect(!markdown.contains("\u{1B}"))
  }

  @Test(arguments: [
    (["a", "b", "c"], "operand 'c' is one more"), (["nowhere"], "'nowhere' is "),
    (["--format", "yaml"], "is none of 'text', 'json', 'markdown', 'html'"),
    (["--colour"], "--color"),
  ])
  func endsWithTwoWhereItCannotCompare(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()

    let result = diff(arguments + ["--workspace", folder.path])

    #expect(result.exitCode == .trouble)
    #expect(result.output.isEmpty)
    #expect(result.error.contains(words))
  }

  @Test func endsWithTwoWhereATextCannotBeRead() throws {
    let (folder, old, _) = try files()
    try folder.write(Data([0x41, 0xFF, 0x0A]), to: "bad.md")

    let result = diff([old, folder.path + "bad.md"])

    #expect(result.exitCode == .trouble)
    #expect(result.error.contains("[invalid-encoding]"))
  }

  /// What stands before the second line of dashes, in two versions, and what is told of it.
  @Test(arguments: [
    // A rule, and no frontmatter.
    ("---\n\nObject within 30 days.\n", "---\n\nObject within 3 days.\n", "from 30 to 3 days"),
    ("---\n\nWe keep it.\n\n---\n", "---\n\nWe sell it.\n\n---\n", "[-keep-] {+sell+}"),
    ("---\n# Old\n---\nText.\n", "---\n# New\n---\nText.\n", "{+New+}"),
    // Keys that mean nothing to Annex, and values that don't.
    (
      "---\ndescription: Old\n---\nText.\n", "---\ndescription: New\n---\nText.\n",
      "the field “description” changes from “Old” to “New” (editorial: metadata)."
    ),
    (
      "---\neffective_date: 2024-03-01\n---\nText.\n",
      "---\neffective_date: 2024-02-01\n---\nText.\n",
      "“effective_date” changes from “2024-03-01” to “2024-02-01” (substantive: date)."
    ),
    (
      "---\nseo: {tags: [a, b]}\n---\nText.\n", "---\nseo: {tags: [a]}\n---\nText.\n",
      "the field “seo.tags”: “b” removed (editorial: metadata)."
    ),
    (
      "---\neffective: 1 March 2024\n---\nText.\n", "---\neffective: 2 March 2024\n---\nText.\n",
      "“effective” changes from “1 March 2024” to “2 March 2024” (substantive: date)."
    ),
    ("---\nid: a\n---\nText.\n", "---\nid: b\n---\nText.\n", "“id” changes from “a” to “b”"),
    // No YAML.
    (
      "---\ntitle: A: b\nlayout: x\n---\nText.\n", "---\ntitle: A: b\nlayout: y\n---\nText.\n",
      "the frontmatter: “layout: y” added, “layout: x” removed (editorial: metadata)."
    ),
  ])
  func comparesAllThatStandsAtTheTop(before: String, after: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(before, to: "old.md")
    try folder.write(after, to: "new.md")
    let (old, new) = (folder.path + "old.md", folder.path + "new.md")

    let result = diff([old, new])

    #expect(result.exitCode == .contentErrors)
    let lines = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(lines.contains(words))
    #expect(lines.contains("1 change: "))
  }

  @Test func namesASecondFileThatIsMissing() throws {
    let (folder, old, _) = try files()

    let result = diff([old, "--workspace", folder.path])

    #expect(result.exitCode == .trouble)
    #expect(result.error.contains("is a file, and a second one is missing"))
  }
}
