/// Makes citations of the mentions that name a law, or that stand where a law is meant.
struct CitationBuilder {
  let laws: LawCatalog

  /// Which of the laws of a name is meant: the version that is named; without one, the law in force
  /// if it has such a provision, else its predecessor.
  ///
  /// `unit`: what the provision is called, where it is cited by a section sign or as an article.
  /// The `DSG` of Austria has sections, that of Switzerland articles.
  func law(_ reference: LawReference, number: String, unit: Law.Unit? = nil) -> Int? {
    var candidates = laws.names[reference.name].laws
    if let unit, candidates.count > 1 {
      let counted = candidates.filter { laws.laws[$0].unit == unit }
      if !counted.isEmpty { candidates = counted }
    }
    switch reference.version {
    case .old: return candidates.first { laws.laws[$0].isOldVersion } ?? candidates.first
    case .new: return candidates.first { !laws.laws[$0].isOldVersion } ?? candidates.first
    case .unstated:
      let inForce = candidates.filter { !laws.laws[$0].isOldVersion }
      guard !number.isEmpty else { return inForce.first ?? candidates.first }
      return inForce.first { laws.laws[$0].mayHave(number) }
        ?? candidates.first { laws.laws[$0].mayHave(number) } ?? inForce.first ?? candidates.first
    }
  }

  /// The article or section that a path begins with, its decimals joined: `28`, `7.7`.
  static func number(of path: [Designator]) -> String {
    guard let first = path.first, first.level.standsAlone else { return "" }
    var number = first.body
    for step in path.dropFirst() {
      guard step.level == .component, !step.isBracketed, step.form == .number else { break }
      number += "." + step.body
    }
    return number
  }

  /// The citation of one part of a mention; one that starts below articles continues `base`, the
  /// citation before it.
  func citation(
    _ part: Mention.Part, of law: Int, provision: Int32, base: Citation? = nil
  ) -> Citation {
    let unit = part.path.first.flatMap { Self.unit($0.level, of: laws.laws[law]) }
    var citation: Citation
    if let unit {
      citation = Citation(
        law: law, unit: unit, textRange: part.textRange, provision: provision)
    } else {
      citation = Citation(
        law: law, unit: base?.unit ?? .article, textRange: part.textRange, provision: provision)
      citation.number = base?.number ?? ""
      if part.path.first.map({ $0.level.rank > DesignatorLevel.paragraph.rank }) ?? false {
        citation.paragraph = base?.paragraph ?? ""
      }
    }
    for (index, step) in part.path.enumerated() { set(step, isFirst: index == 0, of: &citation) }
    citation.through = part.through.last?.body ?? ""
    citation.following = part.following
    return citation
  }

  private static func unit(_ level: DesignatorLevel, of law: Law) -> Citation.Unit? {
    switch level {
    case .article: .article
    case .section: law.unit == .clause ? .clause : law.unit == .article ? .article : .section
    case .recital: .recital
    case .annex: .annex
    case .chapter, .part: .chapter
    default: nil
    }
  }

  private func set(_ step: Designator, isFirst: Bool, of citation: inout Citation) {
    let law = laws.laws[citation.law]
    switch step.level {
    case .annex, .part, .chapter, .recital, .article, .section:
      if isFirst {
        // `Annex I`, `Chapter V`: as the law writes them.
        citation.number =
          citation.unit == .annex || citation.unit == .chapter
          ? step.body.uppercased() : step.body
      } else if step.level == .section, law.unit == .article, citation.paragraph.isEmpty {
        // `Art. 28 sections 2 and 4 GDPR`: a translation of `Abs.`
        setParagraph(step.body, of: &citation)
      } else {
        // `Annex I of the Clauses, section 2`; `Part 3 section 5 DPA 2018`.
        citation.number += citation.number.isEmpty ? step.body : ".\(step.body)"
      }
    case .paragraph, .subsection: setParagraph(step.body, of: &citation)
    case .subparagraph: citation.subparagraph = step.body
    case .sentence: citation.sentence = step.body
    case .page:
      citation.sentence = step.body
      citation.saysPage = true
    case .letter: citation.letter = step.body
    case .number, .item, .point:
      if step.form == .letter {
        citation.letter = step.body
      } else if law.unit == .article, citation.paragraph.isEmpty, citation.unit == .article,
        law.paragraphs[citation.number] ?? 0 > 0
      {
        // `Article 28 no. 3`: an article whose paragraphs are meant.
        citation.paragraph = step.body
      } else {
        citation.point = step.body
      }
    case .alternative, .preamble: break
    case .component:
      if citation.unit == .annex, !step.isBracketed {
        citation.number += ".\(step.body.uppercased())"
      } else if step.form == .letter {
        if citation.letter.isEmpty {
          citation.letter = step.body
        } else {
          citation.point = step.body
        }
      } else if !step.isBracketed, citation.paragraph.isEmpty, citation.letter.isEmpty,
        citation.unit != .article
      {
        citation.number += ".\(step.body)"
      } else if citation.paragraph.isEmpty, citation.letter.isEmpty {
        setParagraph(step.body, of: &citation)
      } else {
        citation.point = step.body
      }
    }
  }

  /// `Art. 4 (7)` and `Art. 4 para. 7` are the seventh definition.
  private func setParagraph(_ body: String, of citation: inout Citation) {
    if laws.laws[citation.law].numbered.contains(citation.number) {
      citation.point = body
    } else {
      citation.paragraph = body
    }
  }
}
