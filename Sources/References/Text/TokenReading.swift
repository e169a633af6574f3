/// What all grammars do with the tokens of a passage.
protocol TokenReading {
  var vocabulary: Vocabulary { get }
  /// The readable text of the agreement.
  var text: [UInt8] { get }
  var tokenizer: Tokenizer { get }
}

/// Tokens of the longest quotation that is looked for; keeps look-ahead bounded.
private let longestQuotation = 28

extension TokenReading {
  /// The token at `index`; behind the last one, the `.end` token.
  @inline(__always)
  func token(_ index: Int) -> Token {
    tokenizer.tokens[min(max(index, 0), tokenizer.tokens.count - 1)]
  }

  func role(_ index: Int) -> WordRole { vocabulary.role(of: token(index)) }

  func kind(_ index: Int) -> WordRole.Kind { vocabulary.role(of: token(index)).kind }

  func isSign(_ sign: Sign, _ index: Int) -> Bool { token(index).isSign(sign) }

  /// Whether the sign at `index` follows the token before it closely.
  func isGlued(_ sign: Sign, _ index: Int) -> Bool {
    token(index).isSign(sign) && !token(index).hasSpaceBefore
  }

  /// Whether the word at `index` is one letter, of either case.
  func isLetter(_ letter: Unicode.Scalar, _ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .word, token.length == 1 else { return false }
    return UInt32(text[Int(token.start)] | 0x20) == letter.value
  }

  /// The bytes of the tokens from `start` up to `end`.
  func textRange(_ start: Int, _ end: Int) -> Range<Int32> {
    let first = token(start).start
    return first..<max(first, token(max(start, end - 1)).end)
  }

  /// The word or number at `index` in lower case.
  func body(_ index: Int) -> String {
    let token = token(index)
    return String(
      decoding: text[Int(token.start)..<Int(token.end)].lazy.map {
        $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
      }, as: UTF8.self)
  }

  /// The text between quotation marks that open at `index`, and the index behind them.
  func quoted(at index: Int) -> (range: Range<Int32>, end: Int)? {
    let open = token(index)
    guard open.isQuote, !token(index + 1).hasSpaceBefore, !token(index + 1).isQuote else {
      return nil
    }
    var next = index + 1
    while next <= index + longestQuotation {
      let token = token(next)
      guard token.kind != .end, token.kind != .masked else { return nil }
      if token.isQuote, token.word == open.word, !token.hasSpaceBefore {
        let after = self.token(next + 1)
        // `'customers' data'`: a mark that a word follows closely opens or is an apostrophe.
        if after.hasSpaceBefore || after.kind == .sign || after.kind == .end {
          return (open.end..<token.start, next + 1)
        }
      }
      next += 1
    }
    return nil
  }
}

extension Token {
  var isQuote: Bool { isSign(.doubleQuote) || isSign(.singleQuote) }
}
