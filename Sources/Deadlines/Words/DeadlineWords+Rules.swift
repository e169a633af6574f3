extension DeadlineWords {
  /// The rule with its law: `§ 187(1) BGB: the day of the event does not count`.
  package func line(_ rule: LegalRule) -> String {
    "\(law(of: rule)): \(text(of: rule))"
  }

  /// What the rule comes from.
  func law(of rule: LegalRule) -> String {
    if rule == .publicHolidays { return pick("Holiday data", "Feiertagsdaten") }
    return rule.law?.text(in: language) ?? pick("Agreement", "Vertrag")
  }

  /// What the rule says, in one phrase.
  package func text(of rule: LegalRule) -> String {
    switch rule {
    case .localDay:
      pick("the day is that of the named time zone", "es gilt der Tag in der genannten Zeitzone")
    case .cutOff:
      pick(
        "what arrives late in the day counts as of the next working day",
        "was nach der Uhrzeit eingeht, gilt als am nächsten Arbeitstag eingegangen")
    case .receipt:
      pick("a notice takes effect on receipt", "eine Mitteilung wird mit ihrem Zugang wirksam")
    case .deemedReceipt:
      pick(
        "a notice that was sent counts as received after a fixed time",
        "eine abgesandte Mitteilung gilt nach fester Zeit als zugegangen")
    case .eventDayNotCounted:
      pick("the day of the event does not count", "der Tag des Ereignisses zählt nicht mit")
    case .eventDayCounted:
      pick("the first day counts", "der erste Tag zählt mit")
    case .endOfLastDay:
      pick(
        "a period of days ends with the end of its last day",
        "eine nach Tagen bestimmte Frist endet mit dem Ablauf des letzten Tages")
    case .sameDay:
      pick(
        "weeks and months end with the end of the day of the same name or number",
        "Wochen und Monate enden mit Ablauf des Tages gleicher Benennung oder Zahl")
    case .shortMonth:
      pick(
        "where the month has no such day, the period ends with its last day",
        "fehlt der Tag im Monat, endet die Frist mit dessen letztem Tag")
    case .mondayToFriday:
      pick(
        "working days are all days but public holidays, Sundays and Saturdays",
        "Arbeitstage sind alle Tage außer Feiertagen, Sonntagen und Samstagen")
    case .mondayToSaturday:
      pick(
        "working days are all days but Sundays and public holidays",
        "Werktage sind alle Kalendertage, die nicht Sonn- oder gesetzliche Feiertage sind")
    case .agreedWeek:
      pick("the working week is as agreed", "die Arbeitswoche ist vereinbart")
    case .publicHolidays:
      pick("public holidays are no working days", "gesetzliche Feiertage sind keine Arbeitstage")
    case .rollForward:
      pick(
        "a last day that is a Saturday, Sunday or public holiday gives way to the next working day",
        "an die Stelle eines Samstags, Sonn- oder Feiertags tritt der nächste Werktag")
    case .fullDaysBetween:
      pick(
        "a backward period lies whole between notice and event, and does not roll",
        "eine rückwärts laufende Frist liegt ganz zwischen Ankündigung und Ereignis, ohne Verschiebung"
      )
    }
  }
}
