internal import CGit2

/// What one commit took away and brought, as against the one before it.
package struct GitStep: Sendable {
  package var removed: [GitFile] = []
  package var added: [GitFile] = []
}

extension GitRepository {
  /// The commits that came after `old` on the way to `new` and took files away as well as brought
  /// some, oldest first: those that may have renamed one. `isWanted` says which files count.
  ///
  /// Merges are passed over: what their sides did is told of these.
  ///
  /// - Returns: `nil` where more than `limit` commits lie in between, or a shallow clone lacks some.
  /// - Complexity: O(commits in between), each with a comparison of two trees.
  package borrowing func steps(
    from old: GitObjectID, to new: GitObjectID, limit: Int = 10_000,
    where isWanted: (String) -> Bool
  ) throws(GitError) -> [GitStep]? {
    guard !isShallow else { return nil }
    var walk: OpaquePointer?
    guard unsafe git_revwalk_new(&walk, pointer) == 0 else { throw .lastOfLibrary }
    defer { unsafe git_revwalk_free(walk) }
    var (first, last) = (old.raw, new.raw)
    let sorting = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_REVERSE.rawValue
    guard unsafe git_revwalk_sorting(walk, UInt32(sorting)) == 0,
      unsafe git_revwalk_push(walk, &last) == 0, unsafe git_revwalk_hide(walk, &first) == 0
    else { throw .lastOfLibrary }

    var steps: [GitStep] = []
    var count = 0
    var next = git_oid()
    while true {
      let status = unsafe git_revwalk_next(&next, walk)
      if status == GIT_ITEROVER.rawValue { return steps }
      guard status == 0 else { throw .lastOfLibrary }
      count += 1
      guard count <= limit else { return nil }
      let commit = try object(unsafe GitObjectID(&next), GIT_OBJECT_COMMIT)
      guard unsafe git_commit_parentcount(commit.pointer) == 1,
        let parent = unsafe git_commit_parent_id(commit.pointer, 0)
      else { continue }
      let step = try self.step(
        from: try tree(of: unsafe GitObjectID(parent)), to: try tree(of: commit.id),
        where: isWanted)
      if !step.removed.isEmpty, !step.added.isEmpty { steps.append(step) }
    }
  }

  private borrowing func step(
    from old: borrowing GitObject, to new: borrowing GitObject, where isWanted: (String) -> Bool
  ) throws(GitError) -> GitStep {
    var step = GitStep()
    var difference: OpaquePointer?
    guard
      unsafe git_diff_tree_to_tree(&difference, pointer, old.pointer, new.pointer, nil) == 0
    else { throw .lastOfLibrary }
    defer { unsafe git_diff_free(difference) }
    for index in 0..<(unsafe git_diff_num_deltas(difference)) {
      guard let delta = unsafe git_diff_get_delta(difference, index) else { continue }
      switch unsafe delta.pointee.status {
      case GIT_DELTA_DELETED:
        step.removed += unsafe Self.file(delta.pointee.old_file, where: isWanted)
      case GIT_DELTA_ADDED:
        step.added += unsafe Self.file(delta.pointee.new_file, where: isWanted)
      default: continue
      }
    }
    return step
  }

  /// The file, unless it is none that is wanted: no regular one, or one of a name that is not UTF-8.
  private static func file(
    _ file: git_diff_file, where isWanted: (String) -> Bool
  ) -> [GitFile] {
    let mode = unsafe UInt32(file.mode)
    guard [GIT_FILEMODE_BLOB.rawValue, GIT_FILEMODE_BLOB_EXECUTABLE.rawValue].contains(mode),
      let path = unsafe file.path.flatMap({ unsafe String(validatingCString: $0) }),
      isWanted(path)
    else { return [] }
    var id = unsafe file.id
    return [GitFile(path: path, id: unsafe GitObjectID(&id))]
  }

  /// The newest commit that both were made from; `nil` where there is none.
  package borrowing func commonAncestor(
    of first: GitObjectID, and second: GitObjectID
  ) throws(GitError) -> GitCommit? {
    var (one, other) = (first.raw, second.raw)
    var found = git_oid()
    let status = unsafe git_merge_base(&found, pointer, &one, &other)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    guard status == 0 else { throw .lastOfLibrary }
    return Self.summary(of: try object(unsafe GitObjectID(&found), GIT_OBJECT_COMMIT))
  }
}
