/// Told by the passes how far they are, so that whoever runs them can show it.
///
/// Passes report and never draw. ``advance(by:)`` is called from several workers at once, once a
/// page or so: an implementation counts without a lock and draws seldom.
package protocol ProgressReporter: Sendable {
  /// Ends the pass before and starts `pass`, such as `render`.
  ///
  /// `total` counts what is to be done, in `unit` (a plural, such as `pages`); `nil` where it isn't
  /// known beforehand.
  func begin(_ pass: String, total: Int?, unit: String)

  /// Counts `count` more of the pass's things as done.
  func advance(by count: Int)
}

extension ProgressReporter {
  /// Starts a pass that has nothing to count.
  package func begin(_ pass: String) { begin(pass, total: nil, unit: "") }

  /// Counts one more thing as done.
  package func advance() { advance(by: 1) }
}

/// Shows nothing: for tests, for scripts, and wherever no one watches.
package struct SilentProgress: ProgressReporter {
  package init() {}
  package func begin(_ pass: String, total: Int?, unit: String) {}
  package func advance(by count: Int) {}
}
