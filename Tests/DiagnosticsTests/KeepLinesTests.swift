import Testing

@testable import Diagnostics

struct KeepLinesTests {
  private static func diagnostic(_ line: Int, notes: [Int] = []) -> Diagnostic {
    func place(_ line: Int) -> SourceRange { SourceRange(path: "a.md", line: line, column: 1) }
    return Diagnostic(
      .init(rawValue: "made-up"), .warning, "it is so", at: place(line),
      notes: notes.map { Diagnostic.Note("as here", at: place($0)) })
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func keepsEachLineUnderItsNumber(ending: String) {
    let text = Array((1...9).map { "line \($0)" }.joined(separator: ending).utf8)

    let sparse = keepLines([2, 5, 9], of: text)

    #expect(sparse.count < text.count)
    var lines = SourceLines(SourceTextsInMemory(["a.md": sparse]))
    for number in [2, 5, 9] {
      #expect(lines.line(number, of: "a.md").map(Array.init) == Array("line \(number)".utf8))
    }
    for number in [1, 3, 4, 6, 7, 8] { #expect(lines.line(number, of: "a.md")?.isEmpty == true) }
    #expect(lines.line(10, of: "a.md") == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func findsTheEndsOfLinesOfAnyLength(ending: String) {
    for length in 0...140 {
      let words = [String(repeating: "x", count: length), "second", "third"]
      let text = Array(words.joined(separator: ending).utf8)
      var lines = SourceLines(SourceTextsInMemory(["a.md": keepLines([2], of: text)]))
      #expect(lines.line(2, of: "a.md").map(Array.init) == Array("second".utf8), "\(length)")
    }
  }

  @Test func asksForLinesThatAreNotThere() {
    let text = Array("one\ntwo\n".utf8)
    #expect(keepLines([], of: text).isEmpty)
    #expect(keepLines([-1, 0], of: text).isEmpty)
    #expect(keepLines([7], of: text).isEmpty)
    #expect(keepLines([2, 99], of: text) == Array("\ntwo\n".utf8))
    #expect(keepLines([1], of: []).isEmpty)
  }

  @Test func drawsTheSameFromWhatIsKept() {
    let text = Array("alpha\nbeta\ngamma\ndelta\nepsilon\n".utf8)
    let diagnostics = [Self.diagnostic(2, notes: [4]), Self.diagnostic(5)]
    #expect(diagnostics.drawnLines == ["a.md": [2, 4, 5]])

    func printed(_ text: [UInt8]) -> [UInt8] {
      var output: [UInt8] = []
      var printer = PeoplePrinter(texts: SourceTextsInMemory(["a.md": text]))
      for diagnostic in diagnostics { printer.print(diagnostic, to: &output) }
      return output
    }
    #expect(printed(keepLines([2, 4, 5], of: text)) == printed(text))
    #expect(printed(keepLines([2, 5], of: text)) != printed(text))
  }
}
