import Agreements
import Diagnostics
import TestSupport
import Testing

@testable import Portal

/// One mistake is told once, where it is, and not again by all that follows from it.
struct ConsequenceTests {
  /// The codes of what is found in a small portal that one file is written into, with the first
  /// lines of their paths.
  private func codes(_ files: [String: String], settings: String = "") throws -> [String] {
    let fixture = try PortalFixture(settings: settings)
    for (path, text) in files { try fixture.temporary.write(text, to: path) }
    return fixture.build().diagnostics.map { "\($0.code.rawValue) \($0.range?.path ?? "")" }
  }

  private static let clause = "## 1. Notice\n\n- (1) Within {{ notice.objection }} days.\n"

  @Test(arguments: [
    ("notice: {objection: ten days}\n", "malformed-value"),
    ("notice: {objections: 10 days}\n", "unknown-key"),
    ("notise: {objection: 10 days}\n", "unknown-key"),
    ("notice: 10 days\n", "wrong-type"),
  ])
  func leavesOutVariablesOfASettingThatWasMisread(settings: String, code: String) throws {
    let found = try codes(
      ["content/agreements/a.md": "---\ntitle: A\n---\n\(Self.clause)"], settings: settings)
    #expect(found == ["\(code) content/portal.yml"])
  }

  @Test func saysWhereASettingIsToBeWritten() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("a", Self.clause)
    let diagnostics = fixture.build().diagnostics
    #expect(diagnostics.map(\.code) == [.unknownVariable])
    #expect(diagnostics.first?.help == "write 'objection' below 'notice' in content/portal.yml")
  }

  @Test(arguments: ["---\ntitle: 'A\n---\n", "---\ntitle: A: B\n---\n", "---\ntitle: A\n\n"])
  func comparesNothingWithAFileThatCannotBeRead(head: String) throws {
    let text = "## 1. One\n\n- (1) The Processor acts.\n\n## 2. Two\n\n- (1) The Processor rests.\n"
    let found = try codes([
      "content/agreements/a.md": head + text,
      "content/agreements/b.md": "---\ntitle: B\nlanguage: de\ntranslation-of: a\n---\n\(text)",
    ])
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasSuffix("a.md") })
  }

  @Test func looksForNoAgreementWhoseFileStatesTheIDOfAnother() throws {
    let found = try codes([
      "content/agreements/dpa.md": "---\ntitle: A\n---\n## 1. One\n\nSee [the annex](toms).\n",
      "content/agreements/toms.md":
        "---\nid: dpa\ntitle: B\npart-of: dpa\n---\n## 1. One\n\nText.\n",
      "content/agreements/toms-de.md":
        "---\ntitle: C\nlanguage: de\ntranslation-of: toms\n---\n## 1. Eins\n\nText.\n",
    ])
    #expect(found == ["duplicate-agreement content/agreements/toms.md"])
  }

  @Test func saysThatAnAgreementIsNotForThePublic() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", "## 1. One\n\nSee [the annex](toms).\n")
    try fixture.agreement("toms", "## 1. One\n\nText.\n", keys: "audience: customer\n")
    let summaries = fixture.build().diagnostics.map(\.summary)
    #expect(
      summaries == [
        "agreement 'toms' has no page, as its audience is 'customer', not the public"
      ])
  }

  @Test func missesNoCompanyOfAFolderWithAnotherName() throws {
    let found = try codes(
      [
        "content/subprocessors/host.md": "---\nname: Host\n---\n",
        "content/measures/doors.md":
          """
        ---
        control: bdsg9.1
        measures: [{id: d, text: Doors, scopes: {site: {state: delegated, to: host}}}]
        ---

        """,
      ], settings: "sites: [{id: site}]\n")
    #expect(found == ["unexpected-file content/subprocessors"])
  }

  @Test(arguments: [
    ("part-of: b\n", "part-of: a\n", "malformed-value"),
    ("translation-of: b\n", "translation-of: a\n", "malformed-value"),
    ("binding-language: fr\n", "translation-of: a\n", "unknown-value"),
  ])
  func reportsWhatContradictsItself(first: String, second: String, code: String) throws {
    let fixture = try PortalFixture()
    try fixture.agreement("a", "## 1. One\n\nText.\n", keys: first)
    try fixture.agreement("b", "## 1. One\n\nText.\n", language: "de", keys: second)
    #expect(fixture.build().diagnostics.map(\.code.rawValue) == [code])
  }

  @Test func takesABindingLanguageOfATextThatIsKeptElsewhere() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("a", "## 1. One\n\nText.\n", keys: "binding-language: de\n")
    #expect(fixture.build().diagnostics.map(\.summary) == [])
  }

  @Test func takesABindingLanguageOfATranslation() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("a", "## 1. One\n\nText.\n", keys: "binding-language: de\n")
    try fixture.agreement(
      "b", "## 1. Eins\n\nText.\n", language: "de-AT",
      keys: "binding-language: de\ntranslation-of: a\n")
    #expect(fixture.build().diagnostics.map(\.summary) == [])
  }

  @Test func reportsAnAgreementWithoutText() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("a", "\n")
    #expect(fixture.build().diagnostics.map(\.code) == [.emptyAgreement])
  }

  @Test(arguments: [
    ("{en: Mail, dee: Versand}", "replace 'dee' with 'de'"),
    ("{fr: Courrier}", "write the text in 'en', or add 'fr' to 'languages' in portal.yml"),
    ("{en: Mail, de: Versand, fr: Courrier}", nil), ("{en: Mail}", nil), ("Mail", nil),
  ])
  func reportsATextInALanguageThatNobodyIsShown(prose: String, help: String?) throws {
    let fixture = try PortalFixture()
    try fixture.company(
      "mail",
      "engagements: [{service: \(prose), locations: [{country: DE}], effective: 2026-01-01}]")
    #expect(fixture.build().diagnostics.map(\.help) == (help.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("pages/strat.html", "rename it to 'pages/start.html'"),
    (
      "pages/imprint.html",
      "let another template include it, or remove it; a page of one's own can't be added"
    ), ("partials/own.html", nil), ("partials/footer.html", nil),
  ])
  func reportsATemplateThatNoPageIsMadeWith(name: String, help: String?) throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write("<p>Text</p>\n", to: "templates/\(name)")
    #expect(fixture.build().diagnostics.map(\.help) == (help.map { [$0] } ?? []))
  }

  @Test func takesOneWordFromTheWorkspaceAndTheRestFromTheTheme() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write("site.not-stated: unsaid\n", to: "templates/words/en.yml")
    try fixture.agreement("a", "## 1. One\n\nText.\n")
    #expect(fixture.build().diagnostics.map(\.summary) == [])
    #expect(try fixture.page("agreements/a/index.html").contains("unsaid"))
  }

  @Test func reportsAWordThatNoTemplateSays() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "site.not-statd: unsaid\nmy.own: mine\n", to: "templates/words/en.yml")
    let helps = fixture.build().diagnostics.map(\.help)
    #expect(
      helps == [
        "replace 'site.not-statd' with 'site.not-stated'",
        "remove it; 'annex theme --print words/en.yml' shows the words that there are",
      ])
  }

  @Test func tellsAFaultOfATemplateOnceForAllKindsOfPages() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "{{ t(\"site.imprint\") }}\n", to: "templates/partials/footer.html")
    let summaries = fixture.build().diagnostics.map(\.summary)
    #expect(summaries.count == 2)
    #expect(Set(summaries).count == 2)
  }
}
