internal import CGit2

extension GitRepository {
  /// Those of the paths from the root that git would not take notice of: a rule of `.gitignore` or
  /// the like names them, and they are not in the index.
  package borrowing func ignored(among paths: [String]) throws(GitError) -> Set<String> {
    guard !paths.isEmpty else { return [] }
    var index: OpaquePointer?
    guard unsafe git_repository_index(&index, pointer) == 0 else { throw .lastOfLibrary }
    defer { unsafe git_index_free(index) }
    var ignored: Set<String> = []
    for path in paths where !path.utf8.contains(0) {
      var isIgnored: Int32 = 0
      guard unsafe git_ignore_path_is_ignored(&isIgnored, pointer, path) == 0 else {
        throw .lastOfLibrary
      }
      if isIgnored == 1, unsafe git_index_find(nil, index, path) != 0 { ignored.insert(path) }
    }
    return ignored
  }
}
