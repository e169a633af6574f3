internal import Agreements
internal import Markup
internal import References

/// The words that a change took out or put in, made only when they are asked for: of thousands of
/// changes few are read.
enum ChangedWords: Sendable {
  case list([String])
  /// What is marked on one side.
  case marked(MarkedText, isOld: Bool)
  /// Stretches of a text, in bytes; of a row, its cells.
  case text(AgreementReading, [Range<Int32>], isRow: Bool = false)

  static let none = ChangedWords.list([])

  /// As readers see them: what is written without a space between is one.
  var all: [String] {
    switch self {
    case .list(let words): words
    case .marked(let text, isOld: true): text.wordsRemoved()
    case .marked(let text, isOld: false): text.wordsAdded()
    case .text(let reading, let ranges, _): Self.words(reading.agreement.tree.text, ranges)
    }
  }

  /// As sentences quote them: a sign stands between the cells of a row.
  var quotable: [String] {
    guard case .text(let reading, let ranges, isRow: true) = self else { return all }
    let cells = ranges.map { Self.words(reading.agreement.tree.text, [$0]) }
    return Array(cells.filter { !$0.isEmpty }.joined(separator: ["|"]))
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
