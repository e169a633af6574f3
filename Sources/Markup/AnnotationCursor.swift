import Partitioning

/// Where a rendering stands among the annotations, and which of them is open.
struct AnnotationCursor {
  private var index: Int
  private var openIndex: Int?

  /// - Complexity: O(log annotations).
  init(_ weave: borrowing MarkupWeave, from textStart: Int32) {
    index = weave.annotations.partitioningIndex { $0.end > textStart }
  }

  /// The annotation that covers some of a stretch of text, if there is one.
  mutating func next(
    _ weave: borrowing MarkupWeave, from start: Int32, to end: Int32
  ) -> (TextAnnotation, Int)? {
    guard start < end else { return nil }
    while index < weave.annotations.count, weave.annotations[index].end <= start { index += 1 }
    guard index < weave.annotations.count, weave.annotations[index].start < end else { return nil }
    return (weave.annotations[index], index)
  }

  mutating func open(_ annotation: Int, _ weave: borrowing MarkupWeave, to output: inout [UInt8]) {
    guard openIndex != annotation else { return }
    close(weave, to: &output)
    append(weave.annotations[annotation].opening, weave, &output)
    openIndex = annotation
  }

  mutating func close(_ weave: borrowing MarkupWeave, to output: inout [UInt8]) {
    guard let annotation = openIndex else { return }
    append(weave.annotations[annotation].closing, weave, &output)
    openIndex = nil
  }

  func append(
    _ stretch: MarkupWeave.Stretch, _ weave: borrowing MarkupWeave, _ output: inout [UInt8]
  ) {
    output.append(contentsOf: weave.bytes[Int(stretch.start)..<Int(stretch.end)])
  }
}
