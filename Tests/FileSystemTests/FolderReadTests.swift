import FileSystem
import Foundation
import TestSupport
import Testing

struct FolderReadTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func readsWholeFiles(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try temporary.write(Data(bytes), to: "a/b.bin")

    #expect(try Folder(at: temporary.path).read("a/b.bin") == bytes)
    #expect(try readFile(at: temporary.path + "a/b.bin") == bytes)
  }

  @Test func readsFilesThatSayTheyAreEmpty() throws {
    #expect(try readFile(at: "/proc/self/status").count > 100)
  }

  @Test func refusesFilesOverTheLimitOnly() throws {
    try temporary.write("12345", to: "five")
    let folder = try Folder(at: temporary.path)

    #expect(try folder.read("five", limit: 5).count == 5)
    #expect(throws: FileError(.read, "five", .overLimit(limit: 4))) {
      try folder.read("five", limit: 4)
    }
    #expect(throws: FileError(.read, "/proc/self/status", .overLimit(limit: 10))) {
      try readFile(at: "/proc/self/status", limit: 10)
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func refusesAPipeWithoutWaitingForIt() throws {
    try #require(unsafe mkfifo(temporary.path + "pipe", 0o600) == 0)
    let folder = try Folder(at: temporary.path)

    let expected = FileError(.read, "pipe", .notAFile(.pipe))
    #expect(throws: expected) { try folder.read("pipe") }
    let nothing: [UInt8] = []
    #expect(try !folder.file(at: "pipe", holds: nothing.span))
    #expect(expected.description == "'pipe' cannot be read: it is a named pipe, not a regular file")
  }

  @Test func refusesFoldersAndDevices() throws {
    #expect(throws: FileError(.read, ".", .notAFile(.folder))) {
      try Folder(at: temporary.path).read(".")
    }
    #expect(throws: FileError(.read, "/dev/zero", .notAFile(.device))) {
      try readFile(at: "/dev/zero")
    }
  }

  @Test func refusesPathsWithANULByte() throws {
    let folder = try Folder(at: temporary.path)
    try temporary.write("secret", to: "a")

    #expect(throws: FileError(.read, "a\0b", .containsNUL)) { try folder.read("a\0b") }
    #expect(throws: FileError(.read, "/etc/passwd\0.md", .containsNUL)) {
      try readFile(at: "/etc/passwd\0.md")
    }
    #expect(throws: FileError(.create, "x\0", .containsNUL)) { try folder.createFolder("x\0") }
    #expect(throws: FileError(.remove, "a\0", .containsNUL)) { try folder.remove("a\0") }
    #expect(throws: FileError.self) { _ = try Folder(at: "\0") }
  }

  @Test func saysWhatIsMissingInPlainWords() throws {
    let folder = try Folder(at: temporary.path)

    let error = #expect(throws: FileError.self) { try folder.read("nowhere") }

    #expect(error?.isMissing == true)
    #expect(error?.description == "'nowhere' cannot be read: no such file or folder")
  }

  @Test func comparesContents() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    try temporary.write(Data(bytes), to: "file")
    var changed = bytes
    changed[199_999] ^= 1
    let folder = try Folder(at: temporary.path)

    #expect(try folder.file(at: "file", holds: bytes.span))
    #expect(try !folder.file(at: "file", holds: changed.span))
    let (shorter, longer) = (Array(bytes.dropLast()), bytes + [0])
    #expect(try !folder.file(at: "file", holds: shorter.span))
    #expect(try !folder.file(at: "file", holds: longer.span))
    #expect(try !folder.file(at: "none", holds: bytes.span))
  }

  @Test func doesNotTakeALinkForTheFile() throws {
    try temporary.write("text", to: "file")
    try temporary.link("link", to: "file")

    let text = Array("text".utf8)
    let folder = try Folder(at: temporary.path)
    #expect(try folder.file(at: "file", holds: text.span))
    #expect(try !folder.file(at: "link", holds: text.span))
  }
}
