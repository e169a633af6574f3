import Synchronization

/// The results of `body` for `0..<count`, in order, computed by several threads at once.
///
/// Blocks until all is done, so that a synchronous pass can use it: as many threads as `workers`
/// (the caller's is one of them) take the next index from one counter. The order in which bodies
/// run is open; the order of the results is not. Jobs of 10 µs and more are worth it; for shorter
/// ones let a body do a range of them.
///
/// Two workers are nearly twice as fast as one where the bodies don't share class-backed values:
/// each access to an element of a shared array or dictionary retains and releases it atomically,
/// and the cores then wait for each other. Borrow such storage once, at the start of the body.
///
/// Errors: what `body` threw for the smallest index. Later indices may then have been left out.
package func concurrentMap<Element: Sendable, Failure: Error>(
  count: Int, workers: Int = availableProcessors(),
  _ body: @Sendable (Int) throws(Failure) -> Element
) throws(Failure) -> [Element] {
  try concurrentMap(count: count, workers: workers, makeState: {}) {
    (_: inout Void, index) throws(Failure) in try body(index)
  }
}

/// ``concurrentMap(count:workers:_:)`` where each worker keeps a value of its own between its jobs.
///
/// For what is dear to make and must not be shared: output buffers, scratch space, lookup tables.
/// Which jobs meet in one state is open, so a result must not depend on the jobs before it.
package func concurrentMap<State, Element: Sendable, Failure: Error>(
  count: Int, workers: Int = availableProcessors(), makeState: @Sendable () -> State,
  _ body: @Sendable (inout State, Int) throws(Failure) -> Element
) throws(Failure) -> [Element] {
  precondition(count >= 0, "a map has no negative number of jobs")
  let workers = min(max(workers, 1), count)
  guard workers > 1 else {
    var state = makeState()
    var results: [Element] = []
    results.reserveCapacity(count)
    for index in 0..<count { results.append(try body(&state, index)) }
    return results
  }

  let queue = JobQueue<Element, Failure>(count: count)
  withoutActuallyEscaping(makeState) { makeState in
    withoutActuallyEscaping(body) { body in
      runOnThreads(workers) {
        var state = makeState()
        queue.work { index throws(Failure) in try body(&state, index) }
      }
    }
  }
  return try queue.results()
}

/// The jobs that are left and the results so far.
private final class JobQueue<Element: Sendable, Failure: Error>: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)
  private let hasFailed = Atomic<Bool>(false)
  private let shares = Mutex<[Share]>([])

  /// What one worker did, with rising indices.
  private struct Share: Sendable {
    var results: [(index: Int, element: Element)] = []
    var failure: (index: Int, error: Failure)?
  }

  init(count: Int) { self.count = count }

  /// Takes jobs until there are none; after a failure anywhere no further job is started.
  ///
  /// Indices are handed out in rising order, so every job before a failed one has been started and
  /// will be finished: the smallest failing index is always found.
  func work(_ body: (Int) throws(Failure) -> Element) {
    var share = Share()
    while !hasFailed.load(ordering: .relaxed) {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      do throws(Failure) {
        share.results.append((index, try body(index)))
      } catch {
        share.failure = (index, error)
        hasFailed.store(true, ordering: .relaxed)
        break
      }
    }
    shares.withLock { [share] in $0.append(share) }
  }

  /// - Precondition: every worker has returned.
  func results() throws(Failure) -> [Element] {
    let shares = shares.withLock { $0 }
    let failures = shares.compactMap(\.failure)
    if let first = failures.min(by: { $0.index < $1.index }) { throw first.error }

    var slots = [Element?](repeating: nil, count: count)
    for share in shares {
      for (index, element) in share.results { slots[index] = element }
    }
    let results = slots.compactMap { $0 }
    precondition(results.count == count, "every job gives one result")
    return results
  }
}
