internal import Agreements
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Parallelism
internal import References

/// Compares each agreement that says it is another language version with the one it is a version
/// of.
///
/// Only what hardly ever is a matter of wording is a warning: a numbered clause that one version
/// lacks, and two numbers, dates or periods where there should be one. Whatever else may be meant
/// is a note, or is told on the page of the agreement only.
///
/// `understood` has one element an agreement, in their order. Pure.
///
/// - Returns: `translation-gap` and `translation-difference`.
func checkTranslations(
  of agreements: [Agreement], _ understood: [UnderstoodAgreement], workers: Int
) -> [Diagnostic] {
  var indexes: [String: Int] = [:]
  for (index, agreement) in agreements.enumerated() where indexes[agreement.id] == nil {
    indexes[agreement.id] = index
  }
  let pairs = agreements.indices.compactMap { index in
    agreements[index].metadata.translationOf.flatMap { indexes[$0.value] }
      .map { (original: $0, translation: index) }
  }.filter { pair in
    // What could not be read has no clauses to be compared.
    [pair.original, pair.translation].allSatisfy { agreements[$0].metadata.reading != .failed }
  }
  return concurrentMap(count: pairs.count, workers: workers) { number in
    let (original, translation) = pairs[number]
    let comparison = TranslationComparison(of: agreements, understood, translation, with: original)
    return TranslationReport(agreements[translation], of: agreements[original]).diagnostics(
      for: comparison.differences)
  }.flatMap(\.self)
}

/// Turns what a translation and its original do not have in common into diagnostics, all of them in
/// the file of the translation.
private struct TranslationReport {
  /// More than this is no slip: the two are built in different ways, or have different contents.
  private static let mostReported = 20
  /// More values of one place are for its page, which lists them all.
  private static let mostNamed = 8

  private let translation: Agreement
  private let original: Agreement

  init(_ translation: Agreement, of original: Agreement) {
    self.translation = translation
    self.original = original
  }

  func diagnostics(for differences: [TranslationComparison.Difference]) -> [Diagnostic] {
    let gaps = differences.filter { $0.here == nil || $0.there == nil }
    var found = gaps.count > Self.mostReported ? [manyGaps(gaps)] : gaps.compactMap(gap)
    let contradictions = differences.compactMap(contradiction)
    found += contradictions.prefix(Self.mostReported)
    if contradictions.count > Self.mostReported, !found.isEmpty {
      let rest = contradictions.count - Self.mostReported
      found[found.count - 1].notes.append(
        Diagnostic.Note("\(rest) more places differ; the page of the agreement lists them"))
    }
    return found
  }

  /// A place that one of the two lacks.
  private func gap(_ difference: TranslationComparison.Difference) -> Diagnostic? {
    let rule = "language versions have the same clauses"
    let help = "add it, or give both places one label, such as '{#audits}'"
    if let here = difference.here {
      let around = difference.around.map { original.range(ofProvision: $0) }
      return Diagnostic(
        .translationGap, severity(of: translation.provisions[here]),
        "'\(path(here, in: translation))' has no counterpart in agreement '\(original.id)'; "
          + rule,
        at: translation.range(ofProvision: here),
        notes: around.map { [Diagnostic.Note("it would stand in here", at: $0)] } ?? [], help: help)
    }
    guard let there = difference.there else { return nil }
    return Diagnostic(
      .translationGap, severity(of: original.provisions[there]),
      "'\(path(there, in: original))' of agreement '\(original.id)' has no counterpart here; "
        + rule,
      at: difference.around.map { translation.range(ofProvision: $0) } ?? startOfTranslation,
      notes: [Diagnostic.Note("it stands here", at: original.range(ofProvision: there))], help: help
    )
  }

  private func manyGaps(_ gaps: [TranslationComparison.Difference]) -> Diagnostic {
    let missing = gaps.count { $0.here == nil }
    return Diagnostic(
      .translationGap, .warning,
      "agreement '\(translation.id)' lacks \(missing) places of agreement '\(original.id)', and has "
        + "\(gaps.count - missing) of its own; language versions have the same clauses",
      at: startOfTranslation,
      help: "number both versions alike, or give places that belong together one label")
  }

  /// Something that the two say in the same place, and not alike.
  private func contradiction(_ difference: TranslationComparison.Difference) -> Diagnostic? {
    guard let here = difference.here, let there = difference.there else { return nil }
    let kinds = StatedValue.Kind.allCases.filter { kind in
      difference.onlyHere.contains { $0.kind == kind }
        && difference.onlyThere.contains { $0.kind == kind }
    }
    let ours = difference.onlyHere.filter { kinds.contains($0.kind) }
    let theirs = difference.onlyThere.filter { kinds.contains($0.kind) }
    guard !kinds.isEmpty else { return nil }
    let isCertain = kinds.contains { $0 != .law }
    return Diagnostic(
      .translationDifference, isCertain ? .warning : .note,
      "'\(path(here, in: translation))' says \(words(ours)) where agreement '\(original.id)' says "
        + "\(words(theirs)); language versions say the same",
      at: translation.range(ofProvision: here),
      notes: [Diagnostic.Note("the other one stands here", at: original.range(ofProvision: there))],
      help: help)
  }

  private var help: String {
    let binding = [translation, original].lazy.compactMap(\.metadata.bindingLanguage?.value).first
    guard let binding else { return "correct the version that is wrong" }
    return "correct the version that is wrong; that in '\(binding)' is binding"
  }

  /// Numbered places and those with a heading are there on purpose; an item or a paragraph more may
  /// be a matter of layout.
  private func severity(of provision: Provision) -> Diagnostic.Severity {
    let hasHeading = provision.kind == .section || provision.kind == .annex
    return hasHeading || !provision.designation.isEmpty ? .warning : .note
  }

  private func path(_ provision: Int, in agreement: Agreement) -> String {
    agreement.legalPath(of: provision).written
  }

  private func words(_ values: [StatedValue]) -> String {
    let named = values.prefix(Self.mostNamed).map { "'\($0.words)'" }.joined(separator: ", ")
    return values.count > Self.mostNamed
      ? "\(named) and \(values.count - Self.mostNamed) more" : named
  }

  /// Where the translation says whose version it is.
  private var startOfTranslation: SourceRange {
    translation.metadata.translationOf?.range
      ?? SourceRange(path: translation.path, line: 1, column: 1)
  }
}

extension StatedValue {
  fileprivate enum Kind: CaseIterable { case number, date, period, law }

  fileprivate var kind: Kind {
    switch self {
    case .number: .number
    case .date: .date
    case .period: .period
    case .law: .law
    }
  }

  /// As a diagnostic says it.
  fileprivate var words: String {
    switch self {
    case .number(let number): number
    case .date(let day): day.description
    case .period(let amount, let unit): unit.words(for: amount)
    case .law(let law, let provision):
      "\(provision) \(ReferenceCatalogs.shipped.laws.laws[law].short.english)"
    }
  }
}

extension Diagnostic.Code {
  static let translationGap = Self(rawValue: "translation-gap")
  static let translationDifference = Self(rawValue: "translation-difference")
}
