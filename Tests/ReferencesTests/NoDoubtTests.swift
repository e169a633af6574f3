import Diagnostics
import References
import Testing

/// Correct texts that speak of a topic beside a reference, or of a period without a number.
struct NoDoubtTests {
  @Test(arguments: [
    "A breach of section 2 is a breach of contract.",
    "The cap applies save for breaches of section 2.",
    "Die Kontrolle der Löschung bestimmt sich nach § 4.",
  ])
  func leavesReferencesOfTheirOwnTopic(text: String) {
    let markdown = """
      ## 1. General

      \(text)

      ## 2. Instructions

      x

      ## 3. Security and breaches

      y

      ## 4. Kontrolle

      z

      ## 5. Löschung

      z
      """
    #expect(understand(markdown).diagnostics.map(\.code.rawValue) == [])
  }

  @Test(arguments: [
    ("Den Vertrag mit dem Unterauftragnehmer legt er innerhalb einer angemessenen Frist vor.", 0),
    ("Neue Unterauftragnehmer teilt er innerhalb einer angemessenen Frist mit.", 1),
    ("The contract with the sub-processor is signed within a reasonable period.", 0),
    ("New sub-processors are announced within a reasonable period.", 1),
  ])
  func asksForTheNumberOfAnnouncementsOnly(text: String, count: Int) {
    let codes = understand("## 1. Scope\n\n\(text)\n").diagnostics.map(\.code.rawValue)
    #expect(codes.count { $0 == "undefined-period" } == count)
  }
}
