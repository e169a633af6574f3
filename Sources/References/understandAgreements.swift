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
  let (coverage, unknown) = assessCoverage(of: readings, resolved)
  var diagnostics = faults + unknown
  var agreements: [UnderstoodAgreement] = []
  for (number, reading) in readings.enumerated() {
    var understood = UnderstoodAgreement()
    understood.resolved = resolved[number]
    understood.terms = findTerms(in: reading)
    understood.periods = findPeriods(in: reading)
    understood.blanks = findBlanks(in: reading)
    understood.coverage = coverage[number]
    diagnostics += checkTerms(understood.terms, of: reading)
    diagnostics += checkWording(
      of: reading, resolved: resolved[number], periods: understood.periods)
    agreements.append(understood)
  }
  return (agreements, diagnostics)
}
