import FileSystem
import Foundation
import TestSupport
import Testing

struct FolderListTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test func listsInByteOrder() throws {
    let names = ["b", "a", "B", "é", "e\u{301}", "z", "a-b", "a.b", "10", "9"]
    for name in names { try temporary.write("", to: name) }

    let entries = try Folder(at: temporary.path).entries()

    #expect(
      entries.map { Array($0.name.utf8) }
        == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(entries.allSatisfy { $0.kind == .file && $0.hasUTF8Name })
  }

  @Test func tellsKinds() throws {
    try temporary.write("", to: "file")
    try temporary.makeFolder("folder")
    try temporary.link("link", to: "folder")
    try #require(unsafe mkfifo(temporary.path + "pipe", 0o600) == 0)

    let entries = try Folder(at: temporary.path).entries()

    #expect(entries.map(\.kind) == [.file, .folder, .link, .pipe])
    #expect(try Folder(at: temporary.path).status(of: "link")?.kind == .link)
    #expect(try Folder(at: temporary.path).statusOfTarget(of: "link").kind == .folder)
    #expect(try Folder(at: temporary.path).status(of: "none") == nil)
  }

  @Test func marksNamesThatAreNotUTF8() throws {
    try #require(temporary.makeFile(named: [0x61, 0xFF, 0x62]))

    let entries = try Folder(at: temporary.path).entries()

    #expect(entries.map(\.name) == ["a\u{FFFD}b"])
    #expect(entries.map(\.hasUTF8Name) == [false])
  }

  @Test func walksATreeFolderByFolder() throws {
    for path in ["b/2", "b/1/x", "a", "b/10", "c/d/e/f", "b-1", "skip/me"] {
      try temporary.write("", to: path)
    }
    try temporary.makeFolder("empty")
    try temporary.link("loop", to: ".")

    let tree = try Folder(at: temporary.path).tree { $0 != "skip" }

    #expect(tree.map(\.path) == ["a", "b/1/x", "b/10", "b/2", "b-1", "c/d/e/f", "loop"])
    #expect(tree.map(\.kind) == [.file, .file, .file, .file, .file, .file, .link])
  }

  @Test func walksTheSameWhateverTheOrderOfCreation() throws {
    let paths = (0..<300).map { "folder-\($0 % 7)/file-\($0)" }
    let other = try TemporaryFolder()
    for path in paths { try temporary.write("", to: path) }
    for path in paths.shuffled() { try other.write("", to: path) }

    #expect(try Folder(at: temporary.path).tree() == Folder(at: other.path).tree())
  }
}
