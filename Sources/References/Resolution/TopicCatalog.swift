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
  /// By topic, a bit for each two letters that its words begin with.
  private var starts: [[UInt64]] = []
  /// The same of all topics.
  private var allStarts = [UInt64](repeating: 0, count: 16)

  package init() {}

  package init(_ topics: [Topic]) {
    self.topics = topics
    starts = Array(repeating: [UInt64](repeating: 0, count: 16), count: topics.count)
    for (index, topic) in topics.enumerated() {
      for beginning in topic.beginnings {
        mark(beginning, of: index)
        guard let first = beginning.first, byFirstByte[Int(first)].last != index else { continue }
        byFirstByte[Int(first)].append(index)
      }
    }
  }

  private mutating func mark(_ beginning: [UInt8], of topic: Int) {
    guard beginning.count > 1, let bit = Self.start(beginning[...]) else {
      starts[topic] = [UInt64](repeating: .max, count: 16)
      allStarts = starts[topic]
      return
    }
    starts[topic][bit >> 6] |= 1 << UInt64(bit & 63)
    allStarts[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether a word in any case can belong to a topic, by its first two letters.
  func mayHold(_ word: ArraySlice<UInt8>, in topic: Int) -> Bool {
    guard let bit = Self.start(word) else { return true }
    return starts[topic][bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Whether a word in any case can belong to a topic at all.
  func mayHold(_ word: ArraySlice<UInt8>) -> Bool {
    guard let bit = Self.start(word) else { return true }
    return allStarts[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// A number for the first two letters of a word; `nil` where they are not in A to Z.
  private static func start(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count > 1, case let first = word[word.startIndex] | 0x20,
      case let second = word[word.startIndex + 1] | 0x20,
      (0x61...0x7A).contains(first), (0x61...0x7A).contains(second)
    else { return nil }
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
