internal import Agreements
package import Changes
internal import Deadlines
package import Diagnostics
internal import Frontmatter
internal import History
internal import References
internal import Registers

/// A release that could be frozen, or why it could not.
package struct PreparedRelease: Sendable {
  package var diagnostics: [Diagnostic]
  /// The files that diagnostics point into.
  package var texts: PortalTexts
  package var id: String
  /// What it would publish; `nil` where some of the content could not be read.
  package var changes: ChangeSet?
  /// What it would freeze, named from the folder of the release; empty where it must not.
  package var files: [(name: String, bytes: [UInt8])] = []
  /// Whether `content/releases/next.yml` is taken into the release, and has had its time then.
  package var usesNotes = false
  /// What it holds from then on: the notes that are about none of the changes. Without any, the
  /// file is to be removed.
  package var notesLeft: [UInt8] = []
  package var source = Source.folders

  package enum Source: Sendable {
    case folders
    /// Releases are tags: there is nothing to freeze.
    case tags(pattern: String)
    /// A release of that id is there already.
    case taken
  }
}

/// Does all of `annex release` but the writing: checks the workspace, compares it with the latest
/// release, and checks what a release promises.
///
/// Where releases are tags, all but the freezing is done.
///
/// `id`: the day where there is none.
package func prepareRelease(
  _ id: String?, of request: PortalRequest, progress: any ProgressReporter
) -> PreparedRelease {
  var checking = request
  checking.output = nil
  let check = buildPortal(checking, progress: progress)
  let workspace = check.texts.workspace
  let (settings, _) = readSettings(in: workspace)
  let (history, faults) = loadReleases(
    of: workspace, settings: settings, folder: request.workspace)
  var release = PreparedRelease(
    diagnostics: check.diagnostics, texts: check.texts, id: id ?? request.asOf.description)
  release.diagnostics += faults.filter { !check.diagnostics.contains($0) }
  if case .tags(let pattern)? = settings?.releases {
    release.source = .tags(pattern: pattern.value)
  } else if history.releases.contains(where: { $0.id == release.id }) {
    release.source = .taken
    return release
  }
  // A file that could not be opened would be told as removed.
  guard settings != nil, !check.diagnostics.contains(where: { $0.code.isOfLoading }) else {
    return release
  }
  progress.begin("compare")
  let files = workspace.contentFiles
  var read = readVersions(
    history.releases.map { UnreadVersion(id: $0.id, files: $0.files) }
      + [UnreadVersion(id: release.id, files: files)], workers: request.workers)
  let content = read.removeLast()
  let notes = history.next?.notes ?? []
  let empty = ReleaseContents(id: "", agreements: [], registers: RegisterSet(settings: nil))
  let noted = compare(read.last?.contents ?? empty, content.contents).noting(notes)
  // What can't be read is no change; of all else everything is told in one run.
  let refused = content.refusals + (read.last?.refusals ?? [])
  let known = check.diagnostics.filter { $0.code == .shortNotice }.map(\.range)
  release.diagnostics += checkRelease(
    ReleaseCandidate(
      id: release.id, date: request.asOf, changes: noted.changes.without(refused), content: content,
      isComplete: refused.isEmpty, past: read, releases: history.releases,
      holidays: readHolidays(in: workspace).atlas)
  ).filter { $0.code != .shortNotice || !known.contains($0.range) }
  if refused.isEmpty {
    release.changes = noted.changes
    release.diagnostics += noted.idle.map { .idleReleaseNote($0) }
    release.diagnostics += noted.ambiguous.map { .ambiguousReleaseNote($0, $1, $2) }
  }
  let isRefused = release.diagnostics.contains {
    $0.severity == .error || (request.isStrict && $0.severity == .warning)
  }
  guard !isRefused, case .folders = release.source else { return release }
  release.files = freezeContent(
    files, id: release.id, date: request.asOf, summary: history.next?.summary,
    notes: notes.filter { !noted.idle.contains($0) },
    versions: content.contents.agreements.compactMap { snapshot in
      snapshot.agreement.metadata.version.map { (snapshot.agreement.id, $0.value) }
    })
  release.usesNotes = history.next != nil
  if !noted.idle.isEmpty { release.notesLeft = Array(record(of: noted.idle).utf8) }
  return release
}

extension ChangeSet {
  /// The changes but for those of files that could not be read.
  fileprivate func without(_ refused: [RefusedFile]) -> ChangeSet {
    guard !refused.isEmpty else { return self }
    let known = changes.filter { change in
      !refused.contains { file in
        switch file.subject {
        case .agreement(let id): change.agreement == id
        case .record(let name):
          [change.before, change.after].contains { $0?.file.hasSuffix("/\(name)") == true }
        }
      }
    }
    return ChangeSet(from: from, to: to, changes: known, redlines: redlines)
  }
}
