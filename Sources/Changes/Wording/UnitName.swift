internal import Deadlines

/// What a unit of time is called in sentences of either language, whatever the language of the
/// text.
enum UnitName: Sendable {
  case minute, hour, day, calendarDay, workingDay, businessDay, werktag, week, month, quarter, year

  /// The case that a German sentence asks for.
  enum GermanCase: Sendable { case accusative, dative }

  /// The unit that words of a text name; `nil` where they say more, such as `volle Wochen`.
  ///
  /// `words`: in lower case.
  init?(of words: [String]) {
    guard let last = words.last, let named = Self.byWord[last] else { return nil }
    switch (named, words.dropLast().first) {
    case (_, nil): self = named
    case (.day, "calendar"?) where words.count == 2: self = .calendarDay
    case (.day, "working"?) where words.count == 2: self = .workingDay
    case (.day, "business"?) where words.count == 2: self = .businessDay
    default: return nil
    }
  }

  /// The language of a word for a unit, in lower case.
  static func language(of word: String) -> Language {
    germanWords.contains(word) ? .german : .english
  }

  /// `nil` where English has no word for it: a `Werktag` can be a Saturday.
  func english(_ count: Int) -> String? {
    let name: String
    switch self {
    case .minute: name = "minute"
    case .hour: name = "hour"
    case .day: name = "day"
    case .calendarDay: name = "calendar day"
    case .workingDay: name = "working day"
    case .businessDay: name = "business day"
    case .werktag: return nil
    case .week: name = "week"
    case .month: name = "month"
    case .quarter: name = "quarter"
    case .year: name = "year"
    }
    return count == 1 ? name : name + "s"
  }

  func german(_ count: Int, _ its: GermanCase) -> String {
    let forms: (one: String, many: String)
    switch self {
    case .minute: forms = ("Minute", "Minuten")
    case .hour: forms = ("Stunde", "Stunden")
    case .day: forms = ("Tag", "Tage")
    case .calendarDay: forms = ("Kalendertag", "Kalendertage")
    case .workingDay, .businessDay: forms = ("Arbeitstag", "Arbeitstage")
    case .werktag: forms = ("Werktag", "Werktage")
    case .week: forms = ("Woche", "Wochen")
    case .month: forms = ("Monat", "Monate")
    case .quarter: forms = ("Quartal", "Quartale")
    case .year: forms = ("Jahr", "Jahre")
    }
    if count == 1 { return forms.one }
    return its == .dative && !forms.many.hasSuffix("n") ? forms.many + "n" : forms.many
  }

  /// By single words of texts, in lower case.
  static let byWord: [String: UnitName] = {
    var names: [String: UnitName] = [:]
    for (name, english, german) in wordLists {
      for word in english + german { names[word] = name }
    }
    return names
  }()

  private static let germanWords = Set(wordLists.flatMap(\.2))

  private static let wordLists: [(UnitName, [String], [String])] = [
    (.minute, ["minute", "minutes"], ["minuten"]),
    (.hour, ["hour", "hours"], ["stunde", "stunden"]),
    (.day, ["day", "days"], ["tag", "tage", "tagen", "tages"]),
    (.calendarDay, [], ["kalendertage", "kalendertagen"]),
    (.workingDay, ["workday", "workdays"], ["arbeitstag", "arbeitstage", "arbeitstagen"]),
    (.werktag, [], ["werktag", "werktage", "werktagen"]),
    (.week, ["week", "weeks"], ["woche", "wochen"]),
    (.month, ["month", "months"], ["monat", "monate", "monaten", "monats"]),
    (.quarter, ["quarter", "quarters"], ["quartal", "quartale"]),
    (.year, ["year", "years"], ["jahr", "jahre", "jahren", "jahres"]),
  ]
}

extension WrittenPeriod {
  /// The period in a sentence: with the unit as the language of the sentence names it, or with the
  /// text's own words, which stand in quotation marks where they are of another language.
  func words(in language: Language, _ germanCase: UnitName.GermanCase = .accusative) -> String {
    let isOwn = UnitName.language(of: ownWords.last ?? "") == language
    if isOwn, language == .english { return "\(count) \(unitWords)" }
    let named = language == .english ? name?.english(count) : name?.german(count, germanCase)
    return "\(count) \(named ?? (isOwn ? unitWords : Statements.quoted(unitWords, language)))"
  }

  /// Whether a sentence says the unit only once for both.
  func isCounted(as other: WrittenPeriod) -> Bool {
    unitWords == other.unitWords
      || (name != nil && name == other.name && (count == 1) == (other.count == 1))
  }

  private var name: UnitName? { UnitName(of: ownWords) }
  private var ownWords: [String] { unitWords.lowercased().split(separator: " ").map(String.init) }
}
