extension RecordReader {
  /// An absolute address of a page: `https://...` or `http://...`.
  package mutating func webAddress(_ key: String) -> Located<String>? {
    value(key, expected: "an address such as https://example.com") { text in
      let hasScheme = text.hasPrefix("https://") || text.hasPrefix("http://")
      let rest = text.drop { $0 != "/" }.dropFirst(2)
      let isSound = text.utf8.allSatisfy {
        $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<")
          && $0 != UInt8(ascii: ">")
      }
      return hasScheme && isSound && !rest.isEmpty && !rest.hasPrefix("/") ? text : nil
    }
  }
}
