/// The inside of tags: names, literals and operators up to the end mark.
extension Lexer {
  enum Ending { case variable, block, line }

  mutating func lexExpression(until ending: Ending) throws(TemplateError) {
    var brackets: [(open: Token.Kind, span: SourceSpan)] = []
    while true {
      if brackets.isEmpty, let end = tagEnd(ending) {
        append(ending == .variable ? .variableEnd : .blockEnd, position, end)
        position = end
        return
      }
      guard position < bytes.count else {
        // The parser words this better: it knows what it was waiting for.
        return
      }
      let afterSpace = skipWhitespace(in: bytes, from: position)
      if afterSpace > position {
        position = afterSpace
        continue
      }
      try lexToken(&brackets)
    }
  }

  private func tagEnd(_ ending: Ending) -> Int? {
    switch ending {
    case .block: return end(of: blockEnd, at: position, trimsNewline: options.trimBlocks)
    case .variable:
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "-"), matches(variableEnd, at: position + 1) {
        return skipWhitespace(in: bytes, from: position + 1 + variableEnd.count)
      }
      return matches(variableEnd, at: position) ? position + variableEnd.count : nil
    case .line:
      // All blank lines that follow belong to the end of a line statement.
      let run = skipWhitespace(in: bytes, from: position)
      if run == bytes.count { return run }
      return bytes[position..<run].lastIndex(of: 0x0A).map { $0 + 1 }
    }
  }

  private mutating func lexToken(
    _ brackets: inout [(open: Token.Kind, span: SourceSpan)]
  ) throws(TemplateError) {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      lexNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      try lexString(quote: byte)
    default:
      if let end = identifierEnd(in: bytes, from: position), end > position {
        append(.name, position, end, text: Array(bytes[position..<end]))
        position = end
        return
      }
      try lexOperator(&brackets)
    }
  }

  private mutating func lexOperator(
    _ brackets: inout [(open: Token.Kind, span: SourceSpan)]
  ) throws(TemplateError) {
    let first = bytes[position]
    for (text, kind) in Token.Kind.operators
    where text.utf8.first == first && matches(Array(text.utf8), at: position) {
      let span = SourceSpan(position, position + text.utf8.count)
      switch kind {
      case .leftParenthesis, .leftBracket, .leftBrace:
        brackets.append((kind, span))
      case .rightParenthesis, .rightBracket, .rightBrace:
        guard let open = brackets.popLast() else {
          throw source.error(.syntax, "unexpected '\(text)'", at: span)
        }
        let expected = Self.closing[open.open] ?? kind
        guard expected == kind else {
          throw source.error(
            .syntax, "unexpected '\(text)', expected '\(expected.spelling)'", at: span)
        }
      default: break
      }
      tokens.append(Token(kind: kind, span: span))
      position += text.utf8.count
      return
    }
    let end = nextScalarBoundary(in: bytes, after: position)
    let character = String(decoding: bytes[position..<end], as: UTF8.self)
    throw source.error(.syntax, "unexpected char '\(character)'", at: SourceSpan(position, end))
  }

  private static let closing: [Token.Kind: Token.Kind] = [
    .leftParenthesis: .rightParenthesis, .leftBracket: .rightBracket, .leftBrace: .rightBrace,
  ]
}

// MARK: - Numbers

extension Lexer {
  private mutating func lexNumber() {
    let start = position
    if let end = floatEnd(from: start) {
      append(.float, start, end, text: bytes[start..<end].filter { $0 != UInt8(ascii: "_") })
      position = end
      return
    }
    if let (end, radix) = prefixedIntegerEnd(from: start) {
      let digits = bytes[start + 2..<end].filter { $0 != UInt8(ascii: "_") }
      let value = BigInteger(digits: digits, radix: radix) ?? BigInteger(0)
      append(.integer, start, end, text: Array(value.description.utf8))
      position = end
    } else {
      // A number that starts with 0 is zeros only: `007` is `00` and then `7`.
      let isZero = bytes[start] == UInt8(ascii: "0")
      let end = digitsEnd(from: start) { isZero ? $0 == 0x30 : (0x30...0x39).contains($0) }
      append(.integer, start, end, text: bytes[start..<end].filter { $0 != UInt8(ascii: "_") })
      position = end
    }
  }

  /// Digits with single underscores between them.
  private func digitsEnd(from start: Int, _ isDigit: (UInt8) -> Bool) -> Int {
    var end = start
    while end < bytes.count {
      if isDigit(bytes[end]) {
        end += 1
      } else if bytes[end] == UInt8(ascii: "_"), end > start, end + 1 < bytes.count,
        isDigit(bytes[end + 1])
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func prefixedIntegerEnd(from start: Int) -> (end: Int, radix: Int)? {
    guard bytes[start] == UInt8(ascii: "0"), start + 2 < bytes.count else { return nil }
    let radix: Int
    switch bytes[start + 1] | 0x20 {
    case UInt8(ascii: "b"): radix = 2
    case UInt8(ascii: "o"): radix = 8
    case UInt8(ascii: "x"): radix = 16
    default: return nil
    }
    let first = bytes[start + 2] == UInt8(ascii: "_") ? start + 3 : start + 2
    let end = digitsEnd(from: first) { digitValue($0).map { $0 < radix } ?? false }
    return end > first ? (end, radix) : nil
  }

  private func floatEnd(from start: Int) -> Int? {
    // After a dot a number is a member or an index, as in `list.0.1`.
    guard start == 0 || bytes[start - 1] != UInt8(ascii: ".") else { return nil }
    let isDecimal: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    var end = digitsEnd(from: start, isDecimal)
    var isFloat = false
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), isDecimal(bytes[end + 1]) {
      end = digitsEnd(from: end + 1, isDecimal)
      isFloat = true
    }
    if end + 1 < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      var exponent = end + 1
      if bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
        exponent += 1
      }
      if exponent < bytes.count, isDecimal(bytes[exponent]) {
        end = digitsEnd(from: exponent, isDecimal)
        isFloat = true
      }
    }
    return isFloat ? end : nil
  }
}

// MARK: - Strings

extension Lexer {
  private mutating func lexString(quote: UInt8) throws(TemplateError) {
    let start = position
    var index = position + 1
    var hasEscapes = false
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\") {
        hasEscapes = true
        index += 1
      }
      index += 1
    }
    guard index < bytes.count else {
      throw source.error(
        .syntax, "unexpected char '\(Character(Unicode.Scalar(quote)))'",
        at: SourceSpan(start, start + 1))
    }
    let raw = Array(bytes[start + 1..<index])
    var text = raw
    if hasEscapes {
      guard let decoded = decodeEscapes(raw) else {
        throw source.error(
          .syntax, "a backslash escape in the string is not complete",
          at: SourceSpan(start, index + 1))
      }
      text = decoded
    }
    append(.string, start, index + 1, text: text)
    position = index + 1
  }
}

/// The text that a quoted literal with backslash escapes means, as in Python; `nil` where an
/// escape is cut short or names no Unicode scalar.
private func decodeEscapes(_ raw: [UInt8]) -> [UInt8]? {
  var text: [UInt8] = []
  var index = 0
  while index < raw.count {
    guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count else {
      text.append(raw[index])
      index += 1
      continue
    }
    let byte = raw[index + 1]
    index += 2
    if let simple = simpleEscapes[byte] {
      text.append(simple)
      continue
    }
    switch byte {
    case 0x0A: break
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let width = byte == UInt8(ascii: "x") ? 2 : byte == UInt8(ascii: "u") ? 4 : 8
      guard let code = number(in: raw, at: index, width: width, radix: 16),
        let scalar = Unicode.Scalar(UInt32(code))
      else { return nil }
      text.append(contentsOf: String(Character(scalar)).utf8)
      index += width
    case 0x30...0x37:
      var end = index
      while end < min(index + 2, raw.count), (0x30...0x37).contains(raw[end]) { end += 1 }
      guard let code = number(in: raw, at: index - 1, width: end - index + 1, radix: 8),
        let scalar = Unicode.Scalar(UInt32(code))
      else { return nil }
      text.append(contentsOf: String(Character(scalar)).utf8)
      index = end
    case UInt8(ascii: "N"): return nil
    default: text += [UInt8(ascii: "\\"), byte]
    }
  }
  return text
}

private let simpleEscapes: [UInt8: UInt8] = [
  UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
  UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
  UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): UInt8(ascii: "\\"),
  UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "\""): UInt8(ascii: "\""),
]

private func number(in bytes: [UInt8], at start: Int, width: Int, radix: Int) -> Int? {
  guard start + width <= bytes.count else { return nil }
  var value = 0
  for byte in bytes[start..<start + width] {
    guard let digit = digitValue(byte), digit < radix else { return nil }
    value = value * radix + digit
  }
  return value <= 0x10FFFF ? value : nil
}
