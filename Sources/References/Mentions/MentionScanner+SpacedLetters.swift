extension MentionScanner {
  /// The `b` of `section 3 b` and `§ 3 b`, which stands at the cursor as a word of its own.
  ///
  /// `start`: where the part begins.
  func spacedLetter(
    behind part: Mention.Part, from start: Int
  ) -> (designator: Designator, textRange: Range<Int32>)? {
    guard part.path.first?.level == .section, let last = part.path.last, last.form == .number,
      last.value.map({ "\($0)" == last.body }) == true
    else { return nil }
    let letter = token(cursor)
    guard letter.kind == .word, letter.length == 1, letter.hasSpaceBefore, !letter.isCapitalised,
      text[Int(letter.start)] < 0x80, kind(cursor) != .following,
      canEndPath(at: cursor + 1, isArticle: isLetter("a", cursor))
    else { return nil }
    return (Designator(.component, body(cursor)), textRange(start, cursor + 1))
  }

  /// Whether a letter before `index` can end a path: not the `a` of `section 3 a customer may` nor
  /// the `i` of `§ 3 i. V. m. § 5`.
  private func canEndPath(at index: Int, isArticle: Bool) -> Bool {
    let next = token(index)
    switch next.kind {
    case .end: return true
    case .word:
      if isArticle { return kind(index) == .and || kind(index) == .to }
      return next.hasSpaceBefore && !vocabulary.beginning(of: next).contains(.law)
    case .sign:
      if next.hasSpaceBefore { return next.isSign(.openBracket) || next.isSign(.dash) }
      guard next.isSign(.point) else {
        return next.isSign(.comma) || next.isSign(.semicolon) || next.isSign(.colon)
      }
      // A sentence begins behind it, no second letter of an abbreviation.
      let after = token(index + 1)
      return after.kind == .end
        || (after.kind == .word && after.isCapitalised && after.length > 1 && after.hasSpaceBefore)
    default: return false
    }
  }
}
