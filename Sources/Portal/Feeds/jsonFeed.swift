internal import Diagnostics

/// A feed in the format of JSON Feed.
///
/// Source: jsonfeed.org, version 1.1.
func jsonFeed(_ feed: Feed, url: String) -> [UInt8] {
  var json = JSONText()
  json.object { json in
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", feed.title)
    json.member("home_page_url", feed.home)
    json.member("feed_url", url)
    json.member("language", feed.language)
    json.member("authors", objects: [feed.author]) { $0.member("name", $1) }
    json.member("items", objects: feed.entries) { json, entry in
      json.member("id", entry.id)
      json.member("url", entry.url)
      json.member("title", entry.title)
      json.member("date_published", entry.published)
      if entry.changed != nil { json.member("date_modified", entry.updated) }
      json.member("content_html", entry.html)
    }
  }
  json.lineBreak()
  return json.bytes
}
