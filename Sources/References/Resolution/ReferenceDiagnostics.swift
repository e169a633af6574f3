internal import Agreements
package import Diagnostics

extension ReferenceResolver {
  /// A reference without a target: what exists beside it.
  func unknown(
    _ part: Mention.Part, _ result: PlaceFinder.Result, of mention: Mention, in target: Int
  ) -> Diagnostic {
    let agreement = workspace.readings[target].agreement
    var text = reading.text(part.textRange)
    if mention.parts.count > 1, mention.textRange.count <= 120 {
      text = "\(text)' of '\(reading.text(mention.textRange))"
    }
    let name = target == number ? "this agreement" : "agreement '\(agreement.id)'"
    if part.path.last?.body.isEmpty == true {
      let isAnnex = part.path.last?.level == .annex
      let examples = workspace.readings[target].index.examples
      let titles = isAnnex ? examples.annexTitles : examples.sectionTitles
      let quoted = reading.text(part.titleRange)
      return Diagnostic(
        .unknownReference, .error,
        "'\(quoted)' is the title of no \(isAnnex ? "annex" : "section") of \(name)",
        at: range(part.textRange),
        help: replacementHelp(for: quoted, among: titles, noun: isAnnex ? "annexes" : "sections")
          ?? helpWithoutAny(isAnnex: isAnnex))
    }
    guard result.deepest != Provision.none, result.steps < part.path.count else {
      return Diagnostic(
        .unknownReference, .error, "'\(text)' leads nowhere; \(name) has no such place",
        at: range(part.textRange), help: help(for: part.path.first, in: target))
    }
    let container = agreement.legalPath(of: Int(result.deepest)).written
    let step = part.path[result.steps]
    let siblings = agreement.children(of: result.deepest).prefix(64)
      .map { agreement.provisions[$0].part }
    let printed = step.isBracketed ? "(\(step.body))" : step.body
    return Diagnostic(
      .unknownReference, .error, "'\(text)' leads nowhere; '\(container)' has no '\(printed)'",
      at: range(part.textRange),
      notes: [
        Note(
          "'\(container)' stands here",
          at: workspace.readings[target].places.range(
            ofProvision: result.deepest))
      ],
      help: siblings.isEmpty
        ? "cite '\(container)' alone, which is not divided"
        : replacementHelp(for: printed, among: siblings, noun: "places"))
  }

  private typealias Note = Diagnostic.Note

  private func help(for first: Designator?, in target: Int) -> String? {
    guard let first else { return helpWithoutAny(isAnnex: false) }
    let examples = workspace.readings[target].index.examples
    if first.level == .recital || first.level == .preamble {
      return "cite a recital that there is, or name the document that it belongs to"
    }
    if first.level == .annex {
      return replacementHelp(
        for: "Annex \(first.body.uppercased())", among: examples.annexes, noun: "annexes")
        ?? helpWithoutAny(isAnnex: true, number: first.body.uppercased())
    }
    return replacementHelp(for: first.body, among: examples.sections, noun: "sections")
      ?? helpWithoutAny(isAnnex: false)
  }

  /// What to do where the agreement has nothing of the kind to offer.
  private func helpWithoutAny(isAnnex: Bool, number: String = "") -> String {
    guard isAnnex else {
      return "head the section with '## 1. ...', or name the document that it belongs to"
    }
    let label = "Annex \(number.isEmpty ? "1" : number)"
    return workspace.isComplete
      ? "head the annex with '# \(label): ...', or write 'part-of: \(reading.agreement.id)' and "
        + "'exhibit: \(label)' in the document that it is"
      : "head the annex with '# \(label): ...', or name the document that it belongs to"
  }
}

extension Diagnostic.Code {
  package static let unknownReference = Self(rawValue: "unknown-reference")
  package static let ambiguousReference = Self(rawValue: "ambiguous-reference")
  package static let titleMismatch = Self(rawValue: "title-mismatch")
}

extension Diagnostic {
  static func ambiguousReference(
    _ text: String, candidates: [(path: String, range: SourceRange)], at range: SourceRange
  ) -> Self {
    Diagnostic(
      .ambiguousReference, .warning,
      "'\(text)' fits \(candidates.count) places; '\(candidates[0].path)' was taken", at: range,
      notes: candidates.map { Note("'\($0.path)' is a candidate", at: $0.range) },
      help: "name the section or annex that the place is in, or link to its label")
  }

  static func titleMismatch(
    _ quoted: String, of path: String, title: String,
    other: (path: String, range: SourceRange)?, at range: SourceRange, target: SourceRange
  ) -> Self {
    var notes = [Note("'\(path)' is headed '\(title)'", at: target)]
    if let other { notes.append(Note("'\(other.path)' is headed '\(quoted)'", at: other.range)) }
    return Diagnostic(
      .titleMismatch, .warning, "'\(quoted)' is not the title of '\(path)', which is '\(title)'",
      at: range, notes: notes,
      help: other.map { "cite '\($0.path)', or write '\(title)'" }
        ?? "replace '\(quoted)' with '\(title)'")
  }
}
