/// Filters that call other filters and tests.
let selectionFilters: [BuiltinCallable] = [
  BuiltinCallable("map", "*") { (machine, base) throws(Fault) in
    try machine.map(base)
  },
  BuiltinCallable("select", "*") { (machine, base) throws(Fault) in
    try machine.select(base, keeps: true, byAttribute: false)
  },
  BuiltinCallable("reject", "*") { (machine, base) throws(Fault) in
    try machine.select(base, keeps: false, byAttribute: false)
  },
  BuiltinCallable("selectattr", "*") { (machine, base) throws(Fault) in
    try machine.select(base, keeps: true, byAttribute: true)
  },
  BuiltinCallable("rejectattr", "*") { (machine, base) throws(Fault) in
    try machine.select(base, keeps: false, byAttribute: true)
  },
  BuiltinCallable("attr", "name") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    let name = try machine.swiftText(machine.stack[base + 1])
    // Only attributes: the members of a mapping are items.
    if machine.isMapping(handle), handle.kind != .object {
      return machine.undefined(hint: "'dict object' has no attribute '\(name)'")
    }
    return try machine.item(handle, machine.stack[base + 1])
  },
  BuiltinCallable("default", "default_value? boolean?") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind != .undefined {
      guard try machine.flag(base + 2) else { return handle }
      if try machine.isTrue(handle) { return handle }
    }
    let fallback = machine.stack[base + 1]
    return fallback.isMissing ? machine.string([]) : fallback
  },
]

extension Machine {
  /// The arguments of a filter that takes any.
  private mutating func variadic(_ base: Int) throws(Fault) -> Arguments {
    var named: [(name: String, value: Handle)] = []
    for (key, value) in try pairs(of: stack[base + 2]) { named.append((swiftString(key), value)) }
    return Arguments(lists[stack[base + 1].payload], named: named)
  }

  fileprivate mutating func map(_ base: Int) throws(Fault) -> Handle {
    let source = stack[base]
    var arguments = try variadic(base)
    guard try isTrue(source) else { return newIterator([], name: "generator") }
    var results: [Handle] = []
    if arguments.positional.isEmpty,
      let attribute = arguments.named.first(where: { $0.name == "attribute" })?.value
    {
      let fallback = arguments.named.first { $0.name == "default" }?.value ?? .missing
      if let other = arguments.named.first(where: { $0.name != "attribute" && $0.name != "default" }
      ) {
        throw .arguments("Unexpected keyword argument '\(other.name)'")
      }
      let path = try path(attribute)
      for item in try items(of: source) {
        results.append(
          try follow(path, from: item, default: fallback.kind == .none ? .missing : fallback))
      }
    } else {
      guard !arguments.positional.isEmpty else {
        throw .arguments("map requires a filter argument")
      }
      let name = arguments.positional.removeFirst()
      for item in try items(of: source) {
        results.append(try callFilter(named: name, item, arguments))
      }
    }
    return newIterator(results, name: "generator")
  }

  fileprivate mutating func select(
    _ base: Int, keeps: Bool, byAttribute: Bool
  ) throws(Fault) -> Handle {
    let source = stack[base]
    var arguments = try variadic(base)
    guard try isTrue(source) else { return newIterator([], name: "generator") }
    var path: [Handle] = []
    if byAttribute {
      guard !arguments.positional.isEmpty else {
        throw .arguments("Missing parameter for attribute name")
      }
      path = try self.path(arguments.positional.removeFirst())
    }
    let test = arguments.positional.first
    if test != nil { arguments.positional.removeFirst() }
    var results: [Handle] = []
    for item in try items(of: source) {
      let value = try follow(path, from: item)
      let passes =
        if let test { try callTest(named: test, value, arguments) } else { try isTrue(value) }
      if passes == keeps { results.append(item) }
    }
    return newIterator(results, name: "generator")
  }
}
