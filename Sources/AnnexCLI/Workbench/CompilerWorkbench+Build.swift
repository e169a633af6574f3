package import Diagnostics

extension CompilerWorkbench {
  package func build(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome {
    throw CommandFailure(.internalError, "this program was put together without its compiler")
  }

  package func check(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome {
    throw CommandFailure(.internalError, "this program was put together without its compiler")
  }
}
