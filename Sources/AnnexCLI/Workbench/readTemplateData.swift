internal import Diagnostics
internal import Frontmatter
internal import Templating

/// Reads the data that a template is rendered with: one mapping, as JSON where the file's name ends
/// in `.json`, else as YAML.
func readTemplateData(
  _ bytes: [UInt8], path: String
) -> (data: ValueMap?, diagnostics: [Diagnostic]) {
  let isJSON = path.lowercased().hasSuffix(".json")
  let (root, diagnostics) =
    isJSON
    ? parseJSON(bytes, path: path) : parseYAML(bytes[...], path: path, limit: bytes.count)
  guard !diagnostics.containsErrors else { return (nil, diagnostics) }
  guard let root else { return (ValueMap(), diagnostics) }
  guard case .mapping(let entries) = root.value else {
    let fault = Diagnostic(
      .wrongType, "data must be a mapping of names to values", at: root.range,
      help: isJSON ? #"write {"items": ...}"# : "write 'items:' and the value below it")
    return (nil, diagnostics + [fault])
  }
  return (templateMap(of: entries), diagnostics)
}
