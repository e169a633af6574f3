package import Diagnostics
internal import Frontmatter
internal import Registers

/// Reports the languages of a portal that the theme has no words for, or not all, and the files of
/// words of the workspace that are of no language of the portal.
///
/// Those of the shipped theme are whole: a file of the workspace says some of their words otherwise.
func checkLanguages(
  of settings: PortalSettings, theme: Theme, files: ThemeFiles
) -> [Diagnostic] {
  let languages = Set(settings.languages.map(\.value))
  let used = languages.union(languages.map { primaryLanguage(of: $0) })
  let unused = files.own.filter { name in
    name.hasPrefix("words/") && name.hasSuffix(".yml")
      && !used.contains(String(name.dropFirst(6).dropLast(4)))
  }
  return checkWholeness(of: settings, theme: theme)
    + unused.map { .unusedWords($0, languages: languages) }
}

private func checkWholeness(of settings: PortalSettings, theme: Theme) -> [Diagnostic] {
  settings.languages.compactMap { language in
    guard let words = theme.words[language.value] else {
      return .themeLanguage(language, known: theme.words.keys)
    }
    let primary = primaryLanguage(of: language.value)
    if EmbeddedFiles.bytes(named: "words/\(primary).yml") != nil { return nil }
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

  fileprivate static func unusedWords(_ name: String, languages: Set<String>) -> Self {
    let language = name.dropFirst(6).dropLast(4)
    let near = languages.first {
      $0.lowercased() == language.lowercased()
        || language.lowercased().split(whereSeparator: { "-_".contains($0) }).first.map(String.init)
          == $0.lowercased()
    }
    return Diagnostic(
      .themeLanguage, .warning,
      "the words of 'templates/\(name)' are not used; the portal has no pages in '\(language)'",
      at: SourceRange(path: "templates/\(name)", line: 1, column: 1),
      help: near.map { "rename it to 'words/\($0).yml'" }
        ?? "add '\(language)' to 'languages' in content/portal.yml, or remove the file")
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
