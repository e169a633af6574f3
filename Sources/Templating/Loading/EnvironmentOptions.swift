/// The settings that change what a template means.
package struct EnvironmentOptions: Sendable {
  /// What happens when a name without a value is used.
  package enum UndefinedPolicy: String, Sendable, CaseIterable {
    /// Any use but `is defined` and `default` is an error.
    case strict
    /// Prints as nothing, is false and empty; a member of it is an error.
    case lenient
    /// As lenient, and its members are undefined too.
    case chainable
  }

  package var undefined: UndefinedPolicy = .strict
  /// Drops the newline after a block tag.
  package var trimBlocks = false
  /// Drops the white space between the start of a line and a block tag.
  package var lstripBlocks = false
  package var keepTrailingNewline = false
  /// Names that end like this are escaped, whatever their case.
  package var escapedExtensions = [".html", ".htm", ".xml"]
  package var delimiters = Delimiters()
  package var limits = RenderLimits()

  package init() {}

  package init(undefined: UndefinedPolicy) { self.undefined = undefined }

  /// Whether a template of that name starts with escaping on.
  func escapes(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return escapedExtensions.contains { lowered.hasSuffix($0) }
  }
}

/// What marks tags in a template's text; none is empty.
package struct Delimiters: Sendable {
  package var blockStart = "{%"
  package var blockEnd = "%}"
  package var variableStart = "{{"
  package var variableEnd = "}}"
  package var commentStart = "{#"
  package var commentEnd = "#}"
  /// What makes the rest of a line a block tag, such as `#`; off by default.
  package var lineStatementPrefix: String?
  /// What makes the rest of a line a comment, such as `##`; off by default.
  package var lineCommentPrefix: String?

  package init() {}
}

/// How far a render may go; past any of them it ends in an error.
///
/// They are far above what a real template needs, and stop one that would never end.
package struct RenderLimits: Sendable {
  /// Includes, imports, blocks, macros and recursive loops inside each other.
  package var callDepth = 400
  /// Steps of all loops of one render together.
  package var iterations = 20_000_000
  /// Bytes and items that single operations of one render walk through, such as the search of a
  /// word in a long text; short ones don't count.
  package var walked = 500_000_000
  /// Bytes of one page, and of all text made on the way.
  package var outputBytes = 1 << 30
  /// Items of one list, range or repetition, and bytes of one repeated or padded text.
  package var collectionSize = 10_000_000
  /// Bits of an integer.
  package var integerBits = 1 << 16

  package init() {}
}
