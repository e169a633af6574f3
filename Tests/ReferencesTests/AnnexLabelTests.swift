import Diagnostics
import Testing

/// Annexes of one number that are called by different words.
struct AnnexLabelTests {
  @Test(arguments: [
    ("Annex 1 applies.", ["Annex 1 -> Annex 1"]),
    ("Schedule 1 applies.", ["Schedule 1 -> Schedule 1"]),
    ("See Schedules 1 and 2.", ["Schedules 1 and 2 -> Schedule 1, Schedule 2"]),
    ("See Annexes 1 and 2.", ["Annexes 1 and 2 -> Annex 1, Annex II"]),
    ("See paragraph 2 of Annex 1.", ["paragraph 2 of Annex 1 -> Annex 1 / 2"]),
    ("See paragraph 2 of Schedule 1.", ["paragraph 2 of Schedule 1 -> Schedule 1 / 2"]),
    // A label counts for more than the form of its number.
    ("See Annex I and Annex 2.", ["Annex I -> Annex 1", "Annex 2 -> Annex II"]),
    ("See Annex II.", ["Annex II -> Annex II"]),
    // Another word than that of any label
    ("See Appendix 2.", ["Appendix 2 -> Schedule 2"]),
    ("See Exhibit A and Annex A.", ["Exhibit A -> Exhibit A", "Annex A -> Exhibit A"]),
  ])
  func takesTheOneThatIsCalledSo(text: String, expected: [String]) {
    let source = """
      ## 1. Scope

      \(text)

      # Schedule 1

      1. one
      2. two

      # Schedule 2

      t

      # Annex 1

      1. one
      2. two

      # Annex II

      t

      # Exhibit A

      t
      """
    #expect(references(in: source) == expected)
    #expect(resolve(source).diagnostics.isEmpty)
  }

  @Test func asksWhereOneLabelStandsTwice() {
    let source = "## 1. Scope\n\nSee Annex 1.\n\n# Annex 1\n\na\n\n# Annex 1\n\nb\n"
    #expect(references(in: source) == ["Annex 1 -> Annex 1 (ambiguous)"])
  }
}
