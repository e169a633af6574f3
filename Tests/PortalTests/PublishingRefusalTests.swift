import Diagnostics
import FileSystem
import Foundation
import Portal
import TestSupport
import Testing

/// What a publication refuses; the output must be what it was after each.
struct PublishingRefusalTests {
  private let fixture: PublishingFixture

  init() throws { fixture = try PublishingFixture() }

  private func refusal(of output: String = "workspace/Site") throws -> Diagnostic {
    let error = #expect(throws: PublishingError.self) { _ = try fixture.begin(output) }
    return try #require(error).diagnostic
  }

  @Test func refusesAFileInItsPlace() throws {
    try fixture.temporary.write("mine", to: "workspace/Site")

    let diagnostic = try refusal()

    #expect(diagnostic.code == .outputNotAFolder)
    #expect(diagnostic.summary == "output 'workspace/Site' is a file; it must be a folder")
    #expect(diagnostic.range?.path == "workspace/Site")
    #expect(try fixture.temporary.read("workspace/Site") == "mine")
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func refusesALinkInItsPlace() throws {
    try fixture.temporary.write("mine", to: "elsewhere/file")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.workspace + "/Site", withDestinationPath: "../elsewhere")

    #expect(try refusal().code == .outputNotAFolder)
    #expect(try fixture.names(in: "elsewhere") == ["file"])
  }

  @Test func refusesAFolderThatItDidNotWrite() throws {
    try fixture.temporary.write("mine", to: "workspace/Site/thesis.txt")

    let diagnostic = try refusal()

    #expect(diagnostic.code == .foreignOutput)
    #expect(
      diagnostic.summary
        == "output 'workspace/Site' is not empty and was not written by Annex")
    #expect(try fixture.names(in: "workspace/Site") == ["thesis.txt"])
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func listsForeignFilesInASiteOfItsOwn() throws {
    try fixture.publish(["a": "1"])
    for index in 0..<12 { try fixture.temporary.write("", to: "workspace/Site/x/\(10 + index)") }
    let before = try fixture.files()

    let diagnostic = try refusal()

    #expect(diagnostic.code == .foreignOutput)
    #expect(
      diagnostic.summary == "output 'workspace/Site' holds 12 files that Annex did not write")
    #expect(diagnostic.notes.first?.summary == "'workspace/Site/x/10'")
    #expect(diagnostic.notes.count == 11)
    #expect(diagnostic.notes.last?.summary == "and 2 more")
    #expect(try fixture.files() == before)
  }

  @Test func refusesALinkInsideTheSite() throws {
    try fixture.publish(["a": "1"])
    try fixture.temporary.write("mine", to: "elsewhere/a")
    let page = fixture.workspace + "/Site/a"
    try FileManager.default.removeItem(atPath: page)
    try FileManager.default.createSymbolicLink(
      atPath: page, withDestinationPath: "../../elsewhere/a")

    #expect(try refusal().code == .foreignOutput)
    #expect(try fixture.temporary.read("elsewhere/a") == "mine")
  }

  @Test func doesNotTrustAManifestOfAnotherFormat() throws {
    try fixture.temporary.write("annex-manifest 999\na\n", to: "workspace/Site/.annex-manifest")
    try fixture.temporary.write("", to: "workspace/Site/a")

    #expect(try refusal().code == .foreignOutput)
  }

  @Test(arguments: [
    ("workspace/content", "lies in 'content'"), ("workspace/content/Site", "lies in 'content'"),
    ("workspace/content/x/y/Site", "lies in 'content'"),
    ("workspace/templates/../templates/Site", "lies in 'templates'"),
    ("workspace", "contains the workspace"), ("workspace/.", "contains the workspace"),
    ("workspace/content/..", "contains the workspace"), ("", "contains the workspace"),
    ("../../../../../../../../../..", "contains the workspace"),
    ("link-to-content/Site", "lies in 'content'"),
  ])
  func refusesPlacesAmongTheSources(output: String, words: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: fixture.temporary.path + "link-to-content", withDestinationPath: "workspace/content")

    let diagnostic = try refusal(of: output)

    #expect(diagnostic.code == .misplacedOutput)
    #expect(diagnostic.summary.contains(words), "\(diagnostic.summary)")
    #expect(try fixture.names(in: "workspace/content") == ["portal.yml"])
    #expect(try fixture.names(in: "workspace") == ["content", "templates"])
  }

  @Test func refusesASecondBuildUntilTheFirstIsOver() throws {
    let first = try fixture.begin()

    let diagnostic = try refusal()
    #expect(diagnostic.code == .buildRunning)
    #expect(
      diagnostic.summary
        == "another build is writing output 'workspace/Site'; one at a time may")

    try first.write("a", Array("1".utf8))
    _ = try first.commit()
    try fixture.publish(["a": "2"])
    #expect(try fixture.files()["a"] == "2")
  }

  @Test(arguments: [
    "../a", "a/../../b", "/etc/passwd", "a//b", "a/", "./a", "a/./b", "", ".", "..",
    "a\nb", "a\0b", ".annex-manifest",
  ])
  func refusesPathsThatAreNotPlainlyInside(path: String) throws {
    let publication = try fixture.begin()

    let error = #expect(throws: PublishingError.self) {
      try publication.write(path, Array("x".utf8))
    }

    #expect(error?.diagnostic.code == .invalidOutputPath)
    publication.abandon()
    #expect(try fixture.names(in: "workspace") == ["content", "templates"])
  }

  @Test func refusesAPathThatIsThereTwice() throws {
    try fixture.publish(["a": "1"])
    let publication = try fixture.begin()
    try publication.write("a", Array("1".utf8))
    try publication.write("a", Array("1".utf8))

    let error = #expect(throws: PublishingError.self) { try publication.commit() }

    #expect(error?.diagnostic.summary == "output path 'a' is written twice")
    #expect(try fixture.files()["a"] == "1")
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func refusesAPageWhereAFolderIs() throws {
    let publication = try fixture.begin()
    try publication.write("a/b", Array("1".utf8))

    let error = #expect(throws: PublishingError.self) {
      try publication.write("a", Array("1".utf8))
    }

    #expect(error?.diagnostic.code == .unwritableOutput)
    publication.abandon()
    #expect(try fixture.names(in: "workspace") == ["content", "templates"])
  }

  /// As nobody, where the tests run as the superuser, who may write everywhere.
  @Test func reportsAFolderThatCannotBeWritten() async throws {
    try fixture.publish(["a": "1"])
    try #require(unsafe chmod(fixture.workspace, 0o555) == 0)
    defer { _ = unsafe chmod(fixture.workspace, 0o755) }
    let folder = fixture.temporary.path

    await #expect(processExitsWith: .success) { [folder = folder as String] in
      if getuid() == 0 { try #require(setuid(65_534) == 0) }
      let error = #expect(throws: PublishingError.self) {
        _ = try SitePublication.begin(
          output: folder + "workspace/Site", shownAs: "Site", workspace: folder + "workspace")
      }
      let diagnostic = try #require(error).diagnostic
      #expect(diagnostic.code == .unwritableOutput)
      #expect(
        diagnostic.summary == "'.Site.annex-staging' cannot be created: permission denied")
      #expect(diagnostic.range?.path == "Site")
    }

    #expect(try fixture.files()["a"] == "1")
  }
}
