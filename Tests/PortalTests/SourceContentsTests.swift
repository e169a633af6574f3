import Portal
import TestSupport
import Testing

/// Sources whose bytes a build holds only while it needs them.
struct SourceContentsTests {
  private let fixture: WorkspaceFixture

  init() throws {
    fixture = try WorkspaceFixture()
    try fixture.write("content/agreements/dpa.md", "# DPA\n")
  }

  private func source() throws -> SourceFile {
    try #require(fixture.load().0.source(at: "content/agreements/dpa.md"))
  }

  @Test func readsAgainWhatWasLetGoOf() throws {
    let source = try source()
    let copy = source
    let digest = source.digest
    source.letGo(digest: digest)
    #expect(copy.bytesForOnce == Array("# DPA\n".utf8))
    #expect(copy.digest == digest)
    #expect(copy.bytes == Array("# DPA\n".utf8))
  }

  @Test func takesNothingElseForTheFileThatWasRead() throws {
    let source = try source()
    let digest = source.digest
    source.letGo(digest: digest)
    try fixture.write("content/agreements/dpa.md", "# PPA\n")
    #expect(source.bytesForOnce.isEmpty)
    #expect(source.digest == digest)
  }

  @Test func holdsOnlyOnceWhatIsAskedForOnce() throws {
    let source = try source()
    source.letGo(digest: source.digest)
    #expect(source.bytesForOnce.count == 6)
    try fixture.write("content/agreements/dpa.md", "# PPA\n")
    #expect(source.bytesForOnce.isEmpty)
  }

  @Test func keepsWhatCantBeReadAgain() {
    let source = SourceFile(path: "content/agreements/dpa.md", kind: .agreement, bytes: [0x23])
    source.letGo(digest: source.digest)
    #expect(source.bytes == [0x23])
  }
}
