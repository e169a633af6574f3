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

/// Compiles the theme; the accent of the portal, if it has one, becomes an asset of its own.
///
/// `languages`: those of the portal; one without words has those of the language that it is a form
/// of, as `de` for `de-AT`.
///
/// - Returns: the theme, and a diagnostic for each fault of each template and each file of words,
///   and for a logo that is not there.
func loadTheme(
  _ files: ThemeFiles, settings: PortalSettings.Theme? = nil, languages: [String] = []
) -> (theme: Theme, diagnostics: [Diagnostic]) {
  var (words, wordFaults) = loadWords(files)
  for language in languages where words[language] == nil {
    words[language] = words.words(for: language)
  }
  var diagnostics =
    wordFaults + files.checkNames(logo: settings?.logo?.value) + files.checkBlankPages()
    + files.checkMacros() + files.checkContentPolicy()
  var assets: [String: Theme.Asset] = [:]
  var assetFiles = files.folder("assets")
  if let sheet = settings?.accent.flatMap({ AccentSheet(accent: $0.value) }) {
    assetFiles.append((AccentSheet.assetName, sheet.bytes))
  }
  // Style sheets last: they name others.
  let isStyle = { (name: String) in name.hasSuffix(".css") }
  let sorted = assetFiles.filter { !isStyle($0.name) } + assetFiles.filter { isStyle($0.name) }
  for (name, source) in sorted {
    var bytes = compactAsset(name, source)
    if isStyle(name) { bytes = linkedStyle(name, bytes, assets: assets) }
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
  diagnostics += files.diagnostics(of: errors)
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
///
/// `folder`: where the files are, for diagnostics.
func loadWords(
  _ files: ThemeFiles, in folder: String = "templates"
) -> (words: [String: Words], diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var words: [String: Words] = [:]
  for (name, bytes) in files.folder("words") where name.hasSuffix(".yml") {
    let path = "\(folder)/words/\(name)"
    let (root, faults) = parseYAML(bytes[...], path: path)
    diagnostics += faults
    let language = String(name.dropLast(4))
    let own = Words(language: language, root: root)
    let shipped =
      EmbeddedFiles.bytes(named: "words/\(name)")
      ?? EmbeddedFiles.bytes(named: "words/\(primaryLanguage(of: language)).yml")
    if shipped == bytes {
      words[language] = own
      continue
    }
    // A language of one's own says the same words as the English file.
    guard let model = shipped ?? EmbeddedFiles.bytes(named: "words/en.yml") else { continue }
    let base = Words(language: language, root: parseYAML(model[...], path: path).root)
    words[language] = shipped == nil ? own : base.replacing(with: own)
    diagnostics += files.checkWords(root, path: path, against: base)
  }
  return (words, diagnostics)
}

/// `annex.css` with a digest: `annex.1f2e3d4c5b6a.css`.
private func digested(_ name: String, _ digest: String) -> String {
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "\(name).\(digest)" }
  return "\(name[..<dot]).\(digest)\(name[dot...])"
}
