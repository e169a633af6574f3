import Deadlines
import Diagnostics
import FileSystem
import Frontmatter
import Registers
import TestSupport
import Testing

@testable import History

struct FrozenReleaseTests {
  private static let content = [
    ContentFile(name: "portal.yml", path: "content/portal.yml", bytes: Array("title: A\n".utf8)),
    ContentFile(
      name: "agreements/dpa.md", path: "content/agreements/dpa.md", bytes: Array("# A\n".utf8)),
    ContentFile(name: "notes.txt", path: "content/notes.txt", bytes: []),
  ]

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func folder(_ files: [(name: String, bytes: [UInt8])], id: String) -> FrozenFolder {
    FrozenFolder(
      id: id, path: "content/releases/\(id)",
      files: files.map {
        ContentFile(name: $0.name, path: "content/releases/\(id)/\($0.name)", bytes: $0.bytes)
      })
  }

  private func frozen(_ id: String = "2026-03-01") throws -> [(name: String, bytes: [UInt8])] {
    let next = readNextRelease(
      from: Array(
        """
        summary: {en: "A \\"first\\" one: yes", de: Erste}
        notes:
          - {agreement: dpa, path: 9 / para 2, materiality: editorial, reason: A slip.}
          - {agreement: dpa, before: "7", reason: Gone.}
          - {measure: pa-01, reason: {en: Closed., de: Geschlossen.}}
        """.utf8), path: "next.yml")
    #expect(next.diagnostics == [])
    return freezeContent(
      Self.content, id: id, date: try day("2026-03-01"), summary: next.next?.summary,
      notes: next.next?.notes ?? [], versions: [("dpa", "2.40"), ("avv", "true")])
  }

  @Test func readsBackWhatItFroze() throws {
    let (releases, diagnostics) = readFrozenReleases([folder(try frozen(), id: "2026-03-01")])

    #expect(diagnostics == [])
    let release = try #require(releases.first)
    #expect(release.date == (try day("2026-03-01")))
    #expect(release.summary?.text(in: "en").text == "A \"first\" one: yes")
    #expect(release.summary?.text(in: "de").text == "Erste")
    #expect(release.files.map(\.name) == ["agreements/dpa.md", "portal.yml"])
    #expect(release.notes.count == 3)
    #expect(release.notes[2].reason.text(in: "de").text == "Geschlossen.")
    #expect(release.notes[0].materiality?.value == "editorial")
    let places = release.notes.map { note -> ReleaseNote.Place? in
      if case .agreement(_, let place) = note.subject { place } else { nil }
    }
    #expect(places.map { $0?.path.value } == ["9 / para 2", "7", nil])
    #expect(places.map { $0?.version } == [nil, .before, nil])
  }

  @Test func writesTheRecordLast() throws {
    let files = try frozen()

    #expect(files.last?.name == "release.yml")
    let record = readRelease(from: files.last?.bytes ?? [], path: "release.yml").release
    #expect(record?.agreements.map(\.agreement.value) == ["avv", "dpa"])
    #expect(record?.agreements.map(\.version.value) == ["true", "2.40"])
  }

  @Test func namesTheFileThatHasChanged() throws {
    var files = try frozen()
    files[0].bytes.append(UInt8(ascii: "."))

    let (releases, diagnostics) = readFrozenReleases([folder(files, id: "2026-03-01")])

    #expect(diagnostics.map(\.code) == [.changedFrozenFile])
    #expect(diagnostics.first?.range?.path == "content/releases/2026-03-01/agreements/dpa.md")
    #expect(diagnostics.first?.notes.first?.range?.path.hasSuffix("release.yml") == true)
    #expect(releases.count == 1)
  }

  /// Day, summary and reasons are published as well, and the next release guards them.
  @Test(arguments: [
    ("", nil), ("date: 2026-03-01|date: 2026-01-20", "changed-release-record"),
    ("A slip.|Only a slip.", "changed-release-record"), ("folder", "missing-release"),
  ])
  func guardsTheRecordOfTheReleaseBefore(change: String, code: String?) throws {
    let first = try frozen()
    let (releases, _) = readFrozenReleases([folder(first, id: "2026-03-01")])
    let second = freezeContent(
      Self.content, id: "2026-04-01", date: try day("2026-04-01"), summary: nil, notes: [],
      versions: [], previous: releases.unguardedRecords)
    var files = first
    let parts = change.split(separator: "|").map(String.init)
    if parts.count == 2 {
      let record = String(decoding: files[files.count - 1].bytes, as: UTF8.self)
      files[files.count - 1].bytes = Array(record.replacing(parts[0], with: parts[1]).utf8)
    }
    let folders =
      (change == "folder" ? [] : [folder(files, id: "2026-03-01")])
      + [folder(second, id: "2026-04-01")]

    let (read, diagnostics) = readFrozenReleases(folders)

    #expect(diagnostics.map(\.code.rawValue) == [code].compactMap(\.self))
    #expect(read.last?.guarded == ["2026-03-01"])
    #expect(read.unguardedRecords.map(\.id) == ["2026-04-01"])
  }

  @Test func namesFilesThatCameAndWent() throws {
    var files = try frozen()
    files[0].name = "agreements/terms.md"

    let (_, diagnostics) = readFrozenReleases([folder(files, id: "2026-03-01")])

    #expect(diagnostics.map(\.code) == [.unlistedFrozenFile, .missingFrozenFile])
  }

  @Test func reportsAFolderThatIsNoRelease() throws {
    let (releases, diagnostics) = readFrozenReleases([
      folder(Array(try frozen().dropLast()), id: "draft"), folder(try frozen(), id: "2026-03-02"),
    ])

    #expect(diagnostics.map(\.code) == [.missingReleaseRecord, .releaseIDMismatch])
    #expect(releases.map(\.id) == ["2026-03-02"])
  }

  @Test func ordersReleasesByDayThenByNumber() throws {
    let folders = try ["v10", "v9", "v1"].map { folder(try frozen($0), id: $0) }

    #expect(readFrozenReleases(folders).releases.map(\.id) == ["v1", "v9", "v10"])
  }

  @Test(arguments: [
    ("v9", "v10"), ("1.9", "1.10"), ("a", "b"), ("v1", "v1.1"), ("01", "1"), ("2", "010"),
  ])
  func ordersNumbersBySize(left: String, right: String) {
    #expect(precedesNaturally(left, right))
    #expect(!precedesNaturally(right, left))
    #expect(!precedesNaturally(left, left))
  }

  @Test func putsAReleaseInPlaceOnce() throws {
    let root = try TemporaryFolder()
    try root.write("half", to: "content/releases/.2026-03-01.new/agreements/x.md")
    let workspace = try Folder(at: root.path)

    #expect(try writeRelease(try frozen(), id: "2026-03-01", in: workspace))
    #expect(try writeRelease(try frozen(), id: "2026-03-01", in: workspace) == false)

    #expect(try root.read("content/releases/2026-03-01/agreements/dpa.md") == "# A\n")
    let entries = try workspace.folder(at: "content/releases").entries().map(\.name)
    #expect(entries == ["2026-03-01"])
    let frozen = try workspace.folder(at: "content/releases/2026-03-01/agreements").entries()
    #expect(frozen.map(\.name) == ["dpa.md"])
  }

  @Test(arguments: [
    ("portal.yml", ContentFile.Kind.settings), ("agreements/dpa.md", .agreement),
    ("sub-processors/a.md", .subProcessor), ("measures/a.md", .measure),
    ("schemes/own.yml", .scheme),
  ])
  func tellsContentByItsPlace(name: String, kind: ContentFile.Kind) {
    #expect(ContentFile.kind(of: name) == kind)
  }

  @Test(arguments: [
    "agreements/a/b.md", "agreements/.md", "agreements/.a.md", "a.md", "", "x/a.md",
  ])
  func passesOverWhatIsNoContent(name: String) {
    #expect(ContentFile.kind(of: name) == nil)
  }
}

@Suite(.enabled(if: TestRepository.isPossible))
struct TaggedReleaseTests {
  @Test func readsReleasesFromTags() throws {
    let repository = try TestRepository()
    try repository.commit(["README.md": "No content yet."], "Begin", on: "2025-12-01")
    try repository.run("tag", "v0")
    let dpa = "legal/content/agreements/dpa.md"
    try repository.commit(
      [dpa: "one", "legal/content/portal.yml": "title: A"], "First", on: "2026-01-01")
    try repository.run("tag", "v1/first")
    try repository.commit([dpa: "two"], "Second", on: "2026-02-01")
    try repository.run("tag", "v2")
    let opened = try GitRepository(around: repository.path)

    let (releases, diagnostics) = try readTaggedReleases(
      in: opened, matching: "v*", contentFolder: "legal/content", at: Self.place)

    #expect(diagnostics == [])
    #expect(releases.map(\.id) == ["v1-first", "v2"])
    #expect(releases.map(\.date.description) == ["2026-01-01", "2026-02-01"])
    #expect(releases[1].files.map(\.name) == ["agreements/dpa.md", "portal.yml"])
    #expect(releases[1].files[0].path == "v2:legal/content/agreements/dpa.md")
    #expect(releases[0].files[1].digest == releases[1].files[1].digest)
    #expect(releases[0].files[0].digest != releases[1].files[0].digest)
  }

  private static let place = SourceRange(path: "content/portal.yml", line: 1, column: 1)

  @Test func readsWhatACommitSaysOfTheReleaseToCome() throws {
    let repository = try TestRepository()
    let (dpa, next) = ("content/agreements/dpa.md", "content/releases/next.yml")
    let notes = "notes: [{agreement: dpa, path: '1', reason: Asked for by many.}]\n"
    try repository.commit(
      [dpa: "one", next: "summary: First.\n" + notes], "First", on: "2026-01-01")
    try repository.run("tag", "v1")
    // Left behind: it speaks of the release before.
    try repository.commit([dpa: "two"], "Second", on: "2026-02-01")
    try repository.run("tag", "v2")
    try repository.commit([dpa: "three", next: "summary: Third.\n"], "Third", on: "2026-03-01")
    try repository.run("tag", "v3")
    try repository.commit([dpa: "four", next: "summary: [\n"], "Fourth", on: "2026-04-01")
    try repository.run("tag", "v4")
    let opened = try GitRepository(around: repository.path)

    let (releases, diagnostics) = try readTaggedReleases(
      in: opened, matching: "v*", contentFolder: "content", at: Self.place)

    #expect(diagnostics == [])
    #expect(
      releases.map { $0.summary?.variants[0].text.value } == ["First.", nil, "Third.", nil])
    #expect(releases.map(\.notes.count) == [1, 0, 0, 0])
  }

  @Test func leavesOutTagsOfSomethingElse() throws {
    let repository = try TestRepository()
    try repository.commit(["content/agreements/dpa.md": "one"], "First", on: "2026-01-01")
    try repository.run("tag", "v1")
    for (name, object) in [
      ("v-file", "HEAD:content/agreements/dpa.md"), ("v-folder", "HEAD^{tree}"),
    ] {
      try repository.run("tag", name, object)
      try repository.run("tag", "-a", "-m", "Noted", name + "-noted", object)
    }
    let opened = try GitRepository(around: repository.path)

    let (releases, diagnostics) = try readTaggedReleases(
      in: opened, matching: "v*", contentFolder: "content", at: Self.place)

    #expect(releases.map(\.id) == ["v1"])
    #expect(diagnostics.count == 4)
    #expect(diagnostics.allSatisfy { $0.code == .tagWithoutCommit && $0.severity == .warning })
    #expect(
      diagnostics.contains { $0.summary == "tag 'v-file' marks no commit, and is no release" })
  }

  @Test func warnsOfACloneWithoutReleases() throws {
    let repository = try TestRepository()
    try repository.commit(["README.md": "Before."], "Begin", on: "2025-12-01")
    try repository.run("tag", "v0")
    try repository.commit(["content/agreements/dpa.md": "one"], "First", on: "2026-01-01")
    func warning(_ path: String, _ pattern: String) throws -> String? {
      let opened = try GitRepository(around: path)
      let (_, diagnostics) = try readTaggedReleases(
        in: opened, matching: pattern, contentFolder: "content", at: Self.place)
      return diagnostics.first.map { "\($0.severity.name): \($0.summary)" }
    }

    #expect(
      try warning(repository.path, "v*")
        == "warning: no tag that matches 'v*' holds an agreement, so there are no releases")
    #expect(
      try warning(repository.path, "x*")
        == "warning: no tag matches 'x*', so there are no releases")
    try repository.run("tag", "v1")
    #expect(try warning(repository.path, "v*") == nil)
    let clone = try TemporaryFolder()
    try repository.run(
      "clone", "--quiet", "--depth", "1", "file://" + repository.path, clone.path + "/clone")
    #expect(
      try warning(clone.path + "/clone", "v*")
        == "warning: the clone is shallow, so that releases may be missing")
  }
}
