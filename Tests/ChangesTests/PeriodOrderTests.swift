import Changes
import Deadlines
import Testing

/// Which of two periods is called the shorter one where they are counted in different days.
struct PeriodOrderTests {
  /// In a week of ordinary days, from whichever day on.
  @Test(arguments: [
    ("14 days", "10 working days", "is stated as"), ("14 days", "9 working days", "is shortened"),
    ("14 days", "12 working days", "is extended"), ("10 working days", "14 days", "is stated as"),
    ("2 weeks", "10 business days", "is stated as"), ("30 days", "one month", "is stated as"),
    ("4 weeks", "two months", "is extended"), ("92 days", "2 months", "is shortened"),
    ("90 days", "3 months", "is stated as"), ("12 months", "one year", "is stated as"),
    ("a month", "two months", "is extended"), ("a working day", "two working days", "is extended"),
    ("24 hours", "one working day", "is stated as"), ("72 hours", "4 days", "is extended"),
    ("48 months", "1460 days", "is shortened"), ("3 months", "64 working days", "is stated as"),
    ("one week", "6 working days", "is extended"), ("99999 months", "2 days", "is shortened"),
  ])
  func ordersEnglishPeriods(old: String, new: String, verb: String) {
    #expect(statement("It answers within \(old).", "It answers within \(new).").contains(verb))
  }

  @Test func callsWhatIsRepeatedAnInterval() {
    #expect(
      statement("Keys change every 6 months.", "Keys change every 12 months.")
        .contains("the interval is extended from 6 to 12 months"))
    #expect(
      statement("Schlüssel wechseln alle 6 Monate.", "Schlüssel wechseln alle 3 Monate.", .german)
        .contains("der Abstand verkürzt sich von 6 auf 3 Monate"))
  }

  /// `Werktage` are Monday to Saturday.
  @Test(arguments: [
    ("14 Tagen", "10 Werktagen", "verkürzt sich von 14 Tagen auf 10 Werktage"),
    ("12 Werktagen", "10 Arbeitstagen", "ist mit 10 Arbeitstagen statt 12 Werktagen angegeben"),
    ("10 Arbeitstagen", "10 Werktagen", "verkürzt sich von 10 Arbeitstagen auf 10 Werktage"),
    ("12 Werktagen", "14 Tagen", "ist mit 14 Tagen statt 12 Werktagen angegeben"),
    ("zwei Wochen", "12 Werktagen", "ist mit 12 Werktagen statt 2 Wochen angegeben"),
    ("12 Werktagen", "16 Tagen", "verlängert sich von 12 Werktagen auf 16 Tage"),
    ("6 Werktagen", "5 Werktagen", "verkürzt sich von 6 auf 5 Werktage"),
  ])
  func ordersGermanPeriods(old: String, new: String, words: String) {
    #expect(
      statement("Er antwortet binnen \(old).", "Er antwortet binnen \(new).", .german)
        .contains(words))
  }

  /// What always ends on one day is the same, whatever it is counted in. Hours end when they are
  /// over, days with the day.
  @Test(arguments: [
    ("14 days", "two weeks", "editorial: spelling"),
    ("one year", "12 months", "editorial: spelling"), ("a year", "one year", "editorial: spelling"),
    ("a year", "12 months", "editorial: spelling"), ("a week", "its time", "substantive: period"),
    ("fourteen (14) days", "2 weeks", "editorial: spelling"),
    ("24 months", "two years", "editorial: spelling"),
    ("14 days", "three weeks", "substantive: period"),
    ("48 hours", "2 days", "substantive: period"), ("30 days", "one month", "substantive: period"),
    ("3 months", "one quarter", "substantive: period"),
    ("2 weeks", "10 working days", "substantive: period"),
  ])
  func knowsAPeriodInAnotherUnit(old: String, new: String, judgement: String) {
    let changes = changeSet("It answers within \(old).", "It answers within \(new).").changes

    #expect(changes.map { "\($0.materiality.rawValue): \($0.rule.rawValue)" } == [judgement])
  }

  /// How often something is done, in other words.
  @Test(arguments: [
    ("annually", "once a year", "editorial: spelling"),
    ("every 12 months", "every year", "editorial: spelling"),
    ("twice a year", "every six months", "editorial: spelling"),
    ("four times a year", "quarterly", "editorial: spelling"),
    ("einmal jährlich", "einmal im Jahr", "editorial: spelling"),
    ("every 365 days", "every year", "substantive: period"),
    ("every 30 days", "monthly", "substantive: period"),
    ("once a year", "twice a year", "substantive: number"),
    ("without undue delay", "on request", "substantive: period"),
    ("without delay", "without undue delay", "substantive: wording"),
  ])
  func knowsARhythmInOtherWords(old: String, new: String, judgement: String) {
    let changes = changeSet("It is reviewed \(old).", "It is reviewed \(new).").changes

    #expect(changes.map { "\($0.materiality.rawValue): \($0.rule.rawValue)" } == [judgement])
  }

  /// What changed beside it decides.
  @Test(arguments: [
    ("It may answer 5 questions within two weeks.", "weakening: modal"),
    ("It shall answer 6 questions within two weeks.", "substantive: number"),
    ("It shall answer 5 questions within 2 weeks and 3 days.", "substantive: period"),
    ("It shall answer 5 questions within two weeks!", "editorial: spelling"),
  ])
  func weighsWhatChangedBesideAPeriodInAnotherUnit(new: String, judgement: String) {
    let changes = changeSet("It shall answer 5 questions within 14 days.", new).changes

    #expect(changes.map { "\($0.materiality.rawValue): \($0.rule.rawValue)" } == [judgement])
  }

  @Test func knowsWhatIsCitedBesideAPeriodInAnotherUnit() {
    let changes = changeSet(
      "It answers within 14 days as Art. 28(3) GDPR says.",
      "It answers within two weeks as Art. 28(4) GDPR says."
    ).changes

    #expect(changes.map(\.judgement) == [Judgement(.substantive, .reference)])
  }

  @Test func countsADifferenceOfDaysAsAPeriod() {
    let changes = changeSet(
      "Er antwortet binnen 10 Arbeitstagen.", "Er antwortet binnen 10 Werktagen."
    ).changes

    #expect(changes.map(\.rule.rawValue) == ["period"])
  }

  private func statement(_ old: String, _ new: String, _ language: Language = .english) -> String {
    changeSet(old, new).changes.map { $0.statement.text(in: language) }.joined(separator: "; ")
  }
}
