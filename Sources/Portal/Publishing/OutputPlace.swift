import FileSystem

/// Where a Site is to stand: a name in an open folder.
struct OutputPlace: ~Copyable, Sendable {
  let parent: Folder
  let name: String

  /// Finds the place of `output` and makes the folders on the way, once it is known to be safe.
  ///
  /// Paths can't tell whether one folder lies in another (links, mounts, letter case), so folders
  /// are compared by what they are, all the way up.
  static func find(
    _ output: String, workspace: String, sourceFolders: [String]
  ) throws(PublishingError.Fault) -> OutputPlace {
    let (parentPath, name) = try split(output)
    try check(output, parentPath, workspace: workspace, sourceFolders: sourceFolders)
    try checkName(name, in: parentPath, workspace: workspace, sourceFolders: sourceFolders)
    return OutputPlace(parent: try orFault(try makeFolder(parentPath)), name: name)
  }

  /// The folder to stand in and the last name. A path that ends in `.` or `..` has none of its
  /// own; the system knows it.
  private static func split(_ output: String) throws(PublishingError.Fault) -> (String, String) {
    guard !output.isEmpty else { throw .invalidPath(output, rule: "must not be empty") }
    var path = output
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "." || parts.last == ".." {
      path = try orFault(try realPath(of: path))
      parts = path.split(separator: "/", omittingEmptySubsequences: false)
    }
    guard let name = parts.popLast(), !name.isEmpty else { throw .containsWorkspace }
    if parts.isEmpty { return (".", String(name)) }
    let parent = parts.joined(separator: "/")
    return (parent.isEmpty ? "/" : parent, String(name))
  }

  private static func check(
    _ output: String, _ parentPath: String, workspace: String, sourceFolders: [String]
  ) throws(PublishingError.Fault) {
    let root = try orFault(try Folder(at: workspace))
    var sources: [FileIdentity: String] = [:]
    for name in sourceFolders {
      guard let folder = try? root.folder(at: name), let identity = try? folder.identity() else {
        continue
      }
      sources[identity] = name
    }

    let aroundWorkspace = try orFault(try identities(upFrom: root))
    if let site = try? Folder(at: output), let identity = try? site.identity(),
      aroundWorkspace.contains(identity)
    {
      throw .containsWorkspace
    }

    var existing = parentPath
    if (try? Folder(at: output)) != nil { existing = output }
    let aroundOutput = try orFault(try identities(upFrom: nearestFolder(to: existing)))
    for identity in aroundOutput {
      if let folder = sources[identity] { throw .insideSources(folder: folder) }
    }
  }

  /// Refuses the name of a folder of sources that does not exist yet: the next build would read the
  /// portal as its own source.
  private static func checkName(
    _ name: String, in parentPath: String, workspace: String, sourceFolders: [String]
  ) throws(PublishingError.Fault) {
    guard sourceFolders.contains(name), let parent = try? Folder(at: parentPath),
      let place = try? parent.identity()
    else { return }
    let root = try orFault(try Folder(at: workspace))
    if place == (try orFault(try root.identity())) { throw .insideSources(folder: name) }
  }

  /// The folder at `path`, or the nearest one above that exists.
  private static func nearestFolder(to path: String) throws(FileError) -> Folder {
    var path = path
    while true {
      do throws(FileError) {
        return try Folder(at: path)
      } catch  where error.isMissing {
        guard let slash = path.lastIndex(of: "/") else { return try Folder(at: ".") }
        path = slash == path.startIndex ? "/" : String(path[..<slash])
      }
    }
  }

  private static func identities(
    upFrom folder: borrowing Folder
  ) throws(FileError) -> [FileIdentity] {
    var identities = [try folder.identity()]
    var next = try folder.parent()
    while let folder = next.take() {
      identities.append(try folder.identity())
      next = try folder.parent()
    }
    return identities
  }

  private static func makeFolder(_ path: String) throws(FileError) -> Folder {
    do throws(FileError) {
      return try Folder(at: path)
    } catch  where error.isMissing {
      let isAbsolute = path.utf8.first == UInt8(ascii: "/")
      try Folder(at: isAbsolute ? "/" : ".").createFolders(path)
      return try Folder(at: path)
    }
  }
}

/// Runs `body`; what the system refuses is a fault of publishing.
func orFault<Result: ~Copyable>(
  _ body: @autoclosure () throws(FileError) -> Result
) throws(PublishingError.Fault) -> Result {
  do throws(FileError) {
    return try body()
  } catch {
    throw .system(error)
  }
}
