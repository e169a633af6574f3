import Deadlines
import Diagnostics
import Foundation
import Frontmatter
import Registers
import TestSupport
import Testing

@testable import History

@Suite(.enabled(if: TestRepository.isPossible))
struct TaggedReleasesTests {
  private let place = SourceRange(path: "content/portal.yml", line: 1, column: 1)

  @Test func givesEachTagAnAddressOfItsOwn() throws {
    let repository = try TestRepository()
    let tags = ["v/1", "v-1", "v-1-2", "v+1", "\u{FC}", "\u{E4}", "con"]
    for (index, tag) in tags.enumerated() {
      try repository.commit(
        ["content/agreements/a.md": "# A \(index)"], tag, on: "2026-01-0\(index + 1)")
      try repository.run("tag", tag)
    }
    let (releases, diagnostics) = try readTaggedReleases(
      in: try GitRepository(around: repository.path), matching: "*", contentFolder: "content",
      at: place)
    #expect(diagnostics.isEmpty)
    #expect(releases.map(\.id) == ["v-1", "v-1-2", "v-1-2-2", "v-1-3", "r--", "r---2", "rcon"])
  }

  private func read(
    _ repository: TestRepository, _ pattern: String = "*"
  ) throws -> (releases: [PublishedRelease], diagnostics: [Diagnostic]) {
    try readTaggedReleases(
      in: try GitRepository(around: repository.path), matching: pattern,
      contentFolder: "content", at: place)
  }

  /// A site may be made of the texts, in a folder that it knows and has always known.
  @Test func readsTheFolderThatTheContentLinksTo() throws {
    let repository = try TestRepository()
    try repository.commit(["policies/privacy.md": "one"], "First", on: "2026-01-01")
    try repository.run("tag", "v1")
    try repository.folder.write("title: T", to: "content/portal.yml")
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/content/agreements", withDestinationPath: "../policies")
    try repository.commit(["policies/notes.txt": "x"], "Second", on: "2026-02-01")
    try repository.run("tag", "v2")
    try repository.commit(["policies/privacy.md": "two"], "Third", on: "2026-03-01")
    try repository.run("tag", "v3")

    let (releases, diagnostics) = try read(repository)
    #expect(diagnostics == [])
    #expect(
      releases.map { $0.files.map(\.name) } == [
        ["agreements/privacy.md"], ["agreements/privacy.md", "portal.yml"],
        ["agreements/privacy.md", "portal.yml"],
      ])
    #expect(releases.map { $0.files[0].path }.last == "v3:policies/privacy.md")
    #expect(
      releases.map { String(decoding: $0.files[0].bytes, as: UTF8.self) } == ["one", "one", "two"])
  }

  /// What leads out of the repository, around the content or to another link is nothing.
  @Test(arguments: [
    "../../policies", "/policies", "..", ".", "releases", "../other", "../none", "",
  ])
  func leavesOtherLinksAlone(target: String) throws {
    let repository = try TestRepository()
    try repository.folder.write("title: T", to: "content/portal.yml")
    try repository.folder.write("one", to: "policies/privacy.md")
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/other", withDestinationPath: "policies")
    if !target.isEmpty {
      try FileManager.default.createSymbolicLink(
        atPath: repository.path + "/content/agreements", withDestinationPath: target)
    }
    try repository.commit(["content/releases/a.txt": "x"], "First", on: "2026-01-01")
    try repository.run("tag", "v1")
    let (releases, diagnostics) = try read(repository)
    #expect(releases.isEmpty)
    #expect(diagnostics.map(\.code) == [.missingTags])
  }

  /// What is on a branch of one customer was never published to all.
  @Test func leavesOutTagsOfOtherBranches() throws {
    let repository = try TestRepository()
    let dpa = "content/agreements/dpa.md"
    try repository.commit([dpa: "one"], "First", on: "2026-01-01")
    try repository.run("tag", "v1")
    try repository.run("checkout", "--quiet", "-b", "customer")
    try repository.commit([dpa: "special"], "Special terms", on: "2026-02-01")
    try repository.run("tag", "-a", "-m", "Special terms", "v1-customer")
    try repository.run("checkout", "--quiet", "main")
    try repository.commit([dpa: "two"], "Second", on: "2026-03-01")
    try repository.run("tag", "v2")
    // Without an agreement it could be no release anyway.
    try repository.run("checkout", "--quiet", "--orphan", "pages")
    try repository.commit([dpa: "", "index.html": "A"], "Pages", on: "2026-03-02")
    try repository.run("tag", "pages")
    try repository.run("checkout", "--quiet", "main")

    let (releases, diagnostics) = try read(repository)
    #expect(releases.map(\.id) == ["v1", "v2"])
    #expect(
      diagnostics.map(\.summary) == [
        "the commit of tag 'v1-customer' is not in the history of HEAD, so that it is no release"
      ])
    #expect(diagnostics.first?.code == .unmergedTag && diagnostics.first?.severity == .warning)

    // The portal of a day that is past.
    try repository.run("checkout", "--quiet", "v1")
    let past = try read(repository)
    #expect(past.releases.map(\.id) == ["v1"])
    #expect(
      past.diagnostics.map(\.summary) == [
        "the commits of 2 tags are not in the history of HEAD, so that these are no releases: "
          + "'v1-customer', 'v2'"
      ])

    try repository.run("checkout", "--quiet", "main")
    try repository.run("merge", "--quiet", "-s", "ours", "-m", "Merge", "customer")
    let merged = try read(repository)
    #expect(merged.releases.map(\.id) == ["v1", "v1-customer", "v2"])
    #expect(merged.diagnostics.isEmpty)
  }

  @Test func takesATagThatChangesNothingForAFurtherName() throws {
    let repository = try TestRepository()
    let (dpa, next) = ("content/agreements/dpa.md", "content/releases/next.yml")
    func tag(_ files: [String: String], _ tag: String, on day: String) throws {
      try repository.commit(files, tag, on: day)
      try repository.run("tag", tag)
    }
    try tag([dpa: "one"], "v1.0", on: "2026-01-01")
    try tag(["app.py": "a"], "v1.1", on: "2026-01-02")
    // Of the release to come.
    try tag(["app.py": "b", next: "summary: Two.\n"], "v1.2", on: "2026-01-03")
    try tag([dpa: "two"], "v2.0", on: "2026-01-04")
    try repository.run("tag", "latest")
    try tag([dpa: "one"], "v3.0", on: "2026-01-05")

    let (releases, diagnostics) = try read(repository)
    #expect(diagnostics.isEmpty)
    #expect(releases.map(\.id) == ["v1.0", "v2.0", "v3.0"])
    #expect(releases.map(\.furtherTags) == [["v1.1", "v1.2"], ["latest"], []])
    #expect(releases[0].date.description == "2026-01-01")
    #expect(
      releases.map { $0.summary?.variants[0].text.value } == [nil, "Two.", nil])
  }

  /// A tag that begins with `+` is an annotated one.
  @Test(arguments: [
    ("latest v1.1", "v1.1"), ("a nested v1.1-rc1 v1.1", "v1.1"), ("v1 v1.1 v1.1.0", "v1.1.0"),
    ("v1.1.0 +v1.1", "v1.1"), ("+stable v2", "v2"), ("stable +nested", "nested"),
    ("customer-x dpa/1.2", "dpa/1.2"), ("prod release-2", "release-2"),
    ("v1.1-customer-x zz", "v1.1-customer-x"), ("2026-03-01 current", "2026-03-01"), ("b a", "a"),
  ])
  func callsACommitByTheTagThatNamesAVersion(tags: String, name: String) throws {
    let repository = try TestRepository()
    try repository.commit(["content/agreements/a.md": "# A"], "A", on: "2026-01-01")
    let names = tags.split(separator: " ")
    for tag in names {
      if tag.hasPrefix("+") {
        try repository.run("tag", "-a", "-m", "Noted", String(tag.dropFirst()))
      } else {
        try repository.run("tag", String(tag))
      }
    }
    let marked = MarkedCommit.all(
      of: try GitRepository(around: repository.path).tags(matching: "*").tags)
    #expect(marked.map { $0.names.first } == [name])
    #expect(marked.first?.names.count == names.count)
  }
}
