/// Stage 1: cuts a template's text into tokens.
///
/// Follows Jinja's rules for what text round a tag goes away, byte for byte. Stops at the first
/// fault, since what follows an open quote or comment can't be told from text.
///
/// - Complexity: O(bytes).
struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  let options: EnvironmentOptions
  var position = 0
  var tokens: [Token] = []
  /// Whether the last piece ended a line, so that white space before a tag starts one.
  private var lineStarting = true

  let blockStart: [UInt8]
  let blockEnd: [UInt8]
  let variableEnd: [UInt8]
  private let commentEnd: [UInt8]
  private let openers: [Opener]
  private let openingBytes: [Bool]

  /// What can start a tag.
  private struct Opener {
    enum Kind: Int { case block, comment, lineComment, lineStatement, variable }
    var kind: Kind
    var text: [UInt8]
  }

  /// A place where a tag starts.
  private struct Opening {
    var kind: Opener.Kind
    /// Where the tag starts, and where its mark ends.
    var start: Int
    var end: Int
    /// For a raw block: where its text starts.
    var rawStart: Int?
  }

  init(_ source: SourceText, options: EnvironmentOptions) {
    self.source = source
    self.options = options
    bytes = source.bytes
    let marks = options.delimiters
    blockStart = Array(marks.blockStart.utf8)
    blockEnd = Array(marks.blockEnd.utf8)
    variableEnd = Array(marks.variableEnd.utf8)
    commentEnd = Array(marks.commentEnd.utf8)
    var openers = [
      Opener(kind: .variable, text: Array(marks.variableStart.utf8)),
      Opener(kind: .comment, text: Array(marks.commentStart.utf8)),
      Opener(kind: .block, text: blockStart),
    ]
    if let prefix = marks.lineStatementPrefix {
      openers.append(Opener(kind: .lineStatement, text: Array(prefix.utf8)))
    }
    if let prefix = marks.lineCommentPrefix {
      openers.append(Opener(kind: .lineComment, text: Array(prefix.utf8)))
    }
    // The longest mark wins, and among equals the later kind, as in Jinja's rule order.
    openers.sort { ($0.text.count, $0.kind.rawValue) > ($1.text.count, $1.kind.rawValue) }
    self.openers = openers
    var first = [Bool](repeating: false, count: 256)
    for opener in openers { if let byte = opener.text.first { first[Int(byte)] = true } }
    openingBytes = first
  }

  /// The tokens of the text up to its first fault, with an end token last.
  static func tokenize(
    _ source: SourceText, options: EnvironmentOptions
  ) -> (tokens: [Token], fault: TemplateError?) {
    var lexer = Lexer(source, options: options)
    let fault = source.encodingFault ?? lexer.run()
    lexer.append(.end, lexer.bytes.count, lexer.bytes.count)
    return (lexer.tokens, fault)
  }

  /// - Returns: the first fault; nothing is left then of the tag that has it.
  private mutating func run() -> TemplateError? {
    while position < bytes.count {
      guard let opening = nextOpening() else {
        append(.data, position, bytes.count, text: Array(bytes[position...]))
        position = bytes.count
        break
      }
      let count = tokens.count
      do throws(TemplateError) {
        try lexTag(opening)
      } catch {
        tokens.removeSubrange(count...)
        return error
      }
    }
    return nil
  }

  private mutating func lexTag(_ opening: Opening) throws(TemplateError) {
    var markEnd = opening.end
    let sign = opening.rawStart == nil && markEnd < bytes.count ? bytes[markEnd] : rawSign(opening)
    let hasSign = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    if hasSign, opening.rawStart == nil { markEnd += 1 }
    appendData(to: opening.start, sign: hasSign ? sign : nil, isVariable: opening.kind == .variable)
    position = markEnd
    if let rawStart = opening.rawStart {
      try lexRaw(from: rawStart, tag: opening.start)
      return
    }
    let mark = SourceSpan(opening.start, markEnd)
    switch opening.kind {
    case .comment:
      try skipComment(from: mark)
    case .lineComment:
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    case .variable:
      tokens.append(Token(kind: .variableBegin, span: mark))
      try lexExpression(until: .variable)
    case .block:
      tokens.append(Token(kind: .blockBegin, span: mark))
      try lexExpression(until: .block)
    case .lineStatement:
      tokens.append(Token(kind: .blockBegin, span: mark))
      try lexExpression(until: .line)
    }
    lineStarting = position > 0 && bytes[position - 1] == 0x0A
  }

  mutating func append(_ kind: Token.Kind, _ start: Int, _ end: Int, text: [UInt8] = []) {
    tokens.append(Token(kind: kind, span: SourceSpan(start, end), text: text))
  }
}

// MARK: - Text between tags

extension Lexer {
  private func nextOpening() -> Opening? {
    var index = position
    while index < bytes.count {
      if openingBytes[Int(bytes[index])], let opening = opening(at: index) { return opening }
      index += 1
    }
    return nil
  }

  private func opening(at index: Int) -> Opening? {
    if matches(blockStart, at: index), let rawStart = rawBlockText(at: index) {
      return Opening(kind: .block, start: index, end: index + blockStart.count, rawStart: rawStart)
    }
    for opener in openers where matches(opener.text, at: index) {
      let end = index + opener.text.count
      switch opener.kind {
      case .lineStatement:
        var start = index
        while start > position, isLineBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == 0x0A else { continue }
        return Opening(kind: .lineStatement, start: start, end: end)
      case .lineComment:
        var start = index
        while start > position, isLineBlank(bytes[start - 1]) { start -= 1 }
        return Opening(kind: .lineComment, start: start, end: end)
      default:
        return Opening(kind: opener.kind, start: index, end: end)
      }
    }
    return nil
  }

  private func isLineBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B }

  /// Where the text of `{% raw %}` starts if one stands at `index`.
  private func rawBlockText(at index: Int) -> Int? {
    var at = index + blockStart.count
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      at += 1
    }
    at = skipWhitespace(in: bytes, from: at)
    guard matches(Array("raw".utf8), at: at) else { return nil }
    at = skipWhitespace(in: bytes, from: at + 3)
    if at < bytes.count, bytes[at] == UInt8(ascii: "-"), matches(blockEnd, at: at + 1) {
      return skipWhitespace(in: bytes, from: at + 1 + blockEnd.count)
    }
    return matches(blockEnd, at: at) ? at + blockEnd.count : nil
  }

  private func rawSign(_ opening: Opening) -> UInt8? {
    guard opening.rawStart != nil, opening.end < bytes.count else { return nil }
    return bytes[opening.end]
  }

  /// Adds the text before a tag, shortened as the tag's sign and the settings say.
  private mutating func appendData(to end: Int, sign: UInt8?, isVariable: Bool) {
    let start = position
    var stop = end
    if sign == UInt8(ascii: "-") {
      stop = trimmedEnd(of: bytes, from: start, to: end)
    } else if sign == nil, options.lstripBlocks, !isVariable {
      let lineStart = bytes[start..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
      if lineStart > start || lineStarting, lineStart < end,
        skipWhitespace(in: bytes, from: lineStart) >= end
      {
        stop = lineStart
      }
    }
    if stop > start { append(.data, start, stop, text: Array(bytes[start..<stop])) }
  }

  private mutating func lexRaw(from textStart: Int, tag: Int) throws(TemplateError) {
    position = textStart
    lineStarting = textStart > 0 && bytes[textStart - 1] == 0x0A
    var index = textStart
    while index < bytes.count {
      guard matches(blockStart, at: index), let (sign, end) = endRaw(at: index) else {
        index += 1
        continue
      }
      appendData(to: index, sign: sign, isVariable: false)
      position = end
      lineStarting = end > 0 && bytes[end - 1] == 0x0A
      return
    }
    guard textStart < bytes.count else { return }
    throw source.error(
      .syntax, "Missing end of raw directive", at: SourceSpan(tag, min(textStart, bytes.count)))
  }

  private func endRaw(at index: Int) -> (sign: UInt8?, end: Int)? {
    var at = index + blockStart.count
    var sign: UInt8?
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      sign = bytes[at]
      at += 1
    }
    at = skipWhitespace(in: bytes, from: at)
    guard matches(Array("endraw".utf8), at: at) else { return nil }
    at = skipWhitespace(in: bytes, from: at + 6)
    return end(of: blockEnd, at: at, trimsNewline: options.trimBlocks).map { (sign, $0) }
  }

  private mutating func skipComment(from mark: SourceSpan) throws(TemplateError) {
    var index = position
    while index < bytes.count {
      if let end = end(of: commentEnd, at: index, trimsNewline: options.trimBlocks) {
        position = end
        return
      }
      index += 1
    }
    // As in Jinja, a mark with nothing behind it is let pass.
    guard position < bytes.count else { return }
    throw source.error(.syntax, "Missing end of comment tag", at: mark)
  }

  /// Where a tag's end mark, with or without a sign, stops; `nil` where there is none.
  func end(of mark: [UInt8], at index: Int, trimsNewline: Bool) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "+"), matches(mark, at: index + 1) {
      return index + 1 + mark.count
    }
    if bytes[index] == UInt8(ascii: "-"), matches(mark, at: index + 1) {
      return skipWhitespace(in: bytes, from: index + 1 + mark.count)
    }
    guard matches(mark, at: index) else { return nil }
    let end = index + mark.count
    return trimsNewline && end < bytes.count && bytes[end] == 0x0A ? end + 1 : end
  }

  func matches(_ text: [UInt8], at index: Int) -> Bool {
    guard index + text.count <= bytes.count else { return false }
    for offset in text.indices where bytes[index + offset] != text[offset] { return false }
    return true
  }
}
