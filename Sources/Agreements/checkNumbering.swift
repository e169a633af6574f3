package import Diagnostics

/// Reports where the numbers of neighbours skip or repeat.
///
/// Neighbours are provisions of one parent whose numbers have the same form: `(1)` and `(2)`, `a.`
/// and `b.`, `Annex 1` and `Annex 2`. Annex reads numbers and never changes them, so a slip in them
/// is the author's to mend.
///
/// - Returns: `numbering-gap` and `numbering-repeat`, each with both places; warnings, since the
///   text is still what the parties agreed.
func checkNumbering(
  of provisions: [Provision], path: (Int) -> String, range: (Provision) -> SourceRange
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var sequences: [SequenceKey: Last] = [:]
  var seen: [Designation: Int] = [:]
  for (index, provision) in provisions.enumerated() where !provision.designation.isEmpty {
    guard let form = NumberForm(of: provision) else { continue }
    let key = SequenceKey(parent: provision.parent, form: form.key, prefix: form.prefix)
    let designation = Designation(parent: provision.pathParent, text: provision.designation)
    defer { sequences[key] = Last(index: index, ordinal: form.ordinal) }

    if let first = seen[designation] {
      // A sequence that starts over is reported once, at its start.
      let isContinuation =
        sequences[key].map { form.ordinal.relation(to: $0.ordinal) == .successor } ?? false
      if !isContinuation || form.key == "annex" {
        diagnostics.append(
          .numberingRepeat(
            path(index), at: range(provision), first: range(provisions[first])))
      }
      continue
    }
    seen[designation] = index
    guard let last = sequences[key] else {
      if !form.ordinal.isInitial, provision.kind == .clause {
        diagnostics.append(.numberingStart(provision.designation, at: range(provision)))
      }
      continue
    }
    switch form.ordinal.relation(to: last.ordinal) {
    case .successor, .unrelated, .repeats: continue
    case .skips, .restarts:
      diagnostics.append(
        .numberingGap(
          provision, after: provisions[last.index], at: range(provision),
          previous: range(provisions[last.index])))
    }
  }
  return diagnostics
}

private struct SequenceKey: Hashable {
  var parent: Int32
  var form: String
  var prefix: String
}

private struct Designation: Hashable {
  var parent: Int32
  var text: String
}

private struct Last {
  var index: Int
  var ordinal: Ordinal
}

/// The form of a number: what its neighbours must share to be counted with it.
private struct NumberForm {
  var key: String
  var prefix: String
  var ordinal: Ordinal

  init?(of provision: Provision) {
    let bytes = Array(provision.designation.utf8)
    let body: String
    if provision.kind == .clause,
      let marker = ClauseMarker(parsing: bytes[...], allowsBareEnd: true)
    {
      body = marker.body
      key = "\(marker.style)"
    } else if let label = HeadingLabel(parsing: bytes) {
      body = label.body
      key = label.isAnnex ? "annex" : "section"
    } else {
      return nil
    }
    ordinal = Ordinal(body)
    guard let reading = ordinal.readings.first else { return nil }
    prefix = reading.prefix
    // Roman and arabic sections side by side are two sequences; `i` may be a letter or a numeral.
    if reading.scheme == .arabic { key += "-arabic" }
  }
}

extension Diagnostic.Code {
  package static let numberingGap = Self(rawValue: "numbering-gap")
  package static let numberingRepeat = Self(rawValue: "numbering-repeat")
}

extension Diagnostic {
  fileprivate static func numberingGap(
    _ provision: Provision, after previous: Provision, at range: SourceRange,
    previous previousRange: SourceRange
  ) -> Self {
    Diagnostic(
      .numberingGap, .warning,
      "\(provision.noun) '\(provision.designation)' follows '\(previous.designation)'; numbers must "
        + "rise by one",
      at: range, notes: [Note("'\(previous.designation)' stands here", at: previousRange)],
      help: "number it after '\(previous.designation)', or add what is missing between them")
  }

  fileprivate static func numberingStart(_ designation: String, at range: SourceRange) -> Self {
    Diagnostic(
      .numberingGap, .warning,
      "clause '\(designation)' is the first of its sequence; a sequence starts with the first number",
      at: range, help: "number it as the first, or add what is missing before it")
  }

  fileprivate static func numberingRepeat(
    _ path: String, at range: SourceRange, first: SourceRange
  ) -> Self {
    Diagnostic(
      .numberingRepeat, .warning, "'\(path)' occurs twice; a citation of it fits both places",
      at: range, notes: [Note("it occurs here first", at: first)],
      help: "number the second one onwards, or nest its list under the clause it belongs to")
  }
}

extension Provision {
  /// The word for it in diagnostics.
  package var noun: String { kind.rawValue }
}
