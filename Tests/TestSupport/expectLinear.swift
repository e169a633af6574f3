import Foundation
package import Testing

/// Expects work on four times as much to take less than nine times as long.
///
/// Quadratic work would take sixteen times. What counts is the processor's time of the calling
/// thread, on which all of the work must be done, since other tests and programs run beside; and
/// the smallest of up to three measures. A tenth of a second is given away, so that quadratic work
/// on `small` has to take some 20 milliseconds to be seen.
package func expectLinear(
  _ small: () -> Void, _ large: () -> Void, sourceLocation: SourceLocation = #_sourceLocation
) {
  var first = Duration.seconds(1000)
  var second = Duration.seconds(1000)
  for _ in 0..<3 {
    first = min(first, processorTime(of: small))
    second = min(second, processorTime(of: large))
    if second < first * 9 + .milliseconds(100) { return }
  }
  Issue.record(
    "four times as much took \(second), and not some four times \(first)",
    sourceLocation: sourceLocation)
}

/// ``expectLinear(_:_:sourceLocation:)`` on inputs of `size` and of four times that, which are made
/// before the time is taken.
package func expectLinear<Input>(
  from size: Int, on make: (Int) -> Input, sourceLocation: SourceLocation = #_sourceLocation,
  _ work: (Input) -> Void
) {
  let small = make(size)
  let large = make(4 * size)
  expectLinear({ work(small) }, { work(large) }, sourceLocation: sourceLocation)
}

private func processorTime(of work: () -> Void) -> Duration {
  let start = processorTime()
  work()
  return processorTime() - start
}

/// What the calling thread has used since it began.
private func processorTime() -> Duration {
  var time = timespec()
  guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
