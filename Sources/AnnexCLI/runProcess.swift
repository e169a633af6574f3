internal import FileSystem
internal import Portal

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Runs the program on this process's own arguments, streams and clock, and ends the process.
package func runProcess() -> Never {
  ignoreWriteSignals()
  let code = runAnnex(
    arguments: Array(CommandLine.arguments.dropFirst()), host: ProcessHost(),
    workbench: CompilerWorkbench(holding: held))
  exit(code.rawValue)
}

/// A global, which nothing frees before the process ends.
private let held = HeldUntilExit()
