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
        for part in reference.parts {
          for target in part.targets where target != source {
            links.append(Link(target: target, source: source, reference: Int32(index)))
          }
        }
      }
    }
    links.sort { ($0.target, $0.source, $0.reference) < ($1.target, $1.source, $1.reference) }
    laws = Self.lawLinks(resolved)
  }

  /// Citations in their order. Numbers are few and repeat in every agreement, so that they are put in
  /// order once, and citations by their ranks.
  private static func lawLinks(_ resolved: [ResolvedAgreement]) -> [LawLink] {
    var ranks: [String: Int32] = [:]
    for agreement in resolved {
      for citation in agreement.citations { ranks[citation.number] = 0 }
    }
    let numbers = ranks.keys.sorted(by: precedes)
    for (rank, number) in numbers.enumerated() { ranks[number] = Int32(rank) }
    var order: [CitationPlace] = []
    for (agreement, all) in resolved.enumerated() {
      for (index, citation) in all.citations.enumerated() {
        order.append(
          CitationPlace(
            law: Int32(citation.law), rank: ranks[citation.number] ?? 0,
            source: ReferenceTarget(agreement: Int32(agreement), provision: citation.provision),
            citation: Int32(index)))
      }
    }
    order.sort {
      ($0.law, $0.rank, $0.source, $0.citation) < ($1.law, $1.rank, $1.source, $1.citation)
    }
    return order.map {
      LawLink(
        law: Int($0.law), number: numbers[Int($0.rank)], source: $0.source, citation: $0.citation)
    }
  }

  /// Where a citation stands, with the rank of its number among all that are cited.
  private struct CitationPlace {
    var law: Int32
    var rank: Int32
    var source: ReferenceTarget
    var citation: Int32
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
