internal import Agreements
internal import Markup
internal import Registers

// What tokens tell of names.

extension ComparedText {
  func isWord(_ token: Int32) -> Bool {
    let kind = tokens.words[Int(token)].kind
    return kind == .word || kind == .number
  }

  /// Whether a word has a capital, a digit or a sign in it, as names have.
  func isCapitalised(_ token: Int32) -> Bool {
    bytes(of: token).contains { $0 < 0x61 || $0 >= 0x80 }
  }

  /// All words of a place and of what stands in it, its own first.
  func entryTokens(_ node: Int) -> Range<Int32> {
    let last = Int(nodes[node].end) - 1
    let own = nodes[node].tokens
    return own.lowerBound..<max(own.upperBound, nodes[last].tokens.upperBound)
  }

  /// Whether it is a small word inside of names: `Bank of Rome`.
  func joinsName(_ token: Int32) -> Bool {
    let word = bytes(of: token)
    return word.count <= 3 && Self.joins.contains { word.elementsEqual($0.utf8) }
  }

  /// Whether it is a word of a company's legal form.
  func isOfLegalForm(_ token: Int32) -> Bool {
    isWord(token)
      && LegalForms.shipped.isWord(String(decoding: bytes(of: token), as: UTF8.self).lowercased())
  }

  /// Whether it is a legal form that is written with a stop: `Inc`.
  func isShortForm(_ token: Int32) -> Bool {
    let word = String(decoding: bytes(of: token), as: UTF8.self).lowercased()
    return LegalForms.shipped.inFull(word) != word
  }

  private func bytes(of token: Int32) -> ArraySlice<UInt8> {
    agreement.tree.text[tokens.words[Int(token)].bytes]
  }

  private static let joins = ["of", "and", "und", "the", "de", "by", "for"]
}
