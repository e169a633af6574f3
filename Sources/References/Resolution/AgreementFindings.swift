package import Diagnostics

/// What one agreement says by itself, whatever the other agreements of the portal say.
package struct AgreementFindings: Sendable {
  package let terms: TermReading
  package let periods: [Period]
  package let blanks: [Blank]
  /// Faults of terms and of wording.
  package let diagnostics: [Diagnostic]
  /// How long customers may object to a sub-processor; looked for where the portal promises a period
  /// itself.
  package let objections: [Period]
  /// Periods that differ from those of the portal.
  package let noticeFaults: [Diagnostic]

  /// `stated`: the periods that the portal promises; see ``StatedPeriod``.
  package init(_ reading: AgreementReading, stated: [StatedPeriod] = [], _ table: TokenTable) {
    terms = findTerms(in: reading, table)
    periods = findPeriods(in: reading, table)
    blanks = findBlanks(in: reading, table)
    diagnostics =
      checkTerms(terms, of: reading, table) + checkWording(of: reading, periods: periods, table)
    let notices = stated.isEmpty ? [] : findNotices(periods, of: reading, table)
    objections = notices.lazy.filter { $0.kind == .objection }.map(\.period)
    noticeFaults = checkNotices(notices, of: reading, stated: stated)
  }
}
