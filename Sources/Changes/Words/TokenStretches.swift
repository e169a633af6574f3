import Partitioning

/// Tokens that are compared as one text: those of a place, or of several that were one.
///
/// Elements are numbered from 0, across all stretches.
struct TokenStretches: Sendable {
  /// In the order in which they are read; none of them empty.
  let ranges: [Range<Int32>]
  /// By stretch, the number of the first element behind it.
  private let ends: [Int]

  init(_ ranges: [Range<Int32>]) {
    self.ranges = ranges.filter { !$0.isEmpty }
    var end = 0
    ends = self.ranges.map { range in
      end += range.count
      return end
    }
  }

  var count: Int { ends.last ?? 0 }

  /// The token that an element is.
  subscript(element: Int) -> Int32 {
    let stretch = stretch(of: element)
    return ranges[stretch].upperBound - Int32(ends[stretch] - element)
  }

  /// The numbers of the elements of a stretch.
  func elements(of stretch: Int) -> Range<Int> {
    ends[stretch] - ranges[stretch].count..<ends[stretch]
  }

  /// The stretch that an element stands in.
  func stretch(of element: Int) -> Int {
    ends.dropLast().partitioningIndex { $0 > element }
  }

  /// The tokens of some elements; more than one range where they stand in several stretches.
  func pieces(_ elements: Range<Int>) -> [Range<Int32>] {
    guard !elements.isEmpty else { return [] }
    var pieces: [Range<Int32>] = []
    var element = elements.lowerBound
    var stretch = stretch(of: element)
    while element < elements.upperBound {
      let end = min(ends[stretch], elements.upperBound)
      let shift = ranges[stretch].upperBound - Int32(ends[stretch])
      pieces.append(Int32(element) + shift..<Int32(end) + shift)
      element = end
      stretch += 1
    }
    return pieces
  }

  /// The token at an element, or what follows the last.
  func position(_ element: Int) -> Int32 {
    guard let last = ranges.last else { return 0 }
    return element < count ? self[element] : last.upperBound
  }
}
