import Diagnostics
import TestSupport
import Testing

struct DiagnosticOrderTests {
  private func diagnostic(_ code: String, _ path: String?, _ line: Int = 1, _ column: Int = 1)
    -> Diagnostic
  {
    Diagnostic(
      .init(rawValue: code), "it is so",
      at: path.map { SourceRange(path: $0, line: line, column: column) })
  }

  @Test func sortsByPathLineColumnAndCode() {
    let sorted = [
      diagnostic("e", nil), diagnostic("a", "a.md", 2, 10), diagnostic("b", "a.md", 2, 10),
      diagnostic("a", "a.md", 10, 1), diagnostic("a", "b.md"),
    ]
    for seed in 0..<20 {
      var generator = SplitMix(seed: UInt64(seed))
      #expect(sorted.shuffled(using: &generator).inReadingOrder() == sorted)
    }
  }

  @Test func knowsWhetherThereAreErrors() {
    var warning = diagnostic("a", nil)
    warning.severity = .warning
    #expect(![warning].containsErrors)
    #expect([warning, diagnostic("b", nil)].containsErrors)
  }

  @Test func putsAReversedRangeInOrder() {
    let range = SourceRange(
      path: "a", start: .init(line: 3, column: 1), end: .init(line: 2, column: 9))
    #expect(range.end == range.start)
  }
}
