internal import CGit2

/// How old a commit is at most, and how many stand before it: by both, no commit comes before one
/// that it was made after, whatever the clocks said.
struct CommitAge: Comparable {
  /// Seconds since 1970: the latest of its own time and those of all commits before it.
  var time: Int64
  /// The length of the longest way to a first commit.
  var depth: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.time, left.depth) < (right.time, right.depth)
  }
}

extension GitRepository {
  /// The ages of commits, from all commits before them.
  ///
  /// What a shallow clone lacks is as if it had never been.
  ///
  /// - Complexity: O(commits before them), each read once.
  borrowing func ages(
    of commits: [GitObjectID]
  ) throws(GitError) -> [GitObjectID: CommitAge] {
    var ages: [GitObjectID: CommitAge] = [:]
    for commit in commits where ages[commit] == nil {
      guard let first = try unaged(commit) else { continue }
      // A list of commits under way, not recursion: histories are deep.
      var pending = [first]
      while let top = pending.last {
        if top.next < top.parents.count {
          pending[pending.count - 1].next += 1
          let parent = top.parents[top.next]
          if ages[parent] == nil, let next = try unaged(parent) { pending.append(next) }
          continue
        }
        var age = CommitAge(time: top.time, depth: 0)
        for parent in top.parents {
          guard let before = ages[parent] else { continue }
          age = CommitAge(
            time: max(age.time, before.time), depth: max(age.depth, before.depth + 1))
        }
        ages[top.id] = age
        pending.removeLast()
      }
    }
    return ages
  }

  /// A commit of which the age is not known yet.
  private struct UnagedCommit {
    var id: GitObjectID
    var time: Int64
    var parents: [GitObjectID]
    /// The next parent to look at.
    var next = 0
  }

  /// `nil` for a commit that a shallow clone lacks.
  private borrowing func unaged(_ id: GitObjectID) throws(GitError) -> UnagedCommit? {
    let commit: GitObject
    do throws(GitError) {
      commit = try object(id, GIT_OBJECT_COMMIT)
    } catch {
      if isShallow { return nil }
      throw error
    }
    let count = unsafe git_commit_parentcount(commit.pointer)
    var parents: [GitObjectID] = []
    for index in 0..<count {
      guard let parent = unsafe git_commit_parent_id(commit.pointer, index) else { continue }
      parents.append(unsafe GitObjectID(parent))
    }
    return UnagedCommit(
      id: id, time: unsafe git_commit_time(commit.pointer), parents: parents)
  }
}
