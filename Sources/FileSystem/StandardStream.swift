#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output or standard error.
package enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Writes all of `bytes`, unbuffered.
  ///
  /// Errors: ``FileError/isBrokenPipe`` where the reader has gone away (`annex check | head`),
  /// which ends the work but is nobody's fault. Needs ``ignoreWriteSignals()``; without it the
  /// system ends the process instead.
  package func write(_ bytes: Span<UInt8>) throws(FileError) {
    try Descriptor.writeAll(bytes, to: rawValue, path: name)
  }

  package func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8).span)
  }

  /// Whether a person is looking, rather than a file or another program.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Columns of the terminal: `COLUMNS` where it is set to a number, what the terminal says, or 80.
  package var width: Int {
    if let columns = environmentVariable("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    var size = winsize()
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private var name: String { self == .output ? "standard output" : "standard error" }
}

/// Turns the signals that end a process on a failed write into errors of that write.
///
/// `SIGPIPE`: the reader of a pipe has gone. `SIGXFSZ`: a file would pass `ulimit -f`. Once, at the
/// start of the program, as signal handling belongs to the whole process.
package func ignoreWriteSignals() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}
