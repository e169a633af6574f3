/// From a fault to an error with its place, its trail and the values around it.
extension Machine {
  mutating func report(_ fault: Fault, rendering name: String) -> TemplateError {
    if var known = fault.error {
      known.trail = trail()
      return known
    }
    guard frames.indices.contains(frame), pc > 0, pc <= program.code.count else {
      let source = SourceText(name: name, bytes: [], keepTrailingNewline: true)
      var error = source.error(fault.kind, fault.message, at: SourceSpan(0, 0))
      error.nearMisses = fault.nearMisses
      if fault.kind == .missingTemplate {
        error.nearMisses = nearNames(to: name, among: registry.templateIndex.keys)
      }
      return error
    }
    let place = pc - 1
    let template = self.template(ofFrame: frame)
    let source = program.sources[Int(program.templates[template].source)]
    let asked = fault.undefinedName.flatMap { span(of: $0, before: place) }
    var error = source.error(fault.kind, fault.message, at: asked ?? program.spans[place])
    error.help = fault.help
    error.nearMisses = fault.nearMisses
    if let name = fault.undefinedName {
      let isMember = isMember(name, at: place)
      error.nearMisses = nearMisses(to: name, isMember: isMember)
      if error.nearMisses.isEmpty, error.help == nil, !isMember { error.help = namesOfData() }
    }
    error.values = namedValues(at: place)
    error.trail = trail()
    return error
  }

  private func template(ofFrame index: Int) -> Int {
    Int(program.units[Int(frames[index].unit)].template)
  }

  private func step(_ action: String, at place: Int, frame index: Int) -> TemplateError.Step {
    let template = template(ofFrame: index)
    let source = program.sources[Int(program.templates[template].source)]
    return TemplateError.Step(
      action: action, template: source.name,
      place: source.place(at: Int(program.spans[place].start)))
  }

  /// The way from the page's template to the failing one, outermost first.
  private func trail() -> [TemplateError.Step] {
    var steps: [TemplateError.Step] = []
    for (depth, call) in calls.enumerated() {
      if depth > 0, frames.indices.contains(Int(call.frame)) {
        let place = Int(call.returnTo) - 1
        steps += lineage(Int(call.frame))
        steps.append(step(action(at: place), at: place, frame: Int(call.frame)))
      }
    }
    steps += frames.indices.contains(frame) ? lineage(frame) : []
    // A lineage is met again by every call that its frame makes.
    var seen = Set<TemplateError.Step>()
    steps = steps.filter { seen.insert($0).inserted }
    return steps.count > 40 ? Array(steps.prefix(20) + steps.suffix(20)) : steps
  }

  /// The templates that this frame's template is a parent of, the page's own first.
  private func lineage(_ index: Int) -> [TemplateError.Step] {
    var steps: [TemplateError.Step] = []
    var child = Int(frames[index].child)
    while child >= 0, steps.count < 40 {
      steps.append(step("extends", at: Int(frames[child].extendsAt), frame: child))
      child = Int(frames[child].child)
    }
    return steps.reversed()
  }

  private func action(at place: Int) -> String {
    switch program.code[place].operation {
    case .include, .includeDynamic: "includes"
    case .importModule: "imports"
    default: "calls"
    }
  }

  /// The instructions that belong to the failing expression: those whose text lies inside its own.
  private func instructions(at place: Int) -> [Instruction] {
    let unit = program.units[Int(frames[frame].unit)]
    let span = program.spans[place]
    var first = place
    while first > Int(unit.entry), program.spans[first - 1].start >= span.start,
      program.spans[first - 1].end <= span.end
    {
      first -= 1
    }
    return Array(program.code[first...place])
  }

  private mutating func namedValues(at place: Int) -> [TemplateError.NamedValue] {
    var values: [TemplateError.NamedValue] = []
    for instruction in instructions(at: place) where values.count < 8 {
      guard instruction.operation == .loadLocal || instruction.operation == .loadOuter else {
        continue
      }
      let found = outerSlot(
        Int(instruction.operand),
        hops: instruction.operation == .loadOuter ? Int(instruction.flag) : 0)
      let owner = program.units[Int(frames[found.frame].unit)]
      let name = program.names[
        Int(program.slotNames[Int(owner.slotNames) + Int(instruction.operand)])]
      guard !values.contains(where: { $0.name == name }) else { continue }
      values.append(.init(name: name, text: summary(of: slots[found.slot])))
    }
    return values
  }

  /// The value on one short line.
  private mutating func summary(of handle: Handle) -> String {
    if handle.isMissing || handle.kind == .undefined { return "undefined" }
    if isMapping(handle), let keys = try? keys(of: handle) {
      let shown = keys.prefix(6).map { (try? swiftText($0)) ?? "?" }.joined(separator: ", ")
      return "a mapping of \(shown)\(keys.count > 6 ? ", … (\(keys.count) keys)" : "")"
    }
    if isList(handle), let count = try? count(of: handle), count > 6 {
      return "a list of \(count) items"
    }
    let text = (try? representation(handle)) ?? "?"
    return text.utf8.count <= 72 ? text : String(text.prefix(70)) + "…"
  }

  /// Whether the instruction asks for that name: as a member, or in the template's own scopes.
  private func asks(_ instruction: Instruction, for name: UInt32) -> Bool {
    switch instruction.operation {
    case .attribute: return program.attributeSites[Int(instruction.operand)] == name
    case .callMethod: return program.callSites[Int(instruction.operand)].method == name
    case .loadLocal, .loadOuter:
      let hops = instruction.operation == .loadOuter ? Int(instruction.flag) : 0
      let found = outerSlot(Int(instruction.operand), hops: hops)
      let unit = program.units[Int(frames[found.frame].unit)]
      return program.slotNames[Int(unit.slotNames) + Int(instruction.operand)] == name
    default: return false
    }
  }

  /// Where the failing expression asks for an undefined name.
  private func span(of name: UInt32, before place: Int) -> SourceSpan? {
    let found = instructions(at: place)
    guard let index = found.lastIndex(where: { asks($0, for: name) }) else { return nil }
    return program.spans[place - (found.count - 1 - index)]
  }

  /// Names that an undefined one may have meant.
  private mutating func nearMisses(to name: UInt32, isMember: Bool) -> [String] {
    let text = program.names[Int(name)]
    guard isMember else {
      let near = nearNames(to: text, among: visibleNames())
      return near.isEmpty ? owners(of: text).map { "\($0).\(text)" } : near
    }
    var known = Set<String>()
    for handle in slots.suffix(200) + stack.suffix(20) { known.formUnion(memberNames(of: handle)) }
    return nearNames(to: text, among: known)
  }

  /// Whether the failing expression asks for a name behind a value and a dot.
  private func isMember(_ name: UInt32, at place: Int) -> Bool {
    instructions(at: place).contains {
      ($0.operation == .attribute || $0.operation == .callMethod) && asks($0, for: name)
    }
  }

  /// What the page's data have of that name one step below.
  private mutating func owners(of member: String) -> [String] {
    var roots = Array(zip(frozen.rootNames, frozen.roots))
    for place in 0..<(hostMaps.first?.map.count ?? 0) {
      roots.append((hostMaps[0].map.key(at: place), hostMember(0, place)))
    }
    var owners: [String] = []
    for (name, handle) in roots where memberNames(of: handle).contains(member) {
      owners.append(name)
    }
    return Array(owners.sorted().prefix(3))
  }

  /// The names of the page's data, where they are few enough to choose from.
  private func namesOfData() -> String? {
    let names = Set(frozen.rootNames).union(hostMaps.first?.map.keys ?? []).sorted()
    guard !names.isEmpty, names.count <= 20 else { return nil }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return "write one of the names that are here, \(list), or ask first with 'is defined'"
  }

  /// What can stand behind a value and a dot.
  private mutating func memberNames(of handle: Handle) -> [String] {
    switch handle.kind {
    case .selfReference: return blockNames(inContext: handle.payload)
    case .module:
      guard case .module(_, _, let members) = boxes[handle.payload] else { return [] }
      return members.keys.compactMap { try? swiftText($0) }
    default:
      guard isMapping(handle) else { return [] }
      return ((try? keys(of: handle)) ?? []).compactMap { try? swiftText($0) }
    }
  }

  /// All names that have a value here.
  private func visibleNames() -> Set<String> {
    var names = Set(hostMaps.first?.map.keys ?? [])
    names.formUnion(frozen.rootNames)
    names.formUnion(registry.globals.keys)
    names.formUnion(BuiltinFunction.allCases.map(\.rawValue))
    let unit = program.units[Int(frames[frame].unit)]
    for slot in 0..<Int(unit.slotCount) where !slots[base + slot].isMissing {
      names.insert(program.names[Int(program.slotNames[Int(unit.slotNames) + slot])])
    }
    return names
  }
}
