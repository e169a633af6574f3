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
    #expect(markdown.contains("\n**1.a** \\[1\\] ~~One.~~\n"))
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
    #expect(html.contains("<li id=\"change-1\" class=\"substantive\">§ 1(1): "))
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
    #expect(markdown.contains("**B \\<script\\>**"))
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
      "“seo.tags” changes from “a, b” to “a” (editorial: metadata)."
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

@Suite(.enabled(if: TestRepository.isPossible))
struct DiffInRepositoryTests {
  private func diff(_ repository: TestRepository, _ arguments: String...) -> RunResult {
    let host = StandInHost()
    let code = runAnnex(
      arguments: ["diff", "--workspace", repository.path] + arguments, host: host,
      workbench: CompilerWorkbench())
    return RunResult(exitCode: code, output: host.output, error: host.error)
  }

  /// Years of policies, no frontmatter, no workspace.
  private func policies() throws -> TestRepository {
    let repository = try TestRepository()
    try repository.commit(
      [
        "privacy.md": "# Privacy\n\nWe answer within 30 days.\n",
        "old/terms.md": "# Terms\n\nPay.\n",
        "notes.txt": "one", "same.md": "# Same\n",
      ], "First", on: "2024-01-01")
    try repository.run("tag", "v1")
    try repository.commit(
      [
        "privacy.md": "---\nlayout: page\n---\n# Privacy\n\nWe answer within 14 days.\n",
        "old/terms.md": "", "new/terms.md": "# Terms\n\nPay promptly.\n", "notes.txt": "two",
      ], "Second", on: "2025-01-01")
    return repository
  }

  @Test func comparesMarkdownThatIsInNoWorkspace() throws {
    let repository = try policies()

    let result = diff(repository, "v1", "HEAD")

    #expect(result.error == "")
    #expect(result.exitCode == .contentErrors)
    #expect(result.output.contains("shortened from 30 to 14 days"))
    // A file that was moved is compared with itself.
    #expect(result.output.contains("Pay{+ promptly+}.") || result.output.contains("{+promptly+}"))
    #expect(!result.output.contains("notes") && !result.output.contains("same"))
    #expect(diff(repository, "v1..HEAD").output == result.output)
  }

  @Test func saysWhichDocumentASentenceSpeaksOf() throws {
    let repository = try TestRepository()
    let text = "# Policy\n\nWe answer within 30 days.\n"
    try repository.commit(
      ["a/index.md": text, "b/index.md": text, "c.md": "# Terms\n\nPay.\n", "d.md": "# D\n"],
      "First", on: "2024-01-01")
    try repository.commit(
      [
        "a/index.md": text.replacing("30", with: "14"), "c.md": "# Terms\n\nPay within 9 days.\n",
        "b/index.md": text.replacing("30", with: "14"), "d.md": "",
      ], "Second", on: "2025-01-01")

    let all = diff(repository, "HEAD~1", "HEAD")
    #expect(all.output.contains(". a/index: para 1: the period is shortened from 30 to 14 days"))
    #expect(all.output.contains(". b/index: para 1: the period"))
    #expect(all.output.contains(". Terms: para 1: "))
    #expect(all.output.contains(". d: the document \u{201C}D\u{201D} is removed"))
    let markdown = diff(repository, "HEAD~1", "HEAD", "--format", "markdown").output
    #expect(markdown.contains("\n## Policy (a/index)\n") && markdown.contains("\n## Terms\n"))
    #expect(markdown.contains(". a/index: para 1: the period is shortened"))
    let html = diff(repository, "HEAD~1", "HEAD", "--format", "html").output
    #expect(html.contains(">b/index: para 1: ") && html.contains("<h2>Policy (b/index)</h2>"))
    let json = diff(repository, "HEAD~1", "HEAD", "--format", "json").output
    #expect(json.contains(". a/index: para 1: the period is shortened"))
    // One document needs no name.
    #expect(diff(repository, "HEAD~1", "HEAD", "--", "c.md").output.contains("\n1. para 1: "))
  }

  @Test func followsFilesThatWereRenamed() throws {
    let repository = try TestRepository()
    func list(_ names: [String]) -> String {
      "# Subprocessors\n\n" + names.map { "- \($0). Does what it does for us.\n" }.joined()
    }
    let (some, others) = (
      ["Alpha", "Beta", "Gamma", "Delta"], ["Ypsilon", "Zeta", "Eta", "Theta"]
    )
    try repository.commit(
      ["x/index.md": list(some), "z/index.md": list(others), "plain.md": "# Plain\n\nSame.\n"],
      "First", on: "2024-01-01")
    try repository.commit(
      [
        "x/index.md": "", "z/index.md": "", "plain.md": "", "y/index.md": list(others + ["Iota"]),
        "w/list.md": list(["Alpha", "Gamma", "Delta"]), "plainly.md": "# Plain\n\nSame.\n",
      ], "Second", on: "2025-01-01")

    let result = diff(repository, "HEAD~1", "HEAD")
    #expect(result.output.contains("3 editorial"))
    #expect(result.output.contains("w/list: item 2 is removed: \u{201C}Beta."))
    #expect(result.output.contains("y/index: item 5 is added: \u{201C}Iota."))
    let renamed = "the file is renamed from \u{201C}"
    #expect(
      result.output.contains("y/index: \(renamed)z/index.md\u{201D} to \u{201C}y/index.md\u{201D}"))
    #expect(result.output.contains("\(renamed)plain.md\u{201D} to \u{201C}plainly.md\u{201D}"))
    #expect(!result.output.contains("the document"))
    let json = diff(repository, "HEAD~1", "HEAD", "--format", "json").output
    #expect(json.contains("\"field\":\"path\",\"valueBefore\":\"x/index.md\""))
  }

  @Test func takesAnotherTextUnderAnotherNameForAnotherDocument() throws {
    let repository = try TestRepository()
    try repository.commit(
      ["a.md": "# A\n\nThe one text, with some words of its own.\n", "empty.md": "\n"], "First",
      on: "2024-01-01")
    try repository.commit(
      ["a.md": "", "empty.md": "", "b.md": "# B\n\nQuite another matter, said in other ways.\n"],
      "Second", on: "2025-01-01")

    let result = diff(repository, "HEAD~1", "HEAD")
    #expect(result.output.contains("b: the document \u{201C}B\u{201D} is added"))
    #expect(!result.output.contains("renamed"))
  }

  @Test func comparesTheOthersWhereOneFileIsNoText() throws {
    let repository = try TestRepository()
    let latin = Data([0x43, 0x61, 0x66, 0xE9, 0x0A])
    try repository.folder.write(latin, to: "latin.md")
    try repository.folder.write(latin, to: "same.md")
    try repository.commit(["a.md": "# A\n\nTen days.\n"], "First", on: "2024-01-01")
    try repository.folder.write(Data([0x25, 0x00, 0xFF]), to: "binary.md")
    try repository.commit(["latin.md": "Café\n"], "Second", on: "2024-01-02")
    try repository.commit(["a.md": "# A\n\nNine days.\n"], "Third", on: "2024-01-03")

    let result = diff(repository, "HEAD~2", "HEAD")
    #expect(result.exitCode == .contentErrors)
    #expect(result.output.contains("1 change: ") && result.output.contains("from 10 to 9 days"))
    #expect(result.error.contains("HEAD~2:latin.md:1:4: warning: "))
    #expect(result.error.contains("HEAD:binary.md:1:2: warning: "))
    #expect(result.error.contains("note: the file is left out of the comparison"))
    #expect(!result.error.contains("same.md"))

    let alone = diff(repository, "HEAD~2", "HEAD~1")
    #expect(alone.exitCode == .trouble)
    #expect(alone.output.isEmpty)
    #expect(alone.error.contains("HEAD~2:latin.md:1:4: error: "))
    #expect(diff(repository, "HEAD~1:same.md", "HEAD:same.md").exitCode == .success)
  }

  @Test func comparesAllFromAFolderInside() throws {
    let repository = try TestRepository()
    try repository.commit(
      ["a.md": "# A\n\nTen days.\n", "sub/x.md": "# X\n\nText.\n"], "First", on: "2024-01-01")
    try repository.commit(["a.md": "# A\n\nNine days.\n"], "Second", on: "2024-01-02")
    func inside(_ arguments: String...) -> RunResult {
      let host = StandInHost()
      let code = runAnnex(
        arguments: ["diff", "--workspace", repository.path + "/sub"] + arguments, host: host,
        workbench: CompilerWorkbench())
      return RunResult(exitCode: code, output: host.output, error: host.error)
    }

    #expect(inside("HEAD~1", "HEAD").output.contains("from 10 to 9 days"))
    #expect(inside("HEAD~1").output.contains("from 10 to 9 days"))
    #expect(inside("HEAD~1", "HEAD", "--", "../a.md").output.contains("from 10 to 9 days"))
    #expect(inside("HEAD~1", "HEAD", "--", "a").output.contains("from 10 to 9 days"))
    #expect(inside("HEAD~1", "HEAD", "--", "./x.md").exitCode == .success)
    #expect(inside("HEAD~1", "HEAD", "--", ".").exitCode == .success)
    #expect(inside("HEAD~1:../a.md", "HEAD:a.md").output.contains("from 10 to 9 days"))
    #expect(inside("HEAD~1:./x.md", "HEAD:./x.md").exitCode == .success)
    #expect(inside("HEAD:../../a.md", "HEAD").error.contains("leads out of the git repository"))
    #expect(inside("HEAD~1", "HEAD", "--", "../../a.md").exitCode == .trouble)
  }

  @Test func comparesFilesWhoseNamesAreNotUTF8() throws {
    let repository = try TestRepository()
    func commit(_ text: String) throws {
      try repository.folder.write(text, to: "text")
      let blob = try repository.run("hash-object", "-w", "text").trimmingCharacters(in: .newlines)
      try repository.run(
        "-c",
        "alias.m=!printf '100644 blob %s\\tcaf\\351.md\\n' \(blob) | git mktree | "
          + "xargs git commit-tree -m Text | xargs git tag", "m",
        text.hasPrefix("Ten") ? "v1" : "v2")
    }
    try repository.commit(["a.md": "# A\n"], "First", on: "2024-01-01")
    try commit("Ten days.\n")
    try commit("Nine days.\n")

    let result = diff(repository, "v1", "v2")

    #expect(result.output.contains("from 10 to 9 days"))
    #expect(result.output.contains("caf\\351"))
  }

  @Test func comparesWithWhatIsInTheFolder() throws {
    let repository = try policies()
    try repository.folder.write("# Same\n\nNo more.\n", to: "same.md")

    #expect(diff(repository, "HEAD", "--stat").output.hasPrefix(" same | 1 change"))
    #expect(diff(repository, "HEAD", "--", "privacy").exitCode == .success)
  }

  @Test func narrowsDownToPaths() throws {
    let repository = try policies()

    #expect(
      diff(repository, "v1", "HEAD", "--stat", "--", "privacy.md").output.hasPrefix(" privacy "))
    #expect(!diff(repository, "v1", "HEAD", "--", "privacy").output.contains("Terms"))
    #expect(diff(repository, "v1", "HEAD", "--", "new").output.contains("Terms"))
    #expect(
      diff(repository, "v1", "HEAD", "--stat", "--", "notes.txt").output.contains("notes.txt"))
    let missing = diff(repository, "v1", "HEAD", "--", "nowhere")
    #expect(missing.exitCode == .trouble)
    #expect(missing.error.contains("path 'nowhere' names nothing in either version"))
  }

  @Test func comparesFilesOfRevisions() throws {
    let repository = try policies()
    let file = repository.path + "privacy.md"

    for arguments in [
      ["v1:privacy.md", "HEAD:privacy.md"], ["v1", file], ["v1:privacy.md", file],
    ] {
      let result = diff(repository, arguments[0], arguments[1])
      #expect(result.exitCode == .contentErrors)
      #expect(result.output.contains("shortened from 30 to 14 days"))
    }
    #expect(diff(repository, "v1:nothing.md", "HEAD").error.contains("has no file 'nothing.md'"))
  }

  @Test func findsReleasesRevisionsAndWhatIsNear() throws {
    let repository = try TestRepository()
    let agreement = "content/agreements/dpa.md"
    let settings = "title: P\nprocessor: {name: P}\n"
    try repository.commit(
      [
        "content/portal.yml": settings, agreement: "---\ntitle: DPA\n---\n\n## 1. A\n\nTen days.\n",
      ],
      "First", on: "2026-01-01")
    try repository.run("tag", "v1")
    let host = StandInHost()
    _ = runAnnex(
      arguments: ["release", "2026-01", "--workspace", repository.path], host: host,
      workbench: CompilerWorkbench())
    try repository.folder.write(
      "---\ntitle: DPA\nversion: '2'\n---\n\n## 1. A\n\nNine days.\n", to: agreement)

    let since = diff(repository)
    #expect(since.exitCode == .contentErrors)
    #expect(since.output.hasPrefix("2026-01 → workspace\n"))
    #expect(diff(repository, "v1", "2026-01").exitCode == .success)
    #expect(diff(repository, "v1").output.contains("{+Nine+}"))
    #expect(diff(repository, "v1", "--", "agreements/dpa").exitCode == .contentErrors)
    #expect(diff(repository, "2026-02").error.contains("replace '2026-02' with '2026-01'"))
  }

  /// What a text cites, and the values of the settings, are known of files that nobody asked for.
  @Test func narrowsDownWithoutForgettingTheRest() throws {
    let repository = try TestRepository()
    func clauses(_ titles: [String]) -> String {
      titles.enumerated().map { "## \($0.offset + 1). \($0.element)\n\nAs agreed.\n\n" }.joined()
    }
    func version(_ titles: [String], cap: String) -> [String: String] {
      [
        "content/portal.yml": "title: P\nprocessor: {name: P}\n",
        "content/agreements/dpa.md": "---\ntitle: DPA\n---\n\n" + clauses(titles),
        "content/agreements/terms.md":
          "---\ntitle: Terms\n---\n\n## 1. Rank\n\nFor audits "
          + "[its clause](dpa#\((titles.firstIndex(of: "Audits") ?? 0) + 1)) is decisive.\n\n"
          + "## 2. Cap\n\nIt is \(cap) euros.\n",
      ]
    }
    try repository.commit(version(["Scope", "Audits"], cap: "100"), "First", on: "2026-01-01")
    try repository.commit(
      version(["Scope", "Notice", "Audits"], cap: "200"), "Second", on: "2026-02-01")

    let terms = diff(repository, "HEAD~1", "HEAD", "--", "agreements/terms").output
    #expect(terms.contains("1 change: "))
    #expect(terms.contains("“100” becomes “200”"))
    #expect(!terms.contains("Notice"))
    let dpa = diff(repository, "HEAD~1", "HEAD", "--", "content/agreements/dpa.md").output
    #expect(dpa.contains("§ 2 “Notice” is added"))
    #expect(!dpa.contains("200"))
  }
}
