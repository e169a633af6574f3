package import Diagnostics
package import Frontmatter

/// Tables of the text that are the register of sub-processors.
package struct AdoptedTable: Sendable {
  /// The legal path of the place that holds them; `nil` for the whole text.
  package var at: Located<String>?
  /// The text's column heads by the field that each one fills.
  package var columns: [(field: Located<String>, head: Located<String>)] = []
  /// What all of them are used for, where the text doesn't say it.
  package var products: [Located<String>] = []
  /// The country of addresses that name none.
  package var country: Located<String>?
  /// The key that switches it on, for what concerns the place as a whole.
  package var place: SourceRange
}
