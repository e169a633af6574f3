/// What became of a mark.
enum MarkChange: Sendable {
  /// Words that are marked in one version only.
  case stretch(InlineMark.Kind, MarkedStretch, isOnlyNew: Bool)
  /// A link or picture, by its mark in each version.
  case link(InlineMark.Kind, old: Int32?, new: Int32?)
  case box(TaskBox?, TaskBox?)
  /// `number`: in the new version, or in the old one of a mark that is gone. The words are those
  /// that it stands behind.
  case footnote(number: Int32, old: Int32?, new: Int32?)
}

/// Words, or parts of a word, under one mark.
struct MarkedStretch: Sendable {
  /// In bytes of the tree's text, in order; what is between them is marked in both versions or in
  /// words that changed.
  private(set) var ranges: [Range<Int32>]
  /// The first word and the last.
  private(set) var words: ClosedRange<Int32>

  init(_ bytes: Range<Int32>, _ token: Int32) {
    ranges = [bytes]
    words = token...token
  }

  /// Adds a part of the same word or of one behind it.
  mutating func append(_ bytes: Range<Int32>, _ token: Int32) {
    let last = ranges.count - 1
    if token == words.upperBound + 1 {
      ranges[last] = ranges[last].lowerBound..<max(ranges[last].upperBound, bytes.upperBound)
    } else {
      ranges.append(bytes)
    }
    words = words.lowerBound...max(words.upperBound, token)
  }
}
