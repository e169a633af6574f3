/// Watches definitions of links (`[label]: destination "title"`) and how often they may be used.
///
/// Each use copies the definition, so a long one that is used often takes memory that grows with
/// the square of the file; past a gigabyte the library ends the process.
struct ReferenceGuard {
  private var uses = 0
  private var longest = 0
  private var longestStart = 0
  private var currentStart: Int?
  /// The quote that a title which goes on over lines must end with.
  private var openQuote: UInt8?

  mutating func add(
    _ line: LineCounts, _ prefix: LinePrefix, _ bytes: borrowing Span<UInt8>, end: Int
  ) {
    uses += line.opening
    let textStart = line.start + prefix.length
    if prefix.startsBullet { endParagraph(at: line.start) }
    if line.hasDefinition, openQuote == nil {
      endDefinition(at: line.start)
      currentStart = line.start
    }
    guard currentStart != nil else { return }
    if let quote = openQuote {
      for index in textStart..<end where bytes[index] == quote { openQuote = nil }
    } else {
      openQuote = Self.quoteLeftOpen(bytes, from: textStart, to: end)
    }
  }

  mutating func endParagraph(at offset: Int) {
    endDefinition(at: offset)
    openQuote = nil
  }

  var refusal: Refusal? {
    let (copied, isTooLarge) = uses.multipliedReportingOverflow(by: longest)
    return isTooLarge || copied > MarkupLimits.referenceBytes
      ? Refusal(.referenceBytes, at: longestStart) : nil
  }

  private mutating func endDefinition(at offset: Int) {
    if let start = currentStart, offset - start > longest {
      longest = offset - start
      longestStart = start
    }
    currentStart = nil
  }

  /// The quote that opens after a blank in the line and has no partner in it.
  private static func quoteLeftOpen(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> UInt8? {
    var open: UInt8?
    for index in start..<end {
      let byte = bytes[index]
      if let quote = open {
        if byte == quote { open = nil }
      } else if index == start || bytes[index - 1] <= UInt8(ascii: " ") {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): open = byte
        case UInt8(ascii: "("): open = UInt8(ascii: ")")
        default: break
        }
      }
    }
    return open
  }
}
