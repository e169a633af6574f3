#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One name in a folder.
package struct FolderEntry: Hashable, Sendable {
  /// Where the name is not UTF-8, with U+FFFD for what is wrong: good for showing only.
  package var name: String
  package var hasUTF8Name: Bool
  /// Of the entry itself: a link is a link, whatever it leads to.
  package var kind: FileKind
}

extension Folder {
  /// What the folder holds, without `.` and `..`, in the byte order of the names.
  package borrowing func entries() throws(FileError) -> [FolderEntry] {
    try listing().map { name, kind in
      if let name = String(validating: name, as: UTF8.self) {
        return FolderEntry(name: name, hasUTF8Name: true, kind: kind)
      }
      let shown = String(decoding: name, as: UTF8.self)
      return FolderEntry(name: shown, hasUTF8Name: false, kind: kind)
    }
  }

  /// ``entries()`` with the names as the file system has them.
  borrowing func listing() throws(FileError) -> [(name: [UInt8], kind: FileKind)] {
    // A descriptor of its own: the position in a folder belongs to the open file, not to a reader.
    let number = unsafe openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileError(.list, ".") }
    guard let stream = unsafe fdopendir(number) else {
      let error = FileError(.list, ".")
      close(number)
      throw error
    }
    defer { unsafe closedir(stream) }

    var entries: [(name: [UInt8], kind: FileKind)] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw FileError(.list, ".") }
        break
      }
      let name = unsafe name(of: entry)
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      let kind = unsafe FileKind(directoryType: entry.pointee.d_type)
      guard let kind = kind ?? inspectedKind(of: name) else { continue }
      entries.append((name, kind))
    }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return entries
  }

  /// For file systems that don't tell kinds with names; `nil` for a name that is gone by now.
  private borrowing func inspectedKind(of name: [UInt8]) -> FileKind? {
    var status = stat()
    let result = unsafe withCString(of: name) { name in
      unsafe fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    return result == 0 ? FileKind(mode: status.st_mode) : nil
  }
}

/// The name of a folder entry, whose declared length in the C header is only the longest usual one.
private func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
  guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
    preconditionFailure("a C struct's members have offsets")
  }
  let name = unsafe UnsafeRawPointer(entry).advanced(by: offset)
  let length = unsafe strlen(name.assumingMemoryBound(to: CChar.self))
  return unsafe Array(UnsafeRawBufferPointer(start: name, count: length))
}

/// A file, link or other leaf of a tree.
package struct TreeEntry: Hashable, Sendable {
  /// From the root of the walk, with `/` between the parts.
  package var path: String
  /// False where a part of the path is not UTF-8; the path is then good for showing only.
  package var hasUTF8Path: Bool
  package var kind: FileKind
}

extension Folder {
  /// Everything beneath the folder that is not itself a folder.
  ///
  /// Shape: folder by folder, names in byte order, and what lies in a folder where its name would
  /// stand: the same on every machine. Symbolic links are not followed. Folders that `isIncluded`
  /// refuses are left out with all that they hold; a folder whose name is not UTF-8 is listed as a
  /// leaf.
  package borrowing func tree(
    whereFolder isIncluded: (_ path: String) -> Bool = { _ in true }
  ) throws(FileError) -> [TreeEntry] {
    var leaves: [TreeEntry] = []
    // Folders that are not listed yet, and leaves among them that must wait for their turn.
    var pending: [TreeEntry] = [TreeEntry(path: "", hasUTF8Path: true, kind: .folder)]
    while let next = pending.popLast() {
      guard next.kind == .folder, next.hasUTF8Path else {
        leaves.append(next)
        continue
      }
      let entries = try entries(of: next.path)
      let prefix = next.path.isEmpty ? "" : next.path + "/"
      for entry in entries.reversed() {
        let path = prefix + entry.name
        if entry.kind == .folder, !isIncluded(path) { continue }
        pending.append(TreeEntry(path: path, hasUTF8Path: entry.hasUTF8Name, kind: entry.kind))
      }
    }
    return leaves
  }

  private borrowing func entries(of path: String) throws(FileError) -> [FolderEntry] {
    do throws(FileError) {
      return try folder(at: path.isEmpty ? "." : path).entries()
    } catch {
      throw FileError(.list, path.isEmpty ? "." : path, error.cause)
    }
  }
}
