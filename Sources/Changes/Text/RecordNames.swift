internal import Agreements
internal import Markup

/// What the rows of a text's tables are known by, and the items of lists that begin with a name:
/// the cell that names what a row is about, not the one that numbers it. Of the section of a
/// company, the heading.
struct RecordNames: Sendable {
  struct Name: Sendable {
    /// The words of the name, among the text's.
    var tokens: Range<Int32>
    var digest: UInt64
    /// Digest of the words without legal forms and signs; 0 where another name is not another
    /// record.
    var plainDigest: UInt64 = 0
    /// The stretch of ``RecordNames/words`` that are those words.
    var words: Range<Int> = 0..<0
    /// What the record is one of: 0 for a company, else a digest of the heads above it.
    var kind: UInt64 = 0
    /// Where the name leads to, as an index of the tree's links.
    var link: Int32?

    /// Whether it stands among companies that are no sub-processors, or no longer: the same name
    /// elsewhere is that of one that came or went.
    var isAmongOthers = false

    /// Whether the words before its list announce sub-processors, wherever that stands.
    var isListed = false

    /// Whether what stands under another name is another record.
    var tellsRecords: Bool { plainDigest != 0 }
    /// Whether it is that of a company in a table or list.
    var isOfCompany: Bool { tellsRecords && kind == 0 }
  }

  /// By node, or -1; empty where nothing has a name.
  private var indexes: [Int32] = []
  private var names: [Name] = []
  /// Of all names that tell records, in lower case.
  private(set) var words: [String] = []
  /// The section of a company that a node stands in, or -1; empty where there is none.
  private var owners: [Int32] = []
  /// The cells that number rows, by node.
  private var numbers: [Int32: Range<Int32>] = [:]
  /// Rows of tables of companies without a name of their own: the one that they go on with.
  private var continued: [Int32: Int] = [:]
  private let topics: PlaceTopics

  init(
    _ text: ComparedText, _ columns: TableColumns, _ topics: PlaceTopics, _ choices: NameColumns
  ) {
    var above: Above?
    self.topics = topics
    for node in text.nodes.indices where text.nodes[node].shape == .row {
      guard !text.nodes[node].passages.isEmpty,
        let row = text.row(in: Int32(node)), let table = columns.table(ofRow: row)
      else { continue }
      let choice = choices.choice(columns, table)
      add(
        Row(
          block: Int(row), node: node, table: table, topic: topics[node],
          heads: columns.heads(of: table)), choice, &above, in: text)
    }
    for section in CompanySections(text, topics).sections {
      if owners.isEmpty { owners = [Int32](repeating: -1, count: text.nodes.count) }
      for node in section.node + 1..<Int(text.nodes[section.node].end) {
        owners[node] = Int32(section.node)
      }
      let name = Name(
        tokens: section.name, digest: text.digest(of: section.name),
        kind: CompanyNames.digest(of: ["\u{A7}"]), link: section.link)
      add(name, to: section.node, tellsRecords: true, in: text)
    }
    for opening in ItemLists(text, topics).openings {
      let name = Name(
        tokens: opening.tokens, digest: text.digest(of: opening.tokens), link: opening.link,
        isListed: opening.isListed)
      // What is said of one company lists no others.
      let tellsRecords = opening.isOfCompany && owner(of: opening.node) == nil
      add(name, to: opening.node, tellsRecords: tellsRecords, in: text)
    }
  }

  subscript(node: Int) -> Name? {
    indexes.isEmpty || indexes[node] < 0 ? nil : names[Int(indexes[node])]
  }

  /// The digest of a node's name, or 0.
  func digest(of node: Int) -> UInt64 { self[node]?.digest ?? 0 }

  /// The digest of what tells a node's name from others, or 0.
  func plainDigest(of node: Int) -> UInt64 { self[node]?.plainDigest ?? 0 }

  /// The section of a company that a place stands in.
  func owner(of node: Int) -> Int? {
    owners.isEmpty || owners[node] < 0 ? nil : Int(owners[node])
  }

  /// The row that names the company of one that does not.
  func row(continuedBy node: Int) -> Int? {
    continued.isEmpty ? nil : continued[Int32(truncatingIfNeeded: node)]
  }

  /// The words of the cell that numbers a row.
  func number(of node: Int32) -> Range<Int32>? { numbers.isEmpty ? nil : numbers[node] }

  private struct Row {
    /// Its node in the tree, and in the text.
    var block: Int
    var node: Int
    var table: Int32
    var topic: PlaceTopics.Topic
    var heads: [String]
  }

  /// The last name that was read.
  private struct Above {
    var node: Int
    var table: Int32
    var name: Name
  }

  private mutating func add(
    _ row: Row, _ choice: NameColumns.Choice, _ above: inout Above?, in text: ComparedText
  ) {
    let node = row.node
    let cells = text.nodes[node].passages.map { text.passages[Int($0)] }
    let isHead = text.nodes[node].role == .head
    if !isHead, let number = cells.first(where: { Int($0.column) == choice.number }) {
      numbers[Int32(node)] = number.tokens
    }
    let own = cells.first { Int($0.column) == choice.name }
    // One more task of the company above, whose name is not said again.
    if own == nil, !isHead, row.topic == .subProcessors, let above, above.table == row.table {
      continued[Int32(node)] = above.node
      return add(above.name, to: node, tellsRecords: true, in: text)
    }
    // In a group of rows, and where the name is missing, what comes first tells them apart.
    guard let cell = own ?? cells.first(where: { Int($0.column) != choice.number }) else { return }
    let tokens = isHead ? cell.tokens : nameTokens(of: cell.tokens, in: text)
    let tellsRecords =
      !isHead && (own != nil || row.topic == .subProcessors && choice.name != nil)
    // A company is one whatever table it stands in, and whatever else is told of it there.
    let isOfCompanies =
      row.topic == .subProcessors
      || choice.name.map { $0 < row.heads.count && NameHeads.namesCompanies(row.heads[$0]) }
        ?? false
    var name = Name(
      tokens: tokens, digest: text.digest(of: tokens),
      kind: isOfCompanies ? 0 : CompanyNames.digest(of: row.heads[...]))
    if tellsRecords {
      let tree = text.agreement.tree
      var column = 0
      for block in tree.children(of: row.block) {
        if column == Int(cell.column) { name.link = tree.leadingMark(in: block)?.link }
        column += 1
      }
    }
    add(name, to: node, tellsRecords: tellsRecords, in: text)
    if own != nil, !isHead { above = Above(node: node, table: row.table, name: name) }
  }

  /// A name without the address behind it, or below it: it ends with its line, and with the comma
  /// behind its legal form, or behind the remark in brackets that follows this.
  private func nameTokens(of cell: Range<Int32>, in text: ComparedText) -> Range<Int32> {
    var followsForm = false
    var isInRemark = false
    for token in cell.dropFirst() {
      let word = text.tokens.words[Int(token)]
      if word.lead == .line { return cell.lowerBound..<token }
      let written = text.words(of: token..<token + 1).lowercased()
      if isInRemark {
        isInRemark = written != ")"
        continue
      }
      isInRemark = followsForm && written == "("
      if isInRemark { continue }
      if followsForm, written == "," { return cell.lowerBound..<token }
      // `A/S` is three words.
      let isOfSlash =
        written == "s" && token >= cell.lowerBound + 2
        && text.words(of: token - 2..<token + 1).lowercased() == "a/s"
      followsForm =
        CompanyNames.isForm(written) || isOfSlash || followsForm && written == "."
    }
    return cell
  }

  private mutating func add(
    _ name: Name, to node: Int, tellsRecords: Bool, in text: ComparedText
  ) {
    if indexes.isEmpty { indexes = [Int32](repeating: -1, count: text.nodes.count) }
    indexes[node] = Int32(names.count)
    var name = name
    name.isAmongOthers = topics.isAmongOthers(node)
    if tellsRecords {
      let start = words.count
      words += CompanyNames.words(of: name.tokens, in: text)
      name.words = start..<words.count
      name.plainDigest = CompanyNames.digest(of: words[name.words])
    }
    names.append(name)
  }
}
