import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// `annex theme`, and `annex render` with a theme.
struct ThemeCommandTests {
  @Test func listsTheFilesAndWhichTheWorkspaceHas() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "templates/partials/footer.html")
    let lines = run("theme -w \(folder.path)", workbench: CompilerWorkbench()).output
      .split(separator: "\n")
    #expect(lines.contains("pages/start.html"))
    #expect(lines.contains { $0.hasPrefix("partials/footer.html  (") })
    #expect(lines == lines.sorted())
  }

  @Test func copiesWhatBuildsToTheSamePages() throws {
    let folder = try TemporaryFolder()
    let result = run(
      "theme partials/footer.html templates/words/en.yml -w \(folder.path)",
      workbench: CompilerWorkbench())
    #expect(result.exitCode == .success)
    let printed = run("theme --print partials/footer.html", workbench: CompilerWorkbench()).output
    #expect(!printed.isEmpty)
    let copy = URL(filePath: folder.path + "templates/partials/footer.html")
    #expect(try String(contentsOf: copy, encoding: .utf8) == printed)
    #expect(FileManager.default.fileExists(atPath: folder.path + "templates/words/en.yml"))
  }

  @Test func neverTouchesAFileThatIsThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "templates/base.html")
    let result = run(
      "theme partials/footer.html base.html -w \(folder.path)", workbench: CompilerWorkbench())
    #expect(result.exitCode == .cannotCreate)
    #expect(result.error.contains("templates/base.html' is there already"))
    let base = URL(filePath: folder.path + "templates/base.html")
    #expect(try String(contentsOf: base, encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "templates/partials"))
  }

  @Test func namesTheFileThatWasMeant() {
    let result = run("theme partials/foot.html", workbench: CompilerWorkbench())
    #expect(result.exitCode == .noInput)
    #expect(result.error.contains("replace 'partials/foot.html' with 'partials/footer.html'"))
  }

  @Test func rendersWithWordsAndMacrosOfTheShippedTheme() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{% from 'macros/text.html' import clauses %}{{ t('nav.start') }}: {{ '2026-03-01' | date }}",
      to: "theme/mine.html")
    try folder.write("nav.start: Beginn\n", to: "theme/words/de.yml")
    try folder.write("{}", to: "d.json")
    let line = "render mine.html --theme \(folder.path)theme --data \(folder.path)d.json"
    let result = run("\(line) --language de", workbench: CompilerWorkbench())
    #expect(result.error.isEmpty)
    #expect(result.output == "Beginn: 1. März 2026")
  }

  @Test func tellsAFaultInAFileOfWords() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "theme/mine.html")
    try folder.write("nav.start: [\n", to: "theme/words/de.yml")
    try folder.write("{}", to: "d.json")
    let line = "render mine.html --theme \(folder.path)theme --data \(folder.path)d.json"
    let result = run(line, workbench: CompilerWorkbench())
    #expect(result.exitCode == .contentErrors)
    #expect(result.error.contains("theme/words/de.yml:"))
  }
}
