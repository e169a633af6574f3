// Documents and acts that stand before the number of a place: `AVV § 4`, `PBefG § 6`.

extension MentionScanner {
  /// Whether the words right before `cursor` name another document or an act that no catalog knows.
  mutating func isForeignBefore() -> Bool {
    var index = cursor - 1
    guard index >= 0 else { return false }
    if isGlued(.comma, index) {
      // `the privacy policy, section 4`: a name has a capital letter there.
      index -= 1
      return token(index).isCapitalised && isNameOfOther(endingAt: index)
    }
    return isNameOfOther(endingAt: index) || isActBeforeSign(at: index)
  }

  /// Whether the name of a document that is not this one ends at `index`.
  private mutating func isNameOfOther(endingAt index: Int) -> Bool {
    guard token(index).kind == .word else { return false }
    let isOther = isOtherDocument(at: index)
    guard isOther || (kind(index) == .ownName && token(index).isCapitalised) else { return false }
    var stems = [token(index).stem]
    var first = index
    while index - first < 6, token(first - 1).kind == .word, token(first - 1).isCapitalised,
      first > 0,
      kind(first - 1) == .none || kind(first - 1) == .foreign || kind(first - 1) == .adjective
    {
      first -= 1
      stems.insert(token(first).stem, at: 0)
    }
    if first > 0, kind(first - 1) == .this { return false }
    let names = knownNames()
    if isOther { return !names.isTitle(stems) && !names.isTitle([token(index).stem]) }
    return stems.count > 1 ? !names.isOwn(stems) : names.isForeign(stems[0])
  }

  /// Whether an abbreviation of an act stands before the section sign or `Art.` at `cursor`:
  /// `KSchG § 4`, `BOKraft § 4`. Those have capital letters within the word, or end as acts do.
  private func isActBeforeSign(at index: Int) -> Bool {
    let token = token(index)
    guard isSign(.sectionSign, cursor) || kind(cursor) == .article, token.kind == .word,
      token.isCapitalised, !token.isAllCapitals, token.length >= 3, token.length <= 14,
      kind(index) == .none, found.laws.last?.textRange.upperBound != token.end
    else { return false }
    let bytes = text[Int(token.start)..<Int(token.end)]
    let capitals = bytes.reduce(into: 0) { if $1 &- 0x41 < 26 { $0 += 1 } }
    return capitals > 1 && bytes.allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x61 < 26 || $0 >= 0x80 }
      && !Self.isPlural(bytes)
  }

  /// `TOMs`, `SCCs`: an abbreviation with the ending of English plurals is no act's.
  private static func isPlural(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last == UInt8(ascii: "s") && bytes.dropLast().allSatisfy { $0 &- 0x41 < 26 }
  }
}
