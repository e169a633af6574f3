/// What names mean beside the page's data: filters, tests, functions, globals.
struct Registry: Sendable {
  var hostFilters: [String: Int] = [:]
  var hostTests: [String: Int] = [:]
  var functions: [TemplateFunction] = []
  var globals: [String: Value] = [:]
  /// The program's templates by name, and those that did not compile.
  var templateIndex: [String: Int] = [:]
  var failures: [String: TemplateError] = [:]
  let filterIndex: [String: Int]
  let testIndex: [String: Int]

  static let filters: [BuiltinCallable] =
    textFilters + textLayoutFilters + sequenceFilters + selectionFilters + numberFilters
    + markupFilters
  static let tests: [BuiltinCallable] = builtinTests

  /// Other names of filters and tests.
  private static let filterAliases = ["d": "default", "e": "escape", "count": "length"]
  private static let testAliases = [
    "==": "eq", "equalto": "eq", "!=": "ne", ">": "gt", "greaterthan": "gt", ">=": "ge",
    "<": "lt", "lessthan": "lt", "<=": "le",
  ]

  init() {
    filterIndex = Self.index(Self.filters, Self.filterAliases)
    testIndex = Self.index(Self.tests, Self.testAliases)
  }

  /// Adds a filter or test that templates can call.
  mutating func register(_ function: TemplateFunction) {
    functions.append(function)
    functions[functions.count - 1].serial = Int32(functions.count - 1)
  }

  private static func index(
    _ table: [BuiltinCallable], _ aliases: [String: String]
  ) -> [String: Int] {
    var index: [String: Int] = [:]
    for (place, builtin) in table.enumerated() { index[builtin.name] = place }
    for (alias, name) in aliases { index[alias] = index[name] }
    return index
  }

  var filterNames: [String] { Array(filterIndex.keys) + hostFilters.keys }
  var testNames: [String] { Array(testIndex.keys) + hostTests.keys }
}
