internal import Agreements
package import Diagnostics
internal import Frontmatter

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
  let workspace = ReadingSet(readings)
  let resolved = readings.indices.map { workspace.resolve($0) }
  return (resolved.map(\.agreement), resolved.flatMap(\.diagnostics))
}

/// References and citations of one agreement.
package struct ResolvedAgreement: Sendable {
  package var references: [ResolvedReference] = []
  package var citations: [Citation] = []

  package init() {}
}

/// The agreements that can cite each other.
package struct ReadingSet: Sendable {
  let readings: [AgreementReading]
  private var byID: [String: Int] = [:]
  let names: AgreementNames

  /// Whether all agreements of the portal are here, so that no other can be meant.
  let isComplete: Bool
  let annexes: AnnexDocuments
  let exhibits: Exhibits
  /// The audiences of the agreements that are not published, by id.
  let unpublished: [String: Audience]
  let doubtfulIDs: Set<String>

  /// `context`: what the portal has beside these agreements.
  package init(
    _ readings: [AgreementReading], isComplete: Bool = true,
    context: UnderstandingContext = .init()
  ) {
    self.readings = readings
    let published = readings.map { ($0.agreement.id, $0.agreement.metadata) }
    annexes = AnnexDocuments(
      published + context.unpublished.map { ($0.id, $0) }, registers: context.registers)
    exhibits = Exhibits(published, unpublished: context.unpublished)
    self.isComplete = isComplete
    unpublished = Dictionary(
      context.unpublished.map { ($0.id, $0.audience) }, uniquingKeysWith: { first, _ in first })
    doubtfulIDs = context.doubtfulIDs
    names = AgreementNames(readings.map(\.agreement.id))
    for (index, reading) in readings.enumerated() { byID[reading.agreement.id] = index }
  }

  /// Finds what the references of one agreement lead to; agreements can be resolved side by side.
  package func resolve(
    _ index: Int
  ) -> (agreement: ResolvedAgreement, diagnostics: [Diagnostic]) {
    var resolver = ReferenceResolver(index, of: self)
    resolver.resolve()
    return (resolver.resolved, resolver.diagnostics.diagnostics)
  }

  func index(of id: String) -> Int? { byID[id] }
}
