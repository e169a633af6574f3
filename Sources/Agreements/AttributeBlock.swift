internal import Diagnostics

/// The attributes at the end of a heading or clause: `{#sub-notice covers="28.3.d 28.2"}`.
struct AttributeBlock: Equatable, Sendable {
  var label = ""
  var covers: [String] = []
  var alternative = ""
  /// Keys that mean nothing here.
  var unknownKeys: [String] = []
  /// Where the block starts in the text that it was read from, white space before it included.
  var start = 0

  /// Reads the attributes that `text` ends with; `nil` where it ends otherwise.
  ///
  /// A brace that holds no attribute is text: contracts have braces of their own.
  init?(endOf text: ArraySlice<UInt8>) {
    var end = text.endIndex
    while end > text.startIndex, text[end - 1] == 0x20 || text[end - 1] == 0x0A { end -= 1 }
    guard end > text.startIndex, text[end - 1] == UInt8(ascii: "}"),
      let open = text[..<(end - 1)].lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    guard read(text[(open + 1)..<(end - 1)]) else { return nil }
    start = open
    while start > text.startIndex, text[start - 1] == 0x20 || text[start - 1] == 0x0A { start -= 1 }
  }

  /// Whether `text` ends with braces that begin like attributes, `{#`, and hold none that can be
  /// read.
  static func isMalformed(endOf text: ArraySlice<UInt8>) -> Bool {
    let text = text[
      ..<(text.lastIndex { $0 != 0x20 && $0 != 0x0A }.map { $0 + 1 } ?? text.startIndex)]
    guard text.last == UInt8(ascii: "}"), let open = text.lastIndex(of: UInt8(ascii: "{")) else {
      return false
    }
    return open + 1 < text.endIndex && text[open + 1] == UInt8(ascii: "#")
      && AttributeBlock(endOf: text) == nil
  }

  /// Both, where another stands behind this one.
  func followed(by next: AttributeBlock) -> AttributeBlock {
    var both = self
    if both.label.isEmpty { both.label = next.label }
    if both.alternative.isEmpty { both.alternative = next.alternative }
    both.covers += next.covers
    both.unknownKeys += next.unknownKeys
    return both
  }

  private mutating func read(_ inside: ArraySlice<UInt8>) -> Bool {
    var rest = inside
    var count = 0
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
      guard let first = rest.first else { return count > 0 }
      count += 1
      if first == UInt8(ascii: "#") {
        let name = rest.dropFirst().prefix { Self.isNameByte($0) }
        guard !name.isEmpty else { return false }
        label = String(decoding: name, as: UTF8.self)
        rest = rest[name.endIndex...]
        continue
      }
      // `.unnumbered`: looks, which other converters write and mean nothing here, and `-` for it.
      if first == UInt8(ascii: "."), let letter = rest.dropFirst().first, letter.isASCIILetter {
        rest = rest.dropFirst().drop { Self.isNameByte($0) }
        continue
      }
      if first == UInt8(ascii: "-"), rest.count == 1 { return true }
      let key = rest.prefix { Self.isNameByte($0) }
      rest = rest[key.endIndex...]
      guard !key.isEmpty, rest.first == UInt8(ascii: "=") else { return false }
      rest = rest.dropFirst()
      guard let value = Self.value(&rest) else { return false }
      set(String(decoding: key, as: UTF8.self), to: value)
    }
  }

  private mutating func set(_ key: String, to value: String) {
    switch key {
    case "covers": covers = value.split { $0 == " " || $0 == "," }.map(String.init)
    case "alt": alternative = value
    default: unknownKeys.append(key)
    }
  }

  /// A quoted or bare value; typographic quotes too, since word processors put them there.
  private static func value(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let first = rest.first else { return nil }
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
      let bare = rest.prefix { $0 != 0x20 && $0 != 0x0A }
      rest = rest[bare.endIndex...]
      return String(decoding: bare, as: UTF8.self)
    }
    let quoted = rest.dropFirst().prefix { $0 != first }
    guard quoted.endIndex < rest.endIndex else { return nil }
    rest = rest[(quoted.endIndex + 1)...]
    return String(decoding: quoted, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
