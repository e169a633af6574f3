package import Agreements
package import Diagnostics
internal import Frontmatter
internal import Markup
internal import Registers

/// Checks what only shows when all agreements are there: equal ids, references between them.
///
/// Pure: reads only its argument.
///
/// - Returns: `duplicate-agreement`, `duplicate-translation`, `empty-agreement`,
///   `unknown-agreement`, `unknown-country`, `unknown-value` for a binding language that no version
///   is in, and `malformed-value` for names of files that can't be ids and agreements that name
///   themselves, or each other.
package func checkAgreements(_ agreements: [Agreement]) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var owners: [String: Agreement] = [:]
  for agreement in agreements {
    // A stated id was checked where it was read, so that this one is the file's name.
    if !isFolderName(agreement.id) {
      diagnostics.append(.malformedFileName(path: agreement.path, of: "agreement"))
    }
    if let first = owners[agreement.id] {
      diagnostics.append(.duplicateAgreement(agreement, first: first))
    } else {
      owners[agreement.id] = agreement
    }
  }
  let doubtful = doubtfulIDs(of: agreements)
  // Near misses cost time for each candidate, and thousands of agreements can be wrong.
  var helped = 0
  for agreement in agreements {
    for (key, id) in [
      ("translation-of", agreement.metadata.translationOf),
      ("part-of", agreement.metadata.partOfID),
    ] {
      guard let id else { continue }
      if id.value == agreement.id {
        // One with an id that is taken may mean the other.
        let isOwn = owners[id.value]?.path == agreement.path
        if isOwn { diagnostics.append(.ownAgreement(id, key: key)) }
      } else if doubtful.contains(id.value) {
        continue
      } else if owners[id.value] == nil {
        // What an agreement is part of can be no page of the portal; a translation is of one.
        let known = helped < 50 ? owners.keys.filter { $0 != agreement.id } : []
        diagnostics.append(
          .unknownAgreement(id, known: known, mayBeElsewhere: key == "part-of"))
        helped += 1
      }
    }
  }
  diagnostics += checkCycles(among: owners, in: agreements)
  diagnostics += checkBindingLanguages(of: agreements)
  diagnostics += agreements.compactMap(emptyAgreement)
  diagnostics += checkCountries(agreements.compactMap(\.metadata.governingLaw))
  diagnostics += checkCountries(
    agreements.flatMap { $0.metadata.parties.flatMap(\.countries) }, severity: .warning)
  return diagnostics + checkTranslations(among: agreements)
}

/// Names of files whose agreements state the id of another one: what asks for such a name may mean
/// what the file would be called.
func doubtfulIDs(of agreements: [Agreement]) -> Set<String> {
  var count: [String: Int] = [:]
  for agreement in agreements { count[agreement.id, default: 0] += 1 }
  guard count.count < agreements.count else { return [] }
  return Set(
    agreements.lazy.filter { count[$0.id] != 1 }.map { fileStem(of: $0.path) }
      .filter { count[$0] == nil })
}

/// Reports agreements that are parts or versions of themselves by way of others, each circle once.
///
/// - Complexity: O(agreements): each names at most one other by a key, and is passed once.
private func checkCycles(
  among owners: [String: Agreement], in agreements: [Agreement]
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let links: [(key: String, id: (AgreementMetadata) -> Located<String>?)] = [
    ("translation-of", { $0.translationOf }), ("part-of", { $0.partOfID }),
  ]
  for (key, id) in links {
    var walks: [String: Int] = [:]
    for (walk, start) in agreements.enumerated() where walks[start.id] == nil {
      var current = start
      while walks[current.id] == nil {
        walks[current.id] = walk
        guard let link = id(current.metadata), link.value != current.id,
          let next = owners[link.value]
        else { break }
        if walks[next.id] == walk {
          diagnostics.append(.circle(from: current.id, by: link, key: key))
        }
        current = next
      }
    }
  }
  return diagnostics
}

/// Reports a language that binds and that none of several versions of the agreement is written in,
/// and one that is not the one that another version names.
///
/// A text that stands alone may be the translation of one that is kept elsewhere.
private func checkBindingLanguages(of agreements: [Agreement]) -> [Diagnostic] {
  var languages: [String: Set<String?>] = [:]
  for agreement in agreements {
    let original = agreement.metadata.translationOf?.value ?? agreement.id
    languages[original, default: []].insert(agreement.metadata.language?.value)
  }
  let originals = Dictionary(
    agreements.compactMap { agreement in
      agreement.metadata.bindingLanguage.map { (agreement.id, $0) }
    }, uniquingKeysWith: { first, _ in first })
  return agreements.compactMap { agreement in
    let original = agreement.metadata.translationOf?.value ?? agreement.id
    if let binding = agreement.metadata.bindingLanguage, agreement.id != original,
      let other = originals[original], primary(other.value) != primary(binding.value)
    {
      return Diagnostic(
        .translationDifference, .warning,
        "'\(binding.value)' is to be binding where agreement '\(original)' says '\(other.value)'",
        at: binding.range, notes: [Diagnostic.Note("the other one stands here", at: other.range)],
        help: "state the same language in both, or only in one of them")
    }
    // A version that states no language is in the portal's own.
    guard let binding = agreement.metadata.bindingLanguage, let known = languages[original],
      known.count > 1, !known.contains(nil),
      !known.contains(where: { $0.map(primary) == primary(binding.value) })
    else { return nil }
    return Diagnostic(
      .unknownValue, .warning,
      "'\(binding.value)' is to be binding, and no version of the agreement is in it",
      at: binding.range,
      help: "add the version, with translation-of: \(original), or correct 'binding-language'")
  }
}

/// `de` of `de-AT`.
private func primary(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }

/// A file that has frontmatter and nothing below it.
private func emptyAgreement(_ agreement: Agreement) -> Diagnostic? {
  let tree = agreement.tree
  guard agreement.metadata.reading != .failed, agreement.embeddedRegisters.isEmpty,
    tree.nodes.count <= 1
  else { return nil }
  return Diagnostic(
    .emptyAgreement, .warning, "agreement '\(agreement.id)' has no text",
    at: SourceRange(path: agreement.path, line: 1, column: 1),
    help: "write it below the frontmatter, or remove the file")
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
  package static let emptyAgreement = Self(rawValue: "empty-agreement")
  package static let duplicateTranslation = Self(rawValue: "duplicate-translation")
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

  fileprivate static func circle(from id: String, by link: Located<String>, key: String) -> Self {
    Diagnostic(
      .malformedValue, .error,
      "'\(key)' of '\(id)' leads back to '\(id)', by way of '\(link.value)'", at: link.range,
      help: "remove '\(key)' from the one that stands above the others")
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
