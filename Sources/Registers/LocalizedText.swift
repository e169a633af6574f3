package import Frontmatter

/// Prose that may be written once, or once for each language.
///
/// Shape: never empty; either one text without a language, or one for each of several languages, in
/// the order of the file.
package struct LocalizedText: Sendable, Equatable {
  package struct Variant: Sendable, Equatable {
    /// A language tag such as `de`; `nil` for prose that is written once.
    package var language: Located<String>?
    package var text: Located<String>
  }

  package var variants: [Variant]

  package init(_ text: Located<String>) {
    variants = [Variant(language: nil, text: text)]
  }

  /// Prose that is written in one language; in that of its reader where none is stated.
  package init(_ text: Located<String>, in language: Located<String>?) {
    variants = [Variant(language: language, text: text)]
  }

  package init?(variants: [Variant]) {
    guard !variants.isEmpty else { return nil }
    self.variants = variants
  }

  /// The text for readers of `language`; else of the language that it is a form of, as `de` for
  /// `de-AT`; else the first, whose language is the second part.
  ///
  /// The language is `nil` where the text fits, so that a page marks only what is in another one.
  package func text(in language: String) -> (text: String, otherLanguage: String?) {
    if let exact = variants.first(where: { ($0.language?.value ?? language) == language }) {
      return (exact.text.value, nil)
    }
    let primary = primaryLanguage(of: language)
    if let near = variants.first(where: {
      $0.language.map { primaryLanguage(of: $0.value) == primary } ?? false
    }) {
      return (near.text.value, nil)
    }
    return (variants[0].text.value, variants[0].language?.value)
  }
}
