import Changes
import Testing

/// Measures that say of themselves that they are not applicable promise nothing.
struct NotApplicableTests {
  @Test(arguments: [
    ("- Entry control (not applicable)\n", "substantive: removal"),
    ("- Entry control: not applicable\n", "substantive: removal"),
    ("- Entry control (not applicable: no servers stand here)\n", "substantive: removal"),
    ("- Eintrittskontrolle (entfällt)\n", "substantive: removal"),
    ("- Entry control \u{2013} n/a\n", "substantive: removal"),
    ("- Entry control\n", "weakening: removal"),
    ("- Doors that are not applicable to visitors stay locked\n", "weakening: removal"),
    ("- **Entry control** (not applicable)\n  - Doors are locked\n", "weakening: removal"),
  ])
  func weighsTheRemovalOfAMeasure(measure: String, judgement: String) {
    let rest = "- Visitors are accompanied\n- Keys are counted every week\n"
    let head = "# Technical and organisational measures\n\n## 1. Office\n\n"

    #expect(judgements(head + measure + rest, head + rest).first == judgement)
  }

  @Test(arguments: [
    ("Entry control (not applicable)", "substantive: removal"),
    ("Entry control", "weakening: removal"),
  ])
  func weighsTheRemovalOfASection(title: String, judgement: String) {
    let head = "# Technical and organisational measures\n\n## 1. Office\n\n- Doors are locked\n\n"
    let end = "Availability control\n\n- Copies are made\n"

    #expect(
      judgements("\(head)## 2. \(title)\n\n## 3. \(end)", "\(head)## 2. \(end)").first == judgement)
  }

  private func judgements(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map { "\($0.materiality.rawValue): \($0.rule.rawValue)" }
  }
}
