internal import FileSystem
internal import Templating

/// Reads `wanted` and the templates that it may need: the text files of the folder and of those in
/// it, by their paths below the folder. What leads out of the folder is not there.
///
/// Which files a template includes can depend on its data, so all are read, nearest first, up to
/// limits that no theme comes near: the folder of a single template may hold anything.
///
/// - Returns: `nil` where `wanted` itself can't be read; `names` are those of all files found.
func readTemplates(
  in folder: borrowing Folder, for wanted: String
) -> (loader: MemoryLoader?, names: [String]) {
  var reader = TemplateReader()
  reader.read(wanted, in: folder)
  reader.readAll(in: folder)
  guard reader.sources[wanted] != nil else { return (nil, reader.names) }
  return (MemoryLoader(reader.sources), reader.names)
}

private struct TemplateReader {
  var sources: [String: [UInt8]] = [:]
  var names: [String] = []
  private var bytes = 0

  private static let sizeLimit = 16 << 20
  private static let totalLimit = 64 << 20
  private static let countLimit = 1_000

  /// Keeps the file at `path` if it is text.
  mutating func read(_ path: String, in folder: borrowing Folder) {
    guard sources[path] == nil, let source = try? folder.read(path, limit: Self.sizeLimit) else {
      return
    }
    bytes += source.count
    if !source.contains(0) { sources[path] = source }
  }

  mutating func readAll(in folder: borrowing Folder) {
    var pending = [""][...]
    while let prefix = pending.popFirst() {
      let entries = try? folder.folder(at: prefix.isEmpty ? "." : prefix).entries()
      for entry in entries ?? [] where entry.hasUTF8Name && !entry.name.hasPrefix(".") {
        guard names.count < Self.countLimit, bytes < Self.totalLimit else { return }
        let path = joinedPath(prefix, entry.name)
        switch entry.kind {
        case .folder where pending.count < Self.countLimit: pending.append(path)
        case .file, .link:
          names.append(path)
          read(path, in: folder)
        default: break
        }
      }
    }
  }
}
