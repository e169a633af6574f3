internal import Diagnostics
internal import Markup

/// Clauses that a word or their looks mark beside their number.
extension StructureBuilder {
  /// `Section 2.01 Data.`, as agreements divided into articles mark their sections, and `Section 2.
  /// Data.`, `§ 2. Data.`; a text such as `Section 2.01 applies` cites one. Also `Abs. 2: Data.`
  func wordedMarker(_ text: ArraySlice<UInt8>) -> ClauseMarker? {
    guard let first = text.first, Self.firstBytes.contains(first) else { return nil }
    if let marker = ClauseMarker(paragraphWord: text) { return marker }
    guard let word = Self.clauseWords.first(where: { text.starts(with: $0) }),
      var marker = ClauseMarker(parsing: text.dropFirst(word.count))
    else { return nil }
    switch marker.style {
    case .decimal where first == UInt8(ascii: "S"): break
    // `Section 2.`, not `Section A.`
    case .dotted where marker.body.utf8.allSatisfy(\.isASCIIDigit): marker.printed.removeLast()
    default: return nil
    }
    marker.printed = String(decoding: text.prefix(word.count), as: UTF8.self) + marker.printed
    marker.length += word.count
    return beginsSentence(behind: marker, at: text.startIndex) ? marker : nil
  }

  private static let firstBytes: [UInt8] = Array("SACK".utf8) + [0xC2]
  private static let clauseWords = [
    "Section ", "SECTION ", "Article ", "ARTICLE ", "Artikel ", "Clause ", "CLAUSE ", "Klausel ",
    "\u{A7} ", "\u{A7}\u{A0}",
  ].map { Array($0.utf8) }

  /// Whether a paragraph with a number begins a clause though numbers before it are left out, and
  /// not a date: its words are bold, or its subclauses follow.
  func leadsClauses(
    _ marker: ClauseMarker, of block: Int, before rest: ArraySlice<Int>
  ) -> Bool {
    if let next = rest.first, tree.nodes[next].kind == .paragraph,
      let first = self.marker(at: tree.nodes[next].textStart, ofBlock: next),
      first.style == .decimal, Ordinal(first.body).prefix == marker.body
    {
      return true
    }
    let start = tree.nodes[block].textStart
    let words = Int(start) + marker.lengthWithSpace(in: tree.text, from: Int(start))
    return tree.children(of: block).first { Int(tree.nodes[$0].textEnd) > words }
      .map { tree.nodes[$0].kind == .strong } ?? false
  }

  /// Splits the last piece where its text begins with the first marker of clauses inside of its own,
  /// `(a) (i) ...` above `(ii) ...`: the outer clause has no words before the inner one.
  mutating func openInner(
    ofLast pieces: inout [BlockPiece], before rest: ArraySlice<Int>, _ markers: inout OpenMarkers
  ) {
    // More than `(a)(i)(A)` in one line is not written.
    for _ in 0..<3 {
      guard case .text(let node, let inlines, .some(let outer), let depth)? = pieces.last,
        let first = inlines.first(where: {
          tree.nodes[Int($0)].textEnd > tree.nodes[Int($0)].textStart
        })
      else { return }
      let start = tree.nodes[Int(first)].textStart
      guard let inner = marker(at: start, ofBlock: node), inner.style != .decimal,
        inner.length < Int(tree.nodes[node].textEnd - start)
      else { return }
      let ordinal = Ordinal(inner.body)
      guard ordinal.isInitial, inner.style != outer.style || inner.body != outer.body,
        let innerDepth = markers.depth(
          of: inner, ordinal, next: nil, canOpen: isFollowed(inner, ordinal, by: rest),
          isLikelyFirst: false), innerDepth == depth + 1
      else { return }
      pieces[pieces.count - 1] = .text(
        node: node, inlines: inlines.lowerBound..<inlines.lowerBound, marker: outer, depth: depth)
      cutText(
        ofInlines: inlines,
        to: Int(start) + inner.lengthWithSpace(in: tree.text, from: Int(start)))
      pieces.append(.text(node: node, inlines: inlines, marker: inner, depth: innerDepth))
    }
  }

  /// Whether an unmarked paragraph ends the recitals above it: the terms follow, which are counted
  /// from one, and it heads them or leads to them.
  func beginsTerms(_ block: Int, before rest: ArraySlice<Int>, in container: Int32) -> Bool {
    guard let next = rest.first else { return false }
    switch tree.nodes[next].kind {
    case .orderedList: guard tree.nodes[next].value == 1 else { return false }
    case .paragraph:
      guard let first = marker(at: tree.nodes[next].textStart, ofBlock: next),
        first.body == "1" || first.body == "1.1", first.style != .enclosed
      else { return false }
    default: return false
    }
    return container == Provision.none || looksLikeHeading(block)
  }

  /// Whether a paragraph of a text without headings heads what is counted anew, as `BACKGROUND`
  /// does behind the parties `(1)`, `(2)`.
  func headsAnew(_ block: Int, before rest: ArraySlice<Int>) -> Bool {
    guard looksLikeHeading(block), let next = rest.first else { return false }
    if tree.nodes[next].kind == .orderedList { return tree.nodes[next].value == 1 }
    guard tree.nodes[next].kind == .paragraph,
      let first = marker(at: tree.nodes[next].textStart, ofBlock: next), first.style != .decimal
    else { return false }
    let ordinal = Ordinal(first.body)
    return ordinal.isInitial && isFollowed(first, ordinal, by: rest.dropFirst())
  }

  /// Whether a paragraph is bold, or short and in capital letters.
  private func looksLikeHeading(_ block: Int) -> Bool {
    if tree.isOnlyStrong(block) { return true }
    let text = tree.plainText(of: block)
    return text.count < 80 && text.contains { $0.isASCIIUppercase }
      && !text.contains(where: \.isASCIILowercase)
  }
}

extension ClauseMarker {
  /// Reads `Abs. 2:` or `Absatz 2:`, by which some number the paragraphs of a section.
  fileprivate init?(paragraphWord text: ArraySlice<UInt8>) {
    guard
      let word = ["Abs. ", "Absatz "].lazy.map({ Array($0.utf8) }).first(where: {
        text.starts(with: $0)
      })
    else { return nil }
    let digits = text.dropFirst(word.count).prefix { $0.isASCIIDigit }
    guard (1...2).contains(digits.count), text[digits.endIndex...].starts(with: ": ".utf8) else {
      return nil
    }
    style = .enclosed
    body = String(decoding: digits, as: UTF8.self)
    printed = String(decoding: text[..<digits.endIndex], as: UTF8.self)
    length = digits.endIndex + 1 - text.startIndex
  }
}
