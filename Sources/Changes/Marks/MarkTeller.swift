internal import Agreements
internal import Deadlines
internal import Markup

/// What a change of a mark is called, how it weighs, and what it says.
struct ToldMark: Sendable {
  var field: String
  var before: String?
  var after: String?
  var judgement: Judgement
  var words: BilingualText
  var removed: [String] = []
  var added: [String] = []
}

/// Puts changes of marks into words, and judges them.
struct MarkTeller {
  private let old: ComparedText
  private let new: ComparedText
  private let marks: MarksOfBoth
  /// Whether the place is one of the measures that are promised.
  private let isMeasure: Bool

  init(_ old: ComparedText, _ new: ComparedText, _ marks: MarksOfBoth, isMeasure: Bool) {
    self.old = old
    self.new = new
    self.marks = marks
    self.isMeasure = isMeasure
  }

  func tell(_ change: MarkChange) -> ToldMark {
    switch change {
    case .stretch(.struck, let stretch, let isStruck): struck(stretch, isStruck)
    case .stretch(let kind, let stretch, let isNew): script(kind, stretch, isNew)
    case .link(let kind, let before, let after): link(kind, before, after)
    case .box(let before, let after): box(before, after)
    case .footnote(let number, let before, let after): footnote(number, before, after)
    }
  }

  private func struck(_ stretch: MarkedStretch, _ isStruck: Bool) -> ToldMark {
    let text = isStruck ? new : old
    let value = text.line(stretch)
    let words = value.split(separator: " ").map(String.init)
    let rule: MaterialityRule = isStruck ? .removal : .addition
    var judgement = Judgement(isMeasure && isStruck ? .weakening : .substantive, rule)
    if !text.holdsWords(stretch) { judgement = Judgement(.editorial, .punctuation) }
    return ToldMark(
      field: "strikethrough", before: isStruck ? nil : value, after: isStruck ? value : nil,
      judgement: judgement,
      words: isStruck
        ? BilingualText(
          english: "\(Statements.quoted(words, .english)) is struck out",
          german: "\(Statements.quoted(words, .german)) ist jetzt durchgestrichen")
        : BilingualText(
          english: "\(Statements.quoted(words, .english)) is no longer struck out",
          german: "\(Statements.quoted(words, .german)) ist nicht mehr durchgestrichen"),
      removed: isStruck ? words : [], added: isStruck ? [] : words)
  }

  private func script(
    _ kind: InlineMark.Kind, _ stretch: MarkedStretch, _ isNew: Bool
  ) -> ToldMark {
    let text = isNew ? new : old
    let value = text.line(stretch)
    let words = value.split(separator: " ").map(String.init)
    let isRaised = kind == .raised
    let how = BilingualText(
      english: isRaised ? "raised" : "lowered", german: isRaised ? "hochgestellt" : "tiefgestellt")
    let (english, german) = (
      Statements.quoted(words, .english), Statements.quoted(words, .german)
    )
    let marked = text.written(stretch, with: isRaised ? "^" : "_")
    let plain = text.written(stretch, with: nil)
    return ToldMark(
      field: "script", before: isNew ? plain : marked, after: isNew ? marked : plain,
      judgement: text.isPartOfNumber(stretch)
        ? Judgement(.substantive, .number) : Judgement(.editorial, .spelling),
      words: isNew
        ? BilingualText(
          english: "\(english) is \(how.english) now", german: "\(german) ist jetzt \(how.german)")
        : BilingualText(
          english: "\(english) is no longer \(how.english)",
          german: "\(german) ist nicht mehr \(how.german)"))
  }

  private func link(_ kind: InlineMark.Kind, _ before: Int32?, _ after: Int32?) -> ToldMark {
    let from = before.map { LinkAddress(marks.old.address(of: $0, in: old)) }
    let to = after.map { LinkAddress(marks.new.address(of: $0, in: new)) }
    let words =
      after.map { new.opening(marks.new.marks[Int($0)].bytes) }
      ?? before.map { old.opening(marks.old.marks[Int($0)].bytes) } ?? []
    let isSame = from != nil && from?.core == to?.core
    return ToldMark(
      field: kind == .picture ? "picture" : "link", before: from?.written, after: to?.written,
      judgement: Judgement(isSame ? .editorial : .substantive, .reference),
      words: kind == .picture
        ? MarkStatements.picture(words, from: from?.words ?? "", to: to?.words ?? "")
        : MarkStatements.link(words, from: from?.words, to: to?.words))
  }

  private func box(_ before: TaskBox?, _ after: TaskBox?) -> ToldMark {
    let words = after.map { new.words(of: $0.words) } ?? before.map { old.words(of: $0.words) }
    return ToldMark(
      field: "box", before: before?.value, after: after?.value,
      judgement: Judgement(.substantive, .wording),
      words: MarkStatements.box(
        (words ?? "").split(separator: " ").map(String.init), before?.isTicked, after?.isTicked))
  }

  private func footnote(_ number: Int32, _ before: Int32?, _ after: Int32?) -> ToldMark {
    var from = before.map { old.words(behind: $0, 1) }
    var to = after.map { new.words(behind: $0, 1) }
    if let before, let after, from == to {
      // Other words before it tell two of the same apart.
      from = old.words(behind: before, Self.mostContext)
      to = new.words(behind: after, Self.mostContext)
    }
    return ToldMark(
      field: "footnote", before: from, after: to, judgement: Judgement(.editorial, .place),
      words: MarkStatements.footnote(number, from: from, to: to))
  }

  private static let mostContext: Int32 = 4
}

extension ComparedText {
  /// The words of a stretch of the text, in one line.
  func line(_ bytes: Range<Int32>) -> String {
    text(bytes).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The words at the beginning of a stretch, more than sentences quote of it.
  fileprivate func opening(_ bytes: Range<Int32>) -> [String] {
    let mostBytes = 1_000
    var end = bytes.lowerBound
    var words = 0
    let text = agreement.tree.text
    while end < bytes.upperBound, words <= Statements.longestQuotation,
      end - bytes.lowerBound < mostBytes || text[Int(end)] & 0xC0 == 0x80
    {
      if text[Int(end)] <= 0x20 { words += 1 }
      end += 1
    }
    return line(bytes.lowerBound..<end).split(separator: " ").map(String.init)
  }

  fileprivate func line(_ stretch: MarkedStretch) -> String {
    stretch.ranges.map { line($0) }.joined(separator: " \u{2026} ")
  }

  fileprivate func holdsWords(_ stretch: MarkedStretch) -> Bool {
    stretch.words.contains {
      let kind = tokens.words[Int($0)].kind
      return kind == .word || kind == .number || kind == .blank
    }
  }

  /// The word that a mark stands behind, with those before it in its text up to `count`.
  fileprivate func words(behind token: Int32, _ count: Int32) -> String {
    guard token >= 0 else { return "" }
    var first = token
    while first > token - count + 1, first > 0, tokens.words[Int(first)].lead != .line {
      first -= 1
    }
    return words(of: first..<token + 1)
  }

  /// Whether digits under a mark are written next to others, as exponents are.
  fileprivate func isPartOfNumber(_ stretch: MarkedStretch) -> Bool {
    let text = agreement.tree.text
    func isDigit(_ index: Int32) -> Bool {
      text.indices.contains(Int(index)) && WordReader.isDigit(text[Int(index)])
    }
    return stretch.ranges.contains { range in
      range.contains(where: isDigit)
        && (isDigit(range.lowerBound - 1) || isDigit(range.upperBound))
    }
  }

  /// The whole of a word of which a part is raised or lowered: `10^6`; without `sign`, `106`.
  fileprivate func written(_ stretch: MarkedStretch, with sign: String?) -> String {
    let range = stretch.ranges[0]
    let start = tokens.words[Int(stretch.words.lowerBound)].start
    let end = max(tokens.words[Int(stretch.words.upperBound)].end, range.upperBound)
    let script = line(range)
    let marked =
      sign.map { script.unicodeScalars.count == 1 ? $0 + script : "\($0){\(script)}" } ?? script
    return text(min(start, range.lowerBound)..<range.lowerBound) + marked
      + text(range.upperBound..<end)
  }
}
