internal import Diagnostics

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
  /// Whether the body holds control characters, as such or perhaps as numeric references.
  private(set) var hasControls = false
  private(set) var hasNumericReferences = false
  private(set) var hasBraces = false
  /// Whether the body holds what opens a template of a site's generator: `{{` or `{%`.
  private(set) var hasTemplates = false
  /// The starts of lines of the body that begin what git could not merge, with an end behind them.
  private(set) var conflicts: [Int] = []
  /// The first byte that is no part of UTF-8 text, or is NUL.
  private(set) var firstInvalid: Int?
  /// The first reason not to parse the file.
  private(set) var refusal: Refusal?

  private var openConflict: Int?
  private var tables = TableGuard()
  /// Tables of other dialects.
  private(set) var ruled = RuledTables()
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
    repeat {
      lineStarts.append(Int32(truncatingIfNeeded: index))
      index = scanLine(bytes, from: index, isBody: index >= start)
    } while index < bytes.count
    if let last = bytes.count > 0 ? bytes[bytes.count - 1] : nil, last.isLineEnd {
      lineStarts.append(Int32(truncatingIfNeeded: bytes.count))
    }
    endParagraph(at: bytes.count)
    refuse(references.refusal)
  }
}

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension SourceScan {
  /// Scans one line and returns the start of the next.
  private mutating func scanLine(
    _ bytes: borrowing Span<UInt8>, from start: Int, isBody: Bool
  ) -> Int {
    // Of the frontmatter, and of a file that is refused, only lines and encoding are looked at.
    guard isBody, refusal == nil else {
      return Self.afterLineEnd(bytes, at: scanText(bytes, from: start, isBody: false).end)
    }
    noteConflict(bytes, at: start)
    let prefix = LinePrefix(bytes, from: start)
    nesting.add(prefix)
    if prefix.markers > MarkupLimits.depth { refuse(Refusal(.depth, at: start + prefix.length)) }
    var (line, end) = scanText(bytes, from: start + prefix.length, isBody: true)
    if prefix.isBlank {
      endParagraph(at: start)
    } else {
      line.start = start
      line.bytes = end - start
      addLine(line, prefix, bytes, end: end)
    }
    return Self.afterLineEnd(bytes, at: end)
  }

  /// Seven `<` are text, and seven `>` a quotation; one behind the other are a conflict.
  private mutating func noteConflict(_ bytes: borrowing Span<UInt8>, at start: Int) {
    guard start < bytes.count else { return }
    if bytes[start] == ConflictMark.ours.rawValue, ConflictMark.ours.begins(bytes, at: start) {
      openConflict = start
    } else if let open = openConflict, ConflictMark.theirs.begins(bytes, at: start) {
      conflicts.append(open)
      openConflict = nil
    }
  }

  /// Counts what stands between `start` and the end of the line.
  private mutating func scanText(
    _ bytes: borrowing Span<UInt8>, from start: Int, isBody: Bool
  ) -> (line: LineCounts, end: Int) {
    var line = LineCounts()
    let low = isBody ? Self.lowBytes : Self.lineBytes
    let high = isBody ? Self.highBytes : 0
    let count = bytes.count
    var index = start
    while index < count {
      let byte = bytes[index]
      // The hot loop of the scan: one bit a byte tells whether to stop.
      let set = byte < 64 ? low : high
      if byte < 128, (set &>> UInt64(byte & 63)) & 1 == 0 {
        index &+= 1
      } else if byte.isLineEnd {
        break
      } else {
        index = self.count(byte, bytes, at: index, &line)
      }
    }
    return (line, index)
  }

  /// Counts one of the bytes that the scan stops at, and returns the index after it.
  private mutating func count(
    _ byte: UInt8, _ bytes: borrowing Span<UInt8>, at index: Int, _ line: inout LineCounts
  ) -> Int {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch byte {
    case UInt8(ascii: "|"):
      line.bars += 1
      if index == 0 || bytes[index - 1] != UInt8(ascii: "\\") { line.delimiters += 1 }
    case UInt8(ascii: "["): line.opening += 1
    case UInt8(ascii: "]"):
      line.closing += 1
      if next == UInt8(ascii: ":") { line.hasDefinition = true }
    case UInt8(ascii: "!"): if next == UInt8(ascii: "[") { line.openers += 1 }
    case UInt8(ascii: "<"):
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { line.declarations += 1 }
    case UInt8(ascii: "*"), UInt8(ascii: "_"): line.openers += 1
    case UInt8(ascii: "{"):
      hasBraces = true
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") { hasTemplates = true }
    case UInt8(ascii: "&"): if next == UInt8(ascii: "#") { hasNumericReferences = true }
    case UInt8(ascii: "~"):
      line.openers += 1
      return scanTildes(bytes, at: index)
    default:
      if let length = lengthOfUTF8Sequence(bytes, at: index) {
        if lengthOfControl(bytes, at: index) != nil { hasControls = true }
        return index + length
      }
      if firstInvalid == nil { firstInvalid = index }
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
    ruled.add(line, prefix, bytes, end: end, after: paragraph, isTable: tables.isOpen)
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
    ruled.endParagraph()
    references.endParagraph(at: offset)
  }

  private mutating func refuse(_ reason: Refusal?) {
    if refusal == nil { refusal = reason }
  }

  /// The start of the line after the one that ends at `index`.
  private static func afterLineEnd(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int {
    let isPair =
      index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\r")
      && bytes[index + 1] == UInt8(ascii: "\n")
    return isPair ? index + 2 : index + 1
  }

  /// The bytes below 64 that the scan stops at, one bit each.
  private static let lowBytes: UInt64 =
    0xFFFF_FFFF & ~(1 << UInt64(UInt8(ascii: "\t"))) | 1 << UInt64(UInt8(ascii: "&"))
    | 1 << UInt64(UInt8(ascii: "!")) | 1 << UInt64(UInt8(ascii: "*"))
    | 1 << UInt64(UInt8(ascii: "<"))
  /// The same from 64 to 127.
  private static let highBytes: UInt64 =
    1 << 63 | 1 << (UInt64(UInt8(ascii: "_")) - 64) | 1 << (UInt64(UInt8(ascii: "[")) - 64) | 1
    << (UInt64(UInt8(ascii: "]")) - 64)
    | 1 << (UInt64(UInt8(ascii: "|")) - 64) | 1 << (UInt64(UInt8(ascii: "~")) - 64)
    | 1 << (UInt64(UInt8(ascii: "{")) - 64)
  /// NUL and the ends of lines.
  private static let lineBytes: UInt64 =
    1 | 1 << UInt64(UInt8(ascii: "\n")) | 1 << UInt64(UInt8(ascii: "\r"))
}
