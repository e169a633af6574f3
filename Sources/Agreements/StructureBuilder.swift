package import Diagnostics
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
  private var openHeadings: [Int32] = []
  /// The last numbered section outside the annexes, to tell its successors from an annex's own.
  private var lastMainNumber: Ordinal?
  private(set) var documentTitle: String?
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
    let blocks = tree.children(of: 0).filter { tree.nodes[$0].kind != .footnoteDefinition }
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
      structure(Array(run), in: openHeadings.last ?? Provision.none, isSection: true)
      index += run.count
    }
    while !openHeadings.isEmpty { closeInnermostHeading() }
  }
}

// MARK: - Opening and closing

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

  /// `name`, or `name (2)` where a neighbour has it already; of a name as long as a text, the start.
  /// Without a name, the how-many-eth of those it is: `heading 1`.
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
    // What Annex numbers, or is written with a backslash, does not stand there: not even further on.
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

// MARK: - Headings

extension StructureBuilder {
  /// Whether the first block is the title of the whole document rather than a section of it.
  ///
  /// So it is where it has no number, no other heading of its level follows but annexes, and either
  /// deeper ones do or the document is not titled otherwise: under a title of its own, a lone
  /// heading such as `Preamble` is a section.
  private func isDocumentTitle(_ first: Int, among blocks: [Int]) -> Bool {
    let node = tree.nodes[first]
    guard node.kind == .heading,
      HeadingLabel(parsing: Array(tree.plainText(of: first))) == nil
    else { return false }
    var hasDeeper = false
    for block in blocks.dropFirst() where tree.nodes[block].kind == .heading {
      let other = tree.nodes[block]
      if other.value > node.value {
        hasDeeper = true
      } else {
        guard let label = HeadingLabel(parsing: Array(tree.plainText(of: block))), label.isAnnex
        else {
          return false
        }
      }
    }
    let heading = String(decoding: tree.plainText(of: first), as: UTF8.self).trimmingSpaces
    guard node.value == 1 || hasDeeper else { return false }
    return hasDeeper || statedTitle.isEmpty || heading.lowercased() == statedTitle.lowercased()
  }

  /// Opens the section of the heading at `index` and returns how many blocks that took.
  private mutating func openSection(at index: Int, of blocks: [Int]) -> Int {
    let node = blocks[index]
    var taken = 1
    let attributes = cutAttributes(ofBlock: node)
    let text = Array(tree.plainText(of: node))
    var label = HeadingLabel(parsing: text)
    let level = UInt8(tree.nodes[node].value)
    let isAnnex = label?.isAnnex ?? false
    closeHeadings(for: label, level: level)

    let parent = openHeadings.last ?? Provision.none
    var provision = self.provision(isAnnex ? .annex : .section, at: node, in: parent)
    provision.level = level
    apply(attributes, to: &provision, at: node)
    if label == nil {
      label = automaticLabel(for: String(decoding: text, as: UTF8.self), in: parent)
    }
    if let label {
      provision.designation = label.number
      provision.title = label.title.trimmingSpaces
      cutText(ofBlock: node, bytes: label.titleOffset)
      if !isAnnex, !isInAnnex(parent) { lastMainNumber = Ordinal(label.body) }
    } else {
      provision.title = String(decoding: text, as: UTF8.self).trimmingSpaces
    }
    provision.titleNodes = Int32(node + 1)..<tree.nodes[node].end
    if isAnnex, provision.title.isEmpty, let next = secondLabel(after: index, of: blocks) {
      provision.secondDesignation = next.designation
      provision.title = next.title
      provision.titleNodes = next.nodes
      taken = 2
    }
    provision.part =
      provision.designation.isEmpty
      ? uniquePart(provision.title, in: parent) : provision.designation
    provision.pathParent = pathParent(of: label?.body ?? "", in: parent)
    openHeadings.append(open(provision))
    return taken
  }

  /// Closes what a heading of `level` ends.
  private mutating func closeHeadings(for label: HeadingLabel?, level: UInt8) {
    while let last = openHeadings.last {
      if label?.isAnnex != true {
        let openLevel = provisions[Int(last)].level
        guard openLevel >= level else { return }
        // Where annexes stand at the level of sections, a heading after one is the annex's own,
        // unless its number goes on where the main text ended.
        if provisions[Int(last)].kind == .annex, openLevel == level {
          let isNextMainSection =
            label.map { label in
              lastMainNumber.map { Ordinal(label.body).relation(to: $0) == .successor } ?? false
            } ?? false
          guard isNextMainSection else { return }
        }
      }
      closeInnermostHeading()
    }
  }

  private mutating func closeInnermostHeading() {
    if let last = openHeadings.popLast() { close(last) }
  }

  private func isInAnnex(_ place: Int32) -> Bool {
    openHeadings.first.map { provisions[Int($0)].kind == .annex } ?? false
  }

  /// The heading right after an annex's bare number, where it names the whole annex: it is the only
  /// one of its level in the annex, and numbered otherwise than by an arabic section number.
  private mutating func secondLabel(
    after index: Int, of blocks: [Int]
  ) -> (designation: String, title: String, nodes: Range<Int32>)? {
    guard index + 1 < blocks.count else { return nil }
    let node = blocks[index + 1]
    let annexLevel = tree.nodes[blocks[index]].value
    let level = tree.nodes[node].value
    guard tree.nodes[node].kind == .heading, level > annexLevel else { return nil }
    for block in blocks[(index + 2)...] where tree.nodes[block].kind == .heading {
      if tree.nodes[block].value <= annexLevel { break }
      if tree.nodes[block].value <= level { return nil }
    }
    let text = Array(tree.plainText(of: node))
    guard let label = HeadingLabel(parsing: text) else {
      return (
        "", String(decoding: text, as: UTF8.self).trimmingSpaces,
        Int32(node + 1)..<tree.nodes[node].end
      )
    }
    guard Ordinal(label.body).scheme != .arabic else { return nil }
    cutText(ofBlock: node, bytes: label.titleOffset)
    return (label.number, label.title.trimmingSpaces, Int32(node + 1)..<tree.nodes[node].end)
  }

  /// The number that the agreement's scheme gives to a heading that has none.
  private mutating func automaticLabel(for title: String, in parent: Int32) -> HeadingLabel? {
    guard scheme != .literal, !isInAnnex(parent) else { return nil }
    let count = withCounts(of: parent) { counts in
      counts.headings += 1
      return counts.headings
    }
    let prefix = parent == Provision.none ? "" : provisions[Int(parent)].designation
    switch scheme {
    case .literal: return nil
    case .decimal:
      let number = prefix.isEmpty ? "\(count)" : "\(prefix).\(count)"
      return HeadingLabel(number: number, body: number, title: title)
    case .sectionSign:
      guard parent == Provision.none else { return nil }
      return HeadingLabel(number: "\u{A7} \(count)", body: "\(count)", title: title)
    }
  }

  /// The place whose path `body` continues: a decimal holds the numbers of the sections around it.
  func pathParent(of body: String, in parent: Int32) -> Int32 {
    guard body.utf8.contains(UInt8(ascii: ".")) else { return parent }
    var place = parent
    while place != Provision.none {
      let kind = provisions[Int(place)].kind
      guard kind == .section || kind == .clause,
        body.hasPrefix(sectionStem(of: provisions[Int(place)].part) + ".")
      else { return place }
      place = provisions[Int(place)].parent
    }
    return place
  }
}

/// The number that the clauses of a section continue: `6` of `6`, and of a section headed `6.0`.
func sectionStem(of part: String) -> String {
  part.hasSuffix(".0") ? String(part.dropLast(2)) : part
}

// MARK: - Attributes

extension StructureBuilder {
  /// Takes the attributes off the end of a heading or clause.
  mutating func cutAttributes(ofBlock node: Int) -> AttributeBlock? {
    let start = Int(tree.nodes[node].textStart)
    let end = Int(tree.nodes[node].textEnd)
    guard end > start else { return nil }
    guard let attributes = AttributeBlock(endOf: tree.text[start..<end]) else {
      if AttributeBlock.isMalformed(endOf: tree.text[start..<end]) {
        diagnostics.append(.malformedAttributes(at: range(ofNode: node)))
      }
      return nil
    }
    var index = Int(tree.nodes[node].end) - 1
    while index > node, tree.nodes[index].textEnd > attributes.start {
      tree.nodes[index].textEnd = Int32(attributes.start)
      if tree.nodes[index].textStart > attributes.start {
        tree.nodes[index].textStart = Int32(attributes.start)
        // A break before the attributes would be a line without words.
        if tree.nodes[index].kind == .softBreak { tree.nodes[index].kind = .text }
      }
      index -= 1
    }
    tree.nodes[node].textEnd = Int32(attributes.start)
    return attributes
  }

  mutating func apply(_ attributes: AttributeBlock?, to provision: inout Provision, at node: Int) {
    guard let attributes else { return }
    provision.label = attributes.label
    provision.covers = attributes.covers
    if !attributes.alternative.isEmpty { provision.secondDesignation = attributes.alternative }
    for key in attributes.unknownKeys {
      diagnostics.append(.unknownAttribute(key, at: range(ofNode: node)))
    }
  }

  /// Takes `bytes` off the start of a block's text: its number or marker.
  mutating func cutText(ofBlock node: Int, bytes: Int) {
    let start = Int(tree.nodes[node].textStart)
    cutText(ofInlines: Int32(node + 1)..<tree.nodes[node].end, to: start + bytes)
    tree.nodes[node].textStart = Int32(min(start + bytes, Int(tree.nodes[node].textEnd)))
  }

  /// Takes all before the byte `cut` of the tree's text off some inline nodes.
  mutating func cutText(ofInlines nodes: Range<Int32>, to cut: Int) {
    for index in nodes {
      let node = tree.nodes[Int(index)]
      guard Int(node.textStart) < cut else { break }
      tree.nodes[Int(index)].textStart = Int32(min(cut, Int(node.textEnd)))
      // A break that only set the marker apart is not part of the words.
      if node.kind == .softBreak || node.kind == .lineBreak {
        tree.nodes[Int(index)].kind = .text
      }
    }
  }
}

extension Diagnostic.Code {
  package static let unknownAttribute = Self(rawValue: "unknown-attribute")
}

extension Diagnostic {
  fileprivate static func malformedAttributes(at range: SourceRange) -> Self {
    Diagnostic(
      .unknownAttribute, .warning,
      "'{#' begins attributes that can't be read, and is published as text", at: range,
      help: "write a label of letters, digits, '-', '_' and '.', such as '{#sub-notice}'")
  }

  fileprivate static func unknownAttribute(_ key: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unknownAttribute, .warning, "attribute '\(key)' has no meaning on a clause", at: range,
      help: replacementHelp(for: key, among: ["covers", "alt"], noun: "attributes"))
  }
}
