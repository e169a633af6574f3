import Deadlines
import Testing

struct PeriodTests {
  @Test(arguments: [
    ("30 days", 30, Period.Unit.days), ("14 working days", 14, .workingDays),
    ("10 business days", 10, .businessDays), ("1 month", 1, .months), ("6 months", 6, .months),
    ("2 weeks", 2, .weeks), ("1 working day", 1, .workingDays), ("1 year", 1, .years),
    ("14 Werktage", 14, .werktage), ("1 Werktag", 1, .werktage), ("9999 days", 9999, .days),
  ])
  func readsAndWritesTheSameForm(text: String, count: Int, unit: Period.Unit) throws {
    let period = try #require(Period(text))

    #expect(period.count == count)
    #expect(period.unit == unit)
    #expect(period.promise == .exact)
    #expect(period.description == text)
  }

  @Test(arguments: [
    ("14 Arbeitstage", "14 business days"), ("14 werktagen", "14 Werktage"),
    ("30 Tage", "30 days"), ("30 Kalendertagen", "30 days"), ("2 Wochen", "2 weeks"),
    ("1 Monat", "1 month"), ("6 Monaten", "6 months"), ("30 Calendar Days", "30 days"),
    ("30\u{A0}days", "30 days"), ("  2  weeks\n", "2 weeks"), ("3 day", "3 days"),
    ("at least 30 days", "at least 30 days"), ("mindestens 4 Wochen", "at least 4 weeks"),
    ("Minimum 10 business days", "at least 10 business days"),
    ("normally 14 working days", "normally 14 working days"),
    ("in der Regel 14 Werktage", "normally 14 Werktage"), ("0014 days", "14 days"),
  ])
  func readsTheWordsOfAgreements(text: String, written: String) throws {
    #expect(try Period(parsing: text).description == written)
  }

  @Test(arguments: [
    ("", PeriodError.empty), (" \u{A0} ", .empty), ("30", .missingUnit(after: 30)),
    ("days", .missingNumber(before: "days")), ("30days", .missingNumber(before: "30days")),
    ("at least", .missingNumber(before: nil)),
    ("fourteen days", .missingNumber(before: "fourteen")),
    ("0 days", .countOutOfRange("0")), ("-1 days", .countOutOfRange("-1")),
    ("10000 days", .countOutOfRange("10000")),
    ("99999999999 days", .countOutOfRange("99999999999")),
    ("99999999999999999999999 days", .countOutOfRange("99999999999999999999999")),
    ("１４ days", .missingNumber(before: "１４")), ("14.5 days", .missingNumber(before: "14.5")),
    ("reasonable notice", .statesNoNumber("reasonable")),
    ("angemessene Frist", .statesNoNumber("angemessene")),
    ("30 days in advance", .furtherWords("in advance")),
    ("2 weeks 3 days", .furtherWords("3 days")),
  ])
  func saysWhatIsWrong(text: String, error: PeriodError) {
    #expect(throws: error) { try Period(parsing: text) }
    #expect(Period(text) == nil)
    #expect(!error.summary.isEmpty)
  }

  @Test func namesTheUnitsThatThereAre() throws {
    let error = try #require(throws: PeriodError.self) { try Period(parsing: "14 wroking days") }
    guard case .unknownUnit("wroking", let known) = error else {
      Issue.record("the error is \(error)")
      return
    }
    #expect(known.contains("working days") && known.contains("werktage"))
    #expect(error.summary == "has the unknown unit 'wroking'")
  }

  @Test func knowsTheWeekThatAUnitImplies() {
    #expect(Period("5 business days")?.impliedWeek == .mondayToFriday)
    #expect(Period("5 Werktage")?.impliedWeek == .mondayToSaturday)
    #expect(Period("5 working days")?.impliedWeek == nil)
  }

  @Test func readsTheDaysOfAWeek() {
    #expect(Weekday.week("mon-fri")?.count == 5)
    #expect(Weekday.week("sat-sat") == [.saturday])
    #expect(Weekday.week("fri-mon") == nil)
    #expect(Weekday.week("monday-friday") == nil)
  }

  @Test(arguments: ["mon-fri", "mon-sat", "mon-sun", "tue-thu", "sat-sat"])
  func writesAWeekAsItIsRead(text: String) throws {
    #expect(try #require(WorkingWeek(text)).description == text)
  }

  @Test func refusesAWeekWithoutDays() {
    #expect(WorkingWeek([]) == nil)
    #expect(WorkingWeek("") == nil)
    #expect(WorkingWeek([.monday, .wednesday])?.description == "mon,wed")
    #expect(WorkingWeek([.saturday, .monday])?.weekdays == [.monday, .saturday])
  }
}
