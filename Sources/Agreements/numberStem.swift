internal import Diagnostics

/// The number that the decimals inside a place begin with: `6` of the designations `6`, `6.`,
/// `6.0`, `§ 6` and `Article VI`; empty where there is none.
func numberStem(of designation: String) -> String {
  var bytes = Array(designation.utf8)[...]
  guard let last = bytes.last else { return "" }
  if last == UInt8(ascii: ".") || (last == UInt8(ascii: ")") && bytes.first != UInt8(ascii: "(")) {
    bytes.removeLast()
  }
  var number = bytes.suffix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  if number.isEmpty, let letter = bytes.last, letter.isASCIILetter {
    // `7a`, with the number before its letter
    let digits = bytes.dropLast().suffix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    if let end = digits.last, end.isASCIIDigit { number = bytes[digits.startIndex...] }
  }
  if number.isEmpty {
    let numeral = bytes.suffix { $0.isASCIIUppercase }
    guard !numeral.isEmpty, let value = RomanNumeral.value(of: numeral) else { return "" }
    return isWord(numeral, of: bytes) ? "\(value)" : ""
  }
  guard isWord(number, of: bytes) else { return "" }
  while number.first == UInt8(ascii: ".") { number.removeFirst() }
  if number.count > 2, number.suffix(2).elementsEqual(".0".utf8) { number.removeLast(2) }
  return String(decoding: number, as: UTF8.self)
}

/// The letter that decimals such as `A.1` inside a place begin with, and the numbers behind it: `A`
/// of the designations `A`, `A.` and `Part A`, `A.1` of `A.1`; empty where there is none.
func letteredStem(of designation: String) -> String {
  var bytes = Array(designation.utf8)[...]
  if let space = bytes.lastIndex(of: 0x20) { bytes = bytes[(space + 1)...] }
  if bytes.last == UInt8(ascii: ".") || bytes.last == UInt8(ascii: ")") { bytes.removeLast() }
  guard let first = bytes.first, first.isASCIIUppercase,
    bytes.count == 1
      || (bytes[bytes.startIndex + 1] == UInt8(ascii: ".")
        && bytes.dropFirst().allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") })
  else { return "" }
  return String(decoding: bytes, as: UTF8.self)
}

/// Whether no letter stands before the end of `bytes` that `word` is.
private func isWord(_ word: ArraySlice<UInt8>, of bytes: ArraySlice<UInt8>) -> Bool {
  guard let before = bytes[..<word.startIndex].last else { return true }
  return !before.isASCIILetter
}

extension ArraySlice<UInt8> {
  /// The longest end of which all fit.
  fileprivate func suffix(while fits: (UInt8) -> Bool) -> Self {
    var start = endIndex
    while start > startIndex, fits(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
