internal import Diagnostics

extension ThemeFiles {
  /// Reports files of macros of the workspace that lack one of the shipped file's which other
  /// templates import: a file takes the place of the whole shipped one.
  func checkMacros() -> [Diagnostic] {
    own.compactMap { name in
      guard names.contains(name), let shipped = EmbeddedFiles.bytes(named: name) else { return nil }
      let known = macros(in: shipped)
      guard !known.isEmpty else { return nil }
      let missing = Set(known).subtracting(macros(in: files[name] ?? []))
      guard !missing.isEmpty else { return nil }
      var importers: [String] = []
      var imported: Set<String> = []
      for other in names where other != name {
        let used = imports(from: name, in: files[other] ?? []).intersection(missing)
        if !used.isEmpty { importers.append(other) }
        imported.formUnion(used)
      }
      guard !imported.isEmpty else { return nil }
      return .missingMacros(imported.sorted(), of: name, importers: importers)
    }
  }

  private func macros(in bytes: [UInt8]) -> [String] {
    tags(in: bytes).compactMap { tag in
      guard tag.hasPrefix("macro ") else { return nil }
      return identifiers(in: tag).dropFirst().first
    }
  }

  /// What `{% from "name" import a, b as c %}` takes.
  private func imports(from name: String, in bytes: [UInt8]) -> Set<String> {
    var imported: Set<String> = []
    for tag in tags(in: bytes) where tag.hasPrefix("from ") {
      guard tag.contains("\"\(name)\"") || tag.contains("'\(name)'"),
        let list = tag.split(separator: " import ").dropFirst().first
      else { continue }
      imported.formUnion(identifiers(in: String(list)))
    }
    return imported
  }

  /// What stands in the tags of a template, without the marks around it.
  private func tags(in bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "{%").dropFirst().map { piece in
      let tag = piece.prefix { $0 != "%" }
      return String(tag.drop { "-+ \n\t".contains($0) })
    }
  }

  private func identifiers(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }
}

extension Diagnostic.Code {
  static let missingMacro = Self(rawValue: "missing-macro")
}

extension Diagnostic {
  fileprivate static func missingMacros(
    _ macros: [String], of name: String, importers: [String]
  ) -> Self {
    let list = macros.map { "'\($0)'" }.joined(separator: ", ")
    let users = importers.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .missingMacro,
      "'templates/\(name)' lacks \(list), which \(users)\(importers.count > 3 ? " and others" : "") "
        + (importers.count == 1 ? "imports" : "import"),
      at: SourceRange(path: "templates/\(name)", line: 1, column: 1),
      help: "copy what it lacks from the shipped file, which 'annex theme --print \(name)' shows")
  }
}
