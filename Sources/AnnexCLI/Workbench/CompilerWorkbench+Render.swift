extension CompilerWorkbench {
  package func render(_ settings: RenderSettings) throws(CommandFailure) -> TextOutcome {
    throw CommandFailure(.internalError, "this program was put together without its templates")
  }
}
