package import Agreements
package import Diagnostics
internal import Parallelism
package import References

/// What the texts of a portal's agreements say of each other, of the law and of the parties.
///
/// Shape: each array has one element an agreement, in their order.
package struct UnderstoodPortal: Sendable {
  package var agreements: [UnderstoodAgreement] = []
  package var backLinks = BackLinks([])
  package var readings: [AgreementReading] = []
}

/// The resolve pass over a whole portal: references, citations, terms, periods, blanks, coverage.
///
/// Pure. Each agreement is read by itself, side by side; once all are read, so is resolved what leads
/// from one to another.
///
/// `sources`: the bytes of each agreement's file, for exact places in diagnostics.
func understand(
  _ agreements: [Agreement], sources: [[UInt8]], context: UnderstandingContext, workers: Int,
  progress: any ProgressReporter
) -> (portal: UnderstoodPortal, diagnostics: [Diagnostic]) {
  let titles = PortalTitles(of: agreements)
  progress.begin("understand", total: agreements.count, unit: "agreements")
  let read = concurrentMap(
    count: agreements.count, workers: workers, makeState: { Lexicon(of: titles) }
  ) { lexicon, index in
    defer { progress.advance() }
    return AgreementReading.read(
      agreements[index], source: sources[index],
      context: ReferenceContext(for: agreements[index], in: titles), stated: context.notice,
      lexicon: &lexicon)
  }
  let readings = read.map(\.reading)
  let set = ReadingSet(readings)
  let found = concurrentMap(count: readings.count, workers: workers) { index in
    let (resolved, faults) = set.resolve(index)
    return FoundInAgreement(
      readings[index], read[index].findings, resolved: resolved, faults, number: index)
  }
  var diagnostics = found.flatMap(\.resolving) + found.flatMap(\.faults)
  let resolved = found.map(\.understood.resolved)
  let (coverage, covering) = assessCoverage(
    of: readings, resolved, suggested: found.map(\.suggestedCoverage))
  diagnostics += covering
  var portal = UnderstoodPortal(
    agreements: found.map(\.understood), backLinks: BackLinks(resolved), readings: readings)
  for (index, row) in coverage.enumerated() {
    portal.agreements[index].coverage = row
    if let level = context.coverageLevel {
      diagnostics += checkCoverage(row, of: readings[index], level: level)
    }
  }
  return (portal, diagnostics)
}

/// What one worker found in one agreement.
private struct FoundInAgreement: Sendable {
  var understood = UnderstoodAgreement()
  /// What is wrong with references.
  var resolving: [Diagnostic]
  /// What is wrong besides.
  var faults: [Diagnostic]
  /// Places for each duty of Art. 28 GDPR.
  var suggestedCoverage: [[ReferenceTarget]]

  init(
    _ reading: AgreementReading, _ findings: AgreementFindings, resolved: ResolvedAgreement,
    _ resolving: [Diagnostic], number: Int
  ) {
    self.resolving = resolving
    suggestedCoverage = suggestCoverage(in: reading, resolved, number: number)
    understood.resolved = resolved
    understood.terms = findings.terms
    understood.periods = findings.periods
    understood.blanks = findings.blanks
    faults =
      findings.diagnostics + checkTopics(of: reading, resolved: resolved)
      + findings.noticeFaults
  }
}

/// The resolve pass over one agreement that is looked at by itself.
///
/// - Returns: the reading, for the places of what was found; all that was found; and all faults.
package func understand(
  _ agreement: Agreement, source: [UInt8]
) -> (readings: [AgreementReading], understood: UnderstoodAgreement, diagnostics: [Diagnostic]) {
  let context = ReferenceContext(for: agreement)
  var lexicon = Lexicon(of: context.portal)
  let (reading, findings) = AgreementReading.read(
    agreement, source: source, context: context, lexicon: &lexicon)
  let readings = [reading]
  let (resolved, resolving) = ReadingSet(readings, isComplete: false).resolve(0)
  let found = FoundInAgreement(reading, findings, resolved: resolved, resolving, number: 0)
  let (coverage, covering) = assessCoverage(
    of: readings, [resolved], suggested: [found.suggestedCoverage])
  var understood = found.understood
  understood.coverage = coverage[0]
  return (readings, understood, (found.resolving + found.faults + covering).limited())
}
