package import Diagnostics
package import Templating

/// The theme that the program carries.
package enum ShippedTheme {
  /// Its files, by their paths below `templates`, sorted.
  package static var names: [String] { EmbeddedFiles.names.sorted() }

  package static func bytes(named name: String) -> [UInt8]? { EmbeddedFiles.bytes(named: name) }
}

/// A theme without a portal around it, in which single templates are tried.
package struct ThemeTrial: Sendable {
  /// All files of the theme, by their paths in it.
  package let files: [String: [UInt8]]
  package let filters: [TemplateFunction]
  package let functions: [TemplateFunction]
  /// The faults of files of words.
  package let diagnostics: [Diagnostic]

  /// A folder's files, and the shipped ones for those that it lacks.
  ///
  /// - Parameters:
  ///   - own: the files of the folder, by their paths in it.
  ///   - folder: what diagnostics call it.
  package init(_ own: [String: [UInt8]], in folder: String) {
    let theme = ThemeFiles(own: own)
    files = theme.files
    let (words, diagnostics) = loadWords(theme, in: folder)
    let assets = theme.folder("assets").map { ($0.name, "assets/\($0.name)") }
    let callable = ThemeFunctions(
      words: words, assets: Dictionary(assets, uniquingKeysWith: { $1 }))
    filters = callable.filters
    functions = callable.functions
    self.diagnostics = diagnostics
  }
}
