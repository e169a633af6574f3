/// Stems of the words of one text, each cut once.
struct StemTable {
  private var words = WordTable(capacity: 1024)
  private var stems: [UInt64] = []

  /// The stem of a word of `text`.
  mutating func stem(of token: Token, in text: [UInt8]) -> UInt64 {
    let known = words[token.hash]
    if known != 0 { return stems[Int(known) - 1] }
    let stem = WordStem.hash(of: text[Int(token.start)..<Int(token.end)])
    stems.append(stem)
    words[token.hash] = UInt32(truncatingIfNeeded: stems.count)
    return stem
  }
}
