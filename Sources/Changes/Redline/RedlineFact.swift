package import Deadlines

/// Something that the frontmatter says otherwise than before, with its marks.
///
/// Shape: ``runs`` are in the order of the new value, with what was removed where it stood.
package struct RedlineFact: Sendable {
  /// A stretch of the value, with the white space before it.
  package struct Run: Sendable, Equatable {
    /// Equal, removed or added.
    package var kind: RedlineRun.Kind
    package var text: String
  }

  /// What it is called: `the name of the processor`.
  package var name: BilingualText
  package var runs: [Run]
  /// The numbers of the changes that are about it.
  package var changes: [Int] = []
}

extension RedlineFact {
  /// A value that was, or is, not there is `nil`.
  init(_ name: BilingualText, _ before: String?, _ after: String?) {
    self.name = name
    switch (before, after) {
    case (let before?, let after?): runs = Self.runs(of: MarkedText(before, after))
    case (let before?, nil): runs = [Run(kind: .removed, text: before)]
    case (nil, let after?): runs = [Run(kind: .added, text: after)]
    case (nil, nil): runs = []
    }
  }

  private static func runs(of text: MarkedText) -> [Run] {
    var runs: [Run] = []
    func append(_ kind: RedlineRun.Kind, _ words: ArraySlice<MarkedText.Word>) {
      guard let first = words.first else { return }
      let space = first.hasSpaceBefore && !runs.isEmpty ? " " : ""
      runs.append(Run(kind: kind, text: space + MarkedText.text(words)))
    }
    var start = 0
    for piece in text.pieces {
      append(.equal, text.new[start..<piece.new.lowerBound])
      append(.removed, text.old[piece.old])
      append(.added, text.new[piece.new])
      start = piece.new.upperBound
    }
    append(.equal, text.new[start...])
    return runs
  }
}
