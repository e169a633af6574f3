/// Expressions, loosest binding first. Jinja's own levels: inline if, or, and, not, comparison,
/// `+ -`, `~`, `* / // %`, `**`, signs, then what follows a value.
extension Parser {
  mutating func parseExpression(withCondition: Bool = true) throws(TemplateError) -> Expression {
    try nested { parser throws(TemplateError) in
      withCondition ? try parser.parseConditional() : try parser.parseLogical(.or)
    }
  }

  /// A node over `parts`; too tall a tree is an error.
  func node(
    _ form: Expression.Form, _ span: SourceSpan, over parts: Expression?...
  ) throws(TemplateError) -> Expression {
    let height = 1 + (parts.lazy.compactMap { $0?.height }.max() ?? 0)
    guard height <= Self.maximumHeight else {
      throw source.error(
        .limit, "the expression is longer than \(Self.maximumHeight) steps", at: span)
    }
    return Expression(form: form, span: span, height: height)
  }

  private mutating func parseConditional() throws(TemplateError) -> Expression {
    var then = try parseLogical(.or)
    while skipName("if") {
      let test = try parseLogical(.or)
      let other =
        skipName("else")
        ? try nested { parser throws(TemplateError) in try parser.parseConditional() } : nil
      let span = then.span.joined(to: (other ?? test).span)
      then = try node(
        .conditional(test: test, then: then, otherwise: other), span, over: test, then, other)
    }
    return then
  }

  private enum Logical { case or, and }

  private mutating func parseLogical(_ level: Logical) throws(TemplateError) -> Expression {
    var left = level == .or ? try parseLogical(.and) : try parseNot()
    while level == .or ? skipName("or") : skipName("and") {
      let right = level == .or ? try parseLogical(.and) : try parseNot()
      let span = left.span.joined(to: right.span)
      left = try node(level == .or ? .or(left, right) : .and(left, right), span, over: left, right)
    }
    return left
  }

  private mutating func parseNot() throws(TemplateError) -> Expression {
    var signs: [SourceSpan] = []
    while isName("not") { signs.append(advance().span) }
    var operand = try parseComparison()
    for sign in signs.reversed() {
      operand = try node(.not(operand), sign.joined(to: operand.span), over: operand)
    }
    return operand
  }

  private mutating func parseComparison() throws(TemplateError) -> Expression {
    let first = try parseArithmetic(0)
    var rest: [(relation: ComparisonOperator, operand: Expression)] = []
    var height = first.height
    while let comparison = comparisonOperator() {
      advance()
      if comparison == .isNotIn { advance() }
      let operand = try parseArithmetic(0)
      height = max(height, operand.height)
      rest.append((comparison, operand))
    }
    guard let last = rest.last else { return first }
    return Expression(
      form: .comparison(first, rest), span: first.span.joined(to: last.operand.span),
      height: height + 1)
  }

  private func comparisonOperator() -> ComparisonOperator? {
    switch current.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .name where isName("in"): .isIn
    case .name where isName("not") && isName("in", look()): .isNotIn
    default: nil
    }
  }

  /// Levels: 0 for `+ -`, 1 for `~`, 2 for `* / // %`, 3 for `**`, all binding to the left.
  private mutating func parseArithmetic(_ level: Int) throws(TemplateError) -> Expression {
    if level == 1 { return try parseConcatenation() }
    var left = level == 3 ? try parseUnary() : try parseArithmetic(level + 1)
    while let operation = Self.arithmetic[current.kind], operation.level == level {
      advance()
      let right = level == 3 ? try parseUnary() : try parseArithmetic(level + 1)
      let span = left.span.joined(to: right.span)
      left = try node(.binary(operation.operation, left, right), span, over: left, right)
    }
    return left
  }

  private static let arithmetic: [Token.Kind: (level: Int, operation: BinaryOperator)] = [
    .add: (0, .add), .sub: (0, .subtract), .mul: (2, .multiply), .div: (2, .divide),
    .floorDiv: (2, .floorDivide), .mod: (2, .modulo), .pow: (3, .power),
  ]

  private mutating func parseConcatenation() throws(TemplateError) -> Expression {
    let first = try parseArithmetic(2)
    var parts = [first]
    while skip(.tilde) { parts.append(try parseArithmetic(2)) }
    guard parts.count > 1, let last = parts.last else { return first }
    return Expression(
      form: .concatenation(parts), span: first.span.joined(to: last.span),
      height: 1 + (parts.map(\.height).max() ?? 0))
  }

  private mutating func parseUnary() throws(TemplateError) -> Expression {
    try parseFilterTail(try parseSigned())
  }

  private mutating func parseSigned() throws(TemplateError) -> Expression {
    guard current.kind == .sub || current.kind == .add else {
      return try parsePostfix(try parsePrimary())
    }
    let sign = advance()
    let operand = try nested { parser throws(TemplateError) in try parser.parseSigned() }
    let signed = try node(
      .unary(sign.kind == .sub ? .negative : .positive, operand),
      sign.span.joined(to: operand.span), over: operand)
    return try parsePostfix(signed)
  }
}

// MARK: - Values

extension Parser {
  mutating func parsePrimary() throws(TemplateError) -> Expression {
    let token = current
    switch token.kind {
    case .name:
      advance()
      return Expression(form: Self.named(text(token)), span: token.span)
    case .string:
      return parseString()
    case .integer, .bigInteger:
      advance()
      return Expression(form: .literal(integerLiteral(token)), span: token.span)
    case .float:
      advance()
      let number = Double(text(token)) ?? 0
      return Expression(form: .literal(.number(number)), span: token.span)
    case .leftParenthesis:
      advance()
      var inner = try nested { parser throws(TemplateError) in
        try parser.parseTuple(inParentheses: true)
      }
      let close = try expect(.rightParenthesis)
      inner.span = token.span.joined(to: close.span)
      return inner
    case .leftBracket: return try parseList()
    case .leftBrace: return try parseDictionary()
    case .end: throw failure("unexpected end of template, expected an expression")
    default: throw failure("unexpected '\(describe(token))'")
    }
  }

  private static func named(_ name: String) -> Expression.Form {
    switch name {
    case "true", "True": .literal(.boolean(true))
    case "false", "False": .literal(.boolean(false))
    case "none", "None": .literal(.none)
    default: .name(name)
    }
  }

  private mutating func parseString() -> Expression {
    var bytes: [UInt8] = []
    var span = current.span
    while current.kind == .string {
      bytes += current.text
      span = span.joined(to: current.span)
      advance()
    }
    return Expression(form: .literal(.string(bytes)), span: span)
  }

  func integerLiteral(_ token: Token) -> Expression.Literal {
    if let value = Int(text(token)) { return .integer(value) }
    return .bigInteger(BigInteger(digits: token.text, radix: 10) ?? BigInteger(0))
  }

  private mutating func parseList() throws(TemplateError) -> Expression {
    let open = advance()
    var items: [Expression] = []
    while current.kind != .rightBracket {
      if !items.isEmpty { try expect(.comma) }
      if current.kind == .rightBracket { break }
      items.append(try parseExpression())
    }
    let close = try expect(.rightBracket)
    return Expression(
      form: .list(items), span: open.span.joined(to: close.span),
      height: 1 + (items.map(\.height).max() ?? 0))
  }

  private mutating func parseDictionary() throws(TemplateError) -> Expression {
    let open = advance()
    var pairs: [(key: Expression, value: Expression)] = []
    while current.kind != .rightBrace {
      if !pairs.isEmpty { try expect(.comma) }
      if current.kind == .rightBrace { break }
      let key = try parseExpression()
      try expect(.colon)
      pairs.append((key, try parseExpression()))
    }
    let close = try expect(.rightBrace)
    return Expression(
      form: .dictionary(pairs), span: open.span.joined(to: close.span),
      height: 1 + (pairs.map { max($0.key.height, $0.value.height) }.max() ?? 0))
  }

  func isTupleEnd(_ stop: StaticString?) -> Bool {
    switch current.kind {
    case .variableEnd, .blockEnd, .rightParenthesis: true
    default: stop.map { isName($0) } ?? false
    }
  }

  /// One expression, or several with commas as a tuple.
  mutating func parseTuple(
    withCondition: Bool = true, stop: StaticString? = nil, inParentheses: Bool = false
  ) throws(TemplateError) -> Expression {
    let start = current.span
    var items: [Expression] = []
    var isTuple = false
    while true {
      if !items.isEmpty { try expect(.comma) }
      if isTupleEnd(stop) { break }
      items.append(try parseExpression(withCondition: withCondition))
      guard current.kind == .comma else { break }
      isTuple = true
    }
    if !isTuple, let only = items.first { return only }
    guard isTuple || inParentheses else {
      throw failure("Expected an expression, got '\(describe(current))'")
    }
    return Expression(
      form: .tuple(items), span: items.last.map { start.joined(to: $0.span) } ?? start,
      height: 1 + (items.map(\.height).max() ?? 0))
  }
}
