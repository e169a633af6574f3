import CCmarkGFM

/// Sole owner of a parsed cmark-gfm tree.
///
/// The only type in the package that holds a cmark pointer. It can't be copied, and its nodes lie
/// in the memory that it owns, so the tree is freed exactly once. What leaves its files is Swift
/// values: no caller sees a node that could outlive its tree.
@safe
struct CmarkTree: ~Copyable {
  let root: OpaquePointer
  let memory: CmarkMemory

  /// Parses `body` as CommonMark with tables, task lists and footnotes, and with strikethrough
  /// where `hasStrikethrough` says that the text asks for it.
  ///
  /// The strikethrough extension enters its character into a table that libcmark-gfm shares between
  /// all parsers, and takes it out again at the end; parsers that run meanwhile lose markup without
  /// any error (github/cmark-gfm, pull request 176). So such a parse runs alone, and all others run
  /// side by side. Bare links are found by a later pass, for the same reason: the autolink
  /// extension has such characters too.
  ///
  /// Returns `nil` only where the library gives no tree.
  init?(parsing body: borrowing Span<UInt8>, hasStrikethrough: Bool) {
    // Registering is not thread-safe; touching the library's description runs it once, before any
    // parse.
    guard Library.shared.isUsable else { return nil }
    let memory = CmarkMemory()
    let lender = memory.lend()
    let functions = unsafe CmarkMemory.functions
    let parsed =
      if hasStrikethrough {
        unsafe Self.gate.takeAlone { unsafe Self.parse(body, hasStrikethrough: true, functions) }
      } else {
        unsafe Self.gate.share { unsafe Self.parse(body, hasStrikethrough: false, functions) }
      }
    memory.takeBack(lender)
    guard let parsed = unsafe parsed else { return nil }
    unsafe root = parsed
    self.memory = memory
  }

  private static let gate = ParserGate()

  /// `functions`: what the parser takes its memory by.
  static func parse(
    _ body: borrowing Span<UInt8>, hasStrikethrough: Bool,
    _ functions: UnsafeMutablePointer<cmark_mem>
  ) -> OpaquePointer? {
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = unsafe cmark_parser_new_with_mem(options, functions) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    unsafe attach("table", to: parser)
    unsafe attach("tasklist", to: parser)
    if hasStrikethrough { unsafe attach("strikethrough", to: parser) }
    unsafe body.withUnsafeBytes { bytes in
      let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
      unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
    return unsafe cmark_parser_finish(parser)
  }

  private static func attach(_ name: StaticString, to parser: OpaquePointer) {
    let characters = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    guard let found = unsafe cmark_find_syntax_extension(characters) else { return }
    unsafe cmark_parser_attach_syntax_extension(parser, found)
  }
}
