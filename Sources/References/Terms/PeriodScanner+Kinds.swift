internal import Deadlines

extension PeriodScanner {
  /// Reads a period at `index`.
  ///
  /// - Returns: the index behind it, or `nil` where there is none.
  mutating func period(at index: Int) -> Int? {
    let token = token(index)
    if token.kind == .number || token.classes.contains(.numeral) {
      return duration(at: index) ?? fraction(at: index)
    }
    if let end = fraction(at: index) { return end }
    guard token.kind == .word else { return nil }
    switch kind(index) {
    case .every: return rhythm(at: index)
    case .once: return frequency(at: index)
    case .without: return withoutDelay(at: index)
    case .immediately:
      add(.withoutDelay, from: index, to: index + 1) { _ in }
      return index + 1
    case .timely:
      add(.open, from: index, to: index + 1) { _ in }
      return index + 1
    case .reasonable: return open(at: index)
    case .week, .month, .quarter, .year: return adverb(at: index)
    default: return nil
    }
  }

  private mutating func add(
    _ kind: Period.Kind, from start: Int, to end: Int, _ change: (inout Period) -> Void
  ) {
    var period = Period(kind: kind, textRange: textRange(start, end), provision: place)
    change(&period)
    let party = partyWithDuty(at: start, isLimit: period.bound == .atMost)
    if party >= 0 { period.party = roles.roles[party].id }
    // `reasonable period of notice`: what follows says what it is, not what starts it.
    if kind != .open || self.kind(end) != .of { period.triggerRange = trigger(at: end) }
    found.append(period)
  }

  /// `14 working days`, `forty-five (45) days`, `30-tägige Frist`.
  private mutating func duration(at index: Int) -> Int? {
    // The rest of `14-30 days`, of a word or of a number that was read before is no number.
    guard !isGlued(.point, index - 1), !isGlued(.comma, index - 1), !isGlued(.slash, index - 1),
      !isGlued(.slash, index + 1), index >= numeralEnd,
      !isGlued(.dash, index - 1) || token(index).hasSpaceBefore,
      let number = amount(at: index)
    else { return nil }
    numeralEnd = number.end
    if isScale(number.end) {
      // `2 thousand`, which is no number in words alone.
      numeralEnd = spelledNumber(at: number.end)?.end ?? number.end
      return nil
    }
    let fraction = addedQuarters(at: number.end)
    var next = afterBrackets(at: fraction?.end ?? number.end)
    if isGlued(.dash, next) { next += 1 }
    guard let unit = unit(at: next) else { return nil }
    let start = isScale(index) && token(index - 1).hash == Self.article ? index - 1 : index
    if unit.unit == .quarters, let end = quarters(number.value, at: next, from: start) {
      return end
    }
    // `one year and a half`
    if let fraction = fraction ?? addedQuarters(at: unit.end) {
      return addFraction(
        number.value * 4 + fraction.quarters, of: unit.unit, from: start,
        to: max(unit.end, fraction.end))
    }
    addDuration(number.value, unit.unit, from: start, to: unit.end)
    return unit.end
  }

  mutating func addDuration(_ amount: Int, _ unit: TimeUnit, from start: Int, to end: Int) {
    let isEvery = kind(start - 1) == .every
    let bound = bound(before: isEvery ? start - 1 : start)
    add(isEvery ? .recurrence : .duration, from: isEvery ? start - 1 : bound.start, to: end) {
      $0.amount = amount
      $0.unit = unit
      $0.bound = bound.bound
    }
  }

  /// `a hundred days`
  private static let article = WordHash.of("a")

  private func isScale(_ index: Int) -> Bool { Self.scales[token(index).hash] != 0 }

  private static let scales = WordTable(of: ["hundred", "thousand", "hundert", "tausend"])

  private func amount(at index: Int) -> SpelledNumber? {
    numeral(at: index) ?? number(at: index).map { SpelledNumber(value: $0, end: index + 1) }
  }

  /// The index behind `(30)` or `(forty-five)`, or `index` where nothing stands in brackets.
  private func afterBrackets(at index: Int) -> Int {
    guard isSign(.openBracket, index) else { return index }
    var end = spelledNumber(at: index + 1)?.end ?? index + 2
    // `(2½)`, `(1.5)`
    if let fraction = addedQuarters(at: end) { end = fraction.end }
    if isGlued(.point, end) || isGlued(.comma, end), token(end + 1).kind == .number { end += 2 }
    return isSign(.closeBracket, end) ? end + 1 : index
  }

  private func number(at index: Int) -> Int? {
    let token = token(index)
    guard token.kind == .number, token.length <= 4 else { return nil }
    return Int(body(index))
  }

  private func numeral(at index: Int) -> SpelledNumber? {
    guard token(index).classes.contains(.numeral) else { return nil }
    return spelledNumber(at: index, countingArticles: true)
  }

  /// Whether a period can begin with a word: `ein` and `eine` are articles nearly always.
  static func isNumeral(_ letters: [UInt8]) -> Bool {
    guard let word = NumberWord(letters) else { return false }
    return word != .article || countingArticles.contains(letters)
  }

  private static let countingArticles = Set(["einem", "einer", "eines"].map { Array($0.utf8) })

  func unit(at index: Int) -> (unit: TimeUnit, end: Int)? {
    switch kind(index) {
    case .minute: return (.minutes, index + 1)
    case .hour: return (.hours, index + 1)
    case .day: return (.days, index + 1)
    case .working:
      guard kind(index + 1) == .day else { return nil }
      return (body(index) == "business" ? .businessDays : .workingDays, index + 2)
    case .businessDay: return (.businessDays, index + 1)
    case .werktag: return (.werktage, index + 1)
    case .calendar, .counted:
      guard kind(index + 1) == .day || kind(index + 1) == .month || kind(index + 1) == .year else {
        return nil
      }
      return unit(at: index + 1)
    case .week: return (.weeks, index + 1)
    case .month: return (.months, index + 1)
    case .quarter: return (.quarters, index + 1)
    case .year: return (.years, index + 1)
    default: return nil
    }
  }

  /// `at least`, `within`, `normally` before a period, and where they begin.
  private func bound(before index: Int) -> (bound: Period.Bound, start: Int) {
    for distance in 1...3 {
      let before = index - distance
      guard before >= 0, token(before).kind == .word else { break }
      switch kind(before) {
      case .least:
        return (.atLeast, distance > 1 ? index : body(before - 1) == "at" ? before - 1 : before)
      case .normally: return (.normally, distance > 1 ? index : startOfHabit(at: before))
      case .most: return (.atMost, distance > 1 ? index : before)
      case .within where body(before) == "within" || body(before) == "innerhalb":
        // `innerhalb von 30 Tagen`
        let isWhole = distance == 1 || distance == 2 && body(index - 1) == "von"
        return (.atMost, isWhole ? before : index)
      default: continue
      }
    }
    return (.exact, index)
  }

  /// Where `in der Regel` begins, which says that something is so normally.
  private func startOfHabit(at index: Int) -> Int {
    body(index) == "regel" && body(index - 1) == "der" && body(index - 2) == "in"
      ? index - 2 : index
  }

  /// `every 12 months`, `every year`, `alle zwei Jahre`.
  private mutating func rhythm(at index: Int) -> Int? {
    if let end = unit(at: index + 1) {
      guard !isPlain(.day, index + 1) else { return nil }
      add(.recurrence, from: index, to: end.end) {
        $0.amount = 1
        $0.unit = end.unit
      }
      return end.end
    }
    return nil
  }

  private func isPlain(_ kind: WordRole.Kind, _ index: Int) -> Bool { self.kind(index) == kind }

  /// `once a year`, `at least twice per calendar year`, `einmal jährlich`, `einmal im Jahr`.
  private mutating func frequency(at index: Int) -> Int? {
    let word = body(index)
    var next = index + 1
    var steps = 0
    while steps < 3, unit(at: next) == nil {
      guard token(next).kind == .word else { return nil }
      next += 1
      steps += 1
    }
    guard let unit = unit(at: next) else { return nil }
    let bound = bound(before: index)
    add(.recurrence, from: bound.start, to: unit.end) {
      $0.amount = 1
      $0.unit = unit.unit
      $0.times = word == "twice" || word == "zweimal" ? 2 : 1
      $0.bound = bound.bound
    }
    return unit.end
  }

  /// `annually`, `monthly`, `jährlich` alone.
  private mutating func adverb(at index: Int) -> Int? {
    let word = body(index)
    guard
      word.hasSuffix("ly") || word.hasSuffix("lich") || word.hasSuffix("liche")
        || word.hasSuffix("lichen"), let unit = unit(at: index)
    else { return nil }
    add(.recurrence, from: index, to: index + 1) {
      $0.amount = 1
      $0.unit = unit.unit
    }
    return index + 1
  }

  private mutating func withoutDelay(at index: Int) -> Int? {
    var next = index + 1
    if kind(next) == .undue { next += 1 }
    guard kind(next) == .delay else { return nil }
    add(.withoutDelay, from: index, to: next + 1) { _ in }
    return next + 1
  }

  /// `reasonable period`, `reasonable advance notice`, `angemessene Frist`: no number, unless one
  /// follows within the sentence's part.
  private mutating func open(at index: Int) -> Int? {
    var next = index + 1
    if token(next).kind == .word, kind(next) == .none || kind(next) == .before { next += 1 }
    guard kind(next) == .notice else { return nil }
    for ahead in (next + 1)..<(next + 12)
    where unit(at: ahead) != nil && number(at: ahead - 1) != nil {
      return nil
    }
    add(.open, from: index, to: next + 1) { _ in }
    return next + 1
  }

  /// `after the notice`, `of receipt`, `prior to the change`: up to the next sign.
  private func trigger(at index: Int) -> Range<Int32> {
    let kind = kind(index)
    guard kind == .after || kind == .before || kind == .of || kind == .see else {
      return 0..<0
    }
    var end = index + 1
    while end - index < 14, token(end).kind == .word || isGlued(.dash, end),
      self.kind(end) != .modal
    {
      end += 1
    }
    return end > index + 1 ? textRange(index, end) : 0..<0
  }
}
