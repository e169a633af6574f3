import Changes
import Deadlines
import Testing

/// Labels above the points of a list, and sentences that the points complete.
struct ListLabelTests {
  private static func measures(_ points: [String]) -> String {
    "# Technical and organisational measures\n\n## 1. Office\n\n- **Logical access control**\n"
      + points.map { "  \($0)\n" }.joined() + "- **Entry control**\n  - Alarm at night\n"
  }

  private static let labelled = measures([
    "- Technical security systems (office):", "  - G-Data antivirus", "  - Router firewall",
    "  - Whitelist for WiFi",
  ])
  private static let flat = measures([
    "- G-Data antivirus", "- Router firewall", "- Whitelist for WiFi",
  ])

  /// Its points stay where they are: below the control.
  @Test(arguments: [(labelled, flat), (flat, labelled)])
  func tellsNothingOfThePointsBelowALabel(old: String, new: String) {
    let changes = changeSet(old, new).changes

    #expect(changes.map(\.materiality) == [.editorial])
    #expect(changes.map(\.rule) == [.heading])
  }

  /// Without the sentence above them, conditions are conditions of nothing.
  @Test(arguments: [
    "The Processor may only engage others if:", "The Processor ensures that:",
    "No data is sent abroad unless:", "Within 24 hours:", "For systems in Germany:",
  ])
  func tellsASentenceAboveAListAsWords(sentence: String) {
    let old = """
      # Contract

      ## 1. Others

      - (1) \(sentence)
        - a) the Controller has agreed in writing,
        - b) the contract binds them to these rules.
      - (2) All processing is recorded.

      """
    let new = """
      # Contract

      ## 1. Others

      - (1) the Controller has agreed in writing,
      - (2) the contract binds them to these rules.
      - (3) All processing is recorded.

      """

    let removed = changeSet(old, new).changes.filter { $0.kind == .of(.clause, .removed) }
    #expect(removed.map(\.before?.path) == ["1(1)"])
    #expect(removed.map(\.materiality) == [.substantive])
  }
}
