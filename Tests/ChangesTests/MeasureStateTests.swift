import Changes
import Deadlines
import Testing

/// How far measures have come, as their cells, remarks and groups say it: in the words by which a
/// register reads them.
struct MeasureStateTests {
  private func told(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map {
      "\($0.kind.rawValue) \($0.materiality.rawValue): \($0.rule.rawValue)"
    }
  }

  private func table(_ head: String, _ cell: String) -> String {
    "# Technical and organisational measures\n\n## Access control\n\n| Measure | \(head) |\n"
      + "|---|---|\n| Firewall | \(cell) |\n| Backup | \(cell.isEmpty ? "✓" : cell) |\n"
      + "| Alarm | ✓ |\n"
  }

  private func cells(_ head: String, _ before: String, _ after: String) -> [String] {
    let old = table(head, before)
    return told(
      old, old.replacing("| Firewall | \(before) |", by: "| Firewall | \(after) |"))
  }

  @Test(arguments: [
    "no", "not yet", "open", "partly", "customer", "shared responsibility", "nein", "offen",
    "in Arbeit", "\u{2013}", "planned", "not applicable", "no, waits for the new building",
  ])
  func takesLessThanImplementedForAWeakening(state: String) {
    #expect(
      cells("Status", "implemented", state) == ["measure-status-changed weakening: state"])
    #expect(
      cells("Status", state, "implemented") == ["measure-status-changed substantive: state"])
  }

  @Test(arguments: [("yes", "no"), ("ja", "nein"), ("\u{2713}", "\u{2013}"), ("\u{2713}", "")])
  func weighsTicksAndAnswersBelowAnyHead(before: String, after: String) {
    #expect(
      cells("Office", before, after) == ["measure-status-changed weakening: state"])
  }

  @Test(arguments: [("implemented", "yes"), ("yes", "\u{2713}"), ("planned", "geplant")])
  func takesTheSameStateInOtherWordsForEditorial(before: String, after: String) {
    #expect(cells("Status", before, after) == ["measure-modified editorial: wording"])
  }

  /// A cell in which a state may be a mere word is weighed by its words.
  @Test func leavesSentencesToTheirWords() {
    #expect(
      cells("Explanation", "No visitor walks alone", "No visitor works alone")
        == ["measure-modified substantive: wording"])
  }

  @Test(arguments: [
    "(not yet implemented)", "(partly)", "(responsibility of the customer)", "(planned for 2027)",
    "(noch nicht umgesetzt)", "(teilweise)",
  ])
  func readsRemarksBehindAMeasure(remark: String) {
    let head = "# Technical and organisational measures\n\n## Transfer control\n\n"
    let old = head + "- Mail is encrypted\n- Disks are encrypted\n- Keys are kept apart\n"

    #expect(
      told(old, old.replacing("Mail is encrypted", by: "Mail is encrypted \(remark)"))
        == ["measure-status-changed weakening: state"])
    #expect(
      told(old, old.replacing("Mail is encrypted", by: "Mail is encrypted (with TLS)")).allSatisfy {
        !$0.contains("status")
      })
  }

  @Test(arguments: ["planned", "not applicable", "geplant"])
  func takesARemarkWithoutBracketsForTheSameState(remark: String) {
    let head = "# Technical and organisational measures\n\n## Transfer control\n\n"
    let old = head + "- Mail is encrypted (\(remark))\n- Disks are encrypted\n"

    #expect(
      told(old, old.replacing("(\(remark))", by: ": \(remark)"))
        == ["measure-modified editorial: punctuation"])
  }

  @Test func weighsAMoveByTheStateOfTheGroup() {
    let head = "# Technical and organisational measures\n\n## 1. Office\n\n"
    let camera = "  - Cameras watch the hall and the yard\n"
    func text(_ first: String, _ second: String) -> String {
      head + "- **Access control**\n  - Doors are locked at night\n\(first)"
        + "- **Transfer control** (planned for 2027)\n  - Mail is encrypted with keys\n\(second)"
    }

    #expect(told(text(camera, ""), text("", camera)) == ["measure-moved weakening: state"])
    #expect(told(text("", camera), text(camera, "")) == ["measure-moved substantive: state"])
  }

  /// The last measure of a control that joins those of another is only put elsewhere; controls whose
  /// names changed places are two others.
  @Test func tellsAMoveFromAnotherName() {
    let head = "# Technical and organisational measures\n\n## 1. Office\n\n"
    let (camera, disks) = ("  - Cameras watch the hall and the yard\n", "  - Disks are encrypted\n")
    func text(_ first: String, _ second: String) -> String {
      head
        + "- **Access control**\n\(first)- **Transfer control**\n  - Mail is encrypted with keys\n"
        + second
    }
    let names = ["Access control", "Transfer control"]
    let old = text(camera + "  - Doors are locked at night\n", disks)

    let joined = told(text(camera + "  - A guard\n", disks), text("", disks + camera))
    #expect(joined == ["measure-removed weakening: removal", "measure-moved editorial: place"])
    #expect(
      told(
        old,
        old.replacing(names[0], by: "@").replacing(names[1], by: names[0])
          .replacing("@", by: names[1])
      ).contains { $0.contains("substantive") })
  }

  @Test func namesTheLabelsThatACompanyMovedBetween() {
    let head = "# Sub-processors\n\n| Company | Service | Place |\n|---|---|---|\n"
    let eider = "| Eider GmbH | Telephone | Germany |\n"
    func text(_ first: String, _ second: String) -> String {
      head + "| *Hosting* |  |  |\n| Tern Ltd | Servers | Ireland |\n\(first)"
        + "| *Support:* |  |  |\n| Knot Inc. | Tickets | USA |\n\(second)"
    }

    let changes = changeSet(text("", eider), text(eider, "")).changes

    #expect(changes.map(\.kind.rawValue) == ["sub-processor-moved"])
    #expect(changes.map(\.materiality) == [.substantive])
    #expect(
      changes.first?.statement.text(in: .english).hasSuffix(
        "is moved from \u{201C}Support\u{201D} to \u{201C}Hosting\u{201D}") == true)
    #expect(
      changes.first?.statement.text(in: .german).hasSuffix(
        "steht jetzt unter \u{201E}Hosting\u{201C} statt unter \u{201E}Support\u{201C}") == true)
  }

  /// A text as long as a clause is no label: what it says in brackets is not said of each measure.
  @Test func takesNoLongTextForALabel() {
    let head = "# Technical and organisational measures\n\n## 1. Office\n\n"
    let camera = "  - Cameras watch the hall and the yard\n"
    let long = String(repeating: "and so on ", count: 40)
    func text(_ first: String, _ second: String) -> String {
      head + "- **Access control**\n  - Doors are locked at night\n\(first)"
        + "- Transfers \(long) (planned)\n  - Mail is encrypted with keys\n\(second)"
    }

    #expect(
      told(text(camera, ""), text("", camera)).allSatisfy { !$0.hasPrefix("measure-moved weak") })
  }
}
