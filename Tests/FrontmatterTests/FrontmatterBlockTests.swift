import Diagnostics
import Frontmatter
import Testing

struct FrontmatterBlockTests {
  struct Case: Sendable {
    var file: String
    var yaml: String
    var body: String
    var bodyLine: Int
  }

  @Test(arguments: [
    Case(file: "---\na: 1\n---\n# Body\n", yaml: "a: 1\n", body: "# Body\n", bodyLine: 4),
    Case(file: "---\na: 1\n...\nBody", yaml: "a: 1\n", body: "Body", bodyLine: 4),
    Case(file: "---\n---\nBody", yaml: "", body: "Body", bodyLine: 3),
    Case(file: "--- \t\na: 1\n---  \nBody", yaml: "a: 1\n", body: "Body", bodyLine: 4),
    Case(file: "---\r\na: 1\r\n---\r\nBody", yaml: "a: 1\r\n", body: "Body", bodyLine: 4),
    Case(file: "---\ra: 1\r---\rBody", yaml: "a: 1\r", body: "Body", bodyLine: 4),
    Case(file: "\u{FEFF}---\na: 1\n---\nBody", yaml: "a: 1\n", body: "Body", bodyLine: 4),
    Case(file: "---\na: 1\n---", yaml: "a: 1\n", body: "", bodyLine: 4),
    Case(
      file: "---\na: |\n  ---\n----\n---\nBody", yaml: "a: |\n  ---\n----\n", body: "Body",
      bodyLine: 6),
  ])
  func separatesTheYAMLFromTheMarkdown(sample: Case) throws {
    let file = Array(sample.file.utf8)

    let block = try #require(findFrontmatter(in: file))

    #expect(String(decoding: file[block.yaml], as: UTF8.self) == sample.yaml)
    #expect(String(decoding: file[block.bodyStart...], as: UTF8.self) == sample.body)
    #expect(block.bodyLine == sample.bodyLine)
    #expect(block.firstLine == 2)
    #expect(block.isClosed)
  }

  @Test(arguments: [
    "", "-", "--", "----\na: 1\n---\n", "# Title\n---\n", "\n---\na: 1\n---\n", "--- a\n---\n",
    " ---\n---\n",
  ])
  func findsNoneInOtherFiles(file: String) {
    #expect(findFrontmatter(in: Array(file.utf8)) == nil)
    #expect(readFrontmatter(of: Array(file.utf8), path: "a.md").diagnostics == [])
  }

  @Test(arguments: [
    ("\n---\ntitle: a\n---\n", 2, 1, 3, true), (" ---\ntitle: a\n---\n", 1, 2, 3, false),
    ("----\ntitle: a\n----\n", 1, 1, 4, false), ("<!-- x -->\r\n---\r\na: b\r\n", 2, 1, 3, true),
    ("", 1, 1, 0, false), ("---\n---\n", 1, 1, 0, false),
    ("# Title\n\n\n\n\n\n\n\n\n\n---\n", 1, 1, 0, false),
  ])
  func pointsAtDashesThatStandTooLate(
    file: String, line: Int, column: Int, length: Int, isBelow: Bool
  ) {
    let fault = Diagnostic.missingFrontmatter(of: "control", in: Array(file.utf8), path: "a.md")

    #expect(
      fault.range
        == (length == 0
          ? SourceRange(path: "a.md", line: line, column: column)
          : SourceRange(path: "a.md", line: line, column: column, length: length)))
    #expect(fault.help?.hasPrefix("remove") == isBelow)
  }

  @Test(arguments: ["---", "---\n", "---\ntitle: a\n\n# Body\n", "---\na: b\n ---\n"])
  func reportsABlockWithoutAnEnd(file: String) throws {
    let (block, root, diagnostics) = readFrontmatter(of: Array(file.utf8), path: "a.md")

    #expect(codes(diagnostics) == ["frontmatter-unclosed"])
    #expect(diagnostics.first?.range == SourceRange(path: "a.md", line: 1, column: 1, length: 3))
    #expect(block?.isClosed == false)
    #expect(block?.bodyStart == file.utf8.count)
    #expect(root == nil)
  }

  @Test func readsLinesThatEndInCarriageReturns() {
    let (_, root, diagnostics) = readFrontmatter(
      of: Array("---\rtitle: Terms\rtitle: Again\r---\r## 1. A\r".utf8), path: "a.md")

    #expect(described(root) == "{title: 'Terms'}")
    #expect(diagnostics.map(\.range) == [SourceRange(path: "a.md", line: 3, column: 1, length: 5)])
  }

  @Test func readsTheYAMLWithThePlacesOfTheFile() {
    let (_, root, diagnostics) = readFrontmatter(
      of: Array("---\ntitle: Terms\ntitle: Again\n---\n".utf8), path: "a.md")

    #expect(described(root) == "{title: 'Terms'}")
    #expect(diagnostics.map(\.range) == [SourceRange(path: "a.md", line: 3, column: 1, length: 5)])
  }
}

/// Texts that nobody wrote for Annex.
struct OptionalFrontmatterTests {
  @Test(arguments: [
    ("---\ntitle: a\n\n# Body\n", 1), ("---\n\n# Body\n", 0), ("---\nNote: all of it.\n", 0),
    ("---\nSome words\n", 0),
  ])
  func isMissedWhereAKeyBegins(file: String, count: Int) {
    let found = readFrontmatter(of: Array(file.utf8), path: "a.md", isOptional: true).diagnostics
    #expect(found.map(\.code) == Array(repeating: .frontmatterUnclosed, count: count))
  }
}
