package import Diagnostics
internal import Frontmatter

/// What parties are called; see Data/roles.yml.
package struct RoleCatalog: Sendable {
  package struct Role: Sendable {
    package var id: String
    package var names: [String]
    /// What the law calls the role: a word that anyone may use for it.
    package var statutory: [String]
  }

  package var roles: [Role] = []
  /// Keys of names that are no terms of an agreement, such as `European Union`; see ``StemKey``.
  private(set) var commonKeys = WordTable(capacity: 64)
  /// Names by the stem of their first word.
  private(set) var byStem: [UInt64: [Name]] = [:]
  /// The stems that ``byStem`` has.
  private var firstStems = WordTable(capacity: 64)

  struct Name: Sendable {
    var role: Int
    var name: String
    /// Never empty.
    var stems: [UInt64]
    var isStatutory: Bool

    /// `nil` where a name has no word, or more than a term can have.
    init?(_ name: String, role: Int, isStatutory: Bool = false) {
      stems = TermWords(name).stems
      guard !stems.isEmpty, stems.count <= DefinedTerm.longest else { return nil }
      self.role = role
      self.name = name
      self.isStatutory = isStatutory
    }
  }

  package init() {}

  package init(_ roles: [Role], common: [String] = []) {
    self.roles = roles
    for name in common { commonKeys[StemKey.of(TermWords(name).stems[...])] = 1 }
    for (index, role) in roles.enumerated() {
      for name in role.names { add(name, role: index) }
      for name in role.statutory { add(name, role: index, isStatutory: true) }
    }
  }

  private mutating func add(_ name: String, role: Int, isStatutory: Bool = false) {
    guard let name = Name(name, role: role, isStatutory: isStatutory) else { return }
    firstStems[name.stems[0]] = 1
    byStem[name.stems[0], default: []].append(name)
  }

  /// Whether a name begins with the word of this stem.
  @inline(__always)
  func mayBegin(with stem: UInt64) -> Bool { firstStems[stem] != 0 }

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
  let common = reader.texts("common").map(\.value)
  let roles = reader.records("roles", what: "role") { record -> RoleCatalog.Role? in
    let id = record.requiredText("id")
    let names = record.texts("names").map(\.value)
    let statutory = record.texts("statutory").map(\.value)
    return id.map { RoleCatalog.Role(id: $0.value, names: names, statutory: statutory) }
  }
  reader.finish()
  return (RoleCatalog(roles, common: common), parsed.diagnostics + reader.diagnostics)
}
