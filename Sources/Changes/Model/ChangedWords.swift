internal import Agreements
internal import Markup
internal import References

/// The words that a change took out or put in, made only when they are asked for: of thousands of
/// changes few are read. Indirect, because a change is passed on more often than its words are.
indirect enum ChangedWords: Sendable {
  case list([String])
  /// What is marked on one side.
  case marked(MarkedText, isOld: Bool)
  /// Stretches of a text, in bytes, and what is struck out in it; of a row, its cells.
  case text(AgreementReading, [Range<Int32>], RedlineMarks, isRow: Bool = false)

  static let none = ChangedWords.list([])

  /// As readers see them: what is written without a space between is one.
  var all: [String] {
    switch self {
    case .list(let words): words
    case .marked(let text, isOld: true): text.wordsRemoved()
    case .marked(let text, isOld: false): text.wordsAdded()
    case .text(let reading, let ranges, _, _): Self.words(reading.agreement.tree.text, ranges)
    }
  }

  /// As sentences quote them: a sign stands between the cells of a row.
  var quotable: [QuotableWord] {
    guard case .text(let reading, let ranges, let marks, let isRow) = self else {
      return all.map { QuotableWord(text: $0) }
    }
    let texts = ranges.map { Self.quotable(reading.agreement.tree.text, $0, marks) }
    guard isRow else { return Array(texts.joined()) }
    return Array(texts.filter { !$0.isEmpty }.joined(separator: [QuotableWord(text: "|")]))
  }

  private static func quotable(
    _ text: [UInt8], _ range: Range<Int32>, _ marks: RedlineMarks
  ) -> [QuotableWord] {
    if marks.isEmpty { return words(text, [range]).map { QuotableWord(text: $0) } }
    return marks.pieces(of: range).flatMap { piece in
      let (start, end) = (Int(piece.bytes.lowerBound), Int(piece.bytes.upperBound))
      let isApart = [start - 1, start].contains {
        $0 >= 0 && $0 < end && WordReader.spaceLength(text.span, $0, end) > 0
      }
      return words(text, [piece.bytes]).enumerated().map { index, word in
        QuotableWord(
          text: word, isStruck: piece.style.contains(.struck), hasSpaceBefore: index > 0 || isApart)
      }
    }
  }

  private static func words(_ text: [UInt8], _ ranges: [Range<Int32>]) -> [String] {
    var words: [String] = []
    let bytes = text.span
    for range in ranges {
      let end = Int(range.upperBound)
      var start = Int(range.lowerBound)
      var index = start
      while index <= end {
        let space = index < end ? WordReader.spaceLength(bytes, index, end) : 1
        guard space > 0 else {
          index += 1
          continue
        }
        if start < index { words.append(String(decoding: text[start..<index], as: UTF8.self)) }
        index += space
        start = index
      }
    }
    return words
  }
}
