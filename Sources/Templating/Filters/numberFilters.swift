/// Filters that make or change numbers.
let numberFilters: [BuiltinCallable] = [
  BuiltinCallable("abs") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind == .undefined { throw machine.undefinedFault(handle) }
    guard machine.isNumber(handle) else {
      throw .type("bad operand type for abs(): '\(machine.typeName(handle))'")
    }
    if handle.kind == .number { return .number(handle.number.magnitude) }
    let value = machine.bigInteger(handle)
    return try machine.newInteger(value.isNegative ? value.negated : value)
  },
  BuiltinCallable("int", "default? base?") { (machine, base) throws(Fault) in
    let fallback = machine.stack[base + 1].isMissing ? .integer(0) : machine.stack[base + 1]
    let radix = try machine.integer(machine.stack[base + 2], or: 10, "int")
    return try machine.toInteger(machine.stack[base], radix: radix) ?? fallback
  },
  BuiltinCallable("float", "default?") { (machine, base) throws(Fault) in
    let fallback = machine.stack[base + 1].isMissing ? .number(0) : machine.stack[base + 1]
    let handle = machine.stack[base]
    if handle.kind == .undefined { throw machine.undefinedFault(handle) }
    if machine.isNumber(handle) { return .number(try machine.double(handle)) }
    guard handle.isText, let value = parseFloat(machine.bytes(handle)) else { return fallback }
    return .number(value)
  },
  BuiltinCallable("round", "precision? method?") { (machine, base) throws(Fault) in
    try machine.round(base)
  },
  BuiltinCallable("filesizeformat", "binary?") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind == .undefined { throw machine.undefinedFault(handle) }
    var size: Double
    if machine.isNumber(handle) {
      size = try machine.double(handle)
    } else if handle.isText, let parsed = parseFloat(machine.bytes(handle)) {
      size = parsed
    } else {
      throw .type("filesizeformat takes a number, not '\(machine.typeName(handle))'")
    }
    return machine.string(try fileSize(&size, isBinary: machine.flag(base + 1)))
  },
]

private func fileSize(_ size: inout Double, isBinary: Bool) throws(Fault) -> String {
  let unit = isBinary ? 1024.0 : 1000.0
  if size == 1 { return "1 Byte" }
  if size < unit || size.isNaN {
    guard size.isFinite else { throw Fault(.arithmetic, "cannot convert float to integer") }
    return "\(BigInteger(truncating: size)) Bytes"
  }
  let prefixes = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
  var scale = unit
  for (place, prefix) in prefixes.enumerated() {
    scale *= unit
    guard size < scale || place == prefixes.count - 1 else { continue }
    let value = unit * size / scale
    let number = value.isFinite ? fixedText(value, places: 1) : "inf"
    return "\(number) \(isBinary ? prefix.uppercased() + "iB" : prefix + "B")"
  }
  return ""
}

extension Machine {
  /// Python's `int(value)`, with the detour over `float` that the filter takes; `nil` for its
  /// default.
  fileprivate mutating func toInteger(_ handle: Handle, radix: Int) throws(Fault) -> Handle? {
    switch handle.kind {
    case .undefined: throw undefinedFault(handle)
    case .integer, .bigInteger: return handle
    case .boolean: return .integer(handle.payload)
    case .number:
      guard handle.number.isFinite else { return nil }
      return try newInteger(BigInteger(truncating: handle.number))
    case .string, .markup:
      let source = bytes(handle)
      if let value = parseInteger(source, radix: radix) { return try newInteger(value) }
      guard let value = parseFloat(source), value.isFinite else { return nil }
      return try newInteger(BigInteger(truncating: value))
    default: return nil
    }
  }

  fileprivate mutating func round(_ base: Int) throws(Fault) -> Handle {
    let handle = stack[base]
    let precision = try integer(stack[base + 1], or: 0, "round")
    let method = stack[base + 2].isMissing ? "common" : try swiftText(stack[base + 2])
    guard ["common", "ceil", "floor"].contains(method) else {
      throw .arguments("method must be common, ceil or floor")
    }
    if handle.kind == .undefined { throw undefinedFault(handle) }
    guard isNumber(handle) else {
      throw .type("type \(typeName(handle)) doesn't define __round__ method")
    }
    if method == "common" {
      if handle.kind == .number { return .number(rounded(handle.number, places: precision)) }
      return precision >= 0 ? try integral(handle) : try roundedInteger(handle, precision.magnitude)
    }
    let scale: Handle = try binary(.power, .integer(10), .integer(precision))
    let scaled = try binary(.multiply, handle, scale)
    var whole = scaled
    if scaled.kind == .number {
      guard scaled.number.isFinite else {
        throw Fault(.arithmetic, "cannot convert float infinity or NaN to integer")
      }
      let edge = scaled.number.rounded(method == "ceil" ? .up : .down)
      whole = try newInteger(BigInteger(truncating: edge))
    }
    return try binary(.divide, whole, scale)
  }

  private func integral(_ handle: Handle) throws(Fault) -> Handle {
    handle.kind == .boolean ? .integer(handle.payload) : handle
  }

  /// An integer rounded to tens, hundreds and so on, half to even.
  private mutating func roundedInteger(_ handle: Handle, _ places: UInt) throws(Fault) -> Handle {
    let value = bigInteger(handle)
    guard places < 400 else { return .integer(0) }
    let unit = BigInteger(10).power(Int(places))
    guard let (quotient, remainder) = value.dividedDown(by: unit) else { return handle }
    let doubled = remainder.shifted(left: 1)
    let isOdd = (quotient.limbs.first ?? 0) & 1 == 1
    let goesUp = doubled > unit || doubled == unit && isOdd
    return try newInteger((goesUp ? quotient + BigInteger(1) : quotient) * unit)
  }
}

/// Python's `round(value, places)`: half to even on the exact value.
func rounded(_ value: Double, places: Int) -> Double {
  guard value.isFinite, places < 324 else { return value }
  if places == 0 { return value.rounded(.toNearestOrEven) }
  guard places > -309 else { return value.sign == .minus ? -0.0 : 0.0 }
  let digits = fixedDigits(of: value, places: places)
  let result = Double("\(digits)e\(-places)") ?? value
  return value.sign == .minus ? -result : result
}

/// Python's `int(text, base)`; `nil` where the text is none.
func parseInteger(_ source: [UInt8], radix: Int) -> BigInteger? {
  let source = withASCIIDigits(source)
  var start = skipWhitespace(in: source, from: 0)
  let end = trimmedEnd(of: source, from: start, to: source.count)
  guard start < end, radix == 0 || (2...36).contains(radix) else { return nil }
  var isNegative = false
  if source[start] == UInt8(ascii: "-") || source[start] == UInt8(ascii: "+") {
    isNegative = source[start] == UInt8(ascii: "-")
    start += 1
  }
  var radix = radix
  let prefixes: [UInt8: Int] = [UInt8(ascii: "b"): 2, UInt8(ascii: "o"): 8, UInt8(ascii: "x"): 16]
  if start + 1 < end, source[start] == 0x30, let marked = prefixes[source[start + 1] | 0x20],
    radix == 0 || radix == marked
  {
    radix = marked
    start += 2
    if start < end, source[start] == UInt8(ascii: "_") { start += 1 }
  } else if radix == 0 {
    radix = 10
    let digits = source[start..<end]
    if digits.first == 0x30, digits.contains(where: { $0 != 0x30 && $0 != UInt8(ascii: "_") }) {
      return nil
    }
  }
  guard let digits = ungrouped(source[start..<end]), digits.count < 5_000 else { return nil }
  guard let value = BigInteger(digits: digits, radix: radix) else { return nil }
  return isNegative ? value.negated : value
}

/// The text with the decimal digits of other scripts as those of ASCII, which Python takes for the
/// same.
private func withASCIIDigits(_ source: [UInt8]) -> [UInt8] {
  guard source.contains(where: { $0 >= 0x80 }) else { return source }
  var text: [UInt8] = []
  for scalar in String(decoding: source, as: UTF8.self).unicodeScalars {
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      text.append(0x30 + UInt8(value))
    } else {
      text += Array(String(scalar).utf8)
    }
  }
  return text
}

/// The digits without single underscores between them; `nil` where one stands elsewhere.
private func ungrouped(_ source: ArraySlice<UInt8>) -> [UInt8]? {
  var digits: [UInt8] = []
  var wasDigit = false
  for byte in source {
    if byte == UInt8(ascii: "_") {
      guard wasDigit else { return nil }
      wasDigit = false
    } else {
      digits.append(byte)
      wasDigit = true
    }
  }
  return wasDigit ? digits : nil
}

/// Python's `float(text)`; `nil` where the text is none.
func parseFloat(_ source: [UInt8]) -> Double? {
  let source = withASCIIDigits(source)
  let start = skipWhitespace(in: source, from: 0)
  let end = trimmedEnd(of: source, from: start, to: source.count)
  guard start < end else { return nil }
  var body = Array(source[start..<end])
  var isNegative = false
  if body[0] == UInt8(ascii: "-") || body[0] == UInt8(ascii: "+") {
    isNegative = body[0] == UInt8(ascii: "-")
    body.removeFirst()
  }
  let word = String(decoding: body, as: UTF8.self).lowercased()
  if word == "inf" || word == "infinity" { return isNegative ? -.infinity : .infinity }
  if word == "nan" { return .nan }
  guard isDecimalNumber(&body), let value = Double(String(decoding: body, as: UTF8.self)) else {
    return nil
  }
  return isNegative ? -value : value
}

/// Whether the bytes are digits with a point and an exponent as Python has them; takes underscores
/// out and adds the zeros that may be left off.
private func isDecimalNumber(_ body: inout [UInt8]) -> Bool {
  var result: [UInt8] = []
  var digits = 0
  var index = 0
  func isDigit(_ place: Int) -> Bool {
    place >= 0 && place < body.count && (0x30...0x39).contains(body[place])
  }
  func takeDigits() -> Int {
    let before = result.count
    while index < body.count {
      if isDigit(index) {
        result.append(body[index])
      } else if body[index] != UInt8(ascii: "_") || !isDigit(index - 1) || !isDigit(index + 1) {
        break
      }
      index += 1
    }
    return result.count - before
  }
  digits = takeDigits()
  if digits == 0 { result.append(0x30) }
  if index < body.count, body[index] == UInt8(ascii: ".") {
    index += 1
    result.append(UInt8(ascii: "."))
    let fraction = takeDigits()
    if fraction == 0 { result.append(0x30) }
    digits += fraction
  }
  guard digits > 0 else { return false }
  if index < body.count, body[index] | 0x20 == UInt8(ascii: "e") {
    index += 1
    result.append(UInt8(ascii: "e"))
    if index < body.count, body[index] == UInt8(ascii: "+") || body[index] == UInt8(ascii: "-") {
      result.append(body[index])
      index += 1
    }
    guard takeDigits() > 0 else { return false }
  }
  guard index == body.count else { return false }
  body = result
  return true
}
