/// Cutting and searching text as Python's string methods do.

/// The lines without their ends, or with them.
func lines(of source: [UInt8], keepEnds: Bool = false) -> [[UInt8]] {
  var result: [[UInt8]] = []
  var start = 0
  var index = 0
  while index < source.count {
    let (code, width) = decodeScalar(source, index)
    guard isLineBreak(code) else {
      index += width
      continue
    }
    var end = index + width
    if code == 0x0D, end < source.count, source[end] == 0x0A { end += 1 }
    result.append(Array(source[start..<(keepEnds ? end : index)]))
    start = end
    index = end
  }
  if start < source.count { result.append(Array(source[start...])) }
  return result
}

/// The words between white space, `limit` cuts at most.
func words(of source: [UInt8], limit: Int = -1) -> [[UInt8]] {
  var result: [[UInt8]] = []
  var index = skipWhitespace(in: source, from: 0)
  while index < source.count {
    if limit >= 0, result.count == limit {
      result.append(Array(source[index..<trimmedEnd(of: source, from: index, to: source.count)]))
      return result
    }
    let start = index
    while index < source.count {
      let (code, width) = decodeScalar(source, index)
      if isSpace(code) { break }
      index += width
    }
    result.append(Array(source[start..<index]))
    index = skipWhitespace(in: source, from: index)
  }
  return result
}

/// The words, cut from the end.
func wordsFromEnd(of source: [UInt8], limit: Int) -> [[UInt8]] {
  guard limit >= 0 else { return words(of: source) }
  let all = words(of: source)
  guard all.count > limit else { return all }
  // What stays in one piece keeps its inner white space.
  var end = trimmedEnd(of: source, from: 0, to: source.count)
  for word in all.suffix(limit).reversed() {
    end = trimmedEnd(of: source, from: 0, to: end - word.count)
  }
  let start = skipWhitespace(in: source, from: 0)
  return [Array(source[start..<end])] + all.suffix(limit)
}

/// The parts between separators, `limit` cuts at most; the separator is not empty.
func split(_ source: [UInt8], by separator: [UInt8], limit: Int = -1) -> [[UInt8]] {
  var result: [[UInt8]] = []
  var start = 0
  while limit < 0 || result.count < limit {
    guard let found = firstRange(of: separator, in: source, from: start) else { break }
    result.append(Array(source[start..<found]))
    start = found + separator.count
  }
  result.append(Array(source[start...]))
  return result
}

func splitFromEnd(_ source: [UInt8], by separator: [UInt8], limit: Int) -> [[UInt8]] {
  guard limit >= 0 else { return split(source, by: separator) }
  var result: [[UInt8]] = []
  var end = source.count
  while result.count < limit, let found = lastRange(of: separator, in: source, before: end) {
    result.append(Array(source[found + separator.count..<end]))
    end = found
  }
  result.append(Array(source[..<end]))
  return result.reversed()
}

/// The place of `needle` in `source` from `start` on.
///
/// - Complexity: O(`source` + `needle`), whatever repeats in them.
func firstRange(of needle: [UInt8], in source: [UInt8], from start: Int) -> Int? {
  guard start <= source.count else { return nil }
  let count = source.count - start
  if needle.count <= Needle.short {
    return firstPlace(of: needle, count: count) { source[start + $0] }.map { start + $0 }
  }
  return Needle(needle).first(count: count) { source[start + $0] }.map { start + $0 }
}

/// The last place of `needle` in `source` that ends before `end`.
///
/// - Complexity: O(`source` + `needle`), whatever repeats in them.
func lastRange(of needle: [UInt8], in source: [UInt8], before end: Int) -> Int? {
  let reversed = Array(needle.reversed())
  let place =
    needle.count <= Needle.short
    ? firstPlace(of: reversed, count: end) { source[end - 1 - $0] }
    : Needle(reversed).first(count: end) { source[end - 1 - $0] }
  return place.map { end - $0 - needle.count }
}

/// The first place of a short `needle` among `count` bytes that `byte` gives, tried at each.
@inline(__always)
private func firstPlace(of needle: [UInt8], count: Int, _ byte: (Int) -> UInt8) -> Int? {
  var index = 0
  while index + needle.count <= count {
    var matched = 0
    while matched < needle.count, byte(index + matched) == needle[matched] { matched += 1 }
    if matched == needle.count { return index }
    index += 1
  }
  return nil
}

/// Bytes to look for, with what a search may skip after they matched in part (Knuth, Morris, Pratt).
private struct Needle {
  private let bytes: [UInt8]
  /// By how many bytes matched: how many of them still match one place later.
  private let borders: [Int32]

  /// Up to so many bytes are looked for faster by trying each place.
  static let short = 16

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    var borders: [Int32] = [0, 0]
    borders.reserveCapacity(self.bytes.count + 1)
    var matched = 0
    for index in self.bytes.indices.dropFirst() {
      while matched > 0, self.bytes[matched] != self.bytes[index] {
        matched = Int(borders[matched])
      }
      if self.bytes[matched] == self.bytes[index] { matched += 1 }
      borders.append(Int32(matched))
    }
    self.borders = borders
  }

  /// The first place among `count` bytes that `byte` gives.
  @inline(__always)
  func first(count: Int, _ byte: (Int) -> UInt8) -> Int? {
    guard !bytes.isEmpty else { return 0 }
    guard bytes.count <= count else { return nil }
    var matched = 0
    for index in 0..<count {
      let next = byte(index)
      while matched > 0, bytes[matched] != next { matched = Int(borders[matched]) }
      if bytes[matched] == next { matched += 1 }
      if matched == bytes.count { return index + 1 - matched }
    }
    return nil
  }
}

/// All, or the first `count`, places of `old` become `new`.
func replaced(_ source: [UInt8], _ old: [UInt8], _ new: [UInt8], count: Int = -1) -> [UInt8] {
  var result: [UInt8] = []
  // Python takes any number below 0 for all of them.
  var rest = max(count, -1)
  if old.isEmpty {
    // Python puts the new text between all scalars.
    var index = 0
    while rest != 0 {
      result += new
      rest -= 1
      guard index < source.count else { return result }
      let width = decodeScalar(source, index).width
      result += source[index..<index + width]
      index += width
    }
    return result + source[index...]
  }
  var start = 0
  while rest != 0, let found = firstRange(of: old, in: source, from: start) {
    result += source[start..<found]
    result += new
    start = found + old.count
    rest -= 1
  }
  return result + source[start...]
}

/// The text without the scalars in `characters`, or without white space, at its ends.
func stripped(
  _ source: [UInt8], _ characters: [UInt8]?, left: Bool = true, right: Bool = true
) -> [UInt8] {
  guard let characters else {
    let start = left ? skipWhitespace(in: source, from: 0) : 0
    let end = right ? trimmedEnd(of: source, from: start, to: source.count) : source.count
    return Array(source[start..<max(start, end)])
  }
  let set = Set(scalars(of: characters))
  var codes = scalars(of: source)[...]
  while left, let first = codes.first, set.contains(first) { codes.removeFirst() }
  while right, let last = codes.last, set.contains(last) { codes.removeLast() }
  return utf8(of: codes)
}

/// How many scalars the text has.
func scalarCount(_ source: [UInt8]) -> Int { source.count { $0 & 0xC0 != 0x80 } }
