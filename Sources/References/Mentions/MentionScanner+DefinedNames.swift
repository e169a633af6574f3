// Names that an agreement gives to something else than the law whose name they end in.

extension MentionScanner {
  /// Whether the law at `index` is the end of a name that is defined there as another thing:
  /// `“UK SCCs” means the International Data Transfer Addendum`. The name is not read as that law's
  /// from there on.
  mutating func definesOther(at index: Int, _ match: (law: LawReference, end: Int)) -> Bool {
    guard index >= 2, token(index - 2).isQuote, token(index - 1).kind == .word,
      !token(index - 1).hasSpaceBefore, token(match.end).isQuote
    else { return false }
    let laws = Set(context.laws.names[match.law.name].laws)
    guard isMeaning(from: match.end + 1) else { return false }
    var next = match.end + 2
    while next - match.end < Self.longestMeaning, token(next).kind != .end,
      !isSign(.semicolon, next)
    {
      if let law = law(at: next), !laws.isDisjoint(with: context.laws.names[law.law.name].laws) {
        return false
      }
      if isGlued(.point, next), token(next + 1).isCapitalised, token(next - 1).length > 3 { break }
      next += 1
    }
    namesOfOthers.insert(nameOfOther(at: index))
    return true
  }

  /// A key for the word before `index` and the one there.
  func nameOfOther(at index: Int) -> UInt64 {
    token(index - 1).hash &* 0x9E37_79B9_7F4A_7C15 ^ token(index).hash
  }

  /// Whether `means` or `shall mean` stands at `index`.
  private func isMeaning(from index: Int) -> Bool {
    (index..<(index + 3)).contains { kind($0) == .means }
  }

  /// In tokens; keeps look-ahead bounded.
  private static let longestMeaning = 48
}
