/// What follows a value: members, subscripts, calls, filters and tests.
extension Parser {
  mutating func parsePostfix(_ value: Expression) throws(TemplateError) -> Expression {
    var value = value
    while true {
      switch current.kind {
      case .dot: value = try parseMember(value)
      case .leftBracket: value = try parseSubscript(value)
      case .leftParenthesis: value = try parseCall(value)
      default: return value
      }
    }
  }

  mutating func parseFilterTail(_ value: Expression) throws(TemplateError) -> Expression {
    var value = value
    while true {
      switch current.kind {
      case .pipe: value = try parseFilters(value)
      case .name where isName("is"): value = try parseTest(value)
      case .leftParenthesis: value = try parseCall(value)
      default: return value
      }
    }
  }

  private mutating func parseMember(_ value: Expression) throws(TemplateError) -> Expression {
    advance()
    let token = advance()
    let span = value.span.joined(to: token.span)
    switch token.kind {
    case .name: return try node(.attribute(value, text(token)), span, over: value)
    case .integer:
      let index = Expression(form: .literal(integerLiteral(token)), span: token.span)
      return try node(.item(value, index), span, over: value)
    default: throw failure("expected name or number", at: token.span)
    }
  }

  private mutating func parseSubscript(_ value: Expression) throws(TemplateError) -> Expression {
    let open = advance()
    var items: [Expression] = []
    while current.kind != .rightBracket {
      if !items.isEmpty { try expect(.comma) }
      if current.kind != .colon {
        let item = try parseExpression()
        if current.kind != .colon {
          items.append(item)
          continue
        }
        return try parseSlice(value, from: item)
      }
      return try parseSlice(value, from: nil)
    }
    let close = try expect(.rightBracket)
    let span = value.span.joined(to: close.span)
    if items.count == 1, let only = items.first {
      return try node(.item(value, only), span, over: value, only)
    }
    let tuple = Expression(form: .tuple(items), span: open.span, height: 2)
    return try node(.item(value, tuple), span, over: value, tuple)
  }

  private mutating func parseSlice(
    _ value: Expression, from start: Expression?
  ) throws(TemplateError) -> Expression {
    advance()
    var stop: Expression?
    var step: Expression?
    if current.kind != .colon, current.kind != .rightBracket { stop = try parseExpression() }
    if skip(.colon), current.kind != .rightBracket { step = try parseExpression() }
    let close = try expect(.rightBracket)
    return try node(
      .slice(value, start: start, stop: stop, step: step), value.span.joined(to: close.span),
      over: value, start, stop, step)
  }

  private mutating func parseCall(_ callee: Expression) throws(TemplateError) -> Expression {
    let (site, close) = try parseArguments()
    return try node(.call(callee, site), callee.span.joined(to: close), over: callee)
  }

  private mutating func parseArguments() throws(TemplateError) -> (Expression.CallSite, SourceSpan)
  {
    let open = try expect(.leftParenthesis)
    var site = Expression.CallSite()
    var needsComma = false
    func ensure(_ condition: Bool) throws(TemplateError) {
      guard condition else {
        throw failure("invalid syntax for function call expression", at: open.span)
      }
    }
    while current.kind != .rightParenthesis {
      if needsComma {
        try expect(.comma)
        if current.kind == .rightParenthesis { break }
      }
      if skip(.mul) {
        try ensure(site.isPlain)
        site.spread = try parseExpression()
      } else if skip(.pow) {
        try ensure(site.namedSpread == nil)
        site.namedSpread = try parseExpression()
      } else if current.kind == .name, look().kind == .assign {
        try ensure(site.namedSpread == nil)
        let token = advance()
        let name = text(token)
        advance()
        if site.named.contains(where: { $0.name == name }) {
          throw failure("the argument '\(name)' is given twice", at: token.span)
        }
        site.named.append((name, try parseExpression()))
      } else {
        try ensure(site.isPlain && site.named.isEmpty)
        site.positional.append(try parseExpression())
      }
      needsComma = true
    }
    return (site, try expect(.rightParenthesis).span)
  }

  private mutating func parseDottedName() throws(TemplateError) -> Expression.FilterName {
    let token = try expect(.name)
    var name = text(token)
    var span = token.span
    while skip(.dot) {
      let part = try expect(.name)
      name += "." + text(part)
      span = span.joined(to: part.span)
    }
    return .init(name: name, span: span)
  }

  mutating func parseFilters(
    _ value: Expression?, startsInline: Bool = false
  ) throws(TemplateError) -> Expression {
    var value = value
    var startsInline = startsInline
    while current.kind == .pipe || startsInline {
      if !startsInline { advance() }
      startsInline = false
      let name = try parseDottedName()
      var site = Expression.CallSite()
      var end = name.span
      if current.kind == .leftParenthesis { (site, end) = try parseArguments() }
      let span = (value?.span ?? name.span).joined(to: end)
      value = try node(.filter(value, name, site), span, over: value)
    }
    guard let value else { throw unexpected("|") }
    return value
  }

  private mutating func parseTest(_ value: Expression) throws(TemplateError) -> Expression {
    advance()
    let isNegated = skipName("not")
    let name = try parseDottedName()
    var site = Expression.CallSite()
    var end = name.span
    switch current.kind {
    case .leftParenthesis: (site, end) = try parseArguments()
    case .name, .string, .integer, .bigInteger, .float, .leftBracket, .leftBrace:
      guard !isName("else"), !isName("or"), !isName("and") else { break }
      if isName("is") { throw failure("You cannot chain multiple tests with is") }
      let argument = try parsePostfix(try parsePrimary())
      site.positional = [argument]
      end = argument.span
    default: break
    }
    let span = value.span.joined(to: end)
    let test = try node(.test(value, name, site), span, over: value)
    return isNegated ? try node(.not(test), span, over: test) : test
  }
}
