internal import Agreements
internal import Markup

/// What the cells of tables with the same heads are like.
struct TableFacts: Sendable {
  var heads: [String]
  var columns: [ColumnFacts] = []
  var isOfSubProcessors = false
}

/// What the cells of a column are like.
struct ColumnFacts: Sendable {
  /// Cells with words, and of tables with two rows or more those, and how many differ.
  var filled = 0
  var compared = 0
  var distinct = 0
  var words = 0
  /// Cells that begin with a link.
  var links = 0
  /// Cells that are a small number, and those of them that continue the row above, or are the
  /// row's.
  var numbers = 0
  var ascending = 0
  var counting = 0

  /// Whether most rows have something else in it.
  var tellsRowsApart: Bool { filled > 0 && (compared == 0 || distinct * 2 > compared) }

  var isShort: Bool { words <= 8 * filled }

  /// Whether it holds names that lead to whom they name.
  var isOfLinks: Bool { filled > 1 && links * 3 >= filled * 2 && isShort }

  /// Whether it only counts the rows.
  ///
  /// `isHeadedAsOne`: whether its head says so. `isBesideNames`: whether another column names them.
  func isNumbering(isHeadedAsOne: Bool, isBesideNames: Bool) -> Bool {
    guard filled > 0, numbers == filled else { return false }
    if isHeadedAsOne { return ascending * 2 >= filled }
    return isBesideNames && counting == filled
  }
}

/// Reads what the cells of a text's tables are like.
struct TableFactsReader {
  private let text: ComparedText
  private let columns: TableColumns
  private let topics: PlaceTopics
  private var table: Int32 = -1
  private var rows = 0
  private var facts: [ColumnFacts] = []
  private var seen: [Set<UInt64>] = []
  private var lastNumbers: [Int] = []
  private var isOfSubProcessors = false

  init(_ text: ComparedText, _ columns: TableColumns, _ topics: PlaceTopics) {
    self.text = text
    self.columns = columns
    self.topics = topics
  }

  mutating func read(into tables: inout [String: TableFacts]) {
    for node in text.nodes.indices
    where text.nodes[node].shape == .row && text.nodes[node].role == .place {
      guard let row = text.row(of: Int32(node)), let own = columns.table(ofRow: row) else {
        continue
      }
      if own != table { close(into: &tables, next: own) }
      rows += 1
      if topics[node] == .subProcessors { isOfSubProcessors = true }
      read(row: Int(row), node)
    }
    close(into: &tables, next: -1)
  }

  private mutating func read(row: Int, _ node: Int) {
    let cells = Array(text.agreement.tree.children(of: row).prefix(Self.mostColumns))
    while facts.count < cells.count {
      facts.append(ColumnFacts())
      seen.append([])
      lastNumbers.append(0)
    }
    for passage in text.nodes[node].passages {
      let cell = text.passages[Int(passage)]
      let column = Int(cell.column)
      guard column < cells.count else { continue }
      facts[column].filled += 1
      facts[column].words += cell.tokens.count
      seen[column].insert(text.digest(of: cell.tokens))
      if text.agreement.tree.leadingMark(in: cells[column])?.link != nil {
        facts[column].links += 1
      }
      if let number = text.rowNumber(cell.tokens) {
        facts[column].numbers += 1
        if number > lastNumbers[column] { facts[column].ascending += 1 }
        if number == rows { facts[column].counting += 1 }
        lastNumbers[column] = number
      }
    }
  }

  private mutating func close(into tables: inout [String: TableFacts], next: Int32) {
    if table >= 0 {
      let heads = columns.heads(of: table)
      let key = NameColumns.key(heads)
      var known = tables[key] ?? TableFacts(heads: heads)
      while known.columns.count < facts.count { known.columns.append(ColumnFacts()) }
      for (column, own) in facts.enumerated() {
        known.columns[column].filled += own.filled
        if rows > 1 {
          known.columns[column].compared += own.filled
          known.columns[column].distinct += seen[column].count
        }
        known.columns[column].words += own.words
        known.columns[column].links += own.links
        known.columns[column].numbers += own.numbers
        known.columns[column].ascending += own.ascending
        known.columns[column].counting += own.counting
      }
      known.isOfSubProcessors = known.isOfSubProcessors || isOfSubProcessors
      tables[key] = known
    }
    (table, rows, isOfSubProcessors) = (next, 0, false)
    (facts, seen, lastNumbers) = ([], [], [])
  }

  /// Columns behind it name nothing.
  private static var mostColumns: Int { 12 }
}

extension ComparedText {
  /// The number that a cell is, such as `4`, `4.` or `4a`, or that of its letter: `d.`, `(d)`;
  /// `nil` where it says anything else.
  func rowNumber(_ cell: Range<Int32>) -> Int? {
    numberOfDigits(cell) ?? numberOfLetter(cell)
  }

  private func numberOfLetter(_ cell: Range<Int32>) -> Int? {
    guard cell.count <= 3 else { return nil }
    var number: Int?
    for token in cell {
      let word = tokens.words[Int(token)]
      switch word.kind {
      case .stop, .sign: continue
      case .word:
        let bytes = agreement.tree.text[word.bytes]
        guard number == nil, bytes.count == 1, let letter = bytes.first,
          (letter | 0x20) &- UInt8(ascii: "a") < 26
        else { return nil }
        number = Int((letter | 0x20) &- UInt8(ascii: "a")) + 1
      default: return nil
      }
    }
    return number
  }

  private func numberOfDigits(_ cell: Range<Int32>) -> Int? {
    guard let first = cell.first, cell.count <= 2, tokens.words[Int(first)].kind == .number,
      cell.dropFirst().allSatisfy({
        [.stop, .sign].contains(tokens.words[Int($0)].kind)
      })
    else { return nil }
    let bytes = agreement.tree.text[tokens.words[Int(first)].bytes]
    let digits = bytes.prefix(while: WordReader.isDigit)
    guard (1...5).contains(digits.count), bytes.count - digits.count <= 1 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// A digest of some neighbouring words.
  func digest(of range: Range<Int32>) -> UInt64 {
    var digest: UInt64 = 0x77
    for token in range {
      var mixed =
        (digest ^ UInt64(UInt32(bitPattern: tokens.ids[Int(token)])))
        &* 0xD6E8_FEB8_6659_FD93
      mixed ^= mixed >> 32
      digest = mixed &+ 0x9E37_79B9_7F4A_7C15
    }
    return digest
  }
}

extension MarkupTree {
  /// What is marked at the start of a block, with its stretch of the text: a link, or strong words,
  /// with the link that they hold.
  func leadingMark(in block: Int) -> (textStart: Int32, textEnd: Int32, link: Int32?)? {
    var node = block + 1
    while node < Int(nodes[block].end), !nodes[node].kind.isInline { node += 1 }
    guard node < Int(nodes[block].end) else { return nil }
    let (start, end) = (nodes[node].textStart, nodes[node].textEnd)
    var isStrong = false
    while node < nodes.count, nodes[node].kind.isInline {
      switch nodes[node].kind {
      case .link:
        // A badge names nothing.
        let holdsPicture = node + 1 < Int(nodes[node].end) && nodes[node + 1].kind == .image
        return holdsPicture ? nil : (start, end, nodes[node].value)
      case .strong, .emphasis:
        isStrong = isStrong || nodes[node].kind == .strong
        node += 1
      default: return isStrong ? (start, end, nil) : nil
      }
    }
    return nil
  }
}
