/// A title in the forms in which titles are compared.
struct TitleForms {
  /// The hash of its words in order, in lower case; `&` counts as `and`. A remark in brackets at
  /// its end is left out.
  var exact: UInt64
  /// Stems of its content words, or the topics that they belong to; sorted, each once.
  var content: [UInt64]

  init(_ title: some Collection<UInt8>, topics: TopicCatalog) {
    let words = Self.words(of: Array(title))
    var exact = WordHash()
    for word in words {
      for byte in word { exact.add(byte) }
      exact.add(0x20)
    }
    self.exact = exact.value
    var content: Set<UInt64> = []
    var index = 0
    while index < words.count {
      var word = words[index]
      index += 1
      // `sub-processors` and `subprocessors` are one word.
      if word == Array("sub".utf8), index < words.count {
        word += words[index]
        index += 1
      }
      guard !Self.emptyWords.contains(word) else { continue }
      if let topic = topics.topic(of: word) {
        content.insert(UInt64(topic))
      } else {
        WordStem.cut(&word)
        content.insert(WordHash.ofLowered(word))
      }
    }
    self.content = content.sorted()
  }

  /// How much of their content two titles share: 0 for nothing, 1 for all.
  func similarity(to other: TitleForms) -> Double {
    guard !content.isEmpty, !other.content.isEmpty else { return 0 }
    var shared = 0
    var left = 0
    var right = 0
    while left < content.count, right < other.content.count {
      if content[left] == other.content[right] {
        shared += 1
        left += 1
        right += 1
      } else if content[left] < other.content[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return Double(2 * shared) / Double(content.count + other.content.count)
  }

  private static let emptyWords: Set<[UInt8]> = Set(
    ("the a an of to for in on at by with and or its their der die das des dem den ein eine einer "
      + "und oder von vom zu zum zur im am für mit bei").split(separator: " ")
      .map { Array($0.utf8) })

  /// The words of a title in lower case, up to a remark in brackets that ends it.
  private static func words(of title: [UInt8]) -> [[UInt8]] {
    var end = title.count
    while end > 0, title[end - 1] == 0x20 || title[end - 1] == 0x0A { end -= 1 }
    if end > 0, title[end - 1] == UInt8(ascii: ")"),
      let open = title[..<end].lastIndex(of: UInt8(ascii: "(")), open > 0
    {
      end = open
    }
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var index = 0
    while index < end {
      let byte = title[index]
      let isLetter =
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      if isLetter {
        word.append(byte)
        index += 1
        continue
      }
      if byte >= 0x80 {
        let scalar = Typography(title.span, at: index, end: end)
        if scalar.kind == .letter {
          word += title[index..<(index + scalar.length)]
          index += scalar.length
          continue
        }
        index += scalar.length
        if scalar.kind == .nothing || scalar.kind == .sign(.singleQuote) { continue }
      } else {
        index += 1
        if byte == UInt8(ascii: "'") { continue }
      }
      if !word.isEmpty { words.append(WordStem.lowered(word[...])) }
      word = []
      if byte == UInt8(ascii: "&") { words.append(Array("and".utf8)) }
    }
    if !word.isEmpty { words.append(WordStem.lowered(word[...])) }
    return words
  }
}
