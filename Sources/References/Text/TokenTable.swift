internal import Agreements

/// All tokens of an agreement, cut once for the many grammars that read its passages one by one.
///
/// It is made for the reading of one agreement and dropped behind it: its size is several times
/// that of the text.
package struct TokenTable: Sendable {
  /// The readable text of the agreement.
  let text: [UInt8]
  /// Those of each passage, with an `.end` token behind them.
  let tokens: [Token]
  /// Where each passage's tokens begin, and behind the last one where they end.
  private let firsts: [Int32]
  /// The classes of all tokens of each passage.
  private let classes: [WordClasses]

  init(_ text: [UInt8], passages: [Passage], lexicon: inout Lexicon) {
    self.text = text
    var tokenizer = Tokenizer(reusing: lexicon.takeTokens())
    var firsts: [Int32] = []
    firsts.reserveCapacity(passages.count + 1)
    for passage in passages {
      firsts.append(Int32(tokenizer.tokens.all.count))
      tokenizer.append(text.span, from: Int(passage.start), to: Int(passage.end))
    }
    firsts.append(Int32(tokenizer.tokens.all.count))
    var tokens = tokenizer.takeTokens()
    var classes: [WordClasses] = []
    classes.reserveCapacity(passages.count)
    var described = tokens.mutableSpan
    for passage in passages.indices {
      var all: WordClasses = []
      for index in Int(firsts[passage])..<Int(firsts[passage + 1]) {
        if described[index].kind == .word || described[index].kind == .number {
          lexicon.describe(&described[index], in: text.span)
        }
        all.formUnion(described[index].classes)
      }
      classes.append(all)
    }
    self.tokens = tokens
    self.firsts = firsts
    self.classes = classes
  }

  /// The tokens of a passage, as indexes in ``tokens``, and the classes of all of them.
  func passage(_ number: Int) -> (start: Int, end: Int, classes: WordClasses) {
    (Int(firsts[number]), Int(firsts[number + 1]), classes[number])
  }

  /// Whether a passage has a token of one of `classes`.
  func holds(_ classes: WordClasses, in passage: Int) -> Bool {
    !self.classes[passage].isDisjoint(with: classes)
  }
}

extension AgreementReading {
  /// The tokens of the agreement's passages.
  package func tokenTable() -> TokenTable {
    var lexicon = Lexicon(of: context.portal)
    return TokenTable(agreement.tree.readableText(), passages: passages, lexicon: &lexicon)
  }
}
