/// A place in a source text.
///
/// Units: lines from 1, columns in UTF-8 bytes from 1, as compilers and editors that follow the
/// GNU conventions count them.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension SourcePosition: Comparable {
  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }
}

/// A stretch of one file that a diagnostic points at.
///
/// Shape: half-open, `start` at or before `end`; an empty range points between two bytes and is
/// drawn as one caret.
package struct SourceRange: Hashable, Sendable {
  /// Relative to the workspace, with `/` between the parts.
  package var path: String
  package var start: SourcePosition
  package var end: SourcePosition

  package init(path: String, start: SourcePosition, end: SourcePosition) {
    self.path = path
    self.start = start
    self.end = max(start, end)
  }

  /// A range of `length` bytes within one line.
  package init(path: String, line: Int, column: Int, length: Int = 0) {
    self.init(
      path: path, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
  }
}
