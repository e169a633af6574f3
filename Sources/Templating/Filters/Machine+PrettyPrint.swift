/// Python's `pprint.pformat`: the value in lines of eighty columns, dictionaries by key.
extension Machine {
  mutating func prettyPrinted(_ handle: Handle) throws(Fault) -> Handle {
    var buffer: [UInt8] = []
    try pretty(handle, into: &buffer, indent: 0, allowance: 0, depth: 0)
    return string(buffer)
  }

  private mutating func pretty(
    _ handle: Handle, into buffer: inout [UInt8], indent: Int, allowance: Int, depth: Int
  ) throws(Fault) {
    guard depth < 60 else { throw .limit("the value nests too deep to print") }
    var flat: [UInt8] = []
    try representSorted(handle, into: &flat, depth: 0)
    if scalarCount(flat) <= 80 - indent - allowance {
      buffer += flat
      return
    }
    switch handle.kind {
    case .list, .frozenList, .tuple:
      let items = try items(of: handle)
      let isLone = handle.kind == .tuple && items.count == 1
      buffer.append(handle.kind == .tuple ? 0x28 : 0x5B)
      for (place, item) in items.enumerated() {
        if place > 0 { separate(&buffer, indent + 1) }
        let isLast = place == items.count - 1
        try pretty(
          item, into: &buffer, indent: indent + 1,
          allowance: isLast ? allowance + (isLone ? 2 : 1) : 1, depth: depth + 1)
      }
      if isLone { buffer.append(UInt8(ascii: ",")) }
      buffer.append(handle.kind == .tuple ? 0x29 : 0x5D)
    case .dictionary, .hostDictionary, .frozenDictionary, .object:
      buffer.append(UInt8(ascii: "{"))
      let pairs = try sortedPairs(handle)
      for (place, pair) in pairs.enumerated() {
        if place > 0 { separate(&buffer, indent + 1) }
        var key: [UInt8] = []
        try represent(pair.key, into: &key, depth: 0)
        buffer += key + [UInt8(ascii: ":"), 0x20]
        let isLast = place == pairs.count - 1
        try pretty(
          pair.value, into: &buffer, indent: indent + 1 + scalarCount(key) + 2,
          allowance: isLast ? allowance + 1 : 1, depth: depth + 1)
      }
      buffer.append(UInt8(ascii: "}"))
    case .string: prettyText(bytes(handle), into: &buffer, indent, allowance, isOuter: depth == 0)
    default: buffer += flat
    }
  }

  private func separate(_ buffer: inout [UInt8], _ indent: Int) {
    buffer += [UInt8(ascii: ","), 0x0A] + repeated([0x20], indent)
  }

  /// Long text becomes several literals, cut behind white space.
  private func prettyText(
    _ source: [UInt8], into buffer: inout [UInt8], _ indent: Int, _ allowance: Int, isOuter: Bool
  ) {
    var indent = indent
    var allowance = allowance
    if isOuter {
      indent += 1
      allowance += 1
    }
    var chunks: [[UInt8]] = []
    let lines = lines(of: source, keepEnds: true)
    for (place, line) in lines.enumerated() {
      var literal: [UInt8] = []
      appendQuoted(line, to: &literal)
      let width = 80 - indent - (place == lines.count - 1 ? allowance : 0)
      if scalarCount(literal) <= width {
        chunks.append(literal)
        continue
      }
      chunks += wrapped(line, width: 80 - indent, last: place == lines.count - 1 ? allowance : 0)
    }
    if chunks.count == 1 {
      buffer += chunks[0]
      return
    }
    if isOuter { buffer.append(UInt8(ascii: "(")) }
    for (place, chunk) in chunks.enumerated() {
      if place > 0 { buffer += [0x0A] + repeated([0x20], indent) }
      buffer += chunk
    }
    if isOuter { buffer.append(UInt8(ascii: ")")) }
  }

  private func wrapped(_ line: [UInt8], width: Int, last: Int) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var index = 0
    while index < line.count {
      let start = index
      while index < line.count, !isSpace(decodeScalar(line, index).code) {
        index += decodeScalar(line, index).width
      }
      index = skipWhitespace(in: line, from: index)
      parts.append(Array(line[start..<index]))
    }
    var result: [[UInt8]] = []
    var current: [UInt8] = []
    for (place, part) in parts.enumerated() {
      var literal: [UInt8] = []
      appendQuoted(current + part, to: &literal)
      if scalarCount(literal) > width - (place == parts.count - 1 ? last : 0) {
        if !current.isEmpty {
          var done: [UInt8] = []
          appendQuoted(current, to: &done)
          result.append(done)
        }
        current = part
      } else {
        current += part
      }
    }
    if !current.isEmpty {
      var done: [UInt8] = []
      appendQuoted(current, to: &done)
      result.append(done)
    }
    return result
  }

  private mutating func sortedPairs(
    _ handle: Handle
  ) throws(Fault) -> [(key: Handle, value: Handle)] {
    let pairs = try pairs(of: handle)
    let places = pairs.indices.map { Handle.integer($0) }
    do {
      return try sorted(places, reverse: false) {
        (_: inout Machine, place: Handle) throws(Fault) -> Handle in pairs[place.payload].key
      }.map { pairs[$0.payload] }
    } catch {
      // Keys without an order stay as they are.
      return pairs
    }
  }

  private mutating func representSorted(
    _ handle: Handle, into buffer: inout [UInt8], depth: Int
  ) throws(Fault) {
    guard depth < 60 else { throw .limit("the value nests too deep to print") }
    let isTuple = handle.kind == .tuple
    if isMapping(handle) {
      buffer.append(UInt8(ascii: "{"))
      for (place, pair) in try sortedPairs(handle).enumerated() {
        if place > 0 { buffer += [UInt8(ascii: ","), 0x20] }
        try represent(pair.key, into: &buffer, depth: 0)
        buffer += [UInt8(ascii: ":"), 0x20]
        try representSorted(pair.value, into: &buffer, depth: depth + 1)
      }
      buffer.append(UInt8(ascii: "}"))
    } else if isList(handle) || isTuple {
      let items = try items(of: handle)
      buffer.append(isTuple ? 0x28 : 0x5B)
      for (place, item) in items.enumerated() {
        if place > 0 { buffer += [UInt8(ascii: ","), 0x20] }
        try representSorted(item, into: &buffer, depth: depth + 1)
      }
      if isTuple, items.count == 1 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(isTuple ? 0x29 : 0x5D)
    } else {
      try represent(handle, into: &buffer, depth: 0)
    }
  }
}
