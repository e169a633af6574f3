internal import Agreements
package import Changes
internal import Deadlines
package import Diagnostics
internal import Frontmatter
internal import History
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
  let (check, content) = buildPortalAndKeep(checking, progress: progress)
  var release = PreparedRelease(
    diagnostics: check.diagnostics, texts: check.texts, id: id ?? request.asOf.description)
  if case .tags(let pattern)? = content.settings?.releases {
    release.source = .tags(pattern: pattern.value)
  } else if content.releases.releases.contains(where: { $0.id == release.id }) {
    release.source = .taken
    return release
  }
  // A file that could not be opened would be told as removed.
  guard content.settings != nil, !check.diagnostics.contains(where: { $0.code.isOfLoading }) else {
    return release
  }
  progress.begin("compare")
  let comparison = ReleaseComparison(
    of: check.texts.workspace.contentFiles, id: release.id, with: content.releases,
    workers: request.workers)
  release.check(comparison, from: content, on: request.asOf)
  let isRefused = release.diagnostics.contains {
    $0.severity == .error || (request.isStrict && $0.severity == .warning)
  }
  guard !isRefused, case .folders = release.source else { return release }
  release.freeze(
    comparison, next: content.releases.next, after: content.releases.releases, on: request.asOf)
  return release
}

/// What makes two diagnostics tell the same.
private struct Fault: Hashable {
  var code: Diagnostic.Code
  var range: SourceRange?
}

/// The content of today beside the latest release: all of both, also what the public may not read.
private struct ReleaseComparison {
  let files: [ContentFile]
  /// The latest release; `nil` before the first one.
  let last: ReadVersion?
  let today: ReadVersion
  /// The changes, as far as notes overrule what was read of them.
  let noted: NotedChanges
  /// What can't be read is no change; of all else everything is told in one run.
  let refused: [RefusedFile]
  /// The words of the default theme, which variables in texts are written with.
  let words: [String: Words]

  init(of files: [ContentFile], id: String, with history: ReleaseHistory, workers: Int) {
    self.files = files
    words = shippedWords
    var read = readVersions(
      history.releases.suffix(1).map { UnreadVersion(id: $0.id, files: $0.files) }
        + [UnreadVersion(id: id, files: files)], words: words, isPublic: false, workers: workers)
    today = read.removeLast()
    last = read.last
    let empty = ReleaseContents(id: "", agreements: [], registers: RegisterSet(settings: nil))
    noted = compare(last?.contents ?? empty, today.contents)
      .noting(history.next?.notes ?? [])
    refused = today.refusals + (last?.refusals ?? [])
  }
}

extension PreparedRelease {
  /// Checks what a release promises, and takes note of what it would publish.
  fileprivate mutating func check(
    _ comparison: ReleaseComparison, from content: ReadContent, on day: CalendarDate
  ) {
    // Published, a last day would stand that was counted from before the change.
    for index in diagnostics.indices where diagnostics[index].code == .changedAnnouncement {
      diagnostics[index].severity = .error
    }
    let known = diagnostics.refusedNotices
    diagnostics += checkRelease(
      ReleaseCandidate(
        id: id, date: day, changes: comparison.noted.changes.without(comparison.refused),
        content: comparison.today, isComplete: comparison.refused.isEmpty, last: comparison.last,
        releases: content.releases.releases, holidays: content.holidays,
        earlier: EarlierPromises(
          content.releases.releases,
          settings: content.settings,
          agreements: comparison.today.contents.agreements.map(\.agreement)),
        files: comparison.files, words: comparison.words)
    ).filter { $0.code != .shortNotice || !known.contains($0.range) }
    // What is an error of a release is a warning of every build, and told once.
    let errors = Set(
      diagnostics.lazy.filter { $0.severity == .error }.map {
        Fault(code: $0.code, range: $0.range)
      })
    diagnostics.removeAll {
      $0.severity == .warning && errors.contains(Fault(code: $0.code, range: $0.range))
    }
    // What the release refuses needs no warning beside it.
    let refused = diagnostics.refusedNotices
    diagnostics.removeAll {
      ($0.code == .unannouncedUse || $0.code == .shortNotice && $0.severity == .warning)
        && refused.contains($0.range)
    }
    guard comparison.refused.isEmpty else { return }
    changes = comparison.noted.changes
    diagnostics += comparison.noted.idle.map { .idleReleaseNote($0) }
    diagnostics += comparison.noted.ambiguous.map { .ambiguousReleaseNote($0, $1, $2) }
  }

  /// Makes the files of the release, and what is left of the notes for it.
  fileprivate mutating func freeze(
    _ comparison: ReleaseComparison, next: NextRelease?, after releases: [PublishedRelease],
    on day: CalendarDate
  ) {
    let idle = comparison.noted.idle
    files = freezeContent(
      comparison.files, id: id, date: day, summary: next?.summary,
      notes: (next?.notes ?? []).filter { !idle.contains($0) },
      versions: comparison.today.contents.agreements.compactMap { snapshot in
        snapshot.agreement.metadata.version.map { (snapshot.agreement.id, $0.value) }
      }, previous: releases.unguardedRecords)
    usesNotes = next != nil
    if !idle.isEmpty { notesLeft = Array(record(of: idle).utf8) }
  }
}

extension [Diagnostic] {
  /// The places of uses that come too early.
  fileprivate var refusedNotices: [SourceRange?] {
    filter { $0.code == .shortNotice && $0.severity == .error }.map(\.range)
  }
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
