extension CompilerWorkbench {
  package func outline(_ settings: OutlineSettings) throws(CommandFailure) -> TextOutcome {
    throw CommandFailure(.internalError, "this program was put together without its outliner")
  }
}
