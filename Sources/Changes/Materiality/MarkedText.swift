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
    var isMarked: Bool
    /// Whether it is the number of a reference.
    var isDesignator: Bool
    var hasSpaceBefore: Bool
    /// Whether it is the first of a line of the source.
    var startsLine: Bool
  }

  /// A removed stretch and what came in its place.
  struct Piece: Sendable {
    var old: Range<Int>
    var new: Range<Int>
  }

  var old: [Word] = []
  var new: [Word] = []
  var pieces: [Piece] = []

  init(_ differences: [WordDifference], old oldText: ComparedText, new newText: ComparedText) {
    for difference in differences {
      // Texts follow each other; nothing reads across from one to the next.
      var isOpen = false
      for run in difference.runs {
        let (x, y) = (old.count, new.count)
        for token in run.old {
          old.append(oldText.markedWord(Int(token), isMarked: run.kind == .removed))
        }
        for token in run.new {
          new.append(newText.markedWord(Int(token), isMarked: run.kind == .added))
        }
        guard run.isChange else {
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
  }

  /// The marked words of a side as readers see them: what is written without a space between is one.
  func wordsRemoved() -> [String] { Self.words(old, pieces.map(\.old)) }
  func wordsAdded() -> [String] { Self.words(new, pieces.map(\.new)) }

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
  fileprivate func markedWord(_ token: Int, isMarked: Bool) -> MarkedText.Word {
    let bytes = agreement.tree.text[Int(tokens.starts[token])..<Int(tokens.ends[token])]
    let text = String(decoding: bytes, as: UTF8.self)
    return MarkedText.Word(
      text: text, lower: text.lowercased(), kind: tokens.kinds[token], isMarked: isMarked,
      isDesignator: !isDesignator.isEmpty && isDesignator[token],
      hasSpaceBefore: tokens.leads[token] != .nothing, startsLine: tokens.leads[token] == .line)
  }
}
