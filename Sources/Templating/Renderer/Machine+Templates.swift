/// Blocks, inheritance, includes, imports.
extension Machine {
  /// Starts a template's body in a context of its own.
  mutating func beginTemplate(_ index: Int, result: CallRecord.Result) {
    let record = program.templates[index]
    addContext(
      template: index, parent: -1, variables: TableRange(start: 0, end: 0), from: 0)
    calls.append(
      CallRecord(
        result: result, returnTo: 0, frame: 0, outputStart: output.count, stackCount: 0,
        loopCount: 0, captureCount: 0, slotCount: 0, frameCount: 0, contextCount: 0))
    frames.append(
      FrameRecord(base: Int32(slots.count), parent: -1, context: 0, unit: record.root))
    frame = 0
    base = 0
    for _ in 0..<Int(program.units[Int(record.root)].slotCount) { slots.append(.missing) }
    pc = Int(program.units[Int(record.root)].entry)
  }

  @discardableResult
  private mutating func addContext(
    template index: Int, parent: Int, variables: TableRange, from frame: Int
  ) -> Int {
    let record = program.templates[index]
    var context = ContextRecord(
      template: Int32(index), parent: Int32(parent), variables: variables,
      variablesFrame: Int32(frame), escapes: record.escapes, blockOwner: Int32(contexts.count))
    if record.blocks.end > record.blocks.start {
      context.blocks = Array(program.blocks[record.blocks.indices])
    }
    contexts.append(context)
    return contexts.count - 1
  }

  // MARK: Blocks

  /// The units of a block in the current context, the most derived first.
  private func blockUnits(_ name: UInt32, context: Int) -> [Int32] {
    let owner = Int(contexts[context].blockOwner)
    return contexts[owner].blocks.compactMap { $0.name == name ? $0.unit : nil }
  }

  /// The names of all blocks of a template and its layouts, each once.
  func blockNames(inContext context: Int) -> [String] {
    let blocks = contexts[Int(contexts[context].blockOwner)].blocks
    return Set(blocks.map { program.names[Int($0.name)] }).sorted()
  }

  mutating func callBlock(_ site: BlockSite) throws(Fault) {
    var context = Int(frames[frame].context)
    let units = blockUnits(site.name, context: context)
    guard let unit = units.first else {
      throw Fault(.missingBlock, "the block '\(program.names[Int(site.name)])' does not exist")
    }
    if site.isRequired, units.count <= 1 {
      let name = program.names[Int(site.name)]
      var fault = Fault(.missingBlock, "Required block '\(name)' not found")
      fault.nearMisses = nearNames(to: name, among: blockNames(inContext: context))
      throw fault
    }
    let contextCount = contexts.count
    if site.isScoped {
      let owner = contexts[context].blockOwner
      contexts.append(
        ContextRecord(
          template: contexts[context].template, parent: Int32(context),
          variables: site.variables, variablesFrame: Int32(frame),
          escapes: contexts[context].escapes, blockOwner: owner))
      context = contexts.count - 1
    }
    try enter(unit: Int(unit), parent: -1, context: context, result: .output)
    calls[calls.count - 1].contextCount = Int32(contextCount)
  }

  mutating func makeSuper(slot: Int) {
    let unit = Int32(frames[frame].unit)
    let name = program.units[Int(unit)].name
    let context = Int(frames[frame].context)
    let units = blockUnits(name, context: context)
    let depth = (units.firstIndex(of: unit) ?? units.count) + 1
    slots[base + slot] = block(name, context: context, depth: depth)
    keep()
  }

  private mutating func block(_ name: UInt32, context: Int, depth: Int) -> Handle {
    guard depth < blockUnits(name, context: context).count else {
      return undefined(hint: "there is no parent block called '\(program.names[Int(name)])'")
    }
    return newBox(
      .blockReference(name: name, context: context, depth: depth), as: .blockReference)
  }

  /// `self.name`
  mutating func blockReference(_ name: UInt32, context: Int) -> Handle? {
    guard !blockUnits(name, context: context).isEmpty else { return nil }
    return block(name, context: context, depth: 0)
  }

  mutating func superBlock(of handle: Handle) -> Handle {
    guard case .blockReference(let name, let context, let depth) = boxes[handle.payload] else {
      return undefined(hint: "there is no parent block")
    }
    return block(name, context: context, depth: depth + 1)
  }

  mutating func callBlockReference(
    _ callee: Handle, _ arguments: Arguments, isDirect: Bool
  ) throws(Fault) {
    guard case .blockReference(let name, let context, let depth) = boxes[callee.payload] else {
      return
    }
    guard arguments.positional.isEmpty, arguments.named.isEmpty else {
      throw .arguments("a block takes no arguments")
    }
    let units = blockUnits(name, context: context)
    guard depth < units.count else { return }
    let isSafe = contexts[context].escapes
    let result: CallRecord.Result =
      isDirect && printsPlainly(isSafe) ? .direct : isSafe ? .markup : .text
    try enter(unit: Int(units[depth]), parent: -1, context: context, result: result)
  }

  // MARK: Inheritance

  mutating func extend(again: Bool) throws(Fault) {
    guard !again, frames[frame].parentTemplate < 0 else {
      throw Fault(.assertion, "extended multiple times")
    }
    let template = try template(named: pop())
    frames[frame].parentTemplate = Int32(template)
    frames[frame].extendsAt = Int32(pc - 1)
    let context = Int(frames[frame].context)
    contexts[context].blocks.append(
      contentsOf: program.blocks[program.templates[template].blocks.indices])
  }

  /// Goes on with the parent's body where the template extends one.
  mutating func renderParent() throws(Fault) {
    let template = Int(frames[frame].parentTemplate)
    guard template >= 0 else { return }
    calls[calls.count - 1].generations += 1
    guard calls[calls.count - 1].generations < options.limits.callDepth else {
      throw .limit("templates extend each other over \(options.limits.callDepth) generations")
    }
    let unit = Int(program.templates[template].root)
    let context = frames[frame].context
    // The parent's body takes the place of the child's, so inheritance costs no depth.
    if program.units[Int(frames[frame].unit)].isCaptured {
      (frameFloor, slotFloor, contextFloor) = (frames.count, slots.count, contexts.count)
    }
    var record = FrameRecord(
      base: Int32(slots.count), parent: -1, context: context, unit: Int32(unit))
    record.child = Int32(frame)
    frames.append(record)
    frame = frames.count - 1
    base = slots.count
    for _ in 0..<Int(program.units[unit].slotCount) { slots.append(.missing) }
    pc = Int(program.units[unit].entry)
  }

  // MARK: Finding templates

  private mutating func template(named handle: Handle) throws(Fault) -> Int {
    if handle.kind == .undefined { throw undefinedFault(handle) }
    let name = try swiftText(handle)
    guard let index = try templateIndex(checking: name) else { throw missing([name]) }
    return index
  }

  private func templateIndex(checking name: String) throws(Fault) -> Int? {
    if let failed = registry.failures[name] { throw Fault(reporting: failed) }
    return registry.templateIndex[name]
  }

  private func missing(_ names: [String]) -> Fault {
    let text = names.map { "'\($0)'" }.joined(separator: " nor ")
    var fault = Fault(.missingTemplate, "the template \(text) does not exist")
    fault.nearMisses = names.flatMap { nearNames(to: $0, among: registry.templateIndex.keys) }
    return fault
  }

  // MARK: Includes

  mutating func include(_ site: IncludeSite, template: Int) throws(Fault) {
    guard template >= 0 else {
      let name = program.names[Int(site.name)]
      if let failed = registry.failures[name] { throw Fault(reporting: failed) }
      if site.ignoreMissing { return }
      throw missing([name])
    }
    guard site.withContext else {
      try includeModule(template)
      return
    }
    let contextCount = contexts.count
    let parent = Int(frames[frame].context)
    let context = addContext(
      template: template, parent: parent, variables: site.variables, from: frame)
    let unit = Int(program.templates[template].root)
    try enter(unit: unit, parent: -1, context: context, result: .output)
    calls[calls.count - 1].contextCount = Int32(contextCount)
  }

  /// An include without context prints the template's module, which is rendered once.
  private mutating func includeModule(_ template: Int) throws(Fault) {
    let known = modules[template]
    if !known.isMissing {
      let body = rendered(known)
      output.append(contentsOf: bytes(body))
      return
    }
    try beginModule(
      template, variables: TableRange(start: 0, end: 0), parent: -1, result: .includedModule)
  }

  mutating func includeDynamic(_ site: IncludeSite) throws(Fault) {
    let handle = pop()
    var names: [String] = []
    if handle.isText {
      names = [swiftString(handle)]
    } else if handle.kind == .undefined {
      throw undefinedFault(handle)
    } else if handle.kind != .none {
      for item in try items(of: handle) where item.kind != .undefined {
        names.append(try swiftText(item))
      }
    }
    for name in names {
      guard let index = try templateIndex(checking: name) else { continue }
      try include(site, template: index)
      return
    }
    if site.ignoreMissing { return }
    guard !names.isEmpty else {
      throw Fault(.missingTemplate, "Tried to select from an empty list of templates.")
    }
    throw missing(names)
  }

  // MARK: Imports

  mutating func importModule(_ site: IncludeSite) throws(Fault) {
    let index = try template(named: pop())
    if site.withContext {
      // The module may outlive what it sees, so it gets a copy of all names as they are now.
      try beginModule(
        index, variables: site.variables, parent: Int(frames[frame].context), result: .module)
      return
    }
    if !modules[index].isMissing {
      push(modules[index])
      return
    }
    try beginModule(index, variables: TableRange(start: 0, end: 0), parent: -1, result: .module)
  }

  private mutating func beginModule(
    _ template: Int, variables: TableRange, parent: Int,
    result: CallRecord.Result
  ) throws(Fault) {
    let context = addContext(
      template: template, parent: ContextRecord.sharedOnly,
      variables: TableRange(start: 0, end: 0), from: 0)
    if parent >= 0 { copyNames(to: context, from: parent, variables) }
    let unit = Int(program.templates[template].root)
    try enter(unit: unit, parent: -1, context: context, result: result)
    calls[calls.count - 1].contextCount = Int32(context)
    calls[calls.count - 1].module = parent >= 0 ? -1 : Int32(template)
  }

  private mutating func copyNames(to context: Int, from parent: Int, _ variables: TableRange) {
    var names: [UInt32] = []
    var values: [Handle] = []
    func add(_ name: UInt32, _ value: Handle) {
      guard !value.isMissing, !names.contains(name) else { return }
      names.append(name)
      values.append(value)
    }
    for index in variables.indices {
      let variable = program.visible[index]
      add(variable.name, visibleValue(variable, from: frame))
    }
    var index = parent
    while index >= 0 {
      for (name, value) in zip(contexts[index].names, contexts[index].values) { add(name, value) }
      for place in contexts[index].variables.indices {
        let variable = program.visible[place]
        add(variable.name, visibleValue(variable, from: Int(contexts[index].variablesFrame)))
      }
      index = Int(contexts[index].parent)
    }
    contexts.append(
      ContextRecord(
        template: contexts[context].template, parent: Int32(index),
        variables: TableRange(start: 0, end: 0), variablesFrame: 0, names: names, values: values,
        escapes: contexts[context].escapes, blockOwner: Int32(contexts.count)))
    contexts[context].parent = Int32(contexts.count - 1)
  }

  /// The module of the unit that has just ended.
  mutating func makeModule(
    context: Int, from outputStart: Int, sharedAs shared: Int32
  ) -> Handle {
    let escapes = contexts[context].escapes
    let body = takeOutput(from: outputStart, as: escapes ? .markup : .string)
    var members = DictionaryObject()
    for name in contexts[context].exported {
      guard let place = contexts[context].names.firstIndex(of: name) else { continue }
      members.keys.append(nameHandle(name))
      members.values.append(contexts[context].values[place])
    }
    if members.keys.count >= DictionaryObject.indexThreshold {
      for (place, key) in members.keys.enumerated() { members.index[.text(bytes(key))] = place }
    }
    let template = Int(contexts[context].template)
    let module = newBox(
      .module(template: template, body: body, members: members), as: .module)
    if shared >= 0 { modules[Int(shared)] = module }
    return module
  }

  /// A name that a module shows, or undefined.
  mutating func importMember(_ name: UInt32, from handle: Handle) -> Handle {
    guard handle.kind == .module,
      case .module(let template, _, let members) = boxes[handle.payload]
    else { return undefined(name, of: handle) }
    if let value = lookUp(Array(program.names[Int(name)].utf8), in: members) { return value }
    let source = program.names[Int(program.templates[template].name)]
    return undefined(
      hint: "the template '\(source)' does not export the requested name "
        + "'\(program.names[Int(name)])'")
  }
}
