internal import Agreements
internal import Frontmatter

/// Finds the periods of an agreement, in the order of its text.
///
/// - Complexity: O(bytes of the text).
package func findPeriods(
  in reading: AgreementReading, _ table: TokenTable? = nil
) -> [Period] {
  let context = reading.context
  var names: [RoleCatalog.Name] = []
  for party in context.parties {
    guard let role = context.catalogs.roles.role(party.role) else { continue }
    if let name = RoleCatalog.Name(party.name, role: role) { names.append(name) }
  }
  var scanner = PeriodScanner(
    vocabulary: context.vocabulary, table ?? reading.tokenTable(), roles: context.catalogs.roles,
    names: names, parents: reading.agreement.provisions.map(\.parent),
    isGerman: reading.agreement.metadata.language?.value.hasPrefix("de") ?? true)
  for (number, passage) in reading.passages.enumerated() where passage.kind != .heading {
    scanner.scan(passage, number: number)
  }
  return scanner.found.fitted
}
