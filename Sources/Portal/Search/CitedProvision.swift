internal import Agreements
internal import Frontmatter
internal import References

/// A provision of a law, and where agreements cite it: what the search knows of laws.
struct CitedProvision: Sendable {
  let provision: LawProvision
  /// Its paragraphs that are cited, such as `28(3)`.
  var paragraphs: [String] = []
  var places: [ReferenceTarget] = []

  /// Places that stand in the index for one provision; the page of laws has more.
  private static let mostPlaces = 8

  static func all(in portal: CompiledPortal) -> [Self] {
    var provisions: [Self] = []
    var seen: Set<String> = []
    for link in portal.understood.backLinks.laws {
      if provisions.last?.provision != link.provision {
        provisions.append(Self(provision: link.provision))
        seen.removeAll(keepingCapacity: true)
      }
      let last = provisions.count - 1
      if provisions[last].places.count < mostPlaces, provisions[last].places.last != link.source {
        provisions[last].places.append(link.source)
      }
      let agreement = Int(link.source.agreement)
      let citation =
        portal.understood.agreements[agreement].resolved.citations[Int(link.citation)]
      guard !citation.paragraph.isEmpty, seen.count < 24 else { continue }
      if seen.insert(citation.paragraph).inserted {
        provisions[last].paragraphs.append("\(link.provision.number)(\(citation.paragraph))")
      }
    }
    return provisions
  }
}
