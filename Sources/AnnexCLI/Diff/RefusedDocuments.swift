internal import Agreements
internal import Changes
internal import Diagnostics
internal import Frontmatter
internal import Portal
internal import Registers

/// Files of which one version can't be read, so that the two can't be compared.
struct RefusedDocuments {
  private var subjects: Set<RefusedFile.Subject> = []
  private var diagnostics: [Diagnostic] = []

  /// `wanted`: the files to hear of, or `nil` for all. `others`: files that were left out before
  /// any text was read.
  ///
  /// A text that can't be read and is the same in both versions is no matter here.
  init(_ old: ReadVersion, _ new: ReadVersion, wanted: Set<String>?, others: [Diagnostic]) {
    diagnostics = others
    let before = Dictionary(grouping: old.refusals, by: \.subject)
    let after = Dictionary(grouping: new.refusals, by: \.subject)
    for refusal in old.refusals + new.refusals {
      let (first, second) = (before[refusal.subject]?.first, after[refusal.subject]?.first)
      guard first?.digest != second?.digest else { continue }
      subjects.insert(refusal.subject)
      diagnostics += refusal.diagnostics.filter { wanted?.contains($0.range?.path ?? "") ?? true }
    }
  }
}

extension RefusedDocuments {
  /// What can be compared.
  func without(_ contents: ReleaseContents) -> ReleaseContents {
    guard !subjects.isEmpty else { return contents }
    var contents = contents
    contents.agreements.removeAll { subjects.contains(.agreement($0.agreement.id)) }
    contents.registers.subProcessors.removeAll { isRefused($0.id.range.path) }
    contents.registers.controls.removeAll { isRefused($0.control.range.path) }
    if subjects.contains(.record("portal.yml")) { contents.registers.settings = nil }
    return contents
  }

  /// Whether a record is of a refused file; `path` is what diagnostics call it in its version.
  private func isRefused(_ path: String) -> Bool {
    subjects.contains { subject in
      if case .record(let name) = subject { path.hasSuffix("/" + name) } else { false }
    }
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
