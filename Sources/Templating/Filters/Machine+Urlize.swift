/// Links in text, as Jinja's `urlize` finds them.
extension Machine {
  mutating func urlized(_ base: Int) throws(Fault) -> Handle {
    let limit = stack[base + 1]
    let source = bytes(try escaped(rendered(stack[base])))
    var linker = Linker()
    if !limit.isMissing, limit.kind != .none { linker.limit = try integer(limit, "urlize") }
    var relations = Set<String>(["noopener"])
    let relation = stack[base + 4]
    if !relation.isMissing, relation.kind != .none {
      for word in words(of: try textArgument(relation)) {
        relations.insert(String(decoding: word, as: UTF8.self))
      }
    }
    if try flag(base + 2) { relations.insert("nofollow") }
    linker.relation = try attribute("rel", string(relations.sorted().joined(separator: " ")))
    let target = stack[base + 3]
    if !target.isMissing, try isTrue(target) { linker.target = try attribute("target", target) }
    let schemes = stack[base + 5]
    if !schemes.isMissing, schemes.kind != .none {
      for scheme in try items(of: schemes) {
        let text = try textArgument(scheme)
        guard isScheme(text) else {
          throw .arguments("\(try representation(scheme)) is not a valid URI scheme prefix.")
        }
        linker.schemes.append(text)
      }
    }
    var result: [UInt8] = []
    var index = 0
    while index < source.count {
      let blankEnd = skipWhitespace(in: source, from: index)
      result += source[index..<blankEnd]
      index = blankEnd
      while index < source.count, !isSpace(decodeScalar(source, index).code) {
        index += decodeScalar(source, index).width
      }
      if index > blankEnd { result += linker.link(Array(source[blankEnd..<index])) }
    }
    return string(result, as: escapes ? .markup : .string)
  }

  private mutating func attribute(_ name: String, _ value: Handle) throws(Fault) -> [UInt8] {
    Array(" \(name)=\"".utf8) + bytes(try escaped(value)) + Array("\"".utf8)
  }

  private func isScheme(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon >= 2 else { return false }
    let head = scalars(of: Array(text[..<colon]))
    let tail = text[(colon + 1)...]
    return head.count >= 2
      && head.allSatisfy { isWordPart($0) || [0x2E, 0x2B, 0x2D].contains($0) }
      && tail.count <= 2 && tail.allSatisfy { $0 == 0x2F }
  }
}

/// Turns one word into a link if it is an address.
private struct Linker {
  var limit: Int?
  var relation: [UInt8] = []
  var target: [UInt8] = []
  var schemes: [[UInt8]] = []

  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)

  func link(_ word: [UInt8]) -> [UInt8] {
    var middle = word
    let head = takeHead(&middle)
    var tail = takeTail(&middle)
    balance(&middle, &tail)
    return head + linked(middle) + tail
  }

  private func takeHead(_ middle: inout [UInt8]) -> [UInt8] {
    var index = 0
    while index < middle.count {
      if middle[index] == UInt8(ascii: "(") || middle[index] == UInt8(ascii: "<") {
        index += 1
      } else if middle[index...].starts(with: Self.less) {
        index += 4
      } else {
        break
      }
    }
    defer { middle.removeFirst(index) }
    return Array(middle[..<index])
  }

  private func takeTail(_ middle: inout [UInt8]) -> [UInt8] {
    var end = middle.count
    while end > 0 {
      if [0x29, 0x3E, 0x2E, 0x2C, 0x0A].contains(middle[end - 1]) {
        end -= 1
      } else if end >= 4, Array(middle[end - 4..<end]) == Self.greater {
        end -= 4
      } else {
        break
      }
    }
    defer { middle.removeLast(middle.count - end) }
    return Array(middle[end...])
  }

  /// Closing brackets belong to the link as far as it opens them.
  private func balance(_ middle: inout [UInt8], _ tail: inout [UInt8]) {
    let pairs: [([UInt8], [UInt8])] = [
      ([0x28], [0x29]), ([0x3C], [0x3E]), (Self.less, Self.greater),
    ]
    for (open, close) in pairs {
      let opened = split(middle, by: open).count - 1
      guard opened > split(middle, by: close).count - 1 else { continue }
      var end = 0
      for _ in 0..<min(opened, split(tail, by: close).count - 1) {
        guard let found = firstRange(of: close, in: tail, from: end) else { break }
        end = found + close.count
      }
      middle += tail[..<end]
      tail.removeFirst(end)
    }
  }

  private func linked(_ middle: [UInt8]) -> [UInt8] {
    let hasScheme =
      middle.starts(with: Array("https://".utf8)) || middle.starts(with: Array("http://".utf8))
    if AddressPattern(middle).isWebAddress {
      return anchor(
        (hasScheme ? [] : Array("https://".utf8)) + middle, shortened(middle),
        attributes: relation + target)
    }
    if middle.starts(with: Array("mailto:".utf8)) {
      let address = Array(middle.dropFirst(7))
      if AddressPattern(address).isMailAddress { return anchor(middle, address, attributes: []) }
    } else if middle.contains(UInt8(ascii: "@")), !middle.starts(with: Array("www.".utf8)),
      middle.first != UInt8(ascii: "@"), !middle.contains(UInt8(ascii: ":")),
      AddressPattern(middle).isMailAddress
    {
      return anchor(Array("mailto:".utf8) + middle, middle, attributes: [])
    }
    var result = middle
    for scheme in schemes where result != scheme && result.starts(with: scheme) {
      result = anchor(result, result, attributes: relation + target)
    }
    return result
  }

  private func anchor(_ address: [UInt8], _ text: [UInt8], attributes: [UInt8]) -> [UInt8] {
    Array("<a href=\"".utf8) + address + [0x22] + attributes + [0x3E] + text + Array("</a>".utf8)
  }

  private func shortened(_ text: [UInt8]) -> [UInt8] {
    guard let limit, scalarCount(text) > limit else { return text }
    let codes = scalars(of: text)
    let end = limit < 0 ? max(0, codes.count + limit) : limit
    return utf8(of: codes[..<end]) + Array("...".utf8)
  }
}

/// What Jinja takes for a web or mail address.
private struct AddressPattern {
  private let codes: [UInt32]

  init(_ bytes: [UInt8]) { codes = scalars(of: bytes) }

  private func lower(_ code: UInt32) -> UInt32 { (0x41...0x5A).contains(code) ? code | 0x20 : code }

  private func starts(_ text: String, at place: Int = 0) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard place + wanted.count <= codes.count else { return false }
    return wanted.indices.allSatisfy { lower(codes[place + $0]) == wanted[$0].value }
  }

  /// `something@host.name`; a host has no `@`, so only the last one can stand before it.
  var isMailAddress: Bool {
    guard let at = codes.lastIndex(of: 0x40), at > 0, codes[..<at].allSatisfy({ !isSpace($0) })
    else { return false }
    let host = codes[(at + 1)...]
    guard let first = host.first, isWordPart(first),
      host.allSatisfy({ isWordPart($0) || $0 == 0x2E || $0 == 0x2D }),
      let dot = host.lastIndex(of: 0x2E), dot > host.startIndex, dot + 1 < host.endIndex
    else { return false }
    return host[(dot + 1)...].allSatisfy(isWordPart)
  }

  var isWebAddress: Bool {
    for prefix in ["https://", "http://", "www."] where starts(prefix) {
      let start = prefix.count
      if isNamedHost(start) { return true }
      if prefix != "www.", isNumberedHost(start) { return true }
    }
    return isPlainDomain
  }

  /// Labels with dots, a top-level name of letters, then a port and a path. What may follow a host
  /// can't stand inside of one, so it ends with the run of its letters.
  private func isNamedHost(_ start: Int) -> Bool {
    let end = labelRunEnd(start)
    guard end > start, isRest(end) else { return false }
    let labelStart = (codes[start..<end].lastIndex(of: 0x2E) ?? start - 1) + 1
    let label = codes[labelStart..<end]
    guard (2...63).contains(label.count) else { return false }
    let isLettered = label.allSatisfy { (0x61...0x7A).contains(lower($0)) }
    let isIDN =
      starts("xn--", at: labelStart) && label.count >= 6
      && label.dropFirst(4).allSatisfy { isWordPart($0) || $0 == 0x25 }
    return (isLettered || isIDN) && areLabels(codes[start..<max(start, labelStart)])
  }

  private func labelRunEnd(_ start: Int) -> Int {
    var end = start
    while end < codes.count,
      isWordPart(codes[end]) || codes[end] == 0x25 || codes[end] == 0x2D || codes[end] == 0x2E
    {
      end += 1
    }
    return end
  }

  /// Whether each label before a dot has something in it.
  private func areLabels(_ part: ArraySlice<UInt32>) -> Bool {
    part.isEmpty
      || part.last == 0x2E
        && part.dropLast().split(separator: 0x2E, omittingEmptySubsequences: false)
          .allSatisfy { !$0.isEmpty }
  }

  private var isPlainDomain: Bool {
    let end = labelRunEnd(0)
    guard end > 0, isRest(end) else { return false }
    let host = codes[..<end].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard host.count >= 2, let last = host.last, last.count <= 4 else { return false }
    let name = String(last.compactMap { Unicode.Scalar(lower($0)) }.map(Character.init))
    return ["com", "net", "int", "edu", "gov", "org", "info", "mil"].contains(name)
      && host.dropLast().allSatisfy { (2...63).contains($0.count) }
  }

  private func isNumberedHost(_ start: Int) -> Bool {
    if start < codes.count, codes[start] == 0x5B {
      guard let close = codes[start...].firstIndex(of: 0x5D) else { return false }
      let groups = codes[(start + 1)..<close].split(
        separator: 0x3A, omittingEmptySubsequences: false)
      let isHexadecimal = groups.allSatisfy { group in
        group.count <= 4
          && group.allSatisfy { $0 < 0x80 && (digitValue(UInt8($0)) ?? 16) < 16 }
      }
      return isHexadecimal && (3...9).contains(groups.count) && isRest(close + 1)
    }
    var end = start
    for part in 0..<4 {
      if part > 0 {
        guard end < codes.count, codes[end] == 0x2E else { return false }
        end += 1
      }
      let first = end
      while end < codes.count, end - first < 3, isDecimalDigit(codes[end]) { end += 1 }
      guard end > first else { return false }
    }
    return isRest(end)
  }

  /// A port, a path, both or nothing.
  private func isRest(_ start: Int) -> Bool {
    var index = start
    if index < codes.count, codes[index] == 0x3A {
      var end = index + 1
      while end < codes.count, end - index <= 5, isDecimalDigit(codes[end]) { end += 1 }
      guard end > index + 1 else { return false }
      index = end
    }
    if index == codes.count { return true }
    guard [0x2F, 0x3F, 0x23].contains(codes[index]) else { return false }
    return codes[index...].allSatisfy { !isSpace($0) }
  }
}
