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
}
