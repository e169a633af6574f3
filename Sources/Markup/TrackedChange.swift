/// What a span is of that `pandoc --track-changes=all` writes: `[72]{.deletion author="J. Doe"}`
/// or `<span class="deletion" author="J. Doe">`.
struct TrackedChange {
  private(set) var name: [UInt8] = []
  /// Whether it stands for the end of a paragraph, and holds no words.
  var isEmpty: Bool { name.starts(with: "paragraph".utf8) }

  /// - Parameter marks: what stands between the braces.
  init?(marks: ArraySlice<UInt8>) {
    guard marks.first == UInt8(ascii: ".") else { return nil }
    self.init(named: marks.dropFirst().prefix { $0 > UInt8(ascii: " ") }, in: marks)
  }

  init?(tag: [UInt8]) {
    let key = "class=\"".utf8
    guard let start = tag.indices.first(where: { tag[$0...].starts(with: key) }) else {
      return nil
    }
    self.init(
      named: tag[(start + key.count)...].prefix { $0 != UInt8(ascii: "\"") }, in: tag[...])
  }

  private init?(named name: ArraySlice<UInt8>, in attributes: ArraySlice<UInt8>) {
    guard Self.names.contains(where: { $0.utf8.elementsEqual(name) }),
      attributes.indices.contains(where: { attributes[$0...].starts(with: "author=".utf8) })
    else { return nil }
    self.name = Array(name)
  }

  /// Where a comment ends is told with its begin.
  private static let names = [
    "deletion", "insertion", "comment-start", "paragraph-deletion", "paragraph-insertion",
  ]
}
