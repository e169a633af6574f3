package import Diagnostics
package import FileSystem
internal import Parallelism

/// Where a command's words go: results to standard output, diagnostics to standard error.
package struct Console: Sendable {
  package let format: DiagnosticFormat
  package let isQuiet: Bool
  private let color: ColorChoice
  private let workers: Int
  private let host: any CommandHost

  package init(options: GlobalOptions, host: any CommandHost) {
    format = options.format
    isQuiet = options.isQuiet
    color = options.color
    workers = options.jobs ?? availableProcessors()
    self.host = host
  }

  /// Writes a result; nothing for no bytes.
  package func printResult(_ bytes: [UInt8]) throws(CommandFailure) {
    try write(bytes, to: .output)
  }

  /// Prints what was asked for to the standard output.
  package func printResult(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8), to: .output)
  }

  /// Prints `diagnostics` in reading order, equal ones once, and of each kind in a file the first
  /// few.
  package func report(
    _ diagnostics: [Diagnostic], texts: any SourceTexts
  ) throws(CommandFailure) -> DiagnosticTally {
    let shown = diagnostics.inReadingOrder().withoutRepeats().limited()
    switch format {
    case .people: try printForPeople(shown, texts: texts)
    case .json: try write(Array(shown.map(jsonLine).joined().utf8), to: .error)
    case .sarif:
      let log = sarifLog(for: shown, texts: texts, version: annexVersion)
      try write(Array(log.utf8), to: .error)
    }
    return DiagnosticTally(shown)
  }

  /// One line about the run as a whole, for people who want one.
  package func summarize(_ line: String) throws(CommandFailure) {
    guard format == .people, !isQuiet else { return }
    try write(Array("\(line)\n".utf8), to: .error)
  }

  private func printForPeople(
    _ diagnostics: [Diagnostic], texts: some SourceTexts
  ) throws(CommandFailure) {
    let inColor = usesColor(on: .error)
    // As many as all workers print at once are held in memory, however many there are.
    var rest = diagnostics[...]
    while !rest.isEmpty {
      let batch = rest.prefix(workers * 4 * Self.printedTogether)
      let count = (batch.count + Self.printedTogether - 1) / Self.printedTogether
      let pieces = concurrentMap(count: count, workers: workers) { number in
        var printer = PeoplePrinter(texts: texts, inColor: inColor)
        var bytes: [UInt8] = []
        let part = batch.dropFirst(number * Self.printedTogether).prefix(Self.printedTogether)
        for diagnostic in part {
          printer.print(diagnostic, to: &bytes)
          bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
      }
      for piece in pieces { try write(piece, to: .error) }
      rest = rest.dropFirst(batch.count)
    }
  }

  /// Diagnostics that one worker prints in one go: most of those of one file stand together, and
  /// its lines are found once.
  private static let printedTogether = 256

  private func write(_ bytes: [UInt8], to stream: StandardStream) throws(CommandFailure) {
    guard !bytes.isEmpty else { return }
    do {
      try host.write(bytes, to: stream)
    } catch {
      if error.isBrokenPipe { throw .brokenPipe }
      throw CommandFailure(.inputOutput, "\(error.path) can't be written: \(error.reason)")
    }
  }
}

extension Console {
  /// Whether text on `stream` may be coloured.
  ///
  /// Source: no-color.org, a variable that is set and not empty; `TERM=dumb` by custom.
  package func usesColor(on stream: StandardStream) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .automatic:
      host.isTerminal(stream) && (host.environmentVariable("NO_COLOR") ?? "").isEmpty
        && host.environmentVariable("TERM") != "dumb"
    }
  }

  /// Whether someone watches standard error, on a terminal that can redraw a line.
  package var showsProgress: Bool {
    !isQuiet && format == .people && host.isTerminal(.error)
      && host.environmentVariable("TERM") != "dumb"
  }

  /// How many columns a line on `stream` may take.
  package func width(of stream: StandardStream) -> Int { host.width(of: stream) }
}

extension [Diagnostic] {
  /// Leaves out each diagnostic that equals an earlier one.
  fileprivate func withoutRepeats() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Console {
  /// A complaint about the command line or the machine, which has no place in a file.
  func printComplaint(about summary: String, help: String?) throws(CommandFailure) {
    let bold = usesColor(on: .error)
    let word = bold ? "\u{1B}[1;31merror:\u{1B}[0m" : "error:"
    var text = "annex: \(word) \(printable(summary))\n"
    if let help { text += "  = help: \(printable(help))\n" }
    try printComplaint(text)
  }

  func printComplaint(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8), to: .error)
  }
}
