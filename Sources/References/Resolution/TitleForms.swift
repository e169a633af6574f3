internal import Diagnostics

/// A title in the forms in which titles are compared.
struct TitleForms {
  /// The hash of its words in order, in lower case; `&` counts as `and`. A remark in brackets at
  /// its end is left out.
  var exact: UInt64
  /// Stems of its content words, or the topics that they belong to; sorted, each once.
  var content: [UInt64]

  init(_ title: some Collection<UInt8>, topics: TopicCatalog) {
    let title = Array(title)
    var reader = TitleReader(topics: topics)
    reader.read(title.span)
    exact = reader.exact.value
    reader.content.sort()
    content = []
    content.reserveCapacity(reader.content.count)
    for word in reader.content where content.last != word { content.append(word) }
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
}

/// Reads the words of a title, up to a remark in brackets that ends it.
private struct TitleReader {
  let topics: TopicCatalog
  var exact = WordHash()
  /// As ``TitleForms/content``, unsorted.
  var content: [UInt64] = []
  /// The word at hand in lower case.
  private var word: [UInt8] = []
  /// Whether the word before is `sub`: `sub-processors` and `subprocessors` are one word.
  private var isBehindSub = false

  init(topics: TopicCatalog) { self.topics = topics }

  mutating func read(_ title: borrowing Span<UInt8>) {
    let end = Self.end(of: title)
    var index = 0
    while index < end {
      let byte = title[index]
      if byte.isASCIILetterOrDigit {
        word.append(byte.asciiLowercased)
        index += 1
        continue
      }
      if byte >= 0x80 {
        let scalar = Typography(title, at: index, end: end)
        if scalar.kind == .letter {
          for offset in 0..<scalar.length { appendLetter(title[index + offset]) }
          index += scalar.length
          continue
        }
        index += scalar.length
        if scalar.kind == .nothing || scalar.kind == .sign(.singleQuote) { continue }
      } else {
        index += 1
        if byte == UInt8(ascii: "'") { continue }
      }
      endWord()
      if byte == UInt8(ascii: "&") {
        word += "and".utf8
        endWord()
      }
    }
    endWord()
    if isBehindSub { addContent(Array("sub".utf8)) }
  }

  /// Where the title ends, without a remark in brackets.
  private static func end(of title: borrowing Span<UInt8>) -> Int {
    var end = title.count
    while end > 0, title[end - 1] == 0x20 || title[end - 1] == 0x0A { end -= 1 }
    guard end > 0, title[end - 1] == UInt8(ascii: ")") else { return end }
    var open = end - 1
    while open > 0, title[open] != UInt8(ascii: "(") { open -= 1 }
    return open > 0 ? open : end
  }

  private mutating func appendLetter(_ byte: UInt8) {
    let isLatinCapital =
      word.last == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97
    word.append(isLatinCapital ? byte | 0x20 : byte)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    for byte in word { exact.add(byte) }
    exact.add(0x20)
    if isBehindSub {
      isBehindSub = false
      addContent(Self.sub + word)
    } else if word == Self.sub {
      isBehindSub = true
    } else {
      addContent(word)
    }
    word.removeAll(keepingCapacity: true)
  }

  private mutating func addContent(_ word: [UInt8]) {
    guard Self.emptyWords[WordHash.ofLowered(word)] == 0 else { return }
    if topics.mayHold(word.indices, of: word.span), let topic = topics.topic(of: word) {
      content.append(UInt64(topic))
    } else {
      var stem = word
      WordStem.cut(&stem)
      content.append(WordHash.ofLowered(stem))
    }
  }

  private static let sub = Array("sub".utf8)
  private static let emptyWords = WordTable(
    of: ("the a an of to for in on at by with and or its their der die das des dem den ein eine einer "
      + "und oder von vom zu zum zur im am für mit bei").split(separator: " ").map(String.init))
}
