/// Filters on text that leave its layout alone.
let textFilters: [BuiltinCallable] = [
  BuiltinCallable("upper") { (machine, base) throws(Fault) in
    if let result = machine.mapASCII(base, { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }) { return result }
    return try machine.mapText(base, uppercased)
  },
  BuiltinCallable("lower") { (machine, base) throws(Fault) in
    if let result = machine.mapASCII(base, { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }) { return result }
    return try machine.mapText(base, lowercased)
  },
  BuiltinCallable("capitalize") { (machine, base) throws(Fault) in
    try machine.mapText(base, capitalized)
  },
  BuiltinCallable("title") { (machine, base) throws(Fault) in
    let handle = try machine.textHandle(machine.stack[base])
    // Unlike the method, the filter gives plain text even for markup.
    return machine.string(titleWords(machine.bytes(handle)))
  },
  BuiltinCallable("string") { (machine, base) throws(Fault) in
    try machine.textHandle(machine.stack[base])
  },
  BuiltinCallable("trim", "chars?") { (machine, base) throws(Fault) in
    let chars = machine.stack[base + 1]
    let set = chars.isMissing || chars.kind == .none ? nil : try machine.textArgument(chars)
    return try machine.mapText(base) { stripped($0, set) }
  },
  BuiltinCallable("replace", "old new count?") { (machine, base) throws(Fault) in
    let limit = machine.stack[base + 3]
    let count = limit.isMissing || limit.kind == .none ? -1 : try machine.integer(limit, "replace")
    var (old, new) = (machine.stack[base + 1], machine.stack[base + 2])
    var source = machine.stack[base]
    guard machine.escapes else {
      return machine.string(
        try machine.replaced(source, old, new, count: count))
    }
    if old.kind == .markup || new.kind == .markup && source.kind != .markup {
      source = try machine.escaped(source)
    } else {
      source = try machine.textHandle(source)
    }
    old = try machine.textHandle(old)
    new = source.kind == .markup ? try machine.escaped(new) : try machine.textHandle(new)
    return machine.string(
      try machine.replaced(source, old, new, count: count), as: source.kind)
  },
  BuiltinCallable("wordcount") { (machine, base) throws(Fault) in
    var count = 0
    var isInside = false
    for code in scalars(of: try machine.textBytes(machine.stack[base])) {
      let isPart = isWordPart(code)
      if isPart, !isInside { count += 1 }
      isInside = isPart
    }
    return .integer(count)
  },
  BuiltinCallable("format", "*") { (machine, base) throws(Fault) in
    let format = try machine.textHandle(machine.stack[base])
    let positional = machine.stack[base + 1]
    let named = machine.stack[base + 2]
    let hasNames = try machine.isTrue(named)
    if hasNames, try machine.isTrue(positional) {
      throw .arguments("can't handle positional and keyword arguments at the same time")
    }
    return try machine.percentFormat(format, hasNames ? named : positional)
  },
  BuiltinCallable("pprint") { (machine, base) throws(Fault) in
    try machine.prettyPrinted(machine.stack[base])
  },
]

/// The filter's own idea of a word: it starts after blanks, hyphens and opening brackets.
private func titleWords(_ source: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var word: [UInt8] = []
  func isBoundary(_ code: UInt32) -> Bool {
    isSpace(code) || [0x2D, 0x28, 0x7B, 0x5B, 0x3C].contains(code)
  }
  func flush() {
    guard !word.isEmpty else { return }
    let width = decodeScalar(word, 0).width
    result += uppercased(Array(word[..<width]))
    result += lowercased(Array(word[width...]))
    word = []
  }
  var index = 0
  while index < source.count {
    let (code, width) = decodeScalar(source, index)
    if isBoundary(code) {
      flush()
      result += source[index..<index + width]
    } else {
      word += source[index..<index + width]
    }
    index += width
  }
  flush()
  return result
}

extension Machine {
  /// The text of the value at `base` changed; safe HTML stays safe.
  mutating func mapText(_ base: Int, _ change: ([UInt8]) -> [UInt8]) throws(Fault) -> Handle {
    let handle = try textHandle(stack[base])
    return string(change(bytes(handle)), as: handle.kind)
  }

  /// The text with each byte changed; `nil`, with nothing done, where it is not plain ASCII.
  @inline(__always)
  mutating func mapASCII(_ base: Int, _ change: (UInt8) -> UInt8) -> Handle? {
    let handle = stack[base]
    guard handle.isText else { return nil }
    let start = text.count
    for place in handle.range {
      let byte = byte(at: place, of: handle)
      guard byte < 0x80 else {
        text.removeLast(text.count - start)
        return nil
      }
      text.append(change(byte))
    }
    return madeText(since: start, as: handle.kind)
  }

  /// An argument that must be text.
  func textArgument(_ handle: Handle) throws(Fault) -> [UInt8] {
    guard handle.isText else {
      if handle.kind == .undefined { throw undefinedFault(handle) }
      throw .type("a string is needed, not '\(typeName(handle))'")
    }
    return bytes(handle)
  }

  fileprivate mutating func replaced(
    _ source: Handle, _ old: Handle, _ new: Handle, count: Int
  ) throws(Fault) -> [UInt8] {
    let text = try textBytes(source)
    let (from, to) = (try textBytes(old), try textBytes(new))
    if to.count > from.count {
      let places = from.isEmpty ? text.count + 1 : text.count / from.count
      let (size, overflow) = places.multipliedReportingOverflow(by: to.count)
      if overflow || size > options.limits.collectionSize {
        try checkSize(occurrences(of: from, in: text) * to.count)
      }
    }
    return Templating.replaced(text, from, to, count: count)
  }

  private func occurrences(of needle: [UInt8], in text: [UInt8]) -> Int {
    guard !needle.isEmpty else { return text.count + 1 }
    var count = 0
    var start = 0
    while let found = firstRange(of: needle, in: text, from: start) {
      count += 1
      start = found + needle.count
    }
    return count
  }
}
