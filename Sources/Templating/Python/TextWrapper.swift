/// Python's `textwrap.wrap` for one paragraph, with the settings that Jinja gives it.
///
/// Source: the algorithm of CPython's `textwrap` module: text is cut into chunks of words, hyphen
/// parts and white space, and lines are filled greedily.
struct TextWrapper {
  var width: Int
  var breaksLong: Bool
  var onHyphens: Bool

  func wrap(_ source: [UInt8]) -> [[UInt8]] {
    var chunks = chunks(of: scalars(of: source))[...]
    var result: [[UInt8]] = []
    while !chunks.isEmpty {
      var line: [[UInt32]] = []
      var length = 0
      if let first = chunks.first, !result.isEmpty, isBlank(first) { chunks.removeFirst() }
      while let next = chunks.first, length + next.count <= width {
        length += next.count
        line.append(next)
        chunks.removeFirst()
      }
      if let next = chunks.first, next.count > width {
        takeLong(next, &chunks, &line, room: width - length)
      }
      if let last = line.last, isBlank(last) { line.removeLast() }
      if !line.isEmpty { result.append(utf8(of: line.joined())) }
    }
    return result
  }

  private func takeLong(
    _ chunk: [UInt32], _ chunks: inout ArraySlice<[UInt32]>, _ line: inout [[UInt32]], room: Int
  ) {
    guard breaksLong else {
      if line.isEmpty {
        line.append(chunk)
        chunks.removeFirst()
      }
      return
    }
    // An empty piece is kept: Python then leaves the blank before it on the line.
    var end = room
    if onHyphens, chunk.count > end,
      let hyphen = chunk[..<end].lastIndex(of: 0x2D), hyphen > 0,
      chunk[..<hyphen].contains(where: { $0 != 0x2D })
    {
      end = hyphen + 1
    }
    line.append(Array(chunk[..<end]))
    chunks[chunks.startIndex] = Array(chunk[end...])
  }

  /// The module's own notion of white space is ASCII only.
  private static func isWhitespace(_ code: UInt32) -> Bool {
    (0x09...0x0D).contains(code) || code == 0x20
  }

  private func isBlank(_ chunk: [UInt32]) -> Bool {
    chunk.allSatisfy { isSpace($0) }
  }

  private func chunks(of codes: [UInt32]) -> [[UInt32]] {
    var result: [[UInt32]] = []
    var index = 0
    while index < codes.count {
      let end =
        Self.isWhitespace(codes[index])
        ? endOfRun(codes, index) { Self.isWhitespace($0) }
        : onHyphens
          ? endOfWordPart(codes, index) : endOfRun(codes, index) { !Self.isWhitespace($0) }
      result.append(Array(codes[index..<end]))
      index = end
    }
    return result
  }

  private func endOfRun(_ codes: [UInt32], _ start: Int, _ matches: (UInt32) -> Bool) -> Int {
    var end = start
    while end < codes.count, matches(codes[end]) { end += 1 }
    return end
  }

  /// Where a word may be cut: after a hyphen between letters, before and after an em-dash.
  private func endOfWordPart(_ codes: [UInt32], _ start: Int) -> Int {
    if start > 0, isWordPunctuation(codes[start - 1]), let end = dashEnd(codes, start) {
      return end
    }
    var end = start + 1
    while end < codes.count {
      if Self.isWhitespace(codes[end]) { return end }
      if isWordPunctuation(codes[end - 1]), dashEnd(codes, end) != nil { return end }
      if codes[end - 1] == 0x2D, end - start >= 2, isHyphenBreak(codes, end) { return end }
      end += 1
    }
    return end
  }

  /// Whether the part that ends behind a hyphen at `end` may stand alone: two letters before the
  /// hyphen (or a letter and a hyphen), and two behind it.
  private func isHyphenBreak(_ codes: [UInt32], _ end: Int) -> Bool {
    func letter(_ place: Int) -> Bool {
      place >= 0 && place < codes.count && isWordPart(codes[place])
        && !isDecimalDigit(codes[place])
    }
    let before = end - 2
    guard letter(before) else { return false }
    let hasTwoBefore =
      letter(before - 1) || before >= 2 && codes[before - 1] == 0x2D && letter(before - 2)
    guard hasTwoBefore else { return false }
    return letter(end)
      && (letter(end + 1) || end + 2 < codes.count && codes[end + 1] == 0x2D && letter(end + 2))
  }

  /// The end of a run of two or more hyphens with a word behind it.
  private func dashEnd(_ codes: [UInt32], _ start: Int) -> Int? {
    let end = endOfRun(codes, start) { $0 == 0x2D }
    guard end - start >= 2, end < codes.count, isWordPart(codes[end]) else { return nil }
    return end
  }

  private func isWordPunctuation(_ code: UInt32) -> Bool {
    isWordPart(code) || [0x21, 0x22, 0x27, 0x26, 0x2E, 0x2C, 0x3F].contains(code)
  }
}
