import Diagnostics
import Foundation
import Portal
import TestSupport
import Testing

/// What a workspace must not hold, and how it is told.
struct WorkspaceRefusalTests {
  private let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  /// `severity code path: summary; help`, one a diagnostic.
  private func report() -> [String] {
    fixture.load().1.map { diagnostic in
      let help = diagnostic.help.map { "; \($0)" } ?? ""
      let path = diagnostic.range?.path ?? ""
      return "\(diagnostic.severity.name) \(diagnostic.code.rawValue) \(path): "
        + "\(diagnostic.summary)\(help)"
    }
  }

  @Test func reportsAMissingContentFolder() throws {
    try FileManager.default.removeItem(at: fixture.temporary.url.appending(path: "portal/content"))
    #expect(
      report() == [
        "error missing-content content: folder 'content' does not exist; a workspace must have one; "
          + "run 'annex init' to start a portal here, or name its folder with '--workspace'"
      ])

    try fixture.write("contents/portal.yml")
    #expect(report().first?.hasSuffix("rename folder 'contents' to 'content'") == true)
  }

  @Test func reportsAMissingWorkspace() {
    let (workspace, diagnostics) = Workspace.load("/no/such/folder", shownAs: "folder")

    #expect(workspace.sources.isEmpty)
    #expect(
      diagnostics.map(\.summary) == ["'folder' cannot be opened: no such file or folder"])
    #expect(diagnostics.map(\.code) == [.unreadableFile])
  }

  @Test func reportsMissingSettings() throws {
    try FileManager.default.removeItem(
      at: fixture.temporary.url.appending(path: "portal/content/portal.yml"))

    #expect(
      report() == [
        "error missing-settings content/portal.yml: file 'content/portal.yml' does not exist; "
          + "a workspace must have one; write 'title: ...' and the other settings into "
          + "'content/portal.yml'; 'annex init' has a sample"
      ])
  }

  @Test func warnsOfWhatIsNotRead() throws {
    try fixture.write("content/agreement/dpa.md")
    try fixture.write("content/portal.yaml")
    try fixture.write("content/images/logo.png")
    try fixture.write("content/agreements/dpa.markdown")
    try fixture.write("content/agreements/notes.txt")
    try fixture.write("content/agreements/terms.docx")
    try fixture.write("content/agreements/old/dpa.md")
    try fixture.write("content/agreements/.md")
    try fixture.write("content/releases/release.yml")

    #expect(
      report() == [
        "warning unexpected-file content/agreement: folder 'content/agreement' is not read; "
          + "its name means nothing here; rename 'agreement' to 'agreements'",
        "error unexpected-file content/agreements/dpa.markdown: file "
          + "'content/agreements/dpa.markdown' is not read; names here must end in '.md'; "
          + "rename it to 'dpa.md' if it is Markdown, else move it out of 'content'",
        "warning unexpected-file content/agreements/notes.txt: file "
          + "'content/agreements/notes.txt' is not read; names here must end in '.md'; "
          + "rename it to 'notes.md' if it is Markdown, else move it out of 'content'",
        "warning unexpected-file content/agreements/old: folder 'content/agreements/old' is not "
          + "read; files here must not nest; move its files up into 'content/agreements'",
        "warning unexpected-file content/agreements/terms.docx: file "
          + "'content/agreements/terms.docx' is not read; names here must end in '.md'; "
          + "convert it to Markdown, as docs/markdown.md says, and move it out of 'content'",
        "warning unexpected-file content/images: folder 'content/images' is not read; its name "
          + "means nothing here; rename 'images' to 'pictures'",
        "warning unexpected-file content/portal.yaml: file 'content/portal.yaml' is not read; its "
          + "name means nothing here; rename 'portal.yaml' to 'portal.yml'",
        "warning unexpected-file content/releases/release.yml: file "
          + "'content/releases/release.yml' is not read; 'content/releases' holds one folder per "
          + "release and 'next.yml'; move it into the folder of its release, or out of 'content'",
      ])
  }

  @Test func refusesLinksThatLeadOut() throws {
    try fixture.temporary.write("secret", to: "outside/secret.md")
    try fixture.link("content/agreements/relative.md", to: "../../../outside/secret.md")
    try fixture.link("content/agreements/absolute.md", to: "/etc/passwd")
    try fixture.link("content/measures", to: fixture.temporary.path + "outside")
    try fixture.link("content/releases/2026", to: "../../../outside")
    try fixture.link("templates", to: "../outside")

    let (workspace, diagnostics) = fixture.load()

    #expect(workspace.sources.map(\.path) == ["content/portal.yml"])
    #expect(diagnostics.allSatisfy { $0.code == .linkOutOfWorkspace && $0.severity == .error })
    #expect(
      diagnostics.map { $0.range?.path } == [
        "content/agreements/absolute.md", "content/agreements/relative.md", "content/measures",
        "content/releases/2026", "templates",
      ])
    #expect(
      diagnostics.first?.summary
        == "symbolic link 'content/agreements/absolute.md' leads out of the workspace")
  }

  @Test(.timeLimit(.minutes(10)))
  func refusesLinksInACircle() throws {
    try fixture.link("content/agreements/a.md", to: "b.md")
    try fixture.link("content/agreements/b.md", to: "a.md")
    try fixture.link("content/agreements/nothing.md", to: "missing.md")
    try fixture.write("templates/page.html")
    try fixture.link("templates/up", to: "..")
    try fixture.link("templates/self", to: ".")

    let (workspace, diagnostics) = fixture.load()

    #expect(
      diagnostics.filter { $0.code == .unreadableFile }.map(\.summary) == [
        "symbolic link 'content/agreements/nothing.md' leads to nothing"
      ])
    #expect(
      diagnostics.filter { $0.code == .linkLoop }.map(\.summary) == [
        "symbolic link 'content/agreements/a.md' leads back to itself",
        "symbolic link 'content/agreements/b.md' leads back to itself",
        "symbolic link 'templates/self' leads to a folder that contains it",
        "symbolic link 'templates/up' leads to a folder that contains it",
      ])
    #expect(workspace.sources.map(\.path) == ["content/portal.yml", "templates/page.html"])
  }

  /// Twenty folders with two links each to the next would be a million folders.
  @Test(.timeLimit(.minutes(10)))
  func doesNotLetLinksMultiply() throws {
    for level in 0..<20 {
      for name in ["left", "right"] {
        try fixture.link("templates/\(level)/\(name)", to: "../\(level + 1)")
      }
    }
    try fixture.write("templates/20/page.html")

    let (workspace, diagnostics) = fixture.load()

    #expect(diagnostics.allSatisfy { $0.code == .linkLoop })
    #expect(diagnostics.count == 76)
    #expect(workspace.sources.count == 4)
  }

  @Test(.timeLimit(.minutes(10)))
  func refusesAHugeFileWithoutReadingIt() throws {
    try fixture.write("content/agreements/dpa.md", "12345")
    try fixture.write("content/agreements/huge.md")
    let huge = fixture.temporary.path + "portal/content/agreements/huge.md"
    // Takes no space on the disk, but would take all memory if it were read.
    try #require(unsafe truncate(huge, 100 << 30) == 0)

    #expect(
      report() == [
        "error oversized-file content/agreements/huge.md: file 'content/agreements/huge.md' is not "
          + "read: it is larger than 16 MiB; split it, or move what is not text out of the workspace"
      ])
    #expect(fixture.load(limit: 14).1.count == 1)
    let oversized = fixture.load(limit: 4).1.compactMap(\.range?.path)
    #expect(oversized.count == 3)
    #expect(oversized.contains("content/agreements/dpa.md"))
  }

  @Test(.timeLimit(.minutes(10)))
  func refusesWhatIsNeitherFileNorFolder() throws {
    try fixture.write("content/measures", "a file")
    try fixture.write("content/agreements/folder.md/x.md")
    try fixture.write("templates/page.html")
    for path in ["content/agreements/pipe.md", "templates/pipe"] {
      try #require(unsafe mkfifo(fixture.temporary.path + "portal/" + path, 0o600) == 0)
    }

    #expect(
      report() == [
        "error wrong-file-kind content/agreements/folder.md: 'content/agreements/folder.md' is a "
          + "folder; it must be a file; move it out of the workspace",
        "error wrong-file-kind content/agreements/pipe.md: 'content/agreements/pipe.md' is a named "
          + "pipe; it must be a file; move it out of the workspace",
        "error wrong-file-kind content/measures: 'content/measures' is a file; it must be a folder; "
          + "move it away, and make a folder 'content/measures'",
        "error wrong-file-kind templates/pipe: 'templates/pipe' is a named pipe; it must be a file; "
          + "move it out of the workspace",
      ])
  }

  @Test func refusesContentThatIsAFile() throws {
    let content = fixture.temporary.url.appending(path: "portal/content")
    try FileManager.default.removeItem(at: content)
    try fixture.write("content", "a file")

    #expect(
      report() == [
        "error wrong-file-kind content: 'content' is a file; it must be a folder; "
          + "move it away, and make a folder 'content'"
      ])
  }

  @Test func refusesNamesThatAreNotUTF8() throws {
    let path = Array((fixture.temporary.path + "portal/content/agreements/d").utf8)
    try fixture.write("content/agreements/fine.md")
    let bytes = (path + [0xFF] + Array("a.md".utf8) + [0]).map { CChar(bitPattern: $0) }
    let descriptor = unsafe creat(bytes, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)

    #expect(
      report() == [
        "error file-name-not-utf8 content/agreements/d\u{FFFD}a.md: file name "
          + "'content/agreements/d\u{FFFD}a.md' is not UTF-8; rename the file; letters, digits, "
          + "'-' and '.' are safe everywhere"
      ])
  }

  /// As nobody, where the tests run as the superuser, who may read everything.
  @Test func reportsFilesThatCannotBeRead() async throws {
    try fixture.write("content/agreements/dpa.md")
    try fixture.write("content/measures/access.md")
    let folder = fixture.temporary.path
    try #require(unsafe chmod(folder + "portal/content/agreements/dpa.md", 0) == 0)
    try #require(unsafe chmod(folder + "portal/content/measures", 0) == 0)
    defer { _ = unsafe chmod(folder + "portal/content/measures", 0o755) }

    await #expect(processExitsWith: .success) { [folder = folder as String] in
      if getuid() == 0 { try #require(setuid(65_534) == 0) }
      let (workspace, diagnostics) = Workspace.load(folder + "portal")
      #expect(workspace.sources.map(\.path) == ["content/portal.yml"])
      #expect(
        diagnostics.map(\.summary) == [
          "'content/agreements/dpa.md' cannot be read: permission denied",
          "'content/measures' cannot be opened: permission denied",
        ])
      #expect(diagnostics.allSatisfy { $0.code == .unreadableFile })
      #expect(
        diagnostics.first?.help == "let the user who runs Annex read 'content/agreements/dpa.md'")
    }
  }
}
