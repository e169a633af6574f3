/// A piece of a template.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case data
    case variableBegin, variableEnd, blockBegin, blockEnd
    case name, integer, bigInteger, float, string
    case add, sub, mul, div, floorDiv, mod, pow, tilde
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case equal, notEqual, greater, greaterOrEqual, less, lessOrEqual
    case assign, dot, colon, pipe, comma, semicolon
    case end
  }

  var kind: Kind
  var span: SourceSpan
  /// The text of data, a name, a string without its quotes, or a number as digits.
  var text: [UInt8] = []
}

extension Token.Kind {
  /// The token in the words of an error.
  var spelling: String {
    switch self {
    case .data: "template data / text"
    case .variableBegin: "begin of print statement"
    case .variableEnd: "end of print statement"
    case .blockBegin: "begin of statement block"
    case .blockEnd: "end of statement block"
    case .name: "name"
    case .integer, .bigInteger: "integer"
    case .float: "float"
    case .string: "string"
    case .end: "end of template"
    default: Self.operators.first { $0.kind == self }?.text ?? ""
    }
  }

  /// Longest first, so that the first match is the right one.
  static let operators: [(text: String, kind: Token.Kind)] = [
    ("//", .floorDiv), ("**", .pow), ("==", .equal), ("!=", .notEqual), (">=", .greaterOrEqual),
    ("<=", .lessOrEqual), ("+", .add), ("-", .sub), ("/", .div), ("*", .mul), ("%", .mod),
    ("~", .tilde), ("[", .leftBracket), ("]", .rightBracket), ("(", .leftParenthesis),
    (")", .rightParenthesis), ("{", .leftBrace), ("}", .rightBrace), (">", .greater),
    ("<", .less), ("=", .assign), (".", .dot), (":", .colon), ("|", .pipe), (",", .comma),
    (";", .semicolon),
  ]
}

extension Token: CustomStringConvertible {
  /// The kind and the text on one line, for tests and for reading.
  var description: String {
    let place = "\(span.start)..\(span.end)"
    guard !text.isEmpty else { return "\(place) \(kind.spelling)" }
    return "\(place) \(kind.spelling) \(String(decoding: text, as: UTF8.self).debugDescription)"
  }
}
