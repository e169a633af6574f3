/// Stage 2: reads tokens into statements and expressions, as Jinja's own parser does.
///
/// A fault inside one `{{ … }}` or one tag is noted and the rest is read on; an unknown tag, and
/// one that does not end, end the template, since what follows can't be paired with it. Depth is
/// limited, so neither this nor a later stage can run out of stack.
struct Parser {
  let source: SourceText
  private let tokens: [Token]
  private var index = 0
  private(set) var errors: [TemplateError] = []
  var depth = 0
  private var openTags: [(name: String, span: SourceSpan)] = []
  private var endings: [[String]] = []
  /// Whether a fault was met behind which nothing can be paired any more.
  private var isLost = false

  /// Brackets, blocks and operators inside each other.
  static let maximumDepth = 150
  /// Nodes on the longest way down an expression.
  static let maximumHeight = 600

  /// Faults of one template, behind which the next ends it.
  private static let maximumErrors = 20

  private init(_ source: SourceText, _ tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  /// Reads a text as far as its parts can be told apart.
  ///
  /// - Returns: the tree, `nil` where the text could not be read to its end; and every fault. A
  ///   tree beside faults is one to look for further faults in, and not to render.
  static func parse(
    _ source: SourceText, options: EnvironmentOptions
  ) -> (tree: SyntaxTree?, errors: [TemplateError]) {
    let (tokens, fault) = Lexer.tokenize(source, options: options)
    var parser = Parser(source, tokens)
    var tree: SyntaxTree?
    do throws(TemplateError) {
      tree = SyntaxTree(source: source, body: try parser.parseBody(until: nil))
    } catch {
      // What is missing where the tokens end too early is no fault of its own.
      if fault == nil || parser.current.kind != .end { parser.errors.append(error) }
    }
    guard let fault else { return (tree, parser.errors) }
    return (nil, parser.errors + [fault])
  }
}

// MARK: - Tokens

extension Parser {
  var current: Token { tokens[index] }

  func look(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if index + 1 < tokens.count { index += 1 }
    return token
  }

  func isName(_ text: StaticString, _ token: Token? = nil) -> Bool {
    let token = token ?? current
    guard token.kind == .name else { return false }
    return token.text.elementsEqual(text.description.utf8)
  }

  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func skipName(_ text: StaticString) -> Bool {
    guard isName(text) else { return false }
    advance()
    return true
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind) throws(TemplateError) -> Token {
    guard current.kind == kind else { throw unexpected(kind.spelling) }
    return advance()
  }

  mutating func expectName(_ text: StaticString) throws(TemplateError) {
    guard skipName(text) else { throw unexpected(text.description) }
  }

  func unexpected(_ wanted: String) -> TemplateError {
    if current.kind == .end {
      return failure("unexpected end of template, expected '\(wanted)'")
    }
    return failure("expected token '\(wanted)', got '\(describe(current))'")
  }

  func describe(_ token: Token) -> String {
    token.kind == .name ? String(decoding: token.text, as: UTF8.self) : token.kind.spelling
  }

  func failure(_ message: String, at span: SourceSpan? = nil) -> TemplateError {
    source.error(.syntax, message, at: span ?? current.span)
  }

  /// Keeps a fault behind which everything can be read on.
  mutating func note(_ error: TemplateError) { errors.append(error) }

  func text(_ token: Token) -> String { String(decoding: token.text, as: UTF8.self) }

  /// Runs `body` one level deeper.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(TemplateError) -> Result
  ) throws(TemplateError) -> Result {
    guard depth < Self.maximumDepth else {
      throw source.error(
        .limit, "the template nests deeper than \(Self.maximumDepth) levels", at: current.span)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}

// MARK: - Bodies

extension Parser {
  /// Reads statements until one of the tags `endings`, which is left as the current token.
  mutating func parseBody(until endings: [String]?) throws(TemplateError) -> [Statement] {
    var body: [Statement] = []
    var parts: [Statement.OutputPart] = []
    var partsStart: SourceSpan?
    if let endings { self.endings.append(endings) }
    defer { if endings != nil { self.endings.removeLast() } }

    func flush() {
      if !parts.isEmpty {
        body.append(Statement(form: .output(parts), span: partsStart ?? SourceSpan(0, 0)))
      }
      parts = []
      partsStart = nil
    }
    while current.kind != .end {
      let token = current
      switch token.kind {
      case .data:
        advance()
        partsStart = partsStart ?? token.span
        parts.append(.data(token.text, token.span))
      case .variableBegin:
        advance()
        partsStart = partsStart ?? token.span
        if let expression = try parseOutput() { parts.append(.expression(expression)) }
      default:
        flush()
        try expect(.blockBegin)
        if let endings, current.kind == .name, endings.contains(text(current)) { return body }
        body.append(try parseStatement())
        try endTag()
      }
    }
    flush()
    if let endings { throw missingEnd(of: endings) }
    return body
  }

  /// The expression of `{{ … }}`; `nil` where it is wrong, which is noted.
  private mutating func parseOutput() throws(TemplateError) -> Expression? {
    do {
      let expression = try parseTuple()
      try expect(.variableEnd)
      return expression
    } catch {
      guard error.kind == .syntax, errors.count < Self.maximumErrors else { throw error }
      errors.append(error)
      while current.kind != .variableEnd {
        guard current.kind != .end, current.kind != .data else { return nil }
        advance()
      }
      advance()
      return nil
    }
  }

  private func missingEnd(of wanted: [String]) -> TemplateError {
    let tags = wanted.map { "'\($0)'" }.joined(separator: " or ")
    var error = failure("Unexpected end of template; still looking for \(tags)")
    if let open = openTags.last {
      error = failure("the tag '\(open.name)' is not closed by \(tags)", at: open.span)
      error.help = "write '{% \(wanted.last ?? "") %}' where it ends"
    }
    return error
  }

  /// Reads the body of a tag: its end mark, statements, and leaves the ending tag's name current.
  mutating func parseBlockBody(until endings: [String]) throws(TemplateError) -> [Statement] {
    _ = skip(.colon)
    try expect(.blockEnd)
    return try nested { parser throws(TemplateError) in try parser.parseBody(until: endings) }
  }

  private mutating func parseStatement() throws(TemplateError) -> Statement {
    let token = current
    guard token.kind == .name else { throw failure("tag name expected") }
    let name = text(token)
    guard let parse = Self.tags[name] else {
      throw unknownTag(name, at: token.span)
    }
    let depth = openTags.count
    openTags.append((name, token.span))
    advance()
    var form: Statement.Form
    do throws(TemplateError) {
      form = try parse(&self)
    } catch {
      openTags.removeSubrange((depth + 1)...)
      form = try readOn(behind: error, inTag: name)
    }
    openTags.removeSubrange(depth...)
    return Statement(form: form, span: token.span)
  }

  /// Takes the end mark of a tag; what stands before it is noted.
  private mutating func endTag() throws(TemplateError) {
    if current.kind != .blockEnd {
      let error = unexpected(Token.Kind.blockEnd.spelling)
      guard errors.count < Self.maximumErrors, skipToTagEnd() else { throw error }
      errors.append(error)
    }
    advance()
  }

  /// Notes what is wrong with a tag, and reads what stands in it up to the tag that ends it.
  ///
  /// - Returns: a statement that holds all of it, to look for further faults in.
  private mutating func readOn(
    behind error: TemplateError, inTag name: String
  ) throws(TemplateError) -> Statement.Form {
    guard !isLost, error.kind == .syntax, errors.count < Self.maximumErrors, skipToTagEnd() else {
      isLost = true
      throw error
    }
    errors.append(error)
    guard let endings = Self.endings[name] else { return .output([]) }
    var body: [Statement] = []
    var isOpen = true
    while isOpen {
      body += try parseBlockBody(until: endings)
      isOpen = !text(advance()).hasPrefix("end")
      guard !isOpen || skipToTagEnd() else { throw unexpected(Token.Kind.blockEnd.spelling) }
    }
    if name == "block" { _ = skip(.name) }
    let nothing = Expression(form: .list([]), span: openTags.last?.span ?? current.span)
    guard name == "for" else { return .conditional([(test: nothing, body: body)], otherwise: []) }
    return .loop(
      Statement.Loop(
        target: .name("_", nothing.span), iterable: nothing, test: nil, isRecursive: false,
        body: body, otherwise: []))
  }

  /// Goes to the end mark of the tag that is being read.
  private mutating func skipToTagEnd() -> Bool {
    while current.kind != .blockEnd {
      guard ![.end, .data, .variableBegin, .blockBegin].contains(current.kind) else { return false }
      advance()
    }
    return true
  }

  private func unknownTag(_ name: String, at span: SourceSpan) -> TemplateError {
    var error = source.error(.unknownTag, "the tag '\(name)' does not exist", at: span)
    let looking = endings.last ?? []
    if endings.contains(where: { $0.contains(name) }) || name.hasPrefix("end") {
      error.message = "the tag '\(name)' closes nothing here"
      if let open = openTags.last {
        let tags = looking.map { "'\($0)'" }.joined(separator: " or ")
        error.help = "close '\(open.name)' first, with \(tags)"
      }
    }
    error.nearMisses = nearNames(to: name, among: Array(Self.tags.keys) + looking)
    return error
  }

  /// How the bodies of tags end that have one; `set` has one only where it is well formed.
  private static let endings: [String: [String]] = [
    "for": ["else", "endfor"], "if": ["elif", "else", "endif"], "block": ["endblock"],
    "macro": ["endmacro"], "with": ["endwith"], "autoescape": ["endautoescape"],
    "call": ["endcall"], "filter": ["endfilter"],
  ]

  typealias TagParser =
    @Sendable (inout Parser) throws(TemplateError) -> Statement.Form

  static let tags: [String: TagParser] = [
    "for": { parser throws(TemplateError) in try parser.parseFor() },
    "if": { parser throws(TemplateError) in try parser.parseIf() },
    "block": { parser throws(TemplateError) in try parser.parseBlock() },
    "extends": { parser throws(TemplateError) in .extends(try parser.parseExpression()) },
    "print": { parser throws(TemplateError) in try parser.parsePrint() },
    "macro": { parser throws(TemplateError) in try parser.parseMacro() },
    "include": { parser throws(TemplateError) in try parser.parseInclude() },
    "from": { parser throws(TemplateError) in try parser.parseFrom() },
    "import": { parser throws(TemplateError) in try parser.parseImport() },
    "set": { parser throws(TemplateError) in try parser.parseSet() },
    "with": { parser throws(TemplateError) in try parser.parseWith() },
    "autoescape": { parser throws(TemplateError) in try parser.parseAutoescape() },
    "call": { parser throws(TemplateError) in try parser.parseCallBlock() },
    "filter": { parser throws(TemplateError) in try parser.parseFilterBlock() },
    "do": { parser throws(TemplateError) in .evaluate(try parser.parseTuple()) },
    "break": { _ in .breakLoop },
    "continue": { _ in .continueLoop },
  ]
}
