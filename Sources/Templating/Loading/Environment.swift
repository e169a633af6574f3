/// What templates are compiled with: where they come from, how they are read, what they can call.
package struct Environment: Sendable {
  package let loader: any TemplateLoader
  package var options: EnvironmentOptions
  private var filters: [String: TemplateFunction] = [:]
  private var tests: [String: TemplateFunction] = [:]
  /// Values that every template sees; the page's own go before them.
  package var globals: [String: Value] = [:]

  package init(
    loader: any TemplateLoader, options: EnvironmentOptions = EnvironmentOptions(),
    filters: [TemplateFunction] = [], tests: [TemplateFunction] = [],
    functions: [TemplateFunction] = [], globals: [String: Value] = [:]
  ) {
    self.loader = loader
    self.options = options
    for filter in filters { add(filter: filter) }
    for test in tests { add(test: test) }
    self.globals = globals
    for function in functions { add(function: function) }
  }

  /// Adds a filter; one of the same name, also one of the language's own, is replaced.
  package mutating func add(filter: TemplateFunction) { filters[filter.name] = filter }

  package mutating func add(test: TemplateFunction) { tests[test.name] = test }

  /// Adds a function that templates call by its name.
  package mutating func add(function: TemplateFunction) {
    globals[function.name] = .function(function)
  }

  /// Compiles every template of the loader and returns all faults of all of them.
  ///
  /// Faults are sorted by template and place. Templates that have one can't be rendered; those that
  /// only reach a fault (``TemplateError/isDeferred``) fail when they come to it, as in Jinja.
  package func compileAll() -> (set: CompiledSet, errors: [TemplateError]) {
    compile(names: loader.names)
  }

  /// Compiles every template, and fails only if this one, or one that it names, can't be rendered.
  package func compile(_ name: String) throws(TemplateError) -> CompiledSet {
    var names = loader.names
    if !names.contains(name), loader.source(named: name) != nil { names.append(name) }
    let (set, _) = compile(names: names)
    if let error = set.registry.failures[name] { throw error }
    guard set.registry.templateIndex[name] != nil else {
      var error = SourceText(name: name, bytes: [], keepTrailingNewline: true).error(
        .missingTemplate, "the template '\(name)' does not exist", at: SourceSpan(0, 0))
      error.nearMisses = nearNames(to: name, among: names)
      throw error
    }
    return set
  }

  private func compile(names: [String]) -> (set: CompiledSet, errors: [TemplateError]) {
    var registry = Registry()
    for (place, entry) in globals.sorted(by: { $0.key < $1.key }).enumerated() {
      guard case .function(var function) = entry.value else {
        registry.globals[entry.key] = entry.value
        continue
      }
      function.serial = Int32(filters.count + tests.count + place)
      registry.globals[entry.key] = .function(function)
    }
    for (name, filter) in filters.sorted(by: { $0.key < $1.key }) {
      registry.hostFilters[name] = registry.functions.count
      registry.register(filter)
    }
    for (name, test) in tests.sorted(by: { $0.key < $1.key }) {
      registry.hostTests[name] = registry.functions.count
      registry.register(test)
    }
    var generator = CodeGenerator(
      options: options, registry: registry, templateNames: Set(names))
    var errors: [TemplateError] = []
    var inheritance = BlockInheritance()
    for name in names {
      guard let bytes = loader.source(named: name) else { continue }
      let source = SourceText(
        name: name, bytes: bytes, keepTrailingNewline: options.keepTrailingNewline)
      let (tree, faults) = Parser.parse(source, options: options)
      errors += faults
      registry.failures[name] = faults.first
      guard let tree else { continue }
      let known = generator.errors.count
      let index = generator.program.templates.count
      generator.add(tree)
      let found = generator.errors[known...]
      errors += found
      let fatal = faults.first ?? found.first { !$0.isDeferred }
      registry.failures[name] = fatal
      if fatal == nil {
        registry.templateIndex[name] = index
        inheritance.add(tree)
      }
    }
    generator.link(failed: Set(registry.failures.keys))
    errors += inheritance.unplacedBlocks()
    errors.sort {
      ($0.template, $0.start.line, $0.start.column, $0.message)
        < ($1.template, $1.start.line, $1.start.column, $1.message)
    }
    return (CompiledSet(program: generator.program, options: options, registry: registry), errors)
  }
}
