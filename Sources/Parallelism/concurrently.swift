/// The results of two different jobs, done side by side where there are two workers.
///
/// Errors: none; a job that can fail gives a result that says so.
package func concurrently<First: Sendable, Second: Sendable>(
  workers: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = concurrentMap(count: 2, workers: workers) { job -> Either<First, Second> in
    job == 0 ? .first(first()) : .second(second())
  }
  guard case .first(let one) = results[0], case .second(let other) = results[1] else {
    preconditionFailure("results come in the order of their jobs")
  }
  return (one, other)
}

private enum Either<First: Sendable, Second: Sendable>: Sendable {
  case first(First)
  case second(Second)
}
