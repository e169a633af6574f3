internal import Diagnostics
internal import FileSystem
internal import Frontmatter
internal import History
internal import Portal
internal import Registers

/// What a workspace holds, as far as versions are compared; empty where there is no workspace.
struct WorkspaceContent {
  private let workspace: Workspace
  let files: [ContentFile]

  init(_ path: String) {
    // A folder without content is no fault here: what is compared may lie in git, or be two files.
    let isWorkspace = (try? Folder(at: path).status(of: "content")) != nil
    workspace = isWorkspace ? Workspace.load(path).workspace : Workspace(sources: [])
    files = workspace.contentFiles
  }

  /// What is written about the release to come.
  var nextNotes: [ReleaseNote] {
    workspace.sources.first { $0.kind == .nextRelease }.flatMap {
      readNextRelease(from: $0.bytes, path: $0.path).next?.notes
    } ?? []
  }

  /// The releases of the workspace, oldest first, and what is wrong with its tags.
  func releases(
    from git: GitSource?
  ) throws(CommandFailure) -> (releases: [PublishedRelease], diagnostics: [Diagnostic]) {
    guard let file = workspace.sources.first(where: { $0.kind == .portal }),
      case .tags(let pattern)? = readPortalSettings(from: file.bytes, path: file.path)
        .settings?.releases
    else { return (readFrozenReleases(workspace.frozenFolders).releases, []) }
    return try git?.releases(matching: pattern.value, at: pattern.range) ?? ([], [])
  }
}
