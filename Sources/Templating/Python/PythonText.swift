/// Text as Python sees it: Unicode scalars in UTF-8 bytes.
///
/// All functions here work on bytes and never fail on bytes that are not UTF-8: such a byte counts
/// as one scalar.

/// The value of a digit or Latin letter, up to 35.
func digitValue(_ byte: UInt8) -> Int? {
  switch byte {
  case 0x30...0x39: Int(byte) - 0x30
  case 0x61...0x7A: Int(byte) - 0x61 + 10
  case 0x41...0x5A: Int(byte) - 0x41 + 10
  default: nil
  }
}

/// Whether Python's `str.isspace` holds for the scalar.
func isSpace(_ code: UInt32) -> Bool {
  switch code {
  case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
    0x205F, 0x3000:
    true
  default: false
  }
}

/// Whether Python's `str.splitlines` breaks at the scalar.
func isLineBreak(_ code: UInt32) -> Bool {
  switch code {
  case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// The scalar at `index` and the number of bytes it takes.
@inline(__always)
func decodeScalar(_ bytes: [UInt8], _ index: Int) -> (code: UInt32, width: Int) {
  let first = bytes[index]
  if first < 0x80 { return (UInt32(first), 1) }
  return decodeLongScalar(bytes, index)
}

func decodeLongScalar(_ bytes: [UInt8], _ index: Int) -> (code: UInt32, width: Int) {
  let first = bytes[index]
  let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, first < 0xF5, index + width <= bytes.count else { return (0xFFFD, 1) }
  var code = UInt32(first) & (0xFF >> UInt32(width + 1))
  for offset in 1..<width {
    let next = bytes[index + offset]
    guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    code = code << 6 | UInt32(next & 0x3F)
  }
  return (code, width)
}

func nextScalarBoundary(in bytes: [UInt8], after index: Int) -> Int {
  index + decodeScalar(bytes, index).width
}

/// The first index from `start` on that is not white space.
func skipWhitespace(in bytes: [UInt8], from start: Int) -> Int {
  var index = start
  while index < bytes.count {
    let (code, width) = decodeScalar(bytes, index)
    guard isSpace(code) else { break }
    index += width
  }
  return index
}

/// The end of `bytes[start..<end]` without the white space at its end.
func trimmedEnd(of bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var stop = end
  while stop > start {
    var index = stop - 1
    while index > start, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    guard isSpace(decodeScalar(bytes, index).code) else { break }
    stop = index
  }
  return stop
}

/// Where the identifier at `start` ends; `nil` where none starts there.
func identifierEnd(in bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  while index < bytes.count {
    let (code, width) = decodeScalar(bytes, index)
    guard isIdentifierPart(code, isFirst: index == start) else { break }
    index += width
  }
  return index > start ? index : nil
}

private func isIdentifierPart(_ code: UInt32, isFirst: Bool) -> Bool {
  switch code {
  case 0x41...0x5A, 0x61...0x7A, 0x5F: return true
  case 0x30...0x39: return !isFirst
  case 0..<0x80: return false
  default:
    guard let scalar = Unicode.Scalar(code) else { return false }
    return isFirst ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }
}

/// Appends the UTF-8 of a scalar.
func appendScalar(_ code: UInt32, to bytes: inout [UInt8]) {
  switch code {
  case 0..<0x80: bytes.append(UInt8(code))
  case 0x80..<0x800: bytes += [UInt8(0xC0 | code >> 6), UInt8(0x80 | code & 0x3F)]
  case 0x800..<0x10000:
    bytes += [
      UInt8(0xE0 | code >> 12), UInt8(0x80 | code >> 6 & 0x3F), UInt8(0x80 | code & 0x3F),
    ]
  default:
    bytes += [
      UInt8(0xF0 | code >> 18 & 0x07), UInt8(0x80 | code >> 12 & 0x3F),
      UInt8(0x80 | code >> 6 & 0x3F), UInt8(0x80 | code & 0x3F),
    ]
  }
}

/// The scalars of the text.
func scalars(of bytes: [UInt8]) -> [UInt32] {
  var result: [UInt32] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let (code, width) = decodeScalar(bytes, index)
    result.append(code)
    index += width
  }
  return result
}

/// The UTF-8 of scalars.
func utf8(of scalars: some Sequence<UInt32>) -> [UInt8] {
  var bytes: [UInt8] = []
  for scalar in scalars { appendScalar(scalar, to: &bytes) }
  return bytes
}
