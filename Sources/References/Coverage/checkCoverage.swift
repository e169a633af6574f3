internal import Agreements
internal import Deadlines
package import Diagnostics

/// Reports duties of Art. 28 GDPR that no clause of an agreement covers, at a level of the author's
/// choice, in one diagnostic.
///
/// Clauses that are only suggested count: what is asked is whether the text says anything of it.
package func checkCoverage(
  _ rows: [DutyCoverage], of reading: AgreementReading, level: Diagnostic.Severity
) -> [Diagnostic] {
  guard reading.agreement.metadata.kind == .agreement else { return [] }
  let duties = reading.context.catalogs.duties.duties
  let missing = rows.filter { $0.status == .missing }.map { duties[$0.duty] }
  guard let first = missing.first else { return [] }
  let names = missing.prefix(mostNamed).map { "'\($0.id)' (\($0.title.english.lowercased()))" }
  let more = missing.count > mostNamed ? " and \(missing.count - mostNamed) more" : ""
  return [
    Diagnostic(
      .missingDuty, level,
      "no clause covers \(names.joined(separator: ", "))\(more); Art. 28 GDPR asks for each",
      at: reading.places.range(ofProvision: Provision.none),
      help: "add a clause, or end the one that covers it with '{covers=\"\(first.id)\"}'")
  ]
}

private let mostNamed = 6

extension Diagnostic.Code {
  package static let missingDuty = Self(rawValue: "missing-duty")
}
