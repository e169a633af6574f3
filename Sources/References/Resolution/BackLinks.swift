import Partitioning

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

  /// A citation of a law, in the order of laws and their provisions; one for each that it names.
  package struct LawLink: Sendable {
    package var provision: LawProvision
    package var source: ReferenceTarget
    /// Its index among the citations of the source's agreement.
    package var citation: Int32
  }

  package private(set) var links: [Link] = []
  package private(set) var laws: [LawLink] = []

  /// Turns the references of agreements around.
  ///
  /// - Complexity: O(n log n) for n references and citations; a citation names at most some fifty
  ///   provisions.
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

  /// Citations in their order. Provisions are few and repeat in every agreement, so that they are
  /// put in order once, and citations by their ranks.
  private static func lawLinks(_ resolved: [ResolvedAgreement]) -> [LawLink] {
    let laws = ReferenceCatalogs.shipped.laws.laws
    func named(_ citation: Citation) -> [LawProvision] {
      LawProvision.all(
        in: citation,
        last: laws.indices.contains(citation.law) ? laws[citation.law].provisions : 0)
    }
    var ranks: [LawProvision: Int32] = [:]
    for agreement in resolved {
      for citation in agreement.citations {
        for provision in named(citation) { ranks[provision] = 0 }
      }
    }
    let provisions = ranks.keys.sorted()
    for (rank, provision) in provisions.enumerated() { ranks[provision] = Int32(rank) }
    var order: [CitationPlace] = []
    for (agreement, all) in resolved.enumerated() {
      for (index, citation) in all.citations.enumerated() {
        for provision in named(citation) {
          order.append(
            CitationPlace(
              rank: ranks[provision] ?? 0,
              source: ReferenceTarget(agreement: Int32(agreement), provision: citation.provision),
              citation: Int32(index)))
        }
      }
    }
    order.sort { ($0.rank, $0.source, $0.citation) < ($1.rank, $1.source, $1.citation) }
    return order.map {
      LawLink(
        provision: provisions[Int($0.rank)], source: $0.source, citation: $0.citation)
    }
  }

  /// Where a citation stands, with the rank of its provision among all that are cited.
  private struct CitationPlace {
    var rank: Int32
    var source: ReferenceTarget
    var citation: Int32
  }

  /// What leads to an agreement or a place in it, by target, then in the order of agreements and
  /// their texts.
  package func links(toAgreement agreement: Int32) -> ArraySlice<Link> {
    let start = links.partitioningIndex { $0.target.agreement >= agreement }
    let end = links.partitioningIndex { $0.target.agreement > agreement }
    return links[start..<end]
  }
}
