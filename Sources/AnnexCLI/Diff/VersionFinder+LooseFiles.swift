internal import Diagnostics
internal import History
internal import Portal

/// Versions that are no workspaces: whatever Markdown files they have.
extension VersionFinder {
  /// Only files that differ are read. What is wanted and stands in one version only may have
  /// another name in the other one, so what else stands in one only is read with it.
  func looseVersions(
    _ old: Side, _ new: Side, _ filter: inout PathFilter
  ) throws(CommandFailure) -> FoundVersions {
    let before = try looseFiles(of: old, besides: new)
    let after = try looseFiles(of: new, besides: old)
    let same = Set(before.map(\.identity)).intersection(after.map(\.identity))
    let names = (old: Set(before.map(\.name)), new: Set(after.map(\.name)))
    let wanted = Set((before + after).map(\.name).filter { filter.includes($0) })
    let followsRenames = wanted.contains { names.old.contains($0) != names.new.contains($0) }
    var equal = 0
    var refusals: [(name: String, diagnostic: Diagnostic)] = []
    func changed(
      _ files: [LooseFile], _ side: Side, besides others: Set<String>
    ) throws(CommandFailure) -> [ContentFile] {
      var read: [ContentFile] = []
      equal = 0
      for file in files {
        let isWanted = wanted.contains(file.name)
        guard isWanted || followsRenames && !others.contains(file.name),
          isText(file.name, isNamed: filter.names(file.name))
        else { continue }
        if same.contains(file.identity) {
          equal += 1
          continue
        }
        switch try file.read(git, name(of: side)) {
        case .success(let text): read.append(text)
        case .failure(let refusal):
          if isWanted { refusals.append((file.name, refusal.diagnostic)) }
        }
      }
      return read
    }
    var oldFiles = try changed(before, old, besides: names.new)
    var newFiles = try changed(after, new, besides: names.old)
    // What can't be read in one version would seem to be added or removed in the other.
    let refused = Set(refusals.map(\.name))
    oldFiles.removeAll { refused.contains($0.name) }
    newFiles.removeAll { refused.contains($0.name) }
    let renamed = RenameFinder(oldFiles, newFiles).newOf.sorted { $0.key < $1.key }
      .filter { wanted.contains(oldFiles[$0.key].name) || wanted.contains(newFiles[$0.value].name) }
    let renames = renamed.map { (oldFiles[$0.key].name, newFiles[$0.value].name) }
    for (before, after) in renamed { oldFiles[before].name = newFiles[after].name }
    let told = wanted.union(renames.map(\.1))
    oldFiles.removeAll { !told.contains($0.name) }
    newFiles.removeAll { !told.contains($0.name) }
    return FoundVersions(
      old: UnreadVersion(id: name(of: old), files: oldFiles, isLoose: true),
      new: UnreadVersion(id: name(of: new), files: newFiles, isLoose: true),
      documents: equal + Set((oldFiles + newFiles).map(\.name)).count, renames: renames,
      refusals: refusals.map(\.diagnostic))
  }
}
