/// What a caller weaves into the HTML of a tree: links round stretches of text, other words in
/// their place, other destinations of links.
///
/// Shape: all bytes are in one buffer, and the rest are offsets into it, so that rendering touches
/// no reference count for each of thousands of references.
package struct MarkupWeave: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Ordered by place, not overlapping, none empty.
  private(set) var annotations: [TextAnnotation] = []
  /// By index into ``MarkupTree/links``; an empty stretch means the destination as written. Shorter
  /// than the links where the last ones are as written.
  private(set) var destinations: [Stretch] = []

  /// A stretch of ``bytes``.
  struct Stretch: Sendable {
    var start: Int32 = 0
    var end: Int32 = 0

    /// In the place of a destination: that there is none.
    static let nowhere = Stretch(start: -1, end: -1)

    var isEmpty: Bool { start == end }
    var isNowhere: Bool { start < 0 }
  }

  package init() {}

  /// Puts `opening` and `closing` round a stretch of ``MarkupTree/text``.
  ///
  /// Where the stretch crosses the border of an inline node, it is closed and opened again, so that
  /// the HTML stays well formed. Code and the text of links stay as they are.
  ///
  /// - Precondition: stretches are added in their order, do not overlap, and are not empty.
  package mutating func wrap(
    _ text: Range<Int32>, opening: ArraySlice<UInt8>, closing: String
  ) {
    add(text, isReplacement: false, opening, closing)
  }

  /// Puts HTML in the place of a stretch of ``MarkupTree/text``, in links too; nothing leaves the
  /// stretch out. Code stays as it is.
  ///
  /// - Precondition: as for ``wrap(_:opening:closing:)``.
  package mutating func replace(_ text: Range<Int32>, with html: ArraySlice<UInt8>) {
    add(text, isReplacement: true, html, "")
  }

  /// Lets a link or image lead elsewhere; `link` is an index into ``MarkupTree/links``.
  ///
  /// The bytes are trusted, and escaped only for the attribute that they go into.
  package mutating func redirect(link: Int, to destination: some Sequence<UInt8>) {
    while destinations.count <= link { destinations.append(Stretch()) }
    let start = bytes.count
    bytes.append(contentsOf: destination)
    destinations[link] = stretch(from: start)
  }

  func isDropped(link: Int) -> Bool { link < destinations.count && destinations[link].isNowhere }

  /// Leaves a link or image out; its words stay.
  package mutating func drop(link: Int) {
    while destinations.count <= link { destinations.append(Stretch()) }
    destinations[link] = .nowhere
  }

  private mutating func add(
    _ text: Range<Int32>, isReplacement: Bool, _ opening: ArraySlice<UInt8>, _ closing: String
  ) {
    precondition(!text.isEmpty, "an annotation covers some text")
    precondition(
      text.lowerBound >= annotations.last?.end ?? 0, "annotations are added in their order")
    let start = bytes.count
    bytes.append(contentsOf: opening)
    let middle = bytes.count
    bytes.append(contentsOf: closing.utf8)
    annotations.append(
      TextAnnotation(
        start: text.lowerBound, end: text.upperBound, isReplacement: isReplacement,
        opening: Stretch(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: middle)),
        closing: stretch(from: middle)))
  }

  /// From `start` to the end of what there is.
  private func stretch(from start: Int) -> Stretch {
    Stretch(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: bytes.count))
  }
}
