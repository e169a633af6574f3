package import Diagnostics

// Columns that are headed by products and hold marks.

extension EngagementBuilder {
  /// The products that a line marks, by the heads of their columns.
  func marks(of row: ListRow) -> [ListRow.Cell] {
    row.productMarks
      + row.others.filter { isMark(of: $0.head, $0.cell) }.map {
        ListRow.Cell(text: $0.head, range: $0.cell.range)
      }
  }

  /// Whether a cell is a mark in the column of a product, or says that there is none; neither is a
  /// fact of its own.
  func isMarkOrNone(of head: String, _ cell: ListRow.Cell) -> Bool {
    isMark(of: head, cell) || words.isNoMark(cell.text) && context.product(called: head) != nil
  }

  private func isMark(of head: String, _ cell: ListRow.Cell) -> Bool {
    words.thirdCountry.contains(cell.text.lowercased()) && context.product(called: head) != nil
  }

  /// Whether a line leaves the columns of all products without a mark: in words, or by leaving them
  /// empty where other lines of the list have marks.
  func isForNoProduct(_ row: ListRow, listHasMarks: Bool) -> Bool {
    guard row.cells[.products] == nil, marks(of: row).isEmpty else { return false }
    let left =
      row.unmarked.filter { context.product(called: $0.head) != nil }.map(\.text)
      + row.others.filter { isMarkOrNone(of: $0.head, $0.cell) }.map(\.cell.text)
    return left.contains { !$0.isEmpty } || listHasMarks && !left.isEmpty
  }
}

extension EngagementBuilder {
  /// Whether a line is of the register: not one under a heading such as `Former sub-processors`
  /// that doesn't say when the use ended.
  func isOfToday(_ row: ListRow) -> Bool {
    guard row.heading != nil else { return true }
    guard let cell = row.cells[.ended],
      case .day = StatedDay(BracketedText(cell.text).outside, of: .ended, words)
    else { return false }
    return true
  }
}

extension Diagnostic.Code {
  package static let companyNotUsed = Self(rawValue: "company-not-used")
}

extension Diagnostic {
  static func companyNotUsed(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .companyNotUsed, .warning,
      "'\(name)' is marked for no product, so the register leaves this line out", at: range,
      help: "mark the products that it is used for, or take the line out of the list")
  }

  static func companyStruck(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .companyNotUsed, .warning,
      "'\(name)' is struck out, so the register leaves this line out", at: range,
      help: "take the line out of the list; earlier versions still show it")
  }

  static func companiesOfOthers(
    _ name: String, count: Int, under heading: String, at range: SourceRange
  ) -> Self {
    let others = count > 1 ? " and \(count - 1) more stand" : " stands"
    return Diagnostic(
      .companyNotUsed, .warning,
      "'\(name)'\(others) under '\(heading)', so the register leaves \(count > 1 ? "them" : "it") out",
      at: range,
      help: "write the last day of use in a column 'Removed', or move the list out of the adopted"
        + " place")
  }
}
