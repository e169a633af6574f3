import Foundation
import Markup
import TestSupport
import Testing

/// Every example of the GFM specification, but for what docs/markdown.md says is different here.
struct SpecificationTests {
  @Test(arguments: try Example.all().filter { !$0.isDifferent })
  func rendersTheExample(example: Example) {
    #expect(html(example.markdown) == example.html)
  }

  /// An example that agrees after all must not stay on the list.
  @Test(arguments: try Example.all().filter(\.isDifferent))
  func differsWhereItIsSaidTo(example: Example) {
    #expect(html(example.markdown) != example.html)
  }

  @Test func rendersTheDifferentExamplesAsRead() throws {
    let output = try Example.all().filter(\.isDifferent)
      .map { "@@@@ \($0.number)\n\($0.markdown)@@@@ HTML\n\(html($0.markdown))" }
      .joined()

    try expectGolden(output, at: testFolder.appending(path: "Specification/differences.txt"))
  }
}

/// One example, with the HTML as this renderer writes it where it is free to choose.
struct Example: CustomTestStringConvertible, Sendable {
  let number: Int
  let markdown: String
  let html: String

  var testDescription: String { "example \(number)" }

  var isDifferent: Bool { Self.differences.contains { $0.contains(number) } }

  private static let differences: [ClosedRange<Int>] = [
    // HTML is shown as text
    118...137, 139...160, 170...170, 288...289, 317...317, 327...327, 354...354, 484...486,
    500...500, 503...503, 532...532, 544...544, 632...636, 642...642, 644...644, 647...651,
    653...653, 663...664,
    // a task's box has a label
    279...280,
    // other schemes than the web's are no links
    604...604, 606...607, 609...609,
    // bare addresses are found by a later pass
    621...631,
  ]

  static func all() throws -> [Example] {
    let file = testFolder.appending(path: "Specification/gfm-0.29-examples.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("→", with: "\t")
    return text.split(separator: /(?m)^@@@@ (?=\d)/).dropFirst().map(Example.init)
  }

  private init(_ text: Substring) {
    let parts = text.split(separator: "@@@@ HTML\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    number = Int(lines[0].prefix { $0.isNumber }) ?? 0
    markdown = String(lines[1])
    let html = parts.count > 1 ? String(parts[1]) : ""
    self.html = (html.isEmpty || html.hasSuffix("\n") ? html : html + "\n")
      .replacing(/<t([hd]) align="(\w+)">/) { "<t\($0.output.1) class=\"align-\($0.output.2)\">" }
      .replacing(/<th( class="[\w-]+")?>/) { "<th\($0.output.1 ?? "") scope=\"col\">" }
  }
}

/// `text` as a page would show it, footnotes and all.
func html(_ text: String, _ change: (inout MarkupHTML) -> Void = { _ in }) -> String {
  let (tree, _) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")
  var html = MarkupHTML(tree)
  change(&html)
  var output: [UInt8] = []
  html.append(0, to: &output)
  html.appendFootnotes(to: &output)
  return String(decoding: output, as: UTF8.self)
}
