/// Loops, with all that Jinja lets them do.
///
/// Shape of the code, in which the renderer keeps the loop's items and counts:
///
///     iterable; loopBegin
///     next: loopNext end; assign the target; body; loopDone; jump next
///     end:  loopEnd after; else-body
///     after:
///
/// A loop with a condition pulls items one at a time and accepts those that pass, so that the
/// condition sees what the body changed. Only where the body asks how many items there are, or what
/// comes next, is the condition run over all of them first.
extension CodeGenerator {
  mutating func compileLoop(_ loop: Statement.Loop, _ frame: Frame, at span: SourceSpan) {
    checkLoopTargets(loop, at: span)
    let isExtended =
      loop.isRecursive || findUndeclared(loop.body, ["loop"]).contains("loop")
      || containsStatement(loop.body + loop.otherwise) {
        if case .block(let block) = $0.form { block.isScoped } else { false }
      }
    guard loop.isRecursive else {
      compileItems(loop, frame, isExtended: isExtended, at: span) { generator in
        generator.compile(loop.iterable, frame)
      }
      return
    }
    let template = program.units[currentUnit].template
    let unit = beginUnit(.loop, name: "loop", template: template)
    program.units[unit].resultMode = escape.rawValue
    let scope = inner(frame, unit: unit)
    // The first two slots: what the renderer puts there when it starts the unit.
    let iterable = slots.fresh(in: unit, named: "items")
    _ = slots.fresh(in: unit, named: "depth")
    compileItems(loop, scope, isExtended: true, at: span) { generator in
      generator.emit(.loadLocal, Int32(iterable), at: loop.iterable.span)
    }
    endUnit(at: span)
    compile(loop.iterable, frame)
    emit(.loopRecurse, Int32(unit), at: loop.iterable.span)
  }

  private mutating func checkLoopTargets(_ loop: Statement.Loop, at span: SourceSpan) {
    var isWrong = loop.target.names.contains("loop")
    for statement in loop.body + loop.otherwise {
      statement.walk {
        switch $0.form {
        case .set(let target, _), .setBlock(let target, _, _):
          if target.names.contains("loop") { isWrong = true }
        case .loop(let inner): if inner.target.names.contains("loop") { isWrong = true }
        default: break
        }
      }
    }
    guard isWrong else { return }
    fail(.syntax, "Can't assign to special loop variable in for-loop target", at: span)
  }

  private mutating func compileItems(
    _ loop: Statement.Loop, _ frame: Frame, isExtended: Bool, at span: SourceSpan,
    iterable: (inout CodeGenerator) -> Void
  ) {
    let loopFrame = inner(frame)
    var loopSlot: Variable?
    if isExtended { loopSlot = loopFrame.symbols.declareParameter("loop") }
    declare(loop.target, loopFrame)
    loopFrame.symbols.analyze(loop.body)
    let elseFrame = inner(frame)
    elseFrame.symbols.analyze(loop.otherwise)
    var testFrame = inner(frame)
    if let test = loop.test {
      declare(loop.target, testFrame)
      testFrame.symbols.visit(test)
      testFrame.isSoft = true
      enter(testFrame, at: span)
    }

    iterable(&self)
    let looksAhead = isExtended && needsAllItems(loop)
    if let test = loop.test, looksAhead { compileFilter(loop, test, testFrame, at: span) }
    // Names from the page can't change while the loop runs, so they are looked up once.
    enter(loopFrame, at: span, .beforeLoop)
    emit(
      .loopBegin, Int32(loopSlot?.slot ?? -1), flag: loop.isRecursive ? 1 : 0,
      at: loop.iterable.span)
    let start = here
    let next: Int
    if let test = loop.test, !looksAhead {
      next = emit(.loopPull, at: loop.iterable.span)
      emit(.duplicate, at: span)
      assign(loop.target, testFrame, at: span)
      compile(test, testFrame)
      emit(.loopAccept, start, at: test.span)
    } else {
      next = emit(.loopNext, at: loop.iterable.span)
    }
    assign(loop.target, loopFrame, at: span)
    enter(loopFrame, at: span, .eachStep)
    open[open.count - 1].loops.append(
      OpenLoop(start: start, captures: open[open.count - 1].captures, escapes: 0))
    compile(loop.body, loopFrame)
    let finished = open[open.count - 1].loops.removeLast()
    if !loop.otherwise.isEmpty { emit(.loopDone, at: span) }
    emit(.jump, start, at: span)
    land(next)
    for jump in finished.breaks { land(jump) }
    let end = emit(.loopEnd, flag: loop.otherwise.isEmpty ? 0 : 1, at: span)
    if !loop.otherwise.isEmpty {
      enter(elseFrame, at: span)
      compile(loop.otherwise, elseFrame)
    }
    land(end)
  }

  /// Runs the condition over all items and leaves the list of those that pass on the stack.
  private mutating func compileFilter(
    _ loop: Statement.Loop, _ test: Expression, _ testFrame: Frame, at span: SourceSpan
  ) {
    emit(.loopBegin, -1, at: loop.iterable.span)
    let start = here
    let next = emit(.loopNext, at: loop.iterable.span)
    emit(.duplicate, at: span)
    assign(loop.target, testFrame, at: span)
    compile(test, testFrame)
    emit(.loopCollect, at: test.span)
    emit(.jump, start, at: span)
    land(next)
    emit(.loopDrop, at: span)
  }

  /// Whether the body asks for more of `loop` than can be known item by item.
  private func needsAllItems(_ loop: Statement.Loop) -> Bool {
    let harmless: Set<String> = [
      "index", "index0", "first", "cycle", "changed", "previtem", "depth", "depth0",
    ]
    var uses = 0
    var harmlessUses = 0
    for statement in loop.body {
      statement.walk {
        if case .include = $0.form { uses += 1 }
        if case .block = $0.form { uses += 1 }
        for expression in $0.expressions {
          expression.walk {
            if case .name("loop") = $0.form { uses += 1 }
            if case .attribute(let base, let member) = $0.form, case .name("loop") = base.form,
              harmless.contains(member)
            {
              harmlessUses += 1
            }
          }
        }
      }
    }
    return uses > harmlessUses
  }

  mutating func compileLoopControl(_ statement: Statement, at span: SourceSpan) {
    let last = open.count - 1
    guard let loop = open[last].loops.last else {
      fail(.syntax, "'break' and 'continue' belong inside a loop", at: span)
      return
    }
    for _ in loop.captures..<open[last].captures { emit(.captureDrop, at: span) }
    if case .breakLoop = statement.form {
      let jump = emit(.jump, at: span)
      open[last].loops[open[last].loops.count - 1].breaks.append(jump)
    } else {
      emit(.jump, loop.start, at: span)
    }
  }
}
