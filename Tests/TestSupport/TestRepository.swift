internal import Foundation
internal import Testing

/// A git repository in a folder that is gone when the test is over, made by the program `git`.
package struct TestRepository: Sendable {
  package let folder: TemporaryFolder

  /// Whether there is a program `git` to make one with.
  package static let isPossible = FileManager.default.isExecutableFile(atPath: program)
  private static let program = "/usr/bin/git"

  package init() throws {
    folder = try TemporaryFolder()
    try run("init", "--quiet", "--initial-branch=main")
  }

  package var path: String { folder.path }

  /// Writes the files and commits all that is in the folder.
  ///
  /// `day` is noon in UTC of that day; an empty text removes the file.
  package func commit(_ files: [String: String], _ message: String, on day: String) throws {
    for (path, text) in files {
      if text.isEmpty {
        try FileManager.default.removeItem(at: folder.url.appending(path: path))
      } else {
        try folder.write(text, to: path)
      }
    }
    try run("add", "--all")
    try run("commit", "--quiet", "--allow-empty", "-m", message, on: day)
  }

  /// Runs git, and gives what it says on standard output.
  @discardableResult
  package func run(_ arguments: String..., on day: String = "2026-01-01") throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = ["-C", path] + arguments
    // Nothing of the machine's own configuration may decide what a test sees.
    process.environment = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": path,
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
      "GIT_AUTHOR_DATE": "\(day)T12:00:00+0000", "GIT_COMMITTER_DATE": "\(day)T12:00:00+0000",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments) failed")
    return String(decoding: data, as: UTF8.self)
  }
}
