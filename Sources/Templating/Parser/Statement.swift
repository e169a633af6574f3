/// A statement of a template, with the place of its tag.
struct Statement: Sendable {
  var form: Form
  var span: SourceSpan

  indirect enum Form: Sendable {
    case output([OutputPart])
    case conditional([(test: Expression, body: [Statement])], otherwise: [Statement])
    case loop(Loop)
    case set(Target, Expression)
    case setBlock(Target, filter: Expression?, [Statement])
    case with([(target: Target, value: Expression)], [Statement])
    case macro(Macro)
    case callBlock(Macro, call: Expression)
    case filterBlock(Expression, [Statement])
    case autoescape(Expression, [Statement])
    case block(Block)
    case extends(Expression)
    case include(Expression, ignoreMissing: Bool, withContext: Bool)
    case importModule(Expression, as: String, withContext: Bool)
    case importNames(Expression, [(name: String, alias: String)], withContext: Bool)
    case evaluate(Expression)
    case breakLoop
    case continueLoop
  }

  /// A piece of text or an expression to print.
  enum OutputPart: Sendable {
    case data([UInt8], SourceSpan)
    case expression(Expression)
  }

  struct Loop: Sendable {
    var target: Target
    var iterable: Expression
    var test: Expression?
    var isRecursive: Bool
    var body: [Statement]
    var otherwise: [Statement]
  }

  /// A macro, or the body of a call block, whose name is empty.
  struct Macro: Sendable {
    var name: String
    var parameters: [(name: String, span: SourceSpan)]
    /// The defaults of the last parameters.
    var defaults: [Expression]
    var body: [Statement]
  }

  struct Block: Sendable {
    var name: String
    var isScoped: Bool
    var isRequired: Bool
    var body: [Statement]
  }
}

/// What an assignment, a loop or a `with` sets.
indirect enum Target: Sendable {
  case name(String, SourceSpan)
  case tuple([Target])
  /// `namespace.attribute`
  case member(String, String, SourceSpan)

  /// The plain names that it sets.
  var names: [String] {
    switch self {
    case .name(let name, _): [name]
    case .tuple(let targets): targets.flatMap(\.names)
    case .member: []
    }
  }

  /// The namespaces that it writes to.
  var namespaces: [String] {
    switch self {
    case .name: []
    case .tuple(let targets): targets.flatMap(\.namespaces)
    case .member(let name, _, _): [name]
    }
  }
}

extension Statement {
  /// The expressions of this statement itself, without those of its bodies.
  var expressions: [Expression] {
    switch form {
    case .output(let parts):
      parts.compactMap {
        if case .expression(let expression) = $0 { expression } else { nil }
      }
    case .conditional(let branches, _): branches.map(\.test)
    case .loop(let loop): [loop.iterable] + (loop.test.map { [$0] } ?? [])
    case .set(_, let value), .evaluate(let value), .extends(let value): [value]
    case .setBlock(_, let filter, _): filter.map { [$0] } ?? []
    case .with(let pairs, _): pairs.map(\.value)
    case .macro(let macro): macro.defaults
    case .callBlock(let macro, let call): [call] + macro.defaults
    case .filterBlock(let filter, _): [filter]
    case .autoescape(let value, _): [value]
    case .include(let name, _, _), .importModule(let name, _, _), .importNames(let name, _, _):
      [name]
    case .block, .breakLoop, .continueLoop: []
    }
  }

  /// The statements inside, in order.
  var bodies: [[Statement]] {
    switch form {
    case .conditional(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .loop(let loop): [loop.body, loop.otherwise]
    case .setBlock(_, _, let body), .with(_, let body), .filterBlock(_, let body),
      .autoescape(_, let body):
      [body]
    case .macro(let macro), .callBlock(let macro, _): [macro.body]
    case .block(let block): [block.body]
    default: []
    }
  }

  /// Calls `body` for this statement and all inside it, parents first.
  func walk(_ visit: (Statement) -> Void) {
    visit(self)
    for body in bodies { for statement in body { statement.walk(visit) } }
  }
}

/// Stage 2's result: a template as statements.
struct SyntaxTree: Sendable {
  let source: SourceText
  let body: [Statement]
}
