extension [Diagnostic] {
  /// The lines that printers draw or measure, by the path of their file.
  package var drawnLines: [String: Set<Int>] {
    var lines: [String: Set<Int>] = [:]
    for diagnostic in self {
      for case let range? in [diagnostic.range] + diagnostic.notes.map(\.range) {
        lines[range.path, default: []].formUnion([range.start.line, range.end.line])
      }
    }
    return lines
  }
}

/// A text of which only the lines `numbers`, from 1, are left; the others are empty, so that each
/// line keeps its number. What follows the last of them is left out.
///
/// Diagnostics can be drawn from it, and it takes little of the memory of a long text.
package func keepLines(_ numbers: Set<Int>, of text: [UInt8]) -> [UInt8] {
  guard let last = numbers.max(), last > 0 else { return [] }
  let starts = lineStarts(of: text, through: min(last, text.count) + 1)
  let kept = numbers.filter { $0 >= 1 && $0 <= starts.count }.sorted()
  func range(_ number: Int) -> Range<Int> {
    starts[number - 1]..<(number < starts.count ? starts[number] : text.count)
  }
  var sparse: [UInt8] = []
  sparse.reserveCapacity(kept.reduce(kept.last ?? 0) { $0 + range($1).count + 1 })
  var next = 1
  for number in kept {
    sparse.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: number - next))
    // An end of its own: a carriage return would make one of the next line feed and itself.
    let line = text[range(number)]
    sparse.append(contentsOf: line.prefix { !$0.isLineEnd })
    if let last = line.last, last.isLineEnd { sparse.append(UInt8(ascii: "\n")) }
    next = number + 1
  }
  return sparse
}

/// Where each line of a text begins, first line first; no more than `count` of them.
///
/// Lines end in LF, CR LF or CR alone, as in Markdown and YAML.
func lineStarts(of bytes: [UInt8], through count: Int = .max) -> [Int] {
  var starts = [0]
  let text = bytes.span
  var index = 0
  while index < text.count, starts.count < count {
    // Most stretches have no end of a line, which the processor tells of all their bytes at once.
    if index &+ 16 <= text.count {
      let stretch = text.extracting(index..<(index &+ 16))
      var least = UInt8.max
      for offset in 0..<16 { least = min(least, stretch[offset]) }
      if least > UInt8(ascii: "\r") {
        index &+= 16
        continue
      }
    }
    let end = min(index &+ 16, text.count)
    while index < end, starts.count < count {
      let isInPair =
        text[index] == UInt8(ascii: "\r") && index + 1 < text.count
        && text[index + 1] == UInt8(ascii: "\n")
      if text[index].isLineEnd, !isInPair { starts.append(index + 1) }
      index &+= 1
    }
  }
  return starts
}
