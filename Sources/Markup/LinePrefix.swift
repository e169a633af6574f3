internal import Diagnostics

/// The quotes, list markers and footnote labels that a line begins with.
struct LinePrefix {
  /// Bytes from the start of the line to its text.
  private(set) var length = 0
  /// How many containers the line itself names.
  private(set) var markers = 0
  /// Columns of white space, together; a tab is counted as four.
  private(set) var indent = 0
  /// Columns of white space before the first marker or text.
  private(set) var firstIndent = 0
  /// Whether the line has no text, and ends any paragraph.
  private(set) var isBlank = false
  /// Whether the line starts an item of a bullet list, and so ends any paragraph before it.
  private(set) var startsBullet = false
  /// Whether there were other markers than those of quotes.
  private var hasItems = false

  init(_ bytes: borrowing Span<UInt8>, from start: Int) {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "):
        indent += 1
        index += 1
      case UInt8(ascii: "\t"):
        indent += 4
        index += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isBlank = !hasItems && (markers == 0 || firstIndent < 4)
        length = index - start
        checkForRule(bytes, from: start)
        return
      default:
        if markers == 0 { firstIndent = indent }
        guard let next = Self.afterMarker(bytes, at: index) else {
          length = index - start
          checkForRule(bytes, from: start)
          return
        }
        if markers == 0, firstIndent < 4 { startsBullet = Self.isBullet(bytes[index]) }
        if bytes[index] != UInt8(ascii: ">") { hasItems = true }
        markers += 1
        index = next
      }
    }
    isBlank = !hasItems && (markers == 0 || firstIndent < 4)
    length = index - start
    checkForRule(bytes, from: start)
  }

  /// The index behind a marker, or `nil` where there is none.
  private static func afterMarker(_ bytes: borrowing Span<UInt8>, at start: Int) -> Int? {
    var index = start
    switch bytes[index] {
    case UInt8(ascii: ">"):
      return index + 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return endsWord(bytes, at: index + 1) ? index + 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < bytes.count, bytes[index].isASCIIDigit {
        index += 1
      }
      guard index < bytes.count, index - start <= 9,
        bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
        endsWord(bytes, at: index + 1)
      else { return nil }
      return index + 1
    case UInt8(ascii: "["):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "^") else { return nil }
      index += 2
      while index < bytes.count, bytes[index] > UInt8(ascii: " "), bytes[index] != UInt8(ascii: "]")
      {
        index += 1
      }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "]"),
        bytes[index + 1] == UInt8(ascii: ":")
      else { return nil }
      return index + 2
    default: return nil
    }
  }

  private static func isBullet(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
  }

  private static func endsWord(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    index >= bytes.count || bytes[index] <= UInt8(ascii: " ")
  }

  /// A line of one mark and blanks is a rule across the page, however often the mark stands in it.
  private mutating func checkForRule(_ bytes: borrowing Span<UInt8>, from start: Int) {
    guard markers > MarkupLimits.depth else { return }
    var mark: UInt8 = 0
    var index = start
    while index < bytes.count, !bytes[index].isLineEnd {
      if bytes[index] > UInt8(ascii: " ") {
        if mark == 0 { mark = bytes[index] }
        guard bytes[index] == mark, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") else {
          return
        }
      }
      index += 1
    }
    markers = 1
  }
}
