/// What two forms of one word have in common.
enum WordBeginning {
  /// In letters: what begins alike up to there may be two forms of one word.
  static let length = 5

  /// `word`: in lower case.
  static func of(_ word: String) -> String { String(word.prefix(length)) }
}
