internal import Agreements
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
    addDuties(of: portal, to: &provisions)
    return provisions
  }

  /// Clauses also say which duties of a law they cover, to the letter: `28(3)(h)`.
  private static func addDuties(of portal: CompiledPortal, to provisions: inout [Self]) {
    var duties: Set<String> = []
    for agreement in portal.agreements {
      for provision in agreement.provisions { duties.formUnion(provision.covers) }
    }
    guard !duties.isEmpty,
      let law = ReferenceCatalogs.shipped.laws.laws.firstIndex(where: { $0.id == "gdpr" })
    else { return }
    let cited = duties.sorted().map(citation(ofDuty:))
    for index in provisions.indices where provisions[index].provision.law == law {
      let number = provisions[index].provision.number
      guard !number.isEmpty else { continue }
      provisions[index].paragraphs += cited.filter {
        $0.hasPrefix("\(number)(") && !provisions[index].paragraphs.contains($0)
      }
    }
  }

  /// `28.3.h` as laws are cited: `28(3)(h)`.
  static func citation(ofDuty id: String) -> String {
    let parts = id.lowercased().split(separator: ".")
    return (parts.first.map(String.init) ?? "")
      + parts.dropFirst().map { "(\($0))" }.joined()
  }
}
