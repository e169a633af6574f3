internal import Deadlines

/// How often or how soon a text says that something is done: `twice a year`, `every six months`,
/// `daily`, `regularly`, `without delay`.
struct WrittenRhythm: Sendable {
  enum Kind: Hashable, Sendable {
    /// From one time to the next, in 120ths of an hour, so that halves and fifths of a unit are
    /// whole.
    case every(Int)
    /// Again and again, without a number.
    case regularly
    /// At once.
    case soon
  }

  var kind: Kind
  /// The words that say it.
  var range: Range<Int>
  /// Whether it is the most that is allowed: `not more than once a year`.
  var isLimit = false

  var gap: Int? { if case .every(let gap) = kind { gap } else { nil } }

  func isMarked(in words: [MarkedText.Word]) -> Bool {
    words[range].contains { $0.isMarked && $0.isWord }
  }

  /// What a text must have to hold any.
  static let traits: WordTraits = [.rhythm, .time, .regularity]

  /// All of a text, in order.
  ///
  /// - Complexity: O(words): from each word for a time, a few are looked at.
  static func all(in words: [MarkedText.Word]) -> [WrittenRhythm] {
    words.indices.compactMap { index in
      guard !words[index].traits.isDisjoint(with: traits) else { return nil }
      guard var rhythm = named(at: index, in: words) ?? counted(before: index, in: words) else {
        return nil
      }
      let start = rhythm.range.lowerBound
      rhythm.isLimit = words[max(0, start - 4)..<start].contains { limits.contains($0.lower) }
      return rhythm
    }
  }

  /// One that a single word says, or that such a word ends: `daily`, `twice yearly`,
  /// `without undue delay`.
  private static func named(at index: Int, in words: [MarkedText.Word]) -> WrittenRhythm? {
    // What only measures time says nothing by itself.
    guard !words[index].traits.isDisjoint(with: [.rhythm, .regularity]) else { return nil }
    let word = words[index].lower
    if let gap = RhythmNames.gap(of: word) {
      let times = times(endingAt: index - 1, in: words)
      return WrittenRhythm(
        kind: .every(gap / (times?.count ?? 1)), range: (times?.start ?? index)..<index + 1)
    }
    if RhythmNames.isRegular(word) {
      return WrittenRhythm(kind: .regularly, range: index..<index + 1)
    }
    if RhythmNames.soon.contains(word) {
      return WrittenRhythm(kind: .soon, range: index..<index + 1)
    }
    guard let start = startOfNoDelay(endingAt: index, in: words) else { return nil }
    return WrittenRhythm(kind: .soon, range: start..<index + 1)
  }

  /// Where `without undue delay` begins, if its last word is at a place.
  static func startOfNoDelay(endingAt index: Int, in words: [MarkedText.Word]) -> Int? {
    guard RhythmNames.delays.contains(words[index].lower) else { return nil }
    return words[max(0, index - 3)..<index].lastIndex {
      $0.lower == "without" || $0.lower == "ohne"
    }
  }

  /// One that ends with a unit: `every six months`, `once a year`, `zweimal im Jahr`.
  private static func counted(before index: Int, in words: [MarkedText.Word]) -> WrittenRhythm? {
    guard var length = WrittenPeriod.unit(words[index])?.rhythm else { return nil }
    var last = index - 1
    if last >= 0, WrittenPeriod.workingWords.contains(words[last].lower) {
      guard length == TimeUnit.days.rhythm else { return nil }
      length = TimeUnit.workingDays.rhythm
      last -= 1
    }
    for start in stride(from: last, through: max(0, last - 4), by: -1) {
      guard words[start].isWord else { return nil }
      let word = words[start].lower
      let isEach = RhythmNames.each.contains(word)
      guard isEach || RhythmNames.perUnit.contains(word) else { continue }
      guard let count = count(in: start + 1..<last + 1, of: words) else { continue }
      let times = times(endingAt: start - 1, in: words)
      guard isEach || times != nil else { continue }
      return WrittenRhythm(
        kind: .every(length * count / (times?.count ?? 1)),
        range: (times?.start ?? start)..<index + 1)
    }
    return nil
  }

  /// How many units there are: one where nothing is said.
  private static func count(in range: Range<Int>, of words: [MarkedText.Word]) -> Int? {
    guard let first = range.first else { return 1 }
    if range.count == 1, RhythmNames.second.contains(words[first].lower) { return 2 }
    guard let number = SpelledNumber(in: words, at: first), number.end == range.upperBound,
      1...9_999 ~= number.value
    else { return nil }
    return number.value
  }

  /// `twice`, `zweimal`, `three times`
  private static func times(
    endingAt index: Int, in words: [MarkedText.Word]
  ) -> (count: Int, start: Int)? {
    guard index >= 0 else { return nil }
    let word = words[index].lower
    if let count = RhythmNames.times[word] { return (count, index) }
    guard index > 0, word == "times" || word == "mal",
      let count = TypedWords.value(ofNumber: words[index - 1].lower), 1...99 ~= count
    else { return nil }
    return (count, index - 1)
  }

  private static let limits: Set<String> = [
    "most", "maximum", "exceed", "than", "maximal", "höchstens", "als",
  ]
}

extension TimeUnit {
  /// In 120ths of an hour, over a long time.
  fileprivate var rhythm: Int {
    switch self {
    case .minutes: 2
    case .hours: 120
    case .days: 2_880
    case .workingDays, .businessDays: 4_032
    case .werktage: 3_360
    case .weeks: 20_160
    case .months: 87_660
    case .quarters: 262_980
    case .years: 1_051_920
    }
  }
}

/// Words that tell how often or how soon something happens, in lower case.
enum RhythmNames {
  /// What a word that says all by itself is, as ``WrittenRhythm/Kind/every(_:)`` counts; `nil` for
  /// other words.
  static func gap(of word: String) -> Int? { declined(word) { gaps[$0] } }

  static func isRegular(_ word: String) -> Bool {
    declined(word) { regular.contains($0) ? true : nil } ?? false
  }

  /// German words are declined: `tägliche`, `regelmäßigen`.
  private static func declined<Value>(_ word: String, _ value: (String) -> Value?) -> Value? {
    if let value = value(word) { return value }
    for ending in TypedWords.adjectiveEndings where word.hasSuffix(ending) {
      if let value = value(String(word.dropLast(ending.count))) { return value }
    }
    return nil
  }

  private static let gaps: [String: Int] = {
    let words: [(TimeUnit, Int, [String])] = [
      (.hours, 1, ["hourly", "stündlich"]), (.days, 1, ["daily", "täglich", "nightly"]),
      (.weeks, 1, ["weekly", "wöchentlich"]), (.months, 1, ["monthly", "monatlich"]),
      (.months, 3, ["quarterly", "vierteljährlich", "quartalsweise"]),
      (.months, 6, ["half-yearly", "semi-annual", "semi-annually", "halbjährlich"]),
      (.years, 1, ["annual", "annually", "yearly", "jährlich"]),
    ]
    return words.reduce(into: [:]) { gaps, entry in
      for word in entry.2 { gaps[word] = entry.0.rhythm * entry.1 }
    }
  }()

  private static let regular: Set<String> = [
    "regularly", "regular", "periodically", "periodic", "frequently", "frequent", "continuously",
    "constantly", "regelmäßig", "laufend", "fortlaufend", "ständig",
    "kontinuierlich", "häufig",
  ]

  static let soon: Set<String> = [
    "immediately", "promptly", "forthwith", "unverzüglich", "sofort", "umgehend",
  ]

  /// What there is none of, where something is done at once.
  static let delays: Set<String> = ["delay", "verzögerung", "verzug", "zögern"]

  static let each: Set<String> = [
    "every", "each", "alle", "aller", "jede", "jeden", "jedes", "jeder",
  ]

  /// Before a unit, where it is said how many times: `once a year`.
  static let perUnit: Set<String> = ["a", "an", "per", "pro", "im", "je", "in"]

  static let second: Set<String> = ["other", "second", "zweite", "zweiten", "zweites"]

  static let times: [String: Int] = [
    "once": 1, "einmal": 1, "twice": 2, "zweimal": 2, "thrice": 3, "dreimal": 3, "viermal": 4,
    "sechsmal": 6,
  ]

  /// How often something happens, and how soon, in one word.
  static let words: [String] = Array(gaps.keys) + soon

  /// What rules are to look at beside words for times.
  static let regularWords: [String] =
    Array(regular) + Array(delays)
    + regular.flatMap { word in
      word.hasSuffix("ig") || word.hasSuffix("lich") || word.hasSuffix("end")
        ? TypedWords.adjectiveEndings.map { word + $0 } : []
    }

  /// `daily`, in all forms.
  static let gapWords: [String] = gaps.keys.flatMap { word in
    [word]
      + (word.hasSuffix("lich") || word.hasSuffix("weise")
        ? TypedWords.adjectiveEndings.map { word + $0 } : [])
  }
}
