import Markup
import Testing

@testable import Portal

struct FindBlanksTests {
  private func blanks(_ text: String) -> [String] {
    let (tree, _) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")
    return findBlanks(in: tree).map {
      String(decoding: tree.text[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("Date: ____", ["____"]),
    ("Date: ____ Place: ______", ["____", "______"]),
    ("Signature: ..........", [".........."]),
    ("Name: ………", ["………"]),
    ("____......", ["____", "......"]),
    ("and so on... a__b ___", []),
    ("`________`", []),
    ("*____* and ____", ["____", "____"]),
  ])
  func findsLinesToWriteOn(text: String, lines: [String]) {
    #expect(blanks(text) == lines)
  }
}
