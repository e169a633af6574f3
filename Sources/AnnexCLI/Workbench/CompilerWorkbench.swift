/// The compiler itself; each task calls its passes in a file of its own.
package struct CompilerWorkbench: Workbench {
  package init() {}
}
