package import FileSystem

/// Puts the files of a release into `content/releases/<id>` of the workspace in `root`.
///
/// They are written beside their place first, under a name that builds pass over, and moved there
/// in one step: a killed run leaves no half of a release.
///
/// - Returns: whether it was written; false where a release of that id is there already.
package func writeRelease(
  _ files: [(name: String, bytes: [UInt8])], id: String, in root: borrowing Folder
) throws(FileError) -> Bool {
  let releases = "content/releases"
  try root.createFolders(releases)
  let folder = try root.folder(at: releases)
  if try folder.status(of: id) != nil { return false }
  let staged = ".\(id).new"
  // What a killed run left.
  if try folder.status(of: staged) != nil { try folder.removeTree(staged) }
  try folder.createFolder(staged)
  do throws(FileError) {
    let stage = try folder.folder(at: staged)
    for (name, bytes) in files {
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
        try stage.createFolders(String(name[..<slash]))
      }
      try stage.createFile(name, holding: bytes.span)
    }
    try folder.rename(staged, to: id, in: folder)
    return true
  } catch {
    try? folder.removeTree(staged)
    throw error
  }
}
