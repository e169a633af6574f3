package import Diagnostics
internal import FileSystem
internal import Parallelism
internal import Portal

extension CompilerWorkbench {
  package func build(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome {
    try findWorkspace(settings.workspace)
    return BuildOutcome(
      buildPortal(request(settings, output: settings.output), progress: progress))
  }

  package func check(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome {
    try findWorkspace(settings.workspace)
    return BuildOutcome(buildPortal(request(settings, output: nil), progress: progress))
  }

  private func findWorkspace(_ path: String) throws(CommandFailure) {
    do throws(FileError) {
      _ = try Folder(at: path)
    } catch {
      throw CommandFailure(
        .noInput, "folder '\(path)' can't be read: \(error.reason)",
        help: "name the folder that holds 'content', or begin one with 'annex init'")
    }
  }

  func request(_ settings: BuildSettings, output: String?) -> PortalRequest {
    PortalRequest(
      workspace: settings.workspace, output: output, asOf: settings.asOf,
      workers: settings.jobs ?? availableProcessors(), isStrict: settings.isStrict,
      generator: "Annex \(annexVersion)", isPrecompressed: settings.isPrecompressed, held: held)
  }
}

extension BuildOutcome {
  fileprivate init(_ outcome: PortalOutcome) {
    self.init(
      diagnostics: outcome.diagnostics, texts: outcome.texts,
      content: ContentCounts(
        agreements: outcome.agreementCount, subProcessors: outcome.subProcessorCount,
        measures: outcome.measureCount),
      publication: outcome.publication.map {
        Publication(
          pages: $0.pages, files: $0.counts.written + $0.counts.unchanged,
          unchanged: $0.counts.unchanged)
      })
  }
}
