import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// `annex diff` of a commit and what is on the disk.
@Suite(.enabled(if: TestRepository.isPossible))
struct DiffWorkingFolderTests {
  private func diff(_ repository: TestRepository, _ arguments: [String]) -> RunResult {
    let host = StandInHost()
    let code = runAnnex(
      arguments: ["diff", "--workspace", repository.path] + arguments, host: host,
      workbench: CompilerWorkbench())
    return RunResult(exitCode: code, output: host.output, error: host.error)
  }

  /// As a clean checkout has it: caches, drafts and a submodule are no changes.
  @Test func leavesOutWhatGitTakesNoNoticeOf() throws {
    let repository = try TestRepository()
    try repository.commit(
      [
        "a.md": "# A\n", "kept.tmp.md": "# Kept\n", "b/TERMS.MD": "# Terms\n\nTen days.\n",
        ".gitignore": "cache/\n",
      ], "First", on: "2024-01-01")
    try repository.folder.write("cache/\n*.tmp.md\n", to: ".gitignore")
    try repository.folder.write("# Draft\n", to: "notes.tmp.md")
    try repository.folder.write("# Cached\n", to: "cache/page.md")
    try repository.run("init", "--quiet", "vendor/theme")
    try repository.folder.write("# Theme\n", to: "vendor/theme/README.md")
    #expect(diff(repository, ["HEAD", "--stat"]).output == "")
    #expect(diff(repository, ["HEAD"]).exitCode == .success)
    #expect(diff(repository, ["HEAD", repository.path]).exitCode == .success)

    // What is in git stays, whatever the rules say; and what is new is told.
    try repository.folder.write("# Kept\n\nLonger.\n", to: "kept.tmp.md")
    try repository.folder.write("# New\n", to: "new.md")
    try repository.folder.write("# Terms\n\nNine days.\n", to: "b/TERMS.MD")
    let result = diff(repository, ["HEAD", "--stat"])
    #expect(result.output.contains(" kept.tmp ") && result.output.contains(" new "))
    #expect(result.output.contains("TERMS") && !result.output.contains("notes"))
    // Added by force, it is in the index.
    try repository.run("add", "--force", "notes.tmp.md")
    #expect(diff(repository, ["HEAD", "--stat"]).output.contains(" notes.tmp "))
  }

  @Test func comparesTwoFoldersAsTheyAre() throws {
    let repository = try TestRepository()
    try repository.commit(
      [".gitignore": "*.tmp.md\n", "old/a.md": "# A\n", "new/a.md": "# A\n"], "First",
      on: "2024-01-01")
    try repository.folder.write("# Draft\n", to: "new/b.tmp.md")
    let result = diff(repository, [repository.path + "/old", repository.path + "/new", "--stat"])
    #expect(result.output.contains(" b.tmp "))
  }

  /// As a shell makes one of `<(git show HEAD:a.md)`.
  @Test func readsAPipe() throws {
    let repository = try TestRepository()
    try repository.commit(["a.md": "# A\n\nTen days.\n"], "First", on: "2024-01-01")
    let pipe = repository.path + "/pipe"
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    writer.arguments = ["-c", "sleep 0.1; printf '# A\\n\\nNine' > '\(pipe)'"]
    try writer.run()
    let result = diff(repository, [repository.path + "/a.md", pipe])
    writer.waitUntilExit()
    #expect(result.output.contains("\u{201C}Ten days.\u{201D} becomes \u{201C}Nine\u{201D}"))
  }
}
