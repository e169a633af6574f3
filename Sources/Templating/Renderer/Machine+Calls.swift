/// Calls: macros, registered functions, methods, blocks.
extension Machine {
  /// The arguments of the call at the top of the stack.
  struct Arguments {
    var positional: [Handle]
    var named: [(name: String, value: Handle)]

    init(_ positional: [Handle], named: [(name: String, value: Handle)] = []) {
      self.positional = positional
      self.named = named
    }
  }

  /// Takes the arguments of a call off the stack.
  mutating func takeArguments(_ site: CallSiteRecord) throws(Fault) -> Arguments {
    var arguments = Arguments([])
    let spread = site.hasNamedSpread ? pop() : .missing
    let names = site.names.indices.map { program.names[Int(program.argumentNames[$0])] }
    if !names.isEmpty {
      let values = stack.suffix(names.count)
      arguments.named = zip(names, values).map { ($0, $1) }
      stack.removeLast(names.count)
    }
    let items = site.hasSpread ? pop() : .missing
    arguments.positional = Array(stack.suffix(Int(site.positional)))
    stack.removeLast(Int(site.positional))
    if !items.isMissing { arguments.positional += try self.items(of: items) }
    if !spread.isMissing {
      for (key, value) in try pairs(of: spread) {
        guard key.isText else { throw .type("keywords must be strings") }
        let name = swiftString(key)
        guard !arguments.named.contains(where: { $0.name == name }) else {
          throw .arguments("the argument '\(name)' is given twice")
        }
        arguments.named.append((name, value))
      }
    }
    return arguments
  }

  mutating func call(_ site: CallSiteRecord, isDirect: Bool) throws(Fault) {
    if site.isPlain {
      // Most calls are of registered functions, which want values and no handles.
      let callee = stack[stack.count - 1 - Int(site.positional) - site.names.indices.count]
      if callee.kind == .hostFunction {
        if site.positional == 1, site.names.indices.isEmpty, stack[stack.count - 1].isText,
          functions[callee.payload].textBody != nil
        {
          let argument = pop()
          stack[stack.count - 1] = try callText(functions[callee.payload], argument)
          return
        }
        let arguments = try takeValues(site)
        _ = pop()
        push(try callHost(functions[callee.payload], arguments))
        return
      }
      if callee.kind == .macro, site.names.indices.isEmpty,
        try callPlainMacro(callee, Int(site.positional), isDirect: isDirect)
      {
        return
      }
    }
    let arguments = try takeArguments(site)
    try call(pop(), arguments, isDirect: isDirect)
  }

  mutating func callMethod(_ site: CallSiteRecord, isDirect: Bool) throws(Fault) {
    let arguments = try takeArguments(site)
    let receiver = pop()
    if let name = WellKnownName(rawValue: site.method), receiver.kind != .object,
      let result = try callMethod(of: receiver, name, arguments)
    {
      push(result)
      return
    }
    let callee = try attribute(receiver, site.method, site: Int(site.site))
    try call(callee, arguments, isDirect: isDirect)
  }

  /// Calls any value; the result is on the stack once the callee's unit, if it has one, has run.
  mutating func call(
    _ callee: Handle, _ arguments: Arguments, isDirect: Bool
  ) throws(Fault) {
    switch callee.kind {
    case .macro: try callMacro(callee, arguments, isDirect: isDirect)
    case .loop: try callLoop(callee, arguments, isDirect: isDirect)
    case .blockReference: try callBlockReference(callee, arguments, isDirect: isDirect)
    case .builtin:
      guard let function = BuiltinFunction(index: callee.payload) else { return }
      push(try callFunction(function, arguments))
    case .hostFunction: push(try callHost(functions[callee.payload], arguments))
    case .method:
      guard case .method(let receiver, let name) = boxes[callee.payload],
        let known = WellKnownName(rawValue: name),
        let result = try callMethod(of: receiver, known, arguments)
      else { throw .type("the method can't be called here") }
      push(result)
    case .joiner:
      guard case .joiner(let separator, let used) = boxes[callee.payload] else { return }
      boxes[callee.payload] = .joiner(separator: separator, used: true)
      push(used ? separator : string([]))
    case .undefined: throw undefinedFault(callee)
    default: throw .type("'\(typeName(callee))' object is not callable")
    }
  }

  func isCallable(_ handle: Handle) -> Bool {
    switch handle.kind {
    case .macro, .loop, .blockReference, .builtin, .hostFunction, .method, .joiner, .undefined: true
    default: false
    }
  }
}

// MARK: - Units

extension Machine {
  /// Starts a unit in a frame of its own; `leave` goes back to the current place.
  mutating func enter(
    unit index: Int, parent: Int, context: Int, result: CallRecord.Result
  ) throws(Fault) {
    guard calls.count < options.limits.callDepth else {
      throw .limit(
        "includes, blocks and macros nest deeper than \(options.limits.callDepth) levels")
    }
    keep()
    calls.append(
      CallRecord(
        result: result, returnTo: Int32(pc), frame: Int32(frame), outputStart: output.count,
        stackCount: Int32(stack.count), loopCount: Int32(loops.count),
        captureCount: Int32(captures.count), slotCount: Int32(slots.count),
        frameCount: Int32(frames.count), contextCount: Int32(contexts.count)))
    push(unit: index, parent: parent, context: context)
  }

  private mutating func push(unit index: Int, parent: Int, context: Int) {
    let unit = program.units[index]
    frames.append(
      FrameRecord(
        base: Int32(slots.count), parent: Int32(parent), context: Int32(context),
        unit: Int32(index)))
    frame = frames.count - 1
    base = slots.count
    for _ in 0..<Int(unit.slotCount) { slots.append(.missing) }
    pc = Int(unit.entry)
  }

  /// Ends the current unit; `true` where it was the page's.
  mutating func leave() throws(Fault) -> Bool {
    guard let call = calls.popLast() else { return true }
    let ending = frame
    let unit = program.units[Int(frames[ending].unit)]
    let context = Int(frames[ending].context)
    if loops.count > Int(call.loopCount) { loops.removeLast(loops.count - Int(call.loopCount)) }
    pc = Int(call.returnTo)
    frame = Int(call.frame)
    base = frame < frames.count ? Int(frames[frame].base) : 0
    switch call.result {
    case .page: return true
    case .output: break
    case .direct: pc += 1
    case .text: push(takeOutput(from: call.outputStart, as: .string))
    case .markup: push(takeOutput(from: call.outputStart, as: .markup))
    case .module:
      push(makeModule(context: context, from: call.outputStart, sharedAs: call.module))
    case .includedModule:
      let module = makeModule(context: context, from: call.outputStart, sharedAs: call.module)
      output.append(contentsOf: bytes(rendered(module)))
    }
    keep()
    if unit.isCaptured || call.result == .module || call.result == .includedModule {
      (frameFloor, slotFloor, contextFloor) = (frames.count, slots.count, contexts.count)
      return false
    }
    // One by one: there are few, and each step is cheaper than a range.
    let frameEnd = max(Int(call.frameCount), frameFloor)
    while frames.count > frameEnd { frames.removeLast() }
    let slotEnd = max(Int(call.slotCount), slotFloor)
    while slots.count > slotEnd { slots.removeLast() }
    let contextEnd = max(Int(call.contextCount), contextFloor)
    while contexts.count > contextEnd { contexts.removeLast() }
    return false
  }
}

// MARK: - Macros

extension Machine {
  mutating func makeMacro(_ unit: Int) {
    macros.append(
      MacroRecord(unit: Int32(unit), frame: Int32(frame), context: frames[frame].context))
    push(Handle(kind: .macro, payload: macros.count - 1))
  }

  private mutating func callMacro(
    _ callee: Handle, _ arguments: Arguments, isDirect: Bool
  ) throws(Fault) {
    let macro = macros[callee.payload]
    try bindMacro(program.units[Int(macro.unit)], arguments) {
      (machine: inout Machine) throws(Fault) -> Void in
      try machine.enter(macro, isDirect: isDirect)
    }
  }

  /// Calls a macro whose arguments are few, stand in its order and are on the stack, as those of
  /// nearly all calls are and do: none of them is put into an array.
  ///
  /// - Returns: `false` where the macro wants more of its call; nothing has happened then.
  private mutating func callPlainMacro(
    _ callee: Handle, _ count: Int, isDirect: Bool
  ) throws(Fault) -> Bool {
    let macro = macros[callee.payload]
    let unit = program.units[Int(macro.unit)]
    guard count <= 4, count <= Int(unit.parameterCount), unit.callerSlot < 0, unit.namedSlot < 0,
      unit.extraSlot < 0
    else { return false }
    var values = InlineArray<4, Handle>(repeating: .missing)
    for place in (0..<count).reversed() { values[place] = pop() }
    _ = pop()
    try enter(macro, isDirect: isDirect)
    for place in 0..<count {
      slots[base + Int(program.parameters[Int(unit.parameters) + place].slot)] = values[place]
    }
    keep()
    return true
  }

  private mutating func enter(_ macro: MacroRecord, isDirect: Bool) throws(Fault) {
    let isSafe = escapes
    let result: CallRecord.Result =
      isDirect && printsPlainly(isSafe) ? .direct : isSafe ? .markup : .text
    try enter(
      unit: Int(macro.unit), parent: Int(macro.frame), context: Int(macro.context),
      result: result)
  }

  /// Whether the instruction after a call would print the call's text as it is.
  func printsPlainly(_ isSafe: Bool) -> Bool {
    let next = program.code[pc]
    guard next.operation == .emit else { return false }
    switch next.flag {
    case 0: return true
    case 1: return isSafe
    case 2: return isSafe || !escapes
    default: return false
    }
  }

  /// Fills the parameters' slots of the unit that `enter` starts.
  private mutating func bindMacro(
    _ unit: Unit, _ arguments: Arguments,
    _ enter: (inout Machine) throws(Fault) -> Void
  ) throws(Fault) {
    let count = Int(unit.parameterCount)
    let name = unit.kind == .caller ? "caller" : program.names[Int(unit.name)]
    var named = arguments.named
    var values = Array(arguments.positional.prefix(count))
    let extra = arguments.positional.dropFirst(count)
    while values.count < count {
      let parameter = program.parameters[Int(unit.parameters) + values.count]
      let text = program.names[Int(parameter.name)]
      if let place = named.firstIndex(where: { $0.name == text }) {
        values.append(named.remove(at: place).value)
      } else {
        values.append(.missing)
      }
    }
    var caller = Handle.missing
    if unit.callerSlot >= 0 {
      if let place = named.firstIndex(where: { $0.name == "caller" }) {
        caller = named.remove(at: place).value
      }
      if caller.isMissing || caller.kind == .none { caller = undefined(hint: "No caller defined") }
    }
    if unit.namedSlot < 0, let first = named.first {
      throw .arguments("macro '\(name)' takes no keyword argument '\(first.name)'")
    }
    if unit.extraSlot < 0, !extra.isEmpty {
      throw .arguments("macro '\(name)' takes not more than \(count) argument(s)")
    }
    try enter(&self)
    for (place, value) in values.enumerated() {
      slots[base + Int(program.parameters[Int(unit.parameters) + place].slot)] = value
    }
    if unit.callerSlot >= 0 { slots[base + Int(unit.callerSlot)] = caller }
    if unit.namedSlot >= 0 {
      var object = DictionaryObject()
      for (name, value) in named { try set(&object, string(name), value) }
      slots[base + Int(unit.namedSlot)] = newDictionary(object)
    }
    if unit.extraSlot >= 0 { slots[base + Int(unit.extraSlot)] = newTuple(Array(extra)) }
    keep()
  }
}
