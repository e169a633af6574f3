/// Macros and call blocks.
extension CodeGenerator {
  mutating func compileMacro(_ macro: Statement.Macro, _ frame: Frame, at span: SourceSpan) {
    let unit = compileMacroBody(macro, frame, at: span)
    emit(.makeMacro, Int32(unit), at: span)
    assign(.name(macro.name, span), frame, at: span)
    guard frame.isTopLevel, let variable = frame.symbols.find(macro.name) else { return }
    load(variable, at: span)
    emit(
      .export, Int32(name(macro.name)), flag: macro.name.hasPrefix("_") ? 0 : 2, at: span)
  }

  mutating func compileCallBlock(
    _ macro: Statement.Macro, _ call: Expression, _ frame: Frame, at span: SourceSpan
  ) {
    let unit = compileMacroBody(macro, frame, at: span)
    guard case .call(let callee, let site) = call.form else { return }
    compileCall(callee, site, caller: unit, frame, at: call.span)
    let last = open.count - 1
    if let index = open[last].code.indices.last { open[last].code[index].flag = 1 }
    emit(.emit, flag: 0, at: call.span)
  }

  /// Compiles the body as a unit of its own and returns the unit.
  private mutating func compileMacroBody(
    _ macro: Statement.Macro, _ frame: Frame, at span: SourceSpan
  ) -> Int {
    for unit in open { program.units[unit.index].isCaptured = true }
    let template = program.units[currentUnit].template
    let unit = beginUnit(
      macro.name.isEmpty ? .caller : .macro, name: macro.name, template: template)
    var scope = inner(frame, unit: unit)
    scope.requiresOutputCheck = false
    let symbols = scope.symbols
    let parameters = macro.parameters.map { symbols.declareParameter($0.name) }
    for value in macro.defaults { symbols.visit(value) }
    symbols.analyze(macro.body)
    declareSpecials(macro, symbols, unit, at: span)

    program.units[unit].parameters = Int32(program.parameters.count)
    program.units[unit].parameterCount = Int32(parameters.count)
    for (parameter, variable) in zip(macro.parameters, parameters) {
      program.parameters.append(
        MacroParameter(name: name(parameter.name), slot: Int32(variable.slot)))
    }
    enter(scope, at: span)
    for (position, variable) in parameters.enumerated() {
      let skip = emit(.jumpIfPresent, count: variable.slot, at: macro.parameters[position].span)
      let place = position - (parameters.count - macro.defaults.count)
      if place >= 0 {
        compile(macro.defaults[place], scope)
      } else {
        emit(
          .missingParameter, Int32(name(macro.parameters[position].name)),
          at: macro.parameters[position].span)
      }
      emit(.storeLocal, Int32(variable.slot), at: span)
      land(skip)
    }
    compile(macro.body, scope)
    endUnit(at: span)
    return unit
  }

  private mutating func declareSpecials(
    _ macro: Statement.Macro, _ symbols: Symbols, _ unit: Int, at span: SourceSpan
  ) {
    let special = findUndeclared(macro.body, ["caller", "kwargs", "varargs"])
    let names = macro.parameters.map(\.name)
    if special.contains("caller") {
      if let position = names.firstIndex(of: "caller") {
        program.units[unit].hasCallerParameter = true
        if position < names.count - macro.defaults.count {
          fail(
            .syntax,
            "the parameter 'caller' of a macro must be left out or have a default", at: span)
        }
      } else {
        program.units[unit].callerSlot = Int32(symbols.declareParameter("caller").slot)
      }
    }
    if special.contains("kwargs"), !names.contains("kwargs") {
      program.units[unit].namedSlot = Int32(symbols.declareParameter("kwargs").slot)
    }
    if special.contains("varargs"), !names.contains("varargs") {
      program.units[unit].extraSlot = Int32(symbols.declareParameter("varargs").slot)
    }
  }
}
