/// The stretches of an HTML block that are words rather than tags.
///
/// Tags mean as little to a comparison as the signs of Markdown do, but for those that lead
/// somewhere: an address is compared like words.
///
/// `block`: bytes of `text`. Complexity: O(bytes of the block).
func htmlTexts(in block: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
  var texts: [Range<Int>] = []
  var start = block.lowerBound
  func close(at end: Int) {
    let range = start..<end
    if range.contains(where: { text[$0] > UInt8(ascii: " ") }) { texts.append(range) }
  }
  var index = block.lowerBound
  while index < block.upperBound {
    guard text[index] == UInt8(ascii: "<"), let end = endOfTag(from: index, in: block, of: text)
    else {
      index += 1
      continue
    }
    if !leadsSomewhere(index..<end, of: text) {
      close(at: index)
      start = end
    }
    index = end
  }
  close(at: block.upperBound)
  return texts
}

/// The byte behind the tag that begins at `start`; `nil` where none does.
private func endOfTag(from start: Int, in block: Range<Int>, of text: [UInt8]) -> Int? {
  guard start + 1 < block.upperBound else { return nil }
  let next = text[start + 1]
  let isLetter = next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z")
  guard isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else { return nil }
  var index = start + 1
  while index < block.upperBound {
    if text[index] == UInt8(ascii: ">") { return index + 1 }
    // What is not closed before the next one begins is no tag, and is looked at only once.
    if text[index] == UInt8(ascii: "<") { return nil }
    index += 1
  }
  return nil
}

/// Whether a tag has an address.
private func leadsSomewhere(_ tag: Range<Int>, of text: [UInt8]) -> Bool {
  for name in addressAttributes where name.count <= tag.count {
    for start in tag.lowerBound...(tag.upperBound - name.count)
    where name.indices.allSatisfy({ text[start + $0] | 0x20 == name[$0] }) {
      return true
    }
  }
  return false
}

private let addressAttributes = [Array("href".utf8), Array("src".utf8)]
