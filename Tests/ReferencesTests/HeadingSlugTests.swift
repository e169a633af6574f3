import Agreements
import References
import Testing

/// Links to the addresses that editors make of headings.
struct HeadingSlugTests {
  static let source = """
    # Data agreement

    LINK

    ## 1. Scope

    None.

    ## 2. Duties of the *Parties*

    ### General

    None.

    ### General

    None.

    ### 2.1 Costs & fees

    None.

    ## § 9 Übermittlung – Löschung {#deletion}

    None.

    # Annex 1

    ## Measures

    None.
    """

  @Test(arguments: [
    ("1-scope", "1"), ("2-duties-of-the-parties", "2"), ("general", "2 / General"),
    ("general-1", "2 / General (2)"), ("21-costs--fees", "2.1"),
    ("-9-übermittlung--löschung", "§ 9"), ("-9-%C3%BCbermittlung--l%C3%B6schung", "§ 9"),
    ("9-übermittlung-löschung", "§ 9"), ("annex-1", "Annex 1"), ("measures", "Annex 1"),
    ("data-agreement", "all"), ("deletion", "§ 9"), ("2(1)", ""), ("general-2", ""),
  ])
  func leadToTheHeading(slug: String, expected: String) {
    let found = references(in: Self.source.replacing("LINK", with: "[x](<#\(slug)>)"))
    #expect(found == ["x -> \(expected)\(expected.isEmpty ? " (unresolved)" : "")"])
  }

  @Test func leadFromATableOfContents() {
    let contents = "- [1. Scope](#1-scope)\n- [2. Duties](#2-duties-of-the-parties)"
    let (_, diagnostics) = resolve(Self.source.replacing("LINK", with: contents))
    #expect(diagnostics.isEmpty)
  }
}
