internal import Deadlines

// Halves and quarters of units: `half a year` is 6 months, and `2½ hours` are 150 minutes.

extension PeriodScanner {
  /// Half of something and quarters of it, in figures: `½`, `1/4`.
  ///
  /// - Returns: how many quarters, and the index behind it.
  private func figures(at index: Int) -> (quarters: Int, end: Int)? {
    let sign = token(index)
    if sign.kind == .sign, sign.length == 2, text[Int(sign.start)] == 0xC2 {
      switch text[Int(sign.start) + 1] {
      case 0xBC: return (1, index + 1)
      case 0xBD: return (2, index + 1)
      case 0xBE: return (3, index + 1)
      default: return nil
      }
    }
    guard sign.kind == .number, sign.length == 1, isGlued(.slash, index + 1),
      token(index + 2).kind == .number, !token(index + 2).hasSpaceBefore
    else { return nil }
    return switch (body(index), body(index + 2)) {
    case ("1", "2"): (2, index + 3)
    case ("1", "4"): (1, index + 3)
    case ("3", "4"): (3, index + 3)
    default: nil
    }
  }

  /// The quarters that stand behind a whole number, or behind its unit: `2½`, `2 1/2`, `one and a
  /// half days`, `one year and a half`.
  func addedQuarters(at index: Int) -> (quarters: Int, end: Int)? {
    if let figures = figures(at: index) { return figures }
    guard token(index).hash == Self.and else { return nil }
    if let figures = figures(at: index + 1) { return figures }
    let next = isEnglishArticle(index + 1) ? index + 2 : index + 1
    let hash = token(next).hash
    if hash == Self.half { return (2, next + 1) }
    return hash == Self.quarter && isEnglishArticle(index + 1) ? (1, next + 1) : nil
  }

  /// A period that begins with a part of a unit, or with a word for one and a half.
  mutating func fraction(at index: Int) -> Int? {
    guard index >= numeralEnd else { return nil }
    if let figures = figures(at: index), !isNumber(index - 1) {
      let next = unitOfWhole(at: figures.end)
      return unit(at: next).flatMap {
        addFraction(figures.quarters, of: $0.unit, from: index, to: $0.end)
      }
    }
    let word = token(index)
    guard word.kind == .word else { return nil }
    if word.hash == Self.half {
      guard let unit = unit(at: unitOfWhole(at: index + 1)) else { return nil }
      let start = isEnglishArticle(index - 1) ? index - 1 : index
      return addFraction(2, of: unit.unit, from: start, to: unit.end)
    }
    if kind(index) == .quarter, isEnglishArticle(index - 1) {
      return quarters(1, at: index, from: index - 1)
    }
    if let quarters = Self.germanNumbers[word.hash], let unit = unit(at: index + 1) {
      return addFraction(quarters, of: unit.unit, from: index, to: unit.end)
    }
    // `eine halbe Stunde`, `alle halbe Stunde`; but not `im ersten Halbjahr`.
    let isCounted = Self.germanArticles[token(index - 1).hash] != 0
    guard isCounted || kind(index - 1) == .every else { return nil }
    let start = isCounted ? index - 1 : index
    if Self.halves[word.hash] != 0, let unit = unit(at: index + 1) {
      return addFraction(2, of: unit.unit, from: start, to: unit.end)
    }
    guard let part = Self.parts[word.hash] else { return nil }
    return addFraction(part.quarters, of: part.unit, from: start, to: index + 1)
  }

  /// `a quarter of an hour`, `three quarters of a year`: `index` is that of `quarter`.
  mutating func quarters(_ count: Int, at index: Int, from start: Int) -> Int? {
    guard kind(index + 1) == .of, isEnglishArticle(index + 2), let unit = unit(at: index + 3) else {
      return nil
    }
    return addFraction(count, of: unit.unit, from: start, to: unit.end)
  }

  /// Adds so many quarters of a unit.
  ///
  /// - Returns: `end`, also of what is no whole number of anything, which is no period.
  mutating func addFraction(
    _ quarters: Int, of unit: TimeUnit, from start: Int, to end: Int
  ) -> Int {
    numeralEnd = end
    guard let length = unit.quarters(quarters) else { return end }
    addDuration(length.amount, length.unit, from: start, to: end)
    return end
  }

  /// Over `a` and `an`, `of a`, and the dash of `half-year`.
  private func unitOfWhole(at index: Int) -> Int {
    var next = index
    if isGlued(.dash, next) { return next + 1 }
    if kind(next) == .of, isEnglishArticle(next + 1) { next += 1 }
    return isEnglishArticle(next) ? next + 1 : next
  }

  private func isNumber(_ index: Int) -> Bool {
    index >= 0 && token(index).kind == .number || isGlued(.slash, index) || isGlued(.point, index)
  }

  private func isEnglishArticle(_ index: Int) -> Bool {
    index >= sentenceStart && Self.englishArticles[token(index).hash] != 0
  }

  /// Whether a word is one that a part of a unit can begin with or be.
  static func isFraction(_ hash: UInt64) -> Bool {
    hash == half || halves[hash] != 0 || germanNumbers[hash] != nil || parts[hash] != nil
  }

  /// Whether a word holds the unit as well.
  static func isPartOfUnit(_ hash: UInt64) -> Bool { parts[hash] != nil }

  private static let and = WordHash.of("and")
  private static let half = WordHash.of("half")
  private static let quarter = WordHash.of("quarter")
  private static let englishArticles = WordTable(of: ["a", "an"])
  private static let germanArticles = WordTable(of: TimeUnit.germanOnes)
  private static let halves = WordTable(of: TimeUnit.germanHalves)

  /// In quarters.
  private static let germanNumbers: [UInt64: Int] = {
    let ones = [
      "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    ]
    var numbers = [WordHash.of("anderthalb"): 6, WordHash.of("eineinhalb"): 6]
    for (index, one) in ones.enumerated() {
      numbers[WordHash.of(one + "einhalb")] = (index + 2) * 4 + 2
    }
    return numbers
  }()

  private static let parts: [UInt64: (quarters: Int, unit: TimeUnit)] = {
    var parts: [UInt64: (quarters: Int, unit: TimeUnit)] = [:]
    for (quarters, name) in [(2, "halb"), (1, "viertel"), (3, "dreiviertel")] {
      for ending in ["jahr", "jahres", "jahrs", "jahre"] {
        parts[WordHash.of(name + ending)] = (quarters, .years)
      }
      for ending in ["stunde", "stunden"] {
        parts[WordHash.of(name + ending)] = (quarters, .hours)
      }
    }
    return parts
  }()
}
