package import Deadlines
package import Diagnostics
package import Frontmatter

/// What `release.yml` says about a frozen copy of the content.
package struct Release: Sendable, Equatable {
  package struct AgreementVersion: Sendable, Equatable {
    package var agreement: Located<String>
    package var version: Located<String>
  }

  package struct FrozenFile: Sendable, Equatable {
    /// Relative to the release's folder.
    package var path: Located<String>
    /// 64 hexadecimal digits in lower case.
    package var sha256: Located<String>
  }

  package var path: String
  package var id: Located<String>
  package var date: Located<CalendarDate>?
  package var summary: LocalizedText?
  /// In the order of the file.
  package var agreements: [AgreementVersion]
  package var files: [FrozenFile]
  package var notes: [ReleaseNote] = []
  /// The digests of the records of earlier releases, by id.
  package var previous: [FrozenFile] = []
}

extension Release {
  init(reading record: inout RecordReader) {
    path = record.path
    id = record.requiredIdentifier("id") ?? Located("", at: record.place)
    if record.has("id") { record.checkFolder(id, key: "id") }
    date = record.date("date")
    if !record.has("date") { record.reportMissing("date") }
    summary = record.prose("summary")
    agreements = Self.texts(of: "agreements", in: &record).map {
      AgreementVersion(agreement: $0, version: $1)
    }
    notes = record.records("notes", what: "note") { ReleaseNote(reading: &$0) }
    previous = Self.digests(of: "previous", in: &record)
    files = []
    if !record.has("files") { record.reportMissing("files") }
    for file in Self.digests(of: "files", in: &record) {
      if isInnerPath(file.path.value) {
        files.append(file)
      } else {
        record.report(
          .malformedValue(file.path, for: "files", expected: "paths inside the release's folder"))
      }
    }
  }

  /// The digests of a mapping from names to them.
  private static func digests(of key: String, in record: inout RecordReader) -> [FrozenFile] {
    texts(of: key, in: &record).compactMap { name, digest in
      if isDigest(digest.value) { return FrozenFile(path: name, sha256: digest) }
      record.report(.malformedValue(digest, for: name.value, expected: "64 hexadecimal digits"))
      return nil
    }
  }

  /// The pairs of a mapping from free keys to texts.
  private static func texts(
    of key: String, in record: inout RecordReader
  ) -> [(Located<String>, Located<String>)] {
    var pairs: [(Located<String>, Located<String>)] = []
    for entry in record.entries(key) {
      if let text = entry.value.text, !entry.value.isNull {
        pairs.append(
          (Located(entry.key, at: entry.keyRange), Located(text, at: entry.value.range)))
      } else {
        record.report(.wrongType("'\(entry.key)' must be text", entry.value, help: nil))
      }
    }
    return pairs
  }
}

private func isDigest(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0) }
}

/// Reads a `release.yml`.
///
/// Releases hold thousands of files, so their limit of size is wider than that of other records.
///
/// - Returns: the release, `nil` where the file is no YAML mapping; and all faults found.
package func readRelease(
  from file: [UInt8], path: String
) -> (release: Release?, diagnostics: [Diagnostic]) {
  let (release, diagnostics) = readData(
    from: file, path: path, what: "release", limit: 16 * 1024 * 1024
  ) { Release(reading: &$0) }
  return (release, diagnostics)
}
