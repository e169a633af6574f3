import Deadlines
import Diagnostics
import TestSupport
import Testing

@testable import AnnexCLI

struct CommandTests {
  private let published = Publication(pages: 1_062, files: 1_100, unchanged: 3)

  @Test func endsABuildWithOneLine() {
    let host = StandInHost()
    let workbench = StandInWorkbench(publication: published) { _ in host.pass(.milliseconds(42)) }
    #expect(
      run("build", host: host, workbench: workbench)
        == RunResult(
          exitCode: .success,
          output: """
            built 1 agreement, 12 sub-processors and 1,040 measures: 1,062 pages in 0.04 s, in 'Site'

            """,
          error: ""))
  }

  @Test(arguments: [
    (0, "0.00"), (1_234, "1.23"), (9_999, "9.99"), (10_000, "10.0"), (61_250, "61.2"),
  ])
  func saysHowLongABuildTook(milliseconds: Int, seconds: String) {
    let host = StandInHost()
    let workbench = StandInWorkbench(publication: published) { _ in
      host.pass(.milliseconds(milliseconds))
    }
    #expect(run("build", host: host, workbench: workbench).output.contains(" in \(seconds) s, "))
  }

  @Test func handsTheSettingsOfABuildOn() {
    let workbench = StandInWorkbench(publication: published)
    _ = run("-w legal build -j 3 --strict --as-of 2024-02-29", workbench: workbench)
    let day = CalendarDate("2024-02-29")
    #expect(
      workbench.requests.build.map { $0 }
        == day.map {
          BuildSettings(
            workspace: "legal", output: "legal/Site", asOf: $0, isStrict: true, jobs: 3)
        })
  }

  @Test func handsTheWishForCompressedFilesOn() {
    let workbench = StandInWorkbench(publication: published)
    _ = run("build", workbench: workbench)
    #expect(workbench.requests.build?.isPrecompressed == false)
    _ = run("build --precompress", workbench: workbench)
    #expect(workbench.requests.build?.isPrecompressed == true)
  }

  @Test func usesTheClockAndTheCurrentFolderByDefault() {
    let workbench = StandInWorkbench(publication: published)
    _ = run("build -o public", workbench: workbench)
    let settings = workbench.requests.build
    #expect(settings?.workspace == "." && settings?.output == "public")
    #expect(settings?.asOf.description == "2026-03-01" && settings?.jobs == nil)
  }

  @Test func saysThatNothingWasWrittenForErrors() {
    let workbench = StandInWorkbench(diagnostics: [.sample(.error), .sample(.warning)])
    let result = run("build", workbench: workbench)
    #expect(result.exitCode == .contentErrors)
    #expect(result.output.isEmpty)
    #expect(result.error.hasSuffix("\n1 error, 1 warning; 'Site' is left as it was\n"))
  }

  /// Whatever keeps an output from being written, it is not the content.
  @Test(arguments: [
    ("unwritable-output", ExitCode.cannotCreate), ("misplaced-output", .cannotCreate),
    ("foreign-output", .cannotCreate), ("build-running", .cannotCreate),
    ("output-not-a-folder", .cannotCreate), ("unknown-clause", .contentErrors),
  ])
  func tellsOutputsThatCannotBeWrittenFromContent(code: String, exitCode: ExitCode) {
    let fault = Diagnostic(Diagnostic.Code(rawValue: code), .error, "a fault", at: nil)
    let result = run("build", workbench: StandInWorkbench(diagnostics: [fault]))
    #expect(result.exitCode == exitCode)
  }

  @Test func countsWarningsInTheLastLine() {
    let workbench = StandInWorkbench(diagnostics: [.sample(.warning)], publication: published)
    let result = run("build", workbench: workbench)
    #expect(result.exitCode == .success)
    #expect(result.output.hasSuffix(", in 'Site'; 1 warning\n"))
  }

  @Test func reportsABuildAsJSON() {
    let host = StandInHost()
    let workbench = StandInWorkbench(publication: published) { _ in host.pass(.milliseconds(42)) }
    #expect(
      run("build --format json", host: host, workbench: workbench).output == """
        {"output":"Site","pages":1062,"files":1100,"unchanged":3,"agreements":1,\
        "subProcessors":12,"measures":1040,"errors":0,"warnings":0,"milliseconds":42}

        """)
  }

  @Test func printsOnlyDiagnosticsWhenQuiet() {
    let clean = StandInWorkbench(publication: published)
    #expect(run("build -q", workbench: clean).output.isEmpty)
    #expect(run("check -q", workbench: clean).error.isEmpty)
    let result = run("check -q", workbench: StandInWorkbench(diagnostics: [.sample(.error)]))
    #expect(result.error.hasPrefix("content/a.md:1:5: error:"))
    #expect(!result.error.contains("checked"))
  }

  @Test(arguments: [
    ("check", Diagnostic.Severity.error, ExitCode.contentErrors),
    ("check", .warning, .success), ("check --strict", .warning, .contentErrors),
    ("check --strict", .note, .success), ("build --strict", .warning, .contentErrors),
  ])
  func failsBySeverity(line: String, severity: Diagnostic.Severity, code: ExitCode) {
    let workbench = StandInWorkbench(diagnostics: [.sample(severity)], publication: published)
    #expect(run(line, workbench: workbench).exitCode == code)
  }

  @Test func checksWithoutBuilding() {
    let workbench = StandInWorkbench()
    let result = run("check", workbench: workbench)
    #expect(workbench.requests.build == nil && workbench.requests.check != nil)
    #expect(
      result.error == "checked 1 agreement, 12 sub-processors and 1,040 measures: no problems\n")
  }

  @Test func outlinesAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("# One\n", to: "a.md")
    let path = folder.path + "a.md"
    let workbench = StandInWorkbench(text: "One\n")
    let result = run("outline \(path) --format json", workbench: workbench)
    #expect(result == RunResult(exitCode: .success, output: "One\n", error: ""))
    #expect(
      workbench.requests.outline
        == OutlineSettings(path: path, bytes: Array("# One\n".utf8), isJSON: true, width: 80))
  }

  @Test func drawsDiagnosticsOfAnOutlineInItsFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("one two\n", to: "content/a.md")
    let path = folder.path + "content/a.md"
    let fault = Diagnostic(
      .init(rawValue: "some-fault"), .warning, "it is so",
      at: SourceRange(path: path, line: 1, column: 5, length: 3))
    let result = run(
      "outline \(path)", workbench: StandInWorkbench(diagnostics: [fault], text: "x"))
    #expect(result.error.contains("1 | one two\n  |     ^^^\n"))
    #expect(result.output == "x")
  }

  @Test func handsTheSettingsOfARenderingOn() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "d.json")
    let path = folder.path + "d.json"
    let workbench = StandInWorkbench(text: "done")
    let line = "render pages/a.html --theme t -d \(path) --undefined chainable"
    #expect(run(line, workbench: workbench).output == "done")
    #expect(
      workbench.requests.render
        == RenderSettings(
          template: "pages/a.html", theme: "t", dataPath: path, data: Array("{}".utf8),
          undefined: .chainable, language: .english))
  }

  @Test(arguments: ["outline missing.md", "render a.html --data missing.json"])
  func saysWhichFileIsMissing(line: String) {
    let result = run(line)
    #expect(result.exitCode == .noInput)
    #expect(result.error.hasPrefix("annex: error: file 'missing."))
    #expect(result.error.hasSuffix("' can't be read: no such file or folder\n"))
  }

  @Test func refusesAFolderAsInput() throws {
    let folder = try TemporaryFolder()
    let result = run("outline \(folder.path)")
    #expect(result.exitCode == .noInput)
    #expect(result.error.contains("it is a folder, not a regular file"))
  }
}
