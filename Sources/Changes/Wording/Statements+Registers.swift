internal import Deadlines
internal import Frontmatter
internal import Registers

extension Statements {
  /// What a fact does in a German sentence: a wording reads so, a company is another now.
  enum Verb: Sendable {
    case reads, isNow
  }

  static func value(
    _ field: BilingualText, _ verb: Verb, _ before: String?, _ after: String?
  ) -> BilingualText {
    value(
      field, verb, before.map { BilingualText(english: $0, german: $0) },
      after.map { BilingualText(english: $0, german: $0) })
  }

  /// A field with its old and its new value.
  static func value(
    _ field: BilingualText, _ verb: Verb, _ before: BilingualText?, _ after: BilingualText?
  ) -> BilingualText {
    var sentence = value(field, before, after)
    guard verb == .isNow, let after else { return sentence }
    let from = before.map { " statt " + quoted($0.german, .german) } ?? ""
    sentence.german = "\(field.german) ist jetzt \(quoted(after.german, .german))\(from)"
    return sentence
  }

  /// A company that joined the register or left it; of a new one, all that a customer has to know
  /// to decide about it.
  static func subProcessor(
    _ record: SubProcessor, _ presence: RecordPresence, _ names: RegisterNames
  ) -> BilingualText {
    let name = record.name.value
    let isOld = presence.isOfOld
    func subject(_ language: Language) -> String {
      let services = record.engagements.map { engagement in
        let service = engagement.serviceWords.text(in: language)
        var facts = isOld ? [] : engagement.facts(names).map { $0.text(in: language) }
        if engagement.withdrawn != nil, !record.isWithdrawn {
          facts.append(Self.withdrawn.text(in: language))
        }
        return ([service].filter { !$0.isEmpty } + [facts.joined(separator: ", ")])
          .filter { !$0.isEmpty }.joined(separator: ": ")
      }.filter { !$0.isEmpty }
      let tasks = services.isEmpty ? "" : " (\(services.joined(separator: "; ")))"
      return "\(quoted(name, language))\(tasks)"
    }
    if record.isExcluded {
      return BilingualText(
        english: "the note that \(quoted(name, .english)) is no sub-processor "
          + (isOld ? "is removed" : "is added"),
        german: "der Hinweis, dass \(quoted(name, .german)) kein Unterauftragsverarbeiter ist, "
          + (isOld ? "entfällt" : "kommt hinzu"))
    }
    let (english, german) =
      presence == .added && record.isWithdrawn
      ? ("was announced and withdrawn before use", "wurde angekündigt und zurückgezogen")
      : presence.words
    return BilingualText(
      english: "sub-processor \(subject(.english)) \(english)",
      german: "Unterauftragsverarbeiter \(subject(.german)) \(german)")
  }

  /// Of a task beside others that were not given up.
  private static let withdrawn = BilingualText(
    english: "withdrawn before use", german: "vor dem Einsatz zurückgezogen")

  /// A task that a company of the register got or lost.
  /// A row that went from the text into the register, or came back.
  static func keptElsewhere(
    _ place: PlaceWords, _ subject: ChangeKind.Subject, _ name: String, isInRegister: Bool
  ) -> BilingualText {
    let isMeasure = subject == .measure
    let english = (isMeasure ? "measure " : "sub-processor ") + quoted(name, .english)
    let german =
      (isMeasure ? "die Maßnahme " : "der Unterauftragsverarbeiter ") + quoted(name, .german)
    return at(
      place,
      isInRegister
        ? BilingualText(
          english: "\(english) is kept in the register now, and stays",
          german: "\(german) steht jetzt im Register und bleibt")
        : BilingualText(
          english: "\(english) is listed in the text now, and was in the register before",
          german: "\(german) steht jetzt im Text und stand vorher im Register"))
  }

  static func task(
    _ engagement: Engagement, isOld: Bool, isFurther: Bool, _ names: RegisterNames
  ) -> BilingualText {
    let name = engagement.serviceWords
    if isOld {
      return BilingualText(
        english: "the task \(quoted(name.english, .english)) is removed",
        german: "die Aufgabe \(quoted(name.german, .german)) entfällt")
    }
    let facts = engagement.facts(names)
    func told(_ language: Language) -> String {
      let words = facts.map { $0.text(in: language) }
      let about = words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
      return quoted(name.text(in: language), language) + about
    }
    let (english, german) =
      engagement.withdrawn == nil
      ? ("is added", "kommt hinzu")
      : ("was announced and withdrawn before use", "wurde angekündigt und zurückgezogen")
    return BilingualText(
      english: "a \(isFurther ? "further " : "")task \(english): \(told(.english))",
      german: "eine \(isFurther ? "weitere " : "")Aufgabe \(german): \(told(.german))")
  }

  /// Something that came to be for all products, or only for some.
  static func products(
    before: [BilingualText], after: [BilingualText], verb: BilingualText
  ) -> BilingualText {
    func scope(_ values: [BilingualText], _ language: Language) -> String {
      let isEnglish = language == .english
      guard !values.isEmpty else { return isEnglish ? "for all products" : "für alle Produkte" }
      let names = values.map { quoted($0.text(in: language), language) }
      return (isEnglish ? "only for " : "nur für ") + list(names, isEnglish ? "and" : "und")
    }
    return BilingualText(
      english: "now \(verb.english) \(scope(after, .english)), and no longer "
        + scope(before, .english),
      german: "jetzt \(scope(after, .german)) \(verb.german), nicht mehr \(scope(before, .german))")
  }

  /// A named group of measures of a text.
  struct Control: Sendable {
    var name: String
    var measures: Int
    /// The path of what it stands in, or its own where that does not end with its name.
    var place: [String]
  }

  /// `verb`: `is removed`.
  static func control(_ control: Control, _ verb: BilingualText) -> BilingualText {
    let isOne = control.measures == 1
    let what = BilingualText(
      english: "the control \(quoted(control.name, .english)) with \(control.measures) "
        + "\(isOne ? "measure" : "measures") \(verb.english)",
      german: "die Kontrolle \(quoted(control.name, .german)) mit \(control.measures) "
        + "\(isOne ? "Maßnahme" : "Maßnahmen") \(verb.german)")
    return control.place.isEmpty ? what : at(PlaceWords(parts: control.place), what)
  }

  static func measure(_ measure: Measure, _ presence: RecordPresence) -> BilingualText {
    func words(_ language: Language) -> String {
      let text = measure.text.text(in: language.rawValue).text
      return quoted(text.split(separator: " ").map(String.init), language)
    }
    let id = measure.id.value
    return BilingualText(
      english: "measure \(id) \(words(.english)) \(presence.words.english)",
      german: "Maßnahme \(id) \(words(.german)) \(presence.words.german)")
  }

  /// A measure that only has another id.
  static func renamed(_ before: Measure, _ after: Measure) -> BilingualText {
    func words(_ language: Language) -> String {
      let text = after.text.text(in: language.rawValue).text
      return quoted(text.split(separator: " ").map(String.init), language)
    }
    let (old, new) = (before.id.value, after.id.value)
    return BilingualText(
      english: "measure \(old) \(words(.english)) is called \(new) now",
      german: "Maßnahme \(old) \(words(.german)) heißt jetzt \(new)")
  }

  /// What left a list and what joined it.
  static func listed(
    _ field: BilingualText, removed: [BilingualText], added: [BilingualText]
  ) -> BilingualText {
    func part(_ values: [BilingualText], _ language: Language, _ verb: String) -> String? {
      let named = values.map { quoted($0.text(in: language), language) }
      return named.isEmpty ? nil : list(named, language == .english ? "and" : "und") + verb
    }
    let english = [part(added, .english, " added"), part(removed, .english, " removed")]
    let german = [part(added, .german, " hinzugekommen"), part(removed, .german, " entfallen")]
    return BilingualText(
      english: "\(field.english): \(english.compactMap(\.self).joined(separator: ", "))",
      german: "\(field.german): \(german.compactMap(\.self).joined(separator: ", "))")
  }

  static func countries(
    _ field: BilingualText, _ before: [String], _ after: [String]
  ) -> BilingualText {
    func names(_ codes: [String], _ language: Language) -> String {
      codes.isEmpty
        ? (language == .english ? "none" : "keine")
        : codes.map { Countries.shipped.name(of: $0, in: language.rawValue) }
          .joined(separator: ", ")
    }
    return BilingualText(
      english: "\(field.english) change from \(names(before, .english)) to "
        + names(after, .english),
      german: "\(field.german): bisher \(names(before, .german)), jetzt "
        + names(after, .german))
  }

  static func period(_ field: BilingualText, _ before: Period, _ after: Period) -> BilingualText {
    let order = after.length.order(after: before.length)
    let isSameUnit = before.unit == after.unit && before.promise == after.promise
    let from = isSameUnit ? "\(before.count)" : before.description
    let germanFrom = isSameUnit ? "\(before.count)" : before.germanDative
    let verbs =
      order == .shorter
      ? ("is shortened", "verkürzt sich")
      : order == .longer ? ("is extended", "verlängert sich") : ("changes", "ändert sich")
    return BilingualText(
      english: "\(field.english) \(verbs.0) from \(from) to \(after.description)",
      german: "\(field.german) \(verbs.1) von \(germanFrom) auf \(after.germanWords)")
  }
}

extension RecordPresence {
  /// As sentences tell it.
  var words: (english: String, german: String) {
    switch self {
    case .added: ("is added", "kommt hinzu")
    case .removed: ("is removed", "entfällt")
    case .hidden: ("is no longer published", "wird nicht mehr veröffentlicht")
    case .published: ("is published now", "wird jetzt veröffentlicht")
    }
  }
}

extension Period {
  var length: PeriodLength {
    switch unit {
    case .days: .hours(count * 24)
    case .workingDays, .businessDays: .weekdays(count, ofEachWeek: 5)
    case .werktage: .weekdays(count, ofEachWeek: 6)
    case .weeks: .hours(count * 168)
    case .months: .months(count)
    case .years: .months(count * 12)
    }
  }

  var germanWords: String { germanWords(isDative: false) }

  /// `14 Arbeitstagen`, as it stands behind "von".
  fileprivate var germanDative: String { germanWords(isDative: true) }

  private func germanWords(isDative: Bool) -> String {
    var unit =
      switch unit {
      case .days: count == 1 ? "Tag" : "Tage"
      case .workingDays, .businessDays: count == 1 ? "Arbeitstag" : "Arbeitstage"
      case .werktage: count == 1 ? "Werktag" : "Werktage"
      case .weeks: count == 1 ? "Woche" : "Wochen"
      case .months: count == 1 ? "Monat" : "Monate"
      case .years: count == 1 ? "Jahr" : "Jahre"
      }
    if isDative, count > 1, unit.utf8.last != UInt8(ascii: "n") { unit += "n" }
    return switch promise {
    case .exact: "\(count) \(unit)"
    case .minimum: "mindestens \(count) \(unit)"
    case .normally: "in der Regel \(count) \(unit)"
    }
  }
}
