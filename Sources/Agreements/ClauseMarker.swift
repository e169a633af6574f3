internal import Diagnostics

/// The literal number or letter at the start of a clause: `(1)`, `a.`, `b)`, `2.1`, `[2.1]`.
package struct ClauseMarker: Equatable, Sendable {
  package enum Style: Sendable {
    /// `a.`
    case dotted
    /// `a)`
    case closed
    /// `(a)`
    case enclosed
    /// `2.1`, `2.1.`, `2.1)`, `2.1:`, `(2.1)` or `[2.1]`: holds the numbers of the places above it.
    case decimal
  }

  package var style: Style
  /// What stands between the punctuation: `1`, `a`, `aa`, `iv`, `2.1`.
  package var body: String
  /// The marker as printed, without the space that follows; decimals without a closing dot.
  package var printed: String
  /// Bytes that the marker takes in the text, without the space that follows.
  package var length: Int
  /// Whether nothing is around the number, as of the paragraphs of Swiss articles.
  var isBare = false

  /// What the place is called in a legal path: the marker, of a decimal the bare number.
  var part: String { style == .decimal ? body : isBare ? "(\(printed))" : printed }

  /// Reads a marker at the start of `text`.
  ///
  /// `allowsBareEnd`: whether the marker may be all there is; otherwise white space must
  /// follow, so that `(s)he`, `a.m.` and `1.5` are text.
  package init?(parsing text: ArraySlice<UInt8>, allowsBareEnd: Bool = false) {
    guard let extent = Extent(of: text, allowsBareEnd: allowsBareEnd) else { return nil }
    style = extent.style
    body = String(decoding: text[extent.body], as: UTF8.self)
    printed = String(decoding: text[..<extent.printedEnd], as: UTF8.self)
    length = extent.end - text.startIndex
  }

  /// Where the parts of a marker stand in a text, as indexes of it.
  ///
  /// For all that only asks whether there is a marker: texts are many, and their words are dear.
  struct Extent {
    var style: Style
    var body: Range<Int>
    var printedEnd: Int
    var end: Int
  }

  /// Whether the place that `text` starts with is an abbreviation such as `z. B.` or `e. g.` and
  /// not a letter of an enumeration.
  package static func startsWithAbbreviation(_ text: ArraySlice<UInt8>) -> Bool {
    let first = text.startIndex
    guard text.count >= 5, text[first].isASCIILetter, text[first + 1] == UInt8(ascii: ".") else {
      return false
    }
    var index = first + 2
    while index < text.endIndex, isSpace(text, at: index) { index += spaceLength(text, at: index) }
    return index + 1 < text.endIndex && text[index].isASCIILetter
      && text[index + 1] == UInt8(ascii: ".")
  }
}

extension ClauseMarker.Extent {
  /// Finds a marker at the start of `text`; see ``ClauseMarker/init(parsing:allowsBareEnd:)``.
  init?(of text: ArraySlice<UInt8>, allowsBareEnd: Bool) {
    var index = text.startIndex
    guard index < text.endIndex else { return nil }
    let opening = text[index]
    let isEnclosed = opening == UInt8(ascii: "(")
    let isSquare = opening == UInt8(ascii: "[")
    if isEnclosed || isSquare { index += 1 }

    let bodyStart = index
    guard let bodyEnd = ClauseMarker.endOfBody(in: text, from: bodyStart) else { return nil }
    let isDecimal = text[bodyStart..<bodyEnd].contains(UInt8(ascii: "."))
    index = bodyEnd
    let closing = index < text.endIndex ? text[index] : 0
    switch (isEnclosed, isDecimal, closing) {
    case (_, true, UInt8(ascii: "]")) where isSquare:
      style = .decimal
      index += 1
    // `[1]` and `[a]` are notes.
    case (_, _, _) where isSquare: return nil
    case (_, true, UInt8(ascii: ")")), (false, true, UInt8(ascii: ":")):
      style = .decimal
      index += 1
    case (true, false, UInt8(ascii: ")")):
      style = .enclosed
      index += 1
    case (false, false, UInt8(ascii: ")")):
      style = .closed
      index += 1
    case (false, false, UInt8(ascii: ".")):
      style = .dotted
      index += 1
    case (false, true, UInt8(ascii: ".")):
      style = .decimal
      index += 1
    case (false, true, _):
      style = .decimal
    default:
      return nil
    }
    guard index < text.endIndex ? ClauseMarker.isSpace(text, at: index) : allowsBareEnd else {
      return nil
    }
    body = bodyStart..<bodyEnd
    printedEnd = style == .decimal && closing == UInt8(ascii: ".") ? bodyEnd : index
    end = index
  }
}

extension ClauseMarker {
  /// The end of a body at `start`: up to three digits with an inserted letter (`7a`, `7A`),
  /// decimals, one letter, one letter doubled, or a roman numeral.
  fileprivate static func endOfBody(in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.endIndex, text[index].isASCIIDigit { index += 1 }
    if index > start {
      guard index - start <= 3 else { return nil }
      var end = index
      // A decimal goes on while a dot is followed by a digit: the closing dot is not part of it.
      while end + 1 < text.endIndex, text[end] == UInt8(ascii: "."), text[end + 1].isASCIIDigit {
        var next = end + 1
        while next < text.endIndex, text[next].isASCIIDigit { next += 1 }
        guard next - end <= 4, next - start <= longestDecimal else { return nil }
        end = next
      }
      guard end < text.endIndex, text[end].isASCIILetter else { return end }
      let isBeforeWord = end + 1 < text.endIndex && text[end + 1].isASCIILetterOrDigit
      return text[end].isASCIILowercase || !isBeforeWord ? end + 1 : end
    }
    while index < text.endIndex, text[index].isASCIILetter, index - start < 6 { index += 1 }
    let body = text[start..<index]
    switch body.count {
    case 1: return index
    case 2 where body.first == body.last: return index
    case 2...5 where RomanNumeral.value(of: body) != nil: return index
    default: return nil
    }
  }

  /// In bytes. Paths repeat the numbers above them, so that one without an end would multiply.
  static let longestDecimal = 32

  /// White space that can follow a marker: space, tab, line feed, no-break space.
  static func isSpace(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
    spaceLength(text, at: index) > 0
  }

  static func spaceLength(_ text: ArraySlice<UInt8>, at index: Int) -> Int {
    guard index < text.endIndex else { return 0 }
    switch text[index] {
    case 0x20, 0x09, 0x0A: return 1
    case 0xC2 where index + 1 < text.endIndex && text[index + 1] == 0xA0: return 2
    // U+2002...U+200A and U+202F: the fixed and narrow spaces of typesetting.
    case 0xE2 where index + 2 < text.endIndex && text[index + 1] == 0x80:
      let last = text[index + 2]
      return (0x82...0x8A).contains(last) || last == 0xAF ? 3 : 0
    default: return 0
    }
  }
}
