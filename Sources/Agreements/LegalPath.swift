package import Deadlines
internal import Diagnostics

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
  package var written: String { written(in: .english) }

  /// The written form for readers of a language: `§ 5 Abs. 2 lit. b` for `§ 5(2)(b)`, `6 / Punkt 3` for
  /// `6 / item 3`.
  ///
  /// Programs, anchors and what authors type have the English words.
  package func written(in language: Language) -> String {
    var text: [UInt8] = []
    var previous: PathPartForm?
    for part in parts {
      let form = PathPartForm(of: part)
      form.append(part, in: language, after: previous, to: &text)
      previous = form
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The written form of a path for readers of a language, made of the one for programs.
  package static func written(_ path: String, in language: Language) -> String {
    guard language != .english else { return path }
    return path.split(separator: PathPartForm.separator)
      .map { CountedPlace.german(String($0)) ?? GermanMarker.written(of: String($0)) }
      .joined(separator: PathPartForm.separator)
  }
}

/// A place without a number or title of its own, which is known by its order: `item 3`.
private enum CountedPlace {
  /// What German readers call it; `nil` for a part that is no such place.
  static func german(_ part: String) -> String? {
    // Most parts are numbers and titles.
    guard let last = part.utf8.last, last.isASCIIDigit else { return nil }
    for (english, german) in words where part.hasPrefix(english) {
      let number = part.utf8.dropFirst(english.utf8.count)
      guard number.allSatisfy(\.isASCIIDigit) else { continue }
      return german + String(decoding: Array(number), as: UTF8.self)
    }
    return nil
  }

  private static let words = [
    ("item ", "Punkt "), ("para ", "Absatz "), ("row ", "Zeile "), ("table ", "Tabelle "),
  ]
}

/// A marker in brackets as German lawyers cite it: `Abs. 2`, `Nr. 1`, `lit. b`.
private enum GermanMarker {
  /// What stands before a marker; `nil` for Roman numerals and other marks, which keep their brackets.
  ///
  /// `isFirst`: whether it follows the number of a section, so that it is one of a paragraph.
  static func word(for body: ArraySlice<UInt8>, isFirst: Bool) -> String? {
    guard let first = body.first else { return nil }
    if first.isASCIIDigit { return isFirst ? "Abs. " : "Nr. " }
    let isRoman = "ivxIVX".utf8.contains(first)
    return first.isASCIILetter && !isRoman && body.allSatisfy { $0 == first } ? "lit. " : nil
  }

  /// One part of a written path with its markers, such as `§ 5(2)(b)`; as it is where it is a title.
  static func written(of part: String) -> String {
    let bytes = Array(part.utf8)
    guard let first = bytes.firstIndex(of: UInt8(ascii: "(")), bytes.last != UInt8(ascii: " ")
    else { return part }
    let head = bytes[..<first]
    let isChain = head.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ".") }
    guard isChain || PathPartForm(parsing: Array(head)) == .number else { return part }
    var output = Array(head)
    var isFirst = !isChain || head.last.map(\.isASCIIDigit) ?? true
    var rest = bytes[first...]
    while let mark = rest.popFirst() {
      let body = rest.prefix(while: \.isASCIILetterOrDigit)
      rest = rest[body.endIndex...]
      guard (1...4).contains(body.count) else { return part }
      if mark == UInt8(ascii: "(") {
        guard rest.popFirst() == UInt8(ascii: ")") else { return part }
      } else if mark != UInt8(ascii: ".") {
        return part
      }
      if !output.isEmpty { output.append(UInt8(ascii: " ")) }
      append(body, isFirst: isFirst, to: &output)
      isFirst = false
    }
    return String(decoding: output, as: UTF8.self)
  }

  static func append(_ body: ArraySlice<UInt8>, isFirst: Bool, to output: inout [UInt8]) {
    if let word = word(for: body, isFirst: isFirst) {
      output += word.utf8
      output += body
    } else {
      output += "(".utf8 + body + ")".utf8
    }
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
    while index <= last, bytes[index].isASCIIDigit { index += 1 }
    if index == start, index <= last, bytes[index].isASCIILetter {
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
      !label.isAnnex, !label.isDivision
    {
      self = .number
    } else {
      self = .words
    }
  }

  /// What stands between parts that do not follow closely.
  static let separator = " / "

  /// Appends `part`, which has this form, behind a part of the form `previous`; `nil` where it is
  /// the first.
  func append(
    _ part: String, in language: Language, after previous: PathPartForm?,
    to output: inout [UInt8]
  ) {
    if language == .german, self == .closed || self == .enclosed || followsWord(previous, output) {
      appendGerman(Array(part.utf8), after: previous, to: &output)
      return
    }
    let isMarker = self == .dotted || self == .closed || self == .enclosed
    let isClose = isMarker && previous != nil && previous != .words
    if previous != nil, !isClose { output += Self.separator.utf8 }
    switch self {
    case .dotted:
      if isClose { output.append(UInt8(ascii: ".")) }
      output += part.utf8
      output.removeLast()
    case .closed:
      output.append(UInt8(ascii: "("))
      output += part.utf8
    case .decimal:
      let isOpened = part.utf8.first == UInt8(ascii: "(") || part.utf8.first == UInt8(ascii: "[")
      output += part.utf8.dropFirst(isOpened ? 1 : 0)
      if let last = output.last, !last.isASCIILetterOrDigit {
        output.removeLast()
      }
    case .enclosed, .number: output += part.utf8
    case .words:
      output += (language == .german ? CountedPlace.german(part) ?? part : part).utf8
    }
  }

  /// Whether it is a dotted marker behind one that German has a word for: `Nr. 1` behind `Abs. 2`.
  private func followsWord(_ previous: PathPartForm?, _ output: [UInt8]) -> Bool {
    guard self == .dotted else { return false }
    if previous == .closed || previous == .enclosed { return true }
    guard previous == .dotted else { return false }
    let length = output.reversed().prefix(while: \.isASCIILetterOrDigit).count
    return output.dropLast(length).suffix(2).elementsEqual(". ".utf8)
  }

  /// Appends a marker as German lawyers cite it.
  private func appendGerman(
    _ part: [UInt8], after previous: PathPartForm?, to output: inout [UInt8]
  ) {
    let isFirst =
      switch previous {
      case .closed, .enclosed: false
      case .dotted: self != .dotted && output.last?.isASCIIDigit ?? true
      case nil, .words, .number, .decimal: true
      }
    switch previous {
    case nil: break
    case .words: output += Self.separator.utf8
    default: output.append(UInt8(ascii: " "))
    }
    GermanMarker.append(
      part.dropFirst(self == .enclosed ? 1 : 0).dropLast(), isFirst: isFirst, to: &output)
  }
}

/// Writes the legal paths of an agreement's places.
package struct LegalPathWriter {
  private let provisions: [Provision]
  private let language: Language
  /// The places on the way to the one that is written, innermost first.
  private var chain: [Int32] = []
  /// The place that the last one stands in, with its path and the form that this ends in: whoever
  /// writes all paths of an agreement comes to neighbours, which share it.
  private var outer = Provision.none
  private var outerPath: [UInt8] = []
  private var outerForm: PathPartForm?

  /// `language`: of the readers.
  package init(of provisions: [Provision], in language: Language = .english) {
    self.provisions = provisions
    self.language = language
  }

  /// Appends the written form of the path of `index`, one of the agreement's provisions: what
  /// ``LegalPath/written(in:)`` says.
  package mutating func append(pathOf index: Int, to output: inout [UInt8]) {
    let parent = provisions[index].pathParent
    if parent != outer { enter(parent) }
    output += outerPath
    guard !provisions[index].part.isEmpty else { return }
    provisions[index].partForm.append(
      provisions[index].part, in: language, after: outerForm, to: &output)
  }

  /// Takes `place` for the outer one.
  private mutating func enter(_ place: Int32) {
    chain.removeAll(keepingCapacity: true)
    var current = place
    while current != Provision.none {
      if !provisions[Int(current)].part.isEmpty { chain.append(current) }
      current = provisions[Int(current)].pathParent
    }
    outer = place
    outerPath.removeAll(keepingCapacity: true)
    outerForm = nil
    while let place = chain.popLast() {
      let form = provisions[Int(place)].partForm
      form.append(provisions[Int(place)].part, in: language, after: outerForm, to: &outerPath)
      outerForm = form
    }
  }
}
