import Agreements
import Registers
import TestSupport
import Testing

@testable import Portal

struct FindMentionsTests {
  private func companies(_ names: [String]) -> [SubProcessor] {
    names.enumerated().compactMap { index, name in
      readSubProcessor(
        from: Array("---\nname: \(name)\naddress: {country: DE}\n---\n".utf8),
        path: "content/sub-processors/c\(index).md"
      ).record
    }
  }

  private func agreement(_ text: String) -> Agreement {
    readAgreement(Array(text.utf8), path: "dpa.md", isLone: true).agreement
  }

  /// The names that are found, each once, in the order of the register.
  private func found(_ names: [String], in text: String) -> [String] {
    let found = findMentions(of: companies(names), in: [agreement(text)], workers: 1)
    return found.keys.sorted().map { names[$0] }
  }

  private let names = [
    "Data Company GmbH", "Data Company North GmbH", "Data Company North East GmbH", "Data GmbH",
  ]

  @Test(arguments: [
    ("Data Company North East GmbH hosts.", ["Data Company North East GmbH"]),
    ("The Data Company North West hosts.", ["Data Company North GmbH"]),
    ("Data Company, Data Company North.", ["Data Company GmbH", "Data Company North GmbH"]),
    ("Data Data Company.", ["Data Company GmbH"]),
    ("Data GmbH and Data", ["Data GmbH"]),
    ("Company North East", []), ("Metadata Companys", []),
  ])
  func takesTheLongestNameThatStandsThere(text: String, expected: [String]) {
    #expect(found(names, in: "## 1. Hosting\n\n\(text)\n") == expected)
  }

  @Test func growsWithTheTextWhateverNamesShare() {
    let many = companies((0..<400).map { "Data Company \($0) GmbH" })
    expectLinear(
      from: 4000,
      on: { size in
        (many, agreement("## 1. A\n\n" + String(repeating: "Data Company ", count: size)))
      },
      { input in _ = findMentions(of: input.0, in: [input.1], workers: 1) })
    let growing = agreement("## 1. A\n\n" + String(repeating: "Data Company ", count: 2000))
    expectLinear(
      from: 500, on: { size in companies((0..<size).map { "Data Company \($0) GmbH" }) },
      { companies in _ = findMentions(of: companies, in: [growing], workers: 1) })
  }

  /// A name that nobody could repeat doesn't make each place of a text as long to read.
  @Test func passesOverNamesThatAreTexts() {
    let long = companies([String(repeating: "data ", count: 3000) + "GmbH"])
    let text = agreement("## 1. A\n\n" + String(repeating: "data ", count: 6000))
    #expect(findMentions(of: long, in: [text], workers: 1).isEmpty)
  }
}
