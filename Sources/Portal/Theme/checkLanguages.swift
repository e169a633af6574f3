package import Diagnostics
internal import Frontmatter
internal import Registers

/// Reports the languages of a portal that the theme has no words for.
func checkLanguages(of settings: PortalSettings, theme: Theme) -> [Diagnostic] {
  settings.languages.filter { theme.words[$0.value] == nil }.map {
    .themeLanguage($0, known: theme.words.keys)
  }
}

extension Diagnostic.Code {
  package static let themeLanguage = Self(rawValue: "theme-language")
}

extension Diagnostic {
  fileprivate static func themeLanguage(
    _ language: Located<String>, known: some Sequence<String>
  ) -> Self {
    Diagnostic(
      .themeLanguage, .error, "the theme has no words in '\(language.value)'", at: language.range,
      help: "add templates/words/\(language.value).yml, or use one of "
        + known.sorted().map { "'\($0)'" }.joined(separator: ", "))
  }
}
