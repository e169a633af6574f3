internal import Portal

/// The compiler itself; each task calls its passes in a file of its own.
package struct CompilerWorkbench: Workbench {
  /// Where portals are left that nobody needs any more; `nil` frees them.
  let held: HeldUntilExit?

  package init() { held = nil }

  init(holding held: HeldUntilExit) { self.held = held }
}
