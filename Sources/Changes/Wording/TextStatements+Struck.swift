internal import Deadlines

/// What of words that came or went the text strikes out.
extension TextStatements {
  /// What of new words is struck out; `nil` where nothing is.
  static func struckPart(_ words: ArraySlice<MarkedText.Word>) -> BilingualText? {
    switch Strikes(words) {
    case .none: return nil
    case .all:
      return BilingualText(english: ", struck out", german: ", durchgestrichen")
    case .some:
      let struck = struckWords(of: words)
      return BilingualText(
        english: ", with \(struck.english) struck out",
        german: ", davon \(struck.german) durchgestrichen")
    }
  }

  /// What of words that are gone was struck out before, in brackets; empty where nothing was.
  static func struckBefore(_ words: ArraySlice<MarkedText.Word>) -> BilingualText {
    switch Strikes(words) {
    case .none: return BilingualText(english: "", german: "")
    case .all:
      return BilingualText(
        english: " (struck out before)", german: " (vorher durchgestrichen)")
    case .some:
      let struck = struckWords(of: words)
      return BilingualText(
        english: " (\(struck.english) struck out before)",
        german: " (\(struck.german) vorher durchgestrichen)")
    }
  }

  private static func struckWords(of words: ArraySlice<MarkedText.Word>) -> BilingualText {
    let struck = words.split { !$0.isStruck }
      .map { MarkedText.text($0) }.joined(separator: " \u{2026} ")
    return BilingualText(
      english: Statements.quoted(struck, .english), german: Statements.quoted(struck, .german))
  }
}
