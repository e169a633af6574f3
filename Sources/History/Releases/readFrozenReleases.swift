package import Diagnostics
internal import FileSystem
internal import Frontmatter
internal import Registers

/// A folder of `content/releases`, with all that lies in it.
package struct FrozenFolder: Sendable {
  /// The name of the folder.
  package var id: String
  /// What diagnostics call the folder.
  package var path: String
  /// Named from the folder; `release.yml` among them.
  package var files: [ContentFile]

  package init(id: String, path: String, files: [ContentFile]) {
    self.id = id
    self.path = path
    self.files = files
  }
}

/// Reads the frozen releases of a workspace and compares each file with the digest that was written
/// down when it was frozen.
///
/// Pure. A release whose record can't be read is left out; one whose files have changed is kept, as
/// its faults are errors that keep it from being published.
///
/// - Returns: the releases, oldest first, and all faults found.
package func readFrozenReleases(
  _ folders: [FrozenFolder]
) -> (releases: [PublishedRelease], diagnostics: [Diagnostic]) {
  var releases: [PublishedRelease] = []
  var diagnostics: [Diagnostic] = []
  var previous: [Release.FrozenFile] = []
  for folder in folders {
    guard let file = folder.files.first(where: { $0.name == recordName }) else {
      diagnostics.append(.missingReleaseRecord(folder))
      continue
    }
    let (record, faults) = readRelease(from: file.bytes, path: file.path)
    diagnostics += faults
    guard let record, let date = record.date?.value else { continue }
    if record.id.value != folder.id {
      diagnostics.append(.releaseIDMismatch(record.id, folder: folder.id))
    }
    let frozen = folder.files.filter { $0.name != recordName }
    diagnostics += compare(frozen, with: record, in: folder)
    previous += record.previous
    releases.append(
      PublishedRelease(
        id: folder.id, date: date, summary: record.summary, notes: record.notes,
        files: frozen.sorted { precedesInByteOrder($0.name, $1.name) },
        place: SourceRange(path: file.path, line: 1, column: 1), recordDigest: file.digest,
        guarded: record.previous.map(\.path.value)))
  }
  diagnostics += checkRecords(of: folders, against: previous)
  return (releases.inOrder(), diagnostics)
}

/// Says which records are not what they were when a later release was made.
private func checkRecords(
  of folders: [FrozenFolder], against previous: [Release.FrozenFile]
) -> [Diagnostic] {
  var records: [String: ContentFile] = [:]
  for folder in folders {
    records[folder.id] = folder.files.first { $0.name == recordName }
  }
  let ids = Set(folders.map(\.id))
  return previous.compactMap { release in
    guard let record = records[release.path.value] else {
      // A folder without a record is reported by itself.
      return ids.contains(release.path.value) ? nil : .missingRelease(release.path)
    }
    return record.digest == release.sha256.value
      ? nil : .changedReleaseRecord(record, release.sha256)
  }
}

/// Says which frozen files are not what they were.
private func compare(
  _ files: [ContentFile], with record: Release, in folder: FrozenFolder
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let listed = Dictionary(
    record.files.map { ($0.path.value, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  for file in files {
    if let digest = listed[file.name] {
      if digest.value != file.digest { diagnostics.append(.changedFrozenFile(file, digest)) }
    } else {
      diagnostics.append(.unlistedFrozenFile(file, record: record.path))
    }
  }
  let present = Set(files.map(\.name))
  for file in record.files where !present.contains(file.path.value) {
    diagnostics.append(.missingFrozenFile("\(folder.path)/\(file.path.value)", file.path))
  }
  return diagnostics
}

/// The record of a release in its folder.
package let recordName = "release.yml"

extension Diagnostic.Code {
  package static let missingReleaseRecord = Self(rawValue: "missing-release-record")
  package static let releaseIDMismatch = Self(rawValue: "release-id-mismatch")
  package static let changedFrozenFile = Self(rawValue: "changed-frozen-file")
  package static let changedReleaseRecord = Self(rawValue: "changed-release-record")
  package static let missingRelease = Self(rawValue: "missing-release")
  package static let unlistedFrozenFile = Self(rawValue: "unlisted-frozen-file")
  package static let missingFrozenFile = Self(rawValue: "missing-frozen-file")
}

extension Diagnostic {
  fileprivate static func missingReleaseRecord(_ folder: FrozenFolder) -> Self {
    Diagnostic(
      .missingReleaseRecord,
      "release '\(folder.id)' has no '\(recordName)'; a release must say what was frozen",
      at: SourceRange(path: "\(folder.path)/\(recordName)", line: 1, column: 1),
      help: "restore the file; if nothing was ever published under this name, move the folder away")
  }

  fileprivate static func releaseIDMismatch(_ id: Located<String>, folder: String) -> Self {
    Diagnostic(
      .releaseIDMismatch,
      "id '\(id.value)' is not that of the folder '\(folder)'; they must be one",
      at: id.range, help: "rename the folder back to '\(id.value)'")
  }

  fileprivate static func changedFrozenFile(_ file: ContentFile, _ digest: Located<String>) -> Self
  {
    Diagnostic(
      .changedFrozenFile,
      "file '\(file.path)' has changed since it was frozen; what was published must stay as it was",
      at: SourceRange(path: file.path, line: 1, column: 1),
      notes: [Note("its digest was written down here", at: digest.range)],
      help: "restore the file, and make the change in 'content' for a release to come")
  }

  fileprivate static func changedReleaseRecord(
    _ record: ContentFile, _ digest: Located<String>
  ) -> Self {
    Diagnostic(
      .changedReleaseRecord,
      "record '\(record.path)' has changed since the release after it was made; its day and its "
        + "reasons are published",
      at: SourceRange(path: record.path, line: 1, column: 1),
      notes: [Note("its digest was written down here", at: digest.range)],
      help: "restore the file; what is to be said of it now can be said of a release to come")
  }

  fileprivate static func missingRelease(_ id: Located<String>) -> Self {
    Diagnostic(
      .missingRelease,
      "release '\(id.value)' is missing; what was published must stay as it was", at: id.range,
      help: "restore the folder 'content/releases/\(id.value)'")
  }

  fileprivate static func unlistedFrozenFile(_ file: ContentFile, record: String) -> Self {
    Diagnostic(
      .unlistedFrozenFile,
      "file '\(file.path)' was not frozen with its release; what was published must stay as it was",
      at: SourceRange(path: file.path, line: 1, column: 1),
      notes: [Note("'\(record)' lists all files of the release")],
      help: "move it out of the release's folder")
  }

  fileprivate static func missingFrozenFile(_ path: String, _ name: Located<String>) -> Self {
    Diagnostic(
      .missingFrozenFile,
      "file '\(path)' is missing; what was published must stay as it was", at: name.range,
      help: "restore the file")
  }
}
