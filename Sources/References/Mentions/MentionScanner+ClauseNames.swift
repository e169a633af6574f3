/// What an agreement calls standard clauses: `Clauses`, `EU Clauses`.
struct ClauseName {
  /// The hash of the word before `Clauses`; 0 where there is none.
  var first: UInt64
  var law: LawReference
}

// Names that an agreement gives to standard clauses, which it cites by them from there on.

extension MentionScanner {
  /// Takes note of a name that the law at `index` is given:
  /// `“Clauses” means the standard contractual clauses`,
  /// `the Standard Contractual Clauses (the "EU Clauses")`.
  mutating func learnClauseName(at index: Int, _ match: (law: LawReference, end: Int)) {
    guard clauseNames.count < Self.mostClauseNames, context.unit(of: match.law) == .clause,
      let name = nameMeaning(index) ?? nameInBrackets(behind: match.end),
      !clauseNames.contains(where: { $0.first == name })
    else { return }
    clauseNames.append(ClauseName(first: name, law: match.law))
  }

  private static let mostClauseNames = 8
  private static let clauses = WordTable(of: ["clauses", "klauseln"])

  /// The name before `means`, as the hash of its first word.
  private func nameMeaning(_ index: Int) -> UInt64? {
    for means in ((index - 6)..<index).reversed() where means > 2 && kind(means) == .means {
      let close = kind(means - 1) == .modal ? means - 2 : means - 1
      return quotedName(endingAt: close)
    }
    return nil
  }

  /// The name in brackets behind the words that say more of the clauses.
  private func nameInBrackets(behind index: Int) -> UInt64? {
    for next in index..<(index + Self.reachOfClauseName) {
      let token = token(next)
      if token.kind == .end || token.isSign(.semicolon) { return nil }
      if isGlued(.point, next), self.token(next + 1).isCapitalised, self.token(next - 1).length > 3
      {
        return nil
      }
      guard token.isQuote, token.hasSpaceBefore || isSign(.openBracket, next - 1) else { continue }
      let open = kind(next - 1) == .the || kind(next - 1) == .of ? next - 2 : next - 1
      guard isSign(.openBracket, open), let quotation = quoted(at: next),
        isSign(.closeBracket, quotation.end)
      else { return nil }
      return quotedName(endingAt: quotation.end - 1)
    }
    return nil
  }

  /// In tokens; keeps look-ahead bounded.
  private static let reachOfClauseName = 24

  /// The hash of the first word of `"EU Clauses"`, or 0 for `"Clauses"`; `nil` for another name.
  private func quotedName(endingAt close: Int) -> UInt64? {
    guard close > 1, token(close).isQuote, isClausesWord(at: close - 1) else { return nil }
    if token(close - 2).isQuote { return 0 }
    return token(close - 2).kind == .word && token(close - 3).isQuote ? token(close - 2).hash : nil
  }

  private func isClausesWord(at index: Int) -> Bool {
    token(index).isCapitalised && Self.clauses[token(index).hash] != 0
  }

  /// The standard clauses that a name of the agreement's own at `index` means, unless it counts
  /// clauses there: `Clauses 17 and 18`.
  func clauseName(at index: Int) -> (law: LawReference, end: Int)? {
    let isBare = isClausesWord(at: index)
    guard isBare || isClausesWord(at: index + 1) else { return nil }
    let first = isBare ? 0 : token(index).hash
    let end = isBare ? index + 1 : index + 2
    guard let name = clauseNames.first(where: { $0.first == first }),
      designator(at: end, level: .section) == nil
    else { return nil }
    return (name.law, end)
  }

  /// Reads the name at `cursor`, or the one that ends with the word there.
  mutating func readClauseName() -> Bool {
    guard isClausesWord(at: cursor), !token(cursor - 1).isQuote, kind(cursor - 1) != .this else {
      return false
    }
    var start = cursor
    var found = clauseName(at: cursor - 1)
    if found?.end == cursor + 1, cursor > 0, !token(cursor - 2).isQuote || cursor == 1 {
      start = cursor - 1
    } else {
      found = clauseName(at: cursor)
    }
    guard let found else { return false }
    self.found.laws.append(
      LawMention(
        textRange: textRange(start, found.end), provision: place.provision,
        passage: place.passage, law: found.law))
    cursor = found.end
    return true
  }
}
