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
