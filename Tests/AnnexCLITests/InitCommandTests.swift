import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

struct InitCommandTests {
  private let paths = [
    "content/portal.yml", "content/agreements/dpa.md", "content/sub-processors/example-hosting.md",
    "content/measures/physical-access.md", "content/measures/data-access.md",
  ]

  @Test func writesAWorkspaceAndSaysHowToGoOn() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "new/legal"
    let result = run("init \(root) --as-of 2025-05-04")

    #expect(result.exitCode == .success)
    #expect(
      result.output == paths.map { "created \(root)/\($0)\n" }.joined() + """

        Edit '\(root)/content/portal.yml', then run:
          annex build --workspace \(root)

        """)
    for path in paths { #expect(try !folder.read("new/legal/\(path)").isEmpty) }
    #expect(
      try folder.read("new/legal/content/agreements/dpa.md").contains("effective: 2025-05-04\n"))
  }

  /// A company of the first day was never announced, and data has names that readers understand.
  @Test func writesASampleThatAgreesWithItself() throws {
    let folder = try TemporaryFolder()
    #expect(run("init \(folder.path) -q --as-of 2025-05-04").exitCode == .success)
    let built = run(
      "build -q -w \(folder.path) -o \(folder.path)Site --as-of 2025-05-04 --strict",
      workbench: CompilerWorkbench())
    #expect(built.exitCode == .success, "\(built.error)")

    let page = try folder.read("Site/sub-processors/index.html")
    #expect(!page.contains("Object until"))
    #expect(page.contains("Names and e-mail addresses, Contents that users enter"))
  }

  @Test func leavesOtherFilesAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "README.md")
    try folder.write("mine", to: "content/agreements/other.md")
    #expect(
      run("init -w \(folder.path) -q") == RunResult(exitCode: .success, output: "", error: ""))
    #expect(try folder.read("README.md") == "mine")
    #expect(try folder.read("content/agreements/other.md") == "mine")
  }

  @Test func writesNothingWhereAFileIsInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "content/measures/data-access.md")
    let result = run("init \(folder.path)")
    #expect(result.exitCode == .cannotCreate)
    #expect(
      result.error == """
        annex: error: file '\(folder.path)content/measures/data-access.md' is there already
          = help: start the workspace in another folder: 'annex init FOLDER'

        """)
    #expect(try folder.read("content/measures/data-access.md") == "mine")
    #expect(throws: (any Error).self) { try folder.read("content/portal.yml") }
  }

  @Test func countsTheFilesInTheWay() throws {
    let folder = try TemporaryFolder()
    #expect(run("init \(folder.path)").exitCode == .success)
    #expect(
      run("init \(folder.path)").error.contains(
        "file '\(folder.path)content/portal.yml' and 4 more are there already"))
  }

  @Test(arguments: ["content", "content/agreements"])
  func refusesAFileInThePlaceOfAFolder(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: path)
    let result = run("init \(folder.path)")
    #expect(result.exitCode == .cannotCreate)
    #expect(result.error.contains("'\(folder.path)\(path)' is a file, not a folder"))
    #expect(try folder.read(path) == "mine")
  }

  @Test func writesNothingThroughASymbolicLink() throws {
    let folder = try TemporaryFolder()
    let elsewhere = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "content"), withDestinationURL: elsewhere.url)
    let result = run("init \(folder.path)")
    #expect(result.exitCode == .cannotCreate)
    #expect(result.error.contains("content' is a symbolic link, not a folder"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
  }

  @Test func saysWhereItCannotWrite() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "file")
    let result = run("init \(folder.path)file/legal")
    #expect(result.exitCode == .cannotCreate)
    #expect(result.error.hasPrefix("annex: error: "))
  }
}
