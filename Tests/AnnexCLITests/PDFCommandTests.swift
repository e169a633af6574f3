import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// `annex pdf` with a script in the place of WeasyPrint, which copies the page that it is given.
struct PDFCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let settings = "title: Portal\nlanguages: [en, de]\nprocessor: {name: Processor GmbH}\n"
    try folder.write(settings, to: "content/portal.yml")
    for id in ["dpa", "toms"] {
      try folder.write(
        "---\ntitle: Agreement \(id)\nversion: \"3\"\n---\n## 1. One\n\n- (1) A.\n",
        to: "content/agreements/\(id).md")
    }
    try program(
      "for last; do :; done; cp \"$4\" \"$last\"; echo \"$SOURCE_DATE_EPOCH\" >> \"$last\"")
  }

  private func program(_ script: String) throws {
    try folder.write("#!/bin/sh\n\(script)\n", to: "program")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "program")
  }

  private func pdf(_ arguments: String..., program: String? = nil) -> RunResult {
    let host = StandInHost(environment: ["WEASYPRINT": program ?? folder.path + "program"])
    let code = runAnnex(
      arguments: ["pdf"] + arguments + ["-w", folder.path, "-o", folder.path + "PDF"], host: host,
      workbench: CompilerWorkbench())
    return RunResult(exitCode: code, output: host.output, error: host.error)
  }

  private var written: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "PDF")
    return (names ?? []).sorted()
  }

  @Test func makesAFileOfEachAgreement() throws {
    let result = pdf()

    #expect(result.exitCode == .success, "\(result.error)")
    #expect(written == ["dpa.pdf", "toms.pdf"])
    #expect(
      result.output == written.map { "\(folder.path)PDF/\($0)\n" }.joined())
    let page = try folder.read("PDF/dpa.pdf")
    #expect(page.contains("<link rel=\"stylesheet\" href=\"../../annex-paper-0.css\"></head>"))
    let version =
      #/<p class="paper-version"[^>]*>Version 3 · Digest of the source file \(SHA-256\) [0-9a-f]{64}</#
    #expect(page.contains(version))
    // 2026-03-01, the day of the portal.
    #expect(page.hasSuffix("1772323200\n"))
  }

  @Test func makesWhatIsNamedOnly() {
    #expect(pdf("agreement", "toms").exitCode == .success)
    #expect(written == ["toms.pdf"])
  }

  @Test func namesWhatIsThereWhereAPageIsNot() {
    let result = pdf("agreement", "tom")
    #expect(result.exitCode == .noInput)
    #expect(result.error.contains("the portal has no agreement 'tom'"))
    #expect(result.error.contains("write one of 'dpa', 'toms'"))
    #expect(written == [])
    #expect(pdf("comparison", "dpa", "1", "2").exitCode == .noInput)
    #expect(pdf("book").exitCode == .wrongUsage)
  }

  @Test func saysHowToInstallWhatIsMissing() {
    let result = pdf(program: folder.path + "nothing")
    #expect(result.exitCode == .unavailable)
    #expect(result.error.contains("is not installed"))
    #expect(result.error.contains("pip install weasyprint"))
    #expect(written == [])
  }

  @Test func leavesNothingWhereTheProgramFails() throws {
    try program("exit 3")
    let result = pdf("agreement", "dpa")
    #expect(result.exitCode == .unavailable)
    #expect(result.error.contains("dpa.pdf' of 'agreements/dpa/index.html'"))
    #expect(written == [])
  }

  @Test func makesNothingOfContentWithErrors() throws {
    try folder.write("no frontmatter: [", to: "content/portal.yml")
    let result = pdf()
    #expect(result.exitCode == .contentErrors)
    #expect(result.error.contains("no PDF was made"))
    #expect(written == [])
  }
}
