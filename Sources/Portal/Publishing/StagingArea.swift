import FileSystem

/// The folder beside the Site in which the next one is built, held by one build at a time.
///
/// Shape: `.Site.annex-staging` with `lock`, which the build holds; `new`, the Site that is being
/// written and, after the exchange, the old one that is being removed; and `old`, the Site's way
/// out where the file system can't exchange. Beside the Site, as only names on one file system can
/// be exchanged or linked. The lock ends with the process: what a killed build leaves is known by
/// the free lock, and cleaned up by the next.
struct StagingArea: ~Copyable, Sendable {
  static let next = "new"
  private static let retired = "old"
  private static let lockName = "lock"

  let folder: Folder
  private let lock: FileLock
  private let name: String

  /// - Returns: `nil` where another build holds the lock.
  static func enter(beside place: borrowing OutputPlace) throws(FileError) -> StagingArea? {
    let name = ".\(place.name).annex-staging"
    // The last build may remove the area between two of these calls; then it is made again.
    for _ in 0..<100 {
      try place.parent.createFolder(name)
      do throws(FileError) {
        guard try place.parent.status(of: name)?.kind == .folder else { continue }
        let folder = try place.parent.folder(at: name)
        guard let lock = try folder.lock(lockName) else { return nil }
        return StagingArea(folder: folder, lock: lock, name: name)
      } catch  where error.isMissing {}
    }
    throw FileError(.create, name, .notAFolder)
  }

  private init(folder: consuming Folder, lock: consuming FileLock, name: String) {
    self.folder = folder
    self.lock = lock
    self.name = name
  }

  /// Removes what a killed build has left, and brings a Site back that was on its way out.
  borrowing func recover(_ place: borrowing OutputPlace) throws(FileError) {
    if try folder.status(of: Self.retired) != nil {
      if try place.parent.status(of: place.name) == nil {
        try folder.rename(Self.retired, to: place.name, in: place.parent)
      } else {
        try folder.removeTree(Self.retired)
      }
    }
    try folder.removeTree(Self.next)
  }

  /// Puts the next Site in the place of the old one.
  ///
  /// In one step where the file system can exchange names. Elsewhere in two, and a kill between
  /// them leaves no Site until ``recover(_:)`` brings the old one back in the next build.
  borrowing func replaceSite(
    at place: borrowing OutputPlace, byExchange: Bool
  ) throws(FileError) {
    guard try place.parent.status(of: place.name) != nil else {
      return try folder.rename(Self.next, to: place.name, in: place.parent)
    }
    if byExchange {
      if try folder.exchange(Self.next, with: place.name, in: place.parent) { return }
    }
    try place.parent.rename(place.name, to: Self.retired, in: folder)
    do throws(FileError) {
      try folder.rename(Self.next, to: place.name, in: place.parent)
    } catch {
      try? folder.rename(Self.retired, to: place.name, in: place.parent)
      throw error
    }
  }

  /// Removes the area with all that is in it. What can't be removed is left to the next build:
  /// the Site is whole either way.
  borrowing func clear(beside place: borrowing OutputPlace) {
    try? folder.removeTree(Self.next)
    try? folder.removeTree(Self.retired)
    try? folder.remove(Self.lockName)
    try? place.parent.removeEmptyFolder(name)
  }
}
