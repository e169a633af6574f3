internal import Agreements
internal import Diagnostics
internal import Markup

/// Looks up the parts of one mention in one agreement.
struct PlaceSearch {
  /// The agreement that the mention stands in.
  let source: AgreementReading
  /// The agreement that its target is looked for in, with its number.
  let reading: AgreementReading
  let target: Int
  let topics: TopicCatalog
  let origin: [PlaceFinder.Origin]
  let mention: Mention
  /// Whether a provision of a law was cited before, which a paragraph may be of.
  var isAfterCitation = false
  /// Whether `paragraph 1` or `Nr. 1` is section 1, and no clause 2.1 of the section around it.
  var callsSectionsSo = false
  var diagnostics: [Diagnostic] = []

  /// Whether a list of paragraphs is one of sections: one of them is no paragraph, and all are
  /// sections.
  private lazy var meansSections =
    !isAfterCitation
    && mention.parts.contains { find($0.path[...]).places.isEmpty }
    && mention.parts.allSatisfy { part in
      asSection(part).map { !find($0.path[...]).places.isEmpty } ?? false
    }

  private var finder: PlaceFinder { PlaceFinder(index: reading.index) }

  init(
    _ mention: Mention, of source: AgreementReading, in reading: AgreementReading, number: Int,
    origin: [PlaceFinder.Origin], topics: TopicCatalog
  ) {
    self.source = source
    self.reading = reading
    self.topics = topics
    target = number
    self.origin = origin
    self.mention = mention
  }

  /// The part with its targets, or how far its path leads.
  mutating func resolve(
    _ part: Mention.Part
  ) -> (part: ResolvedReference.Part, missing: PlaceFinder.Result?) {
    var resolved = ResolvedReference.Part(textRange: part.textRange)
    if let letter = part.spacedLetter,
      let place = find((part.path + [letter.designator])[...]).places.first
    {
      resolved.textRange = letter.textRange
      resolved.lead(to: reference(to: place))
      return (resolved, nil)
    }
    if part.neighbour != 0 {
      guard let place = neighbour(of: part) else { return (resolved, .init()) }
      resolved.lead(to: reference(to: place))
      return (resolved, nil)
    }
    if part.path.last?.body.isEmpty == true {
      guard let place = placeByTitle(part, &resolved) else { return (resolved, .init()) }
      resolved.targets = [reference(to: place)]
      return (resolved, nil)
    }
    if mention.parts.count > 1, part.path[0].level == .paragraph, meansSections,
      let section = asSection(part)
    {
      let missing = settle(section, among: find(section.path[...]).places, &resolved)
      return (resolved, missing)
    }
    let result = find(part.path[...])
    if callsSectionsSo, result.places.allSatisfy(isDecimal), let section = sectionByNumber(part) {
      let sections = find(section.path[...]).places
      if !sections.isEmpty {
        let missing = settle(section, among: sections, &resolved)
        return (resolved, missing)
      }
    }
    if !result.places.isEmpty {
      let missing = settle(part, among: result.places, &resolved)
      return (resolved, missing)
    }
    if !part.through.isEmpty, !isAfterCitation, let sections = asSection(part),
      let first = find(sections.path[...]).places.first,
      settle(sections, among: [first], &resolved) == nil
    {
      return (resolved, nil)
    }
    if let place = placeReadOtherwise(part) {
      resolved.lead(to: reference(to: place))
      return (resolved, nil)
    }
    guard let loose = resolveLoosely(part, &resolved) else {
      if let alone = resolveAlone(part) { return (alone, nil) }
      return (resolved, result)
    }
    resolved.targets = loose
    return (resolved, nil)
  }

  /// `paragraphs 3 to 9` of `Appendix 1, and paragraphs 3 to 9`, where the appendix has none.
  private mutating func resolveAlone(_ part: Mention.Part) -> ResolvedReference.Part? {
    let shared = part.sharedSteps
    guard shared > 0, shared < part.path.count, part.path[0].level == .annex,
      part.through.isEmpty || part.through.count > shared
    else { return nil }
    var alone = part
    alone.path.removeFirst(shared)
    if !alone.through.isEmpty { alone.through.removeFirst(shared) }
    (alone.sharedSteps, alone.stepsBefore) = (0, 0)
    let (resolved, missing) = resolve(alone)
    return missing == nil ? resolved : nil
  }

  /// Whether a place is numbered with those around it: `2.1`.
  private func isDecimal(_ place: Int32) -> Bool {
    ProvisionIndex.number(reading.agreement.provisions[Int(place)].designation).contains(".")
  }

  /// The place of a part whose path leads nowhere as it is written: by a letter that its number is
  /// glued to, by the drafter's own numbers, by a row of a table, or without what stands before.
  private func placeReadOtherwise(_ part: Mention.Part) -> Int32? {
    if let place = placeOfGluedLetter(part) { return place }
    if !isAfterCitation, let place = placeAsNumbered(part) { return place }
    if let row = placeOfRow(part) { return row }
    return part.stepsBefore > 0 ? placeAlone(part) : nil
  }

  /// Decides for one of the places that fit, and goes on from there to the last of a range, or to
  /// the next.
  ///
  /// - Returns: how far the path of the range's end leads, where it leads nowhere.
  private mutating func settle(
    _ part: Mention.Part, among places: [Int32], _ resolved: inout ResolvedReference.Part
  ) -> PlaceFinder.Result? {
    var taken = places[0]
    resolved.status = .resolved
    if places.count > 1 {
      taken = choose(among: places, part, &resolved)
    } else if part.title != .none {
      checkTitle(part, of: taken, &resolved)
    }
    resolved.targets = [reference(to: taken)]
    if !part.through.isEmpty {
      let end = find(part.through[...])
      guard let last = end.places.first else { return end }
      let ends = siblings(part, taken, last)
      resolved.targets = self.places(from: ends.first, through: ends.last).map(reference)
    } else if part.following == .one, let next = sibling(after: taken) {
      resolved.targets.append(reference(to: next))
    }
    return nil
  }

  /// The two ends of a range: places side by side, where its numbers can be those of such.
  private func siblings(
    _ part: Mention.Part, _ first: Int32, _ last: Int32
  ) -> (first: Int32, last: Int32) {
    let provisions = reading.agreement.provisions
    guard provisions[Int(first)].parent != provisions[Int(last)].parent else {
      return (first, last)
    }
    for origin in origin {
      if let both = finder.findSiblings(part.path[...], part.through[...], from: origin) {
        return both
      }
    }
    return (first, last)
  }

  func reference(to place: Int32) -> ReferenceTarget {
    ReferenceTarget(agreement: Int32(target), provision: place)
  }

  func find(_ path: ArraySlice<Designator>) -> PlaceFinder.Result {
    var best = PlaceFinder.Result()
    for origin in origin {
      let result = finder.find(path, from: origin)
      if !result.places.isEmpty { return result }
      if result.steps > best.steps { best = result }
    }
    return best
  }

  // MARK: Several places

  /// The first of several places that fit; the one whose title is quoted goes before.
  private mutating func choose(
    among places: [Int32], _ part: Mention.Part, _ resolved: inout ResolvedReference.Part
  ) -> Int32 {
    if part.title == .quoted {
      let title = forms(of: part)
      let titled = places.filter { reading.index.titles[Int($0)]?.exact == title.exact }
      if titled.count == 1 { return titled[0] }
    }
    resolved.status = .ambiguous
    diagnostics.append(
      .ambiguousReference(
        source.text(part.textRange),
        candidates: places.map { (written($0), reading.places.range(ofProvision: $0)) },
        at: source.places.range(of: part.textRange)))
    return places[0]
  }

  /// At most this many places of a range have it as a back-link; of longer ones, the two ends.
  private static let longestRange = 32

  private func places(from first: Int32, through last: Int32) -> [Int32] {
    let provisions = reading.agreement.provisions
    let parent = provisions[Int(first)].parent
    guard last > first, provisions[Int(last)].parent == parent else {
      return first == last ? [first] : [first, last]
    }
    var found: [Int32] = []
    var place = first
    while place <= last {
      found.append(place)
      if found.count > Self.longestRange { return [first, last] }
      place = provisions[Int(place)].end
    }
    return found
  }

  private func sibling(after place: Int32) -> Int32? {
    let provisions = reading.agreement.provisions
    let next = provisions[Int(place)].end
    guard Int(next) < provisions.count,
      provisions[Int(next)].parent == provisions[Int(place)].parent
    else { return nil }
    return next
  }

  /// The place before or behind the one that the mention stands in, on the level that it names.
  ///
  /// Nothing where a paragraph of the same clause can be meant: those have no address.
  private func neighbour(of part: Mention.Part) -> Int32? {
    let provisions = reading.agreement.provisions
    var place = mention.provision
    guard place != Provision.none, part.path[0].level != .section || part.neighbour < 0,
      source.isFirstPassage(mention.passage)
    else { return nil }
    func parent(_ place: Int32) -> Provision? {
      let parent = provisions[Int(place)].parent
      return parent == Provision.none ? nil : provisions[Int(parent)]
    }
    switch part.path[0].level {
    case .subsection:
      // `Absatz` counts within the section.
      while let around = parent(place), around.kind != .section, around.kind != .annex {
        place = provisions[Int(place)].parent
      }
    case .section:
      while provisions[Int(place)].kind != .section {
        guard parent(place) != nil else { return nil }
        place = provisions[Int(place)].parent
      }
    default: break
    }
    if part.neighbour > 0 { return sibling(after: place) }
    let previous = reading.index.previous[Int(place)]
    return previous == Provision.none ? nil : previous
  }

  private func written(_ place: Int32) -> String {
    reading.agreement.legalPath(of: Int(place)).written
  }

  // MARK: Titles

  private func forms(of part: Mention.Part) -> TitleForms {
    TitleForms(
      source.agreement.tree.text[
        Int(part.titleRange.lowerBound)..<Int(part.titleRange.upperBound)],
      topics: topics)
  }

  /// Compares a title that stands beside a number with that of the place.
  private mutating func checkTitle(
    _ part: Mention.Part, of place: Int32, _ resolved: inout ResolvedReference.Part
  ) {
    let quoted = forms(of: part)
    guard let own = reading.index.titles[Int(place)], own.exact != quoted.exact else { return }
    let others = reading.index.places(titled: quoted).filter { $0 != place }
    let similarity = own.similarity(to: quoted)
    if part.title == .remark {
      // A remark is a title only if it is nearly this one or that of another annex.
      let isOther = others.contains { reading.agreement.provisions[Int($0)].kind == .annex }
      guard isOther || similarity >= 0.4 else { return }
    }
    resolved.status = .approximate
    let kind = reading.agreement.provisions[Int(place)].kind
    let same = others.first {
      reading.agreement.provisions[Int($0)].kind == kind
        && !reading.index.isInside(mention.provision, $0)
    }
    diagnostics.append(
      .titleMismatch(
        source.text(part.titleRange), of: written(place),
        title: reading.agreement.provisions[Int(place)].title,
        other: same.map { (written($0), reading.places.range(ofProvision: $0)) },
        at: source.places.range(of: part.titleRange),
        target: reading.places.range(ofProvision: place)))
  }

  /// The place that a title names, exactly or nearly.
  private mutating func placeByTitle(
    _ part: Mention.Part, _ resolved: inout ResolvedReference.Part
  ) -> Int32? {
    let title = forms(of: part)
    let provisions = reading.agreement.provisions
    var container = Provision.none
    var wantsAnnex = part.path.last?.level == .annex
    if part.path.count > 1 {
      guard let place = find(part.path.dropLast()).places.first else { return nil }
      container = place
      wantsAnnex = false
    }
    let index = reading.index
    let fits = { (place: Int32) -> Bool in
      let kind = provisions[Int(place)].kind
      if container != Provision.none {
        return place == container || (index.isInside(place, container) && kind == .section)
      }
      return wantsAnnex ? kind == .annex : kind == .section
    }
    let exact = index.places(titled: title).filter(fits)
    if let first = exact.first {
      resolved.status = .resolved
      return exact.count == 1 ? first : choose(among: exact, part, &resolved)
    }
    var near = index.near(title, where: fits).first { $0.1 >= 0.2 }?.0
    if near == nil, container != Provision.none { near = container }
    guard let near else { return nil }
    resolved.status = .approximate
    diagnostics.append(
      .titleMismatch(
        source.text(part.titleRange), of: written(near),
        title: provisions[Int(near)].title, other: nil,
        at: source.places.range(of: part.titleRange),
        target: reading.places.range(ofProvision: near)))
    return near
  }
}

extension ResolvedReference.Part {
  fileprivate mutating func lead(to target: ReferenceTarget) {
    status = .resolved
    targets = [target]
  }
}
