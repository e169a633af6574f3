/// A list of changes that can be subscribed to.
struct Feed: Sendable {
  struct Entry: Sendable {
    /// Never changes, whatever becomes of the page: a tag URI.
    var id: String
    var title: String
    /// The day of the release or announcement, `YYYY-MM-DD`; not that of the build.
    var day: String
    /// The day on which it was changed last, if it was.
    var changed: String?
    var url: String
    /// What the author says of all of it.
    var summary: String?
    /// One sentence each.
    var sentences: [String]
  }

  /// From the root of the portal, without the name of the file.
  var folder: String
  var title: String
  var language: String
  var author: String
  /// The page that shows the same.
  var home: String
  /// Newest first.
  var entries: [Entry]

  /// More is for the change log.
  static let maximumEntries = 100
}

extension Feed.Entry {
  /// RFC 3339: the start of the day.
  var published: String { "\(day)T00:00:00Z" }
  var updated: String { changed.map { "\($0)T00:00:00Z" } ?? published }
}
