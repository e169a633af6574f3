extension String {
  /// The text with blanks for the ends of its lines.
  var onOneLine: String {
    utf8.contains(UInt8(ascii: "\n"))
      ? String(
        decoding: utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
      : self
  }

  /// The text without white space at either end.
  var trimmingSpaces: String {
    // Nearly all texts begin and end with a letter, and are what is left of them.
    if let first = utf8.first, first > 0x20, first != 0xC2, let last = utf8.last, last > 0x20 {
      return self
    }
    var bytes = Array(utf8)[...]
    while let first = bytes.first, first == 0x20 || first == 0x09 || first == 0x0A {
      bytes.removeFirst()
    }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0A { bytes.removeLast() }
    // No-break spaces stand between a word and its number.
    while bytes.starts(with: [0xC2, 0xA0]) { bytes.removeFirst(2) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
