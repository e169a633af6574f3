internal import Agreements

/// All tokens of an agreement, cut once for the many grammars that read its passages one by one.
///
/// It is made for the reading of one agreement and dropped behind it: its size is several times that
/// of the text.
package struct TokenTable: Sendable {
  /// The readable text of the agreement.
  let text: [UInt8]
  /// Those of each passage, with an `.end` token behind them.
  let tokens: [Token]
  /// Stems of all words.
  let stems: StemTable
  /// Where each passage's tokens begin.
  private let passages: [(passage: Passage, firstToken: Int)]

  init(_ text: [UInt8], passages: [Passage], vocabulary: Vocabulary) {
    self.text = text
    var tokenizer = Tokenizer(vocabulary: vocabulary)
    var starts: [(passage: Passage, firstToken: Int)] = []
    starts.reserveCapacity(passages.count)
    for passage in passages {
      starts.append((passage, tokenizer.tokens.all.count))
      tokenizer.append(text.span, from: Int(passage.start), to: Int(passage.end))
    }
    self.passages = starts
    tokens = tokenizer.tokens.all
    var stems = StemTable()
    for token in tokens where token.kind == .word || token.kind == .number {
      _ = stems.stem(of: token, in: text)
    }
    self.stems = stems
  }

  /// The tokens of the passage from `start` to `end`, sought from `cursor` on, which is moved there;
  /// `nil` where no passage has these bounds.
  func tokens(
    from start: Int, to end: Int, cursor: inout Int
  ) -> (start: Int, end: Int)? {
    if cursor < passages.count, passages[cursor].passage.start > start { cursor = 0 }
    while cursor < passages.count {
      let passage = passages[cursor].passage
      if Int(passage.start) == start, Int(passage.end) == end {
        let next = cursor + 1
        return (
          passages[cursor].firstToken,
          next < passages.count ? passages[next].firstToken : tokens.count
        )
      }
      guard Int(passage.start) <= start else { break }
      cursor += 1
    }
    cursor = 0
    return nil
  }
}

extension AgreementReading {
  /// The tokens of the agreement's passages.
  package func tokenTable() -> TokenTable {
    TokenTable(
      agreement.tree.readableText(), passages: passages, vocabulary: context.vocabulary)
  }
}
