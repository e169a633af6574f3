/// The words of some neighbouring parts of the index, with the parts that each stands in.
package struct TermBlock: Sendable {
  let terms: TermTable
  /// The first and the last part of each term, with its weight in the two lowest bits.
  private(set) var firsts: [UInt32] = []
  private(set) var lasts: [UInt32] = []
  private(set) var counts: [Int32] = []
  /// What follows the first part of each term, as ``appendPosting(_:after:to:)`` writes it.
  private(set) var postings: [UInt8] = []
  private(set) var ends: [Int32] = []

  init(terms: TermTable) { self.terms = terms }

  /// Adds the parts of the next term, of which there is at least one.
  mutating func append(_ parts: ArraySlice<UInt32>) {
    var previous: UInt32?
    for part in parts {
      if let previous { appendPosting(part, after: Int(previous >> 2), to: &postings) }
      previous = part
    }
    firsts.append(parts.first ?? 0)
    lasts.append(parts.last ?? 0)
    counts.append(Int32(parts.count))
    ends.append(Int32(postings.count))
  }

  func postings(of term: Int) -> ArraySlice<UInt8> {
    postings[(term == 0 ? 0 : Int(ends[term - 1]))..<Int(ends[term])]
  }
}

/// Appends a part and its weight as the distance from the part before it.
///
/// Shape: digits of five bits, the lowest first, all but the last with a sixth bit set; most are
/// one byte. The bytes are printable and need no escape in a string of JavaScript.
func appendPosting(_ part: UInt32, after previous: Int, to output: inout [UInt8]) {
  var rest = UInt32(Int(part >> 2) - previous) << 2 | part & 3
  while rest >= 32 {
    output.append(digit(UInt8(rest & 31) | 32))
    rest >>= 5
  }
  output.append(digit(UInt8(rest)))
}

/// A number below 64 as a character, past the backslash.
func digit(_ value: UInt8) -> UInt8 {
  let byte = value + 35
  return byte >= UInt8(ascii: "\\") ? byte + 1 : byte
}
