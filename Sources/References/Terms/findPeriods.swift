internal import Agreements
internal import Markup

/// Finds the periods of an agreement, in the order of its text.
///
/// - Complexity: O(bytes of the text).
package func findPeriods(
  in reading: AgreementReading, _ table: TokenTable? = nil
) -> [Period] {
  let context = reading.context
  var roles = context.catalogs.roles
  for name in context.parties {
    if let role = roles.role(name.role) { roles.add(name.name, role: role) }
  }
  var scanner = PeriodScanner(
    vocabulary: context.vocabulary, table ?? reading.tokenTable(), roles: roles,
    parents: reading.agreement.provisions.map(\.parent))
  for passage in reading.passages where passage.kind != .heading { scanner.scan(passage) }
  return scanner.found
}
