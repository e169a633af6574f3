extension DeadlineWords {
  /// What the reader should know, as a sentence.
  package func line(_ note: DeadlineNote) -> String {
    switch note {
    case .weekAssumed(let week):
      pick(
        "'Working day' can mean Monday to Friday or Monday to Saturday; "
          + "\(span(of: week)) was assumed.",
        "„Working day“ kann Montag bis Freitag oder Montag bis Samstag bedeuten; "
          + "angenommen wurde \(span(of: week)).")
    case .noHolidays:
      pick(
        "No holiday calendar was named, so public holidays were not left out.",
        "Kein Feiertagskalender wurde genannt; Feiertage wurden nicht ausgelassen.")
    case .partsHaveMore(let calendar):
      pick(
        "Parts of \(calendar.code) have further holidays: \(parts(of: calendar)).",
        "In Teilen von \(calendar.code) gelten weitere Feiertage: \(parts(of: calendar)).")
    case .yearsNotChecked(_, let calendar):
      pick(
        "The holidays of \(calendar.code), edition \(calendar.edition), are checked for "
          + "\(span(calendar.years)); beyond, its rules were carried on.",
        "Die Feiertage von \(calendar.code), Stand \(calendar.edition), sind für "
          + "\(span(calendar.years)) geprüft; darüber hinaus wurden die Regeln fortgeschrieben.")
    case .endsOnDayOff(let off):
      pick(
        "The last day is no working day (\(reason(off))); it stays, as no roll was agreed.",
        "Der letzte Tag ist kein Arbeitstag (\(reason(off))); er bleibt es, "
          + "da keine Verschiebung vereinbart ist.")
    case .promise(.minimum):
      pick(
        "The period is a minimum; more time can be given.",
        "Die Frist ist eine Mindestfrist; mehr Zeit kann gewährt werden.")
    case .promise(.normally):
      pick(
        "The period is given 'normally' only; the agreement allows less.",
        "Die Frist gilt nur „in der Regel“; der Vertrag lässt weniger zu.")
    case .promise(.exact): ""
    case .data(let text): text.text(in: language)
    }
  }

  private func span(_ years: ClosedRange<Int>) -> String {
    pick(
      "\(years.lowerBound) to \(years.upperBound)", "\(years.lowerBound) bis \(years.upperBound)")
  }

  /// Countries with many regions are cut short.
  private func parts(of calendar: HolidayCalendar) -> String {
    let shown = calendar.parts.prefix(6).joined(separator: ", ")
    return calendar.parts.count > 6 ? "\(shown), ..." : shown
  }

  /// Where the holidays come from: `DE-BY (Bavaria), edition 2026-11-20`.
  ///
  /// `date`: how a day is written; an edition that is none stays as it is.
  package func source(
    _ calendar: HolidayCalendar, date: (CalendarDate) -> String = \.description
  ) -> String {
    let name = calendar.name.text(in: language)
    let edition = CalendarDate(calendar.edition).map(date) ?? calendar.edition
    return pick(
      "\(calendar.code) (\(name)), edition \(edition)",
      "\(calendar.code) (\(name)), Stand \(edition)")
  }

  package func place(_ place: DeadlineTerms.Place) -> String {
    switch place {
    case .controller: pick("place of the controller", "Ort des Verantwortlichen")
    case .processor: pick("place of the processor", "Ort des Auftragsverarbeiters")
    case .agreed: pick("place as agreed", "vereinbarter Ort")
    }
  }
}
