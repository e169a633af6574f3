/// Which blocks templates hand to which layouts, as far as their texts say it.
struct BlockInheritance {
  private struct Outline {
    var source: SourceText
    /// The layout; `nil` where none is extended.
    var parent: String?
    /// Whether the layout is only known when the template is rendered.
    var isOpen = false
    /// All blocks, also those in others.
    var names: Set<String> = []
    /// Blocks in no other block.
    var outermost: [(name: String, span: SourceSpan)] = []
  }

  private var outlines: [String: Outline] = [:]

  mutating func add(_ tree: SyntaxTree) {
    var outline = Outline(source: tree.source)
    for statement in tree.body {
      if case .extends(let name) = statement.form {
        if outline.parent == nil, case .literal(.string(let bytes)) = name.form {
          outline.parent = String(decoding: bytes, as: UTF8.self)
        } else {
          outline.isOpen = true
        }
      } else {
        statement.walk { inner in
          if case .extends = inner.form { outline.isOpen = true }
          if case .block(let block) = inner.form { outline.names.insert(block.name) }
        }
        if case .block(let block) = statement.form {
          outline.outermost.append((block.name, statement.span))
        }
      }
    }
    outlines[tree.source.name] = outline
  }

  /// A fault for each block that no layout of its template has: nothing of it is ever printed.
  ///
  /// Jinja leaves such a block out without a word, and so does rendering; a wrong name is the usual
  /// cause.
  func unplacedBlocks() -> [TemplateError] {
    var faults: [TemplateError] = []
    for (_, outline) in outlines.sorted(by: { $0.key < $1.key }) {
      guard let known = blocks(above: outline) else { continue }
      for block in outline.outermost where !known.contains(block.name) {
        var fault = outline.source.error(
          .unknownBlock, "no layout of this template has a block '\(block.name)'", at: block.span)
        fault.nearMisses = nearNames(to: block.name, among: known)
        fault.isDeferred = true
        faults.append(fault)
      }
    }
    return faults
  }

  /// The blocks of all layouts above; `nil` where there are none, or not all are known.
  private func blocks(above outline: Outline) -> Set<String>? {
    var known: Set<String> = []
    var seen: Set<String> = [outline.source.name]
    var next = outline
    guard next.parent != nil else { return nil }
    while let parent = next.parent {
      guard !next.isOpen, seen.insert(parent).inserted, let found = outlines[parent] else {
        return nil
      }
      known.formUnion(found.names)
      next = found
    }
    return next.isOpen ? nil : known
  }
}
