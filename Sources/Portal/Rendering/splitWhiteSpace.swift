/// `text` as the white space before it, its words, and the white space after them.
package func splitWhiteSpace(_ text: String) -> (before: String, words: String, after: String) {
  let (before, words, after) = splitWhiteSpace(Array(text.utf8)[...])
  return (
    String(decoding: before, as: UTF8.self), String(decoding: words, as: UTF8.self),
    String(decoding: after, as: UTF8.self)
  )
}

/// The same for bytes; of nothing but white space, that is before.
package func splitWhiteSpace(
  _ text: ArraySlice<UInt8>
) -> (before: ArraySlice<UInt8>, words: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
  let isWord: (UInt8) -> Bool = { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }
  guard let first = text.firstIndex(where: isWord), let last = text.lastIndex(where: isWord)
  else { return (text, [], []) }
  return (text[..<first], text[first...last], text[(last + 1)...])
}
