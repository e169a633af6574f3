import CCmarkGFM

/// The memory of one tree of libcmark-gfm: taken in large blocks, given back all at once.
///
/// The library asks for memory thousands of times while it parses an agreement, and once more for
/// each literal that is read from the tree. Its functions for that have no context, so a thread
/// says before which memory they mean: see ``lend()``.
///
/// No function here may be inlined. The C header keeps what a thread uses in a variable of which
/// each file that calls it would have its own.
@safe
struct CmarkMemory: ~Copyable {
  private let arena: UnsafeMutablePointer<annex_arena>

  /// What the thread used before: see ``lend()``.
  @safe
  struct Lender {
    fileprivate let arena: UnsafeMutablePointer<annex_arena>?
  }

  init() { unsafe arena = Self.make() }

  deinit { unsafe Self.free(arena) }

  /// What a parser is made with, so that it and its tree take from the memory that is lent.
  static var functions: UnsafeMutablePointer<cmark_mem> {
    @inline(never) get { unsafe annex_arena_functions() }
  }

  /// Lets the library's calls on this thread take from this memory, until ``takeBack(_:)``.
  ///
  /// Parsing needs it, and so does reading a literal of the tree. One tree may be read inside of
  /// the reading of another.
  @inline(never)
  borrowing func lend() -> Lender { unsafe Lender(arena: annex_arena_use(arena)) }

  /// Ends what ``lend()`` began.
  @inline(never)
  borrowing func takeBack(_ lender: Lender) { _ = unsafe annex_arena_use(lender.arena) }

  @inline(never)
  private static func make() -> UnsafeMutablePointer<annex_arena> { unsafe annex_arena_new() }

  @inline(never)
  private static func free(_ arena: UnsafeMutablePointer<annex_arena>) {
    unsafe annex_arena_free(arena)
  }
}
