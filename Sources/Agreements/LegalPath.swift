/// Where a place stands in an agreement, as a lawyer would cite it: `9(1)(a)`.
///
/// Shape: parts outermost first, never empty for a real place; numbers as printed without a closing
/// dot, markers with theirs.
package struct LegalPath: Hashable, Sendable {
  package var parts: [String]

  package init(_ parts: [String]) { self.parts = parts }

  /// The written form: markers follow a number or marker closely, all else after ` / `.
  ///
  /// `["7", "c.", "a."]` is `7.c.a`, `["9", "(1)", "a)"]` is `9(1)(a)`, and
  /// `["Annex 2", "Access control (2)", "d."]` is `Annex 2 / Access control (2) / d`.
  package var written: String {
    var text: [UInt8] = []
    var previous: PathPartForm?
    for part in parts {
      let form = PathPartForm(of: part)
      form.append(part, after: previous, to: &text)
      previous = form
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// How one part of a path is written, and joined to the one before it.
package enum PathPartForm: UInt8, Sendable {
  /// `a.`, which follows closely as `.a`.
  case dotted
  /// `a)`, which follows closely as `(a)`.
  case closed
  /// `(a)`
  case enclosed
  /// `2.1` or `2.1.`, which stands apart.
  case decimal
  /// A section's number: `7`, `§ 9`, `Clause 8`.
  case number
  /// A title, an annex, or a counted place such as `item 3`.
  case words

  init(of part: String) {
    self = Self.ofShort(part.utf8.span) ?? Self(parsing: Array(part.utf8))
  }

  /// The form of the usual numbers and letters, `7`, `(1)`, `a.` and `b)`; `nil` for all else.
  ///
  /// Nearly all parts are one of these, and a page writes hundreds of paths.
  private static func ofShort(_ bytes: Span<UInt8>) -> PathPartForm? {
    guard let last = bytes.indices.last, last < 5 else { return nil }
    let isEnclosed = bytes[0] == UInt8(ascii: "(")
    var index = isEnclosed ? 1 : 0
    let start = index
    while index <= last, ClauseMarker.isDigit(bytes[index]) { index += 1 }
    if index == start, index <= last, ClauseMarker.isLetter(bytes[index]) {
      index += 1
      // A letter alone is no number of a section.
      guard index <= last else { return nil }
    }
    guard index > start, index - start <= 3 else { return nil }
    switch last - index {
    case -1: return isEnclosed ? nil : .number
    case 0 where bytes[last] == UInt8(ascii: ")"): return isEnclosed ? .enclosed : .closed
    case 0 where bytes[last] == UInt8(ascii: "."): return isEnclosed ? nil : .dotted
    default: return nil
    }
  }

  init(parsing bytes: [UInt8]) {
    if let marker = ClauseMarker.Extent(of: bytes[...], allowsBareEnd: true),
      marker.end == bytes.count
    {
      self =
        switch marker.style {
        case .dotted: .dotted
        case .closed: .closed
        case .enclosed: .enclosed
        case .decimal: .decimal
        }
    } else if let label = HeadingLabel.Extent(of: bytes), label.titleStart == bytes.count,
      !label.isAnnex
    {
      self = .number
    } else {
      self = .words
    }
  }

  /// Appends `part`, which has this form, behind a part of the form `previous`; `nil` where it is
  /// the first.
  func append(_ part: String, after previous: PathPartForm?, to output: inout [UInt8]) {
    let isMarker = self == .dotted || self == .closed || self == .enclosed
    let isClose = isMarker && previous != nil && previous != .words
    if previous != nil, !isClose { output += " / ".utf8 }
    switch self {
    case .dotted:
      if isClose { output.append(UInt8(ascii: ".")) }
      output += part.utf8
      output.removeLast()
    case .closed:
      output.append(UInt8(ascii: "("))
      output += part.utf8
    case .decimal:
      output += part.utf8
      if output.last == UInt8(ascii: ".") { output.removeLast() }
    case .enclosed, .number, .words: output += part.utf8
    }
  }
}

/// Writes the legal paths of an agreement's places.
package struct LegalPathWriter {
  /// The places on the way to the one that is written, innermost first.
  private var chain: [Int32] = []

  package init() {}

  /// Appends the written form of the path of `index`: what ``LegalPath/written`` says.
  package mutating func append(
    pathOf index: Int, in agreement: borrowing Agreement, to output: inout [UInt8]
  ) {
    chain.removeAll(keepingCapacity: true)
    var current = Int32(index)
    while current != Provision.none {
      if !agreement.provisions[Int(current)].part.isEmpty { chain.append(current) }
      current = agreement.provisions[Int(current)].pathParent
    }
    var previous: PathPartForm?
    while let place = chain.popLast() {
      let form = agreement.provisions[Int(place)].partForm
      form.append(agreement.provisions[Int(place)].part, after: previous, to: &output)
      previous = form
    }
  }
}
