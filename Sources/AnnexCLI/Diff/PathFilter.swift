/// The paths that a comparison is narrowed down to.
///
/// A path means a file, all in a folder, or a file without its ending: `agreements/dpa`. It counts
/// from the content, from the repository, or, as git has it, from the folder that Annex runs in.
struct PathFilter {
  /// A path of the user's, and the paths that it can stand for.
  private struct Wish {
    var path: String
    var meanings: [String]
  }

  private let wishes: [Wish]
  private var unused: Set<String>

  /// `prefix`: the folder that Annex runs in, from the root of the repository, with `/` at the end.
  init(_ paths: [String], prefix: String = "") {
    wishes = paths.map { path in
      // What begins with a dot is meant from here.
      let isRelative = [".", ".."].contains(path.split(separator: "/").first)
      let meanings = (isRelative ? [] : [path]) + [prefix + path]
      return Wish(path: path, meanings: meanings.compactMap(resolvedPath))
    }
    unused = Set(paths)
  }

  /// Whether it lets everything through.
  var isEmpty: Bool { wishes.isEmpty }

  /// Whether the file is wanted; `names` are the paths that it is known by.
  mutating func includes(_ names: String...) -> Bool {
    guard !wishes.isEmpty else { return true }
    var isIncluded = false
    for wish in wishes {
      for name in names where wish.meanings.contains(where: { Self.path($0, means: name) }) {
        unused.remove(wish.path)
        isIncluded = true
      }
    }
    return isIncluded
  }

  /// Whether the user named just this file.
  func names(_ name: String) -> Bool { wishes.contains { $0.meanings.contains(name) } }

  /// The first path that no file was found for.
  var firstUnused: String? { wishes.first { unused.contains($0.path) }?.path }

  private static func path(_ path: String, means name: String) -> Bool {
    if path.isEmpty || name == path { return true }
    guard name.hasPrefix(path) else { return false }
    let rest = name.utf8.dropFirst(path.utf8.count)
    return rest.first == UInt8(ascii: "/") || rest.elementsEqual(".md".utf8)
  }
}

/// A path without `.` and `..`; `nil` for one that leads out of where it begins.
func resolvedPath(_ path: String) -> String? {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part != ".." {
      parts.append(part)
    } else if parts.popLast() == nil {
      return nil
    }
  }
  return parts.joined(separator: "/")
}
