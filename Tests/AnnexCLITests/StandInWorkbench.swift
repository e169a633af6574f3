import AnnexCLI
import Diagnostics
import Synchronization

/// A compiler that isn't there: it keeps what it was asked and answers as told.
final class StandInWorkbench: Workbench {
  struct Requests: Equatable {
    var build: BuildSettings?
    var check: BuildSettings?
    var outline: OutlineSettings?
    var render: RenderSettings?
    var release: ReleaseSettings?
    var diff: DiffSettings?
    var pdf: PDFSettings?
    var deadline: DeadlineSettings?
  }

  private let diagnostics: [Diagnostic]
  private let publication: Publication?
  private let text: String
  private let seen = Mutex(Requests())
  private let duringBuild: @Sendable (any ProgressReporter) -> Void

  init(
    diagnostics: [Diagnostic] = [], publication: Publication? = nil, text: String = "",
    duringBuild: @escaping @Sendable (any ProgressReporter) -> Void = { _ in }
  ) {
    self.diagnostics = diagnostics
    self.publication = publication
    self.text = text
    self.duringBuild = duringBuild
  }

  var requests: Requests { seen.withLock { $0 } }

  func build(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome {
    seen.withLock { $0.build = settings }
    duringBuild(progress)
    return outcome(publication: publication)
  }

  func check(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome {
    seen.withLock { $0.check = settings }
    return outcome(publication: nil)
  }

  func outline(_ settings: OutlineSettings) throws(CommandFailure) -> TextOutcome {
    seen.withLock { $0.outline = settings }
    return TextOutcome(output: Array(text.utf8), diagnostics: diagnostics)
  }

  func render(_ settings: RenderSettings) throws(CommandFailure) -> TextOutcome {
    seen.withLock { $0.render = settings }
    return TextOutcome(output: Array(text.utf8), diagnostics: diagnostics)
  }

  func release(
    _ settings: ReleaseSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> ReleaseOutcome {
    seen.withLock { $0.release = settings }
    return ReleaseOutcome(
      diagnostics: diagnostics, texts: SourceTextsInMemory(), output: Array(text.utf8))
  }

  func pdf(
    _ settings: PDFSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> PDFOutcome {
    seen.withLock { $0.pdf = settings }
    return PDFOutcome(
      diagnostics: diagnostics, texts: SourceTextsInMemory(),
      written: publication == nil ? nil : ["dpa.pdf", "measures.en.pdf"])
  }

  func diff(_ settings: DiffSettings) throws(CommandFailure) -> DiffOutcome {
    seen.withLock { $0.diff = settings }
    return DiffOutcome(
      output: Array(text.utf8), isDifferent: !text.isEmpty, diagnostics: diagnostics)
  }

  func deadline(_ settings: DeadlineSettings) throws(CommandFailure) -> TextOutcome {
    seen.withLock { $0.deadline = settings }
    return TextOutcome(output: Array(text.utf8), diagnostics: diagnostics)
  }

  private func outcome(publication: Publication?) -> BuildOutcome {
    BuildOutcome(
      diagnostics: diagnostics,
      texts: SourceTextsInMemory(["content/a.md": Array("one two\n".utf8)]),
      content: ContentCounts(agreements: 1, subProcessors: 12, measures: 1_040),
      publication: publication)
  }
}

/// What a run left behind.
struct RunResult: Equatable {
  var exitCode: ExitCode
  var output: String
  var error: String
}

/// Runs a command line, given as one string of words, against stand-ins.
func run(
  _ line: String, host: StandInHost = StandInHost(), workbench: any Workbench = StandInWorkbench()
) -> RunResult {
  let arguments = line.split(separator: " ").map(String.init)
  let code = runAnnex(arguments: arguments, host: host, workbench: workbench)
  return RunResult(exitCode: code, output: host.output, error: host.error)
}

extension Diagnostic {
  /// A diagnostic of the wanted severity at the second word of `content/a.md`.
  static func sample(_ severity: Severity, _ summary: String = "it is so") -> Diagnostic {
    Diagnostic(
      .init(rawValue: "some-fault"), severity, summary,
      at: SourceRange(path: "content/a.md", line: 1, column: 5, length: 3))
  }
}
