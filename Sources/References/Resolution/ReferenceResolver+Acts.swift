internal import Agreements
internal import Diagnostics
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
    guard letters.count > 1, letters.allSatisfy(\.isASCIIUppercase),
      !Self.ownNames.contains(String(decoding: letters, as: UTF8.self)),
      // What documents are called was compared with what this one is.
      ![.ownName, .otherDocument].contains(
        context.vocabulary.roleOfWord(hash: WordHash.ofLowered(letters)).kind)
    else { return false }
    // In words that are all in capital letters, none of them is an act's.
    let previous = words.last ?? []
    return previous.count < 2 || !previous.allSatisfy(\.isASCIIUppercase)
  }

  /// Whether a name in capital letters says behind a section what it is of, and nothing here is
  /// called so: `section 5 of the Framework Order`, `Ziffer 4 des Pflichtenhefts`.
  ///
  /// - Returns: the byte behind the name.
  func endOfUnknownDocument(behind mention: Mention) -> Int32? {
    guard mention.qualifier == .none,
      isSection(mention)
        || [.annex, .article].contains(mention.parts.first?.path.first?.level)
    else { return nil }
    let end = Int(mention.textRange.upperBound)
    let text = reading.agreement.tree.text
    let limit = Int(reading.passages[Int(mention.passage)].end)
    guard end + 4 < limit, text[end] == 0x20 else { return nil }
    let behind = text[end..<min(limit, end + 120)]
    if behind.starts(with: " of the ".utf8) { return endOfDocument(behind.dropFirst(8)) }
    guard behind.starts(with: " des ".utf8) || behind.starts(with: " der ".utf8) else {
      return nil
    }
    let noun = behind.dropFirst(5).prefix { $0.isASCIILetter || $0 >= 0x80 }
    let lowered = noun.map(\.asciiLowercased)
    guard noun.first?.isASCIIUppercase == true,
      Self.documentEndings.contains(where: { lowered.ends(with: $0) }), !isTitle(noun)
    else { return nil }
    return Int32(noun.endIndex)
  }

  /// The byte behind words with capital letters that name a document other than this one.
  private func endOfDocument(_ text: ArraySlice<UInt8>) -> Int32? {
    var end = text.startIndex
    var words = 0
    for word in text.split(separator: 0x20, maxSplits: 6).prefix(6) {
      let letters = word.prefix { $0.isASCIILetter || $0 >= 0x80 || $0 == 0x2D }
      guard let first = letters.first, first.isASCIIUppercase else { break }
      words += 1
      end = letters.endIndex
      if letters.count < word.count { break }
    }
    guard words > 0 else { return nil }
    let name = text[text.startIndex..<end]
    let first = name.prefix { $0 != 0x20 }
    let role = context.vocabulary.roleOfWord(hash: WordHash.ofLowered(first))
    guard role.level == nil, role.kind != .this, !isTitle(name),
      !Self.partsOfAgreements.contains(String(decoding: name, as: UTF8.self))
    else { return nil }
    return Int32(end)
  }

  private func isTitle(_ name: ArraySlice<UInt8>) -> Bool {
    !reading.index.places(titled: TitleForms(name, topics: context.catalogs.topics)).isEmpty
  }

  private static let partsOfAgreements: Set<String> = ["Parties", "Definitions", "Clauses"]
  /// What German names of documents end in, by themselves and in the genitive.
  private static let documentEndings = [
    "heft", "hefts", "heftes", "schein", "scheins", "scheines", "blatt", "blatts", "blattes",
    "formulars", "protokolls", "katalogs", "kataloges", "verzeichnisses", "auftrags", "auftrages",
    "angebots", "angebotes", "erkl\u{E4}rung", "preisliste", "ordnung", "satzung", "police",
    "beschreibung", "verfassung", "charta", "konvention",
  ].map { Array($0.utf8) }

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

extension [UInt8] {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
