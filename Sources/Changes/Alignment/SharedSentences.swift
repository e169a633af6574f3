/// The stretches of whole sentences that places of both versions have word for word.
///
/// Only what is not the same as before is looked at, and only sentences that one place of each
/// version has tell anything.
///
/// - Complexity: O(words) of the places that differ.
struct SharedSentences {
  /// A stretch of sentences of an old place that a new one has, too.
  struct Stretch: Sendable {
    var old: Int32
    var new: Int32
    /// Tokens of either version, without the sign that ends the last sentence.
    var oldTokens: Range<Int32>
    var newTokens: Range<Int32>
    /// How many of the tokens are words or numbers.
    var words: Int32
    /// Whether it is all that a place says.
    var isAllOfOld: Bool
    var isAllOfNew: Bool

    func place(in side: Side) -> Int32 { side == .old ? old : new }

    func isAll(of side: Side) -> Bool { side == .old ? isAllOfOld : isAllOfNew }
  }

  /// By old place, then by new one, in the order of the text.
  private(set) var stretches: [Stretch] = []

  private let old: ComparedText
  private let new: ComparedText

  /// Where a sentence stands among those of either version: -1 for nowhere, -2 for several places.
  private struct Places {
    var old: Int32 = -1
    var new: Int32 = -1
  }

  /// `before`, `after`: the sentences of the places that are looked at, in order. `mayShare`:
  /// whether two places can have anything to do with each other.
  init(
    _ old: ComparedText, _ before: [PlaceSentences.Sentence], _ new: ComparedText,
    _ after: [PlaceSentences.Sentence], where mayShare: (Int, Int) -> Bool
  ) {
    self.old = old
    self.new = new
    var places = DigestTable<Places>(capacity: before.count)
    for (index, sentence) in before.enumerated() {
      let known = places.index(of: sentence.digest, orAdding: Places())
      Self.note(Int32(index), in: &places[at: known].old)
    }
    for (index, sentence) in after.enumerated() {
      // Looked for first: most sentences are in one version only.
      guard let known = places.index(of: sentence.digest) else { continue }
      Self.note(Int32(index), in: &places[at: known].new)
    }
    for (index, sentence) in before.enumerated() {
      // What an earlier sentence was followed to is known.
      if let last = stretches.last, last.old == sentence.node,
        last.oldTokens.upperBound >= sentence.tokens.upperBound
      {
        continue
      }
      guard let place = places[sentence.digest], place.old == index, place.new >= 0,
        mayShare(Int(sentence.node), Int(after[Int(place.new)].node)),
        let stretch = stretch(from: sentence, after[Int(place.new)])
      else { continue }
      stretches.append(stretch)
    }
  }

  private static func note(_ sentence: Int32, in place: inout Int32) {
    place = place == -1 ? sentence : -2
  }

  /// As many whole sentences around two equal ones as both places have word for word.
  private func stretch(
    from sentence: PlaceSentences.Sentence, _ other: PlaceSentences.Sentence
  ) -> Stretch? {
    guard sentence.tokens.count == other.tokens.count,
      zip(sentence.tokens, other.tokens).allSatisfy(areEqual)
    else { return nil }
    let (left, right) = (
      Self.body(of: Int(sentence.node), in: old), Self.body(of: Int(other.node), in: new)
    )
    var (start, end) = (sentence.tokens.lowerBound, sentence.tokens.upperBound)
    let shift = other.tokens.lowerBound - start
    while start > left.lowerBound, start + shift > right.lowerBound,
      areEqual(start - 1, start - 1 + shift)
    {
      start -= 1
    }
    while end < left.upperBound, end + shift < right.upperBound, areEqual(end, end + shift) {
      end += 1
    }
    // Sentences that go on in either place are no longer the same.
    let starts = Self.starts(in: old, left, start..<sentence.tokens.lowerBound + 1)
    let others = Set(Self.starts(in: new, right, start + shift..<other.tokens.lowerBound + 1))
    let ends = Self.ends(in: old, left, sentence.tokens.upperBound - 1..<end)
    let otherEnds = Set(Self.ends(in: new, right, other.tokens.upperBound - 1..<end + shift))
    start = starts.first { others.contains($0 + shift) } ?? sentence.tokens.lowerBound
    end = ends.last { otherEnds.contains($0 + shift) } ?? sentence.tokens.upperBound
    let range = start..<end
    return Stretch(
      old: sentence.node, new: other.node, oldTokens: range,
      newTokens: start + shift..<end + shift, words: Self.words(range, in: old),
      isAllOfOld: range == Self.trimmed(left, in: old),
      isAllOfNew: start + shift..<end + shift == Self.trimmed(right, in: new))
  }

  private func areEqual(_ left: Int32, _ right: Int32) -> Bool {
    old.comparedID(Int(left)) == new.comparedID(Int(right))
  }
}

extension SharedSentences {
  /// What a place says below its heading.
  static func body(of node: Int, in text: ComparedText) -> Range<Int32> {
    text.nodes[node].body
  }

  /// How many words and numbers a place has below its heading.
  static func wordsBelowHeading(of node: Int, in text: ComparedText) -> Int32 {
    words(body(of: node, in: text), in: text)
  }

  /// How many of some tokens are words or numbers.
  static func words(_ tokens: Range<Int32>, in text: ComparedText) -> Int32 {
    tokens.reduce(0) { count, token in
      let kind = text.tokens.words[Int(token)].kind
      return kind == .word || kind == .number ? count + 1 : count
    }
  }

  /// Tokens without signs at their end: what ends a clause of its own may stand in the middle of
  /// another.
  static func trimmed(_ tokens: Range<Int32>, in text: ComparedText) -> Range<Int32> {
    var end = tokens.upperBound
    while end > tokens.lowerBound {
      let kind = text.tokens.words[Int(end) - 1].kind
      guard kind == .stop || kind == .sign else { break }
      end -= 1
    }
    return tokens.lowerBound..<end
  }

  /// Where sentences begin, of some tokens of a place.
  private static func starts(
    in text: ComparedText, _ body: Range<Int32>, _ tokens: Range<Int32>
  ) -> [Int32] {
    tokens.filter { token in
      token == body.lowerBound || text.tokens.words[Int(token) - 1].kind == .stop
        || opensParagraph(token, in: text)
    }
  }

  /// Where sentences end without their signs, behind some tokens of a place.
  private static func ends(
    in text: ComparedText, _ body: Range<Int32>, _ tokens: Range<Int32>
  ) -> [Int32] {
    let end = trimmed(body, in: text).upperBound
    return tokens.lazy.map { $0 + 1 }.filter { token in
      token == end || token < body.upperBound && text.tokens.words[Int(token)].kind == .stop
        || token < body.upperBound && opensParagraph(token, in: text)
    }
  }

  /// Whether a token is the first of a line, as those of paragraphs are.
  private static func opensParagraph(_ token: Int32, in text: ComparedText) -> Bool {
    text.tokens.words[Int(token)].lead == .line && text.startsPassage(Int(token))
  }
}

extension ComparedText {
  /// The tokens of each paragraph of a place.
  func paragraphs(of node: Int, withHeading: Bool = false) -> [Range<Int32>] {
    nodes[node].passages.compactMap { index in
      let passage = passages[Int(index)]
      return passage.kind == .heading && !withHeading ? nil : passage.tokens
    }
  }
}
