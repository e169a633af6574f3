internal import FileSystem

extension GitRepository {
  /// Where a file or folder of the disk is in the repository; empty for its root.
  ///
  /// - Returns: `nil` where it is not in the checked-out folder, or there is none.
  package borrowing func path(of file: String) -> String? {
    guard let workingFolder, let real = try? realPath(of: file),
      let root = try? realPath(of: workingFolder)
    else { return nil }
    if real == root { return "" }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return real.hasPrefix(prefix) ? String(real.dropFirst(prefix.utf8.count)) : nil
  }

  /// The folder `content` of the workspace in `folder`, from the root of the repository.
  package borrowing func path(ofContentIn folder: String) -> String {
    let path = path(of: folder) ?? ""
    return path.isEmpty ? "content" : path + "/content"
  }
}
