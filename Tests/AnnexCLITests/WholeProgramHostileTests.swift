import Foundation
import TestSupport
import Testing

/// Files and folders that nobody means well with: the program ends with an error and its place,
/// without a crash, and leaves no part of a portal.
@Suite(.enabled(if: Program.url != nil, "the program is not built"), .timeLimit(.minutes(10)))
struct WholeProgramHostileTests {
  @Test(arguments: [
    (
      "---\ntitle: Terms\n---\n\n" + String(repeating: "- ", count: 100_000) + "a",
      "markup-too-deep"
    ),
    (
      "---\ntitle: Terms\n---\n\n" + String(repeating: ">", count: 100_000) + "a", "markup-too-deep"
    ),
    ("---\ntitle: Terms\n---\n\n" + String(repeating: "[^1]:", count: 50_000), "markup-too-deep"),
    (
      "---\ntitle: Terms\n---\n\n" + String(repeating: "![[]()", count: 50_000),
      "paragraph-too-complex"
    ),
    ("---\nid: ../terms\ntitle: Terms\n---\n", "malformed-value"),
    ("---\nid: \"\"\ntitle: Terms\n---\n", "malformed-value"),
    ("---\nid: con\ntitle: Terms\n---\n", "malformed-value"),
    ("---\nid: index.html\ntitle: Terms\n---\n", "malformed-value"),
    ("---\nid: \"a\\nb\"\ntitle: Terms\n---\n", "malformed-value"),
    ("---\nid: \(String(repeating: "x", count: 300))\ntitle: Terms\n---\n", "malformed-value"),
    ("---\n" + String(repeating: "a: {", count: 1000), "frontmatter-unclosed"),
    ("---\n" + String(repeating: "- ", count: 1000) + "\n---\n", "data-depth"),
  ])
  func refusesAnAgreement(text: String, code: String) throws {
    try expectRefusal(code, at: "content/agreements/terms.md") { folder in
      try folder.write(text, to: "content/agreements/terms.md")
    }
  }

  @Test func refusesAFileOfGarbage() throws {
    var generator = SystemRandomNumberGenerator()
    let garbage = Data((0..<200_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    try expectRefusal("invalid-encoding", at: "content/agreements/terms.md") { folder in
      try folder.write(Data("# Terms\n\n".utf8) + garbage, to: "content/agreements/terms.md")
    }
  }

  @Test func refusesAFileOfAHundredMegabytesUnread() throws {
    try expectRefusal("oversized-file", at: "content/agreements/terms.md") { folder in
      try folder.write("# Terms\n", to: "content/agreements/terms.md")
      let file = folder.url.appending(path: "content/agreements/terms.md")
      try FileHandle(forWritingTo: file).truncate(atOffset: 100 << 20)
    }
  }

  @Test func refusesALinkThatLeadsOut() throws {
    try expectRefusal("link-out-of-workspace", at: "content/agreements/terms.md") { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: "content/agreements/terms.md").path,
        withDestinationPath: "/etc/passwd")
    }
  }

  @Test func refusesAnOutputThatIsAFile() throws {
    let folder = try Self.workspace()
    try folder.write("Mine.", to: "Site")
    let result = try Program.run(["build"], in: folder.url)
    #expect(result.status == 73)
    #expect(result.error.contains("[output-not-a-folder]\n"))
    #expect(try folder.read("Site") == "Mine.")
  }

  @Test func saysWhatAFolderLacksToBeAWorkspace() throws {
    let empty = try TemporaryFolder()
    let result = try Program.run(["build"], in: empty.url)
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("content:1:1: error: "))
    #expect(result.error.contains("annex init"))
    #expect(try Repository.files(in: empty.url).isEmpty)
  }

  @Test func compilesAPortalOfSettingsOnly() throws {
    let folder = try Self.workspace()
    let result = try Program.run(["build", "--strict"], in: folder.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.read("Site/index.html").contains("Trust portal"))
  }

  @Test func readsAnAgreementThatStatesNothing() throws {
    let folder = try Self.workspace()
    try folder.write("# Terms\n\nOnly words.\n", to: "content/agreements/terms.md")
    let result = try Program.run(["build"], in: folder.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.read("Site/agreements/terms/index.html").contains("Only words."))
  }

  /// It would be a row without a name in every list.
  @Test(arguments: ["Only words.\n", "", "\n"])
  func refusesAnAgreementWithoutAnyTitle(text: String) throws {
    try expectRefusal("missing-frontmatter", at: "content/agreements/terms.md:1:1") {
      try $0.write(text, to: "content/agreements/terms.md")
    }
  }

  /// Expects that a workspace changed by `spoil` is refused with `code` at `place`, and that an
  /// older portal stays as it is.
  private func expectRefusal(
    _ code: String, at place: String, sourceLocation: SourceLocation = #_sourceLocation,
    spoil: (TemporaryFolder) throws -> Void
  ) throws {
    let folder = try Self.workspace()
    #expect(try Program.run(["build"], in: folder.url).status == 0)
    let old = try Repository.files(in: folder.url.appending(path: "Site"))
    try spoil(folder)
    let result = try Program.run(["build"], in: folder.url)
    #expect(result.status == 1, sourceLocation: sourceLocation)
    let isReported = result.error.split(separator: "\n").contains {
      $0.hasPrefix("\(place):") && $0.contains(": error: ") && $0.hasSuffix("[\(code)]")
    }
    #expect(isReported, "\(result.error.prefix(400))", sourceLocation: sourceLocation)
    #expect(result.error.contains("= help: "), sourceLocation: sourceLocation)
    expectSameFiles(
      try Repository.files(in: folder.url.appending(path: "Site")), old, "the older portal",
      sourceLocation: sourceLocation)
  }

  /// A workspace of nothing but settings.
  private static func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      title: Trust portal
      languages: [en]
      processor:
        name: Example Software GmbH
        address: {street: Musterweg 1, postal-code: "20095", city: Hamburg, country: DE}
      """, to: "content/portal.yml")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "content/agreements"), withIntermediateDirectories: true)
    return folder
  }
}
