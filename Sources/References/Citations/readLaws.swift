package import Diagnostics
internal import Frontmatter

/// Reads the catalog of laws from its YAML.
///
/// - Returns: the catalog, and all that is wrong with the file; laws without an id or unit are left
///   out of it.
package func readLaws(
  _ bytes: [UInt8], path: String
) -> (catalog: LawCatalog, diagnostics: [Diagnostic]) {
  let parsed = parseYAML(bytes[...], path: path)
  guard let root = parsed.root else { return (LawCatalog(), parsed.diagnostics) }
  var reader = RecordReader(root, path: path, what: "catalog of laws")
  let edition = reader.requiredText("edition")?.value ?? ""
  let laws = reader.records("laws", what: "law") { readLaw(&$0) }
  reader.finish()
  return (LawCatalog(edition: edition, laws: laws), parsed.diagnostics + reader.diagnostics)
}

private func readLaw(_ reader: inout RecordReader) -> Law? {
  let id = reader.requiredText("id")
  let unit = reader.choice("unit", as: Law.Unit.self)
  var law = Law(id: id?.value ?? "", unit: unit?.value ?? .article)
  law.title = reader.bilingualText("title")
  law.short = reader.bilingualText("short")
  law.url = reader.bilingualText("url")
  law.recitals = reader.text("recitals")?.value ?? ""
  law.names = reader.texts("names").map(\.value)
  law.abbreviations = reader.texts("abbreviations").map(\.value)
  law.provisions = reader.integer("provisions")?.value ?? 0
  if reader.has("extra") { law.extra = Set(reader.texts("extra").map(\.value)) }
  law.numbered = Set(reader.texts("numbered").map(\.value))
  for entry in reader.entries("paragraphs") {
    guard case .scalar(let scalar) = entry.value.value, let count = Int(scalar.text) else {
      reader.report(
        .wrongType("each value of 'paragraphs' must be a whole number", entry.value, help: nil))
      continue
    }
    law.paragraphs[entry.key] = count
  }
  law.annexes = reader.integer("annexes")?.value ?? 0
  _ = reader.text("in-force")
  law.repealed = reader.text("repealed")?.value
  law.void = reader.text("void")?.value
  law.replacedBy = reader.text("replaced-by")?.value
  law.isRenamed = reader.boolean("is-renamed")?.value ?? false
  law.isOldVersion = reader.boolean("is-old-version")?.value ?? false
  return id != nil && unit != nil ? law : nil
}
