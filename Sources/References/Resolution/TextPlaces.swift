package import Agreements
package import Diagnostics
internal import Markup
internal import Synchronization

/// The places in the file of stretches of an agreement's text.
///
/// The source is matched against the text only when a place is asked for, a block at a time, and
/// what was found is kept: most agreements have nothing to report.
package final class TextPlaces: Sendable {
  private let agreement: Agreement
  private let source: [UInt8]
  private let passages: [Passage]
  /// Indexes of ``passages`` by the start of their text; empty where that is their order.
  private let order: [Int32]
  private let exact = Mutex<MarkupPlaces?>(nil)

  package init(_ agreement: Agreement, source: [UInt8], passages: [Passage]) {
    self.agreement = agreement
    self.source = source
    self.passages = passages
    // Only footnotes and tables stand elsewhere than in the order of the text.
    let isOrdered = zip(passages, passages.dropFirst()).allSatisfy { $0.start < $1.start }
    order =
      isOrdered
      ? []
      : passages.indices.map(Int32.init).sorted {
        passages[Int($0)].start < passages[Int($1)].start
      }
  }

  /// The place of a stretch of the text, or of the block that holds it.
  package func range(of text: Range<Int32>) -> SourceRange {
    guard source.isEmpty else {
      return exact.withLock { places in
        var known = places ?? MarkupPlaces(agreement.tree, file: source)
        // With a second owner, what it remembers would be copied each time.
        places = nil
        let range = known.range(ofText: text, path: agreement.path)
        places = known
        return range
      }
    }
    let node = passage(holding: text.lowerBound).map { passages[$0].node } ?? 0
    return place(Int(agreement.tree.nodes[Int(node)].offset))
  }

  /// The place of a provision's first line.
  package func range(ofProvision provision: Int32) -> SourceRange {
    place(provision >= 0 ? Int(agreement.provisions[Int(provision)].offset) : 0)
  }

  private func place(_ offset: Int) -> SourceRange {
    let start = agreement.tree.position(ofByte: offset)
    return SourceRange(path: agreement.path, start: start, end: start)
  }

  /// The passage whose text holds a byte.
  func passage(holding byte: Int32) -> Int? {
    var low = 0
    var high = passages.count
    while low < high {
      let middle = (low + high) / 2
      if passages[index(at: middle)].start <= byte { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? index(at: low - 1) : nil
  }

  private func index(at position: Int) -> Int {
    order.isEmpty ? position : Int(order[position])
  }
}
