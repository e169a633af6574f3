package import Diagnostics

/// What `isFolderName(_:)` asks for, in words.
package let folderNameRule =
  "a name that can be a folder everywhere: up to 100 bytes, no dot or blank at either end, no invisible "
  + "character, none of / \\ : * ? \" < > | # %, and no reserved name such as 'con' or 'index'"

/// Whether an id can be the folder of a page, on every file system and in every address.
///
/// Letters of all scripts, and spaces inside, are fine: without an `id`, the file's name is one.
///
/// Source: the rules of Windows for names, which are the narrowest.
package func isFolderName(_ id: String) -> Bool {
  guard let first = id.unicodeScalars.first, let last = id.unicodeScalars.last,
    id.utf8.count <= 100, first != ".", first != " ", last != ".", last != " "
  else { return false }
  let device = id.utf8.prefix { $0 != UInt8(ascii: ".") }
  guard !reservedNames.contains(String(Substring(device)).lowercased()) else { return false }
  return id.unicodeScalars.allSatisfy { scalar in
    switch scalar {
    case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "%": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    case .spaceSeparator: return scalar == " "
    default: return true
    }
  }
}

/// Names of devices, with any ending, and the page that stands beside the folders.
private let reservedNames: Set<String> = Set(
  ["con", "prn", "aux", "nul", "index"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

extension RecordReader {
  /// Reports an id that can't be the folder of a page.
  ///
  /// `id`: the value of `key`, or what stands in for it where the record doesn't have it: the
  /// file's name.
  package mutating func checkFolder(_ id: Located<String>, key: String) {
    guard !isFolderName(id.value) else { return }
    if has(key) {
      // What a file's name stands in for was reported.
      guard id.range != place else { return }
      report(.malformedValue(id, for: key, expected: folderNameRule))
    } else {
      report(.malformedFileName(path: path, of: what))
    }
  }
}

extension Diagnostic {
  /// A file whose name is the id of what it holds, a `what`, and can't be a folder.
  package static func malformedFileName(path: String, of what: String) -> Self {
    Diagnostic(
      .malformedValue, .error, "file's name, which is the \(what)'s id, must be \(folderNameRule)",
      at: SourceRange(path: path, line: 1, column: 1),
      help: "rename the file, or write an 'id' into its frontmatter")
  }
}
