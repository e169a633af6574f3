internal import History

/// How files are called that the commits after another one renamed.
struct HistoricNames {
  /// By the name in the older commit.
  private(set) var newOf: [String: String] = [:]

  /// By the name in the newer commit.
  var inverted: [String: String] {
    Dictionary(newOf.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  init(_ git: GitSource, from old: GitCommit, to new: GitCommit) {
    guard old != new,
      let steps = git.steps(from: old, to: new, where: LooseFile.isMarkdown)
    else { return }
    /// By the present name the one that it had first.
    var origins: [String: String] = [:]
    var cameLater: Set<String> = []
    for step in steps {
      let removed = step.removed.compactMap { try? git.read($0, revision: "") }
      let added = step.added.compactMap { try? git.read($0, revision: "") }
      let renames = RenameFinder(removed, added).newOf
      var found: [(name: String, origin: String)] = []
      for (index, file) in removed.enumerated() {
        let origin =
          origins.removeValue(forKey: file.name)
          ?? (cameLater.contains(file.name) ? nil : file.name)
        cameLater.remove(file.name)
        guard let origin, let after = renames[index] else { continue }
        found.append((added[after].name, origin))
      }
      for file in added { cameLater.insert(file.name) }
      for (name, origin) in found { origins[name] = origin }
    }
    for (name, origin) in origins { newOf[origin] = name }
  }
}
