import Diagnostics
import References
import Testing

/// What is reported of references and citations, and what is not.
struct ReferenceDiagnosticTests {
  private func summaries(_ markdown: String) -> [String] {
    resolve(markdown).diagnostics.map { "\($0.severity.name): \($0.summary) [\($0.code.rawValue)]" }
  }

  @Test func reportsAReferenceThatLeadsNowhere() throws {
    let (_, diagnostics) = resolve(
      "## 1. One\n\nSee section 4 and section 2(3).\n\n## 2. Two\n\n- (1) a\n- (2) b\n")
    #expect(diagnostics.map(\.code) == [.unknownReference, .unknownReference])
    #expect(diagnostics.allSatisfy { $0.severity == .error })
    #expect(diagnostics[0].summary == "'section 4' leads nowhere; this agreement has no such place")
    #expect(diagnostics[0].help == "use one of the sections '1', '2'")
    #expect(diagnostics[1].summary == "'section 2(3)' leads nowhere; '2' has no '(3)'")
    #expect(diagnostics[1].help == "replace '(3)' with '(1)'")
    #expect(diagnostics[0].range?.start.line == 3)
  }

  @Test(arguments: [
    (
      "See Annex 1.",
      "head the annex with '# Annex 1: ...', or write 'part-of: dpa' and 'exhibit: Annex 1' in the "
        + "document that it is"
    ),
    (
      "See section 4.",
      "head the section with '## 1. ...', or name the document that it belongs to"
    ),
  ])
  func saysWhatToDoWhereThereIsNothingToCite(text: String, help: String) {
    let diagnostics = resolve("## Preamble\n\n\(text)\n").diagnostics
    #expect(diagnostics.map(\.code) == [.unknownReference])
    #expect(diagnostics.map(\.help) == [help])
  }

  @Test func takesABoldParagraphForNoReference() {
    #expect(summaries("## 1. One\n\nText.\n\n**ANNEX 1**\n\n**Section 3 Audits**\n") == [])
    #expect(summaries("## 1. One\n\n**Text** of ANNEX 1.\n").count == 1)
  }

  @Test func reportsAReferenceThatFitsSeveralPlaces() {
    let (resolved, diagnostics) = resolve(
      "## 1. One\n\nSee Annex 1 lit. a.\n\n# Annex 1: Two\n\n## Doors\n\n- a. x\n- b. y\n\n"
        + "## Keys\n\n- a. z\n- b. w\n")
    #expect(diagnostics.map(\.code) == [.ambiguousReference])
    #expect(
      diagnostics.first?.summary
        == "'Annex 1 lit. a' fits 2 places; 'Annex 1 / Doors / a' was taken")
    #expect(
      diagnostics.first?.notes.map(\.summary) == [
        "'Annex 1 / Doors / a' is a candidate", "'Annex 1 / Keys / a' is a candidate",
      ])
    #expect(resolved.references.first?.status == .ambiguous)
  }

  @Test func reportsATitleThatIsNotThatOfTheNumber() {
    let annexes =
      "\n# Annex 1: Subject of the processing\n\nx\n\n# Annex 2: Security measures\n\ny\n"
    #expect(
      summaries("## 1. One\n\nSee Annex 1 'Purpose of the processing'.\n" + annexes) == [
        "warning: 'Purpose of the processing' is not the title of 'Annex 1', which is "
          + "'Subject of the processing' [title-mismatch]"
      ])
    // The number is wrong rather than the title.
    let (_, diagnostics) = resolve("## 1. One\n\nSee Annex 1 'Security measures'.\n" + annexes)
    #expect(
      diagnostics.first?.help == "cite 'Annex 2', or write 'Subject of the processing'")
    #expect(summaries("## 1. One\n\nSee Annex 2 (as amended from time to time).\n" + annexes) == [])
    #expect(summaries("## 1. One\n\nSee Annex 2 “Security Measures”.\n" + annexes) == [])
  }

  @Test func takesTheNearestTitleAndShowsBoth() {
    let (resolved, diagnostics) = resolve(
      "## 1. One\n\nSee Annex \"Subcontracting relationships\".\n\n# Annex 1: Subject\n\nx\n\n"
        + "# Annex 2: Sub-processors\n\ny\n")
    #expect(diagnostics.map(\.code) == [.titleMismatch])
    #expect(
      diagnostics.first?.help
        == "replace 'Subcontracting relationships' with 'Sub-processors'")
    #expect(resolved.references.first?.status == .approximate)
    #expect(
      summaries("## 1. One\n\nSee Annex \"Prices\".\n\n# Annex 1: Subject\n\nx\n") == [
        "error: 'Prices' is the title of no annex of this agreement [unknown-reference]"
      ])
  }

  @Test(arguments: [
    (
      "tom#2.1", "unknown-reference", "'tom' is no agreement of the portal",
      "replace 'tom' with 'toms'"
    ),
    (
      "other.md", "unknown-reference", "'other.md' is no agreement of the portal",
      "link to the id of an agreement, or to a whole address, such as 'https://example.com'"
    ),
    (
      "../sub-processors/host.md", "unknown-reference",
      "'../sub-processors/host.md' is no agreement of the portal",
      "name it in words, or link to the whole address of its page; links lead to agreements only"
    ),
    (
      "/abs", "unsafe-link",
      "destination '/abs' is incomplete; where it leads depends on the place of the portal",
      "write the whole address, such as 'https://example.com/abs'"
    ),
    (
      "//evil.example/x", "unsafe-link",
      "destination '//evil.example/x' is incomplete; where it leads depends on the place of the portal",
      "write 'https://evil.example/x'"
    ),
    (
      "toms#9", "unknown-reference", "'9' is no place of agreement 'toms'",
      "link to a label, such as '#audits', or to a legal path, such as '#7(2)'"
    ),
  ])
  func reportsALinkThatLeadsNowhere(
    destination: String, code: String, summary: String, help: String
  ) {
    let diagnostics = linked(to: destination).diagnostics
    #expect(diagnostics.map(\.code.rawValue) == [code])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.map(\.summary) == [summary])
    #expect(diagnostics.map(\.help) == [help])
    #expect(diagnostics.map { $0.range?.start.line } == [3])
  }

  @Test(arguments: [
    ("toms", "1:-1"), ("toms#2.1", "1:1"), ("../agreements/toms.md#2.1", "1:1"), ("#1", "0:0"),
    ("1", "0:0"), ("https://example.com/x", ""), ("mailto:a@example.com", ""), ("plan.pdf", ""),
  ])
  func followsALinkThatLeadsSomewhere(destination: String, target: String) {
    let (agreements, diagnostics) = linked(to: destination)
    #expect(diagnostics == [])
    let targets = agreements[0].references.flatMap(\.parts).flatMap(\.targets)
    #expect(
      targets.map { "\($0.agreement):\($0.provision)" } == (target.isEmpty ? [] : [target]))
  }

  private func linked(
    to destination: String
  ) -> (agreements: [ResolvedAgreement], diagnostics: [Diagnostic]) {
    resolveReferences(
      in: readAll([
        ("dpa", "## 1. One\n\nSee [there](\(destination)).\n"),
        ("toms", "## 2. Two\n\n### 2.1 Doors\n\nLocked.\n"),
      ]))
  }

  @Test(arguments: [
    ("Art. 28 para. 3, page 2, letter c) GDPR", "malformed-citation"),
    ("sections 4b and 4c of the German Federal Data Protection Act", "stale-law"),
    ("the Privacy Shield", "stale-law"),
    ("§ 25 TTDSG", "stale-law"),
    ("Article 101 GDPR", "unknown-law-provision"),
    ("Art. 28(12) GDPR", "unknown-law-provision"),
    ("Article 29 (2) GDPR", "unknown-law-provision"),
    ("Article 12", "citation-without-law"),
  ])
  func reportsACitationThatCantStand(citation: String, code: String) {
    let (_, diagnostics) = resolve("## 1 Law\n\nIt rests on \(citation).\n")
    #expect(diagnostics.map(\.code.rawValue) == [code])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func tellsSinceWhenALawIsOfThePast() {
    #expect(
      summaries("## 1 Law\n\nSee §§ 4b und 4c BDSG and § 25 TTDSG.\n") == [
        "warning: '§§ 4b und 4c BDSG' cites a law of the past: BDSG (old version) was repealed on 2018-05-25 "
          + "[stale-law]",
        "warning: '§ 25 TTDSG' cites a law of the past: TTDSG has been called TDDDG since 2024-05-14 "
          + "[stale-law]",
      ])
  }

  @Test func leavesOtherDocumentsAlone() {
    #expect(
      summaries(
        "## 1 Scope\n\nSection 12 of the Main Services Agreement, clause 9 of the MSA, § 7 der AGB, "
          + "section 8 of its Terms, and § 5 des Rahmenvertrags apply.\n") == [])
  }
}
