/// The letter of Article 32(1) GDPR that a text cites, such as `b` of "Art. 32 para. 1 lit. b
/// GDPR".
///
/// `nil` where it cites another article or no letter.
func article32Letter(in text: String) -> UInt8? {
  let words = FoldedText(text).bytes.split { byte in
    !FoldedText.isWord(byte) && byte != UInt8(ascii: ")")
  }
  for (index, word) in words.enumerated() where word.elementsEqual("32".utf8) {
    // "1, letter b", "para 1 b)", "Abs. 1 lit. b": the letter is among the next few words.
    for next in words[(index + 1)...].prefix(6) {
      let letter = next.first { $0 != UInt8(ascii: ")") }
      let bare = next.filter { $0 != UInt8(ascii: ")") }
      if bare.count == 1, let letter, (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(letter) {
        return letter
      }
      if next.elementsEqual("art".utf8) || next.elementsEqual("article".utf8) { break }
    }
  }
  return nil
}
