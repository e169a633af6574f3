/// Filters that make or take apart HTML, URLs and JSON.
let markupFilters: [BuiltinCallable] = [
  BuiltinCallable("escape") { (machine, base) throws(Fault) in
    try machine.escaped(machine.rendered(machine.stack[base]))
  },
  BuiltinCallable("forceescape") { (machine, base) throws(Fault) in
    let source = try machine.textBytes(machine.rendered(machine.stack[base]))
    return try machine.escaped(machine.string(source))
  },
  BuiltinCallable("safe") { (machine, base) throws(Fault) in
    let handle = try machine.textHandle(machine.rendered(machine.stack[base]))
    return Handle(
      kind: .markup, space: handle.space, extra: handle.extra, payload: handle.payload)
  },
  BuiltinCallable("striptags") { (machine, base) throws(Fault) in
    let source = try machine.textBytes(machine.rendered(machine.stack[base]))
    return machine.string(withoutTags(source))
  },
  BuiltinCallable("urlencode") { (machine, base) throws(Fault) in
    try machine.urlEncoded(machine.stack[base])
  },
  BuiltinCallable("xmlattr", "autospace?") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    guard machine.isMapping(handle) else {
      if handle.kind == .undefined { throw machine.undefinedFault(handle) }
      throw .type("'\(machine.typeName(handle))' object has no attribute 'items'")
    }
    var result: [UInt8] = []
    for (key, value) in try machine.pairs(of: handle) {
      if value.kind == .none || value.kind == .undefined { continue }
      let name = try machine.textArgument(key)
      if name.contains(where: {
        [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x2F, 0x3E, 0x3D].contains($0)
      }) {
        throw .arguments(
          "Invalid character in attribute name: '\(String(decoding: name, as: UTF8.self))'")
      }
      if !result.isEmpty { result.append(0x20) }
      result += machine.bytes(try machine.escaped(key))
      result.append(contentsOf: "=\"".utf8)
      result += machine.bytes(try machine.escaped(value))
      result.append(UInt8(ascii: "\""))
    }
    let spaces = machine.stack[base + 1].isMissing ? true : try machine.flag(base + 1)
    if spaces, !result.isEmpty { result.insert(0x20, at: 0) }
    return machine.string(result, as: machine.escapes ? .markup : .string)
  },
  BuiltinCallable("tojson", "indent?") { (machine, base) throws(Fault) in
    let width = machine.stack[base + 1]
    var writer = JSONWriter()
    if width.isText {
      writer.indention = machine.bytes(width)
    } else if !width.isMissing, width.kind != .none {
      let count = try machine.integer(width, "tojson")
      try machine.checkSize(count)
      writer.indention = Array(repeating: 0x20, count: max(0, count))
    }
    try machine.writeJSON(machine.stack[base], &writer, depth: 0)
    return machine.string(writer.text, as: .markup)
  },
  BuiltinCallable("urlize", "trim_url_limit? nofollow? target? rel? extra_schemes?") {
    (machine, base) throws(Fault) in
    try machine.urlized(base)
  },
]

// MARK: - Tags

/// The text without tags and comments, white space as single blanks, entities resolved.
func withoutTags(_ source: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var start = 0
  while let open = source[start...].firstIndex(of: UInt8(ascii: "<")) {
    let isComment = firstRange(of: Array("<!--".utf8), in: source, from: open) == open
    let close =
      isComment
      ? firstRange(of: Array("-->".utf8), in: source, from: open + 4).map { $0 + 3 }
      : firstRange(of: [UInt8(ascii: ">")], in: source, from: open).map { $0 + 1 }
    guard let close else { break }
    result += source[start..<open]
    start = close
  }
  result += source[start...]
  return unescapedHTML(Array(words(of: result).joined(separator: [0x20])))
}

// MARK: - URLs

private func quoted(_ source: [UInt8], forQuery: Bool) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  for byte in source {
    let isPlain =
      byte < 0x80 && isWordPart(UInt32(byte)) || byte == 0x2D || byte == 0x2E || byte == 0x7E
      || byte == 0x2F && !forQuery
    if isPlain {
      result.append(byte)
    } else if byte == 0x20, forQuery {
      result.append(UInt8(ascii: "+"))
    } else {
      result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return result
}

extension Machine {
  fileprivate mutating func urlEncoded(_ handle: Handle) throws(Fault) -> Handle {
    if handle.isText || !isIterable(handle) || handle.kind == .undefined {
      return string(quoted(try textBytes(handle), forQuery: false))
    }
    var result: [UInt8] = []
    let items = isMapping(handle) ? try pairTuples(handle) : try items(of: handle)
    for (place, item) in items.enumerated() {
      let pair = try self.items(of: item)
      guard pair.count == 2 else {
        throw .type("not enough values to unpack (expected 2, got \(pair.count))")
      }
      if place > 0 { result.append(UInt8(ascii: "&")) }
      result += quoted(try textBytes(pair[0]), forQuery: true)
      result.append(UInt8(ascii: "="))
      result += quoted(try textBytes(pair[1]), forQuery: true)
    }
    return string(result)
  }
}

// MARK: - JSON

/// JSON as Python writes it, with what HTML could read as a tag or the end of a script escaped.
struct JSONWriter {
  var text: [UInt8] = []
  var indention: [UInt8]?

  mutating func newLine(_ depth: Int) {
    guard let indention else { return }
    text.append(0x0A)
    for _ in 0..<depth { text += indention }
  }

  mutating func append(_ literal: String) { text.append(contentsOf: literal.utf8) }

  mutating func appendString(_ source: [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var index = 0
    while index < source.count {
      let (code, width) = decodeScalar(source, index)
      index += width
      switch code {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0x08: append("\\b")
      case 0x0C: append("\\f")
      case 0x26, 0x27, 0x3C, 0x3E: appendUnit(code)
      case 0x20..<0x7F: text.append(UInt8(code))
      case 0x10000...:
        appendUnit(0xD800 + (code - 0x10000) >> 10)
        appendUnit(0xDC00 + (code - 0x10000) & 0x3FF)
      default: appendUnit(code)
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func appendUnit(_ unit: UInt32) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
  }
}

extension Machine {
  mutating func writeJSON(
    _ handle: Handle, _ writer: inout JSONWriter, depth: Int
  ) throws(Fault) {
    guard depth < 100 else { throw .limit("the value nests too deep for JSON") }
    try checkSize(writer.text.count / 16)
    switch handle.kind {
    case .none: writer.append("null")
    case .boolean: writer.append(handle.payload != 0 ? "true" : "false")
    case .integer, .bigInteger: writer.append(bigInteger(handle).description)
    case .number:
      let value = handle.number
      writer.append(
        value.isNaN
          ? "NaN"
          : value.isInfinite
            ? (value < 0 ? "-Infinity" : "Infinity")
            : floatText(value))
    case .string, .markup: writer.appendString(bytes(handle))
    case .list, .frozenList, .tuple:
      try writeItems(try items(of: handle), &writer, depth)
    case .dictionary, .hostDictionary, .frozenDictionary, .object:
      try writePairs(handle, &writer, depth)
    case .undefined where options.undefined == .strict: throw undefinedFault(handle)
    default:
      throw .type("Object of type \(typeName(handle)) is not JSON serializable")
    }
  }

  private mutating func writeItems(
    _ items: [Handle], _ writer: inout JSONWriter, _ depth: Int
  ) throws(Fault) {
    writer.append("[")
    for (place, item) in items.enumerated() {
      if place > 0 { writer.append(writer.indention == nil ? ", " : ",") }
      writer.newLine(depth + 1)
      try writeJSON(item, &writer, depth: depth + 1)
    }
    if !items.isEmpty { writer.newLine(depth) }
    writer.append("]")
  }

  /// Jinja has the keys sorted.
  private mutating func writePairs(
    _ handle: Handle, _ writer: inout JSONWriter, _ depth: Int
  ) throws(Fault) {
    let pairs = try pairs(of: handle)
    let order = try sorted(
      pairs.indices.map { .integer($0) }, reverse: false
    ) { (_: inout Machine, place: Handle) throws(Fault) -> Handle in pairs[place.payload].key }
    writer.append("{")
    for (count, place) in order.enumerated() {
      if count > 0 { writer.append(writer.indention == nil ? ", " : ",") }
      writer.newLine(depth + 1)
      let (key, value) = pairs[place.payload]
      switch key.kind {
      case .string, .markup: writer.appendString(bytes(key))
      case .integer, .boolean, .none, .number, .bigInteger:
        var inner = JSONWriter()
        try writeJSON(key, &inner, depth: 0)
        writer.text += [UInt8(ascii: "\"")] + inner.text + [UInt8(ascii: "\"")]
      default:
        throw .type("keys must be str, int, float, bool or None, not \(typeName(key))")
      }
      writer.append(": ")
      try writeJSON(value, &writer, depth: depth + 1)
    }
    if !pairs.isEmpty { writer.newLine(depth) }
    writer.append("}")
  }
}
