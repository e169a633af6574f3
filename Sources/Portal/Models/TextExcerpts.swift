internal import Agreements
internal import Diagnostics
internal import Markup
import Partitioning

/// Stretches of an agreement's text that lists quote, each no longer than it is read there:
/// whatever a text holds in one sentence, what is quoted of it stays in proportion to what it is
/// quoted for.
///
/// Ranges are bytes of the tree's text.
struct TextExcerpts {
  private let tree: MarkupTree
  /// Where the paragraphs, headings and cells begin and end, in order; read when first asked for.
  private lazy var blocks = Self.blocks(of: tree)

  /// In bytes; hardly a sentence of a contract has more.
  static let longest = 600

  init(of agreement: Agreement) { tree = agreement.tree }

  /// A sentence in one line; of a longer one, what stands around some words of it.
  func excerpt(of sentence: Range<Int32>, around words: Range<Int32>) -> String {
    let whole = Int(sentence.lowerBound)..<Int(sentence.upperBound)
    let window = Self.window(around: words, in: whole)
    return line(
      window, isCutBefore: window.lowerBound > whole.lowerBound,
      isCutBehind: window.upperBound < whole.upperBound)
  }

  /// The sentence that some words stand in, or what stands around them.
  mutating func sentence(around words: Range<Int32>) -> String {
    let block = block(holding: words)
    let window = Self.window(around: words, in: block)
    let (first, last) = (Int(words.lowerBound), Int(words.upperBound))
    let before = (window.lowerBound..<max(first, window.lowerBound)).last {
      endsSentence($0, block)
    }
    let end = (min(last, window.upperBound)..<window.upperBound).first { endsSentence($0, block) }
    return line(
      (before.map { $0 + 2 } ?? window.lowerBound)..<(end.map { $0 + 1 } ?? window.upperBound),
      isCutBefore: before == nil && window.lowerBound > block.lowerBound,
      isCutBehind: end == nil && window.upperBound < block.upperBound)
  }

  /// As much of a stretch as is quoted, with a third of it before the words.
  private static func window(around words: Range<Int32>, in whole: Range<Int>) -> Range<Int> {
    guard whole.count > longest else { return whole }
    let start = max(whole.lowerBound, Int(words.lowerBound) - longest / 3)
    return start..<min(whole.upperBound, start + longest)
  }

  /// Whether a sentence ends with a byte: a stop before a space, and behind that no small letter or
  /// number, as behind an abbreviation.
  private func endsSentence(_ index: Int, _ block: Range<Int>) -> Bool {
    guard ".;!?".utf8.contains(tree.text[index]), index + 2 < block.upperBound,
      tree.text[index + 1] == 0x20 || tree.text[index + 1] == 0x0A
    else { return false }
    let next = tree.text[index + 2]
    return !next.isASCIILowercase && !next.isASCIIDigit
  }

  /// A stretch in one line, cut at spaces.
  private func line(_ stretch: Range<Int>, isCutBefore: Bool, isCutBehind: Bool) -> String {
    var bytes = tree.text[stretch]
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
    // Without a space in it, a letter that the cut goes through is left out.
    if isCutBefore {
      if let space = bytes.prefix(bytes.count / 3).firstIndex(where: isSpace) {
        bytes = bytes[(space + 1)...]
      }
      bytes = bytes.drop { $0 & 0xC0 == 0x80 }
    }
    if isCutBehind {
      if let space = bytes.suffix(bytes.count / 3).lastIndex(where: isSpace) {
        bytes = bytes[..<space]
      } else if let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) {
        bytes = bytes[..<start]
      }
    }
    let words = String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    return (isCutBefore ? "\u{2026} " : "") + words + (isCutBehind ? " \u{2026}" : "")
  }
}

extension TextExcerpts {
  /// The paragraph, heading or cell that some words stand in.
  private mutating func block(holding words: Range<Int32>) -> Range<Int> {
    let behind = blocks.partitioningIndex { $0.lowerBound > words.lowerBound }
    guard behind > 0, blocks[behind - 1].upperBound >= words.upperBound else {
      return Int(words.lowerBound)..<Int(words.upperBound)
    }
    return Int(blocks[behind - 1].lowerBound)..<Int(blocks[behind - 1].upperBound)
  }

  private static func blocks(of tree: MarkupTree) -> [Range<Int32>] {
    tree.nodes.compactMap { node in
      switch node.kind {
      case .paragraph, .heading, .tableCell: node.textStart..<node.textEnd
      default: nil
      }
    }
  }
}
