/// Filters that lay text out: in fields, lines and lengths.
let textLayoutFilters: [BuiltinCallable] = [
  BuiltinCallable("center", "width?") { (machine, base) throws(Fault) in
    let width = try machine.integer(machine.stack[base + 1], or: 80, "center")
    try machine.checkSize(width)
    return try machine.mapText(base) { centered($0, width, fill: [0x20]) }
  },
  BuiltinCallable("indent", "width? first? blank?") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind == .undefined { throw machine.undefinedFault(handle) }
    guard handle.isText else {
      throw .type(
        "unsupported operand type(s) for +=: '\(machine.typeName(handle))' and 'str'")
    }
    let width = machine.stack[base + 1]
    var indention: [UInt8]
    if width.isText {
      indention = machine.bytes(width)
      if handle.kind == .markup, width.kind == .string {
        // Jinja takes the indention of safe text as safe.
        indention = machine.bytes(width)
      }
    } else {
      let count = try machine.integer(width, or: 4, "indent")
      try machine.checkSize(count)
      indention = Array(repeating: 0x20, count: max(0, count))
    }
    let indentsFirst = try machine.flag(base + 2)
    let indentsBlank = try machine.flag(base + 3)
    let source = lines(of: machine.bytes(handle) + [0x0A])
    try machine.checkSize(
      source.count.multipliedReportingOverflow(by: indention.count).overflow
        ? Int.max : source.count * indention.count)
    var result: [UInt8] = indentsFirst ? indention : []
    for (place, line) in source.enumerated() {
      if place > 0 {
        result.append(0x0A)
        if indentsBlank || !line.isEmpty { result += indention }
      }
      result += line
    }
    return machine.string(result, as: handle.kind)
  },
  BuiltinCallable("truncate", "length? killwords? end? leeway?") {
    (machine, base) throws(Fault) in
    try machine.truncated(base)
  },
  BuiltinCallable("wordwrap", "width? break_long_words? wrapstring? break_on_hyphens?") {
    (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind == .undefined { throw machine.undefinedFault(handle) }
    guard handle.isText else {
      throw .type("'\(machine.typeName(handle))' object has no attribute 'splitlines'")
    }
    let width = try machine.integer(machine.stack[base + 1], or: 79, "wordwrap")
    guard width > 0 else { throw .arguments("invalid width \(width) (must be > 0)") }
    let breaksLong = machine.stack[base + 2].isMissing ? true : try machine.flag(base + 2)
    let glue = machine.stack[base + 3]
    let separator =
      glue.isMissing || glue.kind == .none ? [0x0A] : try machine.textArgument(glue)
    let onHyphens = machine.stack[base + 4].isMissing ? true : try machine.flag(base + 4)
    var result: [UInt8] = []
    for (place, line) in lines(of: machine.bytes(handle)).enumerated() {
      if place > 0 { result += separator }
      let wrapper = TextWrapper(width: width, breaksLong: breaksLong, onHyphens: onHyphens)
      for (row, text) in wrapper.wrap(line).enumerated() {
        if row > 0 { result += separator }
        result += text
      }
    }
    try machine.checkSize(result.count)
    return machine.string(result)
  },
]

/// Python's `str.center`: an odd blank goes to the left where the width is odd.
func centered(_ source: [UInt8], _ width: Int, fill: [UInt8]) -> [UInt8] {
  let count = scalarCount(source)
  guard width > count else { return source }
  let gap = width - count
  let left = gap / 2 + (gap & width & 1)
  return repeated(fill, left) + source + repeated(fill, gap - left)
}

func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
  var result: [UInt8] = []
  for _ in 0..<max(0, count) { result += bytes }
  return result
}

extension Machine {
  fileprivate mutating func truncated(_ base: Int) throws(Fault) -> Handle {
    let handle = stack[base]
    let length = try integer(stack[base + 1], or: 255, "truncate")
    let cutsWords = try flag(base + 2)
    let end = stack[base + 3].isMissing ? Array("...".utf8) : try textArgument(stack[base + 3])
    let slack = stack[base + 4].kind == .none ? .missing : stack[base + 4]
    let leeway = try integer(slack, or: 5, "truncate")
    let endCount = scalarCount(end)
    guard length >= endCount else {
      throw .arguments("expected length >= \(endCount), got \(length)")
    }
    guard leeway >= 0 else { throw .arguments("expected leeway >= 0, got \(leeway)") }
    guard handle.isText else {
      if try count(of: handle) <= length.addingReportingOverflow(leeway).partialValue {
        return handle
      }
      throw .type("truncate takes text, not '\(typeName(handle))'")
    }
    let (limit, overflow) = length.addingReportingOverflow(leeway)
    if overflow || Int(handle.extra) <= limit { return handle }
    let source = bytes(handle)
    var count = 0
    var cut = 0
    for (place, byte) in source.enumerated() where byte & 0xC0 != 0x80 {
      if count == length - endCount { cut = place }
      count += 1
      if count > limit { break }
    }
    if count <= limit { return handle }
    var kept = source[..<cut]
    if !cutsWords, let blank = kept.lastIndex(of: 0x20) { kept = kept[..<blank] }
    var tail = end
    if handle.kind == .markup, stack[base + 3].kind != .markup {
      tail = []
      appendEscapedHTML(end, 0..<end.count, to: &tail)
    }
    return string(kept + tail, as: handle.kind)
  }
}
