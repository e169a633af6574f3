/// The language that a tag is a form of: `de` of `de-AT`, `en` of `EN`.
///
/// Source: RFC 5646, sections 2.1 and 2.1.1.
package func primaryLanguage(of tag: String) -> String {
  String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
}
