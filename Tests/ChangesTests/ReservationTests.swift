import Changes
import Deadlines
import Testing

/// Clauses that are only reserved now, and what a measure is reserved by.
struct ReservationTests {
  private func told(_ old: String, _ new: String, title: String = "Terms") -> [String] {
    func text(_ item: String) -> String {
      "# \(title)\n\n- a. All doors are locked.\n- b. \(item)\n- c. Guards walk at night.\n"
    }
    return changeSet(text(old), text(new)).changes.map {
      "\($0.kind.rawValue) \($0.materiality.rawValue) \($0.rule.rawValue)"
    }
  }

  private let measures = "Technical and organisational measures"

  @Test(arguments: [
    "[reserved]", "[Reserved].", "Intentionally left blank.", "(intentionally omitted)",
    "[deleted]", "(weggefallen)",
  ])
  func tellsThatNothingIsLeft(placeholder: String) {
    let duty = "The Processor shall keep the records for six months and never longer."

    #expect(told(duty, placeholder) == ["clause-modified substantive removal"])
    #expect(
      told("Backups are made every day.", placeholder, title: measures)
        .contains { $0.hasSuffix("weakening removal") })
    #expect(told("[reserved]", "[deleted]") != ["clause-modified substantive removal"])
  }

  @Test(arguments: [
    ", wherever the other side of the connection supports it",
    ", unless the Customer asks for less",
    " except for those of guests who stay for a day", ", to the extent that it is not too costly",
  ])
  func weighsReservationsOfMeasures(reservation: String) {
    let (plain, reserved) = ("All mail is encrypted.", "All mail is encrypted\(reservation).")

    #expect(told(plain, reserved, title: measures) == ["measure-modified weakening modal"])
    #expect(
      told(reserved, plain, title: measures).allSatisfy { !$0.contains("weakening") })
  }

  /// What a remark takes back is said in a cell as in a list.
  @Test func readsRemarksInCells() {
    func table(_ measure: String) -> String {
      "# \(measures)\n\n| Control | Measure |\n|---|---|\n| Integrity | Signed files |\n"
        + "| Availability | \(measure) |\n"
    }
    func told(_ old: String, _ new: String) -> [String] {
      changeSet(table(old), table(new)).changes.map {
        "\($0.kind.rawValue) \($0.materiality.rawValue)"
      }
    }
    let (own, other) = ("Copies of exports", "Copies of exports (responsibility of the Customer)")

    #expect(told(own, other) == ["measure-status-changed weakening"])
    #expect(told(other, own) == ["measure-modified substantive"])
  }
}
