import Foundation
import TestSupport
import Testing

/// The folder of this repository, which is a workspace itself.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let fixtures = root.appending(path: "Tests/AnnexCLITests/Fixtures")

  /// Copies `content` and `templates`, file by file in the order that `areInOrder` gives them.
  static func copyWorkspace(
    from source: URL = root, to folder: TemporaryFolder,
    by areInOrder: (String, String) -> Bool = { $0 < $1 }
  ) throws {
    for name in ["content", "templates"] {
      for path in try files(in: source.appending(path: name)).keys.sorted(by: areInOrder) {
        let bytes = try Data(contentsOf: source.appending(path: "\(name)/\(path)"))
        try folder.write(bytes, to: "\(name)/\(path)")
      }
    }
  }

  /// The bytes of all files in a folder, by path; empty where there is no folder.
  static func files(in folder: URL) throws -> [String: Data] {
    let root = folder.resolvingSymlinksInPath()
    let base = root.path(percentEncoded: false)
    let prefix = base.hasSuffix("/") ? base : base + "/"
    var files: [String: Data] = [:]
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let file as URL in found ?? .init() where !file.hasDirectoryPath {
      let path = file.path(percentEncoded: false)
      files[String(path.dropFirst(prefix.count))] = try Data(contentsOf: file)
    }
    return files
  }
}

/// Expects the same files with the same bytes, and names the first that differ.
func expectSameFiles(
  _ actual: [String: Data], _ expected: [String: Data], _ comment: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let missing = expected.keys.filter { actual[$0] == nil }.sorted().prefix(5)
  let surplus = actual.keys.filter { expected[$0] == nil }.sorted().prefix(5)
  let changed = actual.keys.filter { expected[$0] != nil && expected[$0] != actual[$0] }
    .sorted().prefix(5)
  #expect(missing.isEmpty, comment, sourceLocation: sourceLocation)
  #expect(surplus.isEmpty, comment, sourceLocation: sourceLocation)
  #expect(changed.isEmpty, comment, sourceLocation: sourceLocation)
}
