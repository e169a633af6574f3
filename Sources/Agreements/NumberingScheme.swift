/// How an agreement's headings get their numbers.
package enum NumberingScheme: String, CaseIterable, Sendable {
  /// As written; headings without a number have none.
  case literal
  /// `1`, `2`, `2.1` by nesting, for headings without a number outside the annexes.
  case decimal
  /// `§ 1`, `§ 2`, for the outermost headings without a number outside the annexes.
  case sectionSign = "section-sign"
}
