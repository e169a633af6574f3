import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// A clone as continuous integration makes it, of a portal whose releases are tags.
@Suite(.enabled(if: TestRepository.isPossible))
struct ShallowCloneTests {
  @Test(
    arguments: [
      ("", ExitCode.contentErrors, "error"),
      ("checks: {shallow-clone: warning}\n", .success, "warning"),
      ("checks: {shallow-clone: off}\n", .success, nil),
    ] as [(String, ExitCode, String?)])
  func refusesToPublishAPortalWithoutItsPast(
    checks: String, code: ExitCode, severity: String?
  ) throws {
    let repository = try TestRepository()
    let settings = "title: P\nprocessor: {name: P}\nreleases: {from: git, tags: 'v*'}\n" + checks
    func text(_ version: Int) -> String {
      "---\ntitle: Policy\nkind: terms\nversion: '\(version)'\n---\n\n## 1. A\n\n\(version) days.\n"
    }
    try repository.commit(
      ["content/portal.yml": settings, "content/agreements/policy.md": text(1)], "First",
      on: "2026-01-01")
    try repository.run("tag", "v1")
    try repository.commit(["content/agreements/policy.md": text(2)], "Second", on: "2026-02-01")
    try repository.run("tag", "v2")
    let clone = try TemporaryFolder()
    try repository.run(
      "clone", "--quiet", "--depth", "1", "file://" + repository.path, clone.path + "/clone")
    let host = StandInHost(columns: 200)
    func build() -> ExitCode {
      runAnnex(
        arguments: ["build", "-w", clone.path + "/clone", "--as-of", "2026-03-01"], host: host,
        workbench: CompilerWorkbench())
    }

    #expect(build() == code)
    let message = "the clone is shallow, so that releases may be missing [missing-tags]"
    #expect(host.error.contains(message) == (severity != nil))
    if let severity { #expect(host.error.contains("\(severity): \(message)")) }
    let isWritten = FileManager.default.fileExists(atPath: clone.path + "/clone/Site/index.html")
    #expect(isWritten == (code == .success))
  }
}
