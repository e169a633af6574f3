/// One function a kind of statement.
extension CodeGenerator {
  mutating func compile(_ body: [Statement], _ frame: Frame) {
    for statement in body { compile(statement, frame) }
  }

  private mutating func compile(_ statement: Statement, _ frame: Frame) {
    let span = statement.span
    switch statement.form {
    case .output(let parts): compileOutput(parts, frame, at: span)
    case .conditional(let branches, let otherwise):
      compileConditional(branches, otherwise, frame)
    case .loop(let loop): compileLoop(loop, frame, at: span)
    case .set(let target, let value): compileSet(target, value, frame, at: span)
    case .setBlock(let target, let filter, let body):
      compileSetBlock(target, filter, body, frame, at: span)
    case .with(let pairs, let body): compileWith(pairs, body, frame, at: span)
    case .macro(let macro): compileMacro(macro, frame, at: span)
    case .callBlock(let macro, let call): compileCallBlock(macro, call, frame, at: span)
    case .filterBlock(let filter, let body): compileFilterBlock(filter, body, frame, at: span)
    case .autoescape(let value, let body): compileAutoescape(value, body, frame, at: span)
    case .block(let block): compileBlockCall(block, frame, at: span)
    case .extends(let name): compileExtends(name, frame, at: span)
    case .include(let name, let ignoreMissing, let withContext):
      compileInclude(name, ignoreMissing, withContext, frame, at: span)
    case .importModule(let name, let alias, let withContext):
      compileImport(name, alias, withContext, frame, at: span)
    case .importNames(let name, let names, let withContext):
      compileImportNames(name, names, withContext, frame, at: span)
    case .evaluate(let value):
      compile(value, frame)
      emit(.pop, flag: 1, at: span)
    case .breakLoop, .continueLoop: compileLoopControl(statement, at: span)
    }
  }

  // MARK: Output

  private mutating func compileOutput(
    _ parts: [Statement.OutputPart], _ frame: Frame, at span: SourceSpan
  ) {
    var check: Int?
    if frame.requiresOutputCheck {
      if hasKnownExtends { return }
      check = emit(.jumpIfExtended, at: span)
    }
    for part in parts {
      switch part {
      case .data(let bytes, let span):
        emit(.emitData, addConstant(store(bytes)), at: span)
      case .expression(let expression):
        printsConstant = escape != .runtime && expression.isConstant(withFilters: true)
        compile(expression, frame)
        printsConstant = false
        emitOutput(of: expression)
      }
    }
    if let check { land(check) }
  }

  /// Prints what is on the stack; text that only this statement made can be dropped after it.
  private mutating func emitOutput(of expression: Expression) {
    var calls = false
    expression.walk { if case .call = $0.form { calls = true } }
    markDirectCall()
    var mode = escape
    if mode == .runtime, expression.isConstant(withFilters: false) {
      mode = escapesConstants ? .on : .off
    }
    emit(.emit, flag: mode.rawValue, count: calls ? 0 : 1, at: expression.span)
  }

  /// Lets a call right before write its text straight to the output.
  private mutating func markDirectCall() {
    let last = open.count - 1
    guard let index = open[last].code.indices.last else { return }
    let operation = open[last].code[index].operation
    if operation == .call || operation == .callMethod { open[last].code[index].flag = 1 }
  }

  // MARK: Conditions

  private mutating func compileConditional(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement], _ frame: Frame
  ) {
    let soft = frame.soft
    var ends: [Int] = []
    for (position, branch) in branches.enumerated() {
      compile(branch.test, soft)
      let skip = emit(.jumpIfFalse, at: branch.test.span)
      compile(branch.body, soft)
      if position + 1 < branches.count || !otherwise.isEmpty {
        ends.append(emit(.jump, at: branch.test.span))
      }
      land(skip)
    }
    compile(otherwise, soft)
    for end in ends { land(end) }
  }

  // MARK: Assignments

  /// Puts the value on the stack into the target.
  mutating func assign(_ target: Target, _ frame: Frame, at span: SourceSpan) {
    switch target {
    case .name(let name, let span):
      guard let variable = frame.symbols.find(name) else { return }
      emit(.storeLocal, Int32(variable.slot), at: span)
    case .tuple(let targets):
      emit(.unpack, count: targets.count, at: span)
      for target in targets { assign(target, frame, at: span) }
    case .member(let name, let member, let span):
      guard let variable = frame.symbols.find(name) else { return }
      load(variable, at: span)
      emit(.setMember, Int32(self.name(member)), at: span)
    }
  }

  /// Shows names set at the top level to blocks, includes and imports.
  private mutating func export(_ target: Target, _ frame: Frame, at span: SourceSpan) {
    guard frame.isTopLevel else { return }
    for name in target.names { export(name, frame, isPublic: !name.hasPrefix("_"), at: span) }
  }

  private mutating func export(
    _ name: String, _ frame: Frame, isPublic: Bool, at span: SourceSpan
  ) {
    guard frame.isTopLevel, let variable = frame.symbols.find(name) else { return }
    load(variable, at: span)
    emit(.export, Int32(self.name(name)), flag: isPublic ? 1 : 0, at: span)
  }

  private mutating func compileSet(
    _ target: Target, _ value: Expression, _ frame: Frame, at span: SourceSpan
  ) {
    for name in target.namespaces {
      guard let variable = frame.symbols.find(name) else { continue }
      load(variable, at: span)
      emit(.checkNamespace, at: span)
    }
    compile(value, frame)
    assign(target, frame, at: span)
    export(target, frame, at: span)
  }

  private mutating func compileSetBlock(
    _ target: Target, _ filter: Expression?, _ body: [Statement], _ frame: Frame,
    at span: SourceSpan
  ) {
    var blockFrame = inner(frame)
    blockFrame.requiresOutputCheck = false
    blockFrame.symbols.analyze(body)
    enter(blockFrame, at: span)
    capture(at: span) { generator in generator.compile(body, blockFrame) }
    emit(.captureEnd, flag: filter == nil ? 2 : escape.rawValue, at: span)
    if let filter {
      compile(filter, blockFrame)
      emit(.emit, flag: 3, at: span)
    }
    assign(target, frame, at: span)
    export(target, frame, at: span)
  }

  /// Runs `body` with its output going to a buffer; the caller emits what ends it.
  private mutating func capture(at span: SourceSpan, _ body: (inout CodeGenerator) -> Void) {
    emit(.captureBegin, at: span)
    open[open.count - 1].captures += 1
    body(&self)
    open[open.count - 1].captures -= 1
  }

  private mutating func compileWith(
    _ pairs: [(target: Target, value: Expression)], _ body: [Statement], _ frame: Frame,
    at span: SourceSpan
  ) {
    let withFrame = inner(frame)
    for pair in pairs { declare(pair.target, withFrame) }
    withFrame.symbols.analyze(body)
    enter(withFrame, at: span)
    for pair in pairs {
      compile(pair.value, frame)
      assign(pair.target, withFrame, at: span)
    }
    compile(body, withFrame)
  }

  func declare(_ target: Target, _ frame: Frame) {
    for name in target.names { frame.symbols.declareParameter(name) }
  }

  // MARK: Filters and escaping

  private mutating func compileFilterBlock(
    _ filter: Expression, _ body: [Statement], _ frame: Frame, at span: SourceSpan
  ) {
    let filterFrame = inner(frame)
    filterFrame.symbols.analyze(body)
    filterFrame.symbols.visit(filter)
    enter(filterFrame, at: span)
    capture(at: span) { generator in generator.compile(body, filterFrame) }
    emit(.captureEnd, flag: escape.rawValue, at: span)
    compile(filter, filterFrame)
    emit(.emit, flag: 0, at: span)
  }

  private mutating func compileAutoescape(
    _ value: Expression, _ body: [Statement], _ frame: Frame, at span: SourceSpan
  ) {
    let scope = inner(frame)
    scope.symbols.visit(value)
    scope.symbols.analyze(body)
    enter(scope, at: span)
    let slot = Int32(slots.fresh(in: currentUnit, named: "autoescape"))
    compile(value, scope)
    emit(.escapeSave, slot, at: span)
    let before = (escape, escapesConstants)
    if case .literal(let literal) = value.form {
      escape = literal.isTrue ? .on : .off
      escapesConstants = literal.isTrue
    } else {
      escape = .runtime
    }
    compile(body, scope)
    (escape, escapesConstants) = before
    emit(.escapeRestore, slot, at: span)
  }

  // MARK: Imports

  private mutating func compileImport(
    _ name: Expression, _ alias: String, _ withContext: Bool, _ frame: Frame, at span: SourceSpan
  ) {
    importTemplate(name, withContext, frame, at: span)
    assign(.name(alias, span), frame, at: span)
    export(alias, frame, isPublic: false, at: span)
  }

  private mutating func importTemplate(
    _ name: Expression, _ withContext: Bool, _ frame: Frame, at span: SourceSpan
  ) {
    let site = IncludeSite(
      name: 0, ignoreMissing: false, withContext: withContext,
      variables: withContext ? visibleVariables(frame) : TableRange(start: 0, end: 0))
    program.includeSites.append(site)
    let index = Int32(program.includeSites.count - 1)
    if let error = missingTemplate(name) {
      raise(error)
      return
    }
    compile(name, frame)
    emit(.importModule, index, at: name.span)
  }

  private mutating func compileImportNames(
    _ name: Expression, _ names: [(name: String, alias: String)], _ withContext: Bool,
    _ frame: Frame, at span: SourceSpan
  ) {
    importTemplate(name, withContext, frame, at: span)
    for (name, alias) in names {
      emit(.duplicate, at: span)
      emit(.importMember, Int32(self.name(name)), at: span)
      assign(.name(alias, span), frame, at: span)
    }
    emit(.pop, flag: 1, at: span)
    for (_, alias) in names { export(alias, frame, isPublic: false, at: span) }
  }
}

extension Expression.Literal {
  /// Whether the literal counts as true.
  var isTrue: Bool {
    switch self {
    case .none: false
    case .boolean(let value): value
    case .integer(let value): value != 0
    case .bigInteger(let value): !value.isZero
    case .number(let value): value != 0
    case .string(let bytes): !bytes.isEmpty
    }
  }
}
