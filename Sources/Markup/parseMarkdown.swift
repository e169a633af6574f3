package import Diagnostics

/// The parse pass: turns the Markdown of a file into a tree with places.
///
/// Pure, and right when many sources are parsed at once. Reads `file` from `bodyStart`, the first
/// byte after the frontmatter, but counts lines and bytes from the file's own start. A source that
/// is no UTF-8 text, or that passes a limit, gives an error and an empty document.
///
/// Source: docs/markdown.md, which names the dialect.
package func parseMarkdown(
  _ file: [UInt8], bodyStart: Int, path: String
) -> (tree: MarkupTree, diagnostics: [Diagnostic]) {
  let start = file.starts(with: byteOrderMark) ? max(bodyStart, byteOrderMark.count) : bodyStart
  let scan = SourceScan(file, from: start)
  func refuse(_ diagnostic: (MarkupTree) -> Diagnostic) -> (MarkupTree, [Diagnostic]) {
    let empty = MarkupTree(emptyFrom: start, lineStarts: scan.lineStarts)
    return (empty, [diagnostic(empty)])
  }

  if let refusal = scan.refusal, refusal.limit == .fileSize {
    return refuse { .refused(refusal, in: $0, path) }
  }
  if let offset = scan.firstInvalid {
    return refuse { .invalidEncoding(at: offset, file[offset], in: $0, path) }
  }
  if let refusal = scan.refusal { return refuse { .refused(refusal, in: $0, path) } }

  var file = file
  let controls = scan.hasControls ? replaceControls(in: &file, from: start) : []
  let holdsTemplates = scan.hasTemplates && TemplateLinks.mask(&file, from: start)
  ConverterMarks.blankDivisions(
    scan.ruled.divisions, in: &file, lineStarts: scan.lineStarts)
  let parsedLines =
    scan.hasBraces
    ? ConverterMarks.joinAttributes(in: &file, from: start, lineStarts: scan.lineStarts)
    : scan.lineStarts
  let parsed = CmarkTree(
    parsing: file.span.extracting(start...), hasStrikethrough: scan.hasStrikethrough)
  guard let parsed else { return (MarkupTree(emptyFrom: start, lineStarts: scan.lineStarts), []) }
  var builder = MarkupTreeBuilder(bodyLength: file.count - start)
  builder.mayHoldControls = scan.hasNumericReferences
  builder.tree.hadControls = scan.hasControls
  builder.tree.lineStarts = scan.lineStarts
  parsed.copy(
    into: &builder,
    places: BlockPlaces(
      file: file, lineStarts: parsedLines,
      firstLine: max(builder.tree.position(ofByte: start).line - 1, 0),
      start: Int32(truncatingIfNeeded: start)))
  builder.tellTables(scan.ruled.found)
  if holdsTemplates {
    TemplateLinks.unmask(&builder.tree.text)
    TemplateLinks.unmask(&file)
  }
  if let offset = builder.tooDeepOffset {
    return refuse { .refused(Refusal(.depth, at: Int(offset)), in: $0, path) }
  }
  // The room for nodes was a guess, and trees are kept as long as the portal.
  builder.tree.nodes = builder.tree.nodes.map { $0 }
  let diagnostics =
    scan.conflicts.map { Diagnostic.mergeConflict(at: $0, in: builder.tree, path) }
    + builder.findings.diagnostics(in: builder.tree, of: file, path: path)
  guard let first = controls.first else { return (builder.tree, diagnostics) }
  let control = Diagnostic.controlCharacter(
    first.scalar, at: first.offset, further: controls.count - 1, in: builder.tree, path)
  return (builder.tree, diagnostics + [control])
}

extension MarkupTree {
  /// A document without content, for a source that is not parsed.
  fileprivate init(emptyFrom start: Int, lineStarts: [Int32]) {
    var builder = MarkupTreeBuilder(bodyLength: 0)
    builder.open(.document, offset: Int32(truncatingIfNeeded: start))
    builder.close()
    self = builder.tree
    self.lineStarts = lineStarts
  }
}
