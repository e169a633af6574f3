/// Expressions: operands onto the stack, then the operation.
extension CodeGenerator {
  mutating func compile(_ expression: Expression, _ frame: Frame) {
    let span = expression.span
    switch expression.form {
    case .literal(let literal): emit(.constant, constant(literal), at: span)
    case .name(let name):
      guard let variable = frame.symbols.find(name) else { return }
      load(variable, at: span)
    case .tuple(let items):
      for item in items { compile(item, frame) }
      emit(.buildTuple, Int32(items.count), at: span)
    case .list(let items):
      for item in items { compile(item, frame) }
      emit(.buildList, Int32(items.count), at: span)
    case .dictionary(let pairs):
      for pair in pairs {
        compile(pair.key, frame)
        compile(pair.value, frame)
      }
      emit(.buildDictionary, Int32(pairs.count), at: span)
    case .unary(let operation, let operand):
      compile(operand, frame)
      emit(.unary, flag: operation.rawValue, at: span)
    case .binary(let operation, let left, let right):
      compile(left, frame)
      compile(right, frame)
      emit(.binary, flag: operation.rawValue, at: span)
    case .concatenation(let parts):
      for part in parts { compile(part, frame) }
      // Jinja joins constants while it compiles, and then nothing in them counts as safe.
      let isConstant = escape != .runtime && expression.isConstant(withFilters: true)
      emit(
        .concatenate, Int32(parts.count), flag: isConstant ? 0 : escape.rawValue, at: span)
    case .comparison(let first, let rest): compileComparison(first, rest, frame, at: span)
    case .and(let left, let right): compileLogical(.jumpIfFalseOrPop, left, right, frame)
    case .or(let left, let right): compileLogical(.jumpIfTrueOrPop, left, right, frame)
    case .not(let operand):
      compile(operand, frame)
      emit(.not, at: span)
    case .conditional(let test, let then, let other):
      compileConditional(test, then, other, frame.soft, at: span)
    case .attribute(let base, let member):
      compile(base, frame)
      emit(.attribute, attributeSite(member), at: span)
    case .item(let base, let index): compileItem(base, index, frame, at: span)
    case .slice(let base, let start, let stop, let step):
      compile(base, frame)
      for part in [start, stop, step] {
        if let part {
          compile(part, frame)
        } else {
          emit(.constant, constant(.none), at: span)
        }
      }
      emit(.slice, flag: printsConstant ? 1 : 0, at: span)
    case .call(let callee, let site): compileCall(callee, site, caller: nil, frame, at: span)
    case .filter(let operand, let name, let site):
      if let operand { compile(operand, frame) }
      compileFilter(name, site, frame, at: span)
    case .test(let operand, let name, let site):
      compile(operand, frame)
      compileTest(name, site, frame, at: span)
    }
  }

  private mutating func compileItem(
    _ base: Expression, _ index: Expression, _ frame: Frame, at span: SourceSpan
  ) {
    compile(base, frame)
    compile(index, frame)
    emit(.item, at: span)
  }

  private mutating func compileLogical(
    _ jump: Operation, _ left: Expression, _ right: Expression, _ frame: Frame
  ) {
    compile(left, frame)
    let end = emit(jump, at: left.span)
    compile(right, frame)
    land(end)
  }

  private mutating func compileComparison(
    _ first: Expression, _ rest: [(relation: ComparisonOperator, operand: Expression)],
    _ frame: Frame, at span: SourceSpan
  ) {
    compile(first, frame)
    var ends: [Int] = []
    for (position, part) in rest.enumerated() {
      compile(part.operand, frame)
      guard position + 1 < rest.count else {
        emit(.compare, flag: part.relation.rawValue, at: span)
        break
      }
      // The middle of `a < b < c` is evaluated once and kept for the next comparison.
      let slot = Int32(slots.fresh(in: currentUnit, named: "between"))
      emit(.duplicate, at: span)
      emit(.storeLocal, slot, at: span)
      emit(.compare, flag: part.relation.rawValue, at: span)
      ends.append(emit(.jumpIfFalseOrPop, at: span))
      emit(.loadRaw, slot, at: span)
    }
    for end in ends { land(end) }
  }

  private mutating func compileConditional(
    _ test: Expression, _ then: Expression, _ other: Expression?, _ frame: Frame,
    at span: SourceSpan
  ) {
    compile(test, frame)
    let skip = emit(.jumpIfFalse, at: test.span)
    compile(then, frame)
    let end = emit(.jump, at: span)
    land(skip)
    if let other {
      compile(other, frame)
    } else {
      emit(.missingElse, at: span)
    }
    land(end)
  }
}

// MARK: - Calls

extension CodeGenerator {
  /// Puts the arguments on the stack and notes their shape.
  ///
  /// Shape: positional values, the spread list, named values, the spread dictionary.
  private mutating func compileArguments(
    _ site: Expression.CallSite, caller: Int?, _ frame: Frame, at span: SourceSpan
  ) -> CallSiteRecord {
    for argument in site.positional { compile(argument, frame) }
    if let spread = site.spread { compile(spread, frame) }
    let start = Int32(program.argumentNames.count)
    var names = site.named.map { name($0.name) }
    for argument in site.named { compile(argument.value, frame) }
    if let caller {
      emit(.makeMacro, Int32(caller), at: span)
      names.append(WellKnownName.caller.rawValue)
    }
    if let spread = site.namedSpread { compile(spread, frame) }
    program.argumentNames.append(contentsOf: names)
    return CallSiteRecord(
      positional: Int32(site.positional.count),
      names: TableRange(start: start, end: Int32(program.argumentNames.count)),
      hasSpread: site.spread != nil, hasNamedSpread: site.namedSpread != nil)
  }

  private mutating func add(_ record: CallSiteRecord) -> Int32 {
    program.callSites.append(record)
    return Int32(program.callSites.count - 1)
  }

  mutating func compileCall(
    _ callee: Expression, _ site: Expression.CallSite, caller: Int?, _ frame: Frame,
    at span: SourceSpan
  ) {
    if case .attribute(let base, let method) = callee.form {
      compile(base, frame)
      var record = compileArguments(site, caller: caller, frame, at: span)
      record.method = name(method)
      record.site = attributeSite(method)
      emit(.callMethod, add(record), at: span)
    } else {
      compile(callee, frame)
      let record = compileArguments(site, caller: caller, frame, at: span)
      emit(.call, add(record), at: span)
    }
  }

  private mutating func compileFilter(
    _ filter: Expression.FilterName, _ site: Expression.CallSite, _ frame: Frame,
    at span: SourceSpan
  ) {
    if let host = registry.hostFilters[filter.name] {
      var record = compileArguments(site, caller: nil, frame, at: span)
      record.host = Int32(host)
      emit(.callHostFilter, add(record), at: span)
    } else if let index = registry.filterIndex[filter.name] {
      compileBuiltin(
        Registry.filters[index], index, site, frame, (.callFilter, .callFilterSpread), at: span)
    } else {
      var error = source.error(
        .unknownFilter, "the filter '\(filter.name)' does not exist", at: filter.span)
      error.nearMisses = nearNames(to: filter.name, among: registry.filterNames)
      reject(error, frame)
    }
  }

  private mutating func compileTest(
    _ test: Expression.FilterName, _ site: Expression.CallSite, _ frame: Frame, at span: SourceSpan
  ) {
    if let host = registry.hostTests[test.name] {
      var record = compileArguments(site, caller: nil, frame, at: span)
      record.host = Int32(host)
      emit(.callHostTest, add(record), at: span)
    } else if let index = registry.testIndex[test.name] {
      compileBuiltin(
        Registry.tests[index], index, site, frame, (.callTest, .callTestSpread), at: span)
    } else {
      var error = source.error(
        .unknownTest, "the test '\(test.name)' does not exist", at: test.span)
      error.nearMisses = nearNames(to: test.name, among: registry.testNames)
      reject(error, frame)
    }
  }

  /// Inside an `if`, Jinja looks for filters and tests only when it comes there.
  private mutating func reject(_ error: TemplateError, _ frame: Frame) {
    if frame.isSoft {
      raise(error)
    } else {
      errors.append(error)
    }
  }

  private mutating func compileBuiltin(
    _ builtin: BuiltinCallable, _ index: Int, _ site: Expression.CallSite, _ frame: Frame,
    _ operations: (plain: Operation, spread: Operation), at span: SourceSpan
  ) {
    guard site.isPlain else {
      let record = compileArguments(site, caller: nil, frame, at: span)
      emit(operations.spread, add(record), count: index, at: span)
      return
    }
    if builtin.isVariadic {
      for argument in site.positional { compile(argument, frame) }
      emit(.buildTuple, Int32(site.positional.count), at: span)
      for argument in site.named {
        emit(.constant, constant(.string(Array(argument.name.utf8))), at: span)
        compile(argument.value, frame)
      }
      emit(.buildDictionary, Int32(site.named.count), at: span)
    } else if let problem = builtin.problem(with: site) {
      raise(source.error(.wrongArguments, problem, at: span))
      return
    } else {
      for (position, parameter) in builtin.parameters.enumerated() {
        if position < site.positional.count {
          compile(site.positional[position], frame)
        } else if let named = site.named.first(where: { $0.name == parameter.name }) {
          compile(named.value, frame)
        } else {
          emit(.constant, missingConstant(), at: span)
        }
      }
    }
    emit(operations.plain, Int32(index), count: builtin.width, at: span)
  }

  private mutating func missingConstant() -> Int32 {
    if let first = program.constants.first, first.isMissing { return 0 }
    return addConstant(.missing)
  }
}

extension BuiltinCallable {
  /// What is wrong with the arguments, or `nil`.
  func problem(with site: Expression.CallSite) -> String? {
    problem(positional: site.positional.count, named: site.named.map(\.name))
  }

  func problem(positional: Int, named: [String]) -> String? {
    if positional > parameters.count {
      return "'\(name)' takes \(parameters.count) arguments at most, \(positional) are given"
    }
    for argument in named {
      guard let position = parameters.firstIndex(where: { $0.name == argument }) else {
        return "'\(name)' has no argument '\(argument)'"
      }
      if position < positional { return "'\(name)' gets the argument '\(argument)' twice" }
    }
    for (position, parameter) in parameters.enumerated()
    where parameter.isRequired && position >= positional && !named.contains(parameter.name) {
      return "'\(name)' needs the argument '\(parameter.name)'"
    }
    return nil
  }
}
