internal import FileSystem

/// What a folder holds for the rendering of one of its templates.
struct FoundTemplates {
  /// Text files by their paths below the folder.
  fileprivate(set) var sources: [String: [UInt8]] = [:]
  /// All files, in the order in which they were found.
  fileprivate(set) var names: [String] = []
  /// Why files could not be read, by their paths.
  fileprivate(set) var unread: [String: String] = [:]
}

/// Reads `wanted` and the templates that it may need: the text files of the folder and of those in
/// it, by their paths below the folder. What leads out of the folder is not there.
///
/// Which files a template includes can depend on its data, so all are read, nearest first, up to
/// limits that no theme comes near: the folder of a single template may hold anything.
func readTemplates(in folder: borrowing Folder, for wanted: String) -> FoundTemplates {
  var reader = TemplateReader()
  reader.read(wanted, in: folder)
  reader.readAll(in: folder)
  return reader.found
}

private struct TemplateReader {
  var found = FoundTemplates()
  private var bytes = 0

  private static let sizeLimit = 16 << 20
  private static let totalLimit = 64 << 20
  private static let countLimit = 1_000

  /// Keeps the file at `path` if it is text.
  mutating func read(_ path: String, in folder: borrowing Folder) {
    guard found.sources[path] == nil else { return }
    do throws(FileError) {
      let source = try folder.read(path, limit: Self.sizeLimit)
      bytes += source.count
      if source.contains(0) {
        found.unread[path] = "it holds a NUL byte, and is no text"
      } else {
        found.sources[path] = source
      }
    } catch {
      found.unread[path] = error.reason
    }
  }

  mutating func readAll(in folder: borrowing Folder) {
    var pending = [""][...]
    while let prefix = pending.popFirst() {
      let entries = try? folder.folder(at: prefix.isEmpty ? "." : prefix).entries()
      for entry in entries ?? [] where entry.hasUTF8Name && !entry.name.hasPrefix(".") {
        guard found.names.count < Self.countLimit, bytes < Self.totalLimit else { return }
        let path = joinedPath(prefix, entry.name)
        switch entry.kind {
        case .folder where pending.count < Self.countLimit: pending.append(path)
        case .file, .link:
          found.names.append(path)
          read(path, in: folder)
        default: break
        }
      }
    }
  }
}
