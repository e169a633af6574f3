internal import Diagnostics

extension ThemeFiles {
  /// Reports files of the workspace's `templates` that take no shipped file's place and that
  /// nothing names, where that is a slip: templates of pages, since none can be added, and all
  /// that is called like a file, or lies in a folder called like one, that the theme has.
  ///
  /// `logo`: the asset that the settings name.
  func checkNames(logo: String? = nil) -> [Diagnostic] {
    let shipped = ShippedNames()
    return own.compactMap { name in
      guard !shipped.all.contains(name), name != logo else { return nil }
      let meant = shipped.name(meantBy: name)
      let isTemplate = names.contains(name)
      let isPage = isTemplate && folderName(of: name) == "pages"
      guard isPage || meant != nil, !isNamed(name, meant: meant) else { return nil }
      return .unusedFile(name, meant: meant, isTemplate: isTemplate)
    }
  }

  /// Whether another file of the theme says the path of this one, or of those of the workspace its
  /// name, unless the name is that of a shipped file in another folder.
  private func isNamed(_ name: String, meant: String?) -> Bool {
    let others = files.keys.filter { $0 != name && isText($0) }
    let isNamedByPath = others.contains { other in
      ["\"", "'"].contains { contains("\($0)\(name)", in: other) }
    }
    let place = folderName(of: name)
    // Assets are named from their folder: such a name means no file of the top one.
    if isNamedByPath, names.contains(name) || !place.isEmpty { return true }
    guard place != "pages", meant.map(folderName) ?? place == place else { return false }
    return others.contains { own.contains($0) && contains(fileName(of: name), in: $0) }
  }

  private func isText(_ name: String) -> Bool {
    names.contains(name) || name.hasSuffix(".css") || name.hasSuffix(".js")
  }

  /// Whether a file holds a text.
  func contains(_ text: String, in name: String) -> Bool {
    guard let bytes = files[name] else { return false }
    let word = Array(text.utf8)
    guard let first = word.first, bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == first && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }
}

/// The names of the shipped theme.
private struct ShippedNames {
  let all = Set(EmbeddedFiles.names)
  private let byFolder = Dictionary(grouping: EmbeddedFiles.names, by: folderName)

  /// The path that a file's most likely stands for: the same name in the folder that its own is
  /// called like, or in the one folder that has the name; a name called like it; a language's words.
  func name(meantBy name: String) -> String? {
    let (own, file) = (folderName(of: name), fileName(of: name))
    let place = byFolder[own] == nil ? nearMiss(for: own, among: byFolder.keys) : own
    if place == "words" {
      let meant = "words/\(file.prefix { $0 != "." }).yml"
      return meant == name ? nil : meant
    }
    let siblings = place.flatMap { byFolder[$0] } ?? []
    if let same = siblings.first(where: { fileName(of: $0) == file }) { return same }
    if let near = nearMiss(for: file, among: siblings.map(fileName)) {
      return siblings.first { fileName(of: $0) == near }
    }
    let others = all.filter { fileName(of: $0) == file }
    return others.count == 1 ? others.first : nil
  }
}

private func folderName(of name: String) -> String {
  name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
}

private func fileName(of name: String) -> String {
  name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
}

extension Diagnostic {
  fileprivate static func unusedFile(_ name: String, meant: String?, isTemplate: Bool) -> Self {
    let summary =
      isTemplate
      ? "template 'templates/\(name)' is not used; no page has its name, and no template names it"
      : "'templates/\(name)' is not used; no file of the theme has its name, and none names it"
    return Diagnostic(
      .unexpectedFile, .warning, summary,
      at: SourceRange(path: "templates/\(name)", line: 1, column: 1),
      help: meant.map { "rename it to '\($0)'" }
        ?? "let another template include it, or remove it; a page of one's own can't be added")
  }
}
