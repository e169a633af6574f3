/// Loops: going through items, and what `loop` knows.
extension Machine {
  mutating func loopBegin(slot: Int, isRecursive: Bool) throws(Fault) {
    let items = try items(of: pop())
    serial &+= 1
    var state = LoopState(items: items, depth: 0, frame: Int32(frame), serial: serial)
    if isRecursive {
      state.isRecursive = true
      state.unit = frames[frame].unit
      state.frame = frames[frame].parent
      state.depth = Int32(clamping: slots[base + Self.depthSlot].payload)
    }
    loops.append(state)
    if slot >= 0 {
      slots[base + slot] = Handle(kind: .loop, extra: serial, payload: loops.count - 1)
    }
    keep()
  }

  @inline(__always)
  mutating func loopNext(end: Int) throws(Fault) {
    let index = loops.count - 1
    let position = loops[index].position
    guard position < loops[index].items.count else {
      pc = end
      return
    }
    let item = loops[index].items[position]
    loops[index].position = position + 1
    loops[index].index0 += 1
    loops[index].before = loops[index].current
    loops[index].current = item
    push(item)
    try countIteration()
  }

  private mutating func countIteration() throws(Fault) {
    iterations += 1
    guard iterations <= options.limits.iterations else {
      throw .limit("the loops of the page take more than \(options.limits.iterations) steps")
    }
  }

  /// Takes an item whose condition is still to be tried.
  mutating func loopPull(end: Int) throws(Fault) {
    let index = loops.count - 1
    let position = loops[index].position
    guard position < loops[index].items.count else {
      pc = end
      return
    }
    loops[index].position = position + 1
    push(loops[index].items[position])
    try countIteration()
  }

  /// Goes on with the item below the condition's result, or back for the next.
  mutating func loopAccept(start: Int) throws(Fault) {
    guard try isTrue(pop()) else {
      _ = pop()
      pc = start
      return
    }
    let index = loops.count - 1
    loops[index].index0 += 1
    loops[index].before = loops[index].current
    loops[index].current = stack[stack.count - 1]
  }

  mutating func loopCollect() throws(Fault) {
    let passes = try isTrue(pop())
    let item = pop()
    if passes { loops[loops.count - 1].collected.append(item) }
  }

  mutating func loopEnd(after: Int, hasElse: Bool) {
    let state = loops.removeLast()
    if !hasElse || state.isDone { pc = after }
    keep()
  }

  /// Starts a recursive loop's unit with the items on the stack.
  mutating func loopRecurse(unit: Int) throws(Fault) {
    let items = pop()
    let context = Int(frames[frame].context)
    try enter(unit: unit, parent: frame, context: context, result: .output)
    slots[base + Self.itemsSlot] = items
    slots[base + Self.depthSlot] = .integer(0)
  }

  /// `loop(items)` inside a recursive loop.
  mutating func callLoop(
    _ callee: Handle, _ arguments: Arguments, isDirect: Bool
  ) throws(Fault) {
    let state = try loop(callee)
    guard state.isRecursive else {
      throw .type("The loop must have the 'recursive' marker to be called recursively.")
    }
    guard arguments.positional.count == 1, let items = arguments.positional.first else {
      throw .arguments("a recursive loop is called with the items to go through")
    }
    let unit = Int(state.unit)
    let mode = program.units[unit].resultMode
    let isSafe = mode == 1 || mode == 2 && escapes
    let result: CallRecord.Result =
      isDirect && printsPlainly(isSafe) ? .direct : isSafe ? .markup : .text
    let context = Int(frames[frame].context)
    try enter(unit: unit, parent: Int(state.frame), context: context, result: result)
    slots[base + Self.itemsSlot] = items
    slots[base + Self.depthSlot] = .integer(Int(state.depth) + 1)
  }

  /// The first slots of a recursive loop's unit: what it goes through, and how deep it is.
  static let itemsSlot = 0
  static let depthSlot = 1

  func loop(_ handle: Handle) throws(Fault) -> LoopState {
    guard loops.indices.contains(handle.payload), loops[handle.payload].serial == handle.extra
    else { throw .type("the loop has ended") }
    return loops[handle.payload]
  }

  mutating func loopMember(_ handle: Handle, _ name: UInt32) throws(Fault) -> Handle {
    let index = handle.payload
    guard index < loops.count, loops[index].serial == handle.extra else {
      throw .type("the loop has ended")
    }
    let index0 = loops[index].index0
    switch WellKnownName(rawValue: name) {
    case .index: return .integer(index0 + 1)
    case .index0: return .integer(index0)
    case .first: return .boolean(index0 == 0)
    case .last: return .boolean(loops[index].position >= loops[index].items.count)
    case .length: return .integer(loops[index].items.count)
    case .revindex: return .integer(loops[index].items.count - index0)
    case .revindex0: return .integer(loops[index].items.count - index0 - 1)
    case .depth: return .integer(Int(loops[index].depth) + 1)
    case .depth0: return .integer(Int(loops[index].depth))
    case .previtem:
      let item = loops[index].before
      return item.isMissing ? undefined(hint: "there is no previous item") : item
    case .nextitem:
      let position = loops[index].position
      guard position < loops[index].items.count else {
        return undefined(hint: "there is no next item")
      }
      return loops[index].items[position]
    case .cycle, .changed: return method(handle, name)
    default: return undefined(name, of: handle)
    }
  }

  /// `loop.cycle(…)` and `loop.changed(…)`.
  mutating func callLoopMethod(
    _ handle: Handle, _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle? {
    let state = try loop(handle)
    switch name {
    case .cycle:
      guard !arguments.positional.isEmpty else { throw .type("no items for cycling given") }
      return arguments.positional[max(state.index0, 0) % arguments.positional.count]
    case .changed:
      if let last = state.lastChanged, last.count == arguments.positional.count {
        var isSame = true
        for (old, new) in zip(last, arguments.positional) where try !areEqual(old, new) {
          isSame = false
        }
        if isSame { return .no }
      }
      loops[handle.payload].lastChanged = arguments.positional
      keep()
      return .yes
    default: return nil
    }
  }

  /// Takes a value apart into as many as the target names.
  mutating func unpack(_ count: Int) throws(Fault) {
    let handle = pop()
    guard isIterable(handle) else {
      if handle.kind == .undefined { throw undefinedFault(handle) }
      throw .type("cannot unpack non-iterable \(typeName(handle)) object")
    }
    let items = try items(of: handle)
    guard items.count == count else {
      throw .type(
        items.count > count
          ? "too many values to unpack (expected \(count))"
          : "not enough values to unpack (expected \(count), got \(items.count))")
    }
    for item in items.reversed() { push(item) }
  }
}
