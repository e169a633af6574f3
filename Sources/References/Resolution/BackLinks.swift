/// What leads to each place, article and agreement.
///
/// Shape: flat and sorted, so that a place's links are one slice, found by binary search.
package struct BackLinks: Sendable {
  /// A reference, seen from its target.
  package struct Link: Sendable {
    package var target: ReferenceTarget
    /// The place that the reference stands in.
    package var source: ReferenceTarget
    /// Its index among the references of the source's agreement.
    package var reference: Int32
  }

  /// A citation of a law, in the order of laws and their provisions.
  package struct LawLink: Sendable {
    package var law: Int
    /// The article as a number with its letter, for the order: `4b` comes after `4`.
    package var number: String
    package var source: ReferenceTarget
    /// Its index among the citations of the source's agreement.
    package var citation: Int32
  }

  package private(set) var links: [Link] = []
  package private(set) var laws: [LawLink] = []

  /// Turns the references of agreements around.
  ///
  /// - Complexity: O(n log n) for n references and citations.
  package init(_ resolved: [ResolvedAgreement]) {
    for (agreement, all) in resolved.enumerated() {
      for (index, reference) in all.references.enumerated() {
        let source = ReferenceTarget(
          agreement: Int32(agreement), provision: reference.provision)
        for target in reference.parts.flatMap(\.targets) where target != source {
          links.append(Link(target: target, source: source, reference: Int32(index)))
        }
      }
      for (index, citation) in all.citations.enumerated() {
        let source = ReferenceTarget(agreement: Int32(agreement), provision: citation.provision)
        laws.append(
          LawLink(
            law: citation.law, number: citation.number, source: source, citation: Int32(index)))
      }
    }
    links.sort { ($0.target, $0.source, $0.reference) < ($1.target, $1.source, $1.reference) }
    laws.sort { lhs, rhs in
      if lhs.law != rhs.law { return lhs.law < rhs.law }
      if lhs.number != rhs.number { return Self.precedes(lhs.number, rhs.number) }
      return (lhs.source, lhs.citation) < (rhs.source, rhs.citation)
    }
  }

  /// What leads to a place, in the order of agreements and their texts.
  package func links(to target: ReferenceTarget) -> ArraySlice<Link> {
    let start = firstIndex { $0.target >= target }
    let end = firstIndex { $0.target > target }
    return links[start..<end]
  }

  /// What leads to an agreement or a place in it, by target.
  package func links(toAgreement agreement: Int32) -> ArraySlice<Link> {
    let start = firstIndex { $0.target.agreement >= agreement }
    let end = firstIndex { $0.target.agreement > agreement }
    return links[start..<end]
  }

  private func firstIndex(where isBehind: (Link) -> Bool) -> Int {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(links[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// `4` before `4b` before `28`; what is no number comes last.
  private static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    let left = Int(lhs.prefix { $0.isNumber })
    let right = Int(rhs.prefix { $0.isNumber })
    if left != right { return (left ?? Int.max) < (right ?? Int.max) }
    return lhs < rhs
  }
}
