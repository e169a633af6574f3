import Partitioning

/// Finds the words and places at bytes of the tree's text.
struct BytePlaces {
  let text: ComparedText
  /// Indexes of passages by the bytes where they begin.
  private let order: [Int]
  let nodeOfPassage: [Int32]

  init(_ text: ComparedText) {
    self.text = text
    order = text.passages.indices.sorted {
      text.passages[$0].bytes.lowerBound < text.passages[$1].bytes.lowerBound
    }
    var owners = [Int32](repeating: 0, count: text.passages.count)
    for (index, node) in text.nodes.enumerated() {
      for passage in node.passages { owners[Int(passage)] = Int32(index) }
    }
    nodeOfPassage = owners
  }

  /// How many passages begin before a byte.
  private func countOfPassages(before byte: Int32) -> Int {
    order.partitioningIndex { text.passages[$0].bytes.lowerBound >= byte }
  }

  func forEachToken(in bytes: Range<Int32>, _ body: (_ token: Int32, _ node: Int32) -> Void) {
    guard !bytes.isEmpty else { return }
    // Passages don't overlap, so only the last that begins before it can reach into it.
    var position = max(countOfPassages(before: bytes.lowerBound + 1) - 1, 0)
    while position < order.count {
      let passage = text.passages[order[position]]
      guard passage.bytes.lowerBound < bytes.upperBound else { return }
      var token = passage.tokens.lowerBound + Int32(words(endingBy: bytes.lowerBound, passage))
      while token < passage.tokens.upperBound,
        text.tokens.words[Int(token)].start < bytes.upperBound
      {
        body(token, nodeOfPassage[order[position]])
        token += 1
      }
      position += 1
    }
  }

  /// How many words of a passage end at a byte or before it.
  private func words(endingBy byte: Int32, _ passage: TextPassage) -> Int {
    let behind = passage.tokens.partitioningIndex { text.tokens.words[Int($0)].end > byte }
    return Int(behind - passage.tokens.lowerBound)
  }

  func firstPassage(in bytes: Range<Int32>) -> Int? {
    let position = countOfPassages(before: bytes.lowerBound)
    guard position < order.count,
      text.passages[order[position]].bytes.lowerBound < bytes.upperBound
    else { return nil }
    return order[position]
  }

  /// The passage that holds the words before a byte; else the one that begins there.
  func passage(endingAt byte: Int32) -> Int? {
    let position = countOfPassages(before: byte)
    if position > 0, text.passages[order[position - 1]].bytes.upperBound >= byte {
      return order[position - 1]
    }
    guard position < order.count, text.passages[order[position]].bytes.lowerBound == byte else {
      return nil
    }
    return order[position]
  }

  /// The last word before a byte, or -1; signs between the two count for nothing.
  func word(before byte: Int32, in passage: Int) -> Int32 {
    let tokens = text.passages[passage].tokens
    let last = tokens.lowerBound + Int32(words(endingBy: byte, text.passages[passage])) - 1
    guard last >= tokens.lowerBound else { return -1 }
    let nearest = max(tokens.lowerBound, last - Self.mostSigns)...last
    return nearest.last {
      let kind = text.tokens.words[Int($0)].kind
      return kind == .word || kind == .number
    } ?? last
  }

  /// Rows of signs that are longer are taken for words.
  private static let mostSigns: Int32 = 8
}
