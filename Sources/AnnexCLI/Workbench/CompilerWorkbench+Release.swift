internal import Changes
package import Diagnostics
internal import FileSystem
internal import History
internal import Portal

extension CompilerWorkbench {
  package func release(
    _ settings: ReleaseSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> ReleaseOutcome {
    let prepared = prepareRelease(
      settings.id, of: request(settings.build, output: nil), progress: progress)
    switch prepared.source {
    case .folders: break
    case .tags(let pattern):
      if settings.isTrial { break }
      throw CommandFailure(
        .cannotCreate, "the releases of this portal are tags of its git repository",
        help: "check with '--dry-run', then tag the commit with a name such as '\(pattern)', or "
          + "remove 'releases' from 'content/portal.yml'")
    case .taken:
      throw CommandFailure(
        .cannotCreate, "release '\(prepared.id)' is there already",
        help: "choose another name: 'annex release \(prepared.id).2'")
    }
    var outcome = ReleaseOutcome(
      diagnostics: prepared.diagnostics, texts: prepared.texts, output: [], id: prepared.id)
    if var changes = prepared.changes {
      if changes.redlines.count > 1 { changes.nameDocuments(areFiles: false) }
      let printer = TextDiffPrinter(
        language: settings.language, isColored: settings.isColored, width: settings.width)
      outcome.output =
        settings.isJSON ? changes.json(in: settings.language) : printer.output(for: changes)
    }
    guard !settings.isTrial, !prepared.files.isEmpty else { return outcome }
    try write(prepared, in: settings.build.workspace)
    outcome.written = (
      joinedPath(settings.build.workspace, "content/releases/\(prepared.id)"),
      prepared.files.count
    )
    return outcome
  }

  /// Leaves in `next.yml` what was no part of the release.
  private func replaceNotes(
    with left: [UInt8], in workspace: borrowing Folder
  ) throws(FileError) {
    guard !left.isEmpty else { return try workspace.remove("content/releases/next.yml") }
    let folder = try workspace.folder(at: "content/releases")
    let staged = ".next.yml.new"
    if try folder.status(of: staged) != nil { try folder.remove(staged) }
    try folder.createFile(staged, holding: left.span)
    try folder.rename(staged, to: "next.yml", in: folder)
  }

  private func write(
    _ release: PreparedRelease, in workspace: String
  ) throws(CommandFailure) {
    do throws(FileError) {
      let folder = try Folder(at: workspace)
      guard try writeRelease(release.files, id: release.id, in: folder) else {
        // Made by somebody else since the workspace was read.
        throw FileError(.create, "content/releases/\(release.id)", .notAFolder)
      }
      if release.usesNotes { try replaceNotes(with: release.notesLeft, in: folder) }
    } catch {
      let path = joinedPath(workspace, error.path)
      throw CommandFailure(.cannotCreate, "'\(path)' can't be written: \(error.reason)")
    }
  }
}
