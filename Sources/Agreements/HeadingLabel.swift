internal import Deadlines
internal import Diagnostics

/// What a heading says of its own number: `7. Subcontracting`, `Annex 2: Measures`, `§ 9 Audits`.
struct HeadingLabel: Equatable, Sendable {
  /// The number as printed, without a closing dot: `7`, `2.1`, `Annex 2`, `§ 9`, `Clause 8`, `(1)`.
  var number: String
  /// The bare number in it, for the order of siblings: `7`, `2.1`, `2`, `9`.
  var body: String
  var title: String
  var isAnnex = false
  /// Whether it is that of a part or a chapter, whose sections may be numbered anew.
  var isDivision = false
  /// Bytes of the heading's text before the title.
  var titleOffset = 0

  /// A number that a scheme gives: the whole text is the title.
  init(number: String, body: String, title: String) {
    self.number = number
    self.body = body
    self.title = title
  }

  /// Reads the number at the start of a heading; `nil` where it has none.
  init?(parsing text: [UInt8]) {
    guard let extent = Extent(of: text) else { return nil }
    number = String(decoding: text[..<extent.numberEnd], as: UTF8.self)
    body = extent.number(in: text)
    isAnnex = extent.isAnnex
    isDivision = extent.isDivision
    titleOffset = extent.titleStart
    title = String(decoding: text[extent.titleStart...], as: UTF8.self)
  }

  /// Reads a number with a capital letter that nothing but a space closes: `2A Inserted`.
  init?(parsingInserted text: [UInt8]) {
    guard let end = Self.endOfArabic(in: text, from: 0), end < text.count,
      !text[end - 1].isASCIILowercase, text[end - 1].isASCIILetter
    else { return nil }
    let space = ClauseMarker.spaceLength(text[...], at: end)
    guard space > 0 else { return nil }
    titleOffset = Self.startOfTitle(in: text, after: end)
    number = String(decoding: text[..<end], as: UTF8.self)
    body = number
    title = String(decoding: text[titleOffset...], as: UTF8.self)
  }

  /// Where the parts of a numbered heading stand in its text, in bytes from 0.
  struct Extent {
    var numberEnd: Int
    /// The bare number, with spaces around it.
    var body: Range<Int>
    /// The end of the text where there is no title.
    var titleStart: Int
    var isAnnex = false
    var isDivision = false

    /// The bare number, in digits where it is spelled out.
    func number(in text: [UInt8]) -> String {
      if let number = SpelledNumber.value(of: text[body]) ?? spelledOrdinal(text[body]) {
        return String(number)
      }
      return String(decoding: text[body], as: UTF8.self).trimmingSpaces
    }
  }
}

extension HeadingLabel.Extent {
  init?(of text: [UInt8]) {
    if let word = HeadingLabel.word(at: text, from: HeadingLabel.annexWords) {
      if let quoted = HeadingLabel.quotedNumber(in: text, from: word.end) {
        self.init(
          numberEnd: quoted.end, body: quoted.body,
          titleStart: HeadingLabel.startOfTitle(in: text, after: quoted.end), isAnnex: true)
        return
      }
      let start = HeadingLabel.endOfNumberWord(in: text, from: word.end)
      guard let end = HeadingLabel.endOfAnnexNumber(in: text, from: start) else { return nil }
      self.init(
        numberEnd: end.number, body: min(start, end.number)..<end.number,
        titleStart: HeadingLabel.startOfTitle(in: text, after: end.number), isAnnex: true)
    } else if let ordinal = HeadingLabel.ordinalAnnex(in: text) {
      self.init(
        numberEnd: ordinal.end, body: ordinal.body,
        titleStart: HeadingLabel.startOfTitle(in: text, after: ordinal.end), isAnnex: true)
    } else if let word = HeadingLabel.word(at: text, from: HeadingLabel.divisionWords) {
      guard
        let end = HeadingLabel.endOfArabic(in: text, from: word.end)
          ?? HeadingLabel.endOfRoman(in: text, from: word.end)
          ?? HeadingLabel.endOfSpelled(in: text, from: word.end)
          ?? HeadingLabel.endOfLetter(in: text, from: word.end),
        HeadingLabel.isBoundary(text, at: end)
      else { return nil }
      self.init(
        numberEnd: end, body: word.end..<end,
        titleStart: HeadingLabel.startOfTitle(in: text, after: end), isDivision: true)
    } else if let word = HeadingLabel.word(at: text, from: HeadingLabel.sectionWords) {
      guard
        let end = HeadingLabel.endOfArabic(in: text, from: word.end)
          ?? HeadingLabel.endOfRoman(in: text, from: word.end)
          ?? HeadingLabel.endOfSpelled(in: text, from: word.end),
        HeadingLabel.isBoundary(text, at: end)
      else { return nil }
      self.init(
        numberEnd: end, body: word.end..<end,
        titleStart: HeadingLabel.startOfTitle(in: text, after: end))
    } else {
      guard let found = HeadingLabel.bareNumber(in: text) else { return nil }
      self.init(
        numberEnd: found.number, body: found.body,
        titleStart: HeadingLabel.startOfTitle(in: text, after: found.end))
    }
  }
}

extension HeadingLabel {
  /// Where the title begins behind a number that ends at `end`: behind spaces, signs and dashes.
  fileprivate static func startOfTitle(in text: [UInt8], after end: Int) -> Int {
    var index = end
    while index < text.count {
      let space = ClauseMarker.spaceLength(text[...], at: index)
      if space > 0 {
        index += space
      } else if text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: ".")
        || text[index] == UInt8(ascii: "-")
      {
        index += 1
      } else if text[index] == 0xE2,
        text[index...].starts(with: [0xE2, 0x80, 0x93])
          || text[index...].starts(with: [0xE2, 0x80, 0x94])
      {
        index += 3  // an en or em dash
      } else {
        break
      }
    }
    return index
  }

  /// Words that open an annex, lower case.
  static let annexWords: [[UInt8]] = [
    "annex", "appendix", "schedule", "exhibit", "attachment", "anlage", "anhang", "addendum",
    "annexure", "beilage", "enclosure", "supplement",
  ].map { Array($0.utf8) }

  /// Words that stand before the number of a section, lower case.
  fileprivate static let sectionWords: [[UInt8]] = [
    "section", "clause", "article", "artikel", "art.", "art", "abschnitt", "ziffer", "klausel",
    "\u{A7}",
  ].map { Array($0.utf8) }

  /// Words that stand before the number or letter of a part, lower case.
  static let divisionWords = ["part", "teil", "chapter", "kapitel"].map { Array($0.utf8) }

  /// The word that `text` begins with, small, if sections, parts or annexes are counted by it.
  static func countingWord(of text: [UInt8]) -> String? {
    guard
      let found = word(at: text, from: annexWords) ?? word(at: text, from: divisionWords)
        ?? word(at: text, from: sectionWords)
    else { return nil }
    return String(decoding: text.prefix(found.length), as: UTF8.self).lowercased()
  }

  /// The first of `words` that `text` begins with, ignoring case, and where what follows begins.
  fileprivate static func word(
    at text: [UInt8], from words: [[UInt8]]
  ) -> (end: Int, length: Int)? {
    guard let first = text.first.map({ $0 < 0x80 ? $0 | 0x20 : $0 }) else { return nil }
    for word in words where word[0] == first && text.count >= word.count {
      guard zip(text, word).allSatisfy({ ($0 < 0x80 ? $0 | 0x20 : $0) == $1 || $0 == $1 }) else {
        continue
      }
      var end = word.count
      while ClauseMarker.isSpace(text[...], at: end) {
        end += ClauseMarker.spaceLength(text[...], at: end)
      }
      let isWord = word.first.map(\.isASCIILetter) ?? false
      guard end > word.count || !isWord || end == text.count || text[end] == UInt8(ascii: ":")
      else {
        continue
      }
      return (end, word.count)
    }
    return nil
  }

  /// The end of `2`, `2a`, `IV`, `B` or `I.A` after an annex's word; the word alone is enough where
  /// a colon, a dash or nothing follows.
  fileprivate static func endOfAnnexNumber(in text: [UInt8], from start: Int) -> (
    number: Int, Void
  )? {
    if start == text.count || text[start] == UInt8(ascii: ":") || isDash(text, at: start) {
      var end = start
      while end > 0, ClauseMarker.isSpace(text[...], at: end - 1) { end -= 1 }
      return (end, ())
    }
    guard
      var end = endOfArabic(in: text, from: start) ?? endOfRoman(in: text, from: start)
        ?? endOfSpelled(in: text, from: start) ?? endOfCapital(in: text, from: start)
    else { return nil }
    // `Exhibit A1`
    if end == start + 1, !text[start].isASCIIDigit,
      let further = endOfArabic(in: text, from: end), isBoundary(text, at: further)
    {
      end = further
    }
    // `Annex I.A`, `Exhibit A-1`: a part of a part.
    if end + 1 < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-"),
      let further = endOfCapital(in: text, from: end + 1) ?? endOfArabic(in: text, from: end + 1),
      isBoundary(text, at: further)
    {
      end = further
    }
    return isBoundary(text, at: end) ? (end, ()) : nil
  }

  /// Whether a dash between spaces stands at `index`.
  private static func isDash(_ text: [UInt8], at index: Int) -> Bool {
    let dashes: [[UInt8]] = [[UInt8(ascii: "-")], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]]
    guard index > 0, ClauseMarker.isSpace(text[...], at: index - 1) || text[index - 1] == 0xA0
    else {
      return false
    }
    return dashes.contains {
      text[index...].starts(with: $0) && ClauseMarker.isSpace(text[...], at: index + $0.count)
    }
  }

  /// The number of `Exhibit “C”`, and the index behind its quotation marks.
  fileprivate static func quotedNumber(
    in text: [UInt8], from start: Int
  ) -> (body: Range<Int>, end: Int)? {
    let marks: [[UInt8]] = [
      [UInt8(ascii: "\"")], [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x9E],
    ]
    guard start < text.count, let open = marks.first(where: { text[start...].starts(with: $0) })
    else { return nil }
    let first = start + open.count
    guard
      let end = endOfArabic(in: text, from: first) ?? endOfRoman(in: text, from: first)
        ?? endOfCapital(in: text, from: first),
      let close = marks.first(where: { text[end...].starts(with: $0) })
    else { return nil }
    return (first..<end, end + close.count)
  }

  /// The end of `7`, `7a`, `7A`, `2.1`; at most three digits a component, so that a year is no
  /// number.
  fileprivate static func endOfArabic(in text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < text.count, text[index].isASCIIDigit { index += 1 }
    guard index > start, index - start <= 3 else { return nil }
    while index + 1 < text.count, text[index] == UInt8(ascii: "."),
      text[index + 1].isASCIIDigit
    {
      var next = index + 1
      while next < text.count, text[next].isASCIIDigit { next += 1 }
      guard next - index <= 4, next - start <= ClauseMarker.longestDecimal else { return nil }
      index = next
    }
    if index < text.count, text[index].isASCIILetter, isBoundary(text, at: index + 1) {
      index += 1
    }
    return index
  }

  fileprivate static func endOfRoman(in text: [UInt8], from start: Int) -> Int? {
    guard start < text.count else { return nil }
    let digits = text[start...].prefix(8).prefix { $0.isASCIIUppercase }
    return RomanNumeral.value(of: digits) == nil ? nil : digits.endIndex
  }

  /// The end of `Three` or `Twenty-One`, which no further letter follows.
  fileprivate static func endOfSpelled(in text: [UInt8], from start: Int) -> Int? {
    let hyphen = UInt8(ascii: "-")
    let word = text[start...].prefix { $0.isASCIILetter || $0 >= 0x80 || $0 == hyphen }
    let first = word.prefix { $0 != hyphen }
    return [word, first].first { SpelledNumber.value(of: $0) != nil }?.endIndex
  }

  /// Where the number begins after `Nr.` or `No.` and its spaces, or `start` where there is none.
  fileprivate static func endOfNumberWord(in text: [UInt8], from start: Int) -> Int {
    // `Anlage ./1`, as Austrian lawyers number what they enclose
    if text[start...].starts(with: "./".utf8), start + 2 < text.count,
      text[start + 2].isASCIIDigit || endOfCapital(in: text, from: start + 2) != nil
    {
      return start + 2
    }
    for word in numberWords where text.count - start > word.count {
      guard zip(text[start...], word).allSatisfy({ ($0 < 0x80 ? $0 | 0x20 : $0) == $1 || $0 == $1 })
      else { continue }
      var end = start + word.count
      let isAbbreviated = word.last.map { !$0.isASCIILetter } ?? false
      guard isAbbreviated || ClauseMarker.isSpace(text[...], at: end) else { continue }
      while ClauseMarker.isSpace(text[...], at: end) {
        end += ClauseMarker.spaceLength(text[...], at: end)
      }
      return end < text.count && text[end].isASCIIDigit ? end : start
    }
    return start
  }

  /// Words between an annex's word and its number, lower case.
  private static let numberWords = [
    "nr.", "nr", "no.", "no", "nummer", "number", "n\u{B0}", "n\u{BA}",
  ].map { Array($0.utf8) }

  private static func endOfCapital(in text: [UInt8], from start: Int) -> Int? {
    guard start < text.count, text[start] >= 0x41, text[start] <= 0x5A else { return nil }
    return start + 1
  }

  /// The end of the letter of a part, `A` of `Part A: Scope`; `Part A and Part B` is a title.
  fileprivate static func endOfLetter(in text: [UInt8], from start: Int) -> Int? {
    guard let end = endOfCapital(in: text, from: start) else { return nil }
    let space = ClauseMarker.spaceLength(text[...], at: end)
    let next = end + space
    return space > 0 && next < text.count && text[next].isASCIILowercase ? nil : end
  }

  /// The end of `A.1` or `C.6.2`: a number that begins with the letter of its annex.
  private static func endOfLettered(in text: [UInt8]) -> Int? {
    guard endOfCapital(in: text, from: 0) != nil, text.count > 2, text[1] == UInt8(ascii: "."),
      let end = endOfArabic(in: text, from: 2)
    else { return nil }
    guard end < text.count else { return end }
    let close = text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ":") ? end + 1 : end
    return close == text.count || ClauseMarker.isSpace(text[...], at: close) ? end : nil
  }

  fileprivate static func isBoundary(_ text: [UInt8], at index: Int) -> Bool {
    guard index < text.count else { return true }
    return !text[index].isASCIILetterOrDigit
  }

  /// A number without a word before it: `7.`, `0`, `2.1`, `A.1`, `IV.`, `A.`, `(1)`, `b)`; where it
  /// ends as printed, its bare number, and where all of it ends.
  fileprivate static func bareNumber(
    in text: [UInt8]
  ) -> (number: Int, body: Range<Int>, end: Int)? {
    if let end = endOfArabic(in: text, from: 0) {
      if end == text.count { return (end, 0..<end, end) }
      switch text[end] {
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        let isClosed = end + 1 < text.count && text[end + 1] == UInt8(ascii: ")")
        return (end, 0..<end, isClosed ? end + 2 : end + 1)
      case UInt8(ascii: ")"):
        return (end + 1, 0..<end, end + 1)
      default:
        // `0 Recitals` is numbered, `3 months' notice` is not.
        let space = ClauseMarker.spaceLength(text[...], at: end)
        // `2A Inserted` could be `3D Printing`.
        let isCapital = text[end - 1].isASCIIUppercase
        guard space > 0, !isCapital else { return nil }
        let isDecimal = text[..<end].contains(UInt8(ascii: "."))
        guard isDecimal || end + space >= text.count || !text[end + space].isASCIILowercase
        else {
          return nil
        }
        return (end, 0..<end, end)
      }
    }
    if let end = endOfLettered(in: text) {
      let isClosed = end < text.count && (text[end] == 0x2E || text[end] == UInt8(ascii: ":"))
      return (end, 0..<end, isClosed ? end + 1 : end)
    }
    if let end = endOfRoman(in: text, from: 0) ?? endOfCapital(in: text, from: 0), end < text.count,
      text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
      end + 1 == text.count || ClauseMarker.isSpace(text[...], at: end + 1)
    {
      return (text[end] == UInt8(ascii: ".") ? end : end + 1, 0..<end, end + 1)
    }
    if let marker = ClauseMarker.Extent(of: text[...], allowsBareEnd: true),
      marker.style != .dotted
    {
      return (marker.printedEnd, marker.body, marker.end)
    }
    return nil
  }
}
