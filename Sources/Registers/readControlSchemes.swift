package import Diagnostics
import Frontmatter

/// Reads a file of `content/schemes`: the author's own scheme, or one in place of a shipped one.
///
/// - Returns: the scheme, `nil` where the file is no YAML mapping; and all faults found.
package func readControlScheme(
  from file: [UInt8], path: String, languages: [String] = []
) -> (scheme: ControlScheme?, diagnostics: [Diagnostic]) {
  let (scheme, faults) = readData(
    from: file, path: path, what: "scheme", languages: languages
  ) {
    ControlScheme(reading: &$0)
  }
  return (scheme, faults)
}

/// Reads `content/schemes/mapping.yml`, which takes the place of the shipped mapping.
///
/// - Returns: the mapping, `nil` where the file is no YAML mapping; and all faults found.
package func readControlMapping(
  from file: [UInt8], path: String
) -> (mapping: ControlMapping?, diagnostics: [Diagnostic]) {
  let (mapping, faults) = readData(from: file, path: path, what: "mapping of controls") {
    ControlMapping(reading: &$0)
  }
  return (mapping, faults)
}
