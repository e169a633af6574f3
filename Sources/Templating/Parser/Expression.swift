/// A node of an expression, with the place it was read from.
struct Expression: Sendable {
  var form: Form
  var span: SourceSpan
  /// Nodes on the longest way down; the parser keeps it small enough to walk without fear.
  var height: Int = 1

  indirect enum Form: Sendable {
    case literal(Literal)
    case name(String)
    case tuple([Expression])
    case list([Expression])
    case dictionary([(key: Expression, value: Expression)])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case concatenation([Expression])
    case comparison(Expression, [(relation: ComparisonOperator, operand: Expression)])
    case and(Expression, Expression)
    case or(Expression, Expression)
    case not(Expression)
    case conditional(test: Expression, then: Expression, otherwise: Expression?)
    case attribute(Expression, String)
    case item(Expression, Expression)
    case slice(Expression, start: Expression?, stop: Expression?, step: Expression?)
    case call(Expression, CallSite)
    /// Without an operand it filters the text of a block.
    case filter(Expression?, FilterName, CallSite)
    case test(Expression, FilterName, CallSite)
  }

  enum Literal: Sendable {
    case none
    case boolean(Bool)
    case integer(Int)
    case bigInteger(BigInteger)
    case number(Double)
    case string([UInt8])
  }

  /// The name of a filter or test, with its own place for errors.
  struct FilterName: Sendable {
    var name: String
    var span: SourceSpan
  }

  /// The arguments as written at a call, filter or test.
  struct CallSite: Sendable {
    var positional: [Expression] = []
    var named: [(name: String, value: Expression)] = []
    var spread: Expression?
    var namedSpread: Expression?

    var isPlain: Bool { spread == nil && namedSpread == nil }
  }
}

enum UnaryOperator: UInt8, Sendable {
  case negative, positive
}

enum BinaryOperator: UInt8, Sendable {
  case add, subtract, multiply, divide, floorDivide, modulo, power

  var spelling: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    }
  }
}

enum ComparisonOperator: UInt8, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, isNotIn

  var spelling: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .isIn: "in"
    case .isNotIn: "not in"
    }
  }
}

extension Expression {
  /// The direct children, in the order in which they are evaluated or named.
  var children: [Expression] {
    switch form {
    case .literal, .name: []
    case .tuple(let items), .list(let items), .concatenation(let items): items
    case .dictionary(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .unary(_, let operand), .not(let operand), .attribute(let operand, _): [operand]
    case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b), .item(let a, let b):
      [a, b]
    case .comparison(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let test, let then, let other): [test, then] + (other.map { [$0] } ?? [])
    case .slice(let base, let start, let stop, let step):
      [base] + [start, stop, step].compactMap(\.self)
    case .call(let callee, let site): [callee] + site.children
    case .filter(let operand, _, let site): (operand.map { [$0] } ?? []) + site.children
    case .test(let operand, _, let site): [operand] + site.children
    }
  }

  /// Whether Jinja works the expression out while it compiles.
  func isConstant(withFilters: Bool) -> Bool {
    switch form {
    case .name, .call: return false
    case .filter(let operand, let filter, _):
      let asksContext = ["map", "select", "reject", "selectattr", "rejectattr", "random"]
      guard withFilters, operand != nil, !asksContext.contains(filter.name) else { return false }
    case .test: guard withFilters else { return false }
    default: break
    }
    return children.allSatisfy { $0.isConstant(withFilters: withFilters) }
  }

  /// Calls `body` for this node and all below it, parents first.
  func walk(_ body: (Expression) -> Void) {
    body(self)
    for child in children { child.walk(body) }
  }
}

extension Expression.CallSite {
  var children: [Expression] {
    positional + named.map(\.value) + [spread, namedSpread].compactMap(\.self)
  }
}
