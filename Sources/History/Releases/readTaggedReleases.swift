package import Diagnostics
internal import FileSystem
internal import Frontmatter
internal import Registers

/// Reads releases from the tags of a repository: the content as each of them has it.
///
/// Only tags of what is checked out are releases, its commit and those that it was made from: a
/// branch that was never merged holds what was never published here, such as one customer's terms.
///
/// A text that many tags share is read from git once. Tags without any content of a workspace, such
/// as those from before there was one, are no releases. Nor is a tag with the content of the one
/// before it, as of a repository that holds a program as well: it is a further name of that.
///
/// What a commit says of the release to come, in `releases/next.yml`, is said of the release that
/// its tag makes; a file that the release before has as well was left behind.
///
/// `contentFolder`: the folder `content` from the root of the repository, without `/` at the end.
/// `place`: where the author asked for tags.
/// `shallow`: how loudly it is told that a clone is shallow, so that releases may be missing; `nil`
/// for not at all.
///
/// - Returns: the releases, none before one that it was made after, else oldest first; and a
///   warning for each tag that can be none, one for those of other branches, and where releases
///   seem to be missing.
/// - Complexity: O(tags × files), with one reading for each text that differs.
package func readTaggedReleases(
  in repository: borrowing GitRepository, matching pattern: String, contentFolder: String,
  at place: SourceRange, shallow: Diagnostic.Severity? = .warning
) throws(GitError) -> (releases: [PublishedRelease], diagnostics: [Diagnostic]) {
  var store = BlobStore()
  var releases: [PublishedRelease] = []
  let tags = try repository.tags(matching: pattern)
  var lastNotes: GitObjectID?
  var ids = ReleaseIDs()
  // Texts may lie in a folder of their own that the content links to, since before there was a link.
  var links: [GitLink] = []
  if let head = try repository.head() {
    links = try repository.links(of: head.id, in: contentFolder)
  }
  for marked in MarkedCommit.all(of: tags.tags) {
    let files = try repository.contentFiles(
      of: marked.commit, under: contentFolder, revision: marked.names[0], store: &store,
      links: links)
    guard files.contains(where: { $0.kind == .agreement }) else { continue }
    if let last = releases.indices.last, isSameContent(releases[last].files, files) {
      releases[last].furtherTags += marked.names
      continue
    }
    var release = PublishedRelease(
      id: ids.id(ofTag: marked.names[0]), date: marked.commit.date, notes: [], files: files,
      place: place, furtherTags: Array(marked.names.dropFirst()))
    let notes = try repository.file(
      at: contentFolder + "/releases/next.yml", of: marked.commit)
    if let notes, notes.id != lastNotes {
      // What is wrong with it can't be mended any more, and what can be read of it counts.
      let next = readNextRelease(from: try repository.bytes(of: notes), path: notes.path).next
      release.summary = next?.summary
      release.notes = next?.notes ?? []
    }
    lastNotes = notes?.id
    releases.append(release)
  }
  var diagnostics = tags.withoutCommit.map { Diagnostic.tagWithoutCommit($0, at: place) }
  if repository.isShallow {
    // Whether HEAD was made from the commit of a tag can't be told here.
    if let shallow { diagnostics.append(.shallowTags(shallow, at: place)) }
    return (releases, diagnostics)
  }
  var unmerged: [String] = []
  for tag in tags.elsewhere
  where try repository.hasAgreement(in: tag.commit, under: contentFolder) {
    unmerged.append(tag.name)
  }
  if !unmerged.isEmpty { diagnostics.append(.unmergedTags(unmerged, at: place)) }
  if releases.isEmpty, unmerged.isEmpty {
    let isMatched = !tags.tags.isEmpty || !tags.elsewhere.isEmpty
    diagnostics.append(.missingTags(pattern, isMatched: isMatched, at: place))
  }
  return (releases, diagnostics)
}

/// Whether two commits have the same files, byte for byte.
private func isSameContent(_ old: [ContentFile], _ new: [ContentFile]) -> Bool {
  old.count == new.count
    && zip(old, new).allSatisfy { $0.name == $1.name && $0.digest == $1.digest }
}

/// The names of releases that tags are, as parts of addresses, each once.
private struct ReleaseIDs {
  private var used: Set<String> = []
  /// How often an id was asked for.
  private var counts: [String: Int] = [:]

  /// `release/2` becomes `release-2`, and where an older tag is that already, `release-2-2`: an
  /// address that was published keeps its meaning when a tag is added.
  mutating func id(ofTag name: String) -> String {
    let base = Self.identifier(from: name)
    var id = base
    while !used.insert(id).inserted {
      let number = (counts[base] ?? 1) + 1
      counts[base] = number
      id = "\(base.prefix(90))-\(number)"
    }
    return id
  }

  private static func identifier(from name: String) -> String {
    let text = name.utf8.map {
      isIdentifier("a" + String(decoding: [$0], as: UTF8.self)) ? $0 : UInt8(ascii: "-")
    }
    let id = String(decoding: text, as: UTF8.self)
    return isIdentifier(id) && isFolderName(id) ? id : "r" + String(id.prefix(99))
  }
}

/// The texts that were read from git, by their names.
package struct BlobStore {
  private var files: [GitObjectID: ContentFile] = [:]

  package init() {}

  /// The file `git` as content called `name`.
  package mutating func file(
    _ git: GitFile, name: String, path: String, in repository: borrowing GitRepository
  ) throws(GitError) -> ContentFile {
    if var known = files[git.id] {
      known.name = name
      known.path = path
      return known
    }
    let file = ContentFile(name: name, path: path, bytes: try repository.bytes(of: git))
    files[git.id] = file
    return file
  }
}

extension GitRepository {
  /// Whether a commit holds an agreement of a workspace, which is not read.
  fileprivate borrowing func hasAgreement(
    in commit: GitCommit, under folder: String
  ) throws(GitError) -> Bool {
    let prefix = folder + "/"
    return try files(of: commit.id, under: folder + "/agreements").contains {
      $0.hasUTF8Path && ContentFile.kind(of: String($0.path.dropFirst(prefix.count))) == .agreement
    }
  }

  /// The file at a path from the root; `nil` where a commit has none.
  fileprivate borrowing func file(
    at path: String, of commit: GitCommit
  ) throws(GitError) -> GitFile? {
    try files(of: commit.id, under: path).first { $0.path == path }
  }

  /// The content that a commit has below `folder`, in the byte order of the names.
  ///
  /// Diagnostics call a file `v1.0:content/agreements/dpa.md`, as git does. What the folder links to
  /// is part of it.
  ///
  /// `links`: those of a later commit, which count where this one has nothing in their place.
  package borrowing func contentFiles(
    of commit: GitCommit, under folder: String, revision: String, store: inout BlobStore,
    links: [GitLink] = []
  ) throws(GitError) -> [ContentFile] {
    let own = try self.files(of: commit.id, under: folder)
    var found = own.map { (file: $0, path: $0.path) }
    let ownLinks = try self.links(of: commit.id, in: folder)
    let links = ownLinks + links.filter { link in !ownLinks.contains { $0.path == link.path } }
    for link in links where !own.contains(where: { $0.isWithin(link.path) }) {
      found += try self.files(of: commit.id, under: link.target).map {
        (file: $0, path: link.path + $0.path.dropFirst(link.target.count))
      }
    }
    let prefix = folder.isEmpty ? "" : folder + "/"
    var files: [ContentFile] = []
    for (file, path) in found where file.hasUTF8Path {
      let name = String(path.dropFirst(prefix.count))
      guard ContentFile.kind(of: name) != nil else { continue }
      files.append(try store.file(file, name: name, path: "\(revision):\(file.path)", in: self))
    }
    return links.isEmpty ? files : files.sorted { precedesInByteOrder($0.name, $1.name) }
  }
}

extension GitFile {
  /// Whether it is what stands at a path, or lies in that folder.
  fileprivate func isWithin(_ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder + "/")
  }
}

extension Diagnostic.Code {
  package static let missingTags = Self(rawValue: "missing-tags")
  package static let tagWithoutCommit = Self(rawValue: "tag-without-commit")
  package static let unmergedTag = Self(rawValue: "unmerged-tag")
}

extension Diagnostic {
  fileprivate static func tagWithoutCommit(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .tagWithoutCommit, .warning, "tag '\(name)' marks no commit, and is no release", at: range,
      help: "run 'git tag -d \(name)', or write a pattern that it does not match")
  }

  fileprivate static func unmergedTags(_ names: [String], at range: SourceRange) -> Self {
    let shown = names.prefix(3).map { "'\($0)'" } + (names.count > 3 ? ["..."] : [])
    let list = shown.joined(separator: ", ")
    let summary =
      names.count == 1
      ? "the commit of tag \(list) is not in the history of HEAD, so that it is no release"
      : "the commits of \(names.count) tags are not in the history of HEAD, so that these are no "
        + "releases: \(list)"
    return Diagnostic(
      .unmergedTag, .warning, summary, at: range,
      help: "merge what was published, or write a pattern that matches tags of releases only")
  }

  fileprivate static func shallowTags(
    _ severity: Severity, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .missingTags, severity, "the clone is shallow, so that releases may be missing", at: range,
      help: "run 'git fetch --unshallow --tags' before building; in GitHub's checkout write "
        + "'fetch-depth: 0'")
  }

  fileprivate static func missingTags(
    _ pattern: String, isMatched: Bool, at range: SourceRange
  ) -> Self {
    let summary =
      isMatched
      ? "no tag that matches '\(pattern)' holds an agreement, so there are no releases"
      : "no tag matches '\(pattern)', so there are no releases"
    return Diagnostic(
      .missingTags, .warning, summary, at: range,
      help: "run 'git fetch --tags' in a clone that lacks them, or tag the commit of a release"
        + (isMatched ? "; 'content/agreements' may be a link to the folder where texts lay" : ""))
  }
}
