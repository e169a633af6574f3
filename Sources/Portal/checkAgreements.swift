package import Agreements
package import Diagnostics
internal import Frontmatter
internal import Registers

/// Checks what only shows when all agreements are there: equal ids, references between them.
///
/// Pure: reads only its argument.
///
/// - Returns: `duplicate-agreement`, `duplicate-translation`, `unknown-agreement`,
///   `unknown-country`, and `malformed-value` for names of files that can't be ids and agreements
///   that name themselves.
package func checkAgreements(_ agreements: [Agreement]) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var owners: [String: Agreement] = [:]
  for agreement in agreements {
    if !isAgreementID(agreement.id) { diagnostics.append(.malformedFileName(agreement)) }
    if let first = owners[agreement.id] {
      diagnostics.append(.duplicateAgreement(agreement, first: first))
    } else {
      owners[agreement.id] = agreement
    }
  }
  // Near misses cost time for each candidate, and thousands of agreements can be wrong.
  var helped = 0
  for agreement in agreements {
    for (key, id) in [
      ("translation-of", agreement.metadata.translationOf),
      ("part-of", agreement.metadata.partOfID),
    ] {
      guard let id else { continue }
      if id.value == agreement.id {
        diagnostics.append(.ownAgreement(id, key: key))
      } else if owners[id.value] == nil {
        // What an agreement is part of can be no page of the portal; a translation is of one.
        let known = helped < 50 ? owners.keys.filter { $0 != agreement.id } : []
        diagnostics.append(
          .unknownAgreement(id, known: known, mayBeElsewhere: key == "part-of"))
        helped += 1
      }
    }
  }
  diagnostics += checkCountries(agreements.compactMap(\.metadata.governingLaw))
  diagnostics += checkCountries(
    agreements.flatMap { $0.metadata.parties.flatMap(\.countries) }, severity: .warning)
  return diagnostics + checkTranslations(among: agreements)
}

/// Each language has one version of an agreement.
///
/// Without this rule, the pages of thousands of versions of one agreement would name each other.
private func checkTranslations(among agreements: [Agreement]) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var versions: [LanguageVersion: Located<String>] = [:]
  for agreement in agreements {
    guard let original = agreement.metadata.translationOf else { continue }
    let language = agreement.metadata.language?.value
    let version = LanguageVersion(original: original.value, language: language)
    if let first = versions[version] {
      diagnostics.append(.duplicateTranslation(of: original, into: language, first: first.range))
    } else {
      versions[version] = original
    }
  }
  return diagnostics
}

private struct LanguageVersion: Hashable {
  var original: String
  var language: String?
}

extension Diagnostic.Code {
  package static let duplicateAgreement = Self(rawValue: "duplicate-agreement")
  package static let duplicateTranslation = Self(rawValue: "duplicate-translation")
  package static let unknownAgreement = Self(rawValue: "unknown-agreement")
}

extension Diagnostic {
  /// A stated id was checked where it was read, so that this one is the file's name.
  fileprivate static func malformedFileName(_ agreement: Agreement) -> Self {
    Diagnostic(
      .malformedValue, .error,
      "file's name, which is the agreement's id, must be \(agreementIDRule)",
      at: SourceRange(path: agreement.path, line: 1, column: 1),
      help: "rename the file, or write an 'id' into its frontmatter")
  }

  fileprivate static func duplicateAgreement(_ agreement: Agreement, first: Agreement) -> Self {
    Diagnostic(
      .duplicateAgreement, .error,
      "agreement id '\(agreement.id)' is taken; an id names one agreement",
      at: SourceRange(path: agreement.path, line: 1, column: 1),
      notes: [Note("first given here", at: SourceRange(path: first.path, line: 1, column: 1))],
      help: "write another 'id' in the frontmatter of one of them")
  }

  fileprivate static func duplicateTranslation(
    of original: Located<String>, into language: String?, first: SourceRange
  ) -> Self {
    let version = language.map { "in '\($0)'" } ?? "in the portal's language"
    return Diagnostic(
      .duplicateTranslation, .error,
      "agreement '\(original.value)' has two versions \(version); each language has one",
      at: original.range, notes: [Note("the other one is here", at: first)],
      help: "state the 'language' of each, or remove 'translation-of' from one of them")
  }

  fileprivate static func ownAgreement(_ id: Located<String>, key: String) -> Self {
    Diagnostic(
      .malformedValue, .error, "'\(key)' names the agreement itself; it must be another one",
      at: id.range, help: "write the id of the other agreement, or remove '\(key)'")
  }

  fileprivate static func unknownAgreement(
    _ id: Located<String>, known: some Sequence<String>, mayBeElsewhere: Bool
  ) -> Self {
    let help =
      replacementHelp(for: id.value, among: known, noun: "agreements")
      ?? "write the id of an agreement, which is its file's name without the ending"
    return Diagnostic(
      .unknownAgreement, .error, "agreement '\(id.value)' does not exist", at: id.range,
      help: mayBeElsewhere && nearMiss(for: id.value, among: known) == nil
        ? "\(help), or 'part-of: {title: \(id.value)}' for one that is not in the portal" : help)
  }
}
