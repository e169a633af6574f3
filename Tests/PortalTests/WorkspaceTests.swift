import Diagnostics
import Foundation
import Portal
import TestSupport
import Testing

/// A folder with the least that a workspace must have.
struct WorkspaceFixture {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.write("title: Portal\n", to: "portal/content/portal.yml")
  }

  func write(_ path: String, _ text: String = "") throws {
    try temporary.write(text, to: "portal/" + path)
  }

  func link(_ path: String, to target: String) throws {
    let file = temporary.url.appending(path: "portal/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: file.path(percentEncoded: false), withDestinationPath: target)
  }

  func load(limit: Int = Workspace.maximumSourceSize) -> (Workspace, [Diagnostic]) {
    Workspace.load(temporary.path + "portal", shownAs: "portal", limit: limit)
  }
}

struct WorkspaceTests {
  private let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  @Test func readsEverySourceInItsPlace() throws {
    try fixture.write("content/agreements/dpa.md", "# DPA")
    try fixture.write("content/sub-processors/aws.md", "aws")
    try fixture.write("content/measures/access.md", "measure")
    try fixture.write("content/holidays/AT.yml", "country: AT")
    try fixture.write("content/releases/2026-03-01/release.yml", "date")
    try fixture.write("content/releases/2026-03-01/agreements/dpa.md", "old")
    try fixture.write("templates/pages/agreement.html", "page")
    try fixture.write("templates/assets/logo.svg", "logo")
    try fixture.write("README.md", "not a source")

    let (workspace, diagnostics) = fixture.load()

    #expect(diagnostics.isEmpty)
    #expect(
      workspace.sources.map(\.path) == [
        "content/agreements/dpa.md", "content/holidays/AT.yml", "content/measures/access.md",
        "content/portal.yml",
        "content/releases/2026-03-01/agreements/dpa.md",
        "content/releases/2026-03-01/release.yml", "content/sub-processors/aws.md",
        "templates/assets/logo.svg", "templates/pages/agreement.html",
      ])
    #expect(
      workspace.sources.map(\.kind) == [
        .agreement, .holidays, .measure, .portal, .release(id: "2026-03-01"),
        .release(id: "2026-03-01"),
        .subProcessor, .template, .template,
      ])
    #expect(
      workspace.sources.map { String($0.relativePath) } == [
        "dpa.md", "AT.yml", "access.md", "portal.yml", "agreements/dpa.md", "release.yml", "aws.md",
        "assets/logo.svg", "pages/agreement.html",
      ])
    #expect(workspace.bytes(of: "content/agreements/dpa.md") == Array("# DPA".utf8))
    #expect(workspace.bytes(of: "content/agreements/dpb.md") == nil)
    #expect(workspace.bytes(of: "zzz") == nil)
  }

  /// A line for each file: what it is, and the digest of what it holds.
  private func contents(of workspace: Workspace) -> [String] {
    workspace.sources.map { "\($0.path) \($0.kind) \($0.digest)" }
  }

  @Test func readsTheSameInWhateverOrderFilesWereCreated() throws {
    let paths = (0..<200).map { "content/agreements/agreement-\($0 % 13)-\($0).md" }
    let other = try WorkspaceFixture()
    for path in paths { try fixture.write(path, path) }
    for path in paths.reversed() { try other.write(path, path) }

    #expect(contents(of: fixture.load().0) == contents(of: other.load().0))
    #expect(fixture.load().0.sources.count == 201)
  }

  @Test func passesOverHiddenFilesAndEditorsBackups() throws {
    for name in [".DS_Store", "dpa.md~", ".dpa.md.swp", "dpa.md.swp", "#dpa.md#", ".#dpa.md"] {
      try fixture.write("content/agreements/\(name)")
      try fixture.write("content/\(name)")
      try fixture.write("templates/\(name)")
    }
    try fixture.write("content/.git/config")

    let (workspace, diagnostics) = fixture.load()

    #expect(workspace.sources.map(\.path) == ["content/portal.yml"])
    #expect(diagnostics.isEmpty)
  }

  @Test func followsLinksThatStayInside() throws {
    try fixture.write("shared/dpa.md", "shared")
    try fixture.write("themes/blue/page.html", "blue")
    try fixture.link("content/agreements/dpa.md", to: "../../shared/dpa.md")
    try fixture.link("templates", to: "themes/blue")
    try fixture.link("content/measures", to: "../shared")

    let (workspace, diagnostics) = fixture.load()

    #expect(diagnostics.isEmpty)
    #expect(workspace.bytes(of: "content/agreements/dpa.md") == Array("shared".utf8))
    #expect(workspace.bytes(of: "templates/page.html") == Array("blue".utf8))
    #expect(workspace.source(at: "content/measures/dpa.md")?.kind == .measure)
  }

  @Test func givesTheSameWithAnyNumberOfWorkers() throws {
    for index in 0..<100 { try fixture.write("content/agreements/\(index).md", "\(index)") }
    let path = fixture.temporary.path + "portal"

    let one = Workspace.load(path, workers: 1)
    let four = Workspace.load(path, workers: 4)

    #expect(contents(of: one.workspace) == contents(of: four.workspace))
  }
}
