// Texts of cells and items taken to pieces: all of it linear in the text.

extension StringProtocol {
  /// The text without characters of a kind at either end.
  func trimming(_ isCut: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isCut($0) }),
      let last = lastIndex(where: { !isCut($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// The text without white space at either end.
  var trimmed: String { trimming { $0.isWhitespace } }

  /// In one line, with single blanks.
  var inOneLine: String { split { $0.isWhitespace }.joined(separator: " ") }

  /// What stands behind the first of `prefixes` that the text begins with, as a word.
  func without(prefixes: [String]) -> String? {
    let lower = lowercased()
    guard let prefix = prefixes.first(where: { lower.hasPrefix($0 + " ") }) else { return nil }
    return dropFirst(prefix.count).trimmed
  }

  /// Where `text` stands first.
  func range(ofText text: String) -> Range<Index>? {
    guard let first = text.first else { return nil }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].hasPrefix(text) {
        return found..<index(found, offsetBy: text.count)
      }
      start = index(after: found)
    }
    return nil
  }
}

/// A text and what stands in brackets in it.
struct BracketedText {
  /// What is outside of brackets, in one line.
  var outside = ""
  /// What is in the outermost brackets, in order.
  var remarks: [String] = []

  init(_ text: String) {
    var depth = 0
    var remark = ""
    for character in text {
      switch character {
      case "(":
        if depth > 0 { remark.append(character) }
        depth += 1
      case ")" where depth > 0:
        depth -= 1
        if depth > 0 {
          remark.append(character)
        } else {
          remarks.append(remark.inOneLine)
          remark = ""
        }
      default:
        if depth > 0 { remark.append(character) } else { outside.append(character) }
      }
    }
    // A bracket that is not closed is no remark.
    if depth > 0 { outside += "(" + remark }
    outside = outside.inOneLine
    remarks.removeAll(where: \.isEmpty)
  }
}
