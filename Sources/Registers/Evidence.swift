package import Deadlines
package import Frontmatter

/// Something that shows that a measure is in place.
package struct Evidence: Sendable, Equatable {
  package var title: LocalizedText?
  package var url: Located<String>?
  /// When somebody last looked at it.
  package var checked: Located<CalendarDate>?
  package var audience: Audience
}

extension Evidence {
  /// Evidence that an agreement points to.
  package init(title: LocalizedText?, url: Located<String>?) {
    self.title = title
    self.url = url
    audience = .public
  }

  /// Reads evidence, which has a title or an address, or both.
  init?(reading record: inout RecordReader) {
    title = record.prose("title")
    url = record.webAddress("url")
    checked = record.date("checked")
    audience = record.choice("audience", as: Audience.self)?.value ?? .customer
    if record.lacks("title"), record.lacks("url") { record.reportMissing("title") }
  }
}
