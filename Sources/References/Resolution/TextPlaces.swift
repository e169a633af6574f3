package import Agreements
package import Diagnostics
internal import Markup
import Partitioning
internal import Synchronization

/// Gives the bytes of an agreement's file, which may have to be read for it; none where they can't
/// be had.
package typealias SourceProvider = @Sendable () -> [UInt8]

/// The places in the file of stretches of an agreement's text.
///
/// The source is asked for and matched against the text only when a place is asked for, a block at
/// a time, and what was found is kept: most agreements have nothing to report.
package final class TextPlaces: Sendable {
  private let agreement: Agreement
  private let source: SourceProvider
  private let passages: [Passage]
  /// Indexes of ``passages`` by the start of their text; empty where that is their order.
  private let order: [Int32]
  private let exact = Mutex(Exact.notAsked)

  private enum Exact {
    case notAsked
    /// There is no source to be exact with.
    case missing
    case known(MarkupPlaces)
  }

  package init(_ agreement: Agreement, source: @escaping SourceProvider, passages: [Passage]) {
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
    if let range = exact.withLock({ exactRange(of: text, &$0) }) { return range }
    let node = passage(holding: text.lowerBound).map { passages[$0].node } ?? 0
    return place(Int(agreement.tree.nodes[Int(node)].offset))
  }

  private func exactRange(of text: Range<Int32>, _ exact: inout Exact) -> SourceRange? {
    var places: MarkupPlaces
    switch exact {
    case .missing: return nil
    case .known(let known): places = known
    case .notAsked:
      let file = source()
      guard !file.isEmpty else {
        exact = .missing
        return nil
      }
      places = MarkupPlaces(agreement.tree, file: file)
    }
    // With a second owner, what it remembers would be copied each time.
    exact = .notAsked
    defer { exact = .known(places) }
    return places.range(ofText: text, path: agreement.path)
  }

  /// Lets go of the source and of what was found in it; the next question asks for it again.
  func letGo() { exact.withLock { $0 = .notAsked } }

  /// The place of a provision's first line.
  package func range(ofProvision provision: Int32) -> SourceRange {
    place(provision >= 0 ? Int(agreement.provisions[Int(provision)].offset) : 0)
  }

  /// The place of a block's first byte.
  func start(ofNode node: Int32) -> SourcePosition {
    agreement.tree.position(ofByte: Int(agreement.tree.nodes[Int(node)].offset))
  }

  private func place(_ offset: Int) -> SourceRange {
    let start = agreement.tree.position(ofByte: offset)
    return SourceRange(path: agreement.path, start: start, end: start)
  }

  /// The passage whose text holds a byte.
  func passage(holding byte: Int32) -> Int? {
    let behind = position(behind: byte)
    return behind > 0 ? index(at: behind - 1) : nil
  }

  /// The passage whose text holds a byte, or else the next one: of a number that was cut off, the
  /// one behind it.
  func passage(atOrAfter byte: Int32) -> Int? {
    guard let found = passage(holding: byte) else { return passages.isEmpty ? nil : index(at: 0) }
    guard passages[found].end <= byte else { return found }
    let behind = position(behind: byte)
    return behind < passages.count ? index(at: behind) : found
  }

  /// The position of the first passage that begins behind a byte.
  private func position(behind byte: Int32) -> Int {
    passages.indices.partitioningIndex { passages[index(at: $0)].start > byte }
  }

  private func index(at position: Int) -> Int {
    order.isEmpty ? position : Int(order[position])
  }
}
