package import Agreements
package import Diagnostics
internal import Parallelism

/// The resolve pass for the texts of a portal: references and citations with what they lead to,
/// terms, periods, blanks, and the coverage of Art. 28 GDPR.
///
/// Pure, and the same in every process. Each agreement is read by itself, side by side; once all
/// are read, so is resolved what leads from one to another.
///
/// `sources`: what gives the bytes of each agreement's file, for exact places in diagnostics; they
/// are asked for again where several steps need them, so that not all need to be held.
/// `isComplete`: whether these are all agreements of the portal, so that no other can be meant.
/// `keepsReadings`: whether the readings are asked for later, to resolve them among others.
///
/// - Returns: what was understood, in the order of `agreements`, and all that is wrong.
/// - Complexity: O(bytes of the texts + references × depth).
package func understandAgreements(
  _ agreements: [Agreement], sources: [SourceProvider], context: UnderstandingContext = .init(),
  isComplete: Bool = true, keepsReadings: Bool = true, workers: Int = 1,
  progress: any ProgressReporter = SilentProgress()
) -> (portal: UnderstoodPortal, diagnostics: [Diagnostic]) {
  let titles = PortalTitles(of: agreements)
  progress.begin("understand", total: agreements.count, unit: "agreements")
  let read = concurrentMap(
    count: agreements.count, workers: workers, makeState: { Lexicon(of: titles) }
  ) { lexicon, index in
    defer { progress.advance() }
    let read = AgreementReading.read(
      agreements[index], source: sources[index],
      context: ReferenceContext(for: agreements[index], in: titles), stated: context.notice,
      lexicon: &lexicon)
    read.reading.places.letGo()
    return read
  }
  let readings = read.map(\.reading)
  let set = ReadingSet(readings, isComplete: isComplete, context: context)
  let found = concurrentMap(count: readings.count, workers: workers) { index in
    defer {
      readings[index].places.letGo()
      if !keepsReadings { readings[index].letGoOfRecognition() }
    }
    return FoundInAgreement(index, of: set, read[index].findings)
  }
  var diagnostics = found.flatMap(\.resolving) + found.flatMap(\.faults)
  let resolved = found.map(\.understood.resolved)
  let (coverage, covering) = assessCoverage(
    of: readings, resolved, suggested: found.map(\.suggestedCoverage))
  diagnostics += covering
  var portal = UnderstoodPortal(
    agreements: found.map(\.understood), backLinks: BackLinks(resolved),
    readings: keepsReadings ? readings : [])
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

  init(_ index: Int, of set: ReadingSet, _ findings: AgreementFindings) {
    let reading = set.readings[index]
    (understood.resolved, resolving) = set.resolve(index)
    understood.terms = findings.terms
    understood.periods = findings.periods
    understood.blanks = findings.blanks
    understood.objections = findings.objections
    suggestedCoverage = suggestCoverage(in: reading, understood.resolved, number: index)
    faults =
      findings.diagnostics
      + checkTopics(of: reading, number: index, resolved: understood.resolved)
      + findings.noticeFaults
  }
}
