internal import Changes
internal import Diagnostics
internal import Parallelism
internal import Portal

extension CompilerWorkbench {
  package func diff(_ settings: DiffSettings) throws(CommandFailure) -> DiffOutcome {
    let (found, releaseFaults) = try versions(settings)
    let workers = settings.jobs ?? availableProcessors()
    let read = readVersions([found.old, found.new], workers: workers)
    let refused = RefusedDocuments(
      read[0], read[1], wanted: found.wanted, others: found.refusals)
    var changes = compare(
      refused.without(read[0].contents), refused.without(read[1].contents), only: found.wanted,
      workers: workers
    ).noted(by: found.notes)
    changes.add(
      found.renames.map { Change(renamed: looseID(of: $0.after), from: $0.before, to: $0.after) })
    if found.documents > 1 { changes.nameDocuments(areFiles: found.new.isLoose) }
    return DiffOutcome(
      output: output(for: changes, settings), isDifferent: !changes.isEmpty,
      diagnostics: releaseFaults + refused.report(isAll: changes.isEmpty))
  }

  /// What to compare, and what is wrong with releases where the user named none.
  private func versions(
    _ settings: DiffSettings
  ) throws(CommandFailure) -> (found: FoundVersions, releaseFaults: [Diagnostic]) {
    let (from, to, paths) = (settings.from, settings.to, settings.paths)
    if let files = try VersionFinder.files(from, to, paths: paths) { return (files, []) }
    let finder = try VersionFinder(workspace: settings.workspace)
    let found = try finder.find(from, to, paths: paths)
    return (found, from == nil ? finder.releaseFaults : [])
  }

  private func output(for changes: ChangeSet, _ settings: DiffSettings) -> [UInt8] {
    switch settings.format {
    case .text:
      let printer = TextDiffPrinter(
        language: settings.language, isColored: settings.isColored, width: settings.width)
      return settings.isStatistics
        ? printer.statistics(for: changes) : printer.output(for: changes)
    case .json:
      return settings.isStatistics
        ? ChangeCounts(changes).json(of: changes) : changes.json(in: settings.language)
    case .markdown:
      let printer = MarkdownDiffPrinter(language: settings.language)
      return settings.isStatistics
        ? printer.statistics(for: changes) : printer.output(for: changes)
    case .html:
      let printer = HTMLDiffPrinter(language: settings.language)
      return printer.output(for: changes, isStatistics: settings.isStatistics)
    }
  }
}

extension ChangeCounts {
  /// The counts as one JSON object.
  func json(of changes: ChangeSet) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("from", changes.from)
      json.member("to", changes.to)
      json.member("changes", changes.changes.count)
      all.append(to: &json)
      json.member("owners", objects: owners) { json, owner in
        json.member("owner", owner.name)
        json.member("changes", owner.total)
        owner.append(to: &json)
      }
    }
    json.lineBreak()
    return json.bytes
  }
}
