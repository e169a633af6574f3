import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

/// Trees in print, a folder a case.
struct MarkupTreeGoldenTests {
  @Test(arguments: try Fixture.all())
  func matchesTheDump(fixture: Fixture) throws {
    let (tree, diagnostics) = parseMarkdown(try fixture.input(), bodyStart: 0, path: "input.md")

    // A row of one table is longer than its head.
    #expect(
      diagnostics.map(\.code)
        == (fixture.folder.lastPathComponent == "tables" ? [.surplusCell] : []))
    try expectGolden(tree.dump(), at: fixture.folder.appending(path: "tree.txt"))
  }
}

/// A folder of `Fixtures` with an `input.md` and what is expected of it.
struct Fixture: CustomTestStringConvertible, Sendable {
  let folder: URL

  var testDescription: String { folder.lastPathComponent }

  func input() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "input.md")))
  }

  static func all() throws -> [Fixture] {
    try FileManager.default
      .contentsOfDirectory(
        at: testFolder.appending(path: "Fixtures"), includingPropertiesForKeys: nil
      )
      .sorted { $0.path < $1.path }
      .map(Fixture.init)
  }
}

/// Where the tests of this target and their files are.
let testFolder = URL(filePath: #filePath).deletingLastPathComponent()
