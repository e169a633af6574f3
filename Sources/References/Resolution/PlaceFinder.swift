internal import Agreements

/// Finds the places that a path of designators can mean, as seen from where it is written.
///
/// The own section comes before the agreement: `paragraph 2` is the second of the section that the
/// reference stands in, and in an annex `section 1` is the annex's own before the main text's.
///
/// - Complexity: O(depth of the agreement) for each step of a path.
struct PlaceFinder {
  let index: ProvisionIndex

  /// What was found: nothing is an answer too, with the place up to which the path leads.
  struct Result {
    /// All that fit, in the order of the text; empty where nothing does.
    var places: [Int32] = []
    /// The innermost place that a part of the path leads to, where the whole leads nowhere.
    var deepest = Provision.none
    /// How many steps of the path lead to ``deepest``.
    var steps = 0
  }

  /// From where a path is read.
  enum Origin {
    /// The place of the reference.
    case place(Int32)
    /// The agreement as a whole: its main text and annexes.
    case document
    /// One place: an annex, a section.
    case inside(Int32)
  }

  func find(_ path: ArraySlice<Designator>, from origin: Origin) -> Result {
    guard let first = path.first else { return Result() }
    var best = Result()
    for start in starts(of: path, first: first, from: origin) {
      let result = descend(path.dropFirst(start.steps), from: start.places, steps: start.steps)
      if !result.places.isEmpty { return result }
      if result.steps > best.steps { best = result }
    }
    return best
  }

  private struct Start {
    var places: [Int32]
    /// Steps of the path that lead there.
    var steps: Int
  }

  // MARK: The first step

  /// Where the path can start, likeliest first.
  private func starts(
    of path: ArraySlice<Designator>, first: Designator, from origin: Origin
  ) -> [Start] {
    switch first.level {
    case .annex: return annexStarts(path)
    case .part:
      let scopes = scopes(of: origin)
      let starts = scopes.map { Start(places: index.parts(first.body, of: $0), steps: 1) }
      // `Part A` can be a section A; `part 3` is more often of something else.
      guard first.form == .letter else { return starts.filter { !$0.places.isEmpty } }
      let sections = sectionStarts(path, from: origin).filter {
        $0.places.allSatisfy { index.agreement.provisions[Int($0)].kind == .section }
      }
      return starts.filter { !$0.places.isEmpty } + sections
    case .section, .article, .chapter, .component:
      if first.isBracketed { return relativeStarts(first, from: origin) }
      return sectionStarts(path, from: origin)
    case .recital: return []
    case .sentence, .page, .alternative:
      if case .place(let place) = origin, place != Provision.none {
        return [Start(places: [place], steps: 0)]
      }
      return []
    case .paragraph:
      let relative = relativeStarts(first, from: origin)
      let isDecimal = path.dropFirst().first.map { $0.level == .component && !$0.isBracketed }
      guard first.form == .number, !first.isBracketed, isDecimal ?? false || isInAnnex(origin)
      else { return relative }
      // Annexes call their sections paragraphs.
      return isDecimal ?? false
        ? sectionStarts(path, from: origin) + relative
        : relative + sectionStarts(path, from: origin)
    case .number, .point:
      let relative = relativeStarts(first, from: origin)
      guard first.form == .number, !first.isBracketed else { return relative }
      // `Nr. 3` can be the third section.
      return relative + sectionStarts(path, from: origin)
    case .subsection:
      let isDecimal = path.dropFirst().first.map { $0.level == .component && !$0.isBracketed }
      return isDecimal ?? false
        ? sectionStarts(path, from: origin) : relativeStarts(first, from: origin)
    case .subparagraph, .letter, .item: return relativeStarts(first, from: origin)
    }
  }

  private func isInAnnex(_ origin: Origin) -> Bool {
    switch origin {
    case .document: false
    case .inside(let place), .place(let place):
      place != Provision.none && index.scopes[Int(place)] != Provision.none
    }
  }

  private func annexStarts(_ path: ArraySlice<Designator>) -> [Start] {
    joined(path).compactMap { number, steps in
      let other = steps == 1 ? otherForm(of: number) : nil
      var places = named(index.annexes(number), path.first?.annexWord, number)
      if let other, !places.isExact {
        let others = named(index.annexes(other), path.first?.annexWord, other)
        if others.isExact || places.places.isEmpty { places = others }
      }
      return places.places.isEmpty ? nil : Start(places: places.places, steps: steps)
    }
  }

  /// Those of some annexes that are called by `word`; all where none is.
  ///
  /// Where an agreement has an `Annex 1` beside its `Schedule 1`, each is meant by its own label.
  private func named(
    _ places: [Int32], _ word: AnnexWord?, _ number: String
  ) -> (places: [Int32], isExact: Bool) {
    guard let word else { return (places, false) }
    let exact = places.filter { index.isAnnex($0, called: word, number) }
    return exact.isEmpty ? (places, false) : (exact, true)
  }

  /// `I` for `1` and the reverse: an annex may be headed in one form and cited in the other.
  private func otherForm(of number: String) -> String? {
    for reading in Ordinal(number).readings {
      switch reading.scheme {
      case .roman: return "\(reading.value)"
      case .arabic where reading.value <= 12 && reading.inserted == 0:
        return [
          "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
        ][max(reading.value, 1) - 1]
      default: continue
      }
    }
    return nil
  }

  private func sectionStarts(_ path: ArraySlice<Designator>, from origin: Origin) -> [Start] {
    var starts: [Start] = []
    for scope in scopes(of: origin) {
      for (number, steps) in joined(path) {
        var places = sections(number, in: scope)
        // Clauses of an annex or of an agreement without sections have no number of their own.
        if places.isEmpty { places = index.children(number, of: scope) }
        if !places.isEmpty { starts.append(Start(places: places, steps: steps)) }
      }
    }
    return starts
  }

  private func scopes(of origin: Origin) -> [Int32] {
    switch origin {
    case .document: [Provision.none]
    case .inside(let place): [place]
    case .place(let place): scopeChain(of: place)
    }
  }

  private func sections(_ number: String, in scope: Int32) -> [Int32] {
    guard scope != Provision.none, index.agreement.provisions[Int(scope)].kind != .annex else {
      return index.sections(number, in: scope)
    }
    return index.sections(number, in: index.scopes[Int(scope)]).filter {
      index.isInside($0, scope) && $0 != scope
    }
  }

  /// The annexes around a place, innermost first, then the main text.
  private func scopeChain(of place: Int32) -> [Int32] {
    var chain: [Int32] = []
    var current = place
    while current != Provision.none {
      if index.agreement.provisions[Int(current)].kind == .annex { chain.append(current) }
      current = index.agreement.provisions[Int(current)].parent
    }
    return chain + [Provision.none]
  }

  /// The number that leading steps write with points between: `2.1` for the steps `2` and `1`;
  /// longest first.
  private func joined(_ path: ArraySlice<Designator>) -> [(number: String, steps: Int)] {
    guard let first = path.first else { return [] }
    var number = first.body
    var all = [(number, 1)]
    for step in path.dropFirst() {
      guard step.level == .component, !step.isBracketed else { break }
      number += "." + step.body
      all.append((number, all.count + 1))
    }
    return all.reversed()
  }

  // MARK: Relative paths

  /// The places of that number around the reference, from the inside out.
  private func relativeStarts(_ first: Designator, from origin: Origin) -> [Start] {
    var place: Int32
    switch origin {
    case .document: place = Provision.none
    case .inside(let container):
      let places = children(first, of: container)
      return places.isEmpty ? [] : [Start(places: places, steps: 1)]
    case .place(let from): place = from
    }
    var starts: [Start] = []
    while place != Provision.none {
      let places = children(first, of: place)
      if !places.isEmpty { starts.append(Start(places: places, steps: 1)) }
      place = index.agreement.provisions[Int(place)].parent
    }
    let outermost = index.children(first.body, of: Provision.none)
    if !outermost.isEmpty { starts.append(Start(places: outermost, steps: 1)) }
    if case .place(let from) = origin, from != Provision.none,
      first.isBracketed || first.form == .letter,
      index.hasInline(first.body, in: from)
    {
      starts.append(Start(places: [from], steps: 1))
    }
    return starts
  }

  // MARK: Further steps

  private func descend(_ path: ArraySlice<Designator>, from places: [Int32], steps: Int) -> Result {
    var result = Result(places: places, deepest: places.first ?? Provision.none, steps: steps)
    for designator in path {
      if designator.level == .sentence || designator.level == .page
        || designator.level == .alternative
      {
        result.steps += 1
        continue
      }
      if designator.body.isEmpty { return result }
      var next: [Int32] = []
      for place in result.places {
        for child in children(designator, of: place) where !next.contains(child) {
          next.append(child)
        }
      }
      if next.isEmpty {
        // `(b)` within the text of a clause has no place of its own.
        next = result.places.filter { index.hasInline(designator.body, in: $0) }
      }
      guard !next.isEmpty else {
        result.places = []
        return result
      }
      result.places = next
      result.deepest = next[0]
      result.steps += 1
    }
    return result
  }

  /// What a designator means directly inside a place.
  private func children(_ designator: Designator, of place: Int32) -> [Int32] {
    let body = designator.body
    let marked = index.children(body, of: place)
    switch designator.level {
    case .section, .article, .chapter, .part:
      let sections = place == Provision.none ? [] : sections(body, in: place)
      if designator.level == .part {
        let parts = index.parts(body, of: place)
        if !parts.isEmpty { return parts }
      }
      return sections.isEmpty ? marked : sections
    case .paragraph, .subsection, .subparagraph:
      return marked.isEmpty ? index.paragraphs(body, of: place) : marked
    case .item:
      let items = marked.filter { index.agreement.provisions[Int($0)].kind != .section }
      return items.isEmpty ? index.items(body, of: place) : items
    case .number, .point:
      return marked.isEmpty ? index.items(body, of: place) : marked
    default: return marked
    }
  }
}
