internal import CGit2
internal import Deadlines

extension GitRepository {
  /// The commit that `revision` names, in git's own language: `v1.0`, `HEAD~2`,
  /// `main@{1 week ago}`, the first digits of a commit.
  package borrowing func commit(named revision: String) throws(GitError) -> GitCommit {
    // A NUL would end the name early for libgit2.
    guard !revision.isEmpty, !revision.utf8.contains(0) else { throw .unknownRevision(revision) }
    let object = try unsafe GitObject(revision) { [pointer] in
      unsafe git_revparse_single(&$0, pointer, revision)
    }
    return Self.summary(of: try object.peeled(to: GIT_OBJECT_COMMIT, of: revision))
  }

  /// The tags whose names match `pattern`, where `*` stands for anything.
  ///
  /// Shape: no commit before one that it was made after; else oldest first, those of one commit by
  /// name, where digits count as numbers. Tags of something other than a commit are apart, and so
  /// are those of commits that HEAD was not made from, by name.
  ///
  /// - Complexity: O(tags + commits before HEAD)
  package borrowing func tags(matching pattern: String) throws(GitError) -> GitTags {
    var tags = GitTags()
    for name in try tagNames(matching: pattern) {
      let object = try unsafe GitObject(name) { [pointer] in
        unsafe git_revparse_single(&$0, pointer, "refs/tags/\(name)")
      }
      guard let target = try commit(behind: object, named: name) else {
        tags.withoutCommit.append(name)
        continue
      }
      var commit = Self.summary(of: target)
      if object.kind == GIT_OBJECT_TAG { Self.takeMessage(of: object, into: &commit) }
      tags.tags.append(
        GitTag(name: name, commit: commit, isAnnotated: object.kind == GIT_OBJECT_TAG))
    }
    let ages = try ages(of: try head().map { [$0.id] } ?? [])
    tags.elsewhere = tags.tags.filter { ages[$0.commit.id] == nil }
      .sorted { precedesNaturally($0.name, $1.name) }
    tags.tags.removeAll { ages[$0.commit.id] == nil }
    tags.tags.sort { left, right in
      guard left.commit.id != right.commit.id, let first = ages[left.commit.id],
        let second = ages[right.commit.id], first != second
      else { return precedesNaturally(left.name, right.name) }
      return first < second
    }
    return tags
  }

  /// The commit that is checked out; `nil` before the first one.
  borrowing func head() throws(GitError) -> GitCommit? {
    do throws(GitError) {
      return try commit(named: "HEAD")
    } catch .unknownRevision {
      return nil
    }
  }

  /// The commit that a tag marks; `nil` where it marks something else.
  private borrowing func commit(
    behind object: borrowing GitObject, named name: String
  ) throws(GitError) -> GitObject? {
    // What has a commit in it at all: libgit2 calls a file or folder a name that it can't read.
    guard [GIT_OBJECT_COMMIT, GIT_OBJECT_TAG].contains(object.kind) else { return nil }
    do throws(GitError) {
      return try object.peeled(to: GIT_OBJECT_COMMIT, of: name)
    } catch {
      guard case .library = error else { return nil }
      throw error
    }
  }

  private borrowing func tagNames(matching pattern: String) throws(GitError) -> [String] {
    guard !pattern.utf8.contains(0) else { return [] }
    var list = unsafe git_strarray()
    guard unsafe git_tag_list_match(&list, pattern, pointer) == 0 else {
      throw .lastOfLibrary
    }
    defer { unsafe git_strarray_dispose(&list) }
    return unsafe UnsafeBufferPointer(start: list.strings, count: list.count).compactMap {
      unsafe $0.map { unsafe String(cString: $0) }
    }
  }
}

extension GitRepository {
  /// - Precondition: `object` is a commit.
  static func summary(of object: borrowing GitObject) -> GitCommit {
    let commit = unsafe object.pointer
    let time = unsafe git_commit_time(commit)
    let subject = unsafe git_commit_summary(commit).map { unsafe String(cString: $0) }
    return GitCommit(
      id: object.id, date: day(of: time, offset: unsafe git_commit_time_offset(commit)),
      time: time, subject: subject ?? "")
  }

  /// An annotated tag has a message of its own. It has a time, too, but that says only when
  /// somebody got round to it: tags are set later, and anew.
  private static func takeMessage(of object: borrowing GitObject, into commit: inout GitCommit) {
    guard let message = unsafe git_tag_message(object.pointer) else { return }
    let text = unsafe String(cString: message)
    commit.subject = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  /// The day on a clock that is `offset` minutes before UTC's.
  ///
  /// Times are whatever somebody wrote into a commit: those of no calendar year are cut to one.
  static func day(of time: git_time_t, offset: Int32) -> CalendarDate {
    let first = Int64(CalendarDate.first.dayNumber)
    let last = Int64(CalendarDate.last.dayNumber)
    let (local, overflow) = time.addingReportingOverflow(Int64(offset) * 60)
    let seconds = overflow ? time : local
    let quotient = seconds / 86_400
    let days = seconds % 86_400 < 0 ? quotient - 1 : quotient
    return CalendarDate(dayNumber: Int(min(max(days, first), last)))
  }
}
