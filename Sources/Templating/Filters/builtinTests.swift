/// The tests that every template can ask with `is`.
let builtinTests: [BuiltinCallable] = [
  BuiltinCallable("defined") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].kind != .undefined)
  },
  BuiltinCallable("undefined") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].kind == .undefined)
  },
  BuiltinCallable("none") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].kind == .none)
  },
  BuiltinCallable("boolean") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].kind == .boolean)
  },
  BuiltinCallable("true") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].kind == .boolean && machine.stack[base].payload != 0)
  },
  BuiltinCallable("false") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].kind == .boolean && machine.stack[base].payload == 0)
  },
  BuiltinCallable("integer") { (machine, base) throws(Fault) in
    let kind = machine.stack[base].kind
    return .boolean(kind == .integer || kind == .bigInteger)
  },
  BuiltinCallable("float") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].kind == .number)
  },
  BuiltinCallable("number") { (machine, base) throws(Fault) in
    .boolean(machine.isNumber(machine.stack[base]))
  },
  BuiltinCallable("string") { (machine, base) throws(Fault) in
    .boolean(machine.stack[base].isText)
  },
  BuiltinCallable("mapping") { (machine, base) throws(Fault) in
    .boolean(machine.isMapping(machine.stack[base]))
  },
  BuiltinCallable("sequence") { (machine, base) throws(Fault) in
    switch machine.stack[base].kind {
    case .string, .markup, .list, .tuple, .frozenList, .dictionary, .hostDictionary,
      .frozenDictionary, .object, .range:
      .yes
    // Python's undefined has a length and an item lookup; a strict one fails at its length.
    case .undefined: .boolean(machine.options.undefined != .strict)
    default: .no
    }
  },
  BuiltinCallable("iterable") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind == .undefined { try machine.checkPrintable(handle) }
    return .boolean(machine.isIterable(handle))
  },
  BuiltinCallable("callable") { (machine, base) throws(Fault) in
    .boolean(machine.isCallable(machine.stack[base]))
  },
  BuiltinCallable("escaped") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    let isChained = handle.kind == .undefined && machine.options.undefined == .chainable
    return .boolean(handle.kind == .markup || handle.kind == .module || isChained)
  },
  BuiltinCallable("odd") { (machine, base) throws(Fault) in
    let rest = try machine.binary(.modulo, machine.stack[base], .integer(2))
    return .boolean(try machine.areEqual(rest, .integer(1)))
  },
  BuiltinCallable("even") { (machine, base) throws(Fault) in
    let rest = try machine.binary(.modulo, machine.stack[base], .integer(2))
    return .boolean(try machine.areEqual(rest, .integer(0)))
  },
  BuiltinCallable("divisibleby", "num") { (machine, base) throws(Fault) in
    let rest = try machine.binary(.modulo, machine.stack[base], machine.stack[base + 1])
    return .boolean(try machine.areEqual(rest, .integer(0)))
  },
  BuiltinCallable("lower") { (machine, base) throws(Fault) in
    .boolean(isCase(try machine.textBytes(machine.stack[base]), isLowercase, not: isUppercase))
  },
  BuiltinCallable("upper") { (machine, base) throws(Fault) in
    .boolean(isCase(try machine.textBytes(machine.stack[base]), isUppercase, not: isLowercase))
  },
  BuiltinCallable("filter") { (machine, base) throws(Fault) in
    let name = try machine.swiftText(machine.stack[base])
    return .boolean(
      machine.registry.filterIndex[name] != nil || machine.registry.hostFilters[name] != nil)
  },
  BuiltinCallable("test") { (machine, base) throws(Fault) in
    let name = try machine.swiftText(machine.stack[base])
    return .boolean(
      machine.registry.testIndex[name] != nil || machine.registry.hostTests[name] != nil)
  },
  BuiltinCallable("sameas", "other") { (machine, base) throws(Fault) in
    let (a, b) = (machine.stack[base], machine.stack[base + 1])
    if a.kind == .number, b.kind == .number { return .boolean(a.payload == b.payload) }
    if a.isText, a.kind == b.kind { return .boolean(machine.isEqualText(a, b)) }
    return .boolean(a.kind == b.kind && a.payload == b.payload && a.extra == b.extra)
  },
  BuiltinCallable("in", "seq") { (machine, base) throws(Fault) in
    .boolean(try machine.contains(machine.stack[base + 1], machine.stack[base]))
  },
  comparison("eq", .equal), comparison("ne", .notEqual), comparison("gt", .greater),
  comparison("ge", .greaterOrEqual), comparison("lt", .less), comparison("le", .lessOrEqual),
]

private func comparison(_ name: String, _ operation: ComparisonOperator) -> BuiltinCallable {
  BuiltinCallable(name, "other") { (machine, base) throws(Fault) in
    .boolean(
      try machine.compare(operation, machine.stack[base], machine.stack[base + 1]))
  }
}

/// Whether the text has letters of the case and none of the other, as in Python.
func isCase(
  _ source: [UInt8], _ matches: (UInt32) -> Bool, not other: (UInt32) -> Bool
) -> Bool {
  var found = false
  for code in scalars(of: source) {
    if other(code) || isTitlecase(code) { return false }
    if matches(code) { found = true }
  }
  return found
}
