/// Writes JSON text: members in the order given, no white space but what the caller asks for.
///
/// Small on purpose: everything that Annex prints as JSON has a fixed shape.
package struct JSONText: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Whether the next member or element needs a comma before it.
  private var needsComma = false

  package init() {}

  package mutating func object(_ body: (inout JSONText) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  package mutating func array(_ body: (inout JSONText) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }

  /// Opens an object that ``endObject()`` closes: for nesting that is the user's, where a closure
  /// in a closure would take a stack as deep.
  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Starts a member; exactly one value must follow.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if value.utf8.contains(where: Self.isEscaped) {
      for byte in value.utf8 { appendEscaped(byte) }
    } else {
      bytes.append(contentsOf: value.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// `text` in double quotes, which mean the same in YAML and in JSON: nothing is left to guess.
  package static func quoted(_ text: String) -> String {
    var json = JSONText()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  package mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A line feed between values, where the reader is a person or a line-based tool.
  package mutating func lineBreak() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
    case 0..<0x20, 0x7F:
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(contentsOf: hexadecimal(byte, digits: 2).utf8)
    default: bytes.append(byte)
    }
  }
}

extension JSONText {
  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { array in
      for value in values { array.string(value) }
    }
  }

  /// Writes nothing where there is no value: absent keys are left out, never `null`.
  package mutating func member(_ name: String, ifPresent value: String?) {
    if let value { member(name, value) }
  }

  /// Writes `true`, or nothing.
  package mutating func member(_ name: String, ifTrue value: Bool) {
    guard value else { return }
    key(name)
    boolean(true)
  }

  /// Writes a list of objects, one for each item.
  package mutating func member<Items: Sequence>(
    _ name: String, objects items: Items, _ write: (inout JSONText, Items.Element) -> Void
  ) {
    key(name)
    array { json in
      for item in items { json.object { write(&$0, item) } }
    }
  }

  /// Writes a list of objects, one for each item, or nothing where there are no items.
  package mutating func member<Items: Collection>(
    _ name: String, ifAny items: Items, _ write: (inout JSONText, Items.Element) -> Void
  ) {
    if !items.isEmpty { member(name, objects: items, write) }
  }
}
