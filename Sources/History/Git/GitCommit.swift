package import Deadlines

/// A commit: what it is called, and when it was made.
package struct GitCommit: Hashable, Sendable {
  package var id: GitObjectID
  /// The day on which it was made, where it was made.
  package var date: CalendarDate
  /// Seconds since 1970, for sorting.
  package var time: Int64
  /// The first line of its message.
  package var subject: String
}

/// A tag, and the commit that it marks.
package struct GitTag: Hashable, Sendable {
  /// Without `refs/tags/`.
  package var name: String
  /// The subject of an annotated tag is its own rather than that of the commit.
  package var commit: GitCommit
  /// Whether it is an object with a message, rather than a name only.
  package var isAnnotated = false
}

/// The tags of a repository, as far as they were asked for.
package struct GitTags: Hashable, Sendable {
  /// Those of what is checked out: its commit, and all that it was made from.
  package var tags: [GitTag] = []
  /// Those of other commits: of branches that were not merged, or of what came later.
  package var elsewhere: [GitTag] = []
  /// The names of tags that mark a file, a folder or the like.
  package var withoutCommit: [String] = []
}

/// A file in the tree of a commit.
package struct GitFile: Hashable, Sendable {
  /// From the root of the repository, with `/` between the parts.
  package var path: String
  package var id: GitObjectID
  /// False where the path is not UTF-8: it is written as git does then, `caf\351.md`.
  package var hasUTF8Path = true
}
