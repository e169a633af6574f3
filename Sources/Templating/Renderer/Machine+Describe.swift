/// Values as text, as Python's `str` and `repr` write them.
extension Machine {
  /// Appends Python's `str` of the value.
  mutating func describe(_ handle: Handle, into buffer: inout [UInt8]) throws(Fault) {
    switch handle.kind {
    case .string, .markup: buffer.append(contentsOf: bytes(handle))
    case .undefined: try checkPrintable(handle)
    case .module:
      let body = rendered(handle)
      buffer.append(contentsOf: bytes(body))
    default: try represent(handle, into: &buffer, depth: 0)
    }
  }

  mutating func representation(_ handle: Handle) throws(Fault) -> String {
    var buffer: [UInt8] = []
    try represent(handle, into: &buffer, depth: 0)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Appends Python's `repr` of the value.
  mutating func represent(
    _ handle: Handle, into buffer: inout [UInt8], depth: Int
  ) throws(Fault) {
    guard depth < 100, buffer.count <= options.limits.outputBytes else {
      throw .limit("the value is too deep or too long to print")
    }
    switch handle.kind {
    case .none, .missing: buffer.append(contentsOf: "None".utf8)
    case .boolean: buffer.append(contentsOf: (handle.payload != 0 ? "True" : "False").utf8)
    case .integer: appendInteger(handle.payload, to: &buffer)
    case .bigInteger: buffer.append(contentsOf: bigInteger(handle).description.utf8)
    case .number: buffer.append(contentsOf: floatText(handle.number).utf8)
    case .string: appendQuoted(bytes(handle), to: &buffer)
    case .markup:
      buffer.append(contentsOf: "Markup(".utf8)
      appendQuoted(bytes(handle), to: &buffer)
      buffer.append(UInt8(ascii: ")"))
    case .list, .frozenList:
      try represent(try items(of: handle), "[", "]", into: &buffer, depth)
    case .tuple:
      let items = lists[handle.payload]
      try represent(items, "(", items.count == 1 ? ",)" : ")", into: &buffer, depth)
    case .dictionary, .hostDictionary, .frozenDictionary, .object:
      try representPairs(handle, into: &buffer, depth)
    case .undefined: buffer.append(contentsOf: "Undefined".utf8)
    case .namespace:
      buffer.append(contentsOf: "<Namespace ".utf8)
      try representPairs(handle, into: &buffer, depth)
      buffer.append(UInt8(ascii: ">"))
    case .range, .view: try representBox(handle, into: &buffer, depth)
    default: buffer.append(contentsOf: shortDescription(handle).utf8)
    }
  }

  private mutating func represent(
    _ items: [Handle], _ open: String, _ close: String, into buffer: inout [UInt8], _ depth: Int
  ) throws(Fault) {
    buffer.append(contentsOf: open.utf8)
    for (place, item) in items.enumerated() {
      if place > 0 { buffer.append(contentsOf: ", ".utf8) }
      try represent(item, into: &buffer, depth: depth + 1)
    }
    buffer.append(contentsOf: close.utf8)
  }

  private mutating func representPairs(
    _ handle: Handle, into buffer: inout [UInt8], _ depth: Int
  ) throws(Fault) {
    buffer.append(UInt8(ascii: "{"))
    for (place, pair) in try pairs(of: handle).enumerated() {
      if place > 0 { buffer.append(contentsOf: ", ".utf8) }
      try represent(pair.key, into: &buffer, depth: depth + 1)
      buffer.append(contentsOf: ": ".utf8)
      try represent(pair.value, into: &buffer, depth: depth + 1)
    }
    buffer.append(UInt8(ascii: "}"))
  }

  private mutating func representBox(
    _ handle: Handle, into buffer: inout [UInt8], _ depth: Int
  ) throws(Fault) {
    switch boxes[handle.payload] {
    case .range(let start, let stop, let step):
      let tail = step == 1 ? "" : ", \(step)"
      buffer.append(contentsOf: "range(\(start), \(stop)\(tail))".utf8)
    case .view(let kind, let items):
      try represent(items, kind.rawValue + "([", "])", into: &buffer, depth)
    default: break
    }
  }

  /// Values of which Python prints an address; here they print what they are.
  private func shortDescription(_ handle: Handle) -> String {
    switch handle.kind {
    case .macro:
      let unit = program.units[Int(macros[handle.payload].unit)]
      return unit.kind == .caller
        ? "<Macro anonymous>" : "<Macro '\(program.names[Int(unit.name)])'>"
    case .module:
      guard case .module(let template, _, _) = boxes[handle.payload] else { return "<module>" }
      return "<TemplateModule '\(program.names[Int(program.templates[template].name)])'>"
    case .loop:
      guard let loop = try? loop(handle) else { return "<LoopContext>" }
      return "<LoopContext \(loop.index0 + 1)/\(loop.items.count)>"
    case .iterator: return "<generator>"
    case .selfReference: return "<TemplateReference>"
    default: return "<\(typeName(handle))>"
    }
  }
}

/// Appends Python's `repr` of a string.
func appendQuoted(_ source: [UInt8], to buffer: inout [UInt8]) {
  let single = UInt8(ascii: "'")
  let quote =
    source.contains(single) && !source.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "\"") : single
  buffer.append(quote)
  var index = 0
  while index < source.count {
    let (code, width) = decodeScalar(source, index)
    switch code {
    case UInt32(quote), 0x5C: buffer += [0x5C, UInt8(code)]
    case 0x0A: buffer.append(contentsOf: "\\n".utf8)
    case 0x0D: buffer.append(contentsOf: "\\r".utf8)
    case 0x09: buffer.append(contentsOf: "\\t".utf8)
    default:
      if isPrintable(code) {
        buffer.append(contentsOf: source[index..<index + width])
      } else {
        appendEscapedScalar(code, to: &buffer)
      }
    }
    index += width
  }
  buffer.append(quote)
}

private func appendEscapedScalar(_ code: UInt32, to buffer: inout [UInt8]) {
  let (mark, width) = code < 0x100 ? ("x", 2) : code < 0x10000 ? ("u", 4) : ("U", 8)
  let digits = String(code, radix: 16)
  let zeros = String(repeating: "0", count: width - digits.utf8.count)
  buffer.append(contentsOf: "\\\(mark)\(zeros)\(digits)".utf8)
}

/// Whether Python's `repr` shows the scalar as it is.
func isPrintable(_ code: UInt32) -> Bool {
  if code < 0x7F { return code >= 0x20 }
  guard code >= 0xA1, let scalar = Unicode.Scalar(code) else { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator, .spaceSeparator:
    return false
  default: return true
  }
}
