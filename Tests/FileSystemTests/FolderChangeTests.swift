import FileSystem
import Foundation
import TestSupport
import Testing

struct FolderChangeTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test func createsFilesButReplacesNone() throws {
    let folder = try Folder(at: temporary.path)
    let bytes = [UInt8](repeating: 7, count: 300_000)

    try folder.createFolders("a/b/c")
    try folder.createFolders("a/b/c")
    try folder.createFile("a/b/c/file", holding: bytes.span)

    #expect(try folder.read("a/b/c/file") == bytes)
    let error = #expect(throws: FileError.self) {
      try folder.createFile("a/b/c/file", holding: [1].span)
    }
    #expect(error?.reason == "it exists already")
    #expect(try folder.read("a/b/c/file") == bytes)
  }

  @Test func createsNoFolderWhereAFileIs() throws {
    try temporary.write("", to: "file")
    let folder = try Folder(at: temporary.path)

    let error = #expect(throws: FileError.self) { try folder.createFolder("file") }
    #expect(error?.description == "'file' cannot be created: it exists already")
    #expect(throws: FileError.self) { try folder.createFolders("file/below") }
  }

  @Test func linksKeepTheTimeStamp() throws {
    try temporary.write("text", to: "from/file")
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: past], ofItemAtPath: temporary.path + "from/file")
    let folder = try Folder(at: temporary.path)
    try folder.createFolder("to")

    try folder.folder(at: "from").link("file", to: "linked", in: folder.folder(at: "to"))
    try folder.folder(at: "from").copy("file", to: "copied", in: folder.folder(at: "to"))

    for name in ["linked", "copied"] {
      #expect(try temporary.read("to/\(name)") == "text")
      let attributes = try FileManager.default.attributesOfItem(
        atPath: temporary.path + "to/\(name)")
      #expect(attributes[.modificationDate] as? Date == past)
    }
    #expect(
      try folder.status(of: "to/linked")?.identity == folder.status(of: "from/file")?.identity)
    #expect(
      try folder.status(of: "to/copied")?.identity != folder.status(of: "from/file")?.identity)
  }

  @Test func exchangesFoldersInOneStep() throws {
    try temporary.write("old", to: "Site/page")
    try temporary.write("new", to: "next/site/page")
    let folder = try Folder(at: temporary.path)

    // Every file system that tests are likely to run on can; elsewhere nothing must have happened.
    if try folder.folder(at: "next").exchange("site", with: "Site", in: folder) {
      #expect(try temporary.read("Site/page") == "new")
      #expect(try temporary.read("next/site/page") == "old")
    } else {
      #expect(try temporary.read("Site/page") == "old")
    }
    #expect(throws: FileError.self) { try folder.exchange("Site", with: "none", in: folder) }
  }

  @Test func renamesFolders() throws {
    try temporary.write("text", to: "a/file")
    let folder = try Folder(at: temporary.path)
    try folder.createFolder("b")

    try folder.rename("a", to: "b", in: folder)

    #expect(try temporary.read("b/file") == "text")
    #expect(try folder.status(of: "a") == nil)
  }

  @Test func removesTreesWithoutFollowingLinks() throws {
    try temporary.write("keep", to: "outside/file")
    for index in 0..<50 { try temporary.write("", to: "tree/a\(index % 3)/b\(index)/file") }
    try temporary.link("tree/a1/out", to: "../../outside")
    try #require(temporary.makeFile(named: Array("tree/".utf8) + [0xFF]))
    let folder = try Folder(at: temporary.path)

    try folder.removeTree("tree")
    try folder.removeTree("tree")

    #expect(try folder.status(of: "tree") == nil)
    #expect(try temporary.read("outside/file") == "keep")
  }

  @Test func removesDeepTrees() throws {
    // As deep as one path can be; each level costs two bytes.
    let depth = 1_500
    let path = "deep" + String(repeating: "/d", count: depth)
    let folder = try Folder(at: temporary.path)
    try folder.createFolders(path)

    try folder.removeTree("deep")

    #expect(try folder.status(of: "deep") == nil)
  }

  @Test func refusesToRemoveALinkAsATree() throws {
    try temporary.write("keep", to: "outside/file")
    try temporary.link("tree", to: "outside")

    #expect(throws: FileError.self) { try Folder(at: temporary.path).removeTree("tree") }
    #expect(try temporary.read("outside/file") == "keep")
  }

  @Test func locksAgainstASecondHolder() throws {
    let folder = try Folder(at: temporary.path)
    do {
      let first = try folder.lock("lock")
      let hasFirst = first != nil
      let hasSecond = try folder.lock("lock") != nil
      #expect(hasFirst)
      #expect(!hasSecond)
      _ = consume first
    }
    let hasThird = try folder.lock("lock") != nil
    #expect(hasThird)
  }

  /// In a process of its own, as limits and signals belong to the process.
  @Test func reportsALimitOnFileSizesInsteadOfDying() async {
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryFolder()
      let folder = try Folder(at: temporary.path)
      ignoreWriteSignals()
      var limit = rlimit(rlim_cur: 50_000, rlim_max: 50_000)
      #if canImport(Glibc)
        try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #else
        try #require(unsafe setrlimit(RLIMIT_FSIZE, &limit) == 0)
      #endif

      let error = #expect(throws: FileError.self) {
        try folder.createFile("file", holding: [UInt8](repeating: 0, count: 60_000).span)
      }
      #expect(error?.reason == "the file would be larger than the system allows")
      #expect(try folder.entries().isEmpty)
    }
  }
}
