import Agreements
import Diagnostics
import References
import TestSupport
import Testing

/// Slips that stand in agreements as they are signed: each is reported, once, where it stands.
struct DraftingDefectTests {
  struct Defect: CustomTestStringConvertible, Sendable {
    var name: String
    var codes: [Diagnostic.Code]
    var severity = Diagnostic.Severity.warning
    /// The places of the diagnostics are marked in reading order.
    var source: String
    var testDescription: String { name }
  }

  @Test(arguments: defects) func reportsTheDefect(defect: Defect) {
    let marked = MarkedSource(defect.source)
    let (agreement, reading) = readAgreement(marked.bytes, path: "content/agreements/dpa.md")
    let (_, understanding) = understandAgreements([agreement], sources: [{ marked.bytes }])
    let diagnostics = (reading + understanding).inReadingOrder()
    #expect(diagnostics.map(\.code) == defect.codes, "\(diagnostics.map(\.summary))")
    #expect(diagnostics.allSatisfy { $0.severity == defect.severity })
    let places = marked.positions.sorted { $0.key < $1.key }.map(\.value)
    #expect(diagnostics.map(\.range?.start) == places)
    #expect(diagnostics.allSatisfy { $0.help != nil })
  }

  static let header = "---\ntitle: Agreement\n---\n\n"

  static let defects = [
    Defect(
      name: "a number that leads to a section on something else", codes: [.doubtfulReference],
      source: header + """
        ## 1. Records

        Measures are described so that the customer can use its audit rights under ⟦1⟧section 3.

        ## 2. Audits

        The customer may audit the processor.

        ## 3. Breaches

        Breaches are reported.

        """),
    Defect(
      name: "titles that changed since they were cited",
      codes: [.titleMismatch, .titleMismatch, .titleMismatch],
      source: header + """
        ## 1. Scope

        Data is listed in **[Annex 1]** in section 2 '⟦1⟧Groups of affected people'. The measures of
        the Annex "⟦2⟧Organisational and technical measures" apply, and the companies of the Annex
        "⟦3⟧Subcontracting parties".

        # Annex 1: Processing

        ## 1. Type of data

        Names.

        ## 2. Groups of affected persons

        Users.

        # Annex 2: Technical-organisational measures

        Locks.

        # Annex 3: Sub-processors

        None.

        """),
    Defect(
      name: "a page where a sentence is meant", codes: [.malformedCitation],
      source: header + """
        ## 1. Security

        Measures follow ⟦1⟧Article 28, paragraph 3, page 2, letter c) and Article 32 GDPR.

        """),
    Defect(
      name: "an act that was replaced, beside the one that replaced it", codes: [.staleLaw],
      source: header + """
        ## 1. Transfers

        The requirements of ⟦1⟧sections 4b and 4c of the Federal Data Protection Act are met; an officer
        is appointed under section 38 of the Federal Data Protection Act (new version).

        """),
    Defect(
      name: "two controls of one name", codes: [.ambiguousTitle, .ambiguousTitle],
      source: header + """
        # Annex 1: Measures

        ## 1. Confidentiality

        | Control | Measure |
        |---|---|
        | Entry control | Doors are locked |
        |  | Visitors are met |
        | Access control | Passwords |
        |  | Lock screens |
        ⟦1⟧| Access control | Roles |
        |  | Reviews |

        ## 2. Integrity

        | Control | Measure |
        |---|---|
        ⟦2⟧| Entry control | Changes are logged |
        |  | Logs are kept |
        | Transfer control | Encryption |

        """),
    Defect(
      name: "a list of controls that the annex calls otherwise",
      codes: [.controlNameMismatch, .controlNameMismatch],
      source: header + """
        ## 1. Measures

        The measures comprise entry control, ⟦1⟧disclosure control, input control and order control.

        # Annex 1: Measures

        ## Entry control

        Doors.

        ## Transfer control

        Encryption.

        ## Input control

        Logs.

        ## Order control

        ⟦2⟧Job control means that work follows the order.

        """),
    Defect(
      name: "an enumeration without its beginning", codes: [.enumerationGap],
      source: header + """
        ## 1. Transfers

        Data may leave the EEA if the law allows it, i.e. the level is adequate; ⟦1⟧b) on the basis of
        clauses; or c) on the basis of binding rules.

        """),
    Defect(
      name: "a letter that comes twice", codes: [.numberingRepeat],
      source: header + """
        ## 1. Notices

        - a. first
        - b. second
          - a. one
          - b. two
        - c. third
        - ⟦1⟧c. fourth

        """),
    Defect(
      name: "other words for a defined party", codes: [.termDrift, .termDrift],
      source: header + """
        ## 1. Terms

        - a. "Controller" means who decides on the processing.
        - b. The Controller instructs. The ⟦1⟧customer may object; if the ⟦2⟧contracting authority does not
          object, the Controller agrees.

        """),
    Defect(
      name: "another word for a party that nothing defines",
      codes: [.termDrift, .termUndefined], severity: .note,
      source: header + "## 1. Duties\n\nStaff of the ⟦1⟧contractor is trained.\n\n"
        + "- The ⟦2⟧Processor shall help.\n- The Processor shall assist.\n"
        + String(
          repeating: "- Then the Processor shall answer, and the Processor shall ask.\n", count: 4)),
    Defect(
      name: "two names of one law", codes: [.termDrift],
      source: header + """
        ## 1. Liability

        Art. 28 GDPR and Art. 32 GDPR apply, and ⟦1⟧Art. 82 DSGVO.

        """),
    Defect(
      name: "a notice without a number", codes: [.undefinedPeriod],
      source: header + """
        ## 1. Sub-processors

        New sub-processors are announced within a ⟦1⟧reasonable period before they are used.

        """),
  ]
}
