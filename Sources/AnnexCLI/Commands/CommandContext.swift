package import Deadlines
package import Diagnostics

/// All that a command may use: the global options, the machine, the console, and the compiler.
package struct CommandContext: Sendable {
  package let options: GlobalOptions
  package let host: any CommandHost
  package let console: Console
  package let workbench: any Workbench

  package init(options: GlobalOptions, host: any CommandHost, workbench: any Workbench) {
    self.options = options
    self.host = host
    self.workbench = workbench
    console = Console(options: options, host: host)
  }

  /// The day that stands for today.
  package var asOf: CalendarDate { options.asOf ?? host.today() }

  /// Where the portal is written.
  package var output: String { options.output ?? joinedPath(options.workspace, "Site") }

  /// Runs `work` while its progress is shown, if anyone can see it.
  package func showingProgress<Result>(
    _ work: (any ProgressReporter) throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> Result {
    guard console.showsProgress else { return try work(SilentProgress()) }
    let progress = TerminalProgress(host: host)
    defer { progress.finish() }
    return try work(progress)
  }
}

/// `path` below `folder`; the current folder leaves no trace.
package func joinedPath(_ folder: String, _ path: String) -> String {
  if folder == "." || folder.isEmpty { return path }
  return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
}
