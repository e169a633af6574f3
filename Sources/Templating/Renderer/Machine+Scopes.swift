/// Names: slots, outer slots, the context, the page's data.
extension Machine {
  @inline(__always)
  func outerSlot(_ slot: Int, hops: Int) -> (slot: Int, frame: Int) {
    var index = frame
    for _ in 0..<hops { index = Int(frames[index].parent) }
    return (Int(frames[index].base) + slot, index)
  }

  /// Whether filters and macros make safe HTML where the program is now.
  var escapes: Bool {
    get { contexts[Int(frames[frame].context)].escapes }
    set { contexts[Int(frames[frame].context)].escapes = newValue }
  }

  func undefined(slot: Int, in frame: Int) -> Handle {
    let unit = program.units[Int(frames[frame].unit)]
    return undefined(name: program.slotNames[Int(unit.slotNames) + slot])
  }

  func undefined(name: UInt32) -> Handle { Handle(kind: .undefined, payload: Int(name)) }

  /// An undefined value with words of its own; the `else` that an inline `if` lacks is never
  /// strict, as in Jinja.
  mutating func undefined(hint: String, isLenient: Bool = false) -> Handle {
    if hints.last != hint { hints.append(hint) }
    return Handle(
      kind: .undefined, detail: isLenient ? 4 : 2, payload: hints.count - 1)
  }

  /// The value that a name has outside the template's own scopes; `missing` where it has none.
  mutating func resolve(_ name: UInt32) -> Handle {
    var index = Int(frames[frame].context)
    while index >= 0 {
      if let place = contexts[index].names.firstIndex(of: name) {
        let value = contexts[index].values[place]
        if !value.isMissing { return value }
      }
      for variable in contexts[index].variables.indices
      where program.visible[variable].name == name {
        let frame = Int(contexts[index].variablesFrame)
        let value = visibleValue(program.visible[variable], from: frame)
        if !value.isMissing { return value }
      }
      index = Int(contexts[index].parent)
    }
    return index == ContextRecord.page ? global(name) : shared(name)
  }

  func visibleValue(_ variable: VisibleVariable, from frame: Int) -> Handle {
    var index = frame
    for _ in 0..<Int(variable.hops) { index = Int(frames[index].parent) }
    return slots[Int(frames[index].base) + Int(variable.slot)]
  }

  /// The page's own value of that name, or the one that all pages share.
  mutating func global(_ name: UInt32) -> Handle {
    let index = Int(name)
    if !globals[index].isMissing { return globals[index] }
    var handle = Handle.missing
    if let place = hostMaps[0].map.position(of: program.names[index]) {
      handle = hostMember(0, place)
    }
    if handle.isMissing { handle = shared(name) }
    globals[index] = handle
    return handle
  }

  /// What every template sees, also a module that is imported without context.
  mutating func shared(_ name: UInt32) -> Handle {
    let index = Int(name)
    if !sharedGlobals[index].isMissing { return sharedGlobals[index] }
    let text = program.names[index]
    var handle = Handle.missing
    if let found = frozen.root(named: text) {
      handle = found
    } else if let value = registry.globals[text] {
      handle = adopt(value)
      keep()
    } else if let function = BuiltinFunction(rawValue: text) {
      handle = Handle(kind: .builtin, payload: function.index)
    }
    sharedGlobals[index] = handle
    return handle
  }

  mutating func export(_ name: UInt32, isPublic: UInt8) {
    let value = pop()
    keep()
    let index = Int(frames[frame].context)
    if let place = contexts[index].names.firstIndex(of: name) {
      contexts[index].values[place] = value
    } else {
      contexts[index].names.append(name)
      contexts[index].values.append(value)
    }
    let isExported = contexts[index].exported.contains(name)
    if isPublic > 0, !isExported { contexts[index].exported.append(name) }
    if isPublic == 0 { contexts[index].exported.removeAll { $0 == name } }
  }

  /// A namespace's attribute.
  mutating func setMember(_ target: Handle, _ name: UInt32, _ value: Handle) throws(Fault) {
    guard target.kind == .namespace, case .namespace(var members) = boxes[target.payload] else {
      throw .type("cannot assign attribute on non-namespace object")
    }
    boxes[target.payload] = .range(start: 0, stop: 0, step: 1)
    try set(&members, nameHandle(name), value)
    boxes[target.payload] = .namespace(members)
    keep()
  }

  /// A program's name as text.
  mutating func nameHandle(_ name: UInt32) -> Handle {
    string(Array(program.names[Int(name)].utf8))
  }
}
