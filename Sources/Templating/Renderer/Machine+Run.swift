/// The main loop: one instruction after the other.
extension Machine {
  @inline(__always)
  mutating func pop() -> Handle { stack.removeLast() }

  @inline(__always)
  mutating func push(_ handle: Handle) { stack.append(handle) }

  /// Runs from ``pc`` until the page is finished.
  mutating func run() throws(Fault) {
    while true {
      let instruction = program.code[pc]
      pc += 1
      switch instruction.operation {
      case .constant: push(program.constants[Int(instruction.operand)])
      case .loadLocal:
        let handle = slots[base + Int(instruction.operand)]
        push(handle.isMissing ? undefined(slot: Int(instruction.operand), in: frame) : handle)
      case .loadOuter:
        let place = outerSlot(Int(instruction.operand), hops: Int(instruction.flag))
        let handle = slots[place.slot]
        push(
          handle.isMissing ? undefined(slot: Int(instruction.operand), in: place.frame) : handle)
      case .emitData:
        let range = program.constants[Int(instruction.operand)].range
        output.append(contentsOf: program.text[range])
        try checkOutput()
      case .emit: try emit(instruction)
      case .attribute:
        let site = Int(instruction.operand)
        let last = stack.count - 1
        stack[last] = try attribute(stack[last], program.attributeSites[site], site: site)
      case .jump: pc = Int(instruction.operand)
      case .jumpIfFalse:
        if try !isTrue(pop()) { pc = Int(instruction.operand) }
      case .loopNext: try loopNext(end: Int(instruction.operand))
      case .storeLocal: slots[base + Int(instruction.operand)] = keepStored(pop())
      case .callFilter: try callBuiltin(Registry.filters, instruction)
      case .callTest: try callBuiltin(Registry.tests, instruction)
      case .compare: try compareTop(instruction.flag)
      case .binary: try binaryTop(instruction.flag)
      case .resolve:
        slots[base + Int(instruction.count)] = resolve(UInt32(instruction.operand))
      case .include:
        let site = program.includeSites[Int(instruction.operand)]
        try include(site, template: Int(program.templateOfName[Int(site.name)]))
      case .leave:
        if try leave() { return }
      default: try runOther(instruction)
      }
    }
  }

  @inline(__always)
  func checkOutput() throws(Fault) {
    if output.count > options.limits.outputBytes {
      throw .limit("the output is longer than \(options.limits.outputBytes) bytes")
    }
  }

  /// A stored value outlives the statement that made it.
  @inline(__always)
  mutating func keepStored(_ handle: Handle) -> Handle {
    keep()
    return handle
  }

  private mutating func callBuiltin(
    _ table: [BuiltinCallable], _ instruction: Instruction
  ) throws(Fault) {
    let start = stack.count - Int(instruction.count)
    try walk(by: table[Int(instruction.operand)], start)
    let result = try table[Int(instruction.operand)].body(&self, start)
    while stack.count > start + 1 { stack.removeLast() }
    stack[start] = result
  }

  /// The instructions that are not on the hot path.
  private mutating func runOther(_ instruction: Instruction) throws(Fault) {
    let operand = Int(instruction.operand)
    switch instruction.operation {
    case .loadRaw: push(slots[outerSlot(operand, hops: Int(instruction.flag)).slot])
    case .clearLocal: slots[base + operand] = .missing
    case .export: export(UInt32(operand), isPublic: instruction.flag)
    case .pop:
      _ = pop()
      keep()
    case .duplicate: push(stack[stack.count - 1])
    case .buildList: push(list(taking: operand))
    case .buildTuple: push(tuple(taking: operand))
    case .buildDictionary: try buildDictionary(pairs: operand)
    case .unpack: try unpack(Int(instruction.count))
    case .item:
      let key = pop()
      push(try item(pop(), key))
    case .slice: try sliceTop(isConstant: instruction.flag == 1)
    case .setMember:
      let target = pop()
      try setMember(target, UInt32(operand), pop())
    case .checkNamespace:
      guard pop().kind == .namespace else {
        throw .type("cannot assign attribute on non-namespace object")
      }
    case .unary: push(try unary(UnaryOperator(rawValue: instruction.flag), pop()))
    case .not: push(.boolean(try !isTrue(pop())))
    case .concatenate: try concatenate(operand, mode: instruction.flag)
    case .jumpIfFalseOrPop:
      if try !isTrue(stack[stack.count - 1]) { pc = operand } else { _ = pop() }
    case .jumpIfTrueOrPop:
      if try isTrue(stack[stack.count - 1]) { pc = operand } else { _ = pop() }
    case .jumpIfPresent:
      if !slots[base + Int(instruction.count)].isMissing { pc = operand }
    case .missingElse:
      push(
        undefined(
          hint: "the inline if-expression evaluated to false and no else section was defined",
          isLenient: true))
    case .missingParameter:
      push(undefined(hint: "parameter '\(program.names[operand])' was not provided"))
    default: try runCalls(instruction)
    }
  }

  private mutating func runCalls(_ instruction: Instruction) throws(Fault) {
    let operand = Int(instruction.operand)
    switch instruction.operation {
    case .captureBegin: captures.append(output.count)
    case .captureEnd: captureEnd(mode: instruction.flag)
    case .captureDrop:
      if let start = captures.popLast() { output.removeLast(output.count - start) }
    case .callFilterSpread:
      try callSpread(Registry.filters[Int(instruction.count)], program.callSites[operand])
    case .callTestSpread:
      try callSpread(Registry.tests[Int(instruction.count)], program.callSites[operand])
    case .callHostFilter: try callHost(program.callSites[operand], isTest: false)
    case .callHostTest: try callHost(program.callSites[operand], isTest: true)
    case .call: try call(program.callSites[operand], isDirect: instruction.flag == 1)
    case .callMethod: try callMethod(program.callSites[operand], isDirect: instruction.flag == 1)
    case .makeMacro: makeMacro(operand)
    case .loopBegin: try loopBegin(slot: operand, isRecursive: instruction.flag == 1)
    case .loopPull: try loopPull(end: operand)
    case .loopAccept: try loopAccept(start: operand)
    case .loopCollect: try loopCollect()
    case .loopDone: loops[loops.count - 1].isDone = true
    case .loopEnd: loopEnd(after: operand, hasElse: instruction.flag == 1)
    case .loopDrop: push(newTuple(loops.removeLast().collected))
    case .loopRecurse: try loopRecurse(unit: operand)
    default: try runTemplates(instruction)
    }
  }

  private mutating func runTemplates(_ instruction: Instruction) throws(Fault) {
    let operand = Int(instruction.operand)
    switch instruction.operation {
    case .callBlock: try callBlock(program.blockSites[operand])
    case .makeSuper: makeSuper(slot: operand)
    case .makeSelf:
      slots[base + operand] = Handle(
        kind: .selfReference, payload: Int(frames[frame].context))
    case .extends: try extend(again: instruction.flag == 1)
    case .jumpIfExtended: if frames[frame].parentTemplate >= 0 { pc = operand }
    case .renderParent: try renderParent()
    case .includeDynamic: try includeDynamic(program.includeSites[operand])
    case .importModule: try importModule(program.includeSites[operand])
    case .importMember: push(importMember(UInt32(operand), from: pop()))
    case .escapeSave:
      let value = try isTrue(pop())
      slots[base + operand] = .boolean(escapes)
      escapes = value
    case .escapeRestore: escapes = slots[base + operand].payload != 0
    case .raise: throw Fault(reporting: program.deferredErrors[operand])
    default: throw Fault(.assertion, "the program holds an instruction that it must not")
    }
  }
}
