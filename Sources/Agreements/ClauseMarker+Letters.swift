internal import Diagnostics

extension ClauseMarker {
  /// Reads a decimal that begins with a letter, `A.1` or `B.2.1`, or with an inserted one, `4A.1`.
  ///
  /// Whether such a number counts clauses, the heading above it tells: `A.8.24` is a control, too.
  ///
  /// `allowsBareEnd`: whether the marker may be all there is.
  init?(letteredDecimal text: ArraySlice<UInt8>, allowsBareEnd: Bool = false) {
    var index = text.startIndex
    while index < text.endIndex, text[index].isASCIIDigit { index += 1 }
    let digits = index - text.startIndex
    guard digits <= 3, index + 2 < text.endIndex,
      digits > 0 ? text[index].isASCIILetter : text[index].isASCIIUppercase,
      text[index + 1] == UInt8(ascii: "."), text[index + 2].isASCIIDigit
    else { return nil }
    var end = index + 1
    while end + 1 < text.endIndex, text[end] == UInt8(ascii: "."), text[end + 1].isASCIIDigit {
      var next = end + 1
      while next < text.endIndex, text[next].isASCIIDigit { next += 1 }
      guard next - end <= 4, next - text.startIndex <= Self.longestDecimal else { return nil }
      end = next
    }
    let number = String(decoding: text[..<end], as: UTF8.self)
    let isClosed =
      end < text.endIndex && (text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ":"))
    if isClosed { end += 1 }
    guard end < text.endIndex ? Self.isSpace(text, at: end) : allowsBareEnd else { return nil }
    style = .decimal
    body = number
    printed = number
    length = end - text.startIndex
  }

  /// The letter that a decimal begins with, without a number before it: `A` of `A.1`.
  var leadingLetter: UInt8? {
    guard style == .decimal, let first = body.utf8.first, first.isASCIILetter else { return nil }
    return first
  }
}
