/// A slot of a unit.
struct Variable: Hashable, Sendable {
  var unit: Int
  var slot: Int
}

/// The names of one scope while it is compiled, and how each gets its value on entry.
///
/// Follows Jinja's own analysis step by step, because what a template prints hangs on it: a name
/// that a scope sets is local to it, one that it only reads comes from the outer scope or from the
/// page.
final class Symbols {
  enum Load: Hashable {
    case parameter
    case resolve(String)
    case alias(Variable)
    case undefined
  }

  let parent: Symbols?
  let unit: Int
  /// The same for a scope and its copies, so that a name has one slot in all branches.
  private let scope: Int
  private(set) var references: [String: Variable] = [:]
  private(set) var loads: [Variable: Load] = [:]
  /// The keys of ``loads`` in the order in which they came.
  private(set) var loadOrder: [Variable] = []
  private(set) var stores: Set<String> = []
  private let allocate: (Int, Int, String) -> Variable

  init(
    parent: Symbols?, unit: Int, scope: Int, allocate: @escaping (Int, Int, String) -> Variable
  ) {
    self.parent = parent
    self.unit = unit
    self.scope = scope
    self.allocate = allocate
  }

  func copy() -> Symbols {
    let other = Symbols(parent: parent, unit: unit, scope: scope, allocate: allocate)
    other.references = references
    other.loads = loads
    other.loadOrder = loadOrder
    other.stores = stores
    return other
  }

  func find(_ name: String) -> Variable? { references[name] ?? parent?.find(name) }

  private func setLoad(_ variable: Variable, _ load: Load) {
    if loads.updateValue(load, forKey: variable) == nil { loadOrder.append(variable) }
  }

  @discardableResult
  private func define(_ name: String, _ load: Load) -> Variable {
    let variable = allocate(unit, scope, name)
    references[name] = variable
    setLoad(variable, load)
    return variable
  }

  func store(_ name: String) {
    stores.insert(name)
    guard references[name] == nil else { return }
    define(name, parent?.find(name).map { .alias($0) } ?? .undefined)
  }

  @discardableResult
  func declareParameter(_ name: String) -> Variable {
    stores.insert(name)
    return define(name, .parameter)
  }

  func read(_ name: String) {
    if find(name) == nil { define(name, .resolve(name)) }
  }

  /// Takes in what the branches of an `if` set and read.
  func merge(_ branches: [Symbols]) {
    var fresh = Set<String>()
    for branch in branches { fresh.formUnion(branch.stores) }
    fresh.subtract(stores)
    for branch in branches {
      references.merge(branch.references) { $1 }
      for variable in branch.loadOrder { setLoad(variable, branch.loads[variable] ?? .undefined) }
      stores.formUnion(branch.stores)
    }
    for name in fresh.sorted() {
      guard let variable = find(name) else { continue }
      setLoad(variable, parent?.find(name).map { .alias($0) } ?? .resolve(name))
    }
  }

  /// Every name set in this scope or one around it, sorted, with the slot that is seen here.
  var visibleStores: [(name: String, variable: Variable)] {
    var names = Set<String>()
    var scope: Symbols? = self
    while let current = scope {
      names.formUnion(current.stores)
      scope = current.parent
    }
    return names.sorted().compactMap { name in find(name).map { (name, $0) } }
  }
}

extension Symbols {
  func analyze(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  func visit(_ expression: Expression) {
    expression.walk { if case .name(let name) = $0.form { read(name) } }
  }

  func visit(_ target: Target) {
    switch target {
    case .name(let name, _): store(name)
    case .tuple(let targets): for target in targets { visit(target) }
    case .member(let name, _, _): read(name)
    }
  }

  func visit(_ statement: Statement) {
    switch statement.form {
    case .conditional(let branches, let otherwise):
      visitConditional(branches[...], otherwise)
    case .macro(let macro): store(macro.name)
    case .importModule(let template, let alias, _):
      visit(template)
      store(alias)
    case .importNames(let template, let names, _):
      visit(template)
      for name in names { store(name.alias) }
    case .set(let target, let value):
      visit(value)
      visit(target)
    case .setBlock(let target, let filter, _):
      if let filter { visit(filter) }
      visit(target)
    case .loop(let loop): visit(loop.iterable)
    case .callBlock(_, let call): visit(call)
    case .filterBlock(let filter, _): visit(filter)
    case .with(let pairs, _): for pair in pairs { visit(pair.value) }
    case .block, .autoescape, .breakLoop, .continueLoop: break
    case .output, .extends, .include, .evaluate:
      for expression in statement.expressions { visit(expression) }
    }
  }

  private func visitConditional(
    _ branches: ArraySlice<(test: Expression, body: [Statement])>, _ otherwise: [Statement]
  ) {
    guard let first = branches.first else { return }
    visit(first.test)
    let body = copy()
    body.analyze(first.body)
    // Each `elif` is an `if` of its own to Jinja, all of them in one branch.
    let alternatives = copy()
    for branch in branches.dropFirst() { alternatives.visitConditional([branch], []) }
    let last = copy()
    last.analyze(otherwise)
    merge([body, alternatives, last])
  }
}
