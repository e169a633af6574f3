internal import Deadlines
internal import Diagnostics
internal import Search

/// Reads the numbers and dates of a stretch of text, in English and German.
///
/// - Complexity: O(bytes).
struct FigureReader {
  private let text: [UInt8]
  private let range: Range<Int>
  private var tokens: [Token] = []

  private enum Token {
    /// Folded, as ``WordFolder`` gives it.
    case word(String)
    /// With its separators.
    case figures(String)
    case hyphen
    /// Points and commas are none: they stand in dates.
    case sign
  }

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func read() -> [StatedValue] {
    cut()
    var values: [StatedValue] = []
    var index = 0
    while index < tokens.count {
      if let (date, length) = date(at: index) {
        values.append(.date(date))
        index += length
        continue
      }
      if case .figures(let figures) = tokens[index] {
        values.append(.number(plain(figures)))
      } else if let number = SpelledNumber(from: index, part: { part($0) }) {
        // `one` is an article in German, and often in English.
        if number.value > 1 { values.append(.number(String(number.value))) }
        index = number.end
        continue
      }
      index += 1
    }
    return values
  }

  private func part(_ index: Int) -> SpelledNumber.Part? {
    guard tokens.indices.contains(index) else { return nil }
    switch tokens[index] {
    case .word(let word): return SpelledNumber.part(word)
    case .hyphen: return .hyphen
    case .figures, .sign: return nil
    }
  }

  /// Without separators and leading zeros, which languages write in different ways.
  private func plain(_ figures: String) -> String {
    let digits = figures.utf8.filter { $0.isASCIIDigit }
    let kept = digits.drop { $0 == 0x30 }
    return kept.isEmpty ? "0" : String(decoding: kept, as: UTF8.self)
  }
}

// MARK: - Cutting

extension FigureReader {
  private mutating func cut() {
    var folder = WordFolder()
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte.isASCIIDigit {
        let end = endOfFigures(from: position)
        tokens.append(.figures(String(decoding: text[position..<end], as: UTF8.self)))
        position = end
      } else if byte >= 0x41 {
        var end = position
        while end < range.upperBound, text[end] >= 0x41 { end += 1 }
        while folder.next(in: text.span, from: &position, to: end) {
          tokens.append(.word(String(decoding: folder.word, as: UTF8.self)))
        }
        position = end
      } else {
        if byte == UInt8(ascii: "-") {
          tokens.append(.hyphen)
        } else if byte > 0x20, byte != UInt8(ascii: "."), byte != UInt8(ascii: ",") {
          tokens.append(.sign)
        }
        position += 1
      }
    }
  }

  private func endOfFigures(from start: Int) -> Int {
    var end = start
    while end < range.upperBound {
      let isSeparator = text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ",")
      let isFollowed = end + 1 < range.upperBound && text[end + 1].isASCIIDigit
      guard text[end].isASCIIDigit || isSeparator && isFollowed else { break }
      end += 1
    }
    return end
  }
}

// MARK: - Dates

extension FigureReader {
  /// `1 March 2026`, `March 1, 2026`, `01.03.2026` or `2026-03-01`, and how many tokens it takes.
  private func date(at index: Int) -> (date: CalendarDate, length: Int)? {
    if let year = year(at: index), case .hyphen? = token(index + 1), let month = number(index + 2),
      case .hyphen? = token(index + 3), let day = number(index + 4)
    {
      return CalendarDate(year: year, month: month, day: day).map { ($0, 5) }
    }
    if case .figures(let figures)? = token(index), figures.utf8.count <= 10 {
      let parts = figures.split(separator: ".")
      if parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]),
        let month = Int(parts[1]), let year = Int(parts[2])
      {
        return CalendarDate(year: year, month: month, day: day).map { ($0, 1) }
      }
    }
    guard let year = year(at: index + 2) else { return nil }
    let isDayFirst = number(index) != nil
    guard let day = number(isDayFirst ? index : index + 1),
      let month = month(at: isDayFirst ? index + 1 : index)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { ($0, 3) }
  }

  private func token(_ index: Int) -> Token? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  private func number(_ index: Int) -> Int? {
    guard case .figures(let figures)? = token(index), figures.utf8.count <= 2 else { return nil }
    return Int(figures)
  }

  private func year(at index: Int) -> Int? {
    guard case .figures(let figures)? = token(index), figures.utf8.count == 4 else { return nil }
    return Int(figures)
  }

  private func month(at index: Int) -> Int? {
    guard case .word(let word)? = token(index) else { return nil }
    return MonthName.months[word]
  }
}
