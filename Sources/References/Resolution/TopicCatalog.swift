package import Diagnostics
internal import Frontmatter

/// Groups of words that mean one thing in agreements; see Data/topics.yml.
package struct TopicCatalog: Sendable {
  package struct Topic: Sendable {
    package var id: String
    /// Beginnings of words, lower case; a whole word where it ends in `$`.
    package var beginnings: [[UInt8]]
  }

  package var topics: [Topic] = []
  /// Topics whose words begin with a byte, so that most words are told apart at once.
  private var byFirstByte = [[Int]](repeating: [], count: 256)
  /// For one topic after the other, a bit for each two letters that its words begin with.
  private var starts: [UInt64] = []
  /// The same of all topics.
  private var allStarts = [UInt64](repeating: 0, count: 16)

  package init() {}

  package init(_ topics: [Topic]) {
    self.topics = topics
    starts = Array(repeating: 0, count: 16 * topics.count)
    for (index, topic) in topics.enumerated() {
      for beginning in topic.beginnings {
        mark(beginning, of: index)
        guard let first = beginning.first, byFirstByte[Int(first)].last != index else { continue }
        byFirstByte[Int(first)].append(index)
      }
    }
  }

  private mutating func mark(_ beginning: [UInt8], of topic: Int) {
    guard beginning.count > 1, let bit = Self.start(beginning[0], beginning[1]) else {
      for place in 0..<16 {
        starts[16 * topic + place] = .max
        allStarts[place] = .max
      }
      return
    }
    starts[16 * topic + (bit >> 6)] |= 1 << UInt64(bit & 63)
    allStarts[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether the word at `range` of a text, in any case, can belong to a topic, by its first two
  /// letters.
  @inline(__always)
  func mayHold(_ range: Range<Int>, of text: borrowing Span<UInt8>, in topic: Int) -> Bool {
    guard range.count > 1,
      let bit = Self.start(text[range.lowerBound], text[range.lowerBound &+ 1])
    else { return true }
    return starts[16 * topic + (bit >> 6)] >> UInt64(bit & 63) & 1 != 0
  }

  /// Whether the word at `range` of a text, in any case, can belong to a topic at all.
  @inline(__always)
  func mayHold(_ range: Range<Int>, of text: borrowing Span<UInt8>) -> Bool {
    guard range.count > 1,
      let bit = Self.start(text[range.lowerBound], text[range.lowerBound &+ 1])
    else { return true }
    return allStarts[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// A number for the first two letters of a word; `nil` where they are not in A to Z.
  @inline(__always)
  private static func start(_ first: UInt8, _ second: UInt8) -> Int? {
    let (first, second) = (first | 0x20, second | 0x20)
    guard first.isASCIILowercase, second.isASCIILowercase else { return nil }
    return Int(first & 31) << 5 | Int(second & 31)
  }

  /// The topic of a word in lower case.
  func topic(of word: [UInt8]) -> Int? {
    guard let first = word.first else { return nil }
    return byFirstByte[Int(first)].first { index in
      topics[index].beginnings.contains { beginning in
        beginning.last == UInt8(ascii: "$")
          ? word.elementsEqual(beginning.dropLast()) : word.starts(with: beginning)
      }
    }
  }
}

/// Reads the catalog of topics from its YAML.
package func readTopics(
  _ bytes: [UInt8], path: String
) -> (catalog: TopicCatalog, diagnostics: [Diagnostic]) {
  let parsed = parseYAML(bytes[...], path: path)
  guard let root = parsed.root else { return (TopicCatalog(), parsed.diagnostics) }
  var reader = RecordReader(root, path: path, what: "catalog of topics")
  _ = reader.requiredText("edition")
  let topics = reader.records("topics", what: "topic") { record -> TopicCatalog.Topic? in
    let id = record.requiredText("id")
    let words = record.texts("words").map { Array($0.value.utf8) }
    return id.map { TopicCatalog.Topic(id: $0.value, beginnings: words.filter { !$0.isEmpty }) }
  }
  reader.finish()
  return (TopicCatalog(topics), parsed.diagnostics + reader.diagnostics)
}
