internal import Deadlines
internal import Frontmatter
internal import Registers

extension Statements {
  static func subProcessor(_ record: SubProcessor, isOld: Bool) -> BilingualText {
    let name = record.name.value
    func tasks(_ language: Language) -> String {
      let services = record.engagements.map { $0.serviceWords.text(in: language) }
        .filter { !$0.isEmpty }
      return services.isEmpty ? "" : " (\(services.joined(separator: "; ")))"
    }
    return isOld
      ? BilingualText(
        english: "sub-processor \(quoted(name, .english))\(tasks(.english)) is removed",
        german: "Unterauftragsverarbeiter \(quoted(name, .german))\(tasks(.german)) entfällt")
      : BilingualText(
        english: "sub-processor \(quoted(name, .english))\(tasks(.english)) is added",
        german: "Unterauftragsverarbeiter \(quoted(name, .german))\(tasks(.german)) kommt hinzu")
  }

  static func measure(_ measure: Measure, isOld: Bool) -> BilingualText {
    func words(_ language: Language) -> String {
      let text = measure.text.text(in: language.rawValue).text
      return quoted(text.split(separator: " ").map(String.init), language)
    }
    let id = measure.id.value
    return BilingualText(
      english: "measure \(id) \(words(.english)) is \(isOld ? "removed" : "added")",
      german: "Maßnahme \(id) \(words(.german)) \(isOld ? "entfällt" : "kommt hinzu")")
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
    let (first, second) = (before.approximateHours, after.approximateHours)
    let isSameUnit = before.unit == after.unit && before.promise == after.promise
    let from = isSameUnit ? "\(before.count)" : before.description
    let verbs =
      second < first
      ? ("is shortened", "verkürzt sich")
      : second > first ? ("is extended", "verlängert sich") : ("changes", "ändert sich")
    return BilingualText(
      english: "\(field.english) \(verbs.0) from \(from) to \(after.description)",
      german: "\(field.german) \(verbs.1) von \(from) auf \(after.germanWords)")
  }
}

extension Period {
  fileprivate var approximateHours: Int {
    switch unit {
    case .days: count * 24
    case .workingDays, .businessDays: count * 34
    case .werktage: count * 28
    case .weeks: count * 168
    case .months: count * 730
    case .years: count * 8760
    }
  }

  fileprivate var germanWords: String {
    let unit =
      switch unit {
      case .days: count == 1 ? "Tag" : "Tage"
      case .workingDays, .businessDays: count == 1 ? "Arbeitstag" : "Arbeitstage"
      case .werktage: count == 1 ? "Werktag" : "Werktage"
      case .weeks: count == 1 ? "Woche" : "Wochen"
      case .months: count == 1 ? "Monat" : "Monate"
      case .years: count == 1 ? "Jahr" : "Jahre"
      }
    return switch promise {
    case .exact: "\(count) \(unit)"
    case .minimum: "mindestens \(count) \(unit)"
    case .normally: "in der Regel \(count) \(unit)"
    }
  }
}
