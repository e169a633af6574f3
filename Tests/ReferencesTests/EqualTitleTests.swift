import Diagnostics
import References
import Testing

struct EqualTitleTests {
  private func codes(_ first: String, _ second: String) -> [Diagnostic.Code] {
    understand("# T\n\n## \(first)\n\na\n\n## \(second)\n\nb\n").diagnostics.map(\.code)
      .filter { $0.rawValue == "ambiguous-title" }
  }

  @Test(arguments: [("\u{1F600}", "\u{1F601}"), ("\u{200B}", "\u{1F600}"), ("Keys", "Doors")])
  func tellsDifferentTitlesApart(first: String, second: String) {
    #expect(codes(first, second) == [])
  }

  @Test(arguments: [("\u{1F600}", "\u{1F600}"), ("Keys", "KEYS")])
  func reportsEqualOnes(first: String, second: String) {
    #expect(codes(first, second).count == 1)
  }
}
