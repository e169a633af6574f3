/// What a measure no longer does, or does more seldom.
extension WordJudge {
  /// By which rule a measure promises less, where single words tell that; `nil` where none does.
  func loweringRule(_ text: MarkedText) -> MaterialityRule? {
    guard !isRewritten(text) else { return nil }
    if isGivenUp(text) { return .negation }
    if isMoreSeldom(text) { return .period }
    if let rule = boundRule(text) ?? looseningRule(text) { return rule }
    return dropsSafeguard(text) || dropsPermanence(text) ? .removal : nil
  }

  /// Whether all that changed is that a safeguard is left out: `in encrypted form`.
  private func dropsSafeguard(_ text: MarkedText) -> Bool {
    guard !text.addsWords else { return false }
    return text.pieces.contains { piece in
      piece.old.contains { index in
        (Self.isSafeguard(text.old[index].lower) || isSecondFactor(index, in: text.old))
          && !text.old[MarkedText.sentence(around: index, of: text.old)].contains {
            $0.traits.contains(.negation)
          }
      }
    }
  }

  /// `a second factor`, `ein zweiter Faktor`.
  private func isSecondFactor(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    index > 0 && ["factor", "faktor", "faktors"].contains(words[index].lower)
      && ["second", "zweiter", "zweiten"].contains(words[index - 1].lower)
  }

  /// Whether all that changed is that something is no longer done all the time.
  private func dropsPermanence(_ text: MarkedText) -> Bool {
    guard !text.addsWords else { return false }
    return text.pieces.contains { piece in
      let words = piece.old.filter { text.old[$0].isWord }
      guard let first = words.first,
        Self.permanence.contains(words.map { text.old[$0].lower }.joined(separator: " "))
      else { return false }
      // What may be done at any time is a permission, or a power that somebody keeps.
      return !text.old[MarkedText.sentence(around: first, of: text.old)].contains { word in
        word.traits.contains(.negation)
          || word.traits.contains(.modal) && TypedWords.strength(ofModal: word.lower) == 1
      }
    }
  }

  private static let permanence: Set<String> = [
    "at all times", "at any time", "permanently", "continuously", "constantly", "around the clock",
    "dauerhaft", "dauernd", "permanent", "ständig", "fortlaufend", "durchgehend", "rund um die uhr",
    "zu jeder zeit",
  ]

  private static func isSafeguard(_ word: String) -> Bool {
    !word.hasPrefix("un") && safeguards.contains { word.contains($0) }
  }

  /// Parts of words for what protects, whatever it is said of.
  private static let safeguards = [
    "encrypt", "verschlüssel", "pseudonym", "anonymi", "two-factor", "multi-factor", "2fa", "mfa",
    "zwei-faktor", "zweifaktor", "mehrfaktor", "mehr-faktor",
  ]

  /// Whether all that changed is that something is not done, or no longer: `is no longer reviewed`,
  /// `not encrypted`; what is not allowed is stricter.
  private func isGivenUp(_ text: MarkedText) -> Bool {
    guard text.traits.contains(.negation), !text.old.contains(where: { $0.isMarked && $0.isWord })
    else { return false }
    let places = text.new.indices.filter { text.new[$0].isMarked && text.new[$0].isWord }
    let marked = places.map { text.new[$0].lower }
    if Self.endings.contains(marked) { return true }
    guard marked.count == 1, Self.plainNegations.contains(marked[0]) else { return false }
    let next = text.new[(places[0] + 1)...].first
    return next.map { !TypedWords.restrictions.contains($0.lower) } ?? true
      && !Self.isOfPermission(places[0], in: text.new)
  }

  private static let endings: Set<[String]> = [
    ["no", "longer"], ["not", "anymore"], ["not", "any", "more"], ["not", "any", "longer"],
    ["nicht", "mehr"], ["nicht", "länger"],
  ]

  /// Whether something is done more seldom, or it is no longer said how often or how soon: `daily`
  /// that became `weekly` or `regularly`, or is left out.
  private func isMoreSeldom(_ text: MarkedText) -> Bool {
    guard !text.traits.isDisjoint(with: WrittenRhythm.traits) else { return false }
    var before = WrittenRhythm.all(in: text.old)
    guard !before.isEmpty else { return false }
    var after = WrittenRhythm.all(in: text.new)
    // What both have is the same, whatever its marks.
    for rhythm in before {
      guard let same = after.firstIndex(where: { $0.kind == rhythm.kind }) else { continue }
      after.remove(at: same)
      if let own = before.firstIndex(where: { $0.kind == rhythm.kind }) { before.remove(at: own) }
    }
    guard before.contains(where: { $0.isMarked(in: text.old) || !after.isEmpty }),
      !before.contains(where: \.isLimit), !after.contains(where: \.isLimit)
    else { return false }
    guard !after.isEmpty else {
      // Said otherwise, such as by a period, it is not left out.
      return !text.new.contains {
        $0.isMarked && ($0.kind == .number || $0.traits.contains(.time))
      }
    }
    let (gaps, others) = (before.compactMap(\.gap), after.compactMap(\.gap))
    if gaps.count == 1, others.count == 1 { return others[0] > gaps[0] }
    return !gaps.isEmpty && others.isEmpty
  }
}
