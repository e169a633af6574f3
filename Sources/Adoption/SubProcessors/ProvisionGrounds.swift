internal import Registers

/// The grounds of transfers by the provisions that name them: `Art. 46(2)(c)`,
/// `Art. 49 Abs. 1 lit. a`.
///
/// Source: the articles of each mechanism in the catalog of transfers.
struct ProvisionGrounds {
  struct Ground {
    var mechanism: TransferMechanism
    /// The letter behind the provision, such as that of a derogation.
    var letter: String?
    var place: Range<String.Index>
  }

  /// Numbers and letter of a provision, with the first mechanism that rests on it alone.
  private let provisions: [(parts: [Substring], mechanism: TransferMechanism)]

  static let shipped = ProvisionGrounds(.shipped)

  private init(_ catalog: TransferCatalog) {
    var provisions: [(parts: [Substring], mechanism: TransferMechanism)] = []
    for mechanism in TransferMechanism.allCases {
      guard let article = catalog.basis(of: mechanism).article?.text(in: "en").text
      else { continue }
      let cited = article.lowercased().split(separator: ",")
      // A subparagraph tells the mechanism from another one, and lists don't cite it.
      let isWhole = cited.dropFirst().allSatisfy { !$0.contains(where: \.isLetter) }
      let parts = cited[0].split { !$0.isLetter && !$0.isNumber }.dropFirst()
      guard isWhole, !provisions.contains(where: { $0.parts.elementsEqual(parts) })
      else { continue }
      provisions.append((Array(parts), mechanism))
    }
    self.provisions = provisions
  }

  /// The grounds whose provisions `text`, which is in small letters, cites.
  func grounds(in text: String) -> [Ground] {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    var found: [Ground] = []
    for (index, word) in words.enumerated() where ["art", "article", "artikel"].contains(word) {
      var parts: [Substring] = []
      var end = word.endIndex
      for next in words[(index + 1)...] {
        if Self.fillers.contains(next), !parts.isEmpty { continue }
        guard parts.isEmpty || parts.count < 3, next.first?.isNumber ?? false || next.count == 1
        else { break }
        parts.append(next)
        end = next.endIndex
      }
      guard !parts.isEmpty else { continue }
      if let ground = ground(of: parts, at: word.startIndex..<end) { found.append(ground) }
    }
    return found
  }

  /// The one mechanism that a provision is about, also where the citation stops before its end or
  /// goes on behind it.
  private func ground(of parts: [Substring], at place: Range<String.Index>) -> Ground? {
    if let exact = provisions.first(where: { parts.starts(with: $0.parts) }) {
      let rest = parts.dropFirst(exact.parts.count)
      return Ground(
        mechanism: exact.mechanism, letter: rest.first.map(String.init), place: place)
    }
    let within = provisions.filter { $0.parts.starts(with: parts) }
    return within.count == 1
      ? Ground(mechanism: within[0].mechanism, letter: nil, place: place) : nil
  }

  private static let fillers: Set<Substring> = [
    "abs", "absatz", "para", "paragraph", "lit", "buchst", "buchstabe", "point", "letter",
  ]
}
