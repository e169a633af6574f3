package import Diagnostics

/// What one agreement says by itself, whatever the other agreements of the portal say.
package struct AgreementFindings: Sendable {
  package let terms: TermReading
  package let periods: [Period]
  package let blanks: [Blank]
  /// Faults of terms and of wording.
  package let diagnostics: [Diagnostic]

  package init(_ reading: AgreementReading, _ table: TokenTable) {
    terms = findTerms(in: reading, table)
    periods = findPeriods(in: reading, table)
    blanks = findBlanks(in: reading, table)
    diagnostics =
      checkTerms(terms, of: reading, table) + checkWording(of: reading, periods: periods, table)
  }
}
