package import Foundation
package import Testing

/// Compares `actual` with the golden file, or rewrites the file under `UPDATE_GOLDENS=1`.
///
/// A missing golden file fails the test even while it is written, so CI never accepts output
/// that no one has read.
package func expectGolden(
  _ actual: String, at golden: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let expected = try? String(contentsOf: golden, encoding: .utf8)
  guard expected != actual else { return }

  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" || expected == nil {
    try actual.write(to: golden, atomically: true, encoding: .utf8)
  }
  let place = firstDifference(expected ?? "", actual)
  Issue.record(
    """
    \(golden.lastPathComponent) differs at line \(place.line): expected '\(place.expected)', \
    got '\(place.actual)'; read it, then run again with UPDATE_GOLDENS=1
    """,
    sourceLocation: sourceLocation)
}

private func firstDifference(
  _ expected: String, _ actual: String
) -> (line: Int, expected: String, actual: String) {
  let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let shared = zip(left, right).prefix { $0 == $1 }.count
  return (
    shared + 1, shared < left.count ? String(left[shared]) : "end of file",
    shared < right.count ? String(right[shared]) : "end of file"
  )
}
