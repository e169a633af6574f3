import Foundation
import TestSupport
import Testing

/// How the program ends where it is asked for what can't be done.
@Suite(.enabled(if: Program.url != nil, "the program is not built"))
struct WholeProgramEndingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func printsNoDifferencesOfATextThatItCouldNotRead() throws {
    try folder.write("## 1. A\n", to: "old.md")
    try folder.write(Data([0xFF]), to: "new.md")
    let result = try Program.run(["diff", "old.md", "new.md"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("[invalid-encoding]"))
  }

  @Test(arguments: ["build", "check"])
  func saysThatTheWorkspaceIsNotThere(command: String) throws {
    let result = try Program.run([command, "-w", "nosuch"], in: folder.url)
    #expect(result.status == 66)
    #expect(result.error.contains("folder 'nosuch' can't be read"))
    #expect(result.error.contains("= help: "))
  }

  @Test(arguments: ["templates", "content", "./templates/"])
  func publishesIntoNoFolderOfSourcesThatIsYetToCome(output: String) throws {
    try folder.write("title: T\nprocessor: {name: P}\n", to: "content/portal.yml")
    let result = try Program.run(["build", "-o", output], in: folder.url)
    #expect(result.status == 73)
    #expect(result.error.contains("[misplaced-output]"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "templates"))
  }

  @Test func saysThatTheOutputCannotBeWritten() throws {
    try folder.write("title: T\nprocessor: {name: P}\n", to: "content/portal.yml")
    let result = try Program.run(["build", "-o", "/proc/annex/x"], in: folder.url)
    #expect(result.status == 73)
    #expect(result.error.contains("[unwritable-output]"))
    try folder.write("---\ntitle: [\n---\n", to: "content/agreements/a.md")
    #expect(try Program.run(["build", "-o", "/proc/annex/x"], in: folder.url).status == 1)
  }

  @Test func saysOnceWhereAWorkspaceCannotBegin() throws {
    let result = try Program.run(["init", "/proc/annex"], in: folder.url)
    #expect(result.status == 73)
    #expect(result.error.hasPrefix("annex: error: '/proc/annex' can't be created: "))
  }

  @Test func boundsWhatItTellsOfOneKindInOneFile() throws {
    func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    try folder.write("## 1. A\n\n\(times("(1) a\n\n", 3000))", to: "a.md")
    try folder.write("## Law\n\n\(times("See §§ 1, 2.\n\n", 400))", to: "b.md")
    let warnings = try Program.run(["outline", "a.md"], in: folder.url)
    #expect(warnings.status == 0)
    #expect(warnings.error.matches(of: /\[numbering-repeat\]/).count == 20)
    #expect(warnings.error.contains("note: the file has 2979 more of these"))
    let errors = try Program.run(["outline", "b.md"], in: folder.url)
    #expect(errors.status == 1)
    #expect(errors.error.matches(of: /\[unknown-reference\]/).count == 100)
    #expect(errors.error.contains("more of these"))
  }

  /// Keys of other programs are no errors of a file that lies anywhere.
  @Test func outlinesAFileWithTheFrontmatterOfAnotherProgram() throws {
    let source = "---\nlayout: page\nslug: dpa\naliases: [/old]\n---\n\n## 1. Scope\n\nx\n"
    try folder.write(source, to: "page.md")
    let result = try Program.run(["outline", "page.md"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("1  Scope"))
    #expect(
      result.error.contains("warning: keys 'layout', 'slug', 'aliases' are of a generator of sites")
    )
    #expect(!result.error.contains("error:"))

    try folder.write("title: T\nprocessor: {name: P}\n", to: "content/portal.yml")
    try folder.write(source, to: "content/agreements/page.md")
    let check = try Program.run(["check"], in: folder.url)
    #expect(check.status == 1)
    #expect(
      check.error.contains("warning: keys 'layout', 'slug', 'aliases' are of a generator of sites"))
    #expect(check.error.contains("error: 'title' is missing from the agreement"))
  }

  @Test func keepsErrorsOfAFrontmatterThatIsItsOwn() throws {
    try folder.write("---\ntitle: A\nkind: page\n---\n\n## 1. Scope\n\nx\n", to: "a.md")
    #expect(try Program.run(["outline", "a.md"], in: folder.url).status == 1)
  }

  @Test func outlinesTheOtherNamesOfCompanies() throws {
    let table = "| Name | Purpose |\n|---|---|\n| Google (Gemini) | LLM |\n"
    try folder.write("---\ntitle: A\nadopt:\n  sub-processors: true\n---\n\n\(table)", to: "a.md")
    let result = try Program.run(["outline", "a.md", "--format", "json"], in: folder.url)
    #expect(result.output.contains(#""name":"Google","aliases":["Gemini"]"#))
  }
}
