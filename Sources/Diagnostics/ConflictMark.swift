/// The lines that git puts around what two branches made of the same lines.
///
/// Source: gitformat of conflicts, `git merge`, "How conflicts are presented": seven equal signs at
/// the start of a line.
package enum ConflictMark: UInt8, CaseIterable, Sendable {
  case ours = 0x3C
  case base = 0x7C
  case between = 0x3D
  case theirs = 0x3E

  /// Whether a line that begins at `start` is this mark.
  package func begins(_ bytes: borrowing Span<UInt8>, at start: Int) -> Bool {
    let end = start + Self.length
    guard end <= bytes.count else { return false }
    for index in start..<end where bytes[index] != rawValue { return false }
    return end == bytes.count || bytes[end] <= UInt8(ascii: " ")
  }

  private static let length = 7
}

extension Diagnostic.Code {
  package static let mergeConflict = Self(rawValue: "merge-conflict")
}

extension Diagnostic {
  /// Lines that git could not merge, which somebody has to choose from.
  package static func mergeConflict(at range: SourceRange) -> Self {
    Diagnostic(
      .mergeConflict, .error, "git could not merge these lines, and left both versions of them",
      at: range,
      help: "keep one version, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'")
  }
}
