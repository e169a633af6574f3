package import Diagnostics

/// The resolve pass for the text of all agreements of a portal: references and citations with what
/// they lead to, terms, periods, blanks, and the coverage of Art. 28 GDPR.
///
/// Pure, and the same in every process. ``AgreementReading`` can be made side by side before; this
/// looks from one agreement at the others.
///
/// - Returns: what was understood, in the order of `readings`, and all that is wrong.
/// - Complexity: O(bytes of the texts + references × depth).
package func understandAgreements(
  _ readings: [AgreementReading]
) -> (agreements: [UnderstoodAgreement], diagnostics: [Diagnostic]) {
  let (resolved, faults) = resolveReferences(in: readings)
  let suggested = readings.indices.map {
    suggestCoverage(in: readings[$0], resolved[$0], number: $0)
  }
  let (coverage, unknown) = assessCoverage(of: readings, resolved, suggested: suggested)
  var diagnostics = faults + unknown
  var agreements: [UnderstoodAgreement] = []
  for (number, reading) in readings.enumerated() {
    var understood = UnderstoodAgreement()
    understood.resolved = resolved[number]
    let findings = AgreementFindings(reading, reading.tokenTable())
    understood.terms = findings.terms
    understood.periods = findings.periods
    understood.blanks = findings.blanks
    understood.coverage = coverage[number]
    diagnostics += findings.diagnostics + checkTopics(of: reading, resolved: resolved[number])
    agreements.append(understood)
  }
  return (agreements, diagnostics)
}
