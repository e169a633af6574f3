/// Calls of filters, tests and registered functions.
extension Machine {
  /// Calls a filter or test whose arguments are spread.
  mutating func callSpread(
    _ builtin: BuiltinCallable, _ site: CallSiteRecord
  ) throws(Fault) {
    let arguments = try takeArguments(site)
    let value = pop()
    push(try call(builtin, value, arguments))
  }

  /// Calls a filter or test with arguments known only now.
  mutating func call(
    _ builtin: BuiltinCallable, _ value: Handle, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    let start = stack.count
    push(value)
    if builtin.isVariadic {
      push(newTuple(arguments.positional))
      var object = DictionaryObject()
      for (name, value) in arguments.named { try set(&object, string(name), value) }
      push(newDictionary(object))
    } else {
      let names = arguments.named.map(\.name)
      if let problem = builtin.problem(positional: arguments.positional.count, named: names) {
        throw .arguments(problem)
      }
      for (place, parameter) in builtin.parameters.enumerated() {
        if place < arguments.positional.count {
          push(arguments.positional[place])
        } else {
          push(arguments.named.first { $0.name == parameter.name }?.value ?? .missing)
        }
      }
    }
    try walk(by: builtin, start)
    let result = try builtin.body(&self, start)
    stack.removeLast(stack.count - start)
    return result
  }

  /// Notes that a filter or test goes through the value that it is called with.
  @inline(__always)
  mutating func walk(by builtin: BuiltinCallable, _ start: Int) throws(Fault) {
    if stack[start].isText || builtin.walksItems { try walk(through: stack[start]) }
  }

  mutating func callHost(_ site: CallSiteRecord, isTest: Bool) throws(Fault) {
    let host = Int(site.host)
    if site.positional == 0, site.isPlain, site.names.indices.isEmpty, !isTest,
      registry.functions[host].textBody != nil, stack[stack.count - 1].isText
    {
      push(try callText(registry.functions[host], pop()))
      return
    }
    let function = registry.functions[host]
    let result: Handle
    if site.isPlain {
      let arguments = try takeValues(site, hasReceiver: true)
      result = try callHost(function, arguments)
    } else {
      var arguments = try takeArguments(site)
      arguments.positional.insert(pop(), at: 0)
      result = try callHost(function, arguments)
    }
    push(isTest ? .boolean(try isTrue(result)) : result)
  }

  /// Calls a registered function that makes text of a text.
  mutating func callText(_ function: TemplateFunction, _ argument: Handle) throws(Fault) -> Handle {
    if let known = try remember(function, argument) { return known }
    return string(written)
  }

  /// The result of an earlier call, or `nil` where it has just been ``written``.
  ///
  /// Apart from its caller, because what is written goes to the arena that the argument may lie in:
  /// while that is held here, an append would copy all of it.
  private mutating func remember(
    _ function: TemplateFunction, _ argument: Handle
  ) throws(Fault) -> Handle? {
    let source = arena(of: argument)
    let isRemembered = function.isRemembered && function.serial >= 0
    if isRemembered,
      let known = remembered.result(of: function.serial, for: source, argument.range)
    {
      return known
    }
    guard let body = function.textBody else { return argument }
    written.removeAll(keepingCapacity: true)
    do {
      try body(context, source.span.extracting(argument.range), &written)
    } catch {
      throw Fault(.function, "\(function.name): \(error.message)", help: error.help)
    }
    if isRemembered {
      remembered.keep(written, of: function.serial, for: source, argument.range)
    }
    return nil
  }

  /// What a registered function may ask.
  private var context: CallContext {
    let template = contexts[Int(frames[frame].context)].template
    return CallContext(
      template: program.names[Int(program.templates[Int(template)].name)], autoescape: escapes,
      place: place, page: hostMaps[0].map)
  }

  /// Takes the arguments of a call without spreads off the stack, as values of the outside; with
  /// the value before them, where they are those of a filter or test.
  mutating func takeValues(
    _ site: CallSiteRecord, hasReceiver: Bool = false
  ) throws(Fault) -> CallArguments {
    let count = Int(site.positional) + (hasReceiver ? 1 : 0)
    let start = stack.count - site.names.indices.count - count
    var positional: [Value] = []
    positional.reserveCapacity(count)
    for place in start..<start + count { positional.append(try value(of: stack[place])) }
    var named = ValueMap()
    for (offset, place) in site.names.indices.enumerated() {
      let name = program.names[Int(program.argumentNames[place])]
      named[name] = try value(of: stack[start + count + offset])
    }
    while stack.count > start { stack.removeLast() }
    return CallArguments(positional, named: named)
  }

  /// Calls a registered function.
  mutating func callHost(
    _ function: TemplateFunction, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    var positional: [Value] = []
    for argument in arguments.positional { positional.append(try value(of: argument)) }
    var named = ValueMap()
    for (name, argument) in arguments.named { named[name] = try value(of: argument) }
    return try callHost(function, CallArguments(positional, named: named))
  }

  mutating func callHost(
    _ function: TemplateFunction, _ arguments: CallArguments
  ) throws(Fault) -> Handle {
    do {
      let result = adopt(try function.body(context, arguments))
      return result.isMissing
        ? undefined(hint: "'\(function.name)' gave no value") : result
    } catch {
      throw Fault(.function, "\(function.name): \(error.message)", help: error.help)
    }
  }

  /// Calls the filter of that name, for `map`.
  mutating func callFilter(
    named name: Handle, _ value: Handle, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    let text = try callableName(name, "filter")
    if let host = registry.hostFilters[text] {
      return try callHost(
        registry.functions[host],
        Arguments([value] + arguments.positional, named: arguments.named))
    }
    guard let index = registry.filterIndex[text] else {
      var fault = Fault(.unknownFilter, "the filter '\(text)' does not exist")
      fault.nearMisses = nearNames(to: text, among: registry.filterNames)
      throw fault
    }
    return try call(Registry.filters[index], value, arguments)
  }

  /// Calls the test of that name, for `select` and its kin.
  mutating func callTest(
    named name: Handle, _ value: Handle, _ arguments: Arguments
  ) throws(Fault) -> Bool {
    let text = try callableName(name, "test")
    if let host = registry.hostTests[text] {
      let result = try callHost(
        registry.functions[host],
        Arguments([value] + arguments.positional, named: arguments.named))
      return try isTrue(result)
    }
    guard let index = registry.testIndex[text] else {
      var fault = Fault(.unknownTest, "the test '\(text)' does not exist")
      fault.nearMisses = nearNames(to: text, among: registry.testNames)
      throw fault
    }
    let result = try call(Registry.tests[index], value, arguments)
    return try isTrue(result)
  }

  private mutating func callableName(
    _ handle: Handle, _ kind: String
  ) throws(Fault) -> String {
    if handle.kind == .undefined {
      var fault = undefinedFault(handle)
      fault.help = "quote the name of the \(kind)"
      throw fault
    }
    return try swiftText(handle)
  }
}
