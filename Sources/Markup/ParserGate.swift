import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lets ordinary parses run side by side, and a parse that edits shared state run by itself.
///
/// A readers-and-writer lock of the standard library's parts. Entering costs an ordinary parse one
/// atomic addition, so that the second core is not lost; a parse by itself is rare, and waits for
/// the ones that are running by giving up its time slice.
struct ParserGate: ~Copyable, Sendable {
  private let inside = Atomic<Int>(0)
  private let isClosed = Atomic<Bool>(false)
  private let exclusive = Mutex<Void>(())

  /// Runs `body` beside others that share the gate, never beside one that has it alone.
  func share<Result: ~Copyable>(_ body: () -> Result) -> Result {
    while true {
      inside.add(1, ordering: .sequentiallyConsistent)
      if !isClosed.load(ordering: .sequentiallyConsistent) { break }
      inside.subtract(1, ordering: .sequentiallyConsistent)
      // Sleeps until the parse that has the gate alone is over.
      exclusive.withLock { _ in }
    }
    defer { inside.subtract(1, ordering: .sequentiallyConsistent) }
    return body()
  }

  /// Runs `body` while nothing else is inside.
  func takeAlone<Result: ~Copyable>(_ body: () -> Result) -> Result {
    exclusive.withLock { _ in
      isClosed.store(true, ordering: .sequentiallyConsistent)
      defer { isClosed.store(false, ordering: .sequentiallyConsistent) }
      while inside.load(ordering: .sequentiallyConsistent) > 0 { sched_yield() }
      return body()
    }
  }
}
