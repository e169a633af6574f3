import AnnexCLI
import Foundation
import TestSupport
import Testing

/// The program as people start it: arguments, streams and exit codes of a process.
@Suite(.enabled(if: Program.url != nil, "the program is not built"))
struct ProgramTests {
  @Test func printsItsVersion() throws {
    let result = try Program.run(["--version"])
    #expect(result == .init(status: 0, output: "annex \(annexVersion)\n", error: ""))
  }

  @Test func separatesResultsFromComplaints() throws {
    let result = try Program.run(["biuld"])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(
      result.error
        == "annex: error: command 'biuld' does not exist\n  = help: replace 'biuld' with 'build'\n")
  }

  @Test func explainsItselfWithoutArguments() throws {
    let result = try Program.run([])
    #expect(result.status == 64)
    #expect(result.error.hasPrefix("Usage: annex "))
  }

  @Test func takesItsWidthFromTheEnvironment() throws {
    let narrow = try Program.run(["help", "build"], environment: ["COLUMNS": "50"])
    let wide = try Program.run(["help", "build"], environment: ["COLUMNS": "100"])
    #expect(narrow.output.split(separator: "\n").count > wide.output.split(separator: "\n").count)
  }

  @Test func startsAWorkspaceInTheCurrentFolder() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["init"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("\nEdit 'content/portal.yml', then run:\n  annex build\n"))
    #expect(try folder.read("content/portal.yml").contains("processor:"))
  }

  @Test func buildsTheWorkspaceThatItStarts() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "-q"], in: folder.url).status == 0)
    let check = try Program.run(["check", "--strict"], in: folder.url)
    #expect(check.status == 0)
    #expect(check.error == "checked 1 agreement, 1 sub-processor and 4 measures: no problems\n")

    let build = try Program.run(["build", "--strict"], in: folder.url)
    #expect(build.status == 0)
    #expect(build.error.isEmpty)
    #expect(build.output.hasPrefix("built 1 agreement, 1 sub-processor and 4 measures: "))
    #expect(build.output.hasSuffix(" s, in 'Site'\n"))
    #expect(try folder.read("Site/index.html").contains("Trust portal"))
  }

  @Test func survivesArgumentsThatAreNotUTF8() throws {
    // A shell passes the bytes on; Foundation's own process can't.
    let program = try #require(Program.url).path(percentEncoded: false)
    let result = try Program.run(
      ["-c", #"exec "$0" "$(printf 'b\377')""#, program], program: URL(filePath: "/bin/sh"))
    #expect(result.status == 64)
    #expect(result.error.hasPrefix("annex: error: command 'b\u{FFFD}' does not exist\n"))
  }

  @Test func endsQuietlyWhereTheReaderIsGone() throws {
    let program = try #require(Program.url).path(percentEncoded: false)
    let result = try Program.run(
      ["-c", #"{ "$0" help; echo "status $?" >&2; } | true"#, program],
      program: URL(filePath: "/bin/sh"))
    #expect(["status 141\n", "status 0\n"].contains(result.error))
  }
}

/// The `annex` that was built beside the tests.
enum Program {
  struct Result: Equatable {
    var status: Int32
    var output: String
    var error: String
  }

  static let url: URL? = {
    let folders =
      [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()]
      + CommandLine.arguments.filter { $0.contains(".xctest") }.map {
        URL(filePath: $0).deletingLastPathComponent()
      }
    let candidates = folders.compactMap { $0?.appending(path: "annex") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Runs the program, or another one, with nothing of this process's environment but the path.
  static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
    program: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = program ?? url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(
      ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]) { own, _ in own }
    let output = Pipe()
    // A file takes all of it, so that the program never waits for one pipe while the other is read.
    let folderOfErrors = try TemporaryFolder()
    let errorFile = folderOfErrors.url.appending(path: "stderr")
    try Data().write(to: errorFile)
    let error = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let outputText = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try error.close()
    let errorText = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
    return Result(status: process.terminationStatus, output: outputText, error: errorText)
  }
}
