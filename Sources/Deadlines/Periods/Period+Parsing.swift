extension Period {
  /// Reads a period in the words of English or German agreements: `30 days`, `at least 2 weeks`,
  /// `14 Werktage`, `in der Regel 1 Monat`.
  ///
  /// Shape: words that say how firm it is, a number in digits, a unit in the singular or plural.
  /// Large and small letters are the same, and so are all kinds of blanks.
  package init(parsing text: String) throws(PeriodError) {
    var words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }[...]
    guard !words.isEmpty else { throw .empty }
    let promise = Self.takePromise(from: &words)
    let count = try Self.takeCount(from: &words)
    let unit = try Self.takeUnit(from: &words, after: count)
    guard words.isEmpty else { throw .furtherWords(words.joined(separator: " ")) }
    self.init(knownCount: count, unit: unit, promise: promise)
  }

  private init(knownCount count: Int, unit: Unit, promise: Promise) {
    self.count = count
    self.unit = unit
    self.promise = promise
  }

  private static func takePromise(from words: inout ArraySlice<String>) -> Promise {
    for (phrase, promise) in PeriodWords.promises where words.starts(with: phrase) {
      words = words.dropFirst(phrase.count)
      return promise
    }
    return .exact
  }

  private static func takeCount(from words: inout ArraySlice<String>) throws(PeriodError) -> Int {
    guard let word = words.popFirst() else { throw .missingNumber(before: nil) }
    guard !PeriodWords.withoutNumber.contains(word) else { throw .statesNoNumber(word) }
    let sign = word.hasPrefix("-") || word.hasPrefix("+") ? 1 : 0
    let digits = word.utf8.dropFirst(sign)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .missingNumber(before: word)
    }
    guard sign == 0, let count = Int(word), (1...maximumCount).contains(count) else {
      throw .countOutOfRange(word)
    }
    return count
  }

  private static func takeUnit(
    from words: inout ArraySlice<String>, after count: Int
  ) throws(PeriodError) -> Unit {
    guard let word = words.popFirst() else { throw .missingUnit(after: count) }
    if let unit = PeriodWords.units[word] { return unit }
    // Units of two words: `working days`.
    guard let next = words.first, let unit = PeriodWords.units["\(word) \(next)"] else {
      throw .unknownUnit(word, known: PeriodWords.units.keys.sorted())
    }
    words.removeFirst()
    return unit
  }
}

/// The words that periods are written in, all in small letters.
private enum PeriodWords {
  static let promises: [(phrase: [String], promise: Period.Promise)] = [
    (["at", "least"], .minimum), (["minimum"], .minimum), (["min."], .minimum),
    (["a", "minimum", "of"], .minimum), (["not", "less", "than"], .minimum),
    (["mindestens"], .minimum), (["wenigstens"], .minimum), (["mind."], .minimum),
    (["normally"], .normally), (["usually"], .normally), (["generally"], .normally),
    (["in", "der", "regel"], .normally), (["i.d.r."], .normally), (["normalerweise"], .normally),
    (["üblicherweise"], .normally), (["regelmäßig"], .normally),
  ]

  /// Words of agreements that name no length at all.
  static let withoutNumber: Set<String> = [
    "reasonable", "appropriate", "adequate", "promptly", "immediately", "angemessen",
    "angemessene", "angemessener", "unverzüglich", "rechtzeitig",
  ]

  static let units: [String: Period.Unit] = [
    "day": .days, "days": .days, "calendar day": .days, "calendar days": .days,
    "tag": .days, "tage": .days, "tagen": .days,
    "kalendertag": .days, "kalendertage": .days, "kalendertagen": .days,
    "working day": .workingDays, "working days": .workingDays,
    "business day": .businessDays, "business days": .businessDays,
    "arbeitstag": .businessDays, "arbeitstage": .businessDays, "arbeitstagen": .businessDays,
    "werktag": .werktage, "werktage": .werktage, "werktagen": .werktage,
    "week": .weeks, "weeks": .weeks, "woche": .weeks, "wochen": .weeks,
    "month": .months, "months": .months, "monat": .months, "monate": .months,
    "monaten": .months,
    "year": .years, "years": .years, "jahr": .years, "jahre": .years, "jahren": .years,
  ]
}
