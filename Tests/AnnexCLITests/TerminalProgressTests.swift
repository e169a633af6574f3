import Diagnostics
import FileSystem
import Testing

@testable import AnnexCLI

struct TerminalProgressTests {
  private func watched(
    environment: [String: String] = ["TERM": "xterm"], columns: Int = 80
  ) -> StandInHost {
    StandInHost(environment: environment, terminals: [.error], columns: columns)
  }

  private func build(
    _ line: String = "build", host: StandInHost,
    _ work: @escaping @Sendable (any ProgressReporter) -> Void
  ) -> String {
    let publication = Publication(pages: 1, files: 1, unchanged: 0)
    let workbench = StandInWorkbench(publication: publication, duringBuild: work)
    return run(line, host: host, workbench: workbench).error
  }

  /// Two seconds of 1,000 pages.
  private func render(_ host: StandInHost) -> @Sendable (any ProgressReporter) -> Void {
    { progress in
      progress.begin("load")
      progress.begin("render", total: 10_000, unit: "pages")
      for _ in 0..<1_000 {
        host.pass(.milliseconds(2))
        progress.advance()
      }
    }
  }

  @Test func drawsInPlaceAndCleansUp() {
    let host = watched()
    let error = build(host: host, render(host))
    let clear = "\r\u{1B}[K"
    #expect(
      error.hasPrefix("\(clear)render 500 of 10,000 pages, 500 a second\(clear)render 550 of"))
    #expect(error.hasSuffix(clear))
    #expect(!error.contains("\n"))
    #expect(error.split(separator: clear).count == 11)
  }

  @Test func showsNothingInTheFirstSecond() {
    let host = watched()
    let error = build(host: host) { progress in
      progress.begin("render", total: 10, unit: "pages")
      host.pass(.milliseconds(999))
      progress.advance()
    }
    #expect(error.isEmpty)
  }

  @Test(arguments: ["build -q", "build --format json", "build --format sarif"])
  func showsNothingWhereNotWanted(line: String) {
    let host = watched()
    #expect(!build(line, host: host, render(host)).contains("\r"))
  }

  @Test func showsNothingAwayFromATerminalThatRedraws() {
    let dumb = watched(environment: ["TERM": "dumb"])
    #expect(build(host: dumb, render(dumb)).isEmpty)
    let piped = StandInHost()
    #expect(build(host: piped, render(piped)).isEmpty)
  }

  @Test func fitsTheTerminal() {
    let host = watched(columns: 20)
    let error = build(host: host, render(host))
    #expect(error.hasPrefix("\r\u{1B}[Krender 500 of 10,00\r"))
  }

  @Test func namesAPassThatCountsNothing() {
    let host = watched()
    let error = build(host: host) { progress in
      host.pass(.seconds(2))
      progress.begin("resolve")
    }
    #expect(error.hasPrefix("\r\u{1B}[Kresolve\r"))
  }

  @Test func countsFromSeveralWorkers() async {
    let host = watched()
    let progress = TerminalProgress(host: host)
    progress.begin("render", total: 4_000, unit: "pages")
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask { for _ in 0..<1_000 { progress.advance() } }
      }
    }
    host.pass(.seconds(2))
    progress.advance(by: 0)
    #expect(host.error.contains("render 4,000 of 4,000 pages, 2,000 a second"))
  }
}
