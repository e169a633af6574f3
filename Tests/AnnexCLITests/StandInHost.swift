import AnnexCLI
import Deadlines
import FileSystem
import Synchronization

/// A process that isn't there: what it would have seen is given, what it wrote is kept.
final class StandInHost: CommandHost {
  private struct State {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var time = Duration.zero
    var failure: FileError?
  }

  private let environment: [String: String]
  private let terminals: Set<StandardStream>
  private let columns: Int
  private let state = Mutex(State())

  init(
    environment: [String: String] = [:], terminals: Set<StandardStream> = [], columns: Int = 80
  ) {
    self.environment = environment
    self.terminals = terminals
    self.columns = columns
  }

  var output: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var error: String { state.withLock { String(decoding: $0.error, as: UTF8.self) } }

  func pass(_ duration: Duration) { state.withLock { $0.time += duration } }
  func failWriting(with error: FileError) { state.withLock { $0.failure = error } }

  func environmentVariable(_ name: String) -> String? { environment[name] }
  func today() -> CalendarDate { CalendarDate("2026-03-01") ?? .first }
  func monotonicTime() -> Duration { state.withLock { $0.time } }
  func isTerminal(_ stream: StandardStream) -> Bool { terminals.contains(stream) }
  func width(of stream: StandardStream) -> Int { columns }

  func write(_ bytes: [UInt8], to stream: StandardStream) throws(FileError) {
    let failure = state.withLock { state in
      guard state.failure == nil || stream == .error else { return state.failure }
      if stream == .output { state.output += bytes } else { state.error += bytes }
      return nil
    }
    if let failure { throw failure }
  }
}
