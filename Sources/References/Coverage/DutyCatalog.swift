package import Diagnostics
internal import Frontmatter

/// The duties of Art. 28 GDPR; see Data/duties.yml.
package struct DutyCatalog: Sendable {
  package struct Duty: Sendable {
    /// What authors write in `covers`: `28.3.h`.
    package var id: String
    package var title: Law.Words
    /// Provisions whose citation suggests the duty.
    var cites: [String]
    /// Words of a heading that suggest it.
    var titles: [WordPattern]
    /// Words of a paragraph that do.
    var texts: [WordPattern]
  }

  package var duties: [Duty] = []

  package init() {}

  init(_ duties: [Duty]) { self.duties = duties }
}

/// Reads the catalog of duties from its YAML.
package func readDuties(
  _ bytes: [UInt8], path: String
) -> (catalog: DutyCatalog, diagnostics: [Diagnostic]) {
  let parsed = parseYAML(bytes[...], path: path)
  guard let root = parsed.root else { return (DutyCatalog(), parsed.diagnostics) }
  var reader = RecordReader(root, path: path, what: "catalog of duties")
  _ = reader.requiredText("edition")
  let duties = reader.records("duties", what: "duty") { record -> DutyCatalog.Duty? in
    let id = record.requiredText("id")
    let title = record.record("title", what: "title") { inner in
      Law.Words(english: inner.text("en")?.value ?? "", german: inner.text("de")?.value ?? "")
    }
    let cites = record.texts("cites").map(\.value)
    let titles = record.texts("titles").map { WordPattern($0.value) }
    let texts = record.texts("texts").map { WordPattern($0.value) }
    return id.map {
      DutyCatalog.Duty(
        id: $0.value, title: title ?? Law.Words(), cites: cites,
        titles: titles, texts: texts)
    }
  }
  reader.finish()
  return (DutyCatalog(duties), parsed.diagnostics + reader.diagnostics)
}

/// Words that must all stand in a text, in any order: beginnings of words, or whole ones.
struct WordPattern: Sendable {
  private struct Word: Sendable {
    var beginning: [UInt8]
    var isWhole: Bool

    func fits(_ word: [UInt8]) -> Bool {
      isWhole ? word == beginning : word.starts(with: beginning)
    }
  }

  /// Groups of words that stand side by side.
  private var groups: [[Word]]

  init(_ pattern: String) {
    groups = pattern.split(separator: " ").map { group in
      group.split(separator: "_").map { word in
        Word(
          beginning: Array((word.last == "$" ? word.dropLast() : word).utf8),
          isWhole: word.last == "$")
      }
    }
  }

  /// Whether all groups stand among `words`, which are in lower case.
  func fits(_ words: [[UInt8]]) -> Bool {
    groups.allSatisfy { group in
      words.indices.contains { index in
        index + group.count <= words.count
          && group.indices.allSatisfy { group[$0].fits(words[index + $0]) }
      }
    }
  }
}
