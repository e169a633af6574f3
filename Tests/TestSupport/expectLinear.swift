package import Testing

/// Expects work on four times as much to take less than nine times as long.
///
/// Quadratic work would take sixteen times. Each is measured up to three times and the smallest
/// counts, since other work on the machine only adds; and a tenth of a second is given away, so that
/// quadratic work on `small` has to take some 20 milliseconds to be seen.
package func expectLinear(
  _ small: () -> Void, _ large: () -> Void, sourceLocation: SourceLocation = #_sourceLocation
) {
  let clock = ContinuousClock()
  var first = Duration.seconds(1000)
  var second = Duration.seconds(1000)
  for _ in 0..<3 {
    first = min(first, clock.measure(small))
    second = min(second, clock.measure(large))
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
