internal import Markup

/// Marks what a sentence of the theme quotes from a text in another language.
///
/// Shape: the outermost quotations, in the quotation marks of the sentence's language; what stands
/// between them may hold quotation marks of both languages. A mark that nothing closes reaches to
/// the end.
struct ForeignQuotes {
  /// Of the sentence, and of what it quotes.
  let sentence: String
  let quoted: String

  /// The sentence as HTML; `nil` where it quotes nothing.
  func marked(_ text: String) -> [UInt8]? {
    let scalars = Array(text.unicodeScalars)
    let opening = sentence == "de" ? Self.low : Self.high
    guard scalars.contains(opening) else { return nil }
    let beforeEnd = marksBeforeAnEnd(scalars)
    var output: [UInt8] = []
    // The quotation marks that are open, outermost first, and how many of them are high.
    var open: [Unicode.Scalar] = []
    var highs = 0
    for (index, scalar) in scalars.enumerated() {
      let closes =
        scalar == Self.end
        ? open.last == Self.high
        : scalar == Self.high && open.last == Self.low && (highs > 0 || !beforeEnd[index])
      if closes, let last = open.popLast() {
        if last == Self.high { highs -= 1 }
        if open.isEmpty { output += "</span>".utf8 }
      }
      appendEscapedHTML(Array(String(scalar).utf8)[...], to: &output)
      let opens = scalar == Self.low || scalar == Self.high
      if opens, !closes, !open.isEmpty || scalar == opening {
        if open.isEmpty {
          output += "<span lang=\"".utf8
          appendEscapedHTML(Array(quoted.utf8)[...], to: &output)
          output += "\">".utf8
        }
        open.append(scalar)
        if scalar == Self.high { highs += 1 }
      }
    }
    if !open.isEmpty { output += "</span>".utf8 }
    return output
  }

  private static let low: Unicode.Scalar = "\u{201E}"
  private static let high: Unicode.Scalar = "\u{201C}"
  private static let end: Unicode.Scalar = "\u{201D}"

  /// Whether the next quotation mark after each place is one that only closes: a high one before it
  /// opens what that closes, and otherwise closes what a low one opened.
  private func marksBeforeAnEnd(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var isBeforeEnd = false
    var found = [Bool](repeating: false, count: scalars.count)
    for index in scalars.indices.reversed() {
      found[index] = isBeforeEnd
      switch scalars[index] {
      case Self.end: isBeforeEnd = true
      case Self.low, Self.high: isBeforeEnd = false
      default: continue
      }
    }
    return found
  }
}
