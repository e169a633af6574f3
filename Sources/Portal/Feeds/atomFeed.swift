internal import Markup

/// A feed in the Atom format.
///
/// Source: RFC 4287. `updated` is the day of the newest entry or change of one, so that equal
/// content gives equal bytes; a feed without entries has been updated on the first day of the
/// calendar.
func atomFeed(_ feed: Feed, id: String, url: String) -> [UInt8] {
  var output: [UInt8] = []
  func write(_ text: String) { output += text.utf8 }
  func element(_ name: String, _ text: String, _ attributes: String = "") {
    write("<\(name)\(attributes)>")
    appendEscapedHTML(Array(withoutControls(text).utf8)[...], to: &output)
    write("</\(name)>\n")
  }
  func link(_ url: String, _ relation: String) {
    write("<link rel=\"\(relation)\" href=\"")
    appendEscapedHTML(Array(url.utf8)[...], to: &output)
    write("\"/>\n")
  }
  write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  write("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(feed.language)\">\n")
  element("id", id)
  element("title", feed.title)
  element("updated", feed.entries.map(\.updated).max() ?? "0001-01-01T00:00:00Z")
  link(url, "self")
  link(feed.home, "alternate")
  write("<author>\n")
  element("name", feed.author)
  write("</author>\n")
  for entry in feed.entries {
    write("<entry>\n")
    element("id", entry.id)
    element("title", entry.title)
    element("updated", entry.updated)
    element("published", entry.published)
    link(entry.url, "alternate")
    element("content", entry.html, " type=\"html\"")
    write("</entry>\n")
  }
  write("</feed>\n")
  return output
}

extension Feed.Entry {
  /// Its summary, and its sentences as a list.
  var html: String {
    guard let summary else { return listHTML(sentences) }
    var output = Array("<p>".utf8)
    appendEscapedHTML(Array(withoutControls(summary).utf8)[...], to: &output)
    return String(decoding: output, as: UTF8.self) + "</p>" + listHTML(sentences)
  }
}

/// The sentences as an HTML list; nothing for none.
private func listHTML(_ sentences: [String]) -> String {
  guard !sentences.isEmpty else { return "" }
  var output = Array("<ol>".utf8)
  for sentence in sentences {
    output += "<li>".utf8
    appendEscapedHTML(Array(withoutControls(sentence).utf8)[...], to: &output)
    output += "</li>".utf8
  }
  return String(decoding: output, as: UTF8.self) + "</ol>"
}

/// XML has no place for control characters, not even escaped.
private func withoutControls(_ text: String) -> String {
  String(
    decoding: text.utf8.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A }, as: UTF8.self)
}
