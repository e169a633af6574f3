/// One function a tag; each starts behind the tag's name and ends before its end mark.
extension Parser {
  mutating func parseFor() throws(TemplateError) -> Statement.Form {
    let target = try parseTarget(stop: "in")
    try expectName("in")
    let iterable = try parseTuple(withCondition: false, stop: "recursive")
    let test = skipName("if") ? try parseExpression() : nil
    let isRecursive = skipName("recursive")
    let body = try parseBlockBody(until: ["endfor", "else"])
    var otherwise: [Statement] = []
    if isName("else", advance()) {
      otherwise = try parseBlockBody(until: ["endfor"])
      advance()
    }
    return .loop(
      Statement.Loop(
        target: target, iterable: iterable, test: test, isRecursive: isRecursive, body: body,
        otherwise: otherwise))
  }

  mutating func parseIf() throws(TemplateError) -> Statement.Form {
    var branches: [(test: Expression, body: [Statement])] = []
    while true {
      let test = try parseTuple(withCondition: false)
      let body = try parseBlockBody(until: ["elif", "else", "endif"])
      branches.append((test, body))
      let ending = advance()
      if isName("elif", ending) { continue }
      var otherwise: [Statement] = []
      if isName("else", ending) {
        otherwise = try parseBlockBody(until: ["endif"])
        advance()
      }
      return .conditional(branches, otherwise: otherwise)
    }
  }

  mutating func parseSet() throws(TemplateError) -> Statement.Form {
    let target = try parseTarget(allowsMembers: true)
    if skip(.assign) { return .set(target, try parseTuple()) }
    let filter = current.kind == .pipe ? try parseFilters(nil) : nil
    let body = try parseBlockBody(until: ["endset"])
    advance()
    return .setBlock(target, filter: filter, body)
  }

  mutating func parseWith() throws(TemplateError) -> Statement.Form {
    var pairs: [(target: Target, value: Expression)] = []
    while current.kind != .blockEnd {
      if !pairs.isEmpty { try expect(.comma) }
      let target = try parseTarget()
      try expect(.assign)
      pairs.append((target, try parseExpression()))
    }
    let body = try parseBlockBody(until: ["endwith"])
    advance()
    return .with(pairs, body)
  }

  mutating func parseAutoescape() throws(TemplateError) -> Statement.Form {
    let value = try parseExpression()
    let body = try parseBlockBody(until: ["endautoescape"])
    advance()
    return .autoescape(value, body)
  }

  mutating func parseBlock() throws(TemplateError) -> Statement.Form {
    let name = try expect(.name)
    let isScoped = skipName("scoped")
    let isRequired = skipName("required")
    if current.kind == .sub {
      throw failure(
        "block names must be identifiers and may not contain hyphens; use an underscore")
    }
    let body = try parseBlockBody(until: ["endblock"])
    advance()
    if isRequired, !isBlank(body) {
      note(failure("required blocks can only contain comments or whitespace", at: name.span))
    }
    if current.kind == .name, current.text == name.text { advance() }
    return .block(
      Statement.Block(
        name: text(name), isScoped: isScoped, isRequired: isRequired, body: body))
  }

  private func isBlank(_ body: [Statement]) -> Bool {
    body.allSatisfy { statement in
      guard case .output(let parts) = statement.form else { return false }
      return parts.allSatisfy {
        guard case .data(let bytes, _) = $0 else { return false }
        return skipWhitespace(in: bytes, from: 0) == bytes.count
      }
    }
  }

  mutating func parseInclude() throws(TemplateError) -> Statement.Form {
    let name = try parseExpression()
    var ignoreMissing = false
    if isName("ignore"), isName("missing", look()) {
      advance()
      advance()
      ignoreMissing = true
    }
    return .include(
      name, ignoreMissing: ignoreMissing, withContext: parseContext() ?? true)
  }

  /// `with context` or `without context`; `nil` where neither stands.
  private mutating func parseContext() -> Bool? {
    guard isName("with") || isName("without"), isName("context", look()) else { return nil }
    let isWith = isName("with")
    advance()
    advance()
    return isWith
  }

  mutating func parseImport() throws(TemplateError) -> Statement.Form {
    let name = try parseExpression()
    try expectName("as")
    let alias = text(try expect(.name))
    return .importModule(name, as: alias, withContext: parseContext() ?? false)
  }

  mutating func parseFrom() throws(TemplateError) -> Statement.Form {
    let template = try parseExpression()
    try expectName("import")
    var names: [(name: String, alias: String)] = []
    var withContext = false
    while true {
      if !names.isEmpty { try expect(.comma) }
      guard current.kind == .name else {
        try expect(.name)
        break
      }
      if let context = parseContext() {
        withContext = context
        break
      }
      let token = try expect(.name)
      let name = text(token)
      guard !name.hasPrefix("_") else {
        throw failure("names starting with an underline can not be imported", at: token.span)
      }
      names.append((name, skipName("as") ? text(try expect(.name)) : name))
      if let context = parseContext() {
        withContext = context
        break
      }
      guard current.kind == .comma else { break }
    }
    return .importNames(template, names, withContext: withContext)
  }

  mutating func parseMacro() throws(TemplateError) -> Statement.Form {
    let name = text(try expect(.name))
    var macro = try parseSignature(named: name)
    macro.body = try parseBlockBody(until: ["endmacro"])
    advance()
    return .macro(macro)
  }

  mutating func parseCallBlock() throws(TemplateError) -> Statement.Form {
    var macro = Statement.Macro(name: "", parameters: [], defaults: [], body: [])
    if current.kind == .leftParenthesis { macro = try parseSignature(named: "") }
    let call = try parseExpression()
    guard case .call = call.form else { throw failure("expected call", at: call.span) }
    macro.body = try parseBlockBody(until: ["endcall"])
    advance()
    return .callBlock(macro, call: call)
  }

  private mutating func parseSignature(named name: String) throws(TemplateError) -> Statement.Macro
  {
    var macro = Statement.Macro(name: name, parameters: [], defaults: [], body: [])
    try expect(.leftParenthesis)
    while current.kind != .rightParenthesis {
      if !macro.parameters.isEmpty { try expect(.comma) }
      let parameter = try expect(.name)
      if skip(.assign) {
        macro.defaults.append(try parseExpression())
      } else if !macro.defaults.isEmpty {
        throw failure("non-default argument follows default argument", at: parameter.span)
      }
      if macro.parameters.contains(where: { $0.name == text(parameter) }) {
        throw failure("the parameter '\(text(parameter))' is named twice", at: parameter.span)
      }
      macro.parameters.append((text(parameter), parameter.span))
    }
    try expect(.rightParenthesis)
    return macro
  }

  mutating func parseFilterBlock() throws(TemplateError) -> Statement.Form {
    let filter = try parseFilters(nil, startsInline: true)
    let body = try parseBlockBody(until: ["endfilter"])
    advance()
    return .filterBlock(filter, body)
  }

  mutating func parsePrint() throws(TemplateError) -> Statement.Form {
    var parts: [Statement.OutputPart] = []
    while current.kind != .blockEnd {
      if !parts.isEmpty { try expect(.comma) }
      parts.append(.expression(try parseExpression()))
    }
    return .output(parts)
  }

  /// What an assignment sets; `stop` is the name that ends it.
  private mutating func parseTarget(
    stop: StaticString? = nil, allowsMembers: Bool = false
  ) throws(TemplateError) -> Target {
    var targets: [Target] = []
    var isTuple = false
    while true {
      if !targets.isEmpty { try expect(.comma) }
      if isTupleEnd(stop) { break }
      targets.append(try parseSingleTarget(allowsMembers: allowsMembers))
      guard current.kind == .comma else { break }
      isTuple = true
    }
    if !isTuple, let only = targets.first { return only }
    guard !targets.isEmpty else {
      throw failure("Expected an expression, got '\(describe(current))'")
    }
    return .tuple(targets)
  }

  private mutating func parseSingleTarget(allowsMembers: Bool) throws(TemplateError) -> Target {
    if current.kind == .leftParenthesis {
      advance()
      let inner = try nested { parser throws(TemplateError) in
        try parser.parseTarget(allowsMembers: allowsMembers)
      }
      try expect(.rightParenthesis)
      return inner
    }
    guard current.kind == .name else {
      throw failure("can't assign to '\(describe(current))'")
    }
    let token = advance()
    let name = text(token)
    guard !["true", "false", "none", "True", "False", "None"].contains(name) else {
      throw failure("can't assign to '\(name)'", at: token.span)
    }
    if allowsMembers, current.kind == .dot {
      advance()
      let member = try expect(.name)
      return .member(name, text(member), token.span.joined(to: member.span))
    }
    return .name(name, token.span)
  }
}
