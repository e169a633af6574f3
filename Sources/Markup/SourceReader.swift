/// Reads the source of one block again, to find where its text came from.
///
/// Knows the small grammar that stands between the text of a block and its bytes: what lines begin
/// with, escapes, entities, destinations and definitions of links.
///
/// Units: offsets are bytes of the file from 0.
///
/// Source: GFM specification 0.29, sections 4.7 (definitions), 6.1 (escapes), 6.2 (entities) and
/// 6.6 (links).
struct SourceReader {
  let file: [UInt8]
  /// Block quotes round the block, each of which lines may begin with.
  var quotes = 0
  /// Whether the block is a cell, in which a backslash before a bar belongs to the table.
  var isCell = false

  /// The byte at `index` as the inline parser saw it, and how many bytes of the file it took.
  func byte(at index: Int) -> (value: UInt8, length: Int)? {
    guard index < file.count else { return nil }
    if isCell, file[index] == UInt8(ascii: "\\"), index + 1 < file.count,
      file[index + 1] == UInt8(ascii: "|")
    {
      return (UInt8(ascii: "|"), 2)
    }
    return (file[index], 1)
  }

  func has(_ byte: UInt8, at index: Int) -> Bool { index < file.count && file[index] == byte }

  func isBlank(at index: Int) -> Bool {
    has(UInt8(ascii: " "), at: index) || has(UInt8(ascii: "\t"), at: index)
  }

  func isLineEnd(at index: Int) -> Bool {
    has(UInt8(ascii: "\n"), at: index) || has(UInt8(ascii: "\r"), at: index)
  }

  func afterBlanks(_ start: Int) -> Int {
    var index = start
    while isBlank(at: index) { index += 1 }
    return index
  }

  /// The start of the text on the line after the line end at `index`.
  func afterLineEnd(_ index: Int) -> Int {
    var next = index + 1
    if has(UInt8(ascii: "\r"), at: index), has(UInt8(ascii: "\n"), at: next) { next += 1 }
    next = afterBlanks(next)
    var quotesLeft = quotes
    while quotesLeft > 0, has(UInt8(ascii: ">"), at: next) {
      next = afterBlanks(next + 1)
      quotesLeft -= 1
    }
    return next
  }

  /// Past blanks and at most one line end.
  func afterSpace(_ start: Int) -> Int {
    let index = afterBlanks(start)
    return isLineEnd(at: index) ? afterLineEnd(index) : index
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!")...UInt8(ascii: "/"), UInt8(ascii: ":")...UInt8(ascii: "@"),
      UInt8(ascii: "[")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

extension SourceReader {
  /// Past the bracket that ends a link's text, and past its destination or label.
  ///
  /// `next` is the text that follows the link: `[a][b]` is a link and the text `[b]` where only `a`
  /// is defined.
  func afterLinkEnd(_ bracket: Int, next: ArraySlice<UInt8>) -> Int {
    let end = bracket + 1
    if has(UInt8(ascii: "("), at: end), let after = afterInlineDestination(end) { return after }
    guard has(UInt8(ascii: "["), at: end), let after = afterLabel(end) else { return end }
    let isText = next.count >= after - end && next.starts(with: file[end..<after])
    return isText ? end : after
  }

  /// Past `(destination "title")`, or `nil` where that is not what stands at `start`.
  private func afterInlineDestination(_ start: Int) -> Int? {
    guard var index = afterDestination(afterSpace(start + 1)) else { return nil }
    let beforeTitle = index
    index = afterSpace(index)
    if index > beforeTitle, let after = afterTitle(index) { index = afterSpace(after) }
    return has(UInt8(ascii: ")"), at: index) ? index + 1 : nil
  }

  /// Past `[label]`.
  func afterLabel(_ start: Int) -> Int? {
    var index = start + 1
    while index < file.count, index - start <= 1_002 {
      switch file[index] {
      case UInt8(ascii: "]"): return index + 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): index = afterLineEnd(index)
      default: index += 1
      }
    }
    return nil
  }

  private func afterDestination(_ start: Int) -> Int? {
    var index = start
    if has(UInt8(ascii: "<"), at: index) {
      index += 1
      while index < file.count {
        switch file[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "<"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
        case UInt8(ascii: "\\"): index += 2
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    while index < file.count, file[index] > UInt8(ascii: " ") {
      switch file[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return index }
        depth -= 1
      case UInt8(ascii: "\\"):
        if index + 1 < file.count, Self.isPunctuation(file[index + 1]) { index += 1 }
      default: break
      }
      index += 1
    }
    return depth == 0 ? index : nil
  }

  private func afterTitle(_ start: Int) -> Int? {
    guard start < file.count else { return nil }
    let close: UInt8
    switch file[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = file[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < file.count {
      if file[index] == close { return index + 1 }
      if isLineEnd(at: index) {
        let next = afterLineEnd(index)
        // An empty line ends the paragraph, and so the title never ends.
        guard !isLineEnd(at: next) else { return nil }
        index = next
      } else {
        index += file[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return nil
  }
}

extension SourceReader {
  /// Past the begin of a span, `[`, or its end with attributes, `]{.mark}`, which leave nothing in
  /// the tree; `nil` where none stands at `start`.
  func afterMarkOfSpan(_ start: Int) -> Int? {
    if has(UInt8(ascii: "["), at: start) { return start + 1 }
    let brace = has(UInt8(ascii: "]"), at: start) ? start + 1 : start
    guard has(UInt8(ascii: "{"), at: brace) else { return nil }
    return file[brace...].prefix(MarkupTreeBuilder.longestMarks + 1)
      .firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 }
  }
}

extension SourceReader {
  /// Past the definitions of links at the head of a paragraph, which leave nothing in the tree.
  func afterDefinitions(_ start: Int) -> Int {
    var index = start
    while has(UInt8(ascii: "["), at: index), let next = afterDefinition(index) { index = next }
    return index
  }

  private func afterDefinition(_ start: Int) -> Int? {
    guard let label = afterLabel(start), has(UInt8(ascii: ":"), at: label),
      file[(start + 1)..<(label - 1)].contains(where: { $0 > UInt8(ascii: " ") })
    else { return nil }
    let destination = afterSpace(label + 1)
    guard let end = afterDestination(destination), end > destination else { return nil }
    let titleStart = afterSpace(end)
    if titleStart > end, let title = afterTitle(titleStart) {
      let after = afterBlanks(title)
      if isLineEnd(at: after) { return afterLineEnd(after) }
    }
    // A title that is none may still stand on the next line, as text.
    let lineEnd = afterBlanks(end)
    return isLineEnd(at: lineEnd) ? afterLineEnd(lineEnd) : nil
  }
}
