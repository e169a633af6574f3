/// `text` as the white space before it, its words, and the white space after them.
package func splitWhiteSpace(_ text: String) -> (before: String, words: String, after: String) {
  let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
  let bytes = text.utf8
  guard let first = bytes.firstIndex(where: { !isSpace($0) }),
    let last = bytes.lastIndex(where: { !isSpace($0) })
  else { return (text, "", "") }
  let end = bytes.index(after: last)
  return (String(text[..<first]), String(text[first..<end]), String(text[end...]))
}
