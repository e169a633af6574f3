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

  package init() {}

  package init(_ topics: [Topic]) {
    self.topics = topics
    for (index, topic) in topics.enumerated() {
      for beginning in topic.beginnings {
        guard let first = beginning.first, byFirstByte[Int(first)].last != index else { continue }
        byFirstByte[Int(first)].append(index)
      }
    }
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
