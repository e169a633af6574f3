package import Diagnostics
internal import Registers

/// Reads releases from the tags of a repository: the content as each of them has it.
///
/// A text that many tags share is read from git once. Tags without any content of a workspace, such
/// as those from before there was one, are no releases.
///
/// `contentFolder`: the folder `content` from the root of the repository, without `/` at the end.
/// `place`: where the author asked for tags.
///
/// - Returns: the releases, oldest first.
/// - Complexity: O(tags × files), with one reading for each text that differs.
package func readTaggedReleases(
  in repository: borrowing GitRepository, matching pattern: String, contentFolder: String,
  at place: SourceRange
) throws(GitError) -> [PublishedRelease] {
  var store = BlobStore()
  var releases: [PublishedRelease] = []
  for tag in try repository.tags(matching: pattern) {
    let files = try repository.contentFiles(
      of: tag.commit, under: contentFolder, revision: tag.name, store: &store)
    guard files.contains(where: { $0.kind == .agreement }) else { continue }
    releases.append(
      PublishedRelease(
        id: releaseID(ofTag: tag.name), date: tag.commit.date, notes: [], files: files,
        place: place))
  }
  return releases.inOrder()
}

/// A tag's name as a part of an address: `release/2` becomes `release-2`.
private func releaseID(ofTag name: String) -> String {
  let text = name.utf8.map { isIdentifier("a" + String(decoding: [$0], as: UTF8.self)) ? $0 : 0x2D }
  let id = String(decoding: text, as: UTF8.self)
  return isIdentifier(id) ? id : "r" + String(id.prefix(99))
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
  /// The content that a commit has below `folder`, in the byte order of the names.
  ///
  /// Diagnostics call a file `v1.0:content/agreements/dpa.md`, as git does.
  package borrowing func contentFiles(
    of commit: GitCommit, under folder: String, revision: String, store: inout BlobStore
  ) throws(GitError) -> [ContentFile] {
    var files: [ContentFile] = []
    let prefix = folder.isEmpty ? "" : folder + "/"
    for file in try self.files(of: commit.id, under: folder) {
      let name = String(file.path.dropFirst(prefix.count))
      guard ContentFile.kind(of: name) != nil else { continue }
      files.append(
        try store.file(file, name: name, path: "\(revision):\(file.path)", in: self))
    }
    return files
  }
}
