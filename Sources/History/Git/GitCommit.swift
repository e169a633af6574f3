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
  /// The subject and time of an annotated tag are its own rather than those of the commit.
  package var commit: GitCommit
}

/// A file in the tree of a commit.
package struct GitFile: Hashable, Sendable {
  /// From the root of the repository, with `/` between the parts.
  package var path: String
  package var id: GitObjectID
}
