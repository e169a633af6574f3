internal import Agreements
internal import Diagnostics

/// Where an agreement writes out standard clauses, or carries their name for clauses of its own:
/// there, `Clause 9` is its own.
struct OwnClauses {
  /// Annexes and sections that are titled so and hold `Clause 1`, `Clause 2`.
  private(set) var places: [Int32] = []
  /// Headings of nothing but the name above sections with numbers.
  private var headings: [Int32] = []
  /// Whether the whole agreement is titled so.
  private let isWhole: Bool

  /// - Complexity: O(places × depth of headings).
  init(_ reading: AgreementReading, builder: CitationBuilder) {
    let agreement = reading.agreement
    isWhole =
      reading.context.laws.law(named: agreement.metadata.title).map {
        builder.laws.laws[$0].unit == .clause
      } ?? false
    for mention in reading.recognition.laws {
      let passage = reading.passages[Int(mention.passage)]
      guard passage.kind == .heading, mention.provision != Provision.none,
        let law = builder.law(mention.law, number: ""), builder.laws.laws[law].unit == .clause
      else { continue }
      let place = Int(mention.provision)
      let inside = agreement.provisions[(place + 1)..<Int(agreement.provisions[place].end)]
      if inside.contains(where: { $0.kind == .section && Self.isClause($0.designation) }) {
        places.append(mention.provision)
      } else if agreement.provisions[place].designation.isEmpty,
        mention.textRange == passage.start..<passage.end,
        inside.contains(where: {
          $0.kind == .section && $0.parent == mention.provision && !$0.designation.isEmpty
        })
      {
        headings.append(mention.provision)
      }
    }
  }

  /// Whether all parts of a mention are places that are written out here.
  func hold(_ mention: Mention, _ finder: PlaceFinder) -> Bool {
    guard isWhole || !places.isEmpty || !headings.isEmpty else { return false }
    return mention.parts.allSatisfy { part in
      let found = finder.find(part.path[...], from: .place(mention.provision)).places
      return found.contains { place in
        isWhole || (places + headings).contains { finder.index.isInside(place, $0) }
      }
    }
  }

  private static func isClause(_ designation: String) -> Bool {
    let word = designation.utf8.prefix { $0.isASCIILetter }.map { $0 | 0x20 }
    return word == Array("clause".utf8) || word == Array("klausel".utf8)
  }
}
