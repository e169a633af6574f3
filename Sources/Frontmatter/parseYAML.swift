package import Diagnostics

/// Reads a YAML text into a value with the place of every key and scalar.
///
/// Reads one document of plain data: anchors, aliases, tags, merge keys, directives and further
/// documents are refused, each with its place, and reading goes on behind them. Only a syntax error
/// or nesting deeper than ``YAMLLimits/depth`` ends it.
///
/// `firstLine` is the line of the file that `bytes` begins on, `limit` the most bytes that are
/// read.
///
/// - Returns: the value, `nil` where the text is empty or can't be read to its end; and all faults
///   found. A value beside errors is what could be made of the text, good for finding more of them.
/// - Complexity: O(bytes).
package func parseYAML(
  _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1, limit: Int = YAMLLimits.bytes
) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
  guard bytes.count <= limit else {
    let place = SourceRange(path: path, line: firstLine, column: 1)
    return (nil, [.dataSize(bytes.count, limit: limit, at: place)])
  }
  var builder = YAMLTreeBuilder(YAMLText(bytes, path: path, firstLine: firstLine))
  return builder.build()
}

/// What a YAML text may have at most.
package enum YAMLLimits {
  /// Bytes of a frontmatter or settings file; the largest real ones have a few thousand.
  package static let bytes = 64 * 1024
  /// Collections inside one another.
  package static let depth = 64
}

extension Diagnostic.Code {
  package static let dataSize = Self(rawValue: "data-size")

  /// What says that keys and values could not be told apart, or were not read: what is missing from
  /// the value may stand in the text. A key that stands twice is none of them.
  package static let yamlRefusals: Set<Self> = [
    .dataDepth, .dataEncoding, .dataSize, .mergeConflict, .yamlAlias, .yamlAnchor, .yamlCharacter,
    .yamlComplexKey, .yamlDirective, .yamlDocument, .yamlMergeKey, .yamlSyntax, .yamlTab, .yamlTag,
  ]
}

extension Diagnostic {
  fileprivate static func dataSize(_ size: Int, limit: Int, at range: SourceRange) -> Self {
    Diagnostic(
      .dataSize, .error, "YAML of \(size) bytes is over the limit of \(limit) bytes", at: range,
      help: "move long texts into the Markdown below, or split the file")
  }
}
