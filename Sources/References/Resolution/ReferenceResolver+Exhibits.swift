internal import Agreements
internal import Frontmatter

// Annexes that are documents of their own.

extension ReferenceResolver {
  /// What a part leads to whose annex the agreement doesn't hold, and which another document of the
  /// portal is; `nil` where none is, or it has no such place.
  mutating func exhibited(
    _ part: Mention.Part, of mention: Mention, in target: Int
  ) -> ResolvedReference.Part? {
    guard target == number, mention.qualifier == .none || mention.qualifier == .thisDocument,
      let annex = part.path.first, annex.level == .annex, !annex.body.isEmpty,
      let exhibit = exhibit(annex), clauses.law(ofAnnex: mention) == nil
    else { return nil }
    var found = ResolvedReference.Part(textRange: part.textRange)
    // A document that names itself needs no link, and what is not published has none.
    guard let index = exhibit.index, index != number || part.path.count > 1 else {
      found.status = .external
      return found
    }
    found.status = .resolved
    found.targets = [ReferenceTarget(agreement: Int32(index), provision: Provision.none)]
    if part.path.count == 1 {
      guard let last = part.through.first else { return found }
      guard let end = self.exhibit(last)?.index else { return nil }
      found.targets.append(ReferenceTarget(agreement: Int32(end), provision: Provision.none))
      return found
    }
    var inside = part
    inside.path.removeFirst()
    if !inside.through.isEmpty { inside.through.removeFirst() }
    (inside.looseSteps, inside.sharedSteps, inside.stepsBefore, inside.split) = (0, 0, 0, nil)
    var search = PlaceSearch(
      mention, of: reading, in: workspace.readings[index], number: index, origin: [.document],
      topics: context.catalogs.topics)
    let (resolved, missing) = search.resolve(inside)
    return missing == nil ? resolved : nil
  }

  private func exhibit(_ annex: Designator) -> Exhibits.Exhibit? {
    let numbers = [annex.body, PlaceFinder(index: reading.index).otherForm(of: annex.body)]
    return workspace.exhibits.exhibit(
      numbers.compactMap(\.self), called: annex.annexWord, of: reading.agreement.id,
      in: reading.agreement.metadata.language?.value)
  }
}
