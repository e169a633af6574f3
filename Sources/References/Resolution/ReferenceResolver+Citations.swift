internal import Agreements
internal import Diagnostics
internal import Markup

extension ReferenceResolver {
  /// Whether a mention without a law beside it cites one: articles do, unless the agreement is
  /// divided into articles itself.
  func isOfLaw(_ mention: Mention) -> Bool {
    guard let level = mention.parts.first?.path.first?.level else { return false }
    switch level {
    case .recital: return !isOwnRecital(mention)
    case .article where mention.qualifier == .same: return true
    case .chapter: return lastCitation != nil && !mention.isWeak
    case .article:
      guard reading.index.hasArticles else { return true }
      let finder = PlaceFinder(index: reading.index)
      return mention.parts.allSatisfy {
        finder.find($0.path[...], from: .place(mention.provision)).steps == 0
      } && lastCitation != nil
    default: return false
    }
  }

  /// Whether a recital is one of the agreement: laws have no lettered ones, and behind a citation a
  /// number is the law's.
  private func isOwnRecital(_ mention: Mention) -> Bool {
    guard let first = mention.parts.first?.path.first, mention.qualifier == .none else {
      return false
    }
    if first.form == .letter { return true }
    guard first.isBracketed || lastCitation == nil else { return false }
    let finder = PlaceFinder(index: reading.index)
    return mention.parts.allSatisfy {
      !finder.find($0.path[...], from: .place(mention.provision)).places.isEmpty
    }
  }

  mutating func cite(_ mention: Mention, law reference: LawReference) {
    for (index, written) in mention.parts.enumerated() {
      var part = written
      let number = CitationBuilder.number(of: part.path)
      guard let law = builder.law(reference, number: number, unit: Self.unit(of: part)) else {
        continue
      }
      if index > 0, isBare(part) { context.laws.laws[law].separate(&part.path) }
      var citation = builder.citation(
        part, of: law, provision: mention.provision, base: lastCitation)
      if mention.parts.count == 1 {
        citation.textRange = mention.textRange
      } else if index == mention.parts.count - 1 {
        citation.textRange = part.textRange.lowerBound..<mention.textRange.upperBound
      }
      citation.expressionRange = mention.textRange
      add(citation)
    }
  }

  /// Whether a part of a list begins with its number, without a word.
  private func isBare(_ part: Mention.Part) -> Bool {
    reading.agreement.tree.text[Int(part.textRange.lowerBound)].isASCIIDigit
  }

  /// What the provision that a part begins with is called.
  static func unit(of part: Mention.Part) -> Law.Unit? {
    switch part.path.first?.level {
    case .section: .section
    case .article: .article
    default: nil
    }
  }

  mutating func citeImplied(_ mention: Mention) {
    var law = usualLaw
    if let last = lastCitation, context.laws.laws[last.law].unit == .article { law = last.law }
    guard let law else {
      diagnostics.append(
        .citationWithoutLaw(reading.text(mention.textRange), at: range(mention.textRange)))
      return
    }
    for part in mention.parts {
      var citation = builder.citation(part, of: law, provision: mention.provision)
      citation.isLawImplied = true
      citation.expressionRange = mention.textRange
      add(citation)
    }
  }

  /// A reference that leads nowhere here, after a citation: `Abs. 4` goes on with its article.
  mutating func citeContinued(_ mention: Mention, after other: Citation? = nil) -> Bool {
    guard mention.qualifier == .none || mention.qualifier == .same,
      let base = other ?? lastCitation,
      base.unit != .law || startsAlone(mention), !isLetteredNumber(mention)
    else { return false }
    let law = context.laws.laws[base.law]
    if isSection(mention), law.unit == .article { return false }
    if mention.parts.first?.path.first?.level == .annex,
      law.unit != .clause || callsItselfOtherwise(mention)
    {
      return false
    }
    if law.unit == .clause, startsAlone(mention),
      !mention.parts.allSatisfy({ law.mayHave($0.path) })
    {
      return false
    }
    // `Nr. 3` belongs to a citation close by only.
    if mention.isWeak, mention.textRange.lowerBound - base.textRange.upperBound > 80 {
      return false
    }
    for part in mention.parts {
      var citation = builder.citation(part, of: base.law, provision: mention.provision, base: base)
      citation.isLawImplied = true
      citation.expressionRange = mention.textRange
      add(citation)
    }
    return true
  }

  /// Whether a mention is `A.1` without a word, as no law numbers its provisions.
  private func isLetteredNumber(_ mention: Mention) -> Bool {
    guard let first = mention.parts.first?.path.first else { return false }
    return first.level == .component && first.form == .letter && !first.isBracketed
  }

  /// Whether an annex is called an exhibit or a schedule, which laws do not have.
  private func callsItselfOtherwise(_ mention: Mention) -> Bool {
    let word = reading.text(mention.textRange).lowercased()
    return word.hasPrefix("exhibit") || word.hasPrefix("schedule")
  }

  /// A clause or annex of the standard clauses that were named above it.
  mutating func citeClauses(_ mention: Mention, of law: Int?) -> Bool {
    guard let law else { return false }
    let base = Citation(
      law: law, unit: .law, textRange: mention.textRange, provision: mention.provision)
    return citeContinued(mention, after: base)
  }

  func startsAlone(_ mention: Mention) -> Bool {
    mention.parts.first?.path.first?.level.standsAlone ?? false
  }

  func isSection(_ mention: Mention) -> Bool {
    mention.parts.first?.path.first?.level == .section
  }

  private mutating func add(_ citation: Citation) {
    resolved.citations.append(citation)
    lastCitation = citation
  }
}
