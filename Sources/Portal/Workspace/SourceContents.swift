internal import FileSystem
internal import Synchronization

/// The bytes of a source, which can be let go of while nobody looks at them.
///
/// A build reads each agreement once; its file is looked at again only where a fault stands, and is
/// read from the disk again for that. So a build holds what it understood of its texts beside few
/// of the texts themselves.
final class SourceContents: Sendable {
  /// Where a source is read from.
  final class Origin: Sendable {
    private let folder: Folder
    private let limit: Int

    /// `limit`: the most bytes that a source may hold.
    init(_ folder: consuming Folder, limit: Int) {
      self.folder = folder
      self.limit = limit
    }

    func read(_ path: String) throws(FileError) -> [UInt8] { try folder.read(path, limit: limit) }
  }

  private enum State {
    case held([UInt8])
    /// The digest is that of the bytes: what is read again must be what was read before.
    case letGo(digest: String)
  }

  private let path: String
  private let origin: Origin?
  private let state: Mutex<State>

  /// `path`: from the workspace. Without an `origin`, the bytes are never let go of.
  init(_ bytes: [UInt8], path: String, origin: Origin? = nil) {
    self.path = path
    self.origin = origin
    state = Mutex(.held(bytes))
  }

  /// The bytes, which are held from then on; empty if they were let go of and can't be read again,
  /// or the file holds something else by now.
  var bytes: [UInt8] {
    state.withLock { state in
      let bytes = current(state)
      state = .held(bytes)
      return bytes
    }
  }

  /// The same bytes, for once: what was let go of is not held again.
  var bytesForOnce: [UInt8] { state.withLock { current($0) } }

  var digest: String {
    state.withLock { state in
      switch state {
      case .held(let bytes): SHA256.hexadecimal(of: bytes.span)
      case .letGo(let digest): digest
      }
    }
  }

  /// Lets go of the bytes if they can be read again.
  ///
  /// `digest`: that of the bytes, in hexadecimal digits.
  func letGo(digest: String) {
    guard origin != nil else { return }
    state.withLock { $0 = .letGo(digest: digest) }
  }

  private func current(_ state: State) -> [UInt8] {
    switch state {
    case .held(let bytes): return bytes
    case .letGo(let digest):
      let bytes = (try? origin?.read(path)) ?? []
      return SHA256.hexadecimal(of: bytes.span) == digest ? bytes : []
    }
  }
}
