/// A table as text, for spreadsheets.
///
/// Begins with a byte order mark, without which spreadsheets read umlauts as other letters. Lines
/// end in CR and LF, the last one too.
///
/// Source: RFC 4180; for cells that would be run, OWASP's page on CSV injection.
struct CSVText: Sendable {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private let count: Int

  init(columns: [String]) {
    count = columns.count
    row(columns)
  }

  /// - Precondition: there are as many cells as columns.
  mutating func row(_ cells: [String?]) {
    precondition(cells.count == count, "a row has a cell for each column")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let cell { append(cell.utf8) }
    }
    bytes += "\r\n".utf8
  }

  private mutating func append(_ cell: String.UTF8View) {
    let isQuoted = cell.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\n")
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    // What a spreadsheet would run as a formula is text behind an apostrophe.
    if let first = cell.first, Self.isRun(first) { bytes.append(UInt8(ascii: "'")) }
    for byte in cell {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  private static func isRun(_ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }
}

extension CSVText {
  /// Several values in one cell.
  static func list(_ values: [String]) -> String { values.joined(separator: "; ") }
}
