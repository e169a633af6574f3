internal import CGit2

/// Sole owner of an object that libgit2 has looked up; it can't be copied and is freed once.
///
/// - Important: must not outlive the repository that it came from.
@safe
struct GitObject: ~Copyable {
  let pointer: OpaquePointer

  /// Takes what a call of libgit2 put into its first argument.
  ///
  /// Errors: what the call gave back, where it is negative.
  init(
    _ what: @autoclosure () -> String, _ call: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var pointer: OpaquePointer?
    let status = unsafe call(&pointer)
    guard status >= 0, let pointer = unsafe pointer else {
      throw GitError(status: status, about: what())
    }
    unsafe self.pointer = pointer
  }

  deinit { unsafe git_object_free(pointer) }

  var id: GitObjectID {
    guard let id = unsafe git_object_id(pointer) else {
      preconditionFailure("an object that was looked up has a name")
    }
    return unsafe GitObjectID(id)
  }

  var kind: git_object_t { unsafe git_object_type(pointer) }

  /// The object that this one stands for: the commit of a tag, the tree of a commit.
  func peeled(to kind: git_object_t, of name: String) throws(GitError) -> GitObject {
    try unsafe GitObject(name) { unsafe git_object_peel(&$0, pointer, kind) }
  }
}

extension GitObjectID {
  init(_ id: UnsafePointer<git_oid>) {
    let bytes = unsafe UnsafeRawBufferPointer(start: id, count: Self.byteCount)
    self.init(unsafe Array(bytes))
  }

  /// As libgit2 has it.
  var raw: git_oid {
    var raw = git_oid()
    _ = unsafe git_oid_fromstr(&raw, description)
    return raw
  }
}

extension GitError {
  /// The fault that a call reported; `name` is the revision or path that was asked for.
  init(status: Int32, about name: String) {
    switch status {
    case GIT_ENOTFOUND.rawValue, GIT_EINVALIDSPEC.rawValue, GIT_EUNBORNBRANCH.rawValue:
      self = .unknownRevision(name)
    case GIT_EAMBIGUOUS.rawValue: self = .ambiguousRevision(name)
    case GIT_EPEEL.rawValue: self = .notACommit(name)
    default: self = .lastOfLibrary
    }
  }

  /// What libgit2 says about the call that has just failed.
  static var lastOfLibrary: Self {
    guard let error = unsafe git_error_last(), let message = unsafe error.pointee.message else {
      return .library("unknown fault")
    }
    return .library(unsafe String(cString: message))
  }
}
