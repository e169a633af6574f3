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
    /// Words of a heading that suggest it: every one of a list must be there.
    var titles: [[[UInt8]]]
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
    let titles = record.texts("titles").map {
      $0.value.split(separator: " ").map { Array($0.utf8) }
    }
    return id.map {
      DutyCatalog.Duty(id: $0.value, title: title ?? Law.Words(), cites: cites, titles: titles)
    }
  }
  reader.finish()
  return (DutyCatalog(duties), parsed.diagnostics + reader.diagnostics)
}
