internal import Differencing

extension WordComparer {
  /// Compares the texts of places of which one became several, or several one.
  ///
  /// The texts on each side are read as one, in the order in which the other side has them.
  ///
  /// `olds`, `news`: the paragraphs of each place. What follows a list stands in its place before
  /// it.
  mutating func compareReshaped(
    _ olds: [[Range<Int32>]], _ news: [[Range<Int32>]]
  ) -> WordDifference {
    var (left, right) = (TokenStretches(olds.flatMap(\.self)), TokenStretches(news.flatMap(\.self)))
    if olds.count > 1 {
      left = inOrder(left, of: right, isOld: true)
    } else if news.count > 1 {
      right = inOrder(right, of: left, isOld: false)
    }
    return withMovedSentences(compareDiffering(left, right), left, right)
  }

  /// The same stretches in the order in which a single one of the other version has their
  /// sentences; the sentences of each stay in theirs.
  private mutating func inOrder(
    _ many: TokenStretches, of one: TokenStretches, isOld: Bool
  ) -> TokenStretches {
    let (ids, others) = (numbers(of: many, isOld: isOld), numbers(of: one, isOld: !isOld))
    let places = Self.phrases(others, (isOld ? new : old).sentences(of: one))
    let sentences = (isOld ? old : new).sentences(of: many)
    var keys: [Int] = []
    var stretch = -1
    for sentence in sentences {
      let place = Self.place(of: sentence, ids, among: places)
      let own = many.stretch(of: sentence.lowerBound)
      if own != stretch {
        // What stands nowhere stays with what is before it, or opens its place.
        stretch = own
        keys.append(place ?? -1)
      } else {
        keys.append(max(place ?? -1, keys[keys.count - 1]))
      }
    }
    Self.fill(&keys, sentences.map { many.stretch(of: $0.lowerBound) })
    guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return many }
    let order = sentences.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return TokenStretches(order.flatMap { many.pieces(sentences[$0]) })
  }

  /// Gives the first sentences of a stretch the place of the next that has one, and a stretch of
  /// which nothing has one that of the stretch before.
  private static func fill(_ keys: inout [Int], _ stretches: [Int]) {
    for index in keys.indices.dropLast().reversed()
    where keys[index] < 0 && stretches[index] == stretches[index + 1] {
      keys[index] = keys[index + 1]
    }
    for index in keys.indices.dropFirst() where keys[index] < 0 { keys[index] = keys[index - 1] }
  }

  /// By three words in a row the sentence that has them; -1 where several have.
  static func phrases(_ ids: [Int32], _ sentences: [Range<Int>]) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    for (index, sentence) in sentences.enumerated() {
      for start in sentence.dropLast(2) {
        let phrase = digest(ids[start..<start + 3])
        if let known = places[phrase], known != index {
          places[phrase] = -1
        } else {
          places[phrase] = index
        }
      }
    }
    return places
  }

  /// The sentence that has most of another one's phrases, and a fair part of them.
  static func place(
    of sentence: Range<Int>, _ ids: [Int32], among places: [UInt64: Int]
  ) -> Int? {
    var votes: [Int: Int] = [:]
    let starts = sentence.dropLast(2)
    for start in starts {
      if let place = places[digest(ids[start..<start + 3])], place >= 0 {
        votes[place, default: 0] += 1
      }
    }
    let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value * 3 >= starts.count else { return nil }
    return best.key
  }

  static func digest(_ ids: ArraySlice<Int32>) -> UInt64 {
    var digest = FNVDigest()
    for id in ids { digest.add(id) }
    return digest.value
  }
}

extension ComparedText {
  /// The sentences of some stretches, as ranges of their elements; none goes on in another stretch.
  func sentences(of stretches: TokenStretches) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    for (index, range) in stretches.ranges.enumerated() {
      let shift = stretches.elements(of: index).lowerBound - Int(range.lowerBound)
      forEachSentence(in: range) { sentence in
        sentences.append(Int(sentence.lowerBound) + shift..<Int(sentence.upperBound) + shift)
      }
    }
    return sentences
  }

  /// The sentences of the tokens of one paragraph, in order.
  func forEachSentence(in paragraph: Range<Int32>, _ body: (Range<Int32>) -> Void) {
    var start = paragraph.lowerBound
    var hasStop = false
    for token in paragraph {
      let word = tokens.words[Int(token)]
      let isGlued = word.lead == .nothing
      // A closing quotation mark or bracket belongs to the sentence that it closes.
      if hasStop, !(isGlued && word.kind != .word && word.kind != .number) {
        if !isGlued {
          body(start..<token)
          start = token
        }
        hasStop = false
      }
      if word.kind == .stop { hasStop = true }
    }
    body(start..<paragraph.upperBound)
  }
}
