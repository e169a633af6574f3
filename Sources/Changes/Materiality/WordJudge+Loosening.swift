/// What a measure allows now, or no longer asks for.
extension WordJudge {
  /// By which rule a measure allows more, or asks for less, by a word and its opposite, a term, a
  /// limit or a count; `nil` where none does.
  func looseningRule(_ text: MarkedText) -> MaterialityRule? {
    if isPermittedNow(text) || isNotRequired(text) || isOpenedToMore(text) { return .modal }
    if isEitherNow(text) { return .wording }
    if LatestTerm.isLoosened(text) { return .period }
    return AttemptCount.isLoosened(text) ? .number : nil
  }

  /// Whether what was forbidden is permitted now, or what was required is only possible:
  /// `prohibited` that became `permitted`, `verpflichtend` that became `möglich`.
  private func isPermittedNow(_ text: MarkedText) -> Bool {
    // `prohibited` and `not permitted` are one.
    guard !Self.marksNegation(text) else { return false }
    let isRestricted = text.new.contains {
      $0.isMarked && TypedWords.restrictions.contains($0.lower)
    }
    return text.pieces.contains { piece in
      func holds(_ known: Set<String>, _ range: Range<Int>, _ words: [MarkedText.Word]) -> Bool {
        range.contains {
          known.contains(words[$0].lower) && !Self.isNegated($0, in: words)
        }
      }
      if holds(Permission.prohibitions, piece.old, text.old) {
        return holds(Permission.permissions, piece.new, text.new)
      }
      return !isRestricted && holds(Hedges.requirements, piece.old, text.old)
        && holds(Permission.possibilities, piece.new, text.new)
    }
  }

  /// Whether one of two is enough now: `badge and PIN` that became `badge or PIN`. Of what starts a
  /// duty, or is denied, one is more than both.
  private func isEitherNow(_ text: MarkedText) -> Bool {
    text.pieces.contains { piece in
      guard piece.old.count == 1, piece.new.count == 1, let place = piece.new.first,
        Self.joints.contains(text.old[piece.old.lowerBound].lower),
        Self.alternatives.contains(text.new[place].lower)
      else { return false }
      let before = text.new[MarkedText.sentence(around: place, of: text.new).lowerBound..<place]
      return !before.contains { word in
        word.traits.contains(.negation) || Self.conditions.contains(word.lower)
      }
    }
  }

  private static let joints: Set<String> = ["and", "und", "sowie"]
  private static let alternatives: Set<String> = ["or", "oder"]
  private static let conditions: Set<String> = [
    "if", "when", "whenever", "where", "wherever", "after", "upon", "on", "before", "without",
    "against", "from", "of", "in", "every", "any", "each", "all", "wenn", "falls", "sobald",
    "sofern", "soweit", "nach", "vor", "bei", "ohne", "gegen", "von", "jede", "jeder", "jedes",
    "alle", "aller",
  ]

  /// Whether what needed something does no longer: `requires approval`, `does not require approval`;
  /// `erfordert keine Genehmigung`.
  private func isNotRequired(_ text: MarkedText) -> Bool {
    func negated(_ words: [MarkedText.Word]) -> (all: Int, negated: Int, isMarked: Bool) {
      var found = (all: 0, negated: 0, isMarked: false)
      for index in words.indices where Permission.needs.contains(words[index].lower) {
        found.all += 1
        let near = words[max(0, index - 1)..<min(words.count, index + 2)]
        guard let negation = near.first(where: { Permission.noneNeeded.contains($0.lower) }) else {
          continue
        }
        found.negated += 1
        found.isMarked = found.isMarked || negation.isMarked
      }
      return found
    }
    let after = negated(text.new)
    guard after.isMarked else { return false }
    let before = negated(text.old)
    return before.all == after.all && before.negated < after.negated
  }

  /// Whether all that went is what a permission was limited by, or that all is meant: `only with
  /// approval`, `always`, `all`.
  private func isOpenedToMore(_ text: MarkedText) -> Bool {
    guard !Self.marksNegation(text) else { return false }
    return text.pieces.contains { piece in
      let words = piece.old.filter { text.old[$0].isWord }
      let come = text.new[piece.new].filter(\.isWord).map(\.lower)
      guard let first = words.first else { return false }
      if TypedWords.restrictions.contains(text.old[first].lower) {
        let rest = words.dropFirst().map { text.old[$0].lower }
        return (come.isEmpty || come == rest || come == ["also"] || come == ["auch"])
          && dropsRestriction(first, rest, text)
      }
      guard Permission.universals.contains(text.old[first].lower) else { return false }
      let rest = words.dropFirst().map { text.old[$0].lower }
      return (come == rest || come.allSatisfy { TypedWords.articles.contains($0) } && rest.isEmpty)
        && dropsUniversal(first, text)
    }
  }

  /// What only some may do, others may now; what is only done in part says nothing of that.
  private func dropsRestriction(_ place: Int, _ rest: [String], _ text: MarkedText) -> Bool {
    let isElsewhere = text.new.contains {
      $0.isMarked && TypedWords.restrictions.contains($0.lower)
    }
    guard !isElsewhere, !Self.isNegated(place, in: text.old) else { return false }
    let next = text.old[(place + 1)...].first { $0.isWord }
    if next.map({ $0.traits.contains(.rhythm) || Permission.parts.contains($0.lower) }) == true {
      return false
    }
    let sentence = text.old[MarkedText.sentence(around: place, of: text.old)]
    return !rest.contains { Permission.parts.contains($0) }
      && sentence.contains { word in
        word.traits.contains(.modal) && TypedWords.strength(ofModal: word.lower) == 1
          || Permission.permissions.contains(word.lower)
          || Permission.limitedStems.contains { word.lower.hasPrefix($0) }
      }
  }

  private func dropsUniversal(_ place: Int, _ text: MarkedText) -> Bool {
    let isElsewhere = text.new.contains {
      $0.isMarked && Permission.universals.contains($0.lower)
    }
    guard !isElsewhere, !Self.isNegated(place, in: text.old) else { return false }
    // `vor allem`, `alle 6 Monate`, `immer noch`.
    if place > 0, ["at", "above", "after", "vor"].contains(text.old[place - 1].lower) {
      return false
    }
    let next = text.old[(place + 1)...].first
    if let next,
      next.kind == .number || !next.traits.isDisjoint(with: [.time, .count])
        || ["noch", "wenn", "mehr"].contains(next.lower)
    {
      return false
    }
    // What all may do, fewer may now, perhaps.
    let sentence = text.old[MarkedText.sentence(around: place, of: text.old)]
    return !sentence.contains { word in
      word.traits.contains(.modal) && TypedWords.strength(ofModal: word.lower) == 1
        || Permission.permissions.contains(word.lower) || Permission.havings.contains(word.lower)
    }
  }

  private static func marksNegation(_ text: MarkedText) -> Bool {
    (text.old + text.new).contains { $0.isMarked && $0.traits.contains(.negation) }
  }

  private static func isNegated(_ place: Int, in words: [MarkedText.Word]) -> Bool {
    words[max(0, place - 2)..<place].contains { $0.traits.contains(.negation) }
  }
}

/// Words of what is forbidden, permitted or required, in English and German, in lower case.
private enum Permission {
  static let prohibitions: Set<String> = [
    "prohibited", "forbidden", "banned", "disallowed", "inadmissible", "untersagt", "verboten",
    "unzulässig",
  ]

  static let permissions: Set<String> = [
    "permitted", "allowed", "permissible", "admissible", "tolerated", "possible", "gestattet",
    "erlaubt", "zulässig", "geduldet", "toleriert", "möglich",
  ]

  /// What is left to somebody, said of what was required.
  static let possibilities = permissions.union([
    "available", "offered", "supported", "verfügbar", "angeboten", "unterstützt",
  ])

  static let needs: Set<String> = [
    "requires", "require", "needs", "need", "erfordert", "erfordern", "benötigt", "benötigen",
    "verlangt", "verlangen", "bedarf", "bedürfen",
  ]

  static let noneNeeded: Set<String> = [
    "not", "no", "nicht", "kein", "keine", "keinen", "keiner", "keines",
  ]

  static let universals: Set<String> = [
    "all", "always", "alle", "aller", "allen", "sämtliche", "sämtlicher", "sämtlichen", "stets",
    "immer", "jederzeit", "ausnahmslos",
  ]

  static let parts: Set<String> = [
    "partially", "partly", "some", "selected", "occasionally", "teilweise", "einige", "einzelne",
    "gelegentlich", "ausgewählte",
  ]

  /// Beginnings of words for what is good to limit.
  static let limitedStems = [
    "access", "authori", "enter", "granted", "disclos", "stored", "processed", "transmit",
    "transferred", "zugriff", "zugang", "zutritt", "befugt", "berechtigt", "autorisiert",
    "erteilt", "vergeben", "gespeichert", "verarbeitet", "weitergegeben", "übermittelt",
    "übertragen",
  ]

  static let havings: Set<String> = ["have", "has", "haben", "hat", "erhalten", "receive"]
}

/// A time that a measure is done in at the latest: `within 24 hours`, `nach 5 Minuten`.
private struct LatestTerm {
  var period: WrittenPeriod

  /// Whether the one term of a text that changed became a longer one, or went and nothing came for
  /// it, or only a word such as `promptly`.
  static func isLoosened(_ text: MarkedText) -> Bool {
    guard text.traits.contains(.time) else { return false }
    let before = all(in: text.old)
    let after = all(in: text.new)
    if before.isEmpty { return isDelayed(text, after) }
    if before.count == after.count {
      let changed = zip(before, after).filter { !$0.period.isSame(as: $1.period) }
      return changed.count == 1
        && changed[0].1.period.length.order(after: changed[0].0.period.length) == .longer
    }
    let isSaidOtherwise = text.new.contains {
      $0.isMarked && ($0.kind == .number || !$0.traits.isDisjoint(with: [.time, .rhythm, .count]))
        && !vague.contains($0.lower) && !fillers.contains($0.lower)
    }
    guard before.count == after.count + 1, !isSaidOtherwise else { return false }
    return text.pieces.contains { piece in
      before.contains {
        piece.old.contains($0.period.range.lowerBound)
          && piece.old.contains($0.period.range.upperBound - 1)
      }
        && text.new[piece.new].allSatisfy {
          !$0.isWord || vague.contains($0.lower) || fillers.contains($0.lower)
        }
    }
  }

  /// Whether what was done at once may take a time now. At once can be a day, too.
  private static func isDelayed(_ text: MarkedText, _ after: [LatestTerm]) -> Bool {
    guard after.count == 1, let length = after.first?.period.length else { return false }
    let gone = WrittenRhythm.all(in: text.old).filter {
      $0.kind == .soon && $0.isMarked(in: text.old)
    }
    guard gone.count == 1, !WrittenRhythm.all(in: text.new).contains(where: { $0.kind == .soon })
    else { return false }
    return length.order(after: .hours(24)) == .longer
  }

  private static func all(in words: [MarkedText.Word]) -> [LatestTerm] {
    WrittenPeriod.all(in: words).compactMap { period in
      var place = period.range.lowerBound - 1
      while place >= 0, betweenWords.contains(words[place].lower) { place -= 1 }
      guard place >= 0 else { return nil }
      let sentence = words[MarkedText.sentence(around: place, of: words)]
      // What is counted in a time, or does not happen in it, is stricter the longer it is.
      if sentence.contains(where: {
        $0.traits.contains(.negation) && !absences.contains($0.lower)
          || AttemptCount.isAttempt($0.lower)
          || $0.traits.contains(.party) && WordJudge.isController($0)
      }) {
        return nil
      }
      if limits.contains(words[place].lower) { return LatestTerm(period: period) }
      guard ends.contains(words[place].lower), !isEarliest(sentence) else { return nil }
      return LatestTerm(period: period)
    }
  }

  /// Whether something is free again, or kept no longer, behind a time: the longer, the better.
  private static func isEarliest(_ sentence: ArraySlice<MarkedText.Word>) -> Bool {
    let isFreed = sentence.contains { word in
      word.traits.contains(.modal) && TypedWords.strength(ofModal: word.lower) == 1
        || TypedWords.restrictions.contains(word.lower) || earliest.contains(word.lower)
        || freed.contains { word.lower.hasPrefix($0) }
    }
    return isFreed
      || sentence.contains { word in kept.contains { word.lower.contains($0) } }
  }

  private static let limits: Set<String> = [
    "within", "binnen", "innerhalb", "spätestens", "latest",
  ]
  private static let ends: Set<String> = ["after", "nach"]
  /// What is missing meanwhile turns nothing: `after 5 minutes without input`.
  private static let absences: Set<String> = ["without", "ohne"]
  private static let betweenWords: Set<String> = [
    "von", "of", "at", "most", "maximal", "höchstens", "max", "than", "later",
  ]
  private static let earliest: Set<String> = ["erst", "frühestens", "earliest"]
  private static let freed = [
    "unlock", "unblock", "releas", "reus", "reactivat", "reinstat", "restor", "entsperr",
    "freigegeben", "freigeschaltet", "wiederverwend", "reaktivier", "wiederhergestellt",
  ]
  /// What is good to keep for long.
  private static let kept = ["backup", "log", "sicherung", "protokoll", "archiv"]

  /// How soon, without a limit.
  private static let vague: Set<String> = [
    "promptly", "soon", "timely", "quickly", "shortly", "zeitnah", "bald", "baldmöglichst",
    "schnellstmöglich", "zügig", "kurzfristig", "rechtzeitig", "alsbald",
  ]
  private static let fillers: Set<String> = [
    "as", "possible", "in", "a", "manner", "so", "wie", "möglich", "möglichst",
  ]
}

/// How many times somebody may fail before a lock closes.
enum AttemptCount {
  static func isLoosened(_ text: MarkedText) -> Bool {
    let (before, after) = (all(in: text.old), all(in: text.new))
    guard before.count == after.count else { return false }
    return zip(before, after).contains { old, new in
      guard old.isMarked || new.isMarked, let first = old.value else { return false }
      return new.value.map { $0 > first } ?? new.isOpen
    }
  }

  /// The counts of a text, `nil` where there is none before the word for attempts.
  private static func all(
    in words: [MarkedText.Word]
  ) -> [(value: Int?, isMarked: Bool, isOpen: Bool)] {
    words.indices.compactMap { index in
      guard isAttempt(words[index].lower), isOfLock(index, in: words) else { return nil }
      for place in stride(from: index - 1, through: max(0, index - 4), by: -1) {
        guard words[place].isWord else { break }
        if let value = TypedWords.value(ofNumber: words[place].lower) {
          return (value, words[place].isMarked, false)
        }
        if open.contains(words[place].lower) { return (nil, words[place].isMarked, true) }
      }
      return (nil, false, false)
    }
  }

  static func isAttempt(_ word: String) -> Bool {
    word.hasPrefix("attempt") || word.contains("versuch") && !word.hasPrefix("versucht")
      || word.hasPrefix("fehleingabe") || word.hasPrefix("fehlanmeldung") || word == "tries"
  }

  private static func isOfLock(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    words[MarkedText.sentence(around: index, of: words)].contains { word in
      stems.contains { word.lower.contains($0) }
    }
  }

  private static let stems = [
    "fail", "wrong", "incorrect", "invalid", "login", "log-in", "logon", "sign-in", "lock",
    "passwor", "passwör", "fehl", "falsch", "ungültig", "anmelde", "sperr", "gesperrt", "kennwor",
    "kennwör",
  ]

  private static let open: Set<String> = [
    "several", "multiple", "many", "repeated", "some", "mehreren", "mehrere", "vielen",
    "wiederholten", "einigen",
  ]
}
