internal import Diagnostics

/// An asset as it is published: style sheets and scripts without comments, indentation and needless blanks.
///
/// What readers load is a fifth smaller then, while theme authors write as they like. Nothing is
/// renamed and nothing put together, so that a fault in a browser is still found by its line's
/// words. What cannot be told apart for sure is left as it is.
func compactAsset(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
  if name.hasSuffix(".css") { return compactStyle(bytes) }
  return name.hasSuffix(".js") ? compactScript(bytes) : bytes
}

private let lineFeed = UInt8(ascii: "\n")
private let backslash = UInt8(ascii: "\\")

/// Drops the indentation of a script, lines that are comments only, and blanks beside signs where a line
/// has no more than plain strings in it.
///
/// A text in backticks that goes over several lines keeps its blanks, and so does a string that a
/// backslash continues: a script that may have either stays as it is.
private func compactScript(_ bytes: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  for line in bytes.split(separator: lineFeed) {
    let backticks = line.count { $0 == UInt8(ascii: "`") }
    if backticks % 2 == 1 || line.last == backslash { return bytes }
    let words = line.drop { $0 == 0x20 || $0 == 0x09 }
    let isComment = words.starts(with: "//".utf8) && !words.contains(UInt8(ascii: "*"))
    guard !words.isEmpty, !isComment else { continue }
    appendCompact(words, to: &output)
    output.append(lineFeed)
  }
  return output
}

/// A line of a script. What may begin an expression of its own, a comment or a text with an escape is
/// not taken apart.
private func appendCompact(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
  let doubtful: [UInt8] = Array("`'/\\".utf8)
  guard !line.contains(where: doubtful.contains) else {
    output += line
    return
  }
  let signs: [UInt8] = Array("=>{}()[],:;&|".utf8)
  var isText = false
  for index in line.indices {
    let byte = line[index]
    if byte == UInt8(ascii: "\"") { isText.toggle() }
    if byte == 0x20, !isText, index > line.startIndex, index + 1 < line.endIndex,
      signs.contains(line[index - 1]) || signs.contains(line[index + 1])
    {
      continue
    }
    output.append(byte)
  }
}

/// Drops the comments of a style sheet, blanks where they part nothing, and the last semicolon of a
/// rule.
private func compactStyle(_ bytes: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  var index = 0
  var isParted = false
  while index < bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
      guard let end = endOfComment(in: bytes, from: index + 2) else { return bytes }
      // Between two words without a blank a comment parts what would become one.
      isParted =
        isParted
        || isWordByte(output.last)
          && isWordByte(end < bytes.count ? bytes[end] : nil)
      index = end
    } else if byte <= 0x20 {
      isParted = true
      index += 1
    } else {
      if isParted, needsNoBlank(after: output.last) == false, !isPunctuation(byte) {
        output.append(0x20)
      }
      isParted = false
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let end = endOfString(in: bytes, from: index) else { return bytes }
        output += bytes[index..<end]
        index = end
      } else {
        if byte == UInt8(ascii: "}"), output.last == UInt8(ascii: ";") { output.removeLast() }
        output.append(byte)
        index += 1
      }
    }
  }
  output.append(lineFeed)
  return output
}

private func endOfComment(in bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  while index + 1 < bytes.count {
    if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
    index += 1
  }
  return nil
}

/// The index behind the string that starts at `start`; `nil` where it does not end in its line.
private func endOfString(in bytes: [UInt8], from start: Int) -> Int? {
  var index = start + 1
  while index < bytes.count, bytes[index] != lineFeed {
    if bytes[index] == backslash {
      index += 1
    } else if bytes[index] == bytes[start] {
      return index + 1
    }
    index += 1
  }
  return nil
}

private func needsNoBlank(after byte: UInt8?) -> Bool {
  // Before a colon a blank means a descendant.
  byte.map { isPunctuation($0) || $0 == UInt8(ascii: ":") } ?? true
}

/// Behind and before these a blank parts nothing.
private func isPunctuation(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";")
    || byte == UInt8(ascii: ",")
}

private func isWordByte(_ byte: UInt8?) -> Bool {
  guard let byte else { return false }
  return byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    || byte.isASCIIDigit
    || byte.isASCIILetter
}
