internal import Diagnostics
internal import FileSystem
internal import Frontmatter
internal import Registers
internal import Templating

/// The templates, words and assets that pages are made with.
struct Theme: Sendable {
  /// A file that pages ask for besides themselves.
  struct Asset: Sendable {
    /// Where it stands in the portal, its content digest in the name, so that it can be kept by
    /// browsers for ever.
    var path: String
    var bytes: [UInt8]
  }

  let templates: CompiledSet
  /// By language.
  let words: [String: Words]
  /// By their path in `assets/`.
  let assets: [String: Asset]
  /// The asset that is the logo, if the portal has one.
  let logo: String?
}

/// The files of a theme: the default ones, and those of the workspace in their place.
struct ThemeFiles: TemplateLoader {
  /// By the path within `templates/`.
  private let files: [String: [UInt8]]
  let names: [String]
  /// Those of the workspace that take no shipped file's place.
  private let added: [String]

  init(overrides: [SourceFile]) {
    var files: [String: [UInt8]] = [:]
    for name in EmbeddedFiles.names { files[name] = EmbeddedFiles.bytes(named: name) }
    var added: [String] = []
    for file in overrides where file.kind == .template {
      let name = String(file.relativePath)
      if files[name] == nil { added.append(name) }
      files[name] = file.bytes
    }
    self.files = files
    self.added = added
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
  fileprivate func checkNames() -> [Diagnostic] {
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
  fileprivate func checkKeys(of root: YAMLNode?, against shipped: Words) -> [Diagnostic] {
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

/// Compiles the theme; the accent of the portal, if it has one, becomes an asset of its own.
///
/// - Returns: the theme, and a diagnostic for each fault of each template and each file of words,
///   and for a logo that is not there.
func loadTheme(
  _ files: ThemeFiles, settings: PortalSettings.Theme? = nil
) -> (theme: Theme, diagnostics: [Diagnostic]) {
  let (words, wordFaults) = loadWords(files)
  var diagnostics = wordFaults + files.checkNames()
  var assets: [String: Theme.Asset] = [:]
  var assetFiles = files.folder("assets")
  if let sheet = settings?.accent.flatMap({ AccentSheet(accent: $0.value) }) {
    assetFiles.append((AccentSheet.assetName, sheet.bytes))
  }
  for (name, source) in assetFiles {
    let bytes = compactAsset(name, source)
    let digest = SHA256.hexadecimal(of: bytes.span).prefix(12)
    assets[name] = Theme.Asset(path: "assets/\(digested(name, String(digest)))", bytes: bytes)
  }
  var options = EnvironmentOptions(undefined: .strict)
  options.trimBlocks = true
  options.lstripBlocks = true
  let functions = ThemeFunctions(words: words, assets: assets.mapValues(\.path))
  let environment = Environment(
    loader: files, options: options, filters: functions.filters, functions: functions.functions)
  let (templates, errors) = environment.compileAll()
  diagnostics += errors.map { Diagnostic(theme: $0) }
  var logo = settings?.logo.map { String($0.value.trimmingPrefix("assets/")) }
  if let stated = settings?.logo, let name = logo,
    assets[name] == nil || !stated.value.hasPrefix("assets/")
  {
    diagnostics.append(.missingLogo(stated, assets: assets.keys.sorted()))
    logo = nil
  }
  let theme = Theme(templates: templates, words: words, assets: assets, logo: logo)
  return (theme, diagnostics)
}

extension Diagnostic.Code {
  static let missingLogo = Self(rawValue: "missing-logo")
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

  fileprivate static func missingLogo(_ logo: Located<String>, assets: [String]) -> Self {
    let names = assets.map { "assets/\($0)" }
    let help =
      names.contains("assets/\(logo.value)")
      ? "replace '\(logo.value)' with 'assets/\(logo.value)'"
      : replacementHelp(for: logo.value, among: names, noun: "assets")
    return Diagnostic(
      .missingLogo, .error,
      "'theme.logo' names '\(logo.value)', which is no file below 'templates/assets'",
      at: logo.range,
      help: help
        ?? "put the file into 'templates/assets', and write 'logo: assets/' and its name")
  }
}

/// What the theme says, by language, and a diagnostic for each fault of each file of words. A file of
/// the workspace has the words that it says otherwise; the rest are those of the shipped one.
func loadWords(_ files: ThemeFiles) -> (words: [String: Words], diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var words: [String: Words] = [:]
  for (name, bytes) in files.folder("words") where name.hasSuffix(".yml") {
    let path = "templates/words/\(name)"
    let (root, faults) = parseYAML(bytes[...], path: path)
    diagnostics += faults
    let language = String(name.dropLast(4))
    let own = Words(language: language, root: root, path: path)
    guard let shipped = EmbeddedFiles.bytes(named: "words/\(name)"), shipped != bytes else {
      words[language] = own
      continue
    }
    let base = Words(language: language, root: parseYAML(shipped[...], path: path).root, path: path)
    words[language] = base.replacing(with: own)
    diagnostics += files.checkKeys(of: root, against: base)
  }
  return (words, diagnostics)
}

/// `annex.css` with a digest: `annex.1f2e3d4c5b6a.css`.
private func digested(_ name: String, _ digest: String) -> String {
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "\(name).\(digest)" }
  return "\(name[..<dot]).\(digest)\(name[dot...])"
}
