import Deadlines
import Testing

struct PeriodTests {
  @Test(arguments: [
    ("30 days", 30, Period.Unit.days), ("14 working days", 14, .workingDays),
    ("1 month", 1, .months),
    ("6 months", 6, .months), ("2 weeks", 2, .weeks), ("1 working day", 1, .workingDays),
  ])
  func readsAndWritesTheSameForm(text: String, count: Int, unit: Period.Unit) throws {
    let period = try #require(Period(text))

    #expect(period.count == count)
    #expect(period.unit == unit)
    #expect(period.description == text)
  }

  @Test(arguments: [
    "", "30", "days", "30days", "0 days", "-1 days", "10000 days",
  ])
  func refusesWhatIsNoPeriod(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func readsTheDaysOfAWeek() {
    #expect(Weekday.week("mon-fri")?.count == 5)
    #expect(Weekday.week("sat-sat") == [.saturday])
    #expect(Weekday.week("fri-mon") == nil)
    #expect(Weekday.week("monday-friday") == nil)
  }
}
