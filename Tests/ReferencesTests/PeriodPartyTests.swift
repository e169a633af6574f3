import References
import Testing

/// Whose duty a period is.
struct PeriodPartyTests {
  @Test func namesThePartyThatHasTheDuty() {
    let reading = read(
      """
      ## 1 Scope

      The Processor shall tell the Controller without delay. The Controller must answer within
      10 days. Der Auftragnehmer informiert den Auftraggeber unverzüglich. It ends after 30 days.
      """)
    #expect(
      findPeriods(in: reading).map(\.party) == ["processor", "controller", "processor", ""])
  }

  @Test(arguments: [
    ("Where the Controller can be found, the Processor tells it within 3 days.", "processor"),
    ("If the Processor believes that, it says so immediately.", "processor"),
    ("Wenn der Auftragnehmer das glaubt, teilt er es unverzüglich mit.", "processor"),
    ("Staff sees it only after the Controller has opened it, for 72 hours at most.", ""),
    ("Changes somebody the office, the Controller is informed without delay.", ""),
    ("Übernimmt jemand das Amt, wird der Auftraggeber unverzüglich unterrichtet.", ""),
    ("The Controller shall be notified within 3 days.", ""),
    ("The Controller is called back within one hour.", ""),
    ("The Controller is obliged to answer within one hour.", "controller"),
    ("Customer support sees it for 72 hours.", ""),
    ("Customer must answer within 72 hours.", "controller"),
    ("The Processor informs the Controller, the Processor and others within 3 days.", "processor"),
    (
      "At the request of the Controller the report is sent by the Processor within 5 days.",
      "processor"
    ),
    ("The Controller shall be notified by the Processor within 24 hours.", "processor"),
    ("The Controller is notified within 24 hours by the Processor.", "processor"),
    ("What is processed by the Processor is deleted within 24 hours.", ""),
    ("The orders of the Controller must be followed within 3 days.", ""),
    ("Unless the Controller objects within 14 days, it takes effect.", "controller"),
    (
      "Auf Verlangen des Auftraggebers wird der Bericht vom Auftragnehmer binnen 5 Tagen übersandt.",
      "processor"
    ),
    ("Der Auftraggeber wird vom Auftragnehmer binnen 24 Stunden unterrichtet.", "processor"),
    ("Der Auftraggeber wird binnen 24 Stunden vom Auftragnehmer benachrichtigt.", "processor"),
    ("Der Auftraggeber wird binnen 24 Stunden benachrichtigt.", ""),
    ("Der Auftraggeber wird den Auftragnehmer binnen 24 Stunden unterrichten.", "controller"),
    (
      "Widerspricht der Auftraggeber, darf der Auftragnehmer mit einer Frist von 3 Monaten kündigen.",
      "processor"
    ),
    ("Widerspricht der Auftraggeber nicht binnen 14 Tagen, so gilt die Änderung.", "controller"),
    (
      "Der Auftragnehmer löscht, sofern der Auftraggeber nicht binnen 14 Tagen widerspricht.",
      "controller"
    ),
    (
      "Der Auftragnehmer löscht binnen 60 Tagen, sofern der Auftraggeber nicht widerspricht.",
      "processor"
    ),
  ])
  func tellsWhoHasTheDuty(sentence: String, party: String) {
    let reading = read("## 1 Scope\n\n\(sentence)\n")

    #expect(findPeriods(in: reading).map(\.party) == [party])
  }

  @Test(arguments: [
    ("Widerspricht der Kunde, darf Nordmole mit einer Frist von 3 Monaten kündigen.", "processor"),
    ("Nach dem Ende löscht Nordmole alle Daten binnen 60 Tagen.", "processor"),
    (
      "Nach dem Ende löscht Nordmole die Daten in 60 Tagen, sofern der Kunde sie nicht verlangt.",
      "processor"
    ),
    ("Auf Verlangen des Kunden wird er von Nordmole binnen 5 Tagen übersandt.", "processor"),
    ("Der Kunde wird von Nordmole binnen 24 Stunden unterrichtet.", "processor"),
    ("Kündigt Nordmole das an, kann der Kunde binnen 21 Tagen widersprechen.", "controller"),
    ("Binnen 10 Tagen nach Verlangen antwortet Nordmole in 3 Tagen.", "processor"),
    ("Der Kunde spricht mit Nordmole binnen 3 Tagen.", "controller"),
  ])
  func knowsPartiesByTheirNames(sentence: String, party: String) {
    let reading = read(
      """
      ---
      language: de
      parties:
        - {role: processor, name: Nordmole B.V., defined-as: Nordmole}
        - {role: controller, blank: true, defined-as: Kunde}
      ---
      ## 1 Fristen

      \(sentence)

      """)

    #expect(findPeriods(in: reading).last?.party == party)
  }
}
