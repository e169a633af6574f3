internal import Agreements
package import Diagnostics

/// The resolve pass: finds what each reference of each agreement leads to.
///
/// Pure: reads only its arguments. Every reference that leads nowhere is reported, not just the
/// first. References that could as well be no reference (`item 3`, a bare `7.2`) are left out where
/// nothing has that number.
///
/// - Returns: references and citations of each agreement, in the order of its text.
/// - Complexity: O(references × depth of the agreements).
package func resolveReferences(
  in readings: [AgreementReading]
) -> (agreements: [ResolvedAgreement], diagnostics: [Diagnostic]) {
  var agreements: [ResolvedAgreement] = []
  var diagnostics: [Diagnostic] = []
  let workspace = ReadingSet(readings)
  for index in readings.indices {
    var resolver = ReferenceResolver(index, of: workspace)
    resolver.resolve()
    agreements.append(resolver.resolved)
    diagnostics += resolver.diagnostics
  }
  return (agreements, diagnostics)
}

/// References and citations of one agreement.
package struct ResolvedAgreement: Sendable {
  package var references: [ResolvedReference] = []
  package var citations: [Citation] = []

  package init() {}
}

/// The agreements that can cite each other.
struct ReadingSet {
  let readings: [AgreementReading]
  private var byID: [String: Int] = [:]

  init(_ readings: [AgreementReading]) {
    self.readings = readings
    for (index, reading) in readings.enumerated() { byID[reading.agreement.id] = index }
  }

  func index(of id: String) -> Int? { byID[id] }
  var ids: [String] { readings.map(\.agreement.id) }
}
