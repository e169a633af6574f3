/// Text with the character references of HTML resolved, as Python's `html.unescape` does.
func unescapedHTML(_ source: [UInt8]) -> [UInt8] {
  guard source.contains(UInt8(ascii: "&")) else { return source }
  var result: [UInt8] = []
  var index = 0
  while index < source.count {
    guard source[index] == UInt8(ascii: "&"), let (text, end) = reference(in: source, at: index)
    else {
      result.append(source[index])
      index += 1
      continue
    }
    result += text
    index = end
  }
  return result
}

private let references: [String: (isLegacy: Bool, text: [UInt8])] = {
  var table: [String: (isLegacy: Bool, text: [UInt8])] = [:]
  for entry in characterReferences.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    let isLegacy = entry.hasPrefix("!")
    let parts = entry.drop { $0 == "!" }.split(separator: "=")
    guard parts.count == 2 else { continue }
    let codes = parts[1].split(separator: "+").compactMap { UInt32($0, radix: 16) }
    table[String(parts[0])] = (isLegacy, utf8(of: codes))
  }
  return table
}()

private func reference(in source: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
  guard start + 1 < source.count else { return nil }
  if source[start + 1] == UInt8(ascii: "#") { return numericReference(in: source, at: start) }
  var end = start + 1
  while end < source.count, end - start <= 32, isNamePart(source[end]) { end += 1 }
  let name = source[start + 1..<end]
  guard !name.isEmpty else { return nil }
  let hasSemicolon = end < source.count && source[end] == UInt8(ascii: ";")
  if hasSemicolon, let found = references[String(decoding: name, as: UTF8.self)] {
    return (found.text, end + 1)
  }
  // Old names count without a semicolon, and then the longest one that the text starts with.
  for length in stride(from: name.count, through: 2, by: -1) {
    let prefix = String(decoding: name.prefix(length), as: UTF8.self)
    if let found = references[prefix], found.isLegacy {
      return (found.text, start + 1 + length)
    }
  }
  return nil
}

private func isNamePart(_ byte: UInt8) -> Bool {
  ![0x09, 0x0A, 0x0C, 0x20, 0x3C, 0x26, 0x23, 0x3B].contains(byte)
}

private func numericReference(in source: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
  var index = start + 2
  var radix = 10
  if index < source.count, source[index] | 0x20 == UInt8(ascii: "x") {
    radix = 16
    index += 1
  }
  let first = index
  var code = 0
  while index < source.count, let digit = digitValue(source[index]), digit < radix {
    code = min(code * radix + digit, 0x11_0000)
    index += 1
  }
  guard index > first else { return nil }
  if index < source.count, source[index] == UInt8(ascii: ";") { index += 1 }
  if let replacement = windowsCodes[code] { return (utf8(of: [replacement]), index) }
  if code > 0x10FFFF || (0xD800...0xDFFF).contains(code) { return (utf8(of: [0xFFFD]), index) }
  if isInvalid(code) { return ([], index) }
  return (utf8(of: [UInt32(code)]), index)
}

/// Controls and scalars that stand for no character.
private func isInvalid(_ code: Int) -> Bool {
  switch code {
  case 0x1...0x8, 0xB, 0xE...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
  default: code & 0xFFFE == 0xFFFE
  }
}

/// Numbers that HTML reads as the Windows code page has them.
private let windowsCodes: [Int: UInt32] = [
  0x00: 0xFFFD, 0x0D: 0x0D, 0x80: 0x20AC, 0x81: 0x81, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E,
  0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160,
  0x8B: 0x2039, 0x8C: 0x0152, 0x8D: 0x8D, 0x8E: 0x017D, 0x8F: 0x8F, 0x90: 0x90, 0x91: 0x2018,
  0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014,
  0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A, 0x9C: 0x0153, 0x9D: 0x9D,
  0x9E: 0x017E, 0x9F: 0x0178,
]
