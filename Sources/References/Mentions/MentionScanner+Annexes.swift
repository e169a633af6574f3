extension MentionScanner {
  /// Makes two elements of `Annex 1, Article 32 GDPR`: the annex is the agreement's.
  func separateAnnexes(_ elements: inout [Element]) {
    guard case .law(let law) = elements.last?.qualifier,
      elements.contains(where: { $0.looseEnd > 0 })
    else { return }
    elements = elements.flatMap { element in
      let isOfLaw = element.qualifier == .none || element.qualifier == .law(law)
      guard isOfLaw, let both = separated(element, from: law) else { return [element] }
      return both
    }
  }

  private func separated(_ element: Element, from law: LawReference) -> [Element]? {
    guard let first = element.parts.first, first.looseSteps > 0, element.looseEnd > 0,
      isCounted(first.path[first.looseSteps].level, by: law),
      element.parts.allSatisfy({ $0.path.count > first.looseSteps })
    else { return nil }
    var annex = element
    annex.end = element.looseEnd
    annex.qualifier = .none
    annex.parts = [
      Mention.Part(
        textRange: textRange(element.start, element.looseEnd),
        path: Array(first.path[..<first.looseSteps]))
    ]
    var rest = element
    rest.start = element.looseStart
    rest.unit.level = first.path[first.looseSteps].level
    for index in rest.parts.indices {
      rest.parts[index].path.removeFirst(first.looseSteps)
      if !rest.parts[index].through.isEmpty {
        rest.parts[index].through.removeFirst(first.looseSteps)
      }
      rest.parts[index].looseSteps = 0
    }
    let start = token(element.looseStart).start
    rest.parts[0].textRange = start..<max(start, first.textRange.upperBound)
    return [annex, rest]
  }
}
