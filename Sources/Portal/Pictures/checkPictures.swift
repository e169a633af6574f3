internal import Diagnostics
internal import Markup

/// Checks that the pictures of a text are there.
///
/// `file`: the bytes that `tree` was parsed from.
///
/// - Returns: a `missing-picture` for each that is not.
func checkPictures(
  of tree: MarkupTree, file: @autoclosure () -> [UInt8], path: String,
  in library: PictureLibrary
) -> [Diagnostic] {
  guard !tree.links.isEmpty else { return [] }
  var diagnostics: [Diagnostic] = []
  var places: MarkupPlaces?
  for (index, node) in tree.nodes.enumerated() where node.kind == .image {
    let destination = tree.links[Int(node.value)].destination
    guard library.target(of: destination) == .missing else { continue }
    var known = places ?? MarkupPlaces(tree, file: file())
    let start = tree.position(ofByte: known.fileOffset(ofNode: index))
    places = known
    diagnostics.append(
      .missingPicture(
        String(decoding: destination, as: UTF8.self), among: library.names,
        at: SourceRange(path: path, line: start.line, column: start.column)))
  }
  return diagnostics
}

extension Diagnostic.Code {
  static let missingPicture = Self(rawValue: "missing-picture")
}

extension Diagnostic {
  fileprivate static func missingPicture(
    _ destination: String, among names: [String], at range: SourceRange
  ) -> Self {
    let last = destination.split(separator: "/").last.map(String.init) ?? destination
    let help: String
    if names.contains(last) {
      help = "replace '\(destination)' with '../pictures/\(last)'"
    } else if let near = nearMiss(for: last, among: names) {
      help = "replace '\(destination)' with '../pictures/\(near)'"
    } else {
      help = "put the file into 'content/pictures', and write '../pictures/\(last)'"
    }
    return Diagnostic(
      .missingPicture, .warning,
      "picture '\(destination)' is not in 'content/pictures'; its text is shown instead", at: range,
      help: help)
  }
}
