/// Why bytes are not JSON, and where.
package struct JSONFailure: Error, Sendable, Hashable {
  package let message: String
  /// Bytes before the fault.
  package let offset: Int
}

extension Value {
  /// Reads JSON: keys keep their order, integers and numbers stay apart, large integers stay exact.
  ///
  /// As Python does, it takes `NaN` and `Infinity`, and the last of two equal keys.
  package init(json bytes: [UInt8]) throws(JSONFailure) {
    var reader = JSONReader(bytes: bytes)
    self = try reader.readDocument()
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var index = 0

  static let maximumDepth = 200

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func readDocument() throws(JSONFailure) -> Value {
    let value = try readValue(depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw failure("text follows the value") }
    return value
  }

  private func failure(_ message: String) -> JSONFailure {
    JSONFailure(message: message, offset: index)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ literal: String) -> Bool {
    guard bytes[index...].starts(with: literal.utf8) else { return false }
    index += literal.utf8.count
    return true
  }

  private mutating func readValue(depth: Int) throws(JSONFailure) -> Value {
    guard depth < Self.maximumDepth else {
      throw failure("the value nests deeper than \(Self.maximumDepth) levels")
    }
    skipBlanks()
    guard index < bytes.count else { throw failure("a value is missing") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    default: break
    }
    if take("true") { return .boolean(true) }
    if take("false") { return .boolean(false) }
    if take("null") { return .none }
    if take("NaN") { return .number(.nan) }
    if take("Infinity") { return .number(.infinity) }
    if take("-Infinity") { return .number(-.infinity) }
    return try readNumber()
  }

  private mutating func readObject(depth: Int) throws(JSONFailure) -> Value {
    var map = ValueMap()
    index += 1
    skipBlanks()
    if take("}") { return .dictionary(map) }
    while true {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw failure("a key in quotes is missing")
      }
      let key = try readString()
      skipBlanks()
      guard take(":") else { throw failure("a colon is missing after the key '\(key)'") }
      map[key] = try readValue(depth: depth + 1)
      skipBlanks()
      if take("}") { return .dictionary(map) }
      guard take(",") else { throw failure("a comma or a closing brace is missing") }
    }
  }

  private mutating func readArray(depth: Int) throws(JSONFailure) -> Value {
    var values: [Value] = []
    index += 1
    skipBlanks()
    if take("]") { return .array(values) }
    while true {
      values.append(try readValue(depth: depth + 1))
      skipBlanks()
      if take("]") { return .array(values) }
      guard take(",") else { throw failure("a comma or a closing bracket is missing") }
    }
  }

  private mutating func readNumber() throws(JSONFailure) -> Value {
    let start = index
    var isInteger = true
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isInteger = false
      default:
        return try number(start, isInteger)
      }
      index += 1
    }
    return try number(start, isInteger)
  }

  private func number(_ start: Int, _ isInteger: Bool) throws(JSONFailure) -> Value {
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let magnitude = bytes[start..<index].drop { $0 == UInt8(ascii: "-") }
    guard let first = magnitude.first, (0x30...0x39).contains(first) else {
      throw JSONFailure(message: "a value is missing", offset: start)
    }
    if isInteger {
      if let value = Int(text) { return .integer(value) }
      if magnitude.allSatisfy({ (0x30...0x39).contains($0) }) { return .bigInteger(text) }
    } else if let value = Double(text) {
      return .number(value)
    }
    throw JSONFailure(message: "'\(text)' is not a number", offset: start)
  }

  private mutating func readString() throws(JSONFailure) -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try readEscape(&text)
      default: text.append(byte)
      }
    }
    throw failure("a string is not closed")
  }

  private mutating func readEscape(_ text: inout [UInt8]) throws(JSONFailure) {
    guard index < bytes.count else { throw failure("a string is not closed") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try readUnit()
      if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: "\\u".utf8) {
        let before = index
        index += 2
        let low = try readUnit()
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          index = before
        }
      }
      appendScalar((0xD800..<0xE000).contains(code) ? 0xFFFD : code, to: &text)
    default: throw failure("a backslash stands before a character that needs none")
    }
  }

  private mutating func readUnit() throws(JSONFailure) -> UInt32 {
    guard index + 4 <= bytes.count else { throw failure("an escape is not complete") }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = digitValue(byte), digit < 16 else {
        throw failure("an escape is not complete")
      }
      code = code << 4 | UInt32(digit)
    }
    index += 4
    return code
  }
}
