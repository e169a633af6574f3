/// Reads a file once before it is parsed: where its lines begin, and whether it may be parsed.
///
/// The parser takes quadratic time or memory for some inputs, and ends the process for one. This
/// looks for what they have in common, in one pass over the bytes and without knowing Markdown
/// well: it may take text for a table that is none, but the limits are such that no text comes near
/// them. What is not found here is caught while the tree is copied (``MarkupTreeBuilder``).
///
/// Time: a few percent of the parser's.
struct SourceScan {
  private(set) var lineStarts: [Int32] = []
  /// Whether the text may hold `~~` as a mark of struck text, and not only fences of code.
  private(set) var hasStrikethrough = false
  /// The first NUL byte, which is no text.
  private(set) var firstNUL: Int?
  /// The first reason not to parse the file.
  private(set) var refusal: Refusal?

  private var tables = TableGuard()
  private var references = ReferenceGuard()
  private var paragraph = ParagraphGuard()
  private var nesting = NestingGuard()

  /// - Precondition: `start`, the first byte of the body, is the start of a line.
  init(_ file: [UInt8], from start: Int) {
    let bytes = file.span
    lineStarts.reserveCapacity(file.count / 32 + 4)
    // A byte-order mark is no part of the first line: editors don't count it as a column.
    var index = file.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    if file.count > MarkupLimits.fileSize {
      refusal = Refusal(.fileSize, at: index)
      lineStarts.append(Int32(truncatingIfNeeded: index))
      return
    }
    let classes = Self.classes
    repeat {
      lineStarts.append(Int32(truncatingIfNeeded: index))
      if index < start {
        index = lineAfter(bytes, from: index)
      } else {
        index = scanLine(bytes, from: index, classes)
      }
    } while index < bytes.count
    if let last = bytes.count > 0 ? bytes[bytes.count - 1] : nil, Self.isLineEnd(last) {
      lineStarts.append(Int32(truncatingIfNeeded: bytes.count))
    }
    endParagraph(at: bytes.count)
    refuse(references.refusal)
  }
}

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

// MARK: - Lines

extension SourceScan {
  private func lineAfter(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, !Self.isLineEnd(bytes[index]) { index += 1 }
    return Self.afterLineEnd(bytes, at: index)
  }

  /// Scans one line and returns the start of the next.
  private mutating func scanLine(
    _ bytes: borrowing Span<UInt8>, from start: Int, _ classes: InlineArray<128, Bool>
  ) -> Int {
    // Of a file that is refused, only the places of its lines are needed.
    guard refusal == nil else { return lineAfter(bytes, from: start) }
    let prefix = LinePrefix(bytes, from: start)
    nesting.add(prefix)
    if prefix.markers > MarkupLimits.depth { refuse(Refusal(.depth, at: start + prefix.length)) }

    var line = LineCounts(start: start)
    var index = start + prefix.length
    while index < bytes.count {
      let byte = bytes[index]
      guard byte < 128, classes[Int(byte)] else {
        index += 1
        continue
      }
      if Self.isLineEnd(byte) { break }
      index = count(byte, bytes, at: index, &line)
    }
    let end = index
    if prefix.isBlank {
      endParagraph(at: start)
    } else {
      line.bytes = end - start
      addLine(line, prefix, bytes, end: end)
    }
    return Self.afterLineEnd(bytes, at: end)
  }

  /// Counts one of the characters that the guards look for, and returns the index after it.
  private mutating func count(
    _ byte: UInt8, _ bytes: borrowing Span<UInt8>, at index: Int, _ line: inout LineCounts
  ) -> Int {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch byte {
    case UInt8(ascii: "|"):
      line.bars += 1
      if index == line.start || bytes[index - 1] != UInt8(ascii: "\\") { line.delimiters += 1 }
    case UInt8(ascii: "["): line.opening += 1
    case UInt8(ascii: "]"):
      line.closing += 1
      if next == UInt8(ascii: ":"), line.definition == nil { line.definition = index }
    case UInt8(ascii: "!"): if next == UInt8(ascii: "[") { line.images += 1 }
    case UInt8(ascii: "<"):
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { line.declarations += 1 }
    case 0: if firstNUL == nil { firstNUL = index }
    default: return scanTildes(bytes, at: index)
    }
    return index + 1
  }

  /// Returns the end of a run of tildes, which strikes text where there are exactly two.
  private mutating func scanTildes(_ bytes: borrowing Span<UInt8>, at start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "~") { index += 1 }
    let length = index - start
    let isEscaped = start > 0 && bytes[start - 1] == UInt8(ascii: "\\")
    // The parser reads runs in stretches of at most 100.
    if length == 2 || length >= 100 || isEscaped && length > 2 { hasStrikethrough = true }
    return index
  }

  private mutating func addLine(
    _ line: LineCounts, _ prefix: LinePrefix, _ bytes: borrowing Span<UInt8>, end: Int
  ) {
    refuse(tables.add(line, prefix, bytes, end: end, after: paragraph))
    references.add(line, prefix, bytes, end: end)
    paragraph.add(line)
    refuse(nesting.refusal(at: line.start))
  }

  private mutating func endParagraph(at offset: Int) {
    guard refusal == nil else { return }
    refuse(paragraph.refusal)
    refuse(nesting.refusal(at: offset))
    paragraph = ParagraphGuard(steps: paragraph.steps)
    tables.endTable()
    references.endParagraph(at: offset)
  }

  private mutating func refuse(_ reason: Refusal?) {
    if refusal == nil { refusal = reason }
  }

  static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The start of the line after the one that ends at `index`.
  private static func afterLineEnd(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int {
    let isPair =
      index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\r")
      && bytes[index + 1] == UInt8(ascii: "\n")
    return isPair ? index + 2 : index + 1
  }

  /// Which bytes below 128 the scan stops at.
  private static var classes: InlineArray<128, Bool> {
    var classes = InlineArray<128, Bool>(repeating: false)
    for byte in "\0\n\r|[]!<~".utf8 { classes[Int(byte)] = true }
    return classes
  }
}

/// What a line has of the characters that cost the parser time.
struct LineCounts {
  let start: Int
  var bytes = 0
  var bars = 0
  /// Bars that end a cell: those without a backslash before them.
  var delimiters = 0
  var opening = 0
  var closing = 0
  var images = 0
  /// `<!` and `<?`
  var declarations = 0
  /// The first bracket that is followed by a colon, as behind the label of a definition.
  var definition: Int?

  init(start: Int) { self.start = start }
}

/// Why a file is not parsed, and the byte that it is seen at.
struct Refusal {
  enum Limit {
    case fileSize, depth, tableColumns, missingCells, referenceBytes, repeatedSteps
  }

  let limit: Limit
  let offset: Int

  init(_ limit: Limit, at offset: Int) {
    self.limit = limit
    self.offset = offset
  }
}
