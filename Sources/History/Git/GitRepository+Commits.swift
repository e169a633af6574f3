internal import CGit2

extension GitRepository {
  /// The commits before and including `commit` that changed what stands at `path`, newest first.
  ///
  /// As `git log -- path` has it: a merge that took one side as it was changed nothing. An empty
  /// path is the whole repository.
  ///
  /// - Complexity: O(commits), each with one look-up of the path.
  package borrowing func commits(
    before commit: GitObjectID, touching path: String, limit: Int = .max
  ) throws(GitError) -> [GitCommit] {
    var walk: OpaquePointer?
    guard unsafe git_revwalk_new(&walk, pointer) == 0 else { throw .lastOfLibrary }
    defer { unsafe git_revwalk_free(walk) }
    var start = commit.raw
    let sorting = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue
    guard unsafe git_revwalk_sorting(walk, UInt32(sorting)) == 0,
      unsafe git_revwalk_push(walk, &start) == 0
    else { throw .lastOfLibrary }

    var commits: [GitCommit] = []
    // Each commit is asked for once as itself and once as each child's parent.
    var known: [GitObjectID: GitObjectID?] = [:]
    var next = git_oid()
    while commits.count < limit {
      let status = unsafe git_revwalk_next(&next, walk)
      if status == GIT_ITEROVER.rawValue { break }
      guard status == 0 else { throw .lastOfLibrary }
      let object = try object(unsafe GitObjectID(&next), GIT_OBJECT_COMMIT)
      if try touches(object, path, &known) { commits.append(Self.summary(of: object)) }
    }
    return commits
  }

  private borrowing func touches(
    _ commit: borrowing GitObject, _ path: String, _ known: inout [GitObjectID: GitObjectID?]
  ) throws(GitError) -> Bool {
    let own = try content(at: path, of: commit, &known)
    let count = unsafe git_commit_parentcount(commit.pointer)
    if count == 0 { return own != nil }
    for index in 0..<count {
      guard let id = unsafe git_commit_parent_id(commit.pointer, index) else { continue }
      let parent: GitObject
      do throws(GitError) {
        parent = try object(unsafe GitObjectID(id), GIT_OBJECT_COMMIT)
      } catch {
        // The parents of the oldest commits of a shallow clone were not cloned.
        if isShallow { return own != nil }
        throw error
      }
      if try content(at: path, of: parent, &known) == own { return false }
    }
    return true
  }

  /// The name of what stands at `path` in a commit.
  private borrowing func content(
    at path: String, of commit: borrowing GitObject,
    _ known: inout [GitObjectID: GitObjectID?]
  ) throws(GitError) -> GitObjectID? {
    let id = commit.id
    if let content = known[id] { return content }
    let tree = try commit.peeled(to: GIT_OBJECT_TREE, of: id.description)
    let content = path.isEmpty ? tree.id : try entry(at: path, in: tree)?.id
    known[id] = .some(content)
    return content
  }
}
