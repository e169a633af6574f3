import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

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

  /// Pages of sites that are written in MDX.
  @Test func comparesPagesOfMDX() throws {
    let repository = try TestRepository()
    let page =
      "---\ntitle: Sub-processors\n---\n\n{/* sorted */}\n\n- [Wal](https://w.example). Mail.\n"
    try repository.commit(["docs/list.mdx": page], "First", on: "2024-01-01")
    try repository.commit(
      ["docs/list.mdx": page + "- [Stern](https://s.example). Print.\n", "docs/new.mdx": page],
      "Second", on: "2025-01-01")

    let result = diff(repository, "HEAD~1", "HEAD", "--", "docs/list.mdx")

    #expect(result.error == "")
    #expect(result.output.contains("sub-processor \u{201C}Stern\u{201D} is added"))
    // Of a page that is new, its companies are told.
    let all = diff(repository, "HEAD~1", "HEAD").output
    #expect(all.contains("sub-processor \u{201C}Wal\u{201D} is added"))
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
    #expect(result.output.contains("w/list: item 2: sub-processor \u{201C}Beta\u{201D} is removed"))
    #expect(result.output.contains("y/index: item 5: sub-processor \u{201C}Iota\u{201D} is added"))
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
    #expect(diff(repository, "2026-02").error.contains("that of another version, '2026-01'"))
    #expect(diff(repository, "2026.01").error.contains("replace '2026.01' with '2026-01'"))
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
    #expect(terms.contains("“100 euros” becomes “200 euros”"))
    #expect(!terms.contains("Notice"))
    let dpa = diff(repository, "HEAD~1", "HEAD", "--", "content/agreements/dpa.md").output
    #expect(dpa.contains("§ 2 “Notice” is added"))
    #expect(!dpa.contains("200"))
  }
}
