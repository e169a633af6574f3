/// The words of a whole portal, with the parts that each stands in: blocks merged once.
package struct SearchIndex: Sendable {
  private var terms = TermTable()
  private var lasts: [Int] = []
  private var counts: [Int] = []
  private var postings: [[UInt8]] = []
  /// Terms in the order of their bytes.
  private var order: [Int] = []

  /// Words that a typing error may have come from: those of this many letters and more.
  static let shortestCorrected = 5
  /// Their list is loaded for a word that is nowhere; the rarest are left out of a longer one.
  static let mostCorrected = 16_000
  /// A shard is about as large: a query loads one or two of them.
  static let shardSize = 32 << 10

  /// Merges blocks, given in the order of their parts.
  package init(merging blocks: [TermBlock]) {
    for block in blocks {
      for term in 0..<block.terms.count {
        let index = terms.index(of: block.terms.word(term).span)
        if index == lasts.count {
          lasts.append(-1)
          counts.append(0)
          postings.append([])
        }
        appendPosting(block.firsts[term], after: lasts[index], to: &postings[index])
        postings[index] += block.postings(of: term)
        lasts[index] = Int(block.lasts[term] >> 2)
        counts[index] += Int(block.counts[term])
      }
    }
    order = (0..<terms.count).sorted { terms.precedes($0, $1) }
  }

  /// The index cut into shards: the first word of each and its entries.
  ///
  /// Shape: for each word, the number of bytes that it shares with the word before it as a digit,
  /// the rest of it, `!`, its postings, and a space.
  package func shards() -> [(first: [UInt8], entries: [UInt8])] {
    var shards: [(first: [UInt8], entries: [UInt8])] = []
    var previous: ArraySlice<UInt8> = []
    for term in order {
      let word = terms.word(term)
      if (shards.last?.entries.count ?? Self.shardSize) >= Self.shardSize {
        shards.append((Array(word), []))
        previous = []
      }
      let last = shards.count - 1
      Self.append(word, after: previous, to: &shards[last].entries)
      shards[last].entries.append(UInt8(ascii: "!"))
      shards[last].entries += postings[term]
      shards[last].entries.append(UInt8(ascii: " "))
      previous = word
    }
    return shards
  }

  /// The words that are offered for a word that is nowhere, each as in a shard but without
  /// postings.
  package func correctedWords() -> [UInt8] {
    var chosen = order.filter { term in
      let word = terms.word(term)
      return word.count >= Self.shortestCorrected
        && word.allSatisfy { $0 >= UInt8(ascii: "a") }
    }
    if chosen.count > Self.mostCorrected {
      let frequent = chosen.enumerated().sorted {
        (-counts[$0.element], $0.offset) < (-counts[$1.element], $1.offset)
      }
      chosen = frequent.prefix(Self.mostCorrected).sorted { $0.offset < $1.offset }.map(\.element)
    }
    var output: [UInt8] = []
    var previous: ArraySlice<UInt8> = []
    for term in chosen {
      let word = terms.word(term)
      Self.append(word, after: previous, to: &output)
      output.append(UInt8(ascii: " "))
      previous = word
    }
    return output
  }

  private static func append(
    _ word: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to output: inout [UInt8]
  ) {
    var shared = 0
    for (left, right) in zip(word, previous) {
      guard left == right else { break }
      shared += 1
    }
    // Readers count characters: a word is never cut inside of one.
    while shared > 0, shared < word.count, word[word.startIndex + shared] & 0xC0 == 0x80 {
      shared -= 1
    }
    output.append(digit(UInt8(characters(word.prefix(shared)))))
    output += word.dropFirst(shared)
  }

  /// Units of UTF-16, in which the script counts.
  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }
}
