extension [TextNode] {
  /// Reads the words and digests of all places off their tokens.
  ///
  /// `comparedID`: what a token is while places are looked for; see
  /// ``ComparedText/comparedID(_:)``.
  @inline(__always)
  mutating func digest(_ tokens: TokenList, _ comparedID: (Int) -> Int32) {
    for index in indices {
      let node = self[index]
      var digest = mix(0x51, UInt64(node.shape.rawValue))
      var (words, title): (Int32, UInt64) = (0, 0)
      for token in Int(node.tokens.lowerBound)..<Int(node.tokens.upperBound) {
        digest = mix(digest, UInt64(UInt32(bitPattern: comparedID(token))))
        let kind = tokens.words[token].kind
        if kind == .word || kind == .number { words += 1 }
        if token + 1 == node.bodyStart { title = digest }
      }
      self[index].titleDigest = title
      self[index].words = words
      self[index].digest = digest
      self[index].treeDigest = digest
      self[index].treeWords = words
    }
    // From the last to the first: what is inside a node is complete before the node is.
    for index in indices.dropFirst().reversed() {
      let parent = Int(self[index].parent)
      self[parent].treeDigest = mix(self[parent].treeDigest, self[index].treeDigest)
      self[parent].treeWords += self[index].treeWords
    }
  }
}

private func mix(_ digest: UInt64, _ value: UInt64) -> UInt64 {
  var mixed = (digest ^ value) &* 0xD6E8_FEB8_6659_FD93
  mixed ^= mixed >> 32
  return mixed &+ 0x9E37_79B9_7F4A_7C15
}
