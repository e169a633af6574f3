internal import Diagnostics

/// Whether a text begins with the marker of a clause: `a.`, `iv.`, `b)`, `(2)`.
///
/// Only the form is looked at; what number it is, the agreement's structure finds out. `3.` is a
/// marker of Markdown itself, which says where it is none.
func beginsAsClause(_ text: [UInt8]) -> Bool {
  // Up to three blanks may be left over from a level of four.
  var rest = text.drop { $0 == UInt8(ascii: " ") }
  guard rest.startIndex < 4 else { return false }
  let isEnclosed = rest.first == UInt8(ascii: "(")
  if isEnclosed { rest = rest.dropFirst() }
  let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
  let letters = rest.prefix { $0.isASCIILetter }.count
  let isRoman = rest.prefix(letters).allSatisfy { "ivxIVX".utf8.contains($0) }
  guard (isEnclosed && (1...3).contains(digits)) || (1...(isRoman ? 5 : 2)).contains(letters) else {
    return false
  }
  rest = rest.dropFirst(max(digits, letters))
  let end = rest.popFirst()
  guard end == UInt8(ascii: ")") || (end == UInt8(ascii: ".") && !isEnclosed) else { return false }
  guard rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t") else { return false }
  return rest.contains { $0.isASCIILetter || $0 >= 0x80 }
}
