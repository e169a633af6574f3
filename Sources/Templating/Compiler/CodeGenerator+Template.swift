/// Whole templates and their blocks.
extension CodeGenerator {
  /// Adds a template to the program; faults go to ``errors``.
  mutating func add(_ tree: SyntaxTree) {
    source = tree.source
    let index = Int32(program.templates.count)
    program.sources.append(tree.source)
    let escapes = options.escapes(tree.source.name)
    escape = escapes ? .on : .off
    escapesConstants = escapes
    extendsSeen = 0
    hasKnownExtends = false
    let start = SourceSpan(0, 0)
    collectBlocks(tree.body)
    program.templates.append(
      TemplateRecord(
        name: name(tree.source.name), root: 0, blocks: TableRange(start: 0, end: 0),
        escapes: escapes, source: Int32(program.sources.count - 1)))

    let root = compileRoot(tree.body, template: index, at: start)
    program.templates[Int(index)].root = Int32(root)
    let order = orderedBlocks(tree.body)
    var records: [BlockRecord] = []
    for block in order {
      escape = escapes ? .on : .off
      escapesConstants = escapes
      records.append(
        BlockRecord(name: name(block.name), unit: Int32(compileBlock(block, template: index))))
    }
    let first = Int32(program.blocks.count)
    program.blocks.append(contentsOf: records)
    program.templates[Int(index)].blocks = TableRange(
      start: first, end: Int32(program.blocks.count))
  }

  private mutating func collectBlocks(_ body: [Statement]) {
    var twice: [(String, SourceSpan)] = []
    var known: [String: Statement.Block] = [:]
    for statement in body {
      statement.walk {
        guard case .block(let block) = $0.form else { return }
        if known.updateValue(block, forKey: block.name) != nil {
          twice.append((block.name, $0.span))
        }
      }
    }
    for (name, span) in twice { fail(.syntax, "block '\(name)' defined twice", at: span) }
  }

  private func orderedBlocks(_ body: [Statement]) -> [Statement.Block] {
    var order: [Statement.Block] = []
    for statement in body {
      statement.walk { if case .block(let block) = $0.form { order.append(block) } }
    }
    return order
  }

  private mutating func compileRoot(
    _ body: [Statement], template: Int32, at span: SourceSpan
  ) -> Int {
    let root = beginUnit(.root, name: "", template: template)
    let hasExtends = containsStatement(body) {
      if case .extends = $0.form { true } else { false }
    }
    let symbols = symbols(parent: nil, unit: root)
    var frame = Frame(symbols: symbols, isTopLevel: true, isRoot: true)
    if findUndeclared(body, ["self"]).contains("self") {
      emit(.makeSelf, Int32(symbols.declareParameter("self").slot), at: span)
    }
    symbols.analyze(body)
    frame.requiresOutputCheck = hasExtends
    enter(frame, at: span)
    compile(body, frame)
    if hasExtends { emit(.renderParent, at: span) }
    endUnit(at: span)
    return root
  }

  private mutating func compileBlock(_ block: Statement.Block, template: Int32) -> Int {
    let span = SourceSpan(0, 0)
    let unit = beginUnit(.block, name: block.name, template: template)
    let symbols = symbols(parent: nil, unit: unit)
    let frame = Frame(symbols: symbols)
    let special = findUndeclared(block.body, ["self", "super"])
    if special.contains("self") {
      emit(.makeSelf, Int32(symbols.declareParameter("self").slot), at: span)
    }
    if special.contains("super") {
      emit(.makeSuper, Int32(symbols.declareParameter("super").slot), at: span)
    }
    symbols.analyze(block.body)
    enter(frame, at: span)
    compile(block.body, frame)
    endUnit(at: span)
    return unit
  }

  /// Finds the template behind each name, once all are added; `failed` ones count as missing.
  mutating func link(failed: Set<String>) {
    program.templateOfName = [Int32](repeating: -1, count: program.names.count)
    for (index, template) in program.templates.enumerated()
    where !failed.contains(program.names[Int(template.name)]) {
      program.templateOfName[Int(template.name)] = Int32(index)
    }
  }
}
