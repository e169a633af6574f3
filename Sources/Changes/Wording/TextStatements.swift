internal import Deadlines

/// Says in words what changed in a text.
enum TextStatements {
  /// Changes beyond it are counted and not told one by one.
  static let mostPieces = 3
  private static let mostWords = 14
  /// Of a stretch that was replaced with the period in it.
  private static let mostWordsBesidePeriod = 4

  static func describeWords(_ text: MarkedText, _ verdict: WordJudge.Verdict) -> BilingualText {
    if let periods = verdict.periods, text.pieces.count <= mostPieces {
      // What changed beside the period is told as well.
      let others = text.toldPieces.filter { piece in
        func isBeside(_ period: Range<Int>, _ range: Range<Int>, _ words: [MarkedText.Word]) -> Bool
        {
          range.count { words[$0].isWord && !period.contains($0) } > mostWordsBesidePeriod
        }
        return !periods.before.range.overlaps(piece.old) && !periods.after.range.overlaps(piece.new)
          || isBeside(periods.before.range, piece.old, text.old)
          || isBeside(periods.after.range, piece.new, text.new)
      }
      let parts =
        [period(text, periods.before, periods.after)] + others.map { describe($0, in: text) }
      return BilingualText(
        english: parts.map(\.english).joined(separator: "; "),
        german: parts.map(\.german).joined(separator: "; "))
    }
    switch verdict.judgement.rule {
    case .punctuation:
      return BilingualText(
        english: "the punctuation is changed", german: "die Zeichensetzung ist geändert")
    case .spelling:
      if let before = verdict.before, let after = verdict.after {
        return becomes(before, after)
      }
      guard text.pieces.count > mostPieces else { break }
      return BilingualText(
        english: "the spelling is changed in \(text.pieces.count) places",
        german: "die Schreibweise ist an \(text.pieces.count) Stellen geändert")
    case .number where text.pieces.count == 1, .wording where text.pieces.count == 1:
      // From one number to another, not the dash between them.
      if let before = verdict.before, let after = verdict.after, !text.marksWords {
        return becomes(before, after)
      }
    case .date, .metadata:
      if let dates = dates(text, verdict) { return dates }
    default: break
    }
    if let same = replacedThroughout(text) { return same }
    let told = text.toldPieces
    let isShort = told.allSatisfy {
      $0.old.count <= 2 * mostWords && $0.new.count <= 2 * mostWords
    }
    guard told.count <= mostPieces, isShort || told.count == 1 else { return counted(text) }
    let pieces = told.map { describe($0.closed(in: text).counted(in: text), in: text) }
    return BilingualText(
      english: pieces.map(\.english).joined(separator: "; "),
      german: pieces.map(\.german).joined(separator: "; "))
  }

  /// One date that became another, as a whole, where all that changed is numbers of it, or several
  /// parts: `27` alone tells no reader that it is a day.
  private static func dates(_ text: MarkedText, _ verdict: WordJudge.Verdict) -> BilingualText? {
    guard let before = verdict.before, let after = verdict.after else { return nil }
    func holds(_ date: String, _ words: [MarkedText.Word]) -> Bool {
      words.allSatisfy {
        !$0.isMarked || !$0.isWord
          || ($0.kind == .number || text.pieces.count > 1) && date.contains($0.text)
      }
    }
    return holds(before, text.old) && holds(after, text.new) ? becomes(before, after) : nil
  }

  /// The same words that came in the place of the same others, more than once.
  private static func replacedThroughout(_ text: MarkedText) -> BilingualText? {
    let pieces = text.toldPieces
    guard pieces.count > 1, let first = pieces.first else { return nil }
    let (before, after) = (
      MarkedText.text(text.old[first.old]), MarkedText.text(text.new[first.new])
    )
    guard !before.isEmpty, !after.isEmpty, first.old.count <= mostWords,
      pieces.allSatisfy({ piece in
        MarkedText.text(text.old[piece.old]) == before
          && MarkedText.text(text.new[piece.new]) == after
      })
    else { return nil }
    let words = becomes(before, after)
    let count = pieces.count
    return BilingualText(
      english: "\(words.english), \(count == 2 ? "twice" : "\(count) times")",
      german: "\(words.german), \(count == 2 ? "zweimal" : "\(count)-mal")")
  }

  /// The head of a table's column.
  static func column(_ place: PlaceWords, _ text: MarkedText) -> BilingualText {
    let (before, after) = (MarkedText.text(text.old[...]), MarkedText.text(text.new[...]))
    func names(_ language: Language) -> (old: String, new: String) {
      (Statements.quoted(before, language), Statements.quoted(after, language))
    }
    let (english, german) = (names(.english), names(.german))
    return Statements.at(
      place,
      BilingualText(
        english: "the column \(english.old) is called \(english.new) now",
        german: "die Spalte \(german.old) heißt jetzt \(german.new)"))
  }

  /// A column that is new or gone, with so many cells that have words.
  ///
  /// `number`: its place in the table, from 0, by which it is called where its head is empty.
  static func column(
    _ place: PlaceWords, _ head: String, _ number: Int, isGone: Bool, cells: Int,
    _ strikes: Strikes
  ) -> BilingualText {
    var (english, german) = ("the column", "die Spalte")
    english += head.isEmpty ? " \(number + 1)" : " \(Statements.quoted(head, .english))"
    german += head.isEmpty ? " \(number + 1)" : " \(Statements.quoted(head, .german))"
    if cells > 0 {
      english += cells == 1 ? " with 1 cell" : " with \(cells) cells"
      german += cells == 1 ? " mit 1 Zelle" : " mit \(cells) Zellen"
    }
    return Statements.at(
      place,
      BilingualText(
        english: "\(english) \(isGone ? "is removed" : strikes.added.english)",
        german: "\(german) \(isGone ? "entfällt" : strikes.added.german)"))
  }

  /// That the entries of a list stand in a table now, or the other way round.
  static func relaid(_ place: PlaceWords, columns: [String], isTable: Bool) -> BilingualText {
    func names(_ language: Language) -> String {
      let quoted = columns.map { Statements.quoted($0, language) }
      return Statements.list(quoted, language == .english ? "and" : "und")
    }
    let (english, german) = (names(.english), names(.german))
    let isOne = columns.count == 1
    let (withEnglish, withGerman) = (
      "with the \(isOne ? "column" : "columns") \(english)",
      "mit \(isOne ? "der Spalte" : "den Spalten") \(german)"
    )
    return Statements.at(
      place,
      isTable
        ? BilingualText(
          english: "the list is a table now, \(withEnglish)",
          german: "die Liste ist jetzt eine Tabelle \(withGerman)")
        : BilingualText(
          english: "the table \(withEnglish) is a list now",
          german: "die Tabelle \(withGerman) ist jetzt eine Liste"))
  }

  private static func describe(_ piece: MarkedText.Piece, in text: MarkedText) -> BilingualText {
    let before = MarkedText.text(text.old[piece.old])
    let after = MarkedText.text(text.new[piece.new])
    let (oldWords, newWords) = (
      before.split(separator: " ").map(String.init), after.split(separator: " ").map(String.init)
    )
    func quotation(_ words: [String], _ language: Language) -> String {
      Statements.quoted(words, language)
    }
    if piece.old.isEmpty {
      let isStruck = Strikes(text.new[piece.new]) == .all
      let struck = isStruck ? nil : struckPart(text.new[piece.new])
      return BilingualText(
        english: quotation(newWords, .english) + (isStruck ? " is added struck out" : " is added")
          + context(piece.new, text.new, .english) + (struck?.english ?? ""),
        german: quotation(newWords, .german)
          + (isStruck ? " ist durchgestrichen eingefügt" : " ist eingefügt")
          + context(piece.new, text.new, .german) + (struck?.german ?? ""))
    }
    let was = struckBefore(text.old[piece.old])
    if piece.new.isEmpty {
      return BilingualText(
        english: quotation(oldWords, .english) + " is deleted"
          + context(piece.old, text.old, .english) + was.english,
        german: quotation(oldWords, .german) + " ist gestrichen"
          + context(piece.old, text.old, .german) + was.german)
    }
    var words = becomes(before, after, quotesAll: newWords.count < oldWords.count)
    words.english += was.english
    words.german += was.german
    if let struck = struckPart(text.new[piece.new]) {
      words.english += struck.english
      words.german += struck.german
    }
    return words
  }

  /// `quotesAll`: whether all that came is quoted where it is not long.
  private static func becomes(
    _ before: String, _ after: String, quotesAll: Bool = false
  ) -> BilingualText {
    let (old, new) = (
      before.split(separator: " ").map(String.init), after.split(separator: " ").map(String.init)
    )
    func quoted(_ words: [String], _ language: Language) -> String {
      Statements.quoted(words, language)
    }
    let isWhole = quotesAll && new.count <= 2 * mostWords
    func come(_ language: Language) -> String {
      isWhole ? Statements.quoted(after, language) : quoted(new, language)
    }
    return BilingualText(
      english: "\(quoted(old, .english)) becomes \(come(.english))",
      german: "aus \(quoted(old, .german)) wird \(come(.german))")
  }

  /// After which words something short was put in or left out: those of its own cell, as readers
  /// find no others there.
  private static func context(
    _ piece: Range<Int>, _ all: [MarkedText.Word], _ language: Language
  ) -> String {
    guard piece.count <= 3, piece.lowerBound > 0 else { return "" }
    let start = max(0, piece.lowerBound - 2)
    guard !all[piece.lowerBound].startsPassage else { return "" }
    let first = all[start..<piece.lowerBound].lastIndex(where: \.startsPassage) ?? start
    let words = all[first..<piece.lowerBound]
    guard words.allSatisfy({ $0.isWord && !$0.isStruck }) else { return "" }
    let quotation = Statements.quoted(MarkedText.text(words), language)
    return language == .english ? " after \(quotation)" : " nach \(quotation)"
  }

  private static func counted(_ text: MarkedText) -> BilingualText {
    let removed = text.wordsRemoved().count
    let added = text.wordsAdded().count
    let places = text.toldPieces.count
    let (english, german) = (come(text, added, .english), come(text, added, .german))
    return BilingualText(
      english: "the wording is changed in \(places) places "
        + "(\(removed) \(removed == 1 ? "word" : "words") out, \(added) in)\(english)",
      german: "der Wortlaut ist an \(places) Stellen geändert "
        + "(\(removed) \(removed == 1 ? "Wort" : "Wörter") gestrichen, \(added) eingefügt)\(german)"
    )
  }

  /// What came in many places, each once, where it is short: it is what readers look for, whatever
  /// went out.
  private static func come(_ text: MarkedText, _ count: Int, _ language: Language) -> String {
    guard count > 0, count <= mostWords else { return "" }
    var known: Set<String> = []
    let stretches = text.toldPieces.map { MarkedText.text(text.new[$0.new]) }
      .filter { !$0.isEmpty && known.insert($0).inserted }
    return ": " + stretches.map { Statements.quoted($0, language) }.joined(separator: ", ")
  }
}

extension MarkedText.Piece {
  /// With the bracket that closes what was opened in it, so that no quotation is cut at one.
  fileprivate func closed(in text: MarkedText) -> Self {
    func isOpen(_ words: ArraySlice<MarkedText.Word>) -> Bool {
      words.count { $0.text == "(" } > words.count { $0.text == ")" }
    }
    guard isOpen(text.old[old]), isOpen(text.new[new]),
      text.old.indices.contains(old.upperBound), text.new.indices.contains(new.upperBound),
      text.old[old.upperBound].text == ")", text.new[new.upperBound].text == ")"
    else { return self }
    return Self(
      old: old.lowerBound..<old.upperBound + 1, new: new.lowerBound..<new.upperBound + 1)
  }
}

// MARK: - Periods

extension TextStatements {
  private static func period(
    _ text: MarkedText, _ before: WrittenPeriod, _ after: WrittenPeriod
  ) -> BilingualText {
    let label = label(of: after, in: text.new)
    let order = after.length.order(after: before.length)
    guard order == .shorter || order == .longer else {
      return BilingualText(
        english: "\(label.english) is stated as \(after.words(in: .english)) "
          + "instead of \(before.words(in: .english))",
        german: "\(label.german) ist mit \(after.words(in: .german, .dative)) "
          + "statt \(before.words(in: .german, .dative)) angegeben")
    }
    let verb =
      order == .shorter
      ? BilingualText(english: "is shortened", german: "verkürzt sich")
      : BilingualText(english: "is extended", german: "verlängert sich")
    let isCounted = before.isCounted(as: after)
    func from(_ language: Language) -> String {
      isCounted ? "\(before.count)" : before.words(in: language, .dative)
    }
    return BilingualText(
      english: "\(label.english) \(verb.english) from \(from(.english)) "
        + "to \(after.words(in: .english))",
      german: "\(label.german) \(verb.german) von \(from(.german)) "
        + "auf \(after.words(in: .german))")
  }

  /// What a period is for, by the word of its sentence that is nearest to it.
  private static func label(of period: WrittenPeriod, in words: [MarkedText.Word]) -> BilingualText
  {
    var start = period.range.lowerBound
    while start > 0, words[start - 1].kind != .stop { start -= 1 }
    var end = period.range.upperBound
    while end < words.count, words[end].kind != .stop { end += 1 }
    // `after receipt of the notice` says what starts the period.
    let following = period.range.upperBound
    let startsThen = following < end && triggers.contains(words[following].lower)
    let trigger = following..<(startsThen ? min(end, following + 6) : following)
    var nearest: (distance: Int, purpose: Purpose)?
    for known in purposes {
      for index in start..<end
      where !trigger.contains(index)
        && known.stems.contains(where: { words[index].lower.hasPrefix($0) })
      {
        let distance = max(period.range.lowerBound - index, index - period.range.upperBound)
        if distance < nearest?.distance ?? Int.max { nearest = (distance, known.purpose) }
      }
    }
    let sentence = words[start..<end]
    switch nearest?.purpose {
    case .named(let label)?: return label
    case .notice? where isAhead(sentence) || !tellsOfIncidents(sentence):
      return BilingualText(english: "the notice period", german: "die Ankündigungsfrist")
    case .telling? where isAhead(sentence):
      return BilingualText(english: "the notice period", german: "die Ankündigungsfrist")
    case .notice?, .telling?:
      guard tellsOfIncidents(sentence) else { break }
      return BilingualText(english: "the period for reporting breaches", german: "die Meldefrist")
    case nil: break
    }
    // `every six months`
    if period.range.lowerBound > 0,
      RhythmNames.each.contains(words[period.range.lowerBound - 1].lower)
    {
      return BilingualText(english: "the interval", german: "der Abstand")
    }
    return BilingualText(english: "the period", german: "die Frist")
  }

  private enum Purpose {
    case named(BilingualText)
    /// Of something that is to come.
    case notice
    /// Of something to come, or of what has happened: the sentence says which.
    case telling
  }

  /// Whether something is told before it happens.
  private static func isAhead(_ sentence: ArraySlice<MarkedText.Word>) -> Bool {
    sentence.contains { aheadWords.contains($0.lower) }
  }

  /// Whether a sentence is on breaches and incidents, and not on what a contract does about a
  /// breach of itself.
  private static func tellsOfIncidents(_ sentence: ArraySlice<MarkedText.Word>) -> Bool {
    sentence.contains { word in incidents.contains { word.lower.contains($0) } }
      && !sentence.contains { word in remedies.contains { word.lower.hasPrefix($0) } }
  }

  private static let aheadWords: Set<String> = [
    "before", "prior", "ahead", "advance", "beforehand", "vor", "bevor", "vorher", "vorherige",
    "vorheriger", "vorherigen", "voraus", "vorab", "zuvor", "intended", "planned", "beabsichtigte",
    "beabsichtigten", "geplante", "geplanten",
  ]

  private static let incidents = [
    "breach", "incident", "verletzung", "vorfall", "vorfäll", "panne",
  ]

  private static let remedies = [
    "terminat", "kündig", "cure", "remed", "behob", "beheb", "abhilf", "abzuhelfen",
  ]

  private static let triggers: Set<String> = [
    "after", "following", "from", "of", "upon", "since", "nach", "ab", "seit",
  ]

  private static let purposes: [(stems: [String], purpose: Purpose)] = [
    (
      ["object", "einspruch", "widersp"],
      .named(BilingualText(english: "the period for objections", german: "die Einspruchsfrist"))
    ),
    (
      ["eras", "delet", "lösch"],
      .named(BilingualText(english: "the deletion period", german: "die Löschfrist"))
    ),
    (
      ["retain", "retention", "aufbewahr", "stored", "kept"],
      .named(BilingualText(english: "the retention period", german: "die Aufbewahrungsfrist"))
    ),
    (["notice", "announc", "advance", "ankündig"], .notice),
    (
      [
        "notif", "inform", "report", "mitteil", "mitgeteilt", "meld", "gemeldet", "anzeig",
        "angezeigt", "unterricht", "benachrichtig", "verständig",
      ], .telling
    ),
    (
      ["audit", "inspect", "prüf", "kontroll"],
      .named(BilingualText(english: "the period for audits", german: "die Frist für Prüfungen"))
    ),
  ]
}
