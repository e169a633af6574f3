internal import CGit2
internal import FileSystem

extension GitRepository {
  /// The files of a commit at or below `path`, in the byte order of their paths.
  ///
  /// Shape: regular files only; symbolic links and submodules are no content. An empty path is the
  /// whole repository; one that does not exist has no files.
  ///
  /// Errors: `tooManyFiles`, before more than that many are listed.
  package borrowing func files(
    of commit: GitObjectID, under path: String = ""
  ) throws(GitError) -> [GitFile] {
    let root = try tree(of: commit)
    guard !path.isEmpty else { return try files(inTree: root, at: "") }
    guard let entry = try entry(at: path, in: root) else { return [] }
    switch entry.kind {
    case .file: return [GitFile(path: path, id: entry.id)]
    case .folder: return try files(inTree: try object(entry.id, GIT_OBJECT_TREE), at: path + "/")
    case .other: return []
    }
  }

  /// What is in the file `id`.
  package borrowing func bytes(of file: GitFile) throws(GitError) -> [UInt8] {
    var database: OpaquePointer?
    guard unsafe git_repository_odb(&database, pointer) == 0 else { throw .lastOfLibrary }
    defer { unsafe git_odb_free(database) }
    var size = 0
    var kind = GIT_OBJECT_ANY
    var raw = file.id.raw
    let status = unsafe git_odb_read_header(&size, &kind, database, &raw)
    guard status == 0 else {
      throw status == GIT_ENOTFOUND.rawValue && isPartial
        ? .missingFile(file.path) : .lastOfLibrary
    }
    guard size <= Self.maximumFileSize else { throw .oversizedFile(file.path, bytes: size) }
    let blob = try object(file.id, GIT_OBJECT_BLOB)
    let start = unsafe git_blob_rawcontent(blob.pointer)
    let count = unsafe Int(git_blob_rawsize(blob.pointer))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

extension GitRepository {
  enum EntryKind {
    case file, folder, other
  }

  borrowing func object(
    _ id: GitObjectID, _ kind: git_object_t
  ) throws(GitError) -> GitObject {
    var raw = id.raw
    return try unsafe GitObject(id.description) { [pointer] in
      unsafe git_object_lookup(&$0, pointer, &raw, kind)
    }
  }

  borrowing func tree(of commit: GitObjectID) throws(GitError) -> GitObject {
    try object(commit, GIT_OBJECT_COMMIT).peeled(to: GIT_OBJECT_TREE, of: commit.description)
  }

  /// What stands at `path` in a tree; `nil` where nothing does.
  borrowing func entry(
    at path: String, in tree: borrowing GitObject
  ) throws(GitError) -> (kind: EntryKind, id: GitObjectID)? {
    guard !path.utf8.contains(0) else { return nil }
    var found: OpaquePointer?
    let status = unsafe git_tree_entry_bypath(&found, tree.pointer, path)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    guard status == 0, let entry = unsafe found else { throw .lastOfLibrary }
    defer { unsafe git_tree_entry_free(entry) }
    guard let id = unsafe git_tree_entry_id(entry) else { throw .lastOfLibrary }
    return unsafe (Self.kind(of: entry), GitObjectID(id))
  }

  private static func kind(of entry: OpaquePointer) -> EntryKind {
    switch unsafe git_tree_entry_filemode(entry) {
    case GIT_FILEMODE_BLOB, GIT_FILEMODE_BLOB_EXECUTABLE: .file
    case GIT_FILEMODE_TREE: .folder
    default: .other
    }
  }

  /// Walks with a list of trees still to read, not by recursion: nesting is user input.
  private borrowing func files(
    inTree root: consuming GitObject, at prefix: String
  ) throws(GitError) -> [GitFile] {
    var files: [GitFile] = []
    var pending: [PendingFolder] = []
    let top = PendingFolder(prefix: prefix, hasUTF8Path: true, id: root.id)
    try list(root, of: top, files: &files, folders: &pending)
    var folderCount = 0
    while let next = pending.popLast() {
      folderCount += 1
      guard folderCount <= Self.maximumFiles else { throw .tooManyFiles(prefix) }
      let tree = try object(next.id, GIT_OBJECT_TREE)
      try list(tree, of: next, files: &files, folders: &pending)
    }
    return files.sorted { precedesInByteOrder($0.path, $1.path) }
  }

  /// A folder that is not listed yet.
  private struct PendingFolder {
    /// Its path with `/` at the end, or nothing.
    var prefix: String
    var hasUTF8Path: Bool
    var id: GitObjectID
  }

  private borrowing func list(
    _ tree: borrowing GitObject, of folder: PendingFolder, files: inout [GitFile],
    folders: inout [PendingFolder]
  ) throws(GitError) {
    for index in 0..<(unsafe git_tree_entrycount(tree.pointer)) {
      guard let entry = unsafe git_tree_entry_byindex(tree.pointer, index),
        let rawName = unsafe git_tree_entry_name(entry),
        let id = unsafe git_tree_entry_id(entry)
      else { continue }
      let name = unsafe String(validatingCString: rawName)
      let quoted = unsafe name ?? quotedName(rawName)
      let path = folder.prefix + quoted
      let isUTF8 = folder.hasUTF8Path && name != nil
      switch unsafe Self.kind(of: entry) {
      case .file:
        files.append(GitFile(path: path, id: unsafe GitObjectID(id), hasUTF8Path: isUTF8))
      case .folder:
        folders.append(
          PendingFolder(prefix: path + "/", hasUTF8Path: isUTF8, id: unsafe GitObjectID(id)))
      case .other: continue
      }
      guard files.count + folders.count <= Self.maximumFiles else {
        throw .tooManyFiles(folder.prefix)
      }
    }
  }
}

/// A name that is not UTF-8, as git writes it: what is no ASCII in octal digits.
private func quotedName(_ name: UnsafePointer<CChar>) -> String {
  var text = ""
  var next = unsafe name
  while case let byte = unsafe UInt8(bitPattern: next.pointee), byte != 0 {
    if byte < 0x80 {
      text.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      text += "\\" + String(byte, radix: 8)
    }
    unsafe next += 1
  }
  return text
}
