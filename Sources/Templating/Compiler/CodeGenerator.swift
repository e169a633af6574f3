/// Stage 3: turns syntax trees into one program.
///
/// Scopes follow Jinja's generated code (see ``Symbols``): each template body, block, macro, call
/// block and recursive loop is a unit with slots of its own; all other scopes share those of the
/// unit around them.
struct CodeGenerator {
  let options: EnvironmentOptions
  let registry: Registry
  var program = Program()
  var errors: [TemplateError] = []
  private var nameIndex: [String: UInt32] = [:]
  private var constantIndex: [ConstantKey: Int32] = [:]

  /// The units being written, innermost last.
  var open: [OpenUnit] = []
  var source: SourceText
  /// The names of all templates that there are.
  let templateNames: Set<String>
  /// As Jinja's compile-time evaluation context: known, or known only when it runs.
  var escape = EscapeMode.off
  /// Whether escaping was on where that was last known; constants are escaped by it.
  var escapesConstants = false
  /// Whether the expression being compiled is one that Jinja works out while it compiles.
  var printsConstant = false
  var extendsSeen = 0
  var hasKnownExtends = false
  private var scopeCount = 0
  let slots = SlotTable()

  enum EscapeMode: UInt8 { case off, on, runtime }

  /// Which names get their values on entry to a scope.
  enum EntryPart { case all, beforeLoop, eachStep }

  private enum ConstantKey: Hashable {
    case none, boolean(Bool), integer(Int), number(UInt64), string([UInt8])
  }

  init(options: EnvironmentOptions, registry: Registry, templateNames: Set<String>) {
    self.options = options
    self.registry = registry
    self.templateNames = templateNames
    source = SourceText(name: "", bytes: [], keepTrailingNewline: true)
    for (index, name) in program.names.enumerated() { nameIndex[name] = UInt32(index) }
  }

  /// A unit whose code is not finished.
  struct OpenUnit {
    var index: Int
    var code: [Instruction] = []
    var spans: [SourceSpan] = []
    /// What to undo for a jump out of a loop: the loops and captures open right now.
    var loops: [OpenLoop] = []
    var captures = 0
  }

  struct OpenLoop {
    var start: Int32
    var breaks: [Int] = []
    var captures: Int
    var escapes: Int
  }

  /// The compile-time state of a scope, as Jinja's `Frame`.
  struct Frame {
    var symbols: Symbols
    var requiresOutputCheck = false
    var isTopLevel = false
    var isRoot = false
    var isSoft = false

    /// The same scope inside an `if`.
    var soft: Frame {
      var copy = self
      copy.isRoot = false
      copy.isSoft = true
      return copy
    }
  }

  /// Hands out slots; a class because every scope of a template asks the same one.
  final class SlotTable {
    private var slots: [Key: Int] = [:]
    private(set) var names: [Int: [String]] = [:]

    private struct Key: Hashable {
      var scope: Int
      var name: String
    }

    func slot(unit: Int, scope: Int, name: String) -> Variable {
      let key = Key(scope: scope, name: name)
      if let slot = slots[key] { return Variable(unit: unit, slot: slot) }
      let slot = fresh(in: unit, named: name)
      slots[key] = slot
      return Variable(unit: unit, slot: slot)
    }

    func fresh(in unit: Int, named name: String) -> Int {
      names[unit, default: []].append(name)
      return (names[unit]?.count ?? 1) - 1
    }
  }
}

// MARK: - Tables

extension CodeGenerator {
  mutating func name(_ text: String) -> UInt32 {
    if let index = nameIndex[text] { return index }
    let index = UInt32(program.names.count)
    program.names.append(text)
    nameIndex[text] = index
    return index
  }

  /// The handle of text in the program.
  mutating func store(_ bytes: [UInt8], as kind: Handle.Kind = .string) -> Handle {
    let start = program.text.count
    program.text.append(contentsOf: bytes)
    return Handle(kind: kind, space: .program, extra: UInt32(bytes.count), payload: start)
  }

  mutating func constant(_ literal: Expression.Literal) -> Int32 {
    switch literal {
    case .none: constant(.none) { _ in .none }
    case .boolean(let value): constant(.boolean(value)) { _ in .boolean(value) }
    case .integer(let value): constant(.integer(value)) { _ in .integer(value) }
    case .number(let value): constant(.number(value.bitPattern)) { _ in .number(value) }
    case .string(let bytes): constant(.string(bytes)) { $0.store(bytes) }
    case .bigInteger(let value): bigConstant(value)
    }
  }

  private mutating func constant(
    _ key: ConstantKey, _ make: (inout CodeGenerator) -> Handle
  ) -> Int32 {
    if let index = constantIndex[key] { return index }
    let handle = make(&self)
    let index = Int32(program.constants.count)
    program.constants.append(handle)
    constantIndex[key] = index
    return index
  }

  private mutating func bigConstant(_ value: BigInteger) -> Int32 {
    program.constants.append(
      Handle(kind: .bigInteger, space: .program, payload: program.bigIntegers.count))
    program.bigIntegers.append(value)
    return Int32(program.constants.count - 1)
  }

  mutating func addConstant(_ handle: Handle) -> Int32 {
    program.constants.append(handle)
    return Int32(program.constants.count - 1)
  }

  mutating func attributeSite(_ text: String) -> Int32 {
    program.attributeSites.append(name(text))
    return Int32(program.attributeSites.count - 1)
  }

  mutating func symbols(parent: Symbols?, unit: Int) -> Symbols {
    scopeCount += 1
    let slots = slots
    return Symbols(parent: parent, unit: unit, scope: scopeCount) {
      slots.slot(unit: $0, scope: $1, name: $2)
    }
  }

  /// A scope inside `frame`, in the same unit or in a new one.
  mutating func inner(_ frame: Frame, unit: Int? = nil) -> Frame {
    Frame(
      symbols: symbols(parent: frame.symbols, unit: unit ?? currentUnit),
      requiresOutputCheck: frame.requiresOutputCheck)
  }
}

// MARK: - Code

extension CodeGenerator {
  var currentUnit: Int { open.last?.index ?? 0 }
  var here: Int32 { Int32(open.last?.code.count ?? 0) }

  @discardableResult
  mutating func emit(
    _ operation: Operation, _ operand: Int32 = 0, flag: UInt8 = 0, count: Int = 0,
    at span: SourceSpan
  ) -> Int {
    let last = open.count - 1
    open[last].code.append(
      Instruction(
        operation: operation, flag: flag, count: UInt16(clamping: count), operand: operand))
    open[last].spans.append(span)
    return open[last].code.count - 1
  }

  /// Lets the jump at `index` lead to the next instruction.
  mutating func land(_ index: Int) { open[open.count - 1].code[index].operand = here }

  mutating func beginUnit(
    _ kind: Unit.Kind, name: String, template: Int32
  ) -> Int {
    let index = program.units.count
    program.units.append(Unit(kind: kind, template: template, name: self.name(name)))
    open.append(OpenUnit(index: index))
    return index
  }

  /// Moves the finished unit's code to the program.
  mutating func endUnit(at span: SourceSpan) {
    emit(.leave, at: span)
    guard let unit = open.popLast() else { return }
    let base = Int32(program.code.count)
    for var instruction in unit.code {
      if instruction.operation.jumps { instruction.operand += base }
      program.code.append(instruction)
    }
    program.spans.append(contentsOf: unit.spans)
    let names = slots.names[unit.index] ?? []
    program.units[unit.index].entry = base
    program.units[unit.index].end = Int32(program.code.count)
    program.units[unit.index].slotCount = Int32(names.count)
    program.units[unit.index].slotNames = Int32(program.slotNames.count)
    for slotName in names { program.slotNames.append(name(slotName)) }
  }

  /// How many units out from the current one a variable lives.
  func hops(to variable: Variable) -> Int {
    var hops = 0
    for unit in open.reversed() {
      if unit.index == variable.unit { return hops }
      hops += 1
    }
    return 0
  }

  mutating func load(_ variable: Variable, at span: SourceSpan) {
    let hops = hops(to: variable)
    if hops == 0 {
      emit(.loadLocal, Int32(variable.slot), at: span)
    } else {
      emit(.loadOuter, Int32(variable.slot), flag: UInt8(clamping: hops), at: span)
    }
  }

  mutating func visibleVariables(_ frame: Frame) -> TableRange {
    let start = Int32(program.visible.count)
    for (text, variable) in frame.symbols.visibleStores {
      let record = VisibleVariable(
        name: name(text), hops: UInt8(clamping: hops(to: variable)), slot: Int32(variable.slot))
      program.visible.append(record)
    }
    return TableRange(start: start, end: Int32(program.visible.count))
  }

  /// Gives each name of the scope its first value.
  ///
  /// A loop does this in two parts: names from the page can't change while it runs and are looked
  /// up once before it, unless its body sets them too.
  mutating func enter(_ frame: Frame, at span: SourceSpan, _ part: EntryPart = .all) {
    for variable in frame.symbols.loadOrder {
      guard let load = frame.symbols.loads[variable] else { continue }
      if case .resolve(let text) = load {
        let isSteady = !frame.symbols.stores.contains(text)
        guard part == .all || isSteady == (part == .beforeLoop) else { continue }
        emit(.resolve, Int32(name(text)), count: variable.slot, at: span)
        continue
      }
      guard part != .beforeLoop else { continue }
      switch load {
      case .alias(let other):
        // As it is, even where it holds no value yet.
        let hops = UInt8(clamping: hops(to: other))
        emit(.loadRaw, Int32(other.slot), flag: hops, at: span)
        emit(.storeLocal, Int32(variable.slot), at: span)
      case .undefined: emit(.clearLocal, Int32(variable.slot), at: span)
      case .parameter, .resolve: break
      }
    }
  }

  /// Notes a fault that Jinja reports only when its place is reached, and emits code to do so.
  mutating func raise(_ error: TemplateError) {
    var error = error
    error.isDeferred = true
    errors.append(error)
    program.deferredErrors.append(error)
    emit(.raise, Int32(program.deferredErrors.count - 1), at: SourceSpan(0, 0))
  }

  mutating func fail(
    _ kind: TemplateError.Kind, _ message: String, at span: SourceSpan
  ) {
    errors.append(source.error(kind, message, at: span))
  }
}
