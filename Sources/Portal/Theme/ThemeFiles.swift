internal import Diagnostics
internal import Frontmatter
internal import Templating

/// The files of a theme: the default ones, and those of the workspace in their place.
struct ThemeFiles: TemplateLoader {
  /// By the path within `templates/`.
  let files: [String: [UInt8]]
  let names: [String]
  /// Those of the workspace that take no shipped file's place.
  private let added: [String]

  init(overrides: [SourceFile]) {
    let own = overrides.lazy.filter { $0.kind == .template }
      .map { (String($0.relativePath), $0.bytes) }
    self.init(own: Dictionary(own, uniquingKeysWith: { $1 }))
  }

  /// `own`: by their paths within the theme.
  init(own: [String: [UInt8]]) {
    var files: [String: [UInt8]] = [:]
    for name in EmbeddedFiles.names { files[name] = EmbeddedFiles.bytes(named: name) }
    added = own.keys.filter { files[$0] == nil }.sorted()
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

extension ThemeFiles {
  /// Reports templates that no page is made with: those of `pages/`, which are known by their
  /// names, and others that are called like one that is there, where no template names them.
  func checkNames() -> [Diagnostic] {
    let added = self.added.filter { $0.hasSuffix(".html") }
    guard !added.isEmpty else { return [] }
    let shipped = EmbeddedFiles.names.filter { $0.hasSuffix(".html") }
    return added.compactMap { name in
      let near = nearMiss(
        for: fileName(of: name),
        among: shipped.filter { folder(of: $0) == folder(of: name) }.map(fileName))
      guard near != nil || folder(of: name) == "pages", !isNamed(name) else { return nil }
      return .unusedTemplate(name, near: near)
    }
  }

  /// Reports words of the workspace that are called almost like one of the theme's, and that no
  /// template says.
  func checkKeys(of root: YAMLNode?, against shipped: Words) -> [Diagnostic] {
    guard case .mapping(let entries)? = root?.value else { return [] }
    let near = NearMissIndex(shipped.entries.keys)
    return entries.compactMap { entry in
      guard shipped[entry.key] == nil, let meant = near.nearMiss(for: entry.key), !isSaid(entry.key)
      else { return nil }
      return .unknownWord(entry, meant: meant)
    }
  }

  private func isSaid(_ key: String) -> Bool {
    let key = Array(key.utf8)
    return names.contains { files[$0].map { contains($0, key) } ?? false }
  }

  /// Whether another template says the path of this one.
  private func isNamed(_ name: String) -> Bool {
    names.contains { other in
      other != name && files[other].map { contains($0, Array(name.utf8)) } ?? false
    }
  }

  private func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard !word.isEmpty, text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      text[start] == word[0] && text[start..<(start + word.count)].elementsEqual(word)
    }
  }

  private func folder(of name: String) -> Substring {
    name.lastIndex(of: "/").map { name[..<$0] } ?? ""
  }

  private func fileName(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }
}

extension Diagnostic {
  fileprivate static func unusedTemplate(_ name: String, near: String?) -> Self {
    Diagnostic(
      .unexpectedFile, .warning,
      "template 'templates/\(name)' is not used; no page has its name, and no template names it",
      at: SourceRange(path: "templates/\(name)", line: 1, column: 1),
      help: near.map { "rename it to '\($0)'" }
        ?? "let another template include it, or remove it; a page of one's own can't be added")
  }

  fileprivate static func unknownWord(_ entry: YAMLEntry, meant: String) -> Self {
    Diagnostic(
      .unknownKey, .warning, "'\(entry.key)' is no word of the theme, and no template says it",
      at: entry.keyRange, help: "replace '\(entry.key)' with '\(meant)'")
  }
}
