import Partitioning
internal import References

/// The provisions of laws that a version cites, by the words that cite them.
struct CitedPlaces: Sendable {
  private let citations: [Citation]
  private let laws: LawCatalog

  init(_ text: ComparedText) {
    citations = text.snapshot.resolved.citations
      .sorted { $0.textRange.lowerBound < $1.textRange.lowerBound }
    laws = text.snapshot.reading.context.catalogs.laws
  }

  /// The citation that a byte of the text is in, as an index; `nil` for none.
  func citation(at byte: Int32) -> Int? {
    let behind = citations.partitioningIndex { $0.textRange.lowerBound > byte }
    return behind > 0 && byte < citations[behind - 1].textRange.upperBound ? behind - 1 : nil
  }

  /// The words of the citation that a byte of the text is in.
  func bytes(ofCitationAt byte: Int32) -> Range<Int32>? {
    citation(at: byte).map { citations[$0].textRange }
  }

  /// What a citation leads to, in one line that is the same for all its forms.
  func target(of citation: Int) -> String {
    let cited = citations[citation]
    let law = laws.laws.indices.contains(cited.law) ? laws.laws[cited.law].id : ""
    return "\(law) \(cited.unit.rawValue) \(cited.written) \(cited.isLawImplied)"
  }
}
