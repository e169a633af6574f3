internal import Agreements
internal import Markup

// Sections of acts that no catalog knows: they are no places of the agreement.

extension ReferenceResolver {
  /// Whether a section is one of an act that is named right before it: `HIPAA § 160.103`,
  /// `Privacy Act § 9`, `45 C.F.R. § 164.312`.
  func isOfUnknownAct(_ mention: Mention) -> Bool {
    guard mention.qualifier == .none, isSection(mention) else { return false }
    let start = mention.textRange.lowerBound
    // What a law that is known is named beside goes on with that law.
    if let last = lastCitation, last.unit == .law, start - last.textRange.upperBound <= 1 {
      return false
    }
    let passage = reading.passages[Int(mention.passage)]
    let text = reading.agreement.tree.text
    let before = text[Int(max(passage.start, start - 48))..<Int(start)]
    guard before.last == UInt8(ascii: " ") else { return false }
    var words = before.split(separator: UInt8(ascii: " "))
    guard let last = words.popLast() else { return false }
    if Self.actNouns.contains(String(decoding: last, as: UTF8.self)) { return true }
    // A sentence can end in capital letters, too: `Data stay in the U.S. Section 2 applies.`
    if last.last == UInt8(ascii: ".") {
      guard last.dropLast().contains(UInt8(ascii: ".")), words.last.map(isNumber) == true else {
        return false
      }
    }
    let letters = last.filter { $0 != UInt8(ascii: ".") }
    guard letters.count > 1, letters.allSatisfy(isCapital),
      !Self.ownNames.contains(String(decoding: letters, as: UTF8.self))
    else { return false }
    // In words that are all in capital letters, none of them is an act's.
    let previous = words.last ?? []
    return previous.count < 2 || !previous.allSatisfy(isCapital)
  }

  /// Whether a section's number is higher than any agreement has sections: `§ 164.312(a)`.
  func isBeyondAgreements(_ mention: Mention) -> Bool {
    guard mention.qualifier == .none, isSection(mention) else { return false }
    return mention.parts.allSatisfy { part in
      (part.path.first.flatMap { Int($0.body) } ?? 0) >= Self.firstUnlikelySection
    }
  }

  private static let firstUnlikelySection = 100
  private static let actNouns: Set<String> = ["Act", "Code", "Regulations", "Statute"]
  /// Short names of agreements, and words that stand before a section in capital letters.
  private static let ownNames: Set<String> = [
    "DPA", "AVV", "AV", "MSA", "TOM", "TOMS", "SEE", "IN", "OF", "TO", "AND", "OR", "UNDER", "PER",
    "NACH", "SIEHE", "LAUT",
  ]
}

private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
  word.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
}

private func isCapital(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
}
