internal import Diagnostics
internal import FileSystem
internal import History
internal import Portal
internal import Registers

/// Finds the versions that the operands of `annex diff` name.
///
/// An operand is, in this order: a file, a release, a file of a revision (`REVISION:PATH`), a
/// revision, a folder.
struct VersionFinder {
  /// What an operand turned out to be.
  enum Side {
    case workspace
    case release(PublishedRelease)
    case revision(String, GitCommit)
    case folder(FolderContent)
    /// A text by itself.
    case text(ContentFile)
  }

  let folder: String
  private let content: WorkspaceContent
  let git: GitSource?
  private let gitFault: GitError?
  private let releases: [PublishedRelease]
  /// What is wrong with the tags that are releases.
  let releaseFaults: [Diagnostic]

  init(workspace: String) throws(CommandFailure) {
    folder = workspace
    var opened: GitSource?
    var fault: GitError?
    do throws(GitError) {
      opened = try GitSource(around: workspace)
    } catch {
      fault = error
    }
    (git, gitFault) = (opened, fault)
    content = WorkspaceContent(workspace)
    (releases, releaseFaults) = try content.releases(from: git)
  }

  /// Two files, for which neither the workspace nor git needs to be looked at; `nil` where an
  /// operand is something else.
  static func files(
    _ from: String?, _ to: String?, paths: [String]
  ) throws(CommandFailure) -> FoundVersions? {
    guard let from, let to, paths.isEmpty, let old = try readableFile(from),
      let new = try readableFile(to)
    else { return nil }
    return FoundVersions(old, new)
  }

  /// The two versions; of files that are no workspace, only what the paths want.
  func find(
    _ from: String?, _ to: String?, paths: [String]
  ) throws(CommandFailure) -> FoundVersions {
    var (old, new) = try sides(from, to)
    // A text against a whole revision means the same path there.
    switch (old, new) {
    case (.revision(let name, let commit), .text(let file)):
      old = .text(try text(of: file, in: commit, named: name))
    case (.text(let file), .revision(let name, let commit)):
      new = .text(try text(of: file, in: commit, named: name))
    case (.text(let file), .workspace):
      throw CommandFailure(
        .noInput, "operand '\(file.path)' is a file, and a second one is missing",
        help: "name two files, or a file and a revision")
    case (.text(let file), .release), (.text(let file), .folder), (.release, .text(let file)),
      (.folder, .text(let file)):
      throw CommandFailure(
        .noInput, "operand '\(file.path)' is a file, and the other one holds several",
        help: "name two files, or what to compare in both after '--'")
    default: break
    }
    if case .text(let first) = old, case .text(let second) = new {
      return FoundVersions(first, second)
    }
    var filter = PathFilter(paths, prefix: prefix)
    let versions = try versions(old, new, &filter)
    if let path = filter.firstUnused {
      throw CommandFailure(.noInput, "path '\(path)' names nothing in either version")
    }
    return versions
  }
}

// MARK: - Operands

extension VersionFinder {
  private func sides(
    _ from: String?, _ to: String?
  ) throws(CommandFailure) -> (old: Side, new: Side) {
    if let from, to == nil, let both = try sides(sinceTheyParted: from) { return both }
    let old = try oldSide(from)
    return (old, try to.map { operand throws(CommandFailure) in try side(operand) } ?? .workspace)
  }

  /// `main...feature` as git has it: what the second holds, against what both were made from.
  private func sides(
    sinceTheyParted operand: String
  ) throws(CommandFailure) -> (old: Side, new: Side)? {
    let names = operand.split(separator: "...", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "HEAD" : String($0)
    }
    guard names.count == 2, operand.utf8.count > 3, let git,
      let first = try git.commit(named: names[0]), let second = try git.commit(named: names[1])
    else { return nil }
    guard let base = try git.commonAncestor(of: first, and: second) else {
      throw CommandFailure(
        .noInput, "revisions '\(names[0])' and '\(names[1])' have no commit in common",
        help: "name the two behind each other to compare them as they are")
    }
    return (
      .revision(String(base.id.description.prefix(10)), base), .revision(names[1], second)
    )
  }

  private func oldSide(_ operand: String?) throws(CommandFailure) -> Side {
    if let operand { return try side(operand) }
    if let latest = releases.last { return .release(latest) }
    if let head = try git?.commit(named: "HEAD") { return .revision("HEAD", head) }
    throw CommandFailure(
      .noInput, "there is no release to compare with",
      help: "name two versions, or freeze a release with 'annex release'")
  }

  private func side(_ operand: String) throws(CommandFailure) -> Side {
    if let file = try Self.readableFile(operand) { return .text(file) }
    if let release = releases.first(where: { $0.id == operand }) { return .release(release) }
    if let revision = try revision(operand) { return revision }
    if let folder = FolderContent(operand) { return .folder(folder) }
    guard let git else {
      let fault = gitFault.map { ", and \($0.summary)" } ?? ""
      throw CommandFailure(
        .noInput, "'\(operand)' is no file, no folder and no release\(fault)",
        help: replacementHelp(for: operand, among: releases.map(\.id), noun: "releases"))
    }
    throw CommandFailure(
      .noInput, "'\(operand)' is no file, no folder, no release and no revision that git knows",
      help: git.isShallow
        ? "the clone is shallow; run: git fetch --unshallow --tags"
        : help(for: operand, among: releases.map(\.id) + git.tagNames()))
  }

  private func help(for operand: String, among known: [String]) -> String? {
    guard let name = nearMiss(for: operand, among: known) else {
      return "name a commit, tag or branch, or a file or folder that is there"
    }
    // Another number is another version, and rarely a slip.
    func words(_ name: String) -> [UInt8] { name.utf8.filter { !$0.isASCIIDigit } }
    return words(name) == words(operand)
      ? "the name most like it is that of another version, '\(name)'"
      : "replace '\(operand)' with '\(name)'"
  }

  /// What git knows by the operand, or `nil`.
  private func revision(_ operand: String) throws(CommandFailure) -> Side? {
    guard let git else { return nil }
    if let file = try fileOfRevision(operand, in: git) { return .text(file) }
    return try git.commit(named: operand).map { .revision(operand, $0) }
  }

  /// `HEAD~2:policies/privacy.md`; git means a message by `:/words`.
  private func fileOfRevision(
    _ operand: String, in git: GitSource
  ) throws(CommandFailure) -> ContentFile? {
    guard !operand.hasPrefix(":/"), let colon = operand.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let revision = colon == operand.startIndex ? "HEAD" : String(operand[..<colon])
    var path = String(operand[operand.utf8.index(after: colon)...])
    guard !path.isEmpty, let commit = try git.commit(named: revision) else { return nil }
    // As in git: from the root, unless it says that it is from here.
    if path.hasPrefix("./") || path.hasPrefix("../") {
      guard let resolved = resolvedPath(prefix + path) else {
        throw CommandFailure(.noInput, "path '\(path)' leads out of the git repository")
      }
      path = resolved
    }
    if let file = try git.file(at: path, of: commit, shownAs: operand) { return file }
    throw CommandFailure(.noInput, "revision '\(revision)' has no file '\(path)'")
  }

  /// The file that the user means; `nil` where nothing, or a folder, is there.
  private static func readableFile(_ path: String) throws(CommandFailure) -> ContentFile? {
    do throws(FileError) {
      let bytes = try readFile(at: path, limit: Workspace.maximumSourceSize)
      return ContentFile(name: path, path: path, bytes: bytes)
    } catch {
      if case .notAFile(.folder) = error.cause { return nil }
      if case .system = error.cause { return nil }
      if error.cause == .containsNUL { return nil }
      throw CommandFailure(.noInput, "file '\(path)' can't be read: \(error.reason)")
    }
  }

  /// What a revision has in the place of a file on the disk.
  private func text(
    of file: ContentFile, in commit: GitCommit, named revision: String
  ) throws(CommandFailure) -> ContentFile {
    guard let git, let path = git.pathInRepository(of: file.path) else {
      throw CommandFailure(.noInput, "file '\(file.path)' is not in the git repository")
    }
    guard var text = try git.file(at: path, of: commit, shownAs: "\(revision):\(path)") else {
      throw CommandFailure(.noInput, "revision '\(revision)' has no file '\(path)'")
    }
    text.name = file.name
    return text
  }
}

// MARK: - Versions

extension VersionFinder {
  /// Two versions as content where both have some, else as whatever Markdown files they have.
  private func versions(
    _ old: Side, _ new: Side, _ filter: inout PathFilter
  ) throws(CommandFailure) -> FoundVersions {
    let (first, second) = (try contentFiles(of: old), try contentFiles(of: new))
    if first.contains(where: { $0.kind == .agreement }),
      second.contains(where: { $0.kind == .agreement })
    {
      let isNarrowed = !filter.isEmpty
      let wanted = wanted(first, &filter) + wanted(second, &filter)
      let documents = Set(wanted.lazy.filter { $0.kind == .agreement }.map(\.name))
      return FoundVersions(
        old: UnreadVersion(id: name(of: old), files: first),
        new: UnreadVersion(id: name(of: new), files: second), documents: documents.count,
        wanted: isNarrowed ? Set(wanted.map(\.path)) : nil, notes: notes(from: old, to: new))
    }
    return try looseVersions(old, new, &filter)
  }

  /// The notes of the releases after `old`, up to `new`; of the workspace also those for the
  /// release to come.
  private func notes(from old: Side, to new: Side) -> [ReleaseNote] {
    func number(_ release: PublishedRelease) -> Int? {
      releases.firstIndex { $0.id == release.id }
    }
    guard case .release(let release) = old, let first = number(release) else { return [] }
    switch new {
    case .release(let release):
      guard let last = number(release), first < last else { return [] }
      return releases[(first + 1)...last].flatMap(\.notes)
    case .workspace:
      return releases[(first + 1)...].flatMap(\.notes) + content.nextNotes
    case .revision, .folder, .text: return []
    }
  }

  private var prefix: String { git?.prefix ?? "" }

  func name(of side: Side) -> String {
    switch side {
    case .workspace: "workspace"
    case .release(let release): release.id
    case .revision(let name, _): name
    case .folder(let folder): folder.path
    case .text(let file): file.path
    }
  }

  private func contentFiles(of side: Side) throws(CommandFailure) -> [ContentFile] {
    switch side {
    case .workspace: content.files
    case .release(let release): release.files
    case .revision(let name, let commit): try git?.content(of: commit, revision: name) ?? []
    case .folder(let folder): folder.files
    case .text: []
    }
  }

  private func wanted(_ files: [ContentFile], _ filter: inout PathFilter) -> [ContentFile] {
    files.filter { filter.includes($0.name, "content/" + $0.name, prefix + "content/" + $0.name) }
  }
}
