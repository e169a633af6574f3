package import Agreements
package import Diagnostics
internal import Frontmatter

/// Checks what only shows when all agreements are there: equal ids, references between them.
///
/// Pure: reads only its argument.
///
/// - Returns: `duplicate-agreement` and `unknown-agreement`.
package func checkAgreements(_ agreements: [Agreement]) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var owners: [String: Agreement] = [:]
  for agreement in agreements {
    if let first = owners[agreement.id] {
      diagnostics.append(.duplicateAgreement(agreement, first: first))
    } else {
      owners[agreement.id] = agreement
    }
  }
  for agreement in agreements {
    guard let original = agreement.metadata.translationOf, owners[original.value] == nil else {
      continue
    }
    diagnostics.append(.unknownAgreement(original, known: owners.keys))
  }
  return diagnostics
}

extension Diagnostic.Code {
  package static let duplicateAgreement = Self(rawValue: "duplicate-agreement")
  package static let unknownAgreement = Self(rawValue: "unknown-agreement")
}

extension Diagnostic {
  fileprivate static func duplicateAgreement(_ agreement: Agreement, first: Agreement) -> Self {
    Diagnostic(
      .duplicateAgreement, .error,
      "agreement id '\(agreement.id)' is taken; an id names one agreement",
      at: SourceRange(path: agreement.path, line: 1, column: 1),
      notes: [Note("first given here", at: SourceRange(path: first.path, line: 1, column: 1))],
      help: "write another 'id' in the frontmatter of one of them")
  }

  fileprivate static func unknownAgreement(
    _ id: Located<String>, known: some Sequence<String>
  ) -> Self {
    Diagnostic(
      .unknownAgreement, .error, "agreement '\(id.value)' does not exist", at: id.range,
      help: replacementHelp(for: id.value, among: known, noun: "agreements"))
  }
}
