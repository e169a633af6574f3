package import Frontmatter

/// Which controls of several schemes answer to each other.
///
/// Shape: topics, each naming controls of some schemes; two controls correspond where one topic
/// names both.
package struct ControlMapping: Sendable, Equatable {
  package struct Topic: Sendable, Equatable {
    package var name: LocalizedText
    /// In the order of the file.
    package var controls: [(scheme: String, numbers: [Located<String>])]

    package func numbers(of scheme: String) -> [Located<String>] {
      controls.first { $0.scheme == scheme }?.numbers ?? []
    }

    package static func == (lhs: Self, rhs: Self) -> Bool {
      lhs.name == rhs.name && lhs.controls.elementsEqual(rhs.controls, by: ==)
    }
  }

  package var path: String
  package var topics: [Topic]
  /// Indexes of ``topics`` by qualified control.
  private var positions: [String: [Int]]

  /// The indexes of the topics that name the control `bdsg9.1`.
  package func topics(of control: String) -> [Int] { positions[control] ?? [] }
}

extension ControlMapping {
  static let none = ControlMapping(path: "", topics: [], positions: [:])

  init(reading record: inout RecordReader) {
    path = record.path
    _ = record.date("dated")
    topics = record.records("topics", what: "topic") { topic in
      let name = topic.requiredProse("name")
      var controls: [(scheme: String, numbers: [Located<String>])] = []
      for entry in topic.entries("controls") {
        controls.append((entry.key, topic.texts(of: entry.value, entry.key)))
      }
      return name.map { Topic(name: $0, controls: controls) }
    }
    var positions: [String: [Int]] = [:]
    for (index, topic) in topics.enumerated() {
      for (scheme, numbers) in topic.controls {
        for number in numbers { positions["\(scheme).\(number.value)", default: []].append(index) }
      }
    }
    self.positions = positions
  }
}
