internal import Agreements
internal import Markup

/// Annexes that an agreement lists or labels without heading them: they are attached to it, or are
/// one of its sections.
struct AnnexLabels {
  /// Sections that are an annex, too, by its number: `Art der Daten (Anlage 1)`.
  private var sections: [String: Int32] = [:]
  /// Annexes that a line of their own names, by number: `- Anlage 1 – Maßnahmen`.
  private var listed: [String: Mention] = [:]
  /// The lines of those that a reference leads to, in the order in which they were asked for.
  private(set) var unheaded: [Mention] = []
  private var known: Set<String> = []

  /// - Complexity: O(mentions).
  init(_ reading: AgreementReading) {
    for mention in reading.recognition.mentions {
      guard mention.qualifier == .none, mention.parts.count == 1,
        let annex = mention.parts[0].path.first, annex.level == .annex, !annex.body.isEmpty,
        mention.parts[0].path.count == 1
      else { continue }
      if Self.isLabelOfHeading(mention, in: reading) {
        if sections[annex.body] == nil { sections[annex.body] = mention.provision }
      } else if Self.isLabelOfLine(mention, in: reading) {
        if listed[annex.body] == nil { listed[annex.body] = mention }
      }
    }
  }

  /// What a part of a mention leads to, which no annex is headed as; `nil` where nothing is called
  /// so.
  mutating func resolve(_ part: Mention.Part, in agreement: Int) -> ResolvedReference.Part? {
    guard let annex = part.path.first, annex.level == .annex, part.through.isEmpty else {
      return nil
    }
    if part.path.count == 1, let section = sections[annex.body] {
      return ResolvedReference.Part(
        textRange: part.textRange,
        targets: [ReferenceTarget(agreement: Int32(agreement), provision: section)],
        status: .resolved)
    }
    guard let line = listed[annex.body] else { return nil }
    if known.insert(annex.body).inserted { unheaded.append(line) }
    return ResolvedReference.Part(textRange: part.textRange, status: .external)
  }

  /// Whether a mention is all that stands in brackets at the end of a heading.
  private static func isLabelOfHeading(_ mention: Mention, in reading: AgreementReading) -> Bool {
    let passage = reading.passages[Int(mention.passage)]
    guard passage.kind == .heading else { return false }
    let text = reading.agreement.tree.text
    let start = Int(mention.textRange.lowerBound)
    let end = Int(mention.textRange.upperBound)
    return start > passage.start && text[start - 1] == UInt8(ascii: "(")
      && end + 1 == passage.end && text[end] == UInt8(ascii: ")")
  }

  /// Whether a line begins with a mention and says nothing more than what the annex is called.
  private static func isLabelOfLine(_ mention: Mention, in reading: AgreementReading) -> Bool {
    let passage = reading.passages[Int(mention.passage)]
    guard passage.kind == .text || passage.kind == .cell,
      mention.textRange.lowerBound == passage.start
    else { return false }
    let text = reading.agreement.tree.text
    let line = text[Int(mention.textRange.upperBound)..<Int(passage.end)].prefix { $0 != 0x0A }
    let rest = line.drop { $0 == 0x20 }
    guard let first = rest.first, rest.count <= longestTitle else { return rest.isEmpty }
    let isClosed = rest.last == UInt8(ascii: ";") || rest.last == UInt8(ascii: ",")
    if isClosed && rest.count == 1 { return true }
    switch first {
    case UInt8(ascii: ":"), UInt8(ascii: "-"): return true
    case UInt8(ascii: "("): return rest.dropLast(isClosed ? 1 : 0).last == UInt8(ascii: ")")
    default: return rest.starts(with: [0xE2, 0x80, 0x93]) || rest.starts(with: [0xE2, 0x80, 0x94])
    }
  }

  /// In bytes; what is longer is a sentence.
  private static let longestTitle = 120
}
