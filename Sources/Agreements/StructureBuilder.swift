internal import Diagnostics
internal import Markup

/// Builds the provisions and the layout of one agreement from its markup tree.
///
/// One pass over the blocks in their order. Headings open and close sections; the blocks between
/// two headings become paragraphs, clauses, items and rows of the section that is open.
struct StructureBuilder {
  /// Markers, numbers and attributes are cut out of the texts here, so that what is left of a text
  /// is what is compared and rendered as the clause's words.
  var tree: MarkupTree
  let source: [UInt8]
  let path: String
  let scheme: NumberingScheme
  /// The title in the frontmatter, or empty.
  let statedTitle: String

  var provisions: [Provision] = []
  var layout: [LayoutStep] = []
  var diagnostics = DiagnosticList()
  /// What has been counted in each provision, by index; the last is for the agreement itself.
  var counts: [Counts] = [Counts()]
  private var namesInUse: [NameInPlace: Int] = [:]
  var openHeadings: [Int32] = []
  /// The last numbered section outside the annexes, to tell its successors from an annex's own.
  var lastMainNumber: Ordinal?
  var documentTitle: String?
  /// Whether what is sorted is a table of contents, in which no number is a marker.
  var isInContents = false
  /// The numbers and titles of the headings, by which a table of contents is known.
  var headingNames: Set<String> = []
  /// Paragraphs that are headings though nothing sets them apart.
  var plainHeadings: Set<Int> = []
  /// The numbers that Markdown took off headings, by their nodes.
  var typedNumbers: [Int: String] = [:]
  /// The last number of paragraphs that are counted through headings without one: `3.` after `2.`
  var lastNumber: Ordinal?
  /// Paragraphs of the section that is sorted whose number nothing closes.
  var bareNumbers: Set<Int> = []
  /// How far the lines of the paragraph that is being split have been counted.
  var lineCount = LineCount(block: 0)

  /// Running numbers within one provision.
  struct Counts {
    var items = 0
    var paragraphs = 0
    var tables = 0
    var headings = 0
  }

  /// The line breaks between the start of a block and one of its inline nodes.
  struct LineCount {
    var block: Int
    var inline: Int32
    var breaks = 0

    init(block: Int) {
      self.block = block
      inline = Int32(block + 1)
    }
  }

  private struct NameInPlace: Hashable {
    var place: Int32
    var name: String
  }

  init(tree: MarkupTree, source: [UInt8], path: String, metadata: AgreementMetadata) {
    self.tree = tree
    self.source = source
    self.path = path
    scheme = metadata.numbering
    statedTitle = metadata.title
    provisions.reserveCapacity(tree.nodes.count / 4)
    layout.reserveCapacity(tree.nodes.count / 2)
  }

  mutating func build() {
    let all = tree.children(of: 0).filter { tree.nodes[$0].kind != .footnoteDefinition }
    checkUnspacedHeadings(all)
    // What a comment stands between stands side by side.
    let blocks = withUnderlinedHeadings(all.filter { !isComment($0) })
    makeHeadings(among: blocks)
    if beginsWithList(blocks) { headingNames = Self.headingNames(of: tree, blocks) }
    var index = 0
    if let first = blocks.first, isDocumentTitle(first, among: blocks) {
      documentTitle = String(decoding: tree.plainText(of: first), as: UTF8.self).trimmingSpaces
      index = 1
    }
    while index < blocks.count {
      if tree.nodes[blocks[index]].kind == .heading {
        index += openSection(at: index, of: blocks)
        continue
      }
      let run = blocks[index...].prefix { tree.nodes[$0].kind != .heading }
      structureRun(run)
      index += run.count
    }
    while !openHeadings.isEmpty { closeInnermostHeading() }
  }

  /// Whether a block of HTML holds nothing that is shown.
  private func isComment(_ block: Int) -> Bool {
    let node = tree.nodes[block]
    return node.kind == .htmlBlock && node.textStart == node.textEnd
  }
}

extension StructureBuilder {
  /// A provision that starts where its node does.
  func provision(_ kind: ProvisionKind, at node: Int, in parent: Int32) -> Provision {
    Provision(
      kind: kind, parent: parent, node: Int32(node), offset: tree.nodes[node].offset)
  }

  /// Adds a provision inside `parent` and opens it; whoever opens closes.
  mutating func open(_ provision: Provision) -> Int32 {
    let index = Int32(provisions.count)
    provisions.append(provision)
    counts.append(Counts())
    layout.append(.open(provision: index))
    return index
  }

  /// All provisions, which are taken out: with a second owner, each change would copy all of them.
  mutating func takeProvisions() -> [Provision] {
    defer { provisions = [] }
    return provisions
  }

  mutating func close(_ index: Int32) {
    provisions[Int(index)].end = Int32(provisions.count)
    layout.append(.close(provision: index))
  }

  /// `name`, or `name (2)` where a neighbour has it already; of a name as long as a text, the
  /// start. Without a name, the how-many-eth of those it is: `heading 1`.
  ///
  /// Everything inside a place repeats its part, so that without an end to it the paths of a file
  /// would take memory by the square of the file.
  mutating func uniquePart(_ name: String, in place: Int32) -> String {
    let name = name.utf8.count > Self.longestName ? Self.shortened(name) : name
    let key = NameInPlace(place: place, name: name)
    let count = (namesInUse[key] ?? 0) + 1
    namesInUse[key] = count
    if name.isEmpty { return "heading \(count)" }
    return count == 1 ? name : "\(name) (\(count))"
  }

  /// In bytes: a sentence, and far more than a heading.
  private static let longestName = 240

  private static func shortened(_ name: String) -> String {
    let start = name.utf8.prefix(longestName)
    let space = start.lastIndex(of: UInt8(ascii: " "))
    // Words are kept whole; a name without spaces is cut where a character begins.
    var end = space ?? start.endIndex
    while !name.utf8[end...].isEmpty, name.utf8[end] & 0xC0 == 0x80 {
      end = name.utf8.index(before: end)
    }
    return name[..<end] + "\u{2026}"
  }

  mutating func withCounts<Result>(
    of place: Int32, _ body: (inout Counts) -> Result
  ) -> Result {
    // The agreement itself is counted in the first element, a provision in the one after its index.
    body(&counts[Int(place) + 1])
  }

  /// The number, marker or label of a provision in the source, or where it starts.
  func range(of provision: Provision) -> SourceRange {
    let offset = Int(provision.offset)
    let mark = Array(provision.designation.utf8)
    // What Annex numbers, or is written with a backslash, does not stand there: not even further
    // on.
    let window = source[min(offset, source.count)..<min(offset + mark.count + 16, source.count)]
      .prefix { $0 != 0x0A && $0 != 0x0D }
    var start = offset
    var length = 0
    if !mark.isEmpty,
      let found = window.indices.first(where: { window[$0...].starts(with: mark) })
    {
      start = found
      length = mark.count
    }
    let position = tree.position(ofByte: start)
    return SourceRange(path: path, line: position.line, column: position.column, length: length)
  }

  func range(ofNode node: Int) -> SourceRange {
    let start = tree.position(ofByte: Int(tree.nodes[node].offset))
    return SourceRange(path: path, start: start, end: start)
  }
}
