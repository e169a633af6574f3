import Diagnostics

extension JSONReader {
  mutating func readWord(
    _ word: String, _ resolved: YAMLScalar.Resolved
  ) throws(JSONFault) -> YAMLNode {
    let end = index + word.utf8.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual(word.utf8) else {
      throw fault("value must be text, a number, a list, an object, true, false or null")
    }
    defer { index = end }
    return YAMLNode(
      .scalar(YAMLScalar(text: word, resolved: resolved)), at: range(from: index, to: end))
  }

  mutating func readNumber() throws(JSONFault) -> YAMLNode {
    let start = index
    var isInteger = true
    if peek == UInt8(ascii: "-") { index += 1 }
    let firstDigit = index
    guard skipDigits() > 0 else { throw fault("digit must follow '-'") }
    if bytes[firstDigit] == UInt8(ascii: "0"), index > firstDigit + 1 {
      throw fault("number must not begin with 0", at: firstDigit)
    }
    if peek == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      guard skipDigits() > 0 else { throw fault("digit must follow '.'") }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isInteger = false
      index += 1
      if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { index += 1 }
      guard skipDigits() > 0 else { throw fault("digit must follow an exponent's 'e'") }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let resolved: YAMLScalar.Resolved
    if isInteger, let value = Int(text) {
      resolved = .integer(value)
    } else if let value = Double(text), value.isFinite {
      resolved = .number(value)
    } else {
      throw fault("number is too large", at: start)
    }
    return YAMLNode(
      .scalar(YAMLScalar(text: text, resolved: resolved)), at: range(from: start, to: index))
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
    return index - start
  }
}

extension JSONReader {
  mutating func readString() throws(JSONFault) -> YAMLNode {
    let start = index
    index += 1
    var runStart = index
    /// Empty until the first escape: most texts have none, and are taken over in one piece.
    var decoded: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[runStart..<index]
        index += 1
        let text =
          decoded.isEmpty
          ? String(decoding: rest, as: UTF8.self) : String(decoding: decoded + rest, as: UTF8.self)
        return YAMLNode(
          .scalar(YAMLScalar(text: text, resolved: .text)), at: range(from: start, to: index))
      case UInt8(ascii: "\\"):
        decoded += bytes[runStart..<index]
        try readEscape(into: &decoded)
        runStart = index
      case 0..<0x20:
        throw fault(
          "control character must be written as an escape between quotes",
          help: byte == UInt8(ascii: "\n") ? "write '\\n', or close the quote" : nil)
      default: index += 1
      }
    }
    throw fault("quote is not closed", at: start, help: "write '\"' at the end of the text")
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONFault) {
    let start = index
    index += 1
    guard let letter = peek else { throw fault("quote is not closed") }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try readEscapedScalar(from: start)
      text += Array(String(scalar).utf8)
    default:
      throw fault(
        "escape doesn't exist in JSON", at: start, help: "write '\\\\' for a backslash")
    }
  }

  /// Reads the digits of `\u`, and the second half of a surrogate pair with its `\u`.
  private mutating func readEscapedScalar(from start: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try readFourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw fault("surrogate must be one of a pair", at: start) }
    index += 2
    let second = try readFourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw fault("surrogate must be one of a pair", at: start) }
    return scalar
  }

  private mutating func readFourDigits() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = digitValue(byte) else {
        throw fault("'\\u' must be followed by four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
