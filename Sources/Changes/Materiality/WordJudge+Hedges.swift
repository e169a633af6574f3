/// What a text leaves open now, or allows that it forbade, by a word more or less.
extension WordJudge {
  /// Whether what was promised is promised with a reservation now: `where possible`, `usually`.
  ///
  /// In a clause, only the duties of others than the controller count.
  func isHedged(_ text: MarkedText) -> Bool {
    guard text.traits.contains(.hedge) else { return false }
    var text = text
    let sentences = text.wholeSentences(atLeast: Self.fewestOfSentence)
    if !sentences.isEmpty { text.unmark(pieces: sentences) }
    guard Hedges.marked(in: text.old, ofParts: isMeasure).isEmpty else { return false }
    return Hedges.marked(in: text.new, ofParts: isMeasure).contains { hedge in
      guard
        let piece = text.pieces.first(where: { $0.new.contains(hedge.upperBound - 1) }),
        // Beside other words that are new, it may belong to those.
        text.new[piece.new].count(where: \.isWord) - hedge.count
          <= text.old[piece.old].count(where: \.isWord) + 1
      else { return false }
      return isMeasure || isDuty(around: hedge.lowerBound, of: text.new)
    }
  }

  /// Whether all that went is what a promise was reserved by.
  func dropsOnlyReservations(_ text: MarkedText) -> Bool {
    text.pieces.allSatisfy { Hedges.isReservation($0.old, of: text.old) }
  }

  /// Whether a measure has a reservation that it had not: `, unless the customer asks`.
  func isReserved(_ text: MarkedText) -> Bool {
    isMeasure
      && text.pieces.contains { piece in
        !text.old[piece.old].contains(where: \.isWord)
          && Hedges.isReservation(piece.new, of: text.new)
      }
  }

  /// Whether what was required is only advised now: `mandatory` that became `optional`.
  func isOnlyAdvised(_ text: MarkedText) -> Bool {
    guard text.traits.contains(.hedge) else { return false }
    return text.pieces.contains { piece in
      guard
        let advice = piece.new.first(where: { Hedges.advice.contains(text.new[$0].lower) }),
        !text.new[..<advice].suffix(2).contains(where: { $0.traits.contains(.negation) }),
        piece.old.contains(where: { Hedges.requirements.contains(text.old[$0].lower) })
      else { return false }
      return !bindsController(at: advice, of: text.new)
    }
  }

  /// Whether what was forbidden is allowed now, since all that went is a `not`: `is not permitted`,
  /// `dürfen nicht`.
  func liftsProhibition(_ text: MarkedText) -> Bool {
    guard text.traits.contains(.negation) else { return false }
    return text.pieces.contains { piece in
      let removed = text.old[piece.old].indices.filter { text.old[$0].isWord }
      guard removed.count == 1, Self.plainNegations.contains(text.old[removed[0]].lower),
        !text.new[piece.new].contains(where: \.isWord)
      else { return false }
      let place = removed[0]
      return Self.isOfPermission(place, in: text.old)
        && !bindsController(at: place, of: text.old)
    }
  }

  /// Whether what was owed is no longer, since all that came is a `not`: `is not obliged`,
  /// `muss ... nicht`.
  func freesFromDuty(_ text: MarkedText) -> Bool {
    guard text.traits.contains(.negation) else { return false }
    return text.pieces.contains { piece in
      let added = text.new[piece.new].indices.filter { text.new[$0].isWord }
      guard added.count == 1, Self.plainNegations.contains(text.new[added[0]].lower),
        !text.old[piece.old].contains(where: \.isWord)
      else { return false }
      let place = added[0]
      return Self.isOfDuty(place, in: text.new)
        && !bindsController(at: place, of: text.new)
    }
  }

  /// Whether the `not` at a place frees from a duty.
  private static func isOfDuty(_ place: Int, in words: [MarkedText.Word]) -> Bool {
    let next = words[(place + 1)...].prefix(2)
    if next.first.map({ TypedWords.restrictions.contains($0.lower) }) == true { return false }
    if next.first.map({ TypedWords.dutiesBehindNegations.contains($0.lower) }) == true {
      return true
    }
    guard words[place].lower == "nicht" else { return false }
    // In one clause, what is spoken of stands between.
    let clause = words[max(0, place - 8)..<place]
    let start = clause.lastIndex { !$0.isWord }.map { $0 + 1 } ?? clause.startIndex
    return words[start..<place].contains { ["muss", "mu\u{DF}", "m\u{FC}ssen"].contains($0.lower) }
  }

  static let plainNegations: Set<String> = ["not", "nicht"]

  /// Whether the `not` at a place is one of what is allowed: `may not`, `is not permitted`.
  static func isOfPermission(_ place: Int, in words: [MarkedText.Word]) -> Bool {
    let next = words[(place + 1)...].prefix(2)
    if next.first.map({ TypedWords.restrictions.contains($0.lower) }) == true { return false }
    if next.contains(where: { permissions.contains($0.lower) }) { return true }
    // In German, what is spoken of stands between.
    let reach = words[place].lower == "nicht" ? 8 : 1
    let sentence = MarkedText.sentence(around: place, of: words)
    return words[max(sentence.lowerBound, place - reach)..<place].contains {
      $0.traits.contains(.modal) && TypedWords.strength(ofModal: $0.lower) == 1
    }
  }

  private static let permissions: Set<String> = [
    "permitted", "allowed", "entitled", "authorised", "authorized", "gestattet", "erlaubt",
    "zulässig", "berechtigt", "befugt",
  ]

  /// Whether the sentence around a place is a duty, and not one of the controller.
  private func isDuty(around place: Int, of words: [MarkedText.Word]) -> Bool {
    states(dutyAround: place, of: words) ?? false
  }

  /// Whether the sentence around a place is a duty of another than the controller; `nil` where it
  /// says neither whose it is nor with a word of duty that it is one, and so may be a fact.
  private func states(dutyAround place: Int, of words: [MarkedText.Word]) -> Bool? {
    let sentence = MarkedText.sentence(around: place, of: words)
    let modal = sentence.first {
      words[$0].traits.contains(.modal) && TypedWords.strength(ofModal: words[$0].lower) != nil
    }
    if let modal {
      if TypedWords.strength(ofModal: words[modal].lower) != 3 { return false }
      let actor =
        (sentence.lowerBound..<modal).last { acts($0, in: words) }
        ?? sentence.first { isAgent($0, in: words) }
      return actor.map { !Self.isController(words[$0]) } ?? true
    }
    // A point completes the sentence above its list.
    if let above = leadIn?.words, !above.isEmpty, let owed = states(dutyAbove: above) {
      return owed
    }
    let party =
      sentence.first { acts($0, in: words) } ?? sentence.first { isAgent($0, in: words) }
      // `The Processor's employees`
      ?? sentence.first { words[$0].traits.contains(.party) }
    return party.map { !Self.isController(words[$0]) }
  }

  /// The same of what leads to a list: by its last sentence, `This includes:`, or else by the one
  /// before.
  private func states(dutyAbove words: [MarkedText.Word]) -> Bool? {
    var judge = self
    judge.leadIn = nil
    var end = words.count
    while end > 0 {
      let sentence = MarkedText.sentence(around: end - 1, of: words)
      if let owed = judge.states(dutyAround: end - 1, of: words) { return owed }
      end = min(sentence.lowerBound, end - 1)
    }
    return nil
  }

  static func isController(_ party: MarkedText.Word) -> Bool {
    RoleWords.parties[TypedWords.withoutPossessive(party.lower)] == .controller
  }
}
