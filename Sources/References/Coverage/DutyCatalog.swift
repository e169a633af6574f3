package import Deadlines
package import Diagnostics
internal import Frontmatter

/// The duties of Art. 28 GDPR; see Data/duties.yml.
package struct DutyCatalog: Sendable {
  package struct Duty: Sendable {
    /// What authors write in `covers`: `28.3.h`.
    package let id: String
    /// The paragraph of Art. 28 that imposes it.
    package let paragraph: String
    /// The letter of the paragraph, where one does.
    package let letter: String?
    package var title: BilingualText
    /// Provisions whose citation suggests the duty.
    var cites: [CitedProvision]
    /// Words of a heading that suggest it; see ``WordPatterns``.
    var titles: [String]
    /// Words of a paragraph that do.
    var texts: [String]

    init(
      id: String, title: BilingualText, cites: [CitedProvision], titles: [String], texts: [String]
    ) {
      let parts = id.split(separator: ".").map(String.init)
      self.id = id
      paragraph = parts.count > 1 ? parts[1] : ""
      // The last letter of paragraph 3 is h; the duty behind it stands in its second subparagraph.
      let hasLetter =
        parts.count > 2 && parts[2].utf8.count == 1 && ("a"..."h").contains(parts[2])
      letter = hasLetter ? parts[2] : nil
      self.title = title
      self.cites = cites
      self.titles = titles
      self.texts = texts
    }
  }

  package var duties: [Duty] = []
  /// The words of headings of all duties, by the duty's index.
  private(set) var titles = WordPatterns()
  /// The words of paragraphs, by the duty's index.
  private(set) var texts = WordPatterns()
  /// Indexes of duties by the article whose citation suggests them.
  private(set) var citing: [Int: [Int]] = [:]

  package init() {}

  init(_ duties: [Duty]) {
    self.duties = duties
    for (index, duty) in duties.enumerated() {
      for title in duty.titles { titles.add(title, value: index) }
      for text in duty.texts { texts.add(text, value: index) }
      for article in Set(duty.cites.flatMap(\.articles)) {
        citing[article, default: []].append(index)
      }
    }
  }
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
    let title = record.bilingualText("title")
    let cites = record.texts("cites").compactMap { CitedProvision($0.value) }
    let titles = record.texts("titles").map(\.value)
    let texts = record.texts("texts").map(\.value)
    return id.map {
      DutyCatalog.Duty(
        id: $0.value, title: title, cites: cites, titles: titles, texts: texts)
    }
  }
  reader.finish()
  return (DutyCatalog(duties), parsed.diagnostics + reader.diagnostics)
}
