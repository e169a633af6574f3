package import Diagnostics
internal import Frontmatter
internal import Markup

/// Reads one file as an agreement: frontmatter, Markdown, structure.
///
/// Pure. A file without frontmatter is read too; it states nothing of itself.
///
/// - Parameter path: the file, relative to the workspace; its name without ending is the agreement's
///   id unless the frontmatter states another.
/// - Returns: the agreement, as far as it could be read, and everything found on the way.
/// - Complexity: O(bytes).
package func readAgreement(
  _ file: [UInt8], path: String
) -> (agreement: Agreement, diagnostics: [Diagnostic]) {
  let (block, root, reading) = readFrontmatter(of: file, path: path)
  let (metadata, stating) = readAgreementMetadata(root, path: path, defaultID: fileStem(of: path))
  let (tree, parsing) = parseMarkdown(file, bodyStart: block?.bodyStart ?? 0, path: path)
  let (agreement, structuring) = structureAgreement(
    metadata, tree: tree, source: file, path: path)
  return (agreement, reading + stating + parsing + structuring)
}

/// The name of a file without its folders and its ending.
package func fileStem(of path: String) -> String {
  let name =
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.utf8.startIndex else {
    return name
  }
  return String(name[..<dot])
}
