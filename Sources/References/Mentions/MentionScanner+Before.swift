internal import Diagnostics

// Documents and acts that stand before the number of a place: `AVV § 4`, `PBefG § 6`.

/// What words before a place say that it is of.
enum NameBefore {
  case nothing
  case qualifier(Mention.Qualifier)
  /// Of another document, or of this one if it has such a place.
  case uncertain
}

extension MentionScanner {
  /// What the words right before `cursor` name: another document, or an act or a standard that no
  /// catalog knows.
  mutating func nameBefore() -> NameBefore {
    var index = cursor - 1
    guard index >= 0 else { return .nothing }
    // `Hauptvertrag, dort § 9`, `NDA (see section 3)`
    let isThere = token(index).hash == Self.there
    var isUncertain = false
    if isThere {
      index -= 1
    } else if kind(index) == .see, isSign(.openBracket, index - 1) {
      index -= 1
      isUncertain = true
    }
    if isSign(.openBracket, index) {
      // `ISO 27001 (Anhang A.8.13)`
      if isBehindStandard(before: index) { return .qualifier(.foreign) }
      // `the security policy (Annex 2)` says where the policy is.
      guard kind(cursor) != .annex || isThere else { return .nothing }
      return nameBeforeBracket(at: index, isUncertain: isUncertain, isThere: isThere)
    }
    if isGlued(.comma, index) {
      let name = nameBeforeComma(at: index)
      // `der KDG-DVO, dort §§ 5 ff.`
      if isThere, case .uncertain = name { return .qualifier(.foreign) }
      return name
    }
    if token(index).hash == Self.below, kind(cursor) != .annex { index -= 1 }
    if firstOfOther(endingAt: index) != nil { return .qualifier(.foreign) }
    return isActBeforeSign(at: index) ? .qualifier(.foreign) : .nothing
  }

  private static let below = WordHash.of("unter")

  /// `the MSA (section 9.2)`, `the SLA dated 4 May 2024 (section 2.2)`.
  private mutating func nameBeforeBracket(
    at bracket: Int, isUncertain: Bool, isThere: Bool
  ) -> NameBefore {
    let index = endOfNameBeforeDate(endingAt: bracket - 1)
    guard index >= 0, token(index).isCapitalised else { return .nothing }
    var qualifier = Mention.Qualifier.foreign
    var first = index
    if let document = found.documents.last, document.textRange.upperBound == token(index).end {
      qualifier = .document(document.document)
      while first > 0, token(first).start > document.textRange.lowerBound { first -= 1 }
    } else if let start = firstOfOther(endingAt: index) {
      first = start
    } else {
      return .nothing
    }
    if isThere { return .qualifier(qualifier) }
    // `the end of the main agreement (section 12)`: either can have a section on it.
    let before = kind(first - 1) == .the ? first - 2 : first - 1
    return isUncertain || (before >= 0 && kind(before) == .of) ? .uncertain : .qualifier(qualifier)
  }

  /// The last word of a name that a date follows up to `index`.
  private func endOfNameBeforeDate(endingAt index: Int) -> Int {
    guard token(index).kind == .number, token(index).length == 4 else { return index }
    for lead in (index - 5)..<index where lead > 0 {
      if Self.dated[token(lead).hash] != 0 { return lead - 1 }
    }
    return index
  }

  private mutating func nameBeforeComma(at comma: Int) -> NameBefore {
    let index = comma - 1
    let last = token(index)
    if last.kind == .number { return numberedName(endingAt: index) }
    guard last.kind == .word else { return .nothing }
    // `the privacy policy, section 4`: a name has a capital letter there, `ICO guidance` before.
    if last.isCapitalised || (token(index - 1).isAllCapitals && token(index - 1).length > 1) {
      if firstOfOther(endingAt: index) != nil { return .qualifier(.foreign) }
      for first in (index - 2)..<index where first >= 0 && token(first).isCapitalised {
        if endOfOtherDocument(at: first) == index + 1 { return .qualifier(.foreign) }
      }
      if isLongNameOfOther(endingAt: index) { return .qualifier(.foreign) }
    }
    // `OA, Schedule 7`, `CSA CCM, Annex A`
    let isAbbreviation =
      last.isAllCapitals && last.length > 1 && kind(index) == .none
      && !vocabulary.beginning(of: last).contains(.law) && !isOwnAbbreviation(last)
      && found.laws.last?.textRange.upperBound != last.end
    return isAbbreviation ? .uncertain : .nothing
  }

  /// `NIST SP 800-88, section 2.5`, `EDPB Guidelines 07/2020, paragraph 12`: a publication by its
  /// number, behind capital letters or behind a name of several words.
  private mutating func numberedName(
    endingAt index: Int, isBeforeRevision: Bool = false
  ) -> NameBefore {
    var word = index
    var isJoined = false
    var isSlashed = false
    while index - word < 8, word > 0, token(word).kind != .word || isGlued(.slash, word - 1) {
      let token = token(word)
      guard
        token.kind == .number || token.kind == .word || token.isSign(.dash) || token.isSign(.slash)
          || token.isSign(.colon) || token.isSign(.point)
      else { return .nothing }
      if token.isSign(.dash) || token.isSign(.slash) { isJoined = true }
      if token.isSign(.slash) { isSlashed = true }
      word -= 1
    }
    // `SP 800-53 Rev. 5`
    if Self.revisions[token(word).hash] != 0, word > 0, !isBeforeRevision {
      return numberedName(endingAt: word - 1, isBeforeRevision: true)
    }
    let name = token(word)
    guard name.kind == .word, name.isCapitalised, !vocabulary.beginning(of: name).contains(.law),
      !isOwnAbbreviation(name), found.laws.last?.textRange.upperBound != name.end
    else { return .nothing }
    if Self.standards[name.hash] != 0, name.isAllCapitals { return .qualifier(.foreign) }
    switch kind(word) {
    case .none, .otherDocument, .act, .notice: break
    case .ownName where firstOfOther(endingAt: word) != nil: return .qualifier(.foreign)
    default: return .nothing
    }
    let before = token(word - 1)
    // `Notice 2025/S 000-012345`
    if name.length > 4, isJoined, isSlashed { return .qualifier(.foreign) }
    let isTitle =
      word > 0 && name.length > 4 && before.kind == .word && before.isCapitalised
      && (kind(word - 1) == .none || kind(word - 1) == .adjective)
    guard (name.isAllCapitals && name.length > 1) || isTitle || isOtherDocument(at: word) else {
      return .nothing
    }
    return kind(cursor) == .annex && !isJoined ? .uncertain : .qualifier(.foreign)
  }

  private static let revisions = WordTable(of: [
    "rev", "revision", "version", "edition", "release", "ver",
  ])

  /// Whether a name that ends at `index` begins with a word for documents, of which it says what
  /// they are about or whose: `der Leitlinie zur Sicherheit der Auftraggeberin`.
  private mutating func isLongNameOfOther(endingAt index: Int) -> Bool {
    guard token(index).isCapitalised, kind(index) == .none else { return false }
    for first in (max(index - 8, 0)..<index).reversed() {
      let token = token(first)
      guard token.kind == .word else { return false }
      switch kind(first) {
      case .none, .of, .the, .adjective, .and, .possessive, .foreign: continue
      case .otherDocument where token.isCapitalised:
        guard kind(first + 1) == .of || Self.about[self.token(first + 1).hash] != 0 else {
          return false
        }
        return firstOfOther(endingAt: first) != nil
      default: return false
      }
    }
    return false
  }

  private static let about = WordTable(of: ["f\u{FC}r", "on", "for", "\u{FC}ber"])

  /// The first word of the name of a document that is not this one, if such a name ends at `index`.
  mutating func firstOfOther(endingAt index: Int) -> Int? {
    guard index >= 0, token(index).kind == .word else { return nil }
    let isOther = isOtherDocument(at: index)
    guard isOther || (kind(index) == .ownName && token(index).isCapitalised) else { return nil }
    var stems = [token(index).stem]
    var first = index
    while index - first < 6, token(first - 1).kind == .word, token(first - 1).isCapitalised,
      first > 0,
      kind(first - 1) == .none || kind(first - 1) == .foreign || kind(first - 1) == .adjective
    {
      first -= 1
      stems.insert(token(first).stem, at: 0)
    }
    if first > 0, kind(first - 1) == .this { return nil }
    let names = knownNames()
    let isForeign =
      isOther
      ? !names.isTitle(stems) && !names.isTitle([token(index).stem])
      : stems.count > 1 ? !names.isOwn(stems) : names.isForeign(stems[0])
    return isForeign ? first : nil
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
    return capitals > 1 && bytes.allSatisfy { $0.isASCIILetter || $0 >= 0x80 }
      && !Self.isPlural(bytes)
  }

  /// `TOMs`, `SCCs`: an abbreviation with the ending of English plurals is no act's.
  private static func isPlural(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last == UInt8(ascii: "s") && bytes.dropLast().allSatisfy(\.isASCIIUppercase)
  }
}
