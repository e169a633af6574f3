package import Diagnostics
internal import Frontmatter

/// What parties are called; see Data/roles.yml.
package struct RoleCatalog: Sendable {
  package struct Role: Sendable {
    package var id: String
    package var names: [String]
  }

  package var roles: [Role] = []
  /// Names by the stem of their first word.
  private(set) var byStem: [UInt64: [(role: Int, name: String, stems: [UInt64])]] = [:]

  package init() {}

  package init(_ roles: [Role]) {
    self.roles = roles
    for (index, role) in roles.enumerated() {
      for name in role.names { add(name, role: index) }
    }
  }

  /// Adds what a party is called in one agreement.
  mutating func add(_ name: String, role: Int) {
    let stems = TermWords(name).stems
    guard let first = stems.first, stems.count <= DefinedTerm.longest else { return }
    byStem[first, default: []].append((role, name, stems))
  }

  func role(_ id: String) -> Int? { roles.firstIndex { $0.id == id } }
}

/// Reads the catalog of roles from its YAML.
package func readRoles(
  _ bytes: [UInt8], path: String
) -> (catalog: RoleCatalog, diagnostics: [Diagnostic]) {
  let parsed = parseYAML(bytes[...], path: path)
  guard let root = parsed.root else { return (RoleCatalog(), parsed.diagnostics) }
  var reader = RecordReader(root, path: path, what: "catalog of roles")
  _ = reader.requiredText("edition")
  let roles = reader.records("roles", what: "role") { record -> RoleCatalog.Role? in
    let id = record.requiredText("id")
    let names = record.texts("names").map(\.value)
    return id.map { RoleCatalog.Role(id: $0.value, names: names) }
  }
  reader.finish()
  return (RoleCatalog(roles), parsed.diagnostics + reader.diagnostics)
}
