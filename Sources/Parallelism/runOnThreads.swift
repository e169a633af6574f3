import CSystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many processors this process may use: at least 1, and fewer than the machine has where it
/// was bound to some (`taskset`, a container's CPU set).
package func availableProcessors() -> Int {
  max(1, Int(annex_available_processors()))
}

/// Calls `body` on `count` threads, the caller's included, and returns when all have returned.
///
/// Where the system grants fewer threads, fewer calls are made: `body` must take its share from
/// what is left to do. Stacks are 8 MiB on every machine, so that what fits one fits all.
func runOnThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) {
  var threads: [pthread_t] = []
  for _ in 1..<max(count, 1) {
    guard let thread = startThread(body) else { break }
    threads.append(thread)
  }
  body()
  for thread in threads { pthread_join(thread, nil) }
}

/// Carries a closure through the untyped argument of `pthread_create`.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  var attributes = pthread_attr_t()
  guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
  defer { unsafe pthread_attr_destroy(&attributes) }
  unsafe pthread_attr_setstacksize(&attributes, 8 << 20)

  let argument = unsafe Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let status = unsafe pthread_create(&thread, &attributes, threadMain, argument.toOpaque())
  guard status == 0 else {
    unsafe argument.release()
    return nil
  }
  return thread
}

private func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument = unsafe argument else { return nil }
  unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}
