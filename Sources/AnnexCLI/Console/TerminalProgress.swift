internal import Diagnostics
internal import FileSystem
internal import Synchronization

/// Draws one line about the running pass, in place, for runs that take more than a second.
///
/// There is no thread or timer: whoever reports progress looks at the clock, and the first to come
/// after the next drawing is due draws. A page costs an atomic addition and a look at the clock.
package final class TerminalProgress: ProgressReporter {
  private struct Pass {
    var name = ""
    var unit = ""
    var total: Int?
    var start: Duration
    var hasDrawn = false
  }

  private let host: any CommandHost
  private let done = Atomic<Int>(0)
  /// In nanoseconds of the host's clock.
  private let nextDrawing: Atomic<Int64>
  private let pass: Mutex<Pass>

  /// Nothing is shown before the first, nor more often than the second.
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  package init(host: any CommandHost) {
    self.host = host
    let now = host.monotonicTime()
    nextDrawing = Atomic((now + Self.patience).inNanoseconds)
    pass = Mutex(Pass(start: now))
  }

  package func begin(_ name: String, total: Int?, unit: String) {
    let now = host.monotonicTime()
    pass.withLock { pass in
      done.store(0, ordering: .relaxed)
      pass.name = name
      pass.unit = unit
      pass.total = total
      pass.start = now
      draw(&pass, ifDueAt: now)
    }
  }

  package func advance(by count: Int) {
    done.add(count, ordering: .relaxed)
    let now = host.monotonicTime()
    guard now.inNanoseconds >= nextDrawing.load(ordering: .relaxed) else { return }
    // A worker that finds another one drawing has better things to do than to wait.
    _ = pass.withLockIfAvailable { pass in draw(&pass, ifDueAt: now) }
  }

  /// Takes the line away again; call it once, after the last report.
  package func finish() {
    pass.withLock { pass in
      if pass.hasDrawn { write("\r\u{1B}[K") }
      pass.hasDrawn = false
    }
  }

  private func draw(_ pass: inout Pass, ifDueAt now: Duration) {
    guard now.inNanoseconds >= nextDrawing.load(ordering: .relaxed) else { return }
    nextDrawing.store((now + Self.interval).inNanoseconds, ordering: .relaxed)
    pass.hasDrawn = true
    let columns = host.width(of: .error)
    write("\r\u{1B}[K\(line(for: pass, at: now).prefix(max(0, columns - 1)))")
  }

  /// `render 1,234 of 10,000 pages, 5,120 a second`
  private func line(for pass: Pass, at now: Duration) -> String {
    let done = done.load(ordering: .relaxed)
    guard !pass.unit.isEmpty else { return pass.name }
    var line = "\(pass.name) \(grouped(done))"
    if let total = pass.total { line += " of \(grouped(total))" }
    line += " \(pass.unit)"
    let milliseconds = Int((now - pass.start) / .milliseconds(1))
    if milliseconds >= 200 { line += ", \(grouped(done * 1_000 / milliseconds)) a second" }
    return line
  }

  /// What can't be shown is no reason to stop a build.
  private func write(_ text: String) {
    try? host.write(Array(text.utf8), to: .error)
  }
}

extension Duration {
  /// Enough for 292 years.
  fileprivate var inNanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
