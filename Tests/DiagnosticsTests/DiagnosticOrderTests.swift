import Diagnostics
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
      var generator = SplitMix(state: UInt64(seed))
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

/// The same shuffles in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
