internal import Registers
internal import Templating

// The shapes that docs/theme.md calls shared. A member without a value is `none`, never undefined:
// templates are compiled with strict undefined values.

extension Value {
  /// The value, or `none` where there is none.
  static func optional(_ text: String?) -> Value { text.map { .string($0) } ?? .none }
  static func optional(_ number: Int?) -> Value { number.map { .integer($0) } ?? .none }

  /// A Link: to a path inside the portal, to a URL outside it, or a text only. `language`: that of the
  /// title, where it is not that of the page.
  static func link(
    title: String, path: String? = nil, url: String? = nil, language: String? = nil
  ) -> Value {
    .pairs([
      "title": .string(title), "path": .optional(path), "url": .optional(url),
      "language": .optional(language),
    ])
  }

  /// A Passage: what an author wrote, and its language where it is not that of the page.
  ///
  /// What is written only once is in the default language of the portal.
  static func passage(
    _ prose: LocalizedText, in language: String, writtenIn defaultLanguage: String
  ) -> Value {
    let (text, other) = prose.text(in: language)
    let isWrittenOnce = prose.variants.count == 1 && prose.variants[0].language == nil
    let own = isWrittenOnce && language != defaultLanguage ? defaultLanguage : other
    return .pairs(["text": .string(text), "language": .optional(own)])
  }

  static func texts(_ texts: [String]) -> Value { .array(texts.map { .string($0) }) }
}
