import FileSystem

/// The list of the files in a published Site, which proves that Annex wrote the folder.
///
/// Shape: a line that names the format, then one path a line in byte order, all ending in a line
/// feed. No dates, no digests: the same pages give the same manifest.
struct SiteManifest: Sendable, Equatable {
  /// Lies beside the pages, so that it moves with them.
  static let fileName = ".annex-manifest"

  private static let heading = "annex-manifest 1"
  /// Far above any portal (a million paths); keeps a foreign file of that name from filling memory.
  private static let maximumSize = 256 << 20

  /// In byte order, without the manifest itself.
  var paths: [String]

  /// - Precondition: `paths` are in byte order, and no path contains a line feed.
  init(paths: [String]) { self.paths = paths }

  /// `nil` where the bytes are no manifest that this version understands.
  init?(parsing bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).utf8
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard lines.first == Self.heading, lines.last?.isEmpty == true else { return nil }
    lines.removeFirst()
    lines.removeLast()
    paths = lines
  }

  /// `nil` where `folder` has no manifest that this version understands.
  init?(of folder: borrowing Folder) throws(FileError) {
    do throws(FileError) {
      let bytes = try folder.read(Self.fileName, limit: Self.maximumSize)
      self.init(parsing: bytes)
    } catch  where error.isMissing {
      return nil
    }
  }

  var bytes: [UInt8] {
    var bytes = Array(Self.heading.utf8)
    bytes.append(UInt8(ascii: "\n"))
    for path in paths {
      bytes.append(contentsOf: path.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
