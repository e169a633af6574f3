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
    var (low, high) = (0, citations.count)
    while low < high {
      let middle = (low + high) / 2
      if citations[middle].textRange.lowerBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low > 0 && byte < citations[low - 1].textRange.upperBound ? low - 1 : nil
  }

  /// What a citation leads to, in one line that is the same for all its forms.
  func target(of citation: Int) -> String {
    let cited = citations[citation]
    let law = laws.laws.indices.contains(cited.law) ? laws.laws[cited.law].id : ""
    return "\(law) \(cited.unit.rawValue) \(cited.written) \(cited.isLawImplied)"
  }
}

/// Citations in another form, and references that are called otherwise and lead to the same place.
extension AgreementDiffer {
  /// What a word cites.
  private enum Cited: Hashable {
    case law(String)
    case place(TargetMap.Key, TargetMap.Key)
  }

  /// The pieces of a change that lie within one citation of each version, both of the same provision.
  func sameCitations(in text: MarkedText) -> [Int] {
    text.pieces.indices.filter { index in
      let piece = text.pieces[index]
      guard piece.old.count <= Self.longestCitation, piece.new.count <= Self.longestCitation else {
        return false
      }
      return !cited(piece.old, in: text.old, isOld: true)
        .isDisjoint(with: cited(piece.new, in: text.new, isOld: false))
    }
  }

  /// In words.
  private static var longestCitation: Int { 24 }

  /// What all words of a stretch cite, if it is one thing; of an empty stretch, what the words at
  /// either side of it do.
  private func cited(
    _ range: Range<Int>, in words: [MarkedText.Word], isOld: Bool
  ) -> Set<Cited> {
    if range.isEmpty {
      let beside = [range.lowerBound - 1, range.lowerBound].filter(words.indices.contains)
      return Set(beside.compactMap { cited(words[$0], isOld: isOld) })
    }
    var found: Set<Cited> = []
    for word in words[range] {
      if let cited = cited(word, isOld: isOld) {
        found.insert(cited)
      } else if word.isWord || word.kind == .symbol {
        return []
      }
    }
    return found.count == 1 ? found : []
  }

  private func cited(_ word: MarkedText.Word, isOld: Bool) -> Cited? {
    guard word.token >= 0 else { return nil }
    let text = isOld ? old : new
    let places = isOld ? citations.old : citations.new
    if let citation = places.citation(at: text.tokens.words[Int(word.token)].start) {
      return .law(places.target(of: citation))
    }
    let reference = text.reference(at: Int(word.token))
    guard reference >= 0, text.references[reference].isOfPlace,
      let ends = words.ends(of: reference, isOld: isOld), ends.first.pair >= 0,
      ends.first.provision >= 0
    else { return nil }
    return .place(ends.first, ends.last)
  }
}
