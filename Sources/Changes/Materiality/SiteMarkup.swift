internal import Agreements
internal import Markup

/// Lines that generators of sites read, and readers never see: comments of MDX (`{/* reviewed */}`)
/// and its imports.
enum SiteMarkup {
  /// Whether some words can be such a paragraph: nearly all that come or go begin otherwise.
  static func mayBe(_ ranges: [Range<Int32>], of text: ComparedText) -> Bool {
    guard let first = ranges.first?.first else { return false }
    let word = text.agreement.tree.text[text.tokens.words[Int(first)].bytes]
    switch word.first {
    case UInt8(ascii: "{"): return word.count == 1
    case UInt8(ascii: "i"), UInt8(ascii: "e"):
      return word.elementsEqual("import".utf8) || word.elementsEqual("export".utf8)
    default: return false
    }
  }

  /// Whether quoted words are all of one such paragraph.
  static func isAll(_ words: [String]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let text = words.joined(separator: " ")
    if text.hasPrefix("{/*"), text.hasSuffix("*/}") { return true }
    let isImport = first == "import" && words.contains("from") || text.hasPrefix("export const ")
    return isImport && (last.hasSuffix(";") || last.hasSuffix("\"") || last.hasSuffix("'"))
  }
}
