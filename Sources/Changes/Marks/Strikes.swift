internal import Deadlines

/// How much of a text is struck out.
enum Strikes: Sendable {
  case none, some, all

  /// `ranges`: of tokens.
  init(_ ranges: [Range<Int32>], in text: ComparedText, _ marks: InlineMarks) {
    // Most texts have no marks at all.
    guard !marks.marks.isEmpty else {
      self = .none
      return
    }
    self.init(
      ranges.lazy.joined().lazy.filter {
        let kind = text.tokens.words[Int($0)].kind
        return kind == .word || kind == .number
      }.map { marks.isStruck($0) })
  }

  /// Of the words of a stretch of marked text.
  init(_ words: ArraySlice<MarkedText.Word>) {
    self.init(words.lazy.filter(\.isWord).map(\.isStruck))
  }

  /// `words`: whether each is struck out.
  private init(_ words: some Sequence<Bool>) {
    var (struck, plain) = (false, false)
    for isStruck in words {
      if isStruck { struck = true } else { plain = true }
    }
    self = struck ? (plain ? .some : .all) : .none
  }

  /// What is said of something that is gone.
  var removed: BilingualText {
    guard self == .all else { return BilingualText(english: "is removed", german: "entfällt") }
    return BilingualText(
      english: "is removed (struck out before)", german: "entfällt (vorher durchgestrichen)")
  }

  /// What is said of something that is new.
  var added: BilingualText {
    switch self {
    case .none: BilingualText(english: "is added", german: "ist neu")
    case .some:
      BilingualText(
        english: "is added, in part struck out", german: "ist neu, zum Teil durchgestrichen")
    case .all: BilingualText(english: "is added struck out", german: "ist neu und durchgestrichen")
    }
  }
}
