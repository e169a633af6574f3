/// The paths that a comparison is narrowed down to.
///
/// A path means a file, all in a folder, or a file without its ending: `agreements/dpa`. It counts
/// from the content or from the repository.
struct PathFilter {
  private let paths: [String]
  private var unused: Set<String>

  init(_ paths: [String]) {
    self.paths = paths.map(Self.cleaned)
    unused = Set(self.paths)
  }

  /// Whether the file is wanted; `names` are the paths that it is known by.
  mutating func includes(_ names: String...) -> Bool {
    guard !paths.isEmpty else { return true }
    var isIncluded = false
    for path in paths {
      for name in names where Self.path(path, means: name) {
        unused.remove(path)
        isIncluded = true
      }
    }
    return isIncluded
  }

  /// Whether the user named just this file.
  func names(_ name: String) -> Bool { paths.contains(name) }

  /// The first path that no file was found for.
  var firstUnused: String? { paths.first { unused.contains($0) } }

  private static func path(_ path: String, means name: String) -> Bool {
    if path.isEmpty || name == path { return true }
    guard name.hasPrefix(path) else { return false }
    let rest = name.utf8.dropFirst(path.utf8.count)
    return rest.first == UInt8(ascii: "/") || rest.elementsEqual(".md".utf8)
  }

  private static func cleaned(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
