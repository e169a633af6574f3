import Deadlines
import Testing

@testable import AnnexCLI

struct DiffCommandTests {
  private func settings(_ arguments: String...) -> DiffSettings? {
    let workbench = StandInWorkbench()
    _ = runAnnex(arguments: ["diff"] + arguments, host: StandInHost(), workbench: workbench)
    return workbench.requests.diff
  }

  @Test func takesVersionsAndPathsApart() {
    #expect(settings()?.from == nil)
    #expect(settings("a", "b")?.to == "b")
    let narrowed = settings("v1", "HEAD", "--", "agreements/dpa", "--stat")
    #expect(narrowed?.paths == ["agreements/dpa", "--stat"])
    #expect(narrowed?.isStatistics == false)
    #expect(settings("--", "a", "b", "c")?.from == nil)
    #expect(settings("--", "a", "b", "c")?.paths == ["a", "b", "c"])
  }

  @Test(arguments: [
    ("v1..v2", ["v1", "v2"]), ("a...b", ["a...b"]), ("../a", ["../a"]), ("a/../b", ["a/../b"]),
    ("1.0..2.0", ["1.0", "2.0"]), ("..b", ["..b"]), ("a..", ["a.."]),
  ])
  func takesARangeForTwoVersions(operand: String, versions: [String]) {
    let settings = settings(operand)

    #expect([settings?.from, settings?.to].compactMap(\.self) == versions)
  }

  @Test func knowsItsOwnFormats() {
    #expect(settings("a", "b", "--format", "markdown")?.format == .markdown)
    #expect(settings("a", "b", "--format=json")?.format == .json)
    #expect(settings("a", "b", "--language", "de")?.language == .german)
  }

  @Test func tellsDifferencesByItsStatus() {
    for (text, code) in [("", ExitCode.success), ("x", .contentErrors)] {
      let result = runAnnex(
        arguments: ["diff", "a", "b"], host: StandInHost(),
        workbench: StandInWorkbench(text: text))
      #expect(result == code)
    }
  }

  @Test(arguments: [
    ("agreements/dpa", "agreements/dpa.md", true), ("agreements", "agreements/dpa.md", true),
    ("./agreements/", "agreements/dpa.md", true), (".", "a.md", true),
    ("agreements/d", "agreements/dpa.md", false), ("dpa.md", "agreements/dpa.md", false),
    ("a.md", "a.md", true), ("a", "a.mdx", false),
  ])
  func matchesPaths(path: String, name: String, isIncluded: Bool) {
    var filter = PathFilter([path])

    #expect(filter.includes(name) == isIncluded)
    #expect((filter.firstUnused == nil) == isIncluded)
  }

  @Test func wrapsStyledWords() {
    var wrapper = LineWrapper(width: 20)
    wrapper.begin(indent: "  ")
    wrapper.add("one two three")
    wrapper.add(" ")
    wrapper.add("four five six", style: "31")
    wrapper.endLine()
    wrapper.add("seven")
    wrapper.endLine()

    #expect(
      String(decoding: wrapper.bytes, as: UTF8.self) == """
          one two three \u{1B}[31mfour\u{1B}[0m
          \u{1B}[31mfive six\u{1B}[0m
          seven

        """)
  }
}
