import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// `annex diff -- PATH` of a file that has another name in the older version.
struct RenamedFileTests {
  private func repository() throws -> TestRepository {
    let repository = try TestRepository()
    let list = "# Companies\n\n## Hosting\n\nWal GmbH keeps the pages in Germany.\n"
    let other = "# Other\n\nThis is another text, with one word.\n"
    try repository.commit(["subs.md": list, "other.md": other], "First", on: "2024-01-01")
    try repository.commit(
      [
        "subs.md": "", "p/subs.md": list.replacing("Germany", with: "Austria"),
        "other.md": other.replacing("one", with: "no"),
      ], "Second", on: "2025-01-01")
    return repository
  }

  private func diff(_ repository: TestRepository, _ paths: [String]) -> String {
    let host = StandInHost(columns: 120)
    _ = runAnnex(
      arguments: ["diff", "--workspace", repository.folder.path, "HEAD~1", "HEAD"] + paths,
      host: host,
      workbench: CompilerWorkbench())
    return host.output
  }

  /// By the new name, by the old one, and by both.
  @Test(arguments: [["--", "p/subs.md"], ["--", "subs.md"], ["--", "p", "subs.md"]])
  func followsItBeforeItIsLimited(paths: [String]) throws {
    let repository = try repository()
    let output = diff(repository, paths)

    #expect(output.contains("\u{201C}Germany\u{201D} becomes \u{201C}Austria\u{201D}"))
    #expect(output.contains("renamed from \u{201C}subs.md\u{201D} to \u{201C}p/subs.md\u{201D}"))
    #expect(output.contains("2 changes") && !output.contains("\u{201C}one\u{201D}"))
  }

  @Test func tellsNothingOfARenamedFileThatIsNotWanted() throws {
    let repository = try repository()
    let output = diff(repository, ["--", "other.md"])

    #expect(output.contains("1 change:") && !output.contains("renamed"))
  }

  private func list(_ title: String, _ names: String...) -> String {
    "# \(title)\n\n| Name | Purpose |\n|---|---|\n"
      + names.map { "| \($0) | What \($0) does for our service |\n" }.joined()
  }

  /// What is called alike is the same, however much of it changed; a text that only has the title
  /// or only the name in common must have a quarter of its words in common, too.
  @Test(arguments: [
    ("legal/subprocessors.md", "legal/sub-processors.md", "Our companies", true),
    ("subs/list.md", "pages/en/list.md", "Our companies", true),
    ("subs/list.md", "companies.md", "Our companies", false),
    ("legal/subprocessors.md", "legal/sub-processors.md", "Whom we trust", false),
  ])
  func followsAFileThatIsCalledAlike(
    old: String, new: String, title: String, isRenamed: Bool
  ) throws {
    let repository = try TestRepository()
    try repository.commit([old: list("Our Companies", "Alpha", "Beta")], "First", on: "2024-01-01")
    try repository.commit(
      [old: "", new: "# \(title)\n\n- Gamma, in Kiel, for mail\n- Delta, in Rome, for calls\n"],
      "Second", on: "2025-01-01")
    #expect(diff(repository, []).contains("the file is renamed") == isRenamed)
  }

  /// Step by step, each with most of its words kept, through a folder and a branch.
  @Test func followsTheHistoryOfTheName() throws {
    let repository = try TestRepository()
    func commit(_ old: String, _ new: String, _ names: String...) throws {
      let text =
        names.map { "- \($0) does for our service what \($0) does best\n" }.joined()
      try repository.commit(
        [old: "", new: "# Version of \(new)\n\n" + text], new, on: "2024-01-01")
    }
    try repository.commit(["a.md": "# A\n"], "First", on: "2024-01-01")
    try commit("a.md", "b.md", "Alpha", "Beta", "Gamma", "Delta")
    try repository.run("tag", "old")
    try commit("b.md", "c.md", "Gamma", "Beta", "Delta", "Eta")
    try repository.run("checkout", "--quiet", "-b", "side")
    try commit("c.md", "p/d.md", "Gamma", "Theta", "Delta", "Eta")
    try repository.run("checkout", "--quiet", "main")
    try repository.commit(["other.md": "# Other\n"], "Other", on: "2024-01-02")
    try repository.run("merge", "--quiet", "-m", "Merge", "side")
    try commit("p/d.md", "e.md", "Kappa", "Theta", "Delta", "Eta")
    try repository.run("branch", "last")

    func output(_ revisions: String...) -> String {
      let host = StandInHost(columns: 120)
      _ = runAnnex(
        arguments: ["diff", "--workspace", repository.folder.path] + revisions, host: host,
        workbench: CompilerWorkbench())
      return host.output
    }
    #expect(output("old", "last").contains("renamed from \u{201C}b.md\u{201D} to \u{201C}e.md"))
    #expect(output("old").contains("renamed from \u{201C}b.md\u{201D} to \u{201C}e.md\u{201D}"))
    #expect(output("last", "old").contains("renamed from \u{201C}e.md\u{201D} to \u{201C}b.md"))
    // What only one of two branches has done.
    try repository.run("checkout", "--quiet", "-b", "another", "old")
    try commit("b.md", "z.md", "Alpha", "Beta", "Gamma")
    #expect(output("another", "last").contains("renamed from \u{201C}z.md\u{201D} to \u{201C}e.md"))
    #expect(output("old...last").contains("renamed from \u{201C}b.md\u{201D} to \u{201C}e.md"))
    #expect(output("another...last") == output("old...last"))
  }
}
