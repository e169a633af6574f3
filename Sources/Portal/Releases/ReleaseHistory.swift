package import Diagnostics
internal import Frontmatter
internal import History
internal import Registers

/// The releases of a portal, and what is written for the one to come.
struct ReleaseHistory: Sendable {
  /// Oldest first.
  var releases: [PublishedRelease] = []
  var next: NextRelease?
  /// Whether releases before the first one may be missing, as in a shallow clone.
  var isCutOff = false
}

/// Loads the releases of a workspace: its frozen ones, or the tags of the repository that it is in.
///
/// `folder`: the workspace, as the system takes it; only tags need it.
///
/// - Returns: the releases, and a diagnostic for each frozen file that has changed, for what can't
///   be read of the notes, and for a repository that can't be read.
func loadReleases(
  of workspace: Workspace, settings: PortalSettings?, folder: String
) -> (history: ReleaseHistory, diagnostics: [Diagnostic]) {
  var history = ReleaseHistory()
  var diagnostics: [Diagnostic] = []
  if let file = workspace.sources.first(where: { $0.kind == .nextRelease }) {
    (history.next, diagnostics) = readNextRelease(from: file.bytes, path: file.path)
  }
  let (frozen, faults) = readFrozenReleases(workspace.frozenFolders)
  diagnostics += faults
  history.releases = frozen
  guard case .tags(let pattern)? = settings?.releases else { return (history, diagnostics) }
  do throws(GitError) {
    let repository = try GitRepository(around: folder)
    history.isCutOff = repository.isShallow
    let content = repository.path(ofContentIn: folder)
    let (releases, faults) = try readTaggedReleases(
      in: repository, matching: pattern.value, contentFolder: content, at: pattern.range,
      shallow: settings?.checks.shallowSeverity)
    history.releases = releases
    diagnostics += faults
    for (before, after) in zip(releases, releases.dropFirst()) where after.date < before.date {
      diagnostics.append(.releaseDatedBack(after, before))
    }
  } catch {
    diagnostics.append(.unreadableRepository(error, at: pattern.range))
  }
  return (history, diagnostics)
}

extension PortalSettings.Checks {
  /// A portal without its past is not what its author asked for, unless they say so.
  fileprivate var shallowSeverity: Diagnostic.Severity? {
    switch shallowClone?.value {
    case .error, nil: .error
    case .warning: .warning
    case .note: .note
    case .off: nil
    }
  }
}

extension Diagnostic.Code {
  package static let unreadableRepository = Self(rawValue: "unreadable-repository")
}

extension Diagnostic {
  fileprivate static func releaseDatedBack(
    _ release: PublishedRelease, _ last: PublishedRelease
  ) -> Self {
    Diagnostic(
      .releaseOutOfOrder, .warning,
      "release '\(release.id)' was made after '\(last.id)' of \(last.date), but its commit is "
        + "dated \(release.date)",
      at: release.place,
      help: "set the clock, commit anew, and move tag '\(release.id)' to that commit")
  }

  fileprivate static func unreadableRepository(_ error: GitError, at range: SourceRange) -> Self {
    Diagnostic(
      .unreadableRepository, "releases can't be read: \(error.summary)", at: range,
      help: error.help)
  }
}
