package import Diagnostics

/// Reads a JSON text, byte by byte, with its open arrays and objects on a stack of its own.
struct JSONReader {
  let bytes: [UInt8]
  private let path: String
  private let depthLimit: Int
  var index: Int
  private var line = 1
  /// The byte offset at which the line begins.
  private var lineStart = 0
  private var stack: [OpenCollection] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Precondition: `bytes` is UTF-8.
  init(_ bytes: [UInt8], path: String, depthLimit: Int) {
    self.bytes = bytes
    self.path = path
    self.depthLimit = depthLimit
    index = byteOrderMarkLength(of: bytes[...])
  }

  /// Reads the one value of the text, and the blanks round it.
  mutating func readText() throws(JSONFault) -> YAMLNode {
    while true {
      skipBlanks()
      var finished = try readValueOrOpening()
      while let value = finished {
        guard !stack.isEmpty else {
          skipBlanks()
          guard peek == nil else { throw fault("text must not follow the end of the data") }
          return value
        }
        if let fault = stack[stack.count - 1].add(value) { diagnostics.append(fault) }
        finished = try readSeparator()
      }
    }
  }

  /// Reads a scalar or an empty collection; or opens a collection and gives `nil`.
  private mutating func readValueOrOpening() throws(JSONFault) -> YAMLNode? {
    guard let byte = peek else { throw fault("value is missing at the end of the text") }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try open(isObject: byte == UInt8(ascii: "{"))
    case UInt8(ascii: "\""): return try readString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    case UInt8(ascii: "t"): return try readWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try readWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw fault("value must follow ','", help: "delete the comma before it")
    case UInt8(ascii: "'"):
      throw fault("text must stand in double quotes", help: "replace the quotes with '\"'")
    default:
      throw fault("value must be text, a number, a list, an object, true, false or null")
    }
  }

  private mutating func open(isObject: Bool) throws(JSONFault) -> YAMLNode? {
    guard stack.count < depthLimit else {
      throw JSONFault(
        diagnostic: .dataDepth(limit: depthLimit, at: range(from: index, to: index + 1)))
    }
    stack.append(OpenCollection(isMapping: isObject, isFlow: true, start: position(of: index)))
    index += 1
    skipBlanks()
    if peek == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return close() }
    if isObject { try readKey() }
    return nil
  }

  private mutating func close() -> YAMLNode? {
    index += 1
    return stack.popLast()?.node(endingAt: position(of: index), path: path)
  }

  /// Reads what follows a value in a collection.
  ///
  /// - Returns: the collection, where this was its end; `nil` where another value follows.
  private mutating func readSeparator() throws(JSONFault) -> YAMLNode? {
    guard let isObject = stack.last?.isMapping else { return nil }
    skipBlanks()
    let closer = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if peek == closer { return close() }
    guard peek == UInt8(ascii: ",") else {
      throw fault("',' or '\(isObject ? "}" : "]")' must follow a value")
    }
    index += 1
    skipBlanks()
    if isObject { try readKey() }
    return nil
  }

  private mutating func readKey() throws(JSONFault) {
    guard peek == UInt8(ascii: "\"") else {
      throw fault("key must be text in double quotes")
    }
    let key = try readString()
    _ = stack[stack.count - 1].add(key)
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw fault("':' must follow a key") }
    index += 1
  }
}

extension JSONReader {
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"):
        line += 1
        lineStart = index + 1
      case 0x20, UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return
      }
      index += 1
    }
  }

  /// The place of byte `offset`, which is on the line that is being read: no token has a line end.
  private func position(of offset: Int) -> SourcePosition {
    SourcePosition(line: line, column: offset - lineStart + 1)
  }

  func range(from start: Int, to end: Int) -> SourceRange {
    SourceRange(path: path, start: position(of: start), end: position(of: end))
  }

  func fault(_ summary: String, at offset: Int? = nil, help: String? = nil) -> JSONFault {
    let start = offset ?? index
    let isAtText = start < bytes.count && bytes[start] != UInt8(ascii: "\n")
    return JSONFault(
      diagnostic: Diagnostic(
        .jsonSyntax, .error, summary, at: range(from: start, to: start + (isAtText ? 1 : 0)),
        help: help))
  }
}

extension Diagnostic.Code {
  package static let jsonSyntax = Self(rawValue: "json-syntax")
}
