/// Lines that generators of sites read, and readers never see: comments of MDX (`{/* reviewed */}`)
/// and its imports.
enum SiteMarkup {
  /// Whether quoted words are all of one such paragraph.
  static func isAll(_ words: [String]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let text = words.joined(separator: " ")
    if text.hasPrefix("{/*"), text.hasSuffix("*/}") { return true }
    let isImport = first == "import" && words.contains("from") || text.hasPrefix("export const ")
    return isImport && (last.hasSuffix(";") || last.hasSuffix("\"") || last.hasSuffix("'"))
  }
}
