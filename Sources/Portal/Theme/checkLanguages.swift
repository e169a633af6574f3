package import Diagnostics
internal import Frontmatter
internal import Registers

/// Reports the languages of a portal that the theme has no words for, or not all.
///
/// Those of the shipped theme are whole: a file of the workspace says some of their words otherwise.
func checkLanguages(of settings: PortalSettings, theme: Theme) -> [Diagnostic] {
  settings.languages.compactMap { language in
    guard let words = theme.words[language.value] else {
      return .themeLanguage(language, known: theme.words.keys)
    }
    if EmbeddedFiles.bytes(named: "words/\(language.value).yml") != nil { return nil }
    let needed = theme.words["en"]?.entries.keys.sorted() ?? []
    let missing = needed.filter { words[$0] == nil }
    return missing.isEmpty ? nil : .missingWords(missing, of: needed.count, in: language.value)
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

  fileprivate static func missingWords(
    _ missing: [String], of count: Int, in language: String
  ) -> Self {
    let path = "templates/words/\(language).yml"
    let examples = missing.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .themeLanguage, .error,
      "\(missing.count) of the \(count) words of the theme are missing in '\(language)': \(examples)"
        + (missing.count > 3 ? " and others" : ""),
      at: SourceRange(path: path, line: 1, column: 1),
      help: "'annex theme --print words/en.yml' shows all of them; add those that are missing")
  }
}
