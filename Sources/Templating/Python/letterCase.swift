/// Case mappings as Python has them: full mappings of Unicode, one scalar after the other.
func uppercased(_ source: [UInt8]) -> [UInt8] {
  mapped(source, ascii: { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }) {
    $0.properties.uppercaseMapping
  }
}

func lowercased(_ source: [UInt8]) -> [UInt8] {
  guard source.contains(where: { $0 >= 0x80 }) else {
    return source.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
  let codes = scalars(of: source)
  var result: [UInt8] = []
  for (place, code) in codes.enumerated() {
    if code < 0x80 {
      let byte = UInt8(truncatingIfNeeded: code)
      result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    } else if code == 0x3A3 {
      appendScalar(isFinalSigma(codes, place) ? 0x3C2 : 0x3C3, to: &result)
    } else {
      append(Unicode.Scalar(code)?.properties.lowercaseMapping, or: code, to: &result)
    }
  }
  return result
}

func titlecasedFirst(_ source: [UInt8]) -> [UInt8] {
  guard let first = scalars(of: source).first else { return source }
  var result: [UInt8] = []
  append(Unicode.Scalar(first)?.properties.titlecaseMapping, or: first, to: &result)
  return result
}

/// Python's `str.capitalize`.
func capitalized(_ source: [UInt8]) -> [UInt8] {
  guard !source.isEmpty else { return source }
  let width = decodeScalar(source, 0).width
  // The rest is mapped with the first letter before it, which decides a sigma at its end.
  let lowered = lowercased(source)
  let head = lowercased(Array(source[..<width]))
  return titlecasedFirst(source) + lowered.dropFirst(head.count)
}

/// Python's `str.title`: a letter after a letter is small, any other is a capital.
func titlecased(_ source: [UInt8]) -> [UInt8] {
  let codes = scalars(of: source)
  var result: [UInt8] = []
  var followsLetter = false
  for (place, code) in codes.enumerated() {
    guard let scalar = Unicode.Scalar(code) else { continue }
    if followsLetter {
      if code == 0x3A3 {
        appendScalar(isFinalSigma(codes, place) ? 0x3C2 : 0x3C3, to: &result)
      } else {
        append(scalar.properties.lowercaseMapping, or: code, to: &result)
      }
    } else {
      append(scalar.properties.titlecaseMapping, or: code, to: &result)
    }
    followsLetter = scalar.properties.isCased
  }
  return result
}

func caseSwapped(_ source: [UInt8]) -> [UInt8] {
  let codes = scalars(of: source)
  var result: [UInt8] = []
  for (place, code) in codes.enumerated() {
    guard let scalar = Unicode.Scalar(code) else { continue }
    if isUppercase(code) {
      if code == 0x3A3 {
        appendScalar(isFinalSigma(codes, place) ? 0x3C2 : 0x3C3, to: &result)
      } else {
        append(scalar.properties.lowercaseMapping, or: code, to: &result)
      }
    } else if isLowercase(code) {
      append(scalar.properties.uppercaseMapping, or: code, to: &result)
    } else {
      appendScalar(code, to: &result)
    }
  }
  return result
}

func isUppercase(_ code: UInt32) -> Bool {
  Unicode.Scalar(code)?.properties.isUppercase ?? false
}

func isLowercase(_ code: UInt32) -> Bool {
  Unicode.Scalar(code)?.properties.isLowercase ?? false
}

func isTitlecase(_ code: UInt32) -> Bool {
  Unicode.Scalar(code)?.properties.generalCategory == .titlecaseLetter
}

/// Python's `str.isalpha` for one scalar.
func isLetter(_ code: UInt32) -> Bool {
  switch Unicode.Scalar(code)?.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
  default: false
  }
}

func isDecimalDigit(_ code: UInt32) -> Bool {
  Unicode.Scalar(code)?.properties.generalCategory == .decimalNumber
}

func isDigit(_ code: UInt32) -> Bool {
  guard let type = Unicode.Scalar(code)?.properties.numericType else { return false }
  return type == .decimal || type == .digit
}

func isNumeric(_ code: UInt32) -> Bool {
  Unicode.Scalar(code)?.properties.numericType != nil
}

/// What `\w` matches in Python.
func isWordPart(_ code: UInt32) -> Bool {
  if code < 0x80 {
    return (0x30...0x39).contains(code) || (0x41...0x5A).contains(code)
      || (0x61...0x7A).contains(code) || code == 0x5F
  }
  return isLetter(code) || isNumeric(code)
}

private func mapped(
  _ source: [UInt8], ascii: (UInt8) -> UInt8, _ map: (Unicode.Scalar) -> String
) -> [UInt8] {
  guard source.contains(where: { $0 >= 0x80 }) else { return source.map(ascii) }
  var result: [UInt8] = []
  result.reserveCapacity(source.count)
  var index = 0
  while index < source.count {
    let (code, width) = decodeScalar(source, index)
    if code < 0x80 {
      result.append(ascii(UInt8(code)))
    } else {
      append(Unicode.Scalar(code).map(map), or: code, to: &result)
    }
    index += width
  }
  return result
}

private func append(_ text: String?, or code: UInt32, to result: inout [UInt8]) {
  if let text {
    result.append(contentsOf: text.utf8)
  } else {
    appendScalar(code, to: &result)
  }
}

/// Whether a capital sigma stands at the end of a word.
private func isFinalSigma(_ codes: [UInt32], _ place: Int) -> Bool {
  func isCased(_ range: some Sequence<Int>) -> Bool {
    for index in range {
      guard let properties = Unicode.Scalar(codes[index])?.properties else { return false }
      if properties.isCaseIgnorable { continue }
      return properties.isCased
    }
    return false
  }
  return isCased((0..<place).reversed()) && !isCased(place + 1..<codes.count)
}
