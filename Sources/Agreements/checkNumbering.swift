package import Diagnostics

/// Reports where the numbers of neighbours skip or repeat.
///
/// Neighbours are provisions of one parent whose numbers have the same form: `(1)` and `(2)`, `a.`
/// and `b.`, `Annex 1` and `Annex 2`. Annex reads numbers and never changes them, so a slip in them
/// is the author's to mend.
///
/// - Returns: `numbering-gap` and `numbering-repeat`, each with both places; warnings, since the
///   text is still what the parties agreed.
///
/// - Complexity: O(provisions) on average.
func checkNumbering(
  of provisions: [Provision], path: (Int) -> String, range: (Provision) -> SourceRange
) -> [Diagnostic] {
  var diagnostics = DiagnosticList()
  var sequences = Sequences(capacity: provisions.count)
  var seen = NumberedPlaces(capacity: provisions.count)
  /// The last number with a dot, wherever it stands: headings without a number go between.
  var lastDotted: Ordinal?
  for index in provisions.indices
  // Entries of a table of contents have the numbers of other places.
  where !provisions[index].designation.isEmpty && provisions[index].kind != .item {
    guard let form = NumberForm(of: provisions[index]) else { continue }
    let place = sequences.place(of: form, in: provisions[index].parent)
    let last = sequences.last(at: place)
    let isCountedOn =
      form.isDotted && lastDotted.map { form.ordinal.relation(to: $0) == .successor } ?? false
    if form.isDotted { lastDotted = form.ordinal }
    defer { sequences.setLast(index, form.ordinal, at: place) }

    if let first = seen.find(orAdding: index, of: provisions) {
      // A sequence that starts over is reported once, at its start.
      let isContinuation =
        last.map { form.ordinal.relation(to: $0.ordinal) == .successor } ?? false
      if !isContinuation || (form.kind == .annex && !form.isArabic) {
        diagnostics.append(
          .numberingRepeat, .warning,
          .numberingRepeat(
            path(index), at: range(provisions[index]), first: range(provisions[first])))
      }
      continue
    }
    guard let last else {
      // What was put in, `4A.`, goes on with a heading.
      if !isCountedOn, !form.ordinal.isInitial, form.ordinal.readings.first?.inserted == 0,
        provisions[index].kind == .clause
      {
        diagnostics.append(
          .numberingGap, .warning,
          .numberingStart(provisions[index].designation, at: range(provisions[index])))
      }
      continue
    }
    switch form.ordinal.relation(to: last.ordinal) {
    case .successor, .unrelated, .repeats: continue
    case .skips, .restarts:
      diagnostics.append(
        .numberingGap, .warning,
        .numberingGap(
          provisions[index], after: provisions[last.index], at: range(provisions[index]),
          previous: range(provisions[last.index])))
    }
  }
  return diagnostics.diagnostics
}

/// The first place of each number under each parent.
private struct NumberedPlaces {
  private var table: IndexTable

  init(capacity: Int) { table = IndexTable(capacity: capacity) }

  /// The place before `index` with the same number; where there is none, `index` is the first.
  mutating func find(orAdding index: Int, of provisions: [Provision]) -> Int? {
    var hash = NameHash()
    hash.add(provisions[index].pathParent)
    hash.add(provisions[index].designation)
    let first = table.find(hash) { other in
      provisions[Int(other)].pathParent == provisions[index].pathParent
        && provisions[Int(other)].designation == provisions[index].designation
    }
    if first == nil { table.add(Int32(index), hash) }
    return first.map(Int.init)
  }
}

/// The sequences of numbers of an agreement, each with its last one so far.
private struct Sequences {
  struct Last {
    var index: Int
    var ordinal: Ordinal
  }

  private struct Sequence {
    var parent: Int32
    var form: NumberForm
    var last: Last?
  }

  private var sequences: [Sequence] = []
  private var table: IndexTable

  init(capacity: Int) { table = IndexTable(capacity: capacity / 4) }

  /// The sequence of a form under a parent: what its neighbours must share to be counted with it.
  mutating func place(of form: NumberForm, in parent: Int32) -> Int {
    var hash = NameHash()
    hash.add(parent)
    hash.add(Int32(form.kind.rawValue))
    hash.add(form.isArabic ? 1 : 0)
    hash.add(form.annexWord)
    hash.add(form.ordinal.prefix)
    let found = table.find(hash) { [sequences] index in
      // In its place: a sequence is large to copy.
      sequences[Int(index)].parent == parent && sequences[Int(index)].form.continues(form)
    }
    if let found { return Int(found) }
    table.add(Int32(sequences.count), hash)
    sequences.append(Sequence(parent: parent, form: form, last: nil))
    return sequences.count - 1
  }

  func last(at place: Int) -> Last? { sequences[place].last }

  mutating func setLast(_ index: Int, _ ordinal: Ordinal, at place: Int) {
    sequences[place].last = Last(index: index, ordinal: ordinal)
  }
}

/// The form of a number.
private struct NumberForm {
  enum Kind: UInt8 {
    case dotted, closed, enclosed, decimal, section, annex
  }

  private(set) var kind: Kind
  let ordinal: Ordinal
  /// In small letters, of an annex or a part: `Exhibit 1` does not go on with `Annex 2`.
  private(set) var annexWord = ""
  /// Roman and arabic sections side by side are two sequences; `i` may be a letter or a numeral.
  var isArabic: Bool { ordinal.scheme == .arabic }

  /// `3.`
  var isDotted: Bool { kind == .dotted && isArabic }

  /// Whether a number of this form goes on where one of the other is.
  func continues(_ other: NumberForm) -> Bool {
    kind == other.kind && isArabic == other.isArabic && annexWord == other.annexWord
      && ordinal.prefix == other.ordinal.prefix
  }

  init?(of provision: Provision) {
    let bytes = Array(provision.designation.utf8)
    let number: String
    if provision.kind == .clause,
      let marker = ClauseMarker.Extent(of: bytes[...], allowsBareEnd: true)
    {
      kind =
        switch marker.style {
        case .dotted: .dotted
        case .closed: .closed
        case .enclosed: .enclosed
        case .decimal: .decimal
        }
      number = String(decoding: bytes[marker.body], as: UTF8.self)
    } else if provision.kind == .clause,
      let marker = ClauseMarker(letteredDecimal: bytes[...], allowsBareEnd: true)
    {
      kind = .decimal
      number = marker.body
    } else if let label = HeadingLabel.Extent(of: bytes) {
      kind = label.isAnnex ? .annex : .section
      number = label.number(in: bytes)
      if label.isAnnex || label.isDivision {
        annexWord = String(HeadingLabel.annexWord(of: provision.designation))?.lowercased() ?? ""
      }
    } else {
      return nil
    }
    ordinal = Ordinal(number.trimmingSpaces)
    // `7.2` as a paragraph goes on where a heading `7.1` was.
    if kind == .section, !ordinal.prefix.isEmpty { kind = .decimal }
    guard ordinal.scheme != nil else { return nil }
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
