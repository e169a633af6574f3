import Foundation
import TestSupport
import Testing

/// What the program writes, byte by byte.
@Suite(.enabled(if: Program.url != nil, "the program is not built"))
struct WholeProgramSiteTests {
  @Test func compilesTheSameBytesInEveryProcessOrderAndNumberOfWorkers() throws {
    let first = try Self.compile(workers: 1) { $0 < $1 }
    #expect(first.count > 20)
    expectSameFiles(
      try Self.compile(workers: 1) { $0 < $1 }, first, "built again in another process")
    expectSameFiles(
      try Self.compile(workers: 1) { $0 > $1 }, first, "files created in another order")
    expectSameFiles(try Self.compile(workers: 2) { $0 < $1 }, first, "built by two workers")
    expectSameFiles(try Self.compile(workers: 7) { $0 > $1 }, first, "built by seven workers")
  }

  /// Compiles a fresh copy of the example, its files created in the given order.
  private static func compile(
    workers: Int, by areInOrder: (String, String) -> Bool
  ) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    try Repository.copyWorkspace(to: folder, by: areInOrder)
    let result = try Program.run(
      ["build", "--as-of", "2026-03-01", "--jobs", "\(workers)"], in: folder.url)
    #expect(result.status == 0, "\(result.error)")
    return try Repository.files(in: folder.url.appending(path: "Site"))
  }

  @Test func startsAWorkspaceThatCompilesWithoutARemark() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "--quiet"], in: folder.url).status == 0)
    let result = try Program.run(["build", "--strict"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
    #expect(!result.output.contains(";"))
  }
}
