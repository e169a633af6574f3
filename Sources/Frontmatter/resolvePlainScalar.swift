internal import Diagnostics

/// What a plain scalar of YAML means.
///
/// Source: YAML 1.2.2, section 10.3.2, narrowed to what nobody types by accident: `null`, `~`, the
/// empty scalar, `true`, `false`, decimal, `0o` and `0x` integers, and decimal fractions. Text stay
/// the capitalised words, `.inf` and `.nan`, and digits after a leading zero, since `01067` is the
/// postal code of Dresden.
func resolvePlainScalar(_ text: borrowing Span<UInt8>) -> YAMLScalar.Resolved {
  guard text.count > 0 else { return .null }
  switch text[0] {
  case UInt8(ascii: "~"): return text.count == 1 ? .null : .text
  case UInt8(ascii: "n"): return text.isEqual(to: "null") ? .null : .text
  case UInt8(ascii: "t"): return text.isEqual(to: "true") ? .boolean(true) : .text
  case UInt8(ascii: "f"): return text.isEqual(to: "false") ? .boolean(false) : .text
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
    UInt8(ascii: "."):
    return resolveNumber(text)
  default: return .text
  }
}

private func resolveNumber(_ text: borrowing Span<UInt8>) -> YAMLScalar.Resolved {
  if text.count > 2, text[0] == UInt8(ascii: "0") {
    if text[1] == UInt8(ascii: "x") { return integer(text, from: 2, radix: 16) }
    if text[1] == UInt8(ascii: "o") { return integer(text, from: 2, radix: 8) }
  }
  let isSigned = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+")
  let start = isSigned ? 1 : 0
  guard let shape = DecimalShape(text, from: start) else { return .text }
  if shape.integerDigits > 1, text[start] == UInt8(ascii: "0") { return .text }
  if shape.isInteger, case .integer(let value) = integer(text, from: start, radix: 10) {
    return .integer(text[0] == UInt8(ascii: "-") ? -value : value)
  }
  guard let value = decimalValue(text), value.isFinite else { return .text }
  return .number(value)
}

/// The value of the digits from `start` on, or text where another character or an overflow is met.
private func integer(
  _ text: borrowing Span<UInt8>, from start: Int, radix: Int
) -> YAMLScalar.Resolved {
  var value = 0
  for index in start..<text.count {
    guard let digit = digitValue(text[index]), digit < radix else { return .text }
    let (product, overflows) = value.multipliedReportingOverflow(by: radix)
    let (sum, overflowsToo) = product.addingReportingOverflow(digit)
    guard !overflows, !overflowsToo else { return .text }
    value = sum
  }
  return .integer(value)
}

func digitValue(_ byte: UInt8) -> Int? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}

/// The parts of a decimal number: digits, a fraction, an exponent.
private struct DecimalShape {
  var integerDigits = 0
  var isInteger = true

  /// Fails where the text from `start` on is no decimal number of the core schema.
  init?(_ text: borrowing Span<UInt8>, from start: Int) {
    var index = start
    integerDigits = text.skipDigits(&index)
    var fractionDigits = 0
    if index < text.count, text[index] == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      fractionDigits = text.skipDigits(&index)
    }
    guard integerDigits + fractionDigits > 0 else { return nil }
    if index < text.count, text[index] == UInt8(ascii: "e") || text[index] == UInt8(ascii: "E") {
      isInteger = false
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
        index += 1
      }
      guard text.skipDigits(&index) > 0 else { return nil }
    }
    guard index == text.count else { return nil }
  }
}

/// The double nearest to a decimal number whose shape has been checked.
func decimalValue(_ text: borrowing Span<UInt8>) -> Double? {
  var digits: [UInt8] = []
  digits.reserveCapacity(text.count)
  for index in 0..<text.count { digits.append(text[index]) }
  return Double(String(decoding: digits, as: UTF8.self))
}

extension Span<UInt8> {
  func isEqual(to text: String) -> Bool {
    guard count == text.utf8.count else { return false }
    var index = 0
    for byte in text.utf8 {
      guard self[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// Moves `index` past the digits that begin there, and tells how many there were.
  func skipDigits(_ index: inout Int) -> Int {
    let start = index
    while index < count, self[index].isASCIIDigit { index += 1 }
    return index - start
  }
}
