/// Words that lost their first or last letter.
///
/// One letter less at an end mostly is another form of a word, or another word: `duties` and
/// `duty`, `hereunder` and `thereunder`. Only what then begins or ends as no word does can be a
/// slip.
extension Spelling {
  /// Which of two words, in lower case, is the other without its first or last letter, where that
  /// leaves what can be no word; `nil` where neither is.
  static func cut(_ left: String, _ right: String) -> (cut: String, whole: String)? {
    let (cut, whole) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    // No letter has more bytes, and most words differ in more of them.
    guard 1...4 ~= whole.utf8.count - cut.utf8.count else { return nil }
    let (short, long) = (Array(cut.unicodeScalars), Array(whole.unicodeScalars))
    guard long.count == short.count + 1, short.count >= shortestCut,
      long.allSatisfy({ $0.properties.isAlphabetic })
    else { return nil }
    let isSlip =
      long.dropLast().elementsEqual(short) && endsAsNoWord(whole)
      || long.dropFirst().elementsEqual(short) && beginsAsNoWord(short)
    return isSlip ? (cut, whole) : nil
  }

  private static let shortestCut = 6

  /// Whether a word without its last letter can be none: that letter ends no form of a word, or the
  /// word has one of the endings that are nothing without it.
  private static func endsAsNoWord(_ whole: String) -> Bool {
    guard let last = whole.unicodeScalars.last else { return false }
    if last == "l" { return !whole.hasSuffix("al") }
    return noInflections.contains(last) || endings.contains { whole.hasSuffix($0) }
  }

  private static let noInflections: Set<Unicode.Scalar> = [
    "b", "c", "f", "g", "h", "k", "p", "q", "v", "w", "x", "z",
  ]

  private static let endings = [
    "able", "ance", "dure", "ence", "heit", "ible", "ity", "keit", "ment", "ncy", "ness", "sary",
    "schaft", "sion", "sor", "sure", "tion", "tor", "tory", "ture", "t\u{E4}t",
  ]

  /// Whether a word begins with two consonants that begin no word of English or German.
  private static func beginsAsNoWord(_ word: [Unicode.Scalar]) -> Bool {
    guard consonants.contains(word[0]), consonants.contains(word[1]) else { return false }
    return !onsets.contains(String(word[0]) + String(word[1]))
  }

  private static let consonants = Set("bcdfghjklmnpqrstvwxz\u{DF}".unicodeScalars)

  private static let onsets: Set<String> = [
    "bh", "bl", "br", "ch", "cl", "cn", "cr", "ct", "cz", "dh", "dj", "dr", "dw", "fj", "fl", "fr",
    "gh", "gl", "gm", "gn", "gr", "gw", "kh", "kl", "kn", "kr", "kv", "kw", "lh", "lj", "ll", "mc",
    "mn", "nj", "pf", "ph", "pl", "pn", "pr", "ps", "pt", "rh", "sc", "sf", "sg", "sh", "sk", "sl",
    "sm", "sn", "sp", "sq", "sr", "st", "sv", "sw", "sz", "th", "tr", "ts", "tw", "tz", "vl", "vr",
    "wh", "wr", "zh", "zw",
  ]
}
