import Changes
import Testing

/// Duties with a reservation, and prohibitions that are lifted, in clauses.
struct HedgeTests {
  @Test(arguments: [
    (
      "The Processor shall inform all of them.",
      "The Processor shall, where reasonably possible, inform all of them.", "weakening modal"
    ),
    (
      "The Controller shall inform all of them.",
      "The Controller shall, where possible, inform all of them.", "substantive wording"
    ),
    (
      "The Processor may inform all of them.",
      "The Processor may usually inform all of them.", "substantive wording"
    ),
    ("Copies are kept for tests.", "Copies are usually kept for tests.", "substantive wording"),
    (
      "Der Auftragnehmer hält jede Weisung fest.",
      "Der Auftragnehmer hält, soweit möglich, jede Weisung fest.", "weakening modal"
    ),
    (
      "The Processor is not permitted to copy it.", "The Processor is permitted to copy it.",
      "weakening modal"
    ),
    ("Copies shall not be made.", "Copies should not be made.", "weakening modal"),
    (
      "Kopien dürfen nicht gemacht werden.", "Kopien sollen nicht gemacht werden.",
      "weakening modal"
    ),
    (
      "Private Geräte dürfen nicht verwendet werden.", "Private Geräte dürfen verwendet werden.",
      "weakening modal"
    ),
    (
      "The Controller may not copy it.", "The Controller may copy it.", "substantive negation"
    ),
    (
      "The Processor is permitted to copy it.", "The Processor is not permitted to copy it.",
      "substantive negation"
    ),
    // What is only advised.
    ("A second factor is mandatory.", "A second factor is optional.", "weakening modal"),
    ("A second factor is required.", "A second factor is recommended.", "weakening modal"),
    ("Ein Faktor ist vorgeschrieben.", "Ein Faktor ist empfohlen.", "weakening modal"),
    ("A second factor is optional.", "A second factor is mandatory.", "substantive wording"),
    ("It is required by BSI.", "It is not recommended by BSI.", "substantive negation"),
    // What is no longer owed.
    ("Der Anbieter muss sie löschen.", "Der Anbieter muss sie nicht löschen.", "weakening modal"),
    (
      "Er muss sichern, dass sie gelöscht werden.",
      "Er muss sichern, dass sie nicht gelöscht werden.",
      "substantive negation"
    ),
    ("The Processor must erase it.", "The Processor need not erase it.", "weakening modal"),
    (
      "The Processor shall erase it.", "The Processor is not obliged to erase it.",
      "weakening modal"
    ),
    ("The Processor is obliged to it.", "The Processor is not obliged to it.", "weakening modal"),
    (
      "The Controller is obliged to it.", "The Controller is not obliged to it.",
      "substantive negation"
    ),
    (
      "Die Kunden sind dazu verpflichtet.", "Die Kunden sind dazu nicht verpflichtet.",
      "substantive negation"
    ),
    ("The Processor must copy it.", "The Processor must not copy it.", "substantive negation"),
  ])
  func judgesReservations(old: String, new: String, judgement: String) {
    let changes = changeSet("## 1 One\n\n\(old)", "## 1 One\n\n\(new)").changes

    #expect(changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [judgement])
  }

  /// A point of a list completes the sentence above it.
  @Test(arguments: [
    ("The Processor shall:", "weakening modal"),
    ("The Processor has these duties:", "weakening modal"),
    ("The Controller shall:", "substantive wording"), ("The Processor may:", "substantive wording"),
    ("The following holds:", "substantive wording"),
  ])
  func judgesReservationsOfPoints(leadIn: String, judgement: String) {
    func text(_ point: String) -> String {
      "## 1 One\n\n- (1) \(leadIn)\n  - a) \(point);\n  - b) keep records.\n- (2) Two.\n"
    }
    let points = [
      ("inform the Controller of it", "where possible, inform the Controller of it"),
      ("Informing the other side", "Where possible, informing the other side"),
    ]
    for (old, new) in points where leadIn != "The following holds:" || !old.contains("Controller") {
      let changes = changeSet(text(old), text(new)).changes
      #expect(changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [judgement])
    }
  }

  /// Whose requests they are is not who has to answer them.
  @Test(arguments: [
    ("Requests of the Controller must be answered.", "weakening modal"),
    ("Requests shall be answered by the Controller.", "substantive wording"),
    ("Requests are answered by the Processor.", "weakening modal"),
    ("The Controller's requests shall be answered.", "weakening modal"),
    ("The Processor's employees answer requests.", "weakening modal"),
    ("Requests of the Controller are answered.", "substantive wording"),
  ])
  func asksWhoActs(old: String, judgement: String) {
    let new = old.dropLast() + ", where possible."
    let changes = changeSet("## 1 One\n\n\(old)", "## 1 One\n\n\(new)").changes

    #expect(changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [judgement])
  }
}
