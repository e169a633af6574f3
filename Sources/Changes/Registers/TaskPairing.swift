internal import Frontmatter
package import Registers

/// Which tasks of a company in two versions are the same: by what they are called first, then by
/// what is known of them. One that stands beside another, or in the place of one that went, is no
/// other name for it.
///
/// - Complexity: O(tasks), apart from those without a name in common, which are compared all with
///   all where they are few.
package struct TaskPairing {
  private let old: [Engagement]
  private let new: [Engagement]
  private var isTaken: [Bool]
  /// For each task of the newer version, the index of the same in the older one.
  private var matches: [Int?]

  package init(_ old: [Engagement], _ new: [Engagement]) {
    self.old = old
    self.new = new
    isTaken = Array(repeating: false, count: old.count)
    matches = Array(repeating: nil, count: new.count)
    pair { task in task.id.map { [$0.value] } ?? [] }
    pair { task in task.serviceNames.sorted().map { "\($0)\n\(task.places)" } }
    pair { $0.serviceNames.sorted() }
    pairLikely()
  }

  /// In the order of the newer version.
  package var pairs: [(before: Engagement, after: Engagement)] {
    zip(matches, new).compactMap { match, after in match.map { (old[$0], after) } }
  }

  package var gone: [Engagement] { zip(isTaken, old).filter { !$0.0 }.map(\.1) }
  package var added: [Engagement] { zip(matches, new).filter { $0.0 == nil }.map(\.1) }

  /// Pairs those that have a key in common, each once, the first of several first.
  private mutating func pair(_ keys: (Engagement) -> [String]) {
    var open: [String: [Int]] = [:]
    for index in old.indices.reversed() where !isTaken[index] {
      for key in keys(old[index]) { open[key, default: []].append(index) }
    }
    for index in new.indices where matches[index] == nil {
      for key in keys(new[index]) where matches[index] == nil {
        while let last = open[key]?.last, isTaken[last] { open[key]?.removeLast() }
        guard let found = open[key]?.popLast() else { continue }
        isTaken[found] = true
        matches[index] = found
      }
    }
  }

  private mutating func pairLikely() {
    let befores = old.indices.filter { !isTaken[$0] }
    let afters = new.indices.filter { matches[$0] == nil }
    guard befores.count * afters.count <= Self.mostComparisons else { return }
    for after in afters {
      let match = befores.first { !isTaken[$0] && old[$0].isLike(new[after]) }
      guard let match else { continue }
      isTaken[match] = true
      matches[after] = match
    }
  }

  private static let mostComparisons = 1024
}
