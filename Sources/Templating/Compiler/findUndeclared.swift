/// Those of `names` that the statements read before they set them, blocks left out.
///
/// Jinja decides with this whether a template needs `loop`, `caller`, `self` and their like.
func findUndeclared(_ statements: [Statement], _ names: Set<String>) -> Set<String> {
  var finder = UndeclaredFinder(names: names)
  for statement in statements { finder.visit(statement) }
  return finder.undeclared
}

private struct UndeclaredFinder {
  var names: Set<String>
  var undeclared: Set<String> = []

  mutating func visit(_ expression: Expression) {
    if case .name(let name) = expression.form {
      if names.contains(name) { undeclared.insert(name) }
      return
    }
    for child in expression.children { visit(child) }
  }

  mutating func visit(_ target: Target) {
    for name in target.names { names.remove(name) }
  }

  mutating func visit(_ statement: Statement) {
    switch statement.form {
    case .block: return
    case .loop(let loop):
      visit(loop.target)
      visit(loop.iterable)
      visitAll(loop.body)
      visitAll(loop.otherwise)
      if let test = loop.test { visit(test) }
      return
    case .macro(let macro): return visitMacro(macro)
    case .callBlock(let macro, let call):
      visit(call)
      return visitMacro(macro)
    case .filterBlock(let filter, let body):
      visitAll(body)
      return visit(filter)
    case .conditional(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        visitAll(branch.body)
      }
      return visitAll(otherwise)
    case .set(let target, _), .setBlock(let target, _, _): visit(target)
    case .with(let pairs, _): for pair in pairs { visit(pair.target) }
    default: break
    }
    for expression in statement.expressions { visit(expression) }
    for body in statement.bodies { visitAll(body) }
  }

  private mutating func visitMacro(_ macro: Statement.Macro) {
    for parameter in macro.parameters { names.remove(parameter.name) }
    for value in macro.defaults { visit(value) }
    visitAll(macro.body)
  }

  private mutating func visitAll(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }
}

/// Whether any statement, at any depth, is one that `matches`.
func containsStatement(_ statements: [Statement], _ matches: (Statement) -> Bool) -> Bool {
  var found = false
  for statement in statements { statement.walk { if matches($0) { found = true } } }
  return found
}
