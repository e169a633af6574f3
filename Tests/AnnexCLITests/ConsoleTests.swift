import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import AnnexCLI

struct ConsoleTests {
  @Test(arguments: [
    // choice, on a terminal, NO_COLOR, TERM, coloured
    ("auto", true, nil, "xterm", true),
    ("auto", false, nil, "xterm", false),
    ("auto", true, "1", "xterm", false),
    ("auto", true, "", "xterm", true),
    ("auto", true, nil, "dumb", false),
    ("always", false, "1", "dumb", true),
    ("never", true, nil, "xterm", false),
  ])
  func coloursWhereItIsWelcome(
    choice: String, onTerminal: Bool, noColor: String?, term: String, isColored: Bool
  ) {
    var environment = ["TERM": term]
    environment["NO_COLOR"] = noColor
    let host = StandInHost(environment: environment, terminals: onTerminal ? [.error] : [])
    let workbench = StandInWorkbench(diagnostics: [.sample(.error)])
    #expect(
      run("check --color \(choice)", host: host, workbench: workbench).error.contains("\u{1B}[")
        == isColored)
  }

  @Test func decidesColourForEachStreamByItself() {
    let host = StandInHost(terminals: [.output])
    let console = Console(options: GlobalOptions(), host: host)
    #expect(console.usesColor(on: .output) && !console.usesColor(on: .error))
  }

  @Test func sortsDiagnosticsAndPrintsEqualOnesOnce() {
    let workbench = StandInWorkbench(diagnostics: [
      .sample(.error, "z"), .sample(.warning, "a"), .sample(.error, "z"),
    ])
    #expect(
      run("check", workbench: workbench).error == """
        content/a.md:1:5: warning: a [some-fault]
          |
        1 | one two
          |     ^^^

        content/a.md:1:5: error: z [some-fault]
          |
        1 | one two
          |     ^^^

        checked 1 agreement, 12 sub-processors and 1,040 measures: 1 error, 1 warning

        """)
  }

  @Test func countsWhatItDoesNotTell() {
    let workbench = StandInWorkbench(
      diagnostics: (100..<145).map { .sample(.warning, "fault \($0)") })
    let result = run("check", workbench: workbench)
    #expect(result.error.matches(of: /\[some-fault\]/).count == 20)
    #expect(result.error.contains(": 45 warnings\n"))
    let json = run("check --format json", workbench: workbench)
    #expect(json.error.contains("\"notes\":[{\"message\":\"the file has 25 more of these\"}],"))
    #expect(json.error.contains("\"more\":25}\n"))
  }

  @Test(arguments: [1, 2]) func printsManyInTheirOrderWithAnyNumberOfWorkers(jobs: Int) {
    let numbers = (10_000..<12_600).map(String.init)
    // Of one code, the first few of a file would be all.
    let workbench = StandInWorkbench(
      diagnostics: numbers.reversed().map { number in
        var diagnostic = Diagnostic.sample(.error, number)
        diagnostic.code = Diagnostic.Code(rawValue: "fault-\(number)")
        return diagnostic
      })
    let printed = run("check --jobs \(jobs)", workbench: workbench).error
      .split(separator: "\n").filter { $0.hasPrefix("content/a.md:1:5: ") }
    #expect(printed == numbers.map { "content/a.md:1:5: error: \($0) [fault-\($0)]" })
  }

  @Test func printsNothingButObjectsAsJSON() throws {
    let workbench = StandInWorkbench(diagnostics: [.sample(.error), .sample(.warning, "b")])
    let result = run("check --format json", workbench: workbench)
    let lines = result.error.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(result.output.isEmpty)
  }

  @Test func printsOneLogAsSARIF() throws {
    for diagnostics in [[], [Diagnostic.sample(.error)]] {
      let result = run(
        "check --format sarif", workbench: StandInWorkbench(diagnostics: diagnostics))
      let log = try JSONSerialization.jsonObject(with: Data(result.error.utf8)) as? [String: Any]
      let run = (log?["runs"] as? [[String: Any]])?.first
      #expect((run?["results"] as? [Any])?.count == diagnostics.count)
    }
  }

  @Test func tellsWhereWritingFails() {
    let host = StandInHost()
    host.failWriting(with: FileError(.write, "standard output", .system(ENOSPC)))
    let result = run("version", host: host)
    #expect(result.exitCode == .inputOutput)
    #expect(
      result.error
        == "annex: error: standard output can't be written: no space left on the device\n")
  }

  @Test func saysNothingWhereTheReaderHasGone() {
    let host = StandInHost()
    host.failWriting(with: FileError(.write, "standard output", .system(EPIPE)))
    #expect(run("help", host: host) == RunResult(exitCode: .brokenPipe, output: "", error: ""))
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"),
    (-1_000, "-1,000"),
  ])
  func groupsDigits(number: Int, text: String) {
    #expect(grouped(number) == text)
  }
}
