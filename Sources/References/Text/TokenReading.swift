internal import Diagnostics

/// What all grammars do with the tokens of a passage.
protocol TokenReading {
  var vocabulary: Vocabulary { get }
  /// The readable text of the agreement.
  var text: [UInt8] { get }
  var tokenizer: Tokenizer { get }
}

/// Tokens of the longest quotation that is looked for; keeps look-ahead bounded.
private let longestQuotation = 28

/// The characters of ASCII as texts, capital letters as small ones.
private let letters = (UInt8(0)..<0x80).map { String(UnicodeScalar($0.asciiLowercased)) }

/// `00` to `99`.
private let numbers = (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" }

extension TokenReading {
  /// The token at `index`; behind the last one, the `.end` token.
  @inline(__always)
  func token(_ index: Int) -> Token {
    tokenizer.tokens[min(max(index, 0), tokenizer.tokens.count - 1)]
  }

  func role(_ index: Int) -> WordRole { vocabulary.role(of: token(index)) }

  @inline(__always)
  func kind(_ index: Int) -> WordRole.Kind { token(index).role }

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
    // Nearly all that is asked for are the letters and numbers of designators.
    if token.length == 1, text[Int(token.start)] < 0x80 {
      return letters[Int(text[Int(token.start)])]
    }
    if token.kind == .number, token.length == 2 {
      return numbers[
        Int(text[Int(token.start)] & 0x0F) * 10 + Int(text[Int(token.start) + 1] & 0x0F)]
    }
    var bytes = Array(text[Int(token.start)..<Int(token.end)])
    for index in bytes.indices where bytes[index].isASCIIUppercase {
      bytes[index] |= 0x20
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the word at `index` begins with some bytes in lower case.
  func begins(_ index: Int, with beginning: [UInt8]) -> Bool {
    let token = token(index)
    guard token.length >= beginning.count else { return false }
    for offset in beginning.indices {
      let byte = text[Int(token.start) + offset]
      guard byte.asciiLowercased == beginning[offset] else {
        return false
      }
    }
    return true
  }

  /// The text between quotation marks that open at `index`, and the index behind them.
  func quoted(at index: Int) -> (range: Range<Int32>, end: Int)? {
    let open = token(index)
    guard open.isQuote, !token(index + 1).isQuote else { return nil }
    // `« X »`, as in French
    let isSpaced = token(index + 1).hasSpaceBefore
    guard !isSpaced || isGuillemet(open, 0xAB) else { return nil }
    var next = index + 1
    while next <= index + longestQuotation {
      let token = token(next)
      guard token.kind != .end, token.kind != .masked else { return nil }
      if isSpaced {
        if isGuillemet(token, 0xBB), token.hasSpaceBefore {
          return (self.token(index + 1).start..<self.token(next - 1).end, next + 1)
        }
      } else if token.isQuote, token.word == open.word, !token.hasSpaceBefore {
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

extension TokenReading {
  /// Whether a sign is `«` or `»`, by the last byte of it.
  private func isGuillemet(_ token: Token, _ byte: UInt8) -> Bool {
    token.isSign(.doubleQuote) && token.length == 2 && text[Int(token.end) - 1] == byte
  }
}

extension Token {
  var isQuote: Bool { isSign(.doubleQuote) || isSign(.singleQuote) }
}
