internal import Diagnostics
internal import Markup

/// Paragraphs of articles as Swiss texts number them: `1 Words`, `¹ Words` below `Art. 3`.
extension StructureBuilder {
  /// The paragraphs of an article that begin with a bare number, where all of them do, counted
  /// from one; letters may stand between. Elsewhere a number begins a sentence.
  func bareNumbered(_ blocks: [Int], in container: Int32) -> Set<Int> {
    guard container != Provision.none, provisions[Int(container)].kind == .section,
      ["Art. ", "Art.\u{A0}", "Artikel "].contains(where: {
        provisions[Int(container)].designation.hasPrefix($0)
      }), let first = blocks.first, tree.nodes[first].kind == .paragraph
    else { return [] }
    var found: Set<Int> = []
    for block in blocks where tree.nodes[block].kind == .paragraph {
      if let marker = bareMarker(of: block) {
        guard marker.body == "\(found.count + 1)" else { return [] }
        found.insert(block)
      } else {
        guard !found.isEmpty, marker(at: tree.nodes[block].textStart, ofBlock: block) != nil else {
          return []
        }
      }
    }
    return found.count > 1 ? found : []
  }

  /// The number that a paragraph begins with, closed by nothing but a space.
  func bareMarker(of block: Int) -> ClauseMarker? {
    let range = Int(tree.nodes[block].textStart)..<Int(tree.nodes[block].textEnd)
    return range.isEmpty ? nil : ClauseMarker(bare: tree.text[range])
  }
}

extension ClauseMarker {
  /// Reads `1 Words`, `¹ Words`, `¹Words` and `^1^ Words`.
  fileprivate init?(bare text: ArraySlice<UInt8>) {
    var digits: [UInt8] = []
    var rest = text
    let isCaret = rest.first == UInt8(ascii: "^")
    if isCaret { rest = rest.dropFirst() }
    while let digit = rest.first, digit.isASCIIDigit {
      digits.append(digit)
      rest = rest.dropFirst()
    }
    var isRaised = false
    if isCaret {
      guard rest.first == UInt8(ascii: "^") else { return nil }
      rest = rest.dropFirst()
    } else if digits.isEmpty {
      while let (digit, length) = Self.raisedDigit(rest) {
        digits.append(digit)
        rest = rest.dropFirst(length)
        isRaised = true
      }
    }
    guard (1...2).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
    let space = Self.spaceLength(rest, at: rest.startIndex)
    let next = rest.dropFirst(space).first
    guard space > 0 || isRaised, let next, next.isASCIIUppercase || next >= 0x80 else { return nil }
    style = .enclosed
    body = String(decoding: digits, as: UTF8.self)
    printed = body
    length = rest.startIndex - text.startIndex
    isBare = true
  }

  /// The superscript digit that `text` begins with, and its length in bytes.
  private static func raisedDigit(_ text: ArraySlice<UInt8>) -> (digit: UInt8, length: Int)? {
    guard let first = text.first, first == 0xC2 || first == 0xE2 else { return nil }
    let bytes = Array(text.prefix(3))
    if bytes.starts(with: [0xC2, 0xB9]) { return (0x31, 2) }
    if bytes.starts(with: [0xC2, 0xB2]) { return (0x32, 2) }
    if bytes.starts(with: [0xC2, 0xB3]) { return (0x33, 2) }
    guard bytes.starts(with: [0xE2, 0x81]), bytes.count == 3 else { return nil }
    let last = bytes[2]
    return last == 0xB0 || (0xB4...0xB9).contains(last) ? (last - 0x80, 3) : nil
  }
}
