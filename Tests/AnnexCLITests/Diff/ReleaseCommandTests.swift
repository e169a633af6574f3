import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// `annex release` against the compiler itself.
struct ReleaseCommandTests {
  private func run(_ folder: TemporaryFolder, _ arguments: String...) -> RunResult {
    let host = StandInHost()
    let code = runAnnex(
      arguments: arguments + ["--workspace", folder.path], host: host,
      workbench: CompilerWorkbench())
    return RunResult(exitCode: code, output: host.output, error: host.error)
  }

  private func workspace(version: String = "'1'", text: String = "Ten days.") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: P\nprocessor: {name: P}\nsites: [{id: office, name: Office}]\n",
      to: "content/portal.yml")
    try write(version: version, text: text, in: folder)
    return folder
  }

  private func write(version: String, text: String, in folder: TemporaryFolder) throws {
    try folder.write(
      "---\ntitle: Policy\nkind: policy\nversion: \(version)\n---\n\n## 1. A\n\n\(text)\n",
      to: "content/agreements/policy.md")
  }

  private func write(state: String, in folder: TemporaryFolder) throws {
    try folder.write(
      """
      ---
      control: bdsg9.1
      measures: [{id: pa-01, text: Doors are locked., scopes: {office: \(state)}}]
      ---
      """, to: "content/measures/doors.md")
  }

  @Test func freezesUnderTheDayOrAName() throws {
    let folder = try workspace()

    let first = run(folder, "release", "--as-of", "2026-01-15")
    #expect(first.exitCode == .success)
    #expect(first.error.hasPrefix("froze 3 files in '\(folder.path)content/releases/2026-01-15'"))
    #expect(
      try folder.read("content/releases/2026-01-15/agreements/policy.md").contains("Ten days."))

    try write(version: "'2'", text: "Nine days.", in: folder)
    #expect(run(folder, "release", "second", "--as-of", "2026-02-01").exitCode == .success)
    #expect(try folder.read("content/releases/second/release.yml").contains("\"policy\": \"2\""))
    #expect(run(folder, "check", "--as-of", "2026-02-01").exitCode == .success)
  }

  @Test func triesWithoutWriting() throws {
    let folder = try workspace()
    _ = run(folder, "release", "--as-of", "2026-01-15")
    try write(version: "'2'", text: "Nine days.", in: folder)

    let trial = run(folder, "release", "--dry-run", "--as-of", "2026-02-01")
    #expect(trial.exitCode == .success)
    #expect(trial.output.contains("{+Nine+}"))
    let json = run(folder, "release", "--dry-run", "--format", "json", "--as-of", "2026-02-01")
    #expect(json.output.contains("\"from\":\"2026-01-15\",\"to\":\"2026-02-01\""))
    let releases = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "content/releases")
    #expect(releases == ["2026-01-15"])
  }

  @Test func takesTheNotesIntoTheRelease() throws {
    let folder = try workspace()
    try write(state: "implemented", in: folder)
    _ = run(folder, "release", "--as-of", "2026-01-15")
    try write(state: "partial", in: folder)

    let refused = run(folder, "release", "--as-of", "2026-02-01")
    #expect(refused.exitCode == .contentErrors)
    #expect(refused.error.contains("[unjustified-weakening]"))

    try folder.write(
      "summary: Doors\nnotes: [{measure: pa-01, reason: The lock is repaired.}]\n",
      to: "content/releases/next.yml")
    #expect(run(folder, "release", "--as-of", "2026-02-01").exitCode == .success)
    let record = try folder.read("content/releases/2026-02-01/release.yml")
    #expect(record.contains("summary: \"Doors\""))
    #expect(record.contains("The lock is repaired."))
    #expect(throws: (any Error).self) { try folder.read("content/releases/next.yml") }
  }

  /// What is about nothing that has changed is not published, and not lost.
  @Test func leavesIdleNotesForTheNextRelease() throws {
    let folder = try workspace()
    try write(state: "partial", in: folder)
    _ = run(folder, "release", "--as-of", "2026-01-15")
    try write(state: "implemented", in: folder)
    try folder.write(
      "notes: [{measure: pa-01, reason: Done.}, {measure: pa-09, reason: {en: Later., de: Bald.}}]\n",
      to: "content/releases/next.yml")

    #expect(run(folder, "release", "--as-of", "2026-02-01").exitCode == .success)
    let record = try folder.read("content/releases/2026-02-01/release.yml")
    #expect(record.contains("Done.") && !record.contains("Later."))
    #expect(
      try folder.read("content/releases/next.yml")
        == "notes:\n  - {measure: \"pa-09\", reason: {\"en\": \"Later.\", \"de\": \"Bald.\"}}\n")
  }

  @Test func namesTheFirstReleaseByItself() throws {
    let folder = try workspace()
    try write(state: "implemented", in: folder)

    let text = run(folder, "release", "2026", "--dry-run").output
    #expect(text.hasPrefix("2026 (the first release)\n"))
    #expect(
      run(folder, "release", "2026", "--dry-run", "--format", "json").output
        .hasPrefix("{\"to\":\"2026\""))
  }

  @Test func refusesAReleaseThatIsThere() throws {
    let folder = try workspace()
    _ = run(folder, "release", "first")

    let result = run(folder, "release", "first")
    #expect(result.exitCode == .cannotCreate)
    #expect(result.error.contains("release 'first' is there already"))
  }

  @Test func leavesTagsToGit() throws {
    let folder = try workspace()
    try folder.write(
      "title: P\nprocessor: {name: P}\nreleases: {from: git, tags: 'v*'}\n",
      to: "content/portal.yml"
    )

    let result = run(folder, "release")
    #expect(result.exitCode == .cannotCreate)
    #expect(result.error.contains("tag the commit with a name such as 'v*'"))
    #expect(run(folder, "check").error.contains("[unreadable-repository]"))
  }

  @Test(.enabled(if: TestRepository.isPossible))
  func checksWhatATagWouldRelease() throws {
    let repository = try TestRepository()
    let policy = "content/agreements/policy.md"
    func text(_ version: String, _ days: String) -> String {
      "---\ntitle: Policy\nkind: terms\nversion: '\(version)'\n---\n\n## 1. A\n\n\(days) days.\n"
    }
    let settings = "title: P\nprocessor: {name: P}\nreleases: {from: git, tags: 'v*'}\n"
    try repository.commit(
      ["content/portal.yml": settings, policy: text("1", "Ten")], "First", on: "2026-01-01")
    try repository.run("tag", "v1")
    func trial(_ text: String) throws -> RunResult {
      try repository.folder.write(text, to: policy)
      let host = StandInHost(columns: 90)
      let code = runAnnex(
        arguments: ["release", "--dry-run", "-w", repository.path, "--as-of", "2026-02-01"],
        host: host, workbench: CompilerWorkbench())
      return RunResult(exitCode: code, output: host.output, error: host.error)
    }

    let reused = try trial(text("1", "Nine"))
    #expect(reused.exitCode == .contentErrors)
    #expect(reused.error.contains("[unchanged-version]"))
    let changed = try trial(text("2", "Nine"))
    #expect(changed.exitCode == .success)
    #expect(changed.output.contains("{+Nine+}"))
  }

  /// A tag of a program in the same repository is no release, and one of a wrong clock is told.
  @Test(.enabled(if: TestRepository.isPossible))
  func publishesTagsThatChangeSomething() throws {
    let repository = try TestRepository()
    let (settings, dpa) = ("content/portal.yml", "content/agreements/dpa.md")
    func text(_ version: String, _ days: Int) -> String {
      "---\ntitle: DPA\nversion: '\(version)'\n---\n\n## 1. A\n\nWithin \(days) days.\n"
    }
    func tag(_ files: [String: String], _ tag: String, on day: String) throws {
      try repository.commit(files, tag, on: day)
      try repository.run("tag", tag)
    }
    let portal = "title: P\nprocessor: {name: P}\nreleases: {from: git, tags: 'v*'}\n"
    try tag([settings: portal, dpa: text("1", 30)], "v1", on: "2026-02-01")
    try tag(["app.py": "1"], "v1.1", on: "2026-02-02")
    try tag([dpa: text("2", 10)], "v2", on: "2026-01-15")
    for number in 1...5 {
      try tag(["app.py": "2.\(number)"], "v2.\(number)", on: "2026-02-1\(number)")
    }
    func run(_ command: String) -> String {
      let host = StandInHost(columns: 200)
      _ = runAnnex(
        arguments: [command, "-w", repository.path, "--as-of", "2026-03-01"], host: host,
        workbench: CompilerWorkbench())
      return host.error
    }

    let problems = run("build")
    #expect(problems.contains("release 'v2' was made after 'v1' of 2026-02-01, but its commit is"))
    let site = repository.folder.url.appending(path: "Site")
    let log = try String(contentsOf: site.appending(path: "changes/index.html"), encoding: .utf8)
    #expect(log.contains("With the same content: v2.1 \u{2026} v2.5"))
    #expect(log.contains("With the same content: v1.1<"))
    #expect(!log.contains("Nothing differs"))
    let start = try String(contentsOf: site.appending(path: "index.html"), encoding: .utf8)
    #expect(start.contains("shortened from 30 to 10 days"))
  }

  @Test(arguments: ["a/b", "", "..", "ä", "next.yml", "next", "con", "index", "LPT1.a", "a."])
  func refusesNamesThatAreNoAddress(id: String) throws {
    let result = run(try workspace(), "release", "--", id)

    #expect(result.exitCode == .wrongUsage)
  }
}
