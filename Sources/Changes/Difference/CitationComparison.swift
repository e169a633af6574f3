internal import References

/// Citations in another form, and references that are called otherwise and lead to the same place.
struct CitationComparison: Sendable {
  private let old: ComparedText
  private let new: ComparedText
  private let targets: TargetMap
  private let citations: (old: CitedPlaces, new: CitedPlaces)

  init(_ old: ComparedText, _ new: ComparedText, _ targets: TargetMap) {
    self.old = old
    self.new = new
    self.targets = targets
    citations = (CitedPlaces(old), CitedPlaces(new))
  }

  /// What a word cites.
  private enum Cited: Hashable {
    case law(String)
    case place(TargetMap.Key, TargetMap.Key)
  }

  /// The pieces of a change that lie within one citation of each version, both of the same
  /// provision.
  func sameCitations(in text: MarkedText) -> [Int] {
    text.pieces.indices.filter { index in
      let piece = text.pieces[index]
      guard piece.old.count <= Self.longestCitation, piece.new.count <= Self.longestCitation else {
        return false
      }
      return !cited(piece.old, in: text.old, isOld: true)
        .isDisjoint(with: cited(piece.new, in: text.new, isOld: false))
    }
  }

  /// The pieces of a change that lie within a citation of a law, or a reference to a place, of each
  /// version, each with all that cites.
  func citations(of text: MarkedText) -> [Int: MarkedText.Piece] {
    let same = Set(text.sameCitations)
    var found: [Int: MarkedText.Piece] = [:]
    for index in text.pieces.indices {
      let piece = text.pieces[index]
      if same.contains(index) {
        found[index] = wholes(of: piece, in: text)
        continue
      }
      guard piece.old.count <= Self.longestCitation, piece.new.count <= Self.longestCitation,
        let before = extent(of: piece.old, in: text.old, isOld: true),
        let after = extent(of: piece.new, in: text.new, isOld: false)
      else { continue }
      found[index] = MarkedText.Piece(old: before, new: after)
    }
    return found
  }

  /// The citation of either version that a piece which only writes it in another form lies in, or
  /// beside.
  private func wholes(of piece: MarkedText.Piece, in text: MarkedText) -> MarkedText.Piece? {
    let common = cited(piece.old, in: text.old, isOld: true)
      .intersection(cited(piece.new, in: text.new, isOld: false))
    func whole(
      _ range: Range<Int>, in words: [MarkedText.Word], isOld: Bool
    ) -> Range<Int>? {
      let places = range.isEmpty ? range.lowerBound - 1..<range.lowerBound + 1 : range
      let start = places.clamped(to: words.indices).first {
        cited(words[$0], isOld: isOld).map(common.contains) ?? false
      }
      guard let start, let extent = extent(of: start..<start + 1, in: words, isOld: isOld) else {
        return nil
      }
      return min(extent.lowerBound, range.lowerBound)..<max(extent.upperBound, range.upperBound)
    }
    guard let before = whole(piece.old, in: text.old, isOld: true),
      let after = whole(piece.new, in: text.new, isOld: false)
    else { return nil }
    // A reference with the title of its place, or one in brackets, is told by its words.
    let words = text.old[before] + text.new[after]
    guard !words.contains(where: { $0.kind == .quote || ["[", "]"].contains($0.text) }) else {
      return nil
    }
    return MarkedText.Piece(old: before, new: after)
  }

  /// All words of the one citation or reference that a stretch of words is a part of.
  private func extent(
    of range: Range<Int>, in words: [MarkedText.Word], isOld: Bool
  ) -> Range<Int>? {
    guard let first = range.first else { return nil }
    guard let bytes = citedBytes(words[first], isOld: isOld) else {
      return words.letterCited(in: range)
    }
    let text = isOld ? old : new
    func isInside(_ index: Int) -> Bool {
      let token = words[index].token
      return token >= 0 && bytes.contains(text.tokens.words[Int(token)].start)
    }
    guard range.allSatisfy(isInside) else { return nil }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, isInside(start - 1) { start -= 1 }
    while end < words.count, isInside(end) { end += 1 }
    return end - start <= Self.longestCitation ? start..<end : nil
  }

  /// The bytes of the citation or reference that a word is a part of.
  private func citedBytes(_ word: MarkedText.Word, isOld: Bool) -> Range<Int32>? {
    guard word.token >= 0 else { return nil }
    let text = isOld ? old : new
    let start = text.tokens.words[Int(word.token)].start
    if let bytes = (isOld ? citations.old : citations.new).bytes(ofCitationAt: start) {
      return bytes
    }
    let reference = text.reference(at: Int(word.token))
    return reference >= 0 && text.references[reference].isOfPlace
      ? text.references[reference].range : nil
  }

  /// In words.
  private static var longestCitation: Int { 24 }

  /// What all words of a stretch cite, if it is one thing; of an empty stretch, what the words at
  /// either side of it do.
  private func cited(
    _ range: Range<Int>, in words: [MarkedText.Word], isOld: Bool
  ) -> Set<Cited> {
    if range.isEmpty {
      let beside = [range.lowerBound - 1, range.lowerBound].filter(words.indices.contains)
      return Set(beside.compactMap { cited(words[$0], isOld: isOld) })
    }
    var found: Set<Cited> = []
    for word in words[range] {
      if let cited = cited(word, isOld: isOld) {
        found.insert(cited)
      } else if word.isWord || word.kind == .symbol {
        return []
      }
    }
    return found.count == 1 ? found : []
  }

  private func cited(_ word: MarkedText.Word, isOld: Bool) -> Cited? {
    guard word.token >= 0 else { return nil }
    let text = isOld ? old : new
    let places = isOld ? citations.old : citations.new
    if let citation = places.citation(at: text.tokens.words[Int(word.token)].start) {
      return .law(places.target(of: citation))
    }
    let reference = text.reference(at: Int(word.token))
    guard reference >= 0, text.references[reference].isOfPlace,
      let ends = targets.ends(of: text.references[reference].part, in: text.snapshot, isOld: isOld),
      ends.first.pair >= 0,
      ends.first.provision >= 0
    else { return nil }
    return .place(ends.first, ends.last)
  }
}

extension [MarkedText.Word] {
  /// A single letter with the word that makes it a part of what is cited, of whatever law:
  /// `lit. c`, `point (c)`; with the number that it follows in brackets: `28(3)(c)`.
  fileprivate func letterCited(in range: Range<Int>) -> Range<Int>? {
    func isBracket(_ index: Int) -> Bool {
      indices.contains(index) && ["(", ")"].contains(self[index].text)
    }
    let inner = range.filter { !isBracket($0) }
    guard inner.count == 1, let letter = inner.first, self[letter].text.utf8.count == 1,
      self[letter].kind == .word
    else { return nil }
    var start = letter
    while start > 0, isBracket(start - 1) || self[start - 1].text == "." { start -= 1 }
    guard start > 0 else { return nil }
    let end = isBracket(letter + 1) ? letter + 2 : letter + 1
    if Self.unitsOfLetters.contains(self[start - 1].lower) { return start - 1..<end }
    guard start < letter, self[start - 1].kind == .number, !self[start].hasSpaceBefore else {
      return nil
    }
    // `28(3)(c)` has no space in it.
    while start > 0, !self[start].hasSpaceBefore { start -= 1 }
    return start..<end
  }

  /// What provisions with letters are called.
  private static var unitsOfLetters: Set<String> {
    [
      "lit", "litera", "letter", "point", "points", "buchst", "buchstabe", "buchstaben", "item",
      "subparagraph", "sub-paragraph", "subsection", "sub-clause",
    ]
  }
}
