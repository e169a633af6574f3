/// What the builder of a tree noticed, before anyone knows its exact place.
struct MarkupFindings {
  enum Fault: Hashable {
    /// HTML that is shown as text.
    case rawHTML
    /// A tag that lacks its other half, and is left out.
    case unbalancedTag
    /// A comment without an end, which swallows the text after it.
    case openComment
    /// A link or image that may not lead where it does.
    case unsafeLink
    /// What a row holds beyond the columns of its table, and the parser leaves out.
    case surplusCell
    /// An image that a page may not load.
    case foreignImage
    /// A control character that a numeric reference stands for.
    case control
    /// Words that a word processor marks as inserted, deleted or a comment.
    case trackedChange
    /// What other dialects read as a table.
    case table(RuledTables.Form)
  }

  struct Finding {
    let fault: Fault
    /// Index into ``MarkupTree/nodes``.
    let node: Int
    /// Index into ``MarkupTree/text``, where it is about a place inside of the node.
    let text: Int32?
    /// The byte of the file, where it is known.
    let offset: Int?
    /// The bytes complained of, cut to a length that fits into a message.
    let excerpt: String
    /// Whether further ones of the same fault are counted only.
    let isLastTold: Bool
  }

  /// Of each fault at most so many are told one by one: a file that was exported from elsewhere
  /// may have thousands.
  static let limit = 20

  private(set) var findings: [Finding] = []
  /// How many of each fault there were, told or not.
  private(set) var counts: [Fault: Int] = [:]

  mutating func add(
    _ fault: Fault, node: Int, _ bytes: some Collection<UInt8>, text: Int? = nil,
    offset: Int? = nil
  ) {
    counts[fault, default: 0] += 1
    guard counts[fault, default: 0] <= Self.limit else { return }
    var excerpt = String(decoding: bytes.prefix(60), as: UTF8.self)
    if bytes.count > 60 {
      while excerpt.unicodeScalars.last == "\u{FFFD}" { excerpt.unicodeScalars.removeLast() }
      excerpt += "..."
    }
    if let lineEnd = excerpt.utf8.firstIndex(where: { $0 == 10 || $0 == 13 }) {
      excerpt = String(excerpt[..<lineEnd])
    }
    let isLastTold = counts[fault] == Self.limit
    findings.append(
      Finding(
        fault: fault, node: node, text: text.map { Int32(truncatingIfNeeded: $0) },
        offset: offset, excerpt: excerpt, isLastTold: isLastTold))
  }
}
