internal import Templating

/// The files of a theme: the default ones, and those of the workspace in their place.
struct ThemeFiles: TemplateLoader {
  /// By the path within `templates/`.
  let files: [String: [UInt8]]
  let names: [String]
  /// Those of the workspace, in the order of their names.
  let own: [String]

  init(overrides: [SourceFile]) {
    let own = overrides.lazy.filter { $0.kind == .template }
      .map { (String($0.relativePath), $0.bytes) }
    self.init(own: Dictionary(own, uniquingKeysWith: { $1 }))
  }

  /// `own`: by their paths within the theme.
  init(own: [String: [UInt8]]) {
    var files: [String: [UInt8]] = [:]
    for name in EmbeddedFiles.names { files[name] = EmbeddedFiles.bytes(named: name) }
    self.own = own.keys.sorted()
    files.merge(own) { $1 }
    self.files = files
    names = files.keys.filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }.sorted()
  }

  func source(named name: String) -> [UInt8]? { files[name] }

  /// The files of one folder, by their path within it.
  func folder(_ folder: String) -> [(name: String, bytes: [UInt8])] {
    files.filter { $0.key.hasPrefix(folder + "/") }
      .map { (String($0.key.dropFirst(folder.utf8.count + 1)), $0.value) }
      .sorted { $0.0 < $1.0 }
  }
}
