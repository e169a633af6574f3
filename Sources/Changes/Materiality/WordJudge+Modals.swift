extension WordJudge {
  /// What binds more or less than it did. A sentence that came or went whole is no other wording of
  /// any.
  func modalRule(_ text: MarkedText) -> Verdict? {
    guard !text.traits.isDisjoint(with: [.modal, .duty]) else { return nil }
    var text = text
    let sentences = text.wholeSentences(atLeast: Self.fewestOfSentence)
    if !sentences.isEmpty { text.unmark(pieces: sentences) }
    let before = Modals(in: text.old)
    let after = Modals(in: text.new)
    guard before.found.map(\.word) != after.found.map(\.word) else { return nil }
    var materiality = Materiality.substantive
    if let second = after.strength {
      if let first = before.strength {
        if second < first, !bindsController(text.old), !permitsController(text.new) {
          materiality = .weakening
        }
      } else if second < Modals.duty, after.isOnlyTried || loosensVerb(text),
        !bindsController(text.new)
      {
        materiality = .weakening
      }
    }
    return Verdict(
      judgement: Judgement(materiality, .modal), before: before.found.first?.word,
      after: after.found.first?.word)
  }

  /// In words: what is shorter may be the end of a sentence that was there.
  static var fewestOfSentence: Int { 3 }

  /// Whether what was stated as done is left open now: `assists` became `may assist`.
  ///
  /// The modal word stands alone before a verb that stayed, or the verb changed its form beside it.
  private func loosensVerb(_ text: MarkedText) -> Bool {
    for piece in text.pieces {
      let added = text.new[piece.new].filter(\.isWord)
      guard added.contains(where: { $0.traits.contains(.modal) }) else { continue }
      if piece.old.isEmpty, added.count == 1, piece.new.upperBound < text.new.count,
        text.new[piece.new.upperBound].kind == .word
      {
        return true
      }
      // The verb may stand far from its modal word, but in one sentence with it.
      let sentence = MarkedText.sentence(around: piece.new.lowerBound, of: text.new)
      // One that was written anew has none of the verbs that stood there.
      if isReplaced(text.new[sentence]) { continue }
      let own = text.pieces.filter {
        sentence.contains($0.new.lowerBound) || $0.new.lowerBound == sentence.upperBound
      }
      let removed = own.flatMap { text.old[$0.old] }.filter(\.isWord)
      let all = own.flatMap { text.new[$0.new] }.filter(\.isWord)
      return removed.contains { old in all.contains { Self.areFormsOfVerb(old.lower, $0.lower) } }
        || Self.isPutTogether(removed.map(\.lower), all.map(\.lower))
    }
    return false
  }

  /// Whether a German verb that stood in two parts is one word now: `legt ... vor`, `vorlegen`.
  private static func isPutTogether(_ removed: [String], _ all: [String]) -> Bool {
    removed.contains { prefix in
      TypedWords.verbPrefixes.contains(prefix)
        && all.contains { verb in
          verb.hasPrefix(prefix)
            && removed.contains { areFormsOfVerb($0, String(verb.dropFirst(prefix.count))) }
        }
    }
  }

  /// Whether two words look like forms of one verb: `meldet` and `melden`, `are` and `be`.
  private static func areFormsOfVerb(_ first: String, _ second: String) -> Bool {
    if TypedWords.formsOfBeing.contains(first), TypedWords.formsOfBeing.contains(second) {
      return true
    }
    // `with` and `without` are none.
    if Particles.all.contains(first) || Particles.all.contains(second) { return false }
    let same = zip(first.utf8, second.utf8).prefix { $0 == $1 }.count
    let shorter = min(first.utf8.count, second.utf8.count)
    return same >= 3 && shorter - same <= 2 && max(first.utf8.count, second.utf8.count) - same <= 3
  }

  /// Whether the controller may do something now, which loosens no duty of another: `so that the
  /// Controller can object`. What may be done to it is another thing.
  private func permitsController(_ words: [MarkedText.Word]) -> Bool {
    guard bindsController(words), let modal = markedModal(in: words) else { return false }
    return !words[(modal + 1)...].prefix(2).contains { TypedWords.formsOfBeing.contains($0.lower) }
  }

  private func markedModal(in words: [MarkedText.Word]) -> Int? {
    words.firstIndex { $0.isMarked && !$0.traits.isDisjoint(with: [.modal, .duty]) }
  }

  /// Whether the duty whose modal word changed is one of the controller.
  private func bindsController(_ words: [MarkedText.Word]) -> Bool {
    markedModal(in: words).map { bindsController(at: $0, of: words) } ?? false
  }
}

/// The marked modal words of one side, and how firmly each binds where it stands.
private struct Modals {
  static let duty = 3

  private(set) var found: [(word: String, strength: Int)] = []
  /// Of the firmest, unless one says that it is only tried; `nil` where there is none.
  var strength: Int? {
    let firmest = found.map(\.strength).max()
    return isOnlyTried ? firmest.map { min($0, 2) } : firmest
  }
  private(set) var isOnlyTried = false

  init(in words: [MarkedText.Word]) {
    for (index, word) in words.enumerated() where word.isMarked && word.traits.contains(.modal) {
      guard let strength = TypedWords.strength(ofModal: word.lower), !Self.isMonth(words, index)
      else { continue }
      if TypedWords.promisesBeforeDuties.contains(word.lower), !Self.isBeforeVerb(words, index) {
        continue
      }
      if TypedWords.attemptsBeforeAims.contains(word.lower) {
        guard index + 1 < words.count,
          TypedWords.wordsBeforeAims.contains(words[index + 1].lower)
        else { continue }
        isOnlyTried = true
      } else if TypedWords.attempts.contains(word.lower) {
        isOnlyTried = true
      }
      let next = words[(index + 1)...].prefix(Self.reach).prefix { $0.isWord }
      // A need is none; `need not` is.
      if word.lower == "need", next.first?.lower != "not" { continue }
      if TypedWords.dutiesBehindNegations.contains(word.lower),
        words[..<index].last?.traits.contains(.negation) == true
      {
        found.append((word.lower, 1))
        continue
      }
      found.append((word.lower, Self.strength(strength, of: word.lower, before: next)))
    }
    // `hat ... zu löschen` and `hat ... vorzulegen` oblige like `muss`.
    if found.isEmpty, let verb = words.first(where: { $0.isMarked && $0.traits.contains(.duty) }),
      words.contains(where: { $0.isMarked && Self.isInfinitive($0.lower) })
    {
      found.append((verb.lower, Self.duty))
    }
  }

  /// Whether a word is the `zu` of a verb, or a verb that has it in its middle: `vorzulegen`.
  private static func isInfinitive(_ word: String) -> Bool {
    if word == "zu" || word == "to" { return true }
    guard word.hasSuffix("n") else { return false }
    return TypedWords.verbPrefixes.contains {
      word.hasPrefix($0) && word.dropFirst($0.count).hasPrefix("zu")
        && word.utf8.count > $0.utf8.count + 4
    }
  }

  /// Whether `to` and a verb follow a word: `agrees to help`, and not `agrees to the terms`.
  private static func isBeforeVerb(_ words: [MarkedText.Word], _ index: Int) -> Bool {
    index + 2 < words.count && words[index + 1].lower == "to" && words[index + 2].kind == .word
      && !Particles.all.contains(words[index + 2].lower)
  }

  /// Whether a word is the month of a day, or of a year: `May 6th`, `May, 5`, `6 May`.
  private static func isMonth(_ words: [MarkedText.Word], _ index: Int) -> Bool {
    guard words[index].text == "May" else { return false }
    return words[..<index].last?.kind == .number
      || words[(index + 1)...].first { $0.text != "," }?.kind == .number
  }

  /// Words after a modal one in which it is turned round: `may not`, `darf die Daten nur`.
  private static var reach: Int { 6 }

  /// What is not allowed is forbidden; what may only be done in one way is a duty.
  private static func strength(
    _ strength: Int, of modal: String, before next: ArraySlice<MarkedText.Word>
  ) -> Int {
    if next.prefix(3).contains(where: { TypedWords.restrictions.contains($0.lower) }) {
      return duty
    }
    // In German, what is spoken of stands between: `darf die Daten nicht löschen`.
    let isNegated =
      TypedWords.germanModals.contains(modal)
      ? next.contains { $0.traits.contains(.negation) }
      : next.first?.traits.contains(.negation) ?? false
    guard isNegated else { return strength }
    if TypedWords.freeingWhenNegated.contains(modal) { return 1 }
    // What should not be done is not forbidden.
    return strength == 1 ? duty : strength
  }
}
