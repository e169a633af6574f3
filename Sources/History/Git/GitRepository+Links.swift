internal import CGit2

/// A symbolic link in a folder, which leads to another place of the repository.
package struct GitLink: Sendable {
  /// Where it stands.
  let path: String
  /// Where it leads to, from the root of the repository.
  let target: String
}

extension GitRepository {
  /// The links right in `folder` that lead to another place of the repository: `content/agreements`
  /// to `policies`.
  ///
  /// By their text alone: a link behind a link is not followed. None that leads to the folder itself,
  /// above it or into it.
  borrowing func links(
    of commit: GitObjectID, in folder: String
  ) throws(GitError) -> [GitLink] {
    guard !folder.isEmpty, let found = try entry(at: folder, in: try tree(of: commit)),
      found.kind == .folder
    else { return [] }
    let tree = try object(found.id, GIT_OBJECT_TREE)
    var links: [GitLink] = []
    for index in 0..<(unsafe git_tree_entrycount(tree.pointer)) {
      guard let entry = unsafe git_tree_entry_byindex(tree.pointer, index),
        unsafe git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK,
        let name = unsafe git_tree_entry_name(entry).flatMap({
          unsafe String(validatingCString: $0)
        }),
        let id = unsafe git_tree_entry_id(entry)
      else { continue }
      let path = "\(folder)/\(name)"
      let text = try bytes(of: GitFile(path: path, id: unsafe GitObjectID(id)))
      guard let target = Self.place(of: String(decoding: text, as: UTF8.self), from: folder) else {
        continue
      }
      links.append(GitLink(path: path, target: target))
    }
    return links
  }

  /// Where a relative path leads to from a folder; `nil` where that is out of the repository or
  /// around the folder.
  private static func place(of path: String, from folder: String) -> String? {
    guard !path.utf8.isEmpty, path.utf8.first != UInt8(ascii: "/") else { return nil }
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    let target = parts.joined(separator: "/")
    let isAround = "\(folder)/".hasPrefix("\(target)/") || target.hasPrefix("\(folder)/")
    return target.isEmpty || isAround ? nil : target
  }
}
