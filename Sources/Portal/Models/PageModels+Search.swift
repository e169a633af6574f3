internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import Registers
internal import Templating

extension PageModels {
  /// In a portal of more agreements, the page of the search leads to their list.
  private static let mostListedAgreements = 500

  /// The model `directory` of `pages/search.html`: all that the search finds things in, for those
  /// who have no script.
  func searchDirectory(in language: String) -> Value {
    .pairs([
      "agreements": portal.agreements.count > Self.mostListedAgreements ? [] : agreementLinks(),
      "agreement_count": .integer(portal.agreements.count),
      "sub_processors": .array(
        portal.subProcessors.map {
          .link(title: $0.name.value, path: paths.subProcessor($0.id.value, language))
        }),
      "measures": .array(
        portal.controls.map { control in
          .link(
            title: portal.name(of: control, in: language),
            path: paths.control(control.control.value, language))
        }),
    ])
  }

  private func agreementLinks() -> Value {
    .array(
      agreementsByTitle.map { index in
        .link(
          title: portal.agreements[index].metadata.title,
          path: paths.agreement(portal.agreements[index].id))
      })
  }
}

/// The member `search_words` of the model `site`: what the search script says, as JSON that stands
/// in an attribute in single quotes. Made once for all pages of a language.
func searchWords(_ words: Words) -> [UInt8] {
  let own = ["label", "hint", "none", "failed", "more", "archived"]
  let kinds = [
    ("agreements", "nav.agreements"), ("definitions", "search.definitions"),
    ("clauses", "search.clauses"), ("sub_processors", "nav.sub_processors"),
    ("measures", "nav.measures"), ("changes", "nav.changes"), ("law", "nav.law"),
    ("versions", "search.versions"),
  ]
  var json = JSONText()
  json.object { json in
    for name in own { json.member(name, words.text("search.\(name)")) }
    json.member("count", filled(words.text("search.count"), "number", "{count}"))
    json.key("kinds")
    json.object { json in
      for (name, word) in kinds { json.member(name, words.text(word)) }
    }
  }
  // In single quotes the many double ones of JSON stay as they are.
  var html: [UInt8] = []
  for byte in json.bytes {
    switch byte {
    case UInt8(ascii: "&"): html += "&amp;".utf8
    case UInt8(ascii: "<"): html += "&lt;".utf8
    case UInt8(ascii: "'"): html += "&#39;".utf8
    default: html.append(byte)
    }
  }
  return html
}
