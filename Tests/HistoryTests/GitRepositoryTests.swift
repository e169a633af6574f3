import Deadlines
import Foundation
import TestSupport
import Testing

@testable import History

@Suite(.enabled(if: TestRepository.isPossible))
struct GitRepositoryTests {
  @Test func findsTheRepositoryAboveAFolder() throws {
    let repository = try TestRepository()
    try repository.commit(["legal/content/portal.yml": "title: A"], "First", on: "2026-01-01")

    let opened = try GitRepository(around: repository.path + "/legal/content")

    let (working, isShallow) = (opened.workingFolder, opened.isShallow)
    #expect(working?.hasSuffix(repository.folder.url.lastPathComponent + "/") == true)
    #expect(!isShallow)
  }

  @Test func saysThatAFolderIsInNoRepository() throws {
    let folder = try TemporaryFolder()

    #expect(throws: GitError.noRepository(folder.path)) {
      _ = try GitRepository(around: folder.path)
    }
  }

  @Test func resolvesWhatGitResolves() throws {
    let repository = try TestRepository()
    try repository.commit(["a.md": "one"], "First\n\nMore words.", on: "2026-01-31")
    try repository.run("tag", "v1.0")
    try repository.commit(["a.md": "two"], "Second", on: "2026-02-28")
    let opened = try GitRepository(around: repository.path)

    let first = try opened.commit(named: "HEAD~1")

    #expect(first.subject == "First")
    #expect(first.date.description == "2026-01-31")
    #expect(try opened.commit(named: "v1.0") == first)
    #expect(try opened.commit(named: String(first.id.description.prefix(10))) == first)
    #expect(try opened.commit(named: "main").subject == "Second")
    let name = try repository.run("rev-parse", "HEAD~1").trimmingCharacters(in: .newlines)
    #expect(first.id.description == name)
  }

  @Test(arguments: ["v9", "HEAD~7", "", "a\0b", "..", "@{x", String(repeating: "f", count: 40)])
  func refusesRevisionsThatThereAreNot(revision: String) throws {
    let repository = try TestRepository()
    try repository.commit(["a.md": "one"], "First", on: "2026-01-01")
    let opened = try GitRepository(around: repository.path)

    #expect(throws: GitError.unknownRevision(revision)) {
      _ = try opened.commit(named: revision)
    }
  }

  @Test func listsTagsByTheDayOfTheirCommits() throws {
    let repository = try TestRepository()
    try repository.commit(["a.md": "one"], "First", on: "2026-01-01")
    try repository.run("tag", "v10")
    try repository.commit(["a.md": "two"], "Second", on: "2026-03-01")
    try repository.run("tag", "draft")
    try repository.run("tag", "v11")
    // An annotated tag is of its commit's day, whenever it was set.
    try repository.run("tag", "-a", "-m", "Ninth version", "v9", "HEAD~1", on: "2026-04-01")
    let opened = try GitRepository(around: repository.path)

    let tags = try opened.tags(matching: "v*").tags

    #expect(tags.map(\.name) == ["v9", "v10", "v11"])
    #expect(
      tags.map(\.commit.date.description) == ["2026-01-01", "2026-01-01", "2026-03-01"])
    #expect(tags.map(\.commit.subject) == ["Ninth version", "First", "Second"])
    #expect(tags[0].commit.id == tags[1].commit.id)
  }

  @Test func putsNoTagBeforeOneThatItsCommitWasMadeAfter() throws {
    let repository = try TestRepository()
    try repository.commit(["a.md": "1"], "First", on: "2026-01-01")
    try repository.commit(["a.md": "2"], "Second", on: "2026-03-01")
    try repository.run("tag", "v2")
    // On another branch, between the two days.
    try repository.run("checkout", "--quiet", "-b", "side", "HEAD~1")
    try repository.commit(["b.md": "b"], "Side", on: "2026-02-20")
    try repository.run("tag", "v1-side")
    try repository.run("checkout", "--quiet", "main")
    // Rebased, or made where the clock was wrong.
    try repository.commit(["a.md": "3"], "Third", on: "2026-02-15")
    try repository.run("tag", "v3")
    try repository.commit(["a.md": "4"], "Fourth", on: "2026-02-10")
    try repository.run("tag", "a-fourth")
    try repository.run("merge", "--quiet", "-m", "Merge", "side", on: "2026-02-11")
    let opened = try GitRepository(around: repository.path)

    let names = try opened.tags(matching: "*").tags.map(\.name)

    #expect(names == ["v1-side", "v2", "v3", "a-fourth"])
  }

  @Test func listsFilesBelowAPathAndReadsThem() throws {
    let repository = try TestRepository()
    try repository.commit(
      [
        "content/agreements/b.md": "bee", "content/agreements/a.md": "ä", "content/x/y/z.md": "z",
        "other.md": "o",
      ], "First", on: "2026-01-01")
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/content/link.md", withDestinationPath: "/etc/passwd")
    try repository.commit([:], "A link", on: "2026-01-02")
    let opened = try GitRepository(around: repository.path)
    let head = try opened.commit(named: "HEAD").id

    let files = try opened.files(of: head, under: "content")

    #expect(
      files.map(\.path)
        == ["content/agreements/a.md", "content/agreements/b.md", "content/x/y/z.md"])
    #expect(try opened.bytes(of: files[0]) == Array("ä".utf8))
    #expect(try opened.files(of: head, under: "other.md").map(\.path) == ["other.md"])
    #expect(try opened.files(of: head, under: "nowhere") == [])
    #expect(try opened.files(of: head).count == 4)
  }

  /// Ten trees, each with ten times the next: ten thousand million files in eleven objects.
  @Test func stopsAtATreeThatMultiplies() throws {
    let repository = try TestRepository()
    try repository.commit(["a.md": "one"], "First", on: "2026-01-01")
    var tree = try repository.run("rev-parse", "HEAD^{tree}").trimmingCharacters(in: .newlines)
    for _ in 0..<10 {
      let entries = (0..<10).map { "040000 tree \(tree)\td\($0)\n" }.joined()
      try repository.folder.write(entries, to: "entries")
      tree = try repository.run(
        "-c", "alias.m=!git mktree < entries", "m"
      ).trimmingCharacters(in: .newlines)
    }
    let commit = try repository.run("commit-tree", "-m", "Bomb", tree)
      .trimmingCharacters(in: .newlines)
    let opened = try GitRepository(around: repository.path)
    let id = try opened.commit(named: commit).id

    #expect(throws: GitError.self) { _ = try opened.files(of: id) }
  }

  @Test(arguments: [
    (Int64(0), Int32(0), "1970-01-01"), (-1, 0, "1969-12-31"), (86_399, 1, "1970-01-02"),
    (.max, 60, "9999-12-31"), (.min, -60, "0000-01-01"),
  ])
  func givesTheDayWhereACommitWasMade(time: Int64, offset: Int32, day: String) {
    #expect(GitRepository.day(of: time, offset: offset).description == day)
  }

  @Test func writesNamesAsGitDoes() {
    let bytes = [UInt8](0..<20)

    #expect(GitObjectID(bytes).description == "000102030405060708090a0b0c0d0e0f10111213")
  }
}
