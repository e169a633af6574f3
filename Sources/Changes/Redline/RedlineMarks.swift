internal import Differencing
import Partitioning

/// What looks otherwise in one version of a text and means something by it, whatever a comparison
/// says of it: words that are struck out are no text in force, `10` with a raised `6` is no `106`.
package struct RedlineMarks: Sendable {
  /// How a stretch of words is written.
  package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let struck = Style(rawValue: 1 << 0)
    package static let raised = Style(rawValue: 1 << 1)
    package static let lowered = Style(rawValue: 1 << 2)
  }

  /// Stretches of the text's bytes that are of one style, in order and apart from each other.
  private var stretches: [(bytes: Range<Int32>, style: Style)] = []
  /// By the byte of the first word of a task, whether it is ticked.
  private var boxes: [Int32: Bool] = [:]

  init() {}

  init(_ marks: InlineMarks, _ text: ComparedText) {
    for boxes in marks.boxes.values {
      for box in boxes {
        self.boxes[text.tokens.words[Int(box.token)].start] = box.isTicked
      }
    }
    let styled = marks.marks.compactMap { mark in
      Style(mark.kind).map { (bytes: mark.bytes, style: $0) }
    }
    guard !styled.isEmpty else { return }
    // Marks stand inside of each other, one of a kind: each begins or ends a stretch.
    var steps: [(byte: Int32, style: Style, opens: Bool)] = []
    for mark in styled {
      steps.append((mark.bytes.lowerBound, mark.style, true))
      steps.append((mark.bytes.upperBound, mark.style, false))
    }
    steps.sort { ($0.byte, $0.opens ? 1 : 0) < ($1.byte, $1.opens ? 1 : 0) }
    var (start, open) = (Int32(0), Style())
    for step in steps {
      if !open.isEmpty, start < step.byte { stretches.append((start..<step.byte, open)) }
      start = step.byte
      if step.opens { open.insert(step.style) } else { open.remove(step.style) }
    }
  }

  package var isEmpty: Bool { stretches.isEmpty && boxes.isEmpty }

  func box(at byte: Int32) -> Bool? { boxes[byte] }

  /// A stretch of bytes, cut where its style changes.
  func pieces(of range: Range<Int32>) -> [(bytes: Range<Int32>, style: Style)] {
    let first = stretches.partitioningIndex { $0.bytes.upperBound > range.lowerBound }
    var pieces: [(bytes: Range<Int32>, style: Style)] = []
    var start = range.lowerBound
    for stretch in stretches[first...].prefix(while: { $0.bytes.lowerBound < range.upperBound }) {
      let bytes = stretch.bytes.clamped(to: range)
      if start < bytes.lowerBound { pieces.append((start..<bytes.lowerBound, [])) }
      pieces.append((bytes, stretch.style))
      start = bytes.upperBound
    }
    if start < range.upperBound { pieces.append((start..<range.upperBound, [])) }
    return pieces
  }
}

extension RedlineMarks.Style {
  /// `nil` for links and pictures, whose words are as they are.
  fileprivate init?(_ kind: InlineMark.Kind) {
    switch kind {
    case .struck: self = .struck
    case .raised: self = .raised
    case .lowered: self = .lowered
    case .link, .picture: return nil
    }
  }
}

extension Redline {
  /// Whether a version has words that look otherwise, or boxes.
  package func hasMarks(isOld: Bool) -> Bool { !(isOld ? oldMarks : newMarks).isEmpty }

  /// The words of a run as ``bytes(of:isOld:)`` gives them, cut where their style changes.
  package func pieces(
    of run: RedlineRun, isOld: Bool
  ) -> [(bytes: ArraySlice<UInt8>, style: RedlineMarks.Style)] {
    guard hasMarks(isOld: isOld) else { return [(bytes(of: run, isOld: isOld), [])] }
    let range = isOld ? run.old : run.new
    return (isOld ? oldMarks : newMarks).pieces(of: range)
      .map { (words(of: $0.bytes, isOld: isOld), $0.style) }
  }

  /// Whether a text is a task, and if it is, whether that is ticked; `isOld`: in the old version.
  package func box(of text: RedlineText, isOld: Bool) -> Bool? {
    guard hasMarks(isOld: isOld) else { return nil }
    let ranges = runs[text.runs].lazy.map { isOld ? $0.old : $0.new }
    return ranges.first { !$0.isEmpty }
      .flatMap { (isOld ? oldMarks : newMarks).box(at: $0.lowerBound) }
  }

  /// The box of a text as it is now; of one that is gone, as it was.
  package func box(of text: RedlineText) -> Bool? {
    let isGone = runs[text.runs].allSatisfy { $0.kind == .removed }
    return box(of: text, isOld: isGone)
  }
}
