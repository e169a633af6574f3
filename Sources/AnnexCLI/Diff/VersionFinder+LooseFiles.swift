internal import Diagnostics
internal import History
internal import Portal

/// Which of the files of two versions are compared.
private struct LooseChoice {
  let names: (old: Set<String>, new: Set<String>)
  /// What both have alike.
  let same: Set<LooseFile.Identity>
  /// The names that are asked for.
  let wanted: Set<String>
  /// Whether what is wanted stands in one version only, and may have another name in the other.
  let followsRenames: Bool
  let filter: PathFilter

  init(_ before: [LooseFile], _ after: [LooseFile], _ filter: inout PathFilter) {
    let names = (old: Set(before.map(\.name)), new: Set(after.map(\.name)))
    same = Set(before.map(\.identity)).intersection(after.map(\.identity))
    wanted = Set((before + after).map(\.name).filter { filter.includes($0) })
    followsRenames = wanted.contains { names.old.contains($0) != names.new.contains($0) }
    self.names = names
    self.filter = filter
  }
}

private struct ReadLooseFiles {
  var changed: [ContentFile] = []
  /// How many were not read, since the other version has the same.
  var equal = 0
  /// What can't be read.
  var refusals: [(name: String, diagnostic: Diagnostic)] = []
}

/// Versions that are no workspaces: whatever Markdown files they have.
extension VersionFinder {
  /// Only files that differ are read. What is wanted and stands in one version only may have
  /// another name in the other one, so what else stands in one only is read with it.
  func looseVersions(
    _ old: Side, _ new: Side, _ filter: inout PathFilter
  ) throws(CommandFailure) -> FoundVersions {
    let before = try looseFiles(of: old, besides: new)
    let after = try looseFiles(of: new, besides: old)
    let choice = LooseChoice(before, after, &filter)
    let wasRead = try read(before, of: old, choice, besides: choice.names.new)
    let isRead = try read(after, of: new, choice, besides: choice.names.old)
    var (oldFiles, newFiles) = (wasRead.changed, isRead.changed)
    // What can't be read in one version would seem to be added or removed in the other.
    let refusals = wasRead.refusals + isRead.refusals
    let refused = Set(refusals.map(\.name))
    oldFiles.removeAll { refused.contains($0.name) }
    newFiles.removeAll { refused.contains($0.name) }
    let renamed = RenameFinder(
      oldFiles, newFiles, known: historicRenames(from: old, to: new, oldFiles, newFiles)
    ).newOf.sorted { $0.key < $1.key }
      .filter {
        choice.wanted.contains(oldFiles[$0.key].name)
          || choice.wanted.contains(newFiles[$0.value].name)
      }
    let renames = renamed.map { (oldFiles[$0.key].name, newFiles[$0.value].name) }
    for (before, after) in renamed { oldFiles[before].name = newFiles[after].name }
    let told = choice.wanted.union(renames.map(\.1))
    oldFiles.removeAll { !told.contains($0.name) }
    newFiles.removeAll { !told.contains($0.name) }
    return FoundVersions(
      old: UnreadVersion(id: name(of: old), files: oldFiles, isLoose: true),
      new: UnreadVersion(id: name(of: new), files: newFiles, isLoose: true),
      documents: isRead.equal + Set((oldFiles + newFiles).map(\.name)).count, renames: renames,
      refusals: refusals.map(\.diagnostic))
  }

  /// Reads what is chosen of the files of one version; `others`: the names of the other one's.
  private func read(
    _ files: [LooseFile], of side: Side, _ choice: LooseChoice, besides others: Set<String>
  ) throws(CommandFailure) -> ReadLooseFiles {
    var result = ReadLooseFiles()
    for file in files {
      let isWanted = choice.wanted.contains(file.name)
      guard isWanted || choice.followsRenames && !others.contains(file.name),
        isText(file.name, isNamed: choice.filter.names(file.name))
      else { continue }
      if choice.same.contains(file.identity) {
        result.equal += 1
        continue
      }
      switch try file.read(git, name(of: side)) {
      case .success(let text): result.changed.append(text)
      case .failure(let refusal):
        if isWanted { result.refusals.append((file.name, refusal.diagnostic)) }
      }
    }
    return result
  }

  /// All files, from the root of the repository, wherever in it Annex runs.
  private func looseFiles(
    of side: Side, besides other: Side
  ) throws(CommandFailure) -> [LooseFile] {
    switch side {
    case .workspace:
      let root = git?.workingFolder ?? folder
      guard case .revision(_, let commit) = other else { return try LooseFile.all(below: root) }
      return try withoutIgnored(
        LooseFile.all(below: root, holdsRepositories: false), in: "", besides: commit)
    case .revision(_, let commit):
      guard let git else { return [] }
      let files = try git.files(of: commit)
      switch other {
      case .workspace, .folder: return files.compactMap(LooseFile.besideFolder)
      case .release, .revision, .text: break
      }
      return files.map { LooseFile(name: $0.path, source: .git($0)) }
    case .release(let release):
      return release.files.map { LooseFile(name: $0.name, source: .read($0)) }
    case .folder(let folder):
      guard case .revision(_, let commit) = other,
        let path = git?.pathInRepository(of: folder.path)
      else { return try folder.looseFiles(holdingRepositories: true) }
      return try withoutIgnored(
        folder.looseFiles(holdingRepositories: false), in: path, besides: commit)
    case .text: return []
    }
  }

  /// Without drafts and caches that git takes no notice of, unless the commit has them.
  ///
  /// `folder`: where the files are in the repository.
  private func withoutIgnored(
    _ files: [LooseFile], in folder: String, besides commit: GitCommit
  ) throws(CommandFailure) -> [LooseFile] {
    guard let git else { return files }
    let prefix = folder.isEmpty ? "" : folder + "/"
    let known = Set(try git.files(of: commit).map(\.path))
    let others = files.map { prefix + $0.name }.filter { !known.contains($0) }
    let ignored = try git.ignored(among: others)
    return files.filter { !ignored.contains(prefix + $0.name) }
  }

  /// Markdown, and whatever the user named.
  private func isText(_ name: String, isNamed: Bool) -> Bool {
    isNamed || LooseFile.isMarkdown(name)
  }

  /// The files that the commits between two versions renamed one by one, so that each of them may
  /// have changed much in all. Of the workspace those up to HEAD are looked at.
  private func historicRenames(
    from old: Side, to new: Side, _ oldFiles: [ContentFile], _ newFiles: [ContentFile]
  ) -> [(before: String, after: String)] {
    let (before, after) = (Set(oldFiles.map(\.name)), Set(newFiles.map(\.name)))
    guard let git, !before.isSubset(of: after), !after.isSubset(of: before),
      let first = commit(of: old), let last = commit(of: new),
      let base = try? git.commonAncestor(of: first, and: last)
    else { return [] }
    let names = HistoricNames(git, from: base, to: first).inverted
    let later = HistoricNames(git, from: base, to: last)
    return before.subtracting(after).sorted().compactMap { name in
      let original = names[name] ?? name
      let now = later.newOf[original] ?? original
      return after.contains(now) && !before.contains(now) ? (name, now) : nil
    }
  }

  private func commit(of side: Side) -> GitCommit? {
    switch side {
    case .revision(_, let commit): commit
    case .workspace: try? git?.commit(named: "HEAD")
    case .release, .folder, .text: nil
    }
  }
}
