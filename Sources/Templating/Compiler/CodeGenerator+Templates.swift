/// Statements that reach other templates and blocks.
extension CodeGenerator {
  mutating func compileBlockCall(_ block: Statement.Block, _ frame: Frame, at span: SourceSpan) {
    var check: Int?
    if frame.isTopLevel {
      if hasKnownExtends { return }
      if extendsSeen > 0 { check = emit(.jumpIfExtended, at: span) }
    }
    program.blockSites.append(
      BlockSite(
        name: name(block.name), isScoped: block.isScoped, isRequired: block.isRequired,
        variables: block.isScoped ? visibleVariables(frame) : TableRange(start: 0, end: 0)))
    emit(.callBlock, Int32(program.blockSites.count - 1), at: span)
    if let check { land(check) }
  }

  mutating func compileExtends(_ name: Expression, _ frame: Frame, at span: SourceSpan) {
    guard frame.isTopLevel else {
      fail(.syntax, "cannot use extend from a non top-level scope", at: span)
      return
    }
    if let error = missingTemplate(name) {
      raise(error)
    } else {
      compile(name, frame)
      emit(.extends, flag: hasKnownExtends ? 1 : 0, at: name.span)
    }
    if frame.isRoot { hasKnownExtends = true }
    extendsSeen += 1
  }

  mutating func compileInclude(
    _ name: Expression, _ ignoreMissing: Bool, _ withContext: Bool, _ frame: Frame,
    at span: SourceSpan
  ) {
    if !ignoreMissing, let error = missingTemplate(name) {
      raise(error)
      return
    }
    var site = IncludeSite(
      name: 0, ignoreMissing: ignoreMissing, withContext: withContext,
      variables: withContext ? visibleVariables(frame) : TableRange(start: 0, end: 0))
    if case .literal(.string(let bytes)) = name.form {
      site.name = self.name(String(decoding: bytes, as: UTF8.self))
      program.includeSites.append(site)
      emit(.include, Int32(program.includeSites.count - 1), at: name.span)
    } else {
      program.includeSites.append(site)
      compile(name, frame)
      emit(.includeDynamic, Int32(program.includeSites.count - 1), at: name.span)
    }
  }

  /// The error where a name written out in the template names none.
  func missingTemplate(_ name: Expression) -> TemplateError? {
    let wanted: [String]
    switch name.form {
    case .literal(.string(let bytes)): wanted = [String(decoding: bytes, as: UTF8.self)]
    case .list(let items), .tuple(let items):
      var names: [String] = []
      for item in items {
        guard case .literal(.string(let bytes)) = item.form else { return nil }
        names.append(String(decoding: bytes, as: UTF8.self))
      }
      guard !names.isEmpty else { return nil }
      wanted = names
    default: return nil
    }
    guard !wanted.contains(where: templateNames.contains) else { return nil }
    let text = wanted.map { "'\($0)'" }.joined(separator: " nor ")
    var error = source.error(.missingTemplate, "the template \(text) does not exist", at: name.span)
    error.nearMisses = wanted.flatMap { nearNames(to: $0, among: templateNames) }
    return error
  }
}
