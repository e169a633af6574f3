internal import Agreements
internal import Differencing
internal import Markup

/// The words of a changed place in both versions, with what was marked in them: what rules and
/// sentences look at.
struct MarkedText: Sendable {
  struct Word: Sendable {
    /// As the text has it.
    var text: String
    var lower: String
    var kind: WordKind
    var traits: WordTraits
    var isMarked: Bool
    /// Whether its version strikes it out.
    var isStruck = false
    /// Whether it is the number of a reference.
    var isDesignator: Bool
    var hasSpaceBefore: Bool
    /// Whether it is the first of a line of the source.
    var startsLine: Bool
    /// Of a word in a cell of a table: whether it is the first of it, or of a line of it.
    var opening = Opening.nothing
    /// Whether it is the first of a paragraph or cell.
    var startsPassage = false
    /// Its token in its version; -1 in texts that stand by themselves.
    var token: Int32 = -1

    /// Whether it is more than a sign.
    var isWord: Bool { kind == .word || kind == .number }
  }

  enum Opening: Sendable { case nothing, line, cell }

  /// A removed stretch and what came in its place.
  struct Piece: Sendable {
    var old: Range<Int>
    var new: Range<Int>
  }

  var old: [Word] = []
  var new: [Word] = []
  var pieces: [Piece] = []
  /// What rules know about any of the words: most texts have nothing for most rules.
  private(set) var traits: WordTraits = []
  /// Which of ``pieces`` only write a citation in another form, or call a reference otherwise that
  /// leads to the same place.
  var sameCitations: [Int] = []
  /// Of ``pieces`` that are part of a citation or reference, all of it in both versions: sentences
  /// tell what it was and what it became, and not that a 4 became a 5.
  var citations: [Int: Piece] = [:]
  /// Sentences of ``new`` that stood elsewhere in the text before; their words are not marked.
  var moved: [Range<Int>] = []

  /// Sentences that went to another place or came from one; their words are not marked.
  var elsewhere: [Elsewhere] = []

  /// A sentence of ``old`` that another place has now, or of ``new`` that another one had.
  struct Elsewhere: Sendable {
    var words: Range<Int>
    var isGone: Bool
    var place: PlaceWords
  }

  /// Whether both versions have the same words, each at its place.
  var isUnchanged: Bool { pieces.isEmpty && !isReordered }
  /// Whether words changed, and not only signs.
  var marksWords: Bool {
    old.contains { $0.isMarked && $0.isWord } || new.contains { $0.isMarked && $0.isWord }
  }
  /// Whether words came that did not go at the same time: a word that begins the sentence now has
  /// another capital, and is none.
  var addsWords: Bool {
    let gone = Set(old.lazy.filter { $0.isMarked && $0.isWord }.map(\.lower))
    return new.contains { $0.isMarked && $0.isWord && !gone.contains($0.lower) }
  }
  /// Whether sentences stand elsewhere than before.
  var isReordered: Bool { !moved.isEmpty || !elsewhere.isEmpty }

  /// `marks`: of both texts. `spelled`: the words of both texts.
  init(
    _ differences: [WordDifference], old oldText: ComparedText, new newText: ComparedText,
    _ marks: MarksOfBoth, _ spelled: inout SpelledWords
  ) {
    old.reserveCapacity(differences.reduce(0) { $1.runs.reduce($0) { $0 + $1.old.count } })
    new.reserveCapacity(differences.reduce(0) { $1.runs.reduce($0) { $0 + $1.new.count } })
    for difference in differences {
      // Texts follow each other; nothing reads across from one to the next.
      var isOpen = false
      let (oldStart, newStart) = (old.count, new.count)
      defer {
        if difference.isOfCell {
          old.noteOpenings(from: oldStart)
          new.noteOpenings(from: newStart)
        }
      }
      for run in difference.runs {
        let (x, y) = (old.count, new.count)
        let isMarked = run.isChange && !run.isMoved
        for token in run.old {
          var word = oldText.markedWord(Int(token), isMarked: isMarked, &spelled)
          word.isStruck = marks.old.isStruck(token)
          old.append(word)
        }
        for token in run.new {
          var word = newText.markedWord(Int(token), isMarked: isMarked, &spelled)
          word.isStruck = marks.new.isStruck(token)
          new.append(word)
        }
        if run.otherPlace >= 0 {
          let isGone = run.kind == .removed
          let place = ChangePlace(isGone ? newText : oldText, Int(run.otherPlace))
          elsewhere.append(
            Elsewhere(
              words: isGone ? x..<old.count : y..<new.count, isGone: isGone,
              place: PlaceWords(place)))
        } else if run.isMoved, y < new.count {
          moved.append(y..<new.count)
        }
        guard isMarked else {
          isOpen = false
          continue
        }
        if isOpen, let last = pieces.last {
          pieces[pieces.count - 1] = Piece(
            old: last.old.lowerBound..<old.count, new: last.new.lowerBound..<new.count)
        } else {
          pieces.append(Piece(old: x..<old.count, new: y..<new.count))
        }
        isOpen = true
      }
    }
    noteTraits()
  }

  /// Compares two texts that stand by themselves, such as facts of records.
  init(_ before: String, _ after: String) {
    var table = Particles.table
    let firstContentWord = Particles.count
    let (left, right) = (Array(before.utf8), Array(after.utf8))
    var oldTokens = TokenList()
    oldTokens.append(left.span, 0..<left.count, numberedBy: &table)
    var newTokens = TokenList()
    newTokens.append(right.span, 0..<right.count, numberedBy: &table)
    var comparer = SequenceComparer()
    let hunks = groupReadably(
      comparer.compare(oldTokens.ids, newTokens.ids).hunks, old: oldTokens.ids,
      oldRoles: oldTokens.roles(0..<oldTokens.count, firstContentWord: firstContentWord),
      new: newTokens.ids,
      newRoles: newTokens.roles(0..<newTokens.count, firstContentWord: firstContentWord))
    var spelled = SpelledWords()
    func words(_ tokens: TokenList, of text: [UInt8]) -> [Word] {
      tokens.indices.map { Word(tokens.words[$0], tokens.ids[$0], of: text, &spelled) }
    }
    old = words(oldTokens, of: left)
    new = words(newTokens, of: right)
    for hunk in hunks {
      for index in hunk.old { old[index].isMarked = true }
      for index in hunk.new { new[index].isMarked = true }
      pieces.append(Piece(old: hunk.old, new: hunk.new))
    }
    noteTraits()
  }

  private mutating func noteTraits() {
    for index in old.indices { traits.formUnion(old[index].traits) }
    for index in new.indices { traits.formUnion(new[index].traits) }
  }

  /// Takes the marks off some of the pieces.
  mutating func unmark(pieces indexes: [Int]) {
    guard !indexes.isEmpty else { return }
    for piece in indexes {
      for index in pieces[piece].old { old[index].isMarked = false }
      for index in pieces[piece].new { new[index].isMarked = false }
    }
    let gone = Set(indexes)
    let kept = pieces.indices.filter { !gone.contains($0) }
    citations = kept.enumerated().reduce(into: [:]) { $0[$1.offset] = citations[$1.element] }
    pieces = kept.map { pieces[$0] }
  }

  /// Takes the marks off words that only bound a time: `not later than 14 days`.
  mutating func unmarkBoundsOfPeriods() {
    func unmark(_ words: inout [Word]) {
      for period in WrittenPeriod.all(in: words) {
        let start = period.range.lowerBound
        for index in max(0, start - Self.boundWords)..<start { words[index].isMarked = false }
      }
    }
    unmark(&old)
    unmark(&new)
  }

  /// `not later than the end of`
  private static var boundWords: Int { 4 }

  /// The pieces as sentences tell them: citations as a whole, each once, and a number with the
  /// abbreviation before it: `Bergstr. 3`.
  var toldPieces: [Piece] {
    joined(pieces.indices.map { citations[$0] ?? pieces[$0] }, withNumbers: true)
  }

  /// The pieces as data tell them: what is only cited in another form as a whole, unless one word of
  /// it is called otherwise, such as the law.
  private var statedPieces: [Piece] {
    guard !sameCitations.isEmpty else { return pieces }
    let same = Set(sameCitations)
    var counts: [Range<Int>: Int] = [:]
    for citation in citations.values { counts[citation.old, default: 0] += 1 }
    let stated = pieces.indices.map { index in
      guard same.contains(index), let whole = citations[index],
        counts[whole.old] != 1 || !isOfOneWord(pieces[index])
      else { return pieces[index] }
      return whole
    }
    return joined(stated, withNumbers: false)
  }

  /// Whether one word came for one, and no number: `DSGVO` that became `GDPR`.
  private func isOfOneWord(_ piece: Piece) -> Bool {
    func isWord(_ words: ArraySlice<Word>) -> Bool {
      let found = words.filter { $0.text != "." }
      return found.count == 1 && found.first?.kind == .word
    }
    return isWord(old[piece.old]) && isWord(new[piece.new])
  }

  /// Pieces of which none overlap. `withNumbers`: whether a number belongs to what is before it.
  private func joined(_ pieces: [Piece], withNumbers: Bool) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces {
      if let last = joined.last,
        last.old.overlaps(piece.old) || last.new.overlaps(piece.new)
          || withNumbers && isNumber(piece, of: last)
      {
        joined[joined.count - 1] = Piece(
          old: last.old.lowerBound..<max(last.old.upperBound, piece.old.upperBound),
          new: last.new.lowerBound..<max(last.new.upperBound, piece.new.upperBound))
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  /// Whether nothing but the dot of an abbreviation stands between two pieces, of which the second
  /// is a number in both versions.
  private func isNumber(_ piece: Piece, of last: Piece) -> Bool {
    func follows(_ next: Range<Int>, _ before: Range<Int>, _ words: [Word]) -> Bool {
      guard let first = next.first, let end = before.last, next.lowerBound == end + 2 else {
        return false
      }
      return words[end].kind == .word && words[end + 1].text == "." && words[first].kind == .number
        && words[first].hasSpaceBefore && !words[end + 1].hasSpaceBefore
    }
    return follows(piece.old, last.old, old) && follows(piece.new, last.new, new)
  }

  /// The marked words of a side as readers see them: what is written without a space between is
  /// one.
  func wordsRemoved() -> [String] { Self.words(old, statedPieces.map(\.old)) }
  func wordsAdded() -> [String] { Self.words(new, statedPieces.map(\.new)) }

  private static func words(_ words: [Word], _ ranges: [Range<Int>]) -> [String] {
    var result: [String] = []
    for range in ranges {
      for index in range {
        if index > range.lowerBound, !words[index].hasSpaceBefore, !result.isEmpty {
          result[result.count - 1] += words[index].text
        } else {
          result.append(words[index].text)
        }
      }
    }
    return result
  }

  /// A stretch of one side as sentences quote it, the struck words told apart.
  static func quotable(_ words: ArraySlice<Word>) -> [QuotableWord] {
    var quotable: [QuotableWord] = []
    for word in words {
      if !word.hasSpaceBefore, let last = quotable.last, last.isStruck == word.isStruck {
        quotable[quotable.count - 1].text += word.text
      } else {
        quotable.append(
          QuotableWord(
            text: word.text, isStruck: word.isStruck, hasSpaceBefore: word.hasSpaceBefore))
      }
    }
    return quotable
  }

  /// A stretch of one side as running text.
  static func text(_ words: ArraySlice<Word>) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      if index > 0, word.hasSpaceBefore { text += " " }
      text += word.text
    }
    return text
  }
}

extension ComparedText {
  /// Some words of a text in which nothing changed.
  func unmarkedWords(_ tokens: Range<Int32>) -> [MarkedText.Word] {
    var spelled = SpelledWords()
    return tokens.map { markedWord(Int($0), isMarked: false, &spelled) }
  }

  fileprivate func markedWord(
    _ token: Int, isMarked: Bool, _ spelled: inout SpelledWords
  ) -> MarkedText.Word {
    var word = MarkedText.Word(
      tokens.words[token], tokens.ids[token], of: agreement.tree.text, &spelled)
    word.isMarked = isMarked
    word.token = Int32(token)
    word.startsPassage = word.startsLine && startsPassage(token)
    word.isDesignator = !isDesignator.isEmpty && isDesignator[token]
    return word
  }
}

extension MarkedText.Word {
  /// `id`: the word's number in the table that both versions share.
  fileprivate init(
    _ word: TokenList.Word, _ id: Int32, of bytes: [UInt8], _ spelled: inout SpelledWords
  ) {
    let spelling = spelled.spelling(of: word, id, in: bytes)
    text = spelling.text
    lower = spelling.lower
    kind = word.kind
    traits = spelling.traits
    isMarked = false
    isDesignator = false
    hasSpaceBefore = word.lead != .nothing
    startsLine = word.lead == .line
  }
}

extension [MarkedText.Word] {
  /// Notes where the lines of a cell begin, whose words are the last ones.
  fileprivate mutating func noteOpenings(from start: Int) {
    for index in start..<count where index == start || self[index].startsLine {
      self[index].opening = index == start ? .cell : .line
    }
  }
}
