import FileSystem
import Foundation
import TestSupport
import Testing

/// Each test runs against the kernel's resolution and this module's own: they must agree.
@Suite(.serialized)
struct FolderResolveTests {
  private static let resolutions = [Folder.Resolution.kernelOrSteps, .steps]

  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.write("secret", to: "outside/secret")
    try temporary.write("inside", to: "root/folder/file")
  }

  private func root(_ resolution: Folder.Resolution) throws -> Folder {
    try Folder(at: temporary.path + "root", resolution: resolution)
  }

  @Test(arguments: resolutions)
  func followsLinksThatStayInside(resolution: Folder.Resolution) throws {
    try temporary.link("root/a/direct", to: "../folder/file")
    try temporary.link("root/a/folder", to: "../folder")
    try temporary.link("root/a/chain", to: "folder/../a/direct")
    // `..` after a link is the parent of the link's target, not of the link.
    try temporary.link("root/deep/er/up", to: "../../a")

    let root = try root(resolution)
    for path in [
      "a/direct", "a/folder/file", "a/chain", "folder/../folder/./file", "deep/er/up/direct",
      "deep/er/up/../folder/file", "folder//file",
    ] {
      #expect(try root.read(path) == Array("inside".utf8), "\(path)")
    }
    #expect(try root.folder(at: "a/folder").entries().map(\.name) == ["file"])
    #expect(try root.folder(at: ".").entries().map(\.name) == ["a", "deep", "folder"])
    #expect(try root.folder(at: "folder/..").entries().map(\.name) == ["a", "deep", "folder"])
  }

  @Test(arguments: resolutions)
  func refusesWhatLeadsOutside(resolution: Folder.Resolution) throws {
    let absolute = temporary.path + "outside"
    try temporary.link("root/relative", to: "../outside/secret")
    try temporary.link("root/absolute", to: absolute + "/secret")
    try temporary.link("root/absolute-inside", to: temporary.path + "root/folder/file")
    try temporary.link("root/parent", to: "..")
    try temporary.link("root/folder/far", to: "../../outside")
    try temporary.link("root/chain", to: "folder/far/secret")
    try temporary.link("root/there-and-back", to: "../root/folder/file")

    let root = try root(resolution)
    for path in [
      "relative", "absolute", "absolute-inside", "parent/outside/secret", "folder/far/secret",
      "chain", "there-and-back", "../outside/secret", "folder/../../outside/secret",
      absolute + "/secret", "..",
    ] {
      #expect(throws: FileError(.read, path, .leadsOutside)) { try root.read(path) }
      #expect(throws: FileError(.open, path, .leadsOutside)) { _ = try root.folder(at: path) }
    }
  }

  @Test(arguments: resolutions)
  func refusesToWriteOutside(resolution: Folder.Resolution) throws {
    try temporary.link("root/out", to: "../outside")
    try temporary.link("root/dangling", to: "../outside/new")
    let root = try root(resolution)

    #expect(throws: FileError(.create, "out/new", .leadsOutside)) {
      try root.createFile("out/new", holding: [1].span)
    }
    #expect(throws: FileError.self) { try root.createFile("dangling", holding: [1].span) }
    #expect(throws: FileError.self) { _ = try root.lock("out/lock") }
    #expect(throws: FileError.self) { _ = try root.lock("dangling") }
    #expect(try Folder(at: temporary.path + "outside").entries().map(\.name) == ["secret"])
  }

  @Test(.timeLimit(.minutes(10)), arguments: resolutions)
  func endsOnLinksInACircle(resolution: Folder.Resolution) throws {
    try temporary.link("root/a", to: "b")
    try temporary.link("root/b", to: "a")
    try temporary.link("root/self", to: "self/self")

    let root = try root(resolution)
    for path in ["a", "b", "self", "a/x"] {
      let error = #expect(throws: FileError.self) { try root.read(path) }
      #expect(error?.reason == "too many symbolic links, or links in a circle")
    }
  }

  @Test(arguments: resolutions)
  func tellsFilesFromFolders(resolution: Folder.Resolution) throws {
    let root = try root(resolution)

    #expect(throws: FileError(.open, "folder/file", .notAFolder)) {
      _ = try root.folder(at: "folder/file")
    }
    let error = #expect(throws: FileError.self) { try root.read("folder/file/x") }
    #expect(error?.reason == "a part of the path is not a folder")
    #expect(throws: FileError.self) { try root.read("") }
    #expect(throws: FileError.self) { try root.read("missing/../folder/file") }
  }

  @Test(arguments: resolutions)
  func findsTheFoldersAbove(resolution: Folder.Resolution) throws {
    let folder = try root(resolution).folder(at: "folder")
    let root = try root(resolution)

    let parent = try #require(try folder.parent()?.identity())
    #expect(try parent == root.identity())
    #expect(try Folder(at: "/").parent()?.identity() == nil)
  }
}
