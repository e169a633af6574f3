/// How a run ended, for scripts.
///
/// Source: 0 and 1 by custom of compilers; the others from BSD's `sysexits.h`.
package enum ExitCode: Int32, Sendable {
  case success = 0
  /// The content has errors, or warnings under `--strict`.
  case contentErrors = 1
  /// Of a comparison that could not be made, as diff(1) has it.
  case trouble = 2
  /// The command line is wrong; nothing was read or written.
  case wrongUsage = 64
  /// A file named on the command line isn't there or can't be read.
  case noInput = 66
  /// Another program that is needed isn't installed, or did not do its work.
  case unavailable = 69
  /// A fault of the program itself.
  case internalError = 70
  /// A file or folder can't be created.
  case cannotCreate = 73
  /// Reading or writing failed half way, such as on a full disk.
  case inputOutput = 74
  /// The reader of the output went away, as in `annex outline FILE | head`; shells show the same
  /// number for a program that the system ended for it.
  case brokenPipe = 141
}
