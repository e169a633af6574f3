import Deadlines
import Diagnostics
import References
import Testing

/// Periods, blanks and slips of drafting.
struct PeriodTests {
  @Test(arguments: [
    ("It shall be 14 working days.", ["14 working days: duration 14 working days"]),
    (
      "It ends within thirty (30) days after receipt.",
      ["within thirty (30) days: duration 30 days at-most, after receipt"]
    ),
    ("At least 14 days are needed.", ["At least 14 days: duration 14 days at-least"]),
    (
      "It is no later than 72 hours after the breach.",
      ["72 hours: duration 72 hours at-most, after the breach"]
    ),
    (
      "Notice shall normally be 14 working days.",
      ["14 working days: duration 14 working days normally"]
    ),
    ("Checks take place every 12 months.", ["every 12 months: recurrence 12 months"]),
    (
      "Checks take place at least once a year.",
      ["at least once a year: recurrence 1 years at-least"]
    ),
    (
      "Checks take place twice per calendar year.",
      ["twice per calendar year: recurrence 1 years x2"]
    ),
    ("Checks take place annually.", ["annually: recurrence 1 years"]),
    ("He tells it without undue delay.", ["without undue delay: without-delay"]),
    ("He tells it immediately.", ["immediately: without-delay"]),
    ("He gives a reasonable period of notice.", ["reasonable period: open"]),
    (
      "He gives a reasonable notice (at least 14 days).",
      ["at least 14 days: duration 14 days at-least"]
    ),
    ("Die Frist beträgt 30 Tage.", ["30 Tage: duration 30 days"]),
    (
      "Spätestens 14 Werktage vor der Änderung.",
      ["Spätestens 14 Werktage: duration 14 Werktage at-most, vor der Änderung"]
    ),
    ("Es gilt eine 30-tägige Frist.", ["30-tägige: duration 30 days"]),
    ("Alle zwei Jahre wird geprüft.", ["Alle zwei Jahre: recurrence 2 years"]),
    ("Mindestens einmal jährlich.", ["Mindestens einmal jährlich: recurrence 1 years at-least"]),
    ("Er meldet es unverzüglich.", ["unverzüglich: without-delay"]),
    ("Er setzt eine angemessene Frist.", ["angemessene Frist: open"]),
    (
      "It ends within forty-five (45) days.",
      ["within forty-five (45) days: duration 45 days at-most"]
    ),
    ("It takes 45 (forty-five) days.", ["45 (forty-five) days: duration 45 days"]),
    ("It takes Twenty\u{2011}One days.", ["Twenty\u{2011}One days: duration 21 days"]),
    ("It takes twenty one days.", ["twenty one days: duration 21 days"]),
    (
      "It takes one hundred and eighty days.", ["one hundred and eighty days: duration 180 days"]
    ),
    (
      "It takes a hundred days, a 5-day week.",
      ["a hundred days: duration 100 days", "5-day: duration 5 days"]
    ),
    ("Eine Frist von fünfunddreißig Tagen.", ["fünfunddreißig Tagen: duration 35 days"]),
    (
      "Sie endet nach dreihundertfünfundsechzig Tagen.",
      ["dreihundertfünfundsechzig Tagen: duration 365 days"]
    ),
    (
      "Binnen eines Monats, an einem Tag, ein Tag.",
      ["Binnen eines Monats: duration 1 months at-most", "einem Tag: duration 1 days"]
    ),
    ("It has two thirty-day terms.", ["thirty-day: duration 30 days"]),
    ("It takes ten Arbeitstage.", ["ten Arbeitstage: duration 10 business days"]),
    ("It takes ten business days.", ["ten business days: duration 10 business days"]),
    ("It takes 2 thousand five days, 14-30 days, ten-twelve days, two million days.", []),
    ("The thirty-fifth day, the forty-five doors and days.", []),
    ("It has 14 doors, 3.5 hours or 12,5 days and 8 characters.", []),
    ("On 5 May 2026 there were 28 persons.", []),
    ("It takes 15 minutes.", ["15 minutes: duration 15 minutes"]),
    ("It is done within half a year.", ["within half a year: duration 6 months at-most"]),
    ("It is done within half an hour.", ["within half an hour: duration 30 minutes at-most"]),
    (
      "It is done within a quarter of an hour.",
      ["within a quarter of an hour: duration 15 minutes at-most"]
    ),
    ("It takes three quarters of a year.", ["three quarters of a year: duration 9 months"]),
    (
      "It takes a half-day, half of a day.",
      [
        "a half-day: duration 12 hours", "half of a day: duration 12 hours",
      ]
    ),
    (
      "It takes 2½ hours, ½ hour.",
      [
        "2½ hours: duration 150 minutes", "½ hour: duration 30 minutes",
      ]
    ),
    (
      "It takes 2 1/2 hours, 1/4 year.",
      [
        "2 1/2 hours: duration 150 minutes", "1/4 year: duration 3 months",
      ]
    ),
    ("It takes one and a half days.", ["one and a half days: duration 36 hours"]),
    ("It takes one year and a half.", ["one year and a half: duration 18 months"]),
    ("It takes two and a half (2.5) years.", ["two and a half (2.5) years: duration 30 months"]),
    ("It is checked every half year.", ["every half year: recurrence 6 months"]),
    ("Es dauert ein halbes Jahr.", ["ein halbes Jahr: duration 6 months"]),
    ("Binnen einer halben Stunde.", ["Binnen einer halben Stunde: duration 30 minutes at-most"]),
    ("Es dauert einen halben Monat.", ["einen halben Monat: duration 15 days"]),
    ("Es dauert anderthalb Jahre.", ["anderthalb Jahre: duration 18 months"]),
    ("Es dauert zweieinhalb Stunden.", ["zweieinhalb Stunden: duration 150 minutes"]),
    ("Binnen eines Vierteljahres.", ["Binnen eines Vierteljahres: duration 3 months at-most"]),
    ("In half of the days, im ersten Halbjahr, 2½ working days, a quarter of all.", []),
  ])
  func readsThePeriod(text: String, expected: [String]) {
    let reading = read("## 1 Scope\n\n\(text)\n")
    let found = findPeriods(in: reading).map { period in
      var words = [period.kind.rawValue]
      if period.amount > 0 { words.append("\(period.amount) \(period.unit?.rawValue ?? "")") }
      if period.times > 1 { words.append("x\(period.times)") }
      if period.bound != .exact { words.append(period.bound.rawValue) }
      let trigger = period.triggerRange.isEmpty ? "" : ", \(reading.text(period.triggerRange))"
      return "\(reading.text(period.textRange)): \(words.joined(separator: " "))\(trigger)"
    }
    #expect(found == expected)
  }

  @Test func quotesTheSentenceOfAPeriod() {
    let reading = read(
      "## 1 Scope\n\nAll is well. Dr. Aldag tells it within 3 days. It ends after 30 days; "
        + "Nothing lasts.\n")

    #expect(
      findPeriods(in: reading).map { reading.text($0.sentenceRange) } == [
        "Dr. Aldag tells it within 3 days.", "It ends after 30 days;",
      ])
  }

  @Test func findsBlanksAndTheirLabels() {
    let reading = read(
      """
      ## 1 Contacts

      Name:

      Telephone:

      0123 456

      Mail:

      and

      City: ________ Date: ........

      The price is [●] and … no more... than that.

      The following persons may give instructions to the other party:

      # Annex 1

      E-Mail:
      """)
    #expect(
      findBlanks(in: reading).map { "\($0.kind.rawValue) \($0.label)" } == [
        "label Name", "label Mail", "line City", "line Date", "line The price is",
        "label E-Mail",
      ])
  }

  @Test func reportsAnEnumerationWithoutItsStart() {
    #expect(
      codes("It may be if it is allowed; b) by contract; or c) by law.") == ["enumeration-gap"])
    #expect(codes("It may be a) allowed; b) by contract; or c) by law.") == [])
    #expect(codes("As in Art. 32 para. 1 b) and c) GDPR.") == [])
  }

  @Test func reportsAnOpenNoticeOfSubProcessors() {
    #expect(
      codes("The Processor tells of a new subcontractor within a reasonable period.")
        == ["undefined-period"])
    #expect(codes("The Processor answers within a reasonable period.") == [])
  }

  @Test func reportsANoticeThatDiffersFromThePortal() throws {
    let found = try notices("New sub-processors are announced 14 days ahead.")
    #expect(found.map(\.code) == [.contradictingPeriod])
    #expect(found.first?.severity == .warning)
    #expect(
      found.first?.summary
        == "'14 days' is not the period of 'notice.before-use', which is '30 days'")
    #expect(found.first?.notes.first?.range?.path == "content/portal.yml")
  }

  @Test(arguments: [
    ("The Processor shall give 10 days' prior written notice of any new Sub-processor.", 1),
    (
      "The Processor informs the Controller at least two weeks before it uses a new subcontractor.",
      1
    ),
    ("The Customer may object to the new Sub-processor within 10 days of that notice.", 1),
    ("Within 10 days, the Customer may object to a new sub-processor.", 1),
    ("Within 10 days after that the Customer may object to a new sub-processor.", 1),
    (
      "Binnen 10 Tagen nach Zugang kann der Kunde gegen den Unterauftragnehmer Einspruch erheben.",
      1
    ),
    ("Binnen 10 Tagen nach Zugang kann der Kunde dem Unterauftragnehmer widersprechen.", 1),
    ("Within 10 days after the objection to a sub-processor the parties may meet.", 0),
    ("Neue Unterauftragnehmer werden mindestens 4 Wochen im Voraus angezeigt.", 1),
    (
      "Widerspricht der Kunde dem neuen Unterauftragnehmer nicht binnen 10 Tagen, gilt er als genehmigt.",
      1
    ),
    (
      "The Processor announces new sub-processors 10 days ahead, and the Customer may object "
        + "within 7 days.", 2
    ),
    (
      "The Processor gives 30 days' prior notice of new sub-processors, with two weeks to object.",
      0
    ),
    ("New sub-processors are announced 30 days ahead; objections are made within 14 days.", 0),
    ("Neue Unterauftragnehmer werden 30 Tage vorher angezeigt; Widersprüche binnen 14 Tagen.", 0),
    ("The Customer may object to a sub-processor within 14 days.", 0),
    ("Breaches at a sub-processor are notified within 2 days.", 0),
    ("If the Customer objects to the sub-processor, it may terminate within 60 days.", 0),
    ("The Processor answers within 5 days after the objection to a sub-processor.", 0),
    (
      "If the Customer objects to a new sub-processor, the parties look for a way within 20 days.",
      0
    ),
    ("The Processor audits each sub-processor with 20 days' prior notice of any new audit.", 0),
    ("Sub-processors keep their logs for 90 days.", 0),
    ("A new invoice is due within 10 days of notice.", 0),
    ("Der Auftragnehmer kündigt neue Unterauftragnehmer 60 Tage vorher an.", 1),
    ("Er kündigt den Vertrag mit dem Unterauftragnehmer 60 Tage vorher.", 0),
  ])
  func comparesOnlyWhatIsPromisedOfSubProcessors(text: String, count: Int) throws {
    let found = try notices(text)
    #expect(found.count == count, "\(found.map(\.summary))")
  }

  @Test(arguments: [
    "Neue Unterauftragnehmer werden 14 Tage im Voraus angezeigt.",
    "Neue Unterauftragnehmer werden mit 14 Tagen Frist vorher angezeigt.",
  ])
  func helpsInTheLanguageOfTheText(text: String) throws {
    let found = try notices(text, language: "de")
    #expect(found.first?.help?.hasPrefix("write '30 Tage', or") == true, "\(found.map(\.help))")
  }

  @Test(arguments: [
    ("14 Werktage", nil, "14 Werktagen", nil),
    ("14 Werktage", nil, "14 Arbeitstagen", "14 Werktage"),
    ("14 Arbeitstage", nil, "14 Werktagen", "14 Arbeitstage"),
    ("14 working days", nil, "14 Arbeitstagen", nil),
    ("14 working days", nil, "14 Werktagen", "14 Arbeitstage"),
    ("14 working days", "mon-sat", "14 Werktagen", nil),
    ("14 working days", "mon-sat", "15 Werktagen", "14 Werktage"),
    ("14 Werktage", "mon-fri", "14 Arbeitstagen", nil),
    ("1 month", nil, "2 Monaten", "1 Monat"),
  ])
  func tellsWerktageAndArbeitstageApart(
    settings: String, week: String?, text: String, quoted: String?
  ) throws {
    let found = try notices(
      "Der Kunde kann gegen einen neuen Unterauftragnehmer innerhalb von \(text) Einspruch erheben.",
      objection: settings, week: week.flatMap { WorkingWeek($0) }, language: "de")

    #expect(
      found.map(\.summary) == quoted.map {
        ["'innerhalb von \(text)' is not the period of 'notice.objection', which is '\($0)'"]
      } ?? [])
  }

  private func notices(
    _ text: String, objection: String = "14 days", week: WorkingWeek? = nil, language: String = "en"
  ) throws -> [Diagnostic] {
    let reading = read("---\nlanguage: \(language)\n---\n\n## 1 Scope\n\n\(text)\n")
    let place = SourceRange(
      path: "content/portal.yml", start: SourcePosition(line: 9, column: 15),
      end: SourcePosition(line: 9, column: 22))
    let (beforeUse, objections) = (Deadlines.Period("30 days"), Deadlines.Period(objection))
    return try checkNotices(
      findNotices(findPeriods(in: reading), of: reading), of: reading,
      stated: [
        StatedPeriod(.beforeUse, #require(beforeUse), range: place),
        StatedPeriod(.objection, #require(objections), week: week, range: place),
      ])
  }

  @Test func reportsNamesOfControlsThatChange() {
    let source = """
      ## 1 Measures

      They include door control, data control, network control and visitor control.

      # Annex 1: Measures

      ## Door control

      x

      ## Data control

      Record control measures are there.

      ## Network control

      Local network control measures are there.

      ## Network control

      y
      """
    let reading = read(source)
    let found = checkWording(of: reading, periods: [])
    #expect(
      found.map(\.summary) == [
        "'Network control' heads two places side by side; a citation of it fits both",
        "'visitor control' is listed among the controls, but heads none of their places",
        "'Record control' is not the control that the heading 'Data control' names",
      ])
    #expect(
      found.map(\.code) == [.ambiguousTitle, .controlNameMismatch, .controlNameMismatch])
  }

  @Test func doubtsAReferenceToASectionOnSomethingElse() {
    let source = """
      ## 1 Scope

      Proof is given when the customer audits the platform under section 3.

      ## 2 Audits by the customer

      As agreed.

      ## 3 Breaches

      They are told, see section 2.
      """
    let reading = read(source)
    let (resolved, _) = resolveReferences(in: [reading])
    let found = checkTopics(of: reading, number: 0, resolved: resolved[0])
    #expect(found.map(\.code) == [.doubtfulReference])
    #expect(found.first?.help == "cite '2' if that is meant")
  }

  @Test func doubtsNoReferenceToAnotherAgreement() {
    let sections = (1...9).map { "## \($0) Title\n\nText.\n" }.joined(separator: "\n")
    let readings = readAll([
      (
        "dpa",
        "## 1 Scope\n\nThe audit follows section 8 of the General Terms.\n\n## 2 Audits\n\nAs agreed.\n"
      ),
      ("terms", "---\ntitle: General Terms\n---\n" + sections),
    ])
    let (resolved, _) = resolveReferences(in: readings)
    #expect(resolved[0].references.first?.parts.first?.targets.first?.agreement == 1)
    #expect(checkTopics(of: readings[0], number: 0, resolved: resolved[0]).isEmpty)
  }

  private func codes(_ text: String) -> [String] {
    let reading = read("## 1 Scope\n\n\(text)\n")
    return checkWording(
      of: reading, periods: findPeriods(in: reading)
    ).map(\.code.rawValue)
  }
}
