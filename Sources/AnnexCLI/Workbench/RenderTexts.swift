internal import Diagnostics
internal import Templating

/// The texts that the diagnostics of one rendering point into: its data and its templates.
struct RenderTexts: SourceTexts {
  let dataPath: String
  let data: [UInt8]
  /// As the user wrote it.
  let folder: String
  let templates: MemoryLoader

  /// The path that the user knows a template by.
  func path(ofTemplate name: String) -> String { joinedPath(folder, name) }

  func bytes(of path: String) -> [UInt8]? {
    if path == dataPath { return data }
    let prefix = joinedPath(folder, "")
    guard path.hasPrefix(prefix) else { return nil }
    return templates.source(named: String(path.dropFirst(prefix.count)))
  }
}
