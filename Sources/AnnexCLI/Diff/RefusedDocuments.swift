internal import Agreements
internal import Changes
internal import Diagnostics
internal import Portal

/// Documents of which one version can't be read, so that the two can't be compared.
struct RefusedDocuments {
  private var agreements: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  /// `wanted`: the files to hear of, or `nil` for all. `others`: files that were left out before any
  /// text was read.
  ///
  /// A text that can't be read and is the same in both versions is no matter here.
  init(_ old: ReadVersion, _ new: ReadVersion, wanted: Set<String>?, others: [Diagnostic]) {
    diagnostics = others
    let before = Dictionary(grouping: old.refusals, by: \.agreement)
    let after = Dictionary(grouping: new.refusals, by: \.agreement)
    for refusal in old.refusals + new.refusals {
      let (first, second) = (before[refusal.agreement]?.first, after[refusal.agreement]?.first)
      guard first?.digest != second?.digest else { continue }
      agreements.insert(refusal.agreement)
      diagnostics += refusal.diagnostics.filter { wanted?.contains($0.range?.path ?? "") ?? true }
    }
  }
}

extension RefusedDocuments {
  /// What can be compared.
  func without(_ contents: ReleaseContents) -> ReleaseContents {
    guard !agreements.isEmpty else { return contents }
    var contents = contents
    contents.agreements.removeAll { agreements.contains($0.agreement.id) }
    return contents
  }

  /// What to say of them: warnings beside other differences, errors where there is nothing else to
  /// tell.
  func report(isAll: Bool) -> [Diagnostic] {
    guard !isAll else { return diagnostics }
    return diagnostics.map { diagnostic in
      var warning = diagnostic
      warning.severity = min(warning.severity, .warning)
      warning.notes.append(Diagnostic.Note("the file is left out of the comparison"))
      return warning
    }
  }
}
