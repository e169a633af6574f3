internal import Agreements

/// Finds the places that a path of designators can mean, as seen from where it is written.
///
/// The own section comes before the agreement: `paragraph 2` is the second of the section that the
/// reference stands in, and in a part or an annex `section 1` is its own before any other.
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

  /// The places that two paths of a range lead to, side by side in one larger place.
  func findSiblings(
    _ path: ArraySlice<Designator>, _ through: ArraySlice<Designator>, from origin: Origin
  ) -> (first: Int32, last: Int32)? {
    guard let first = path.first, let last = through.first else { return nil }
    let ends = starts(of: through, first: last, from: origin).compactMap { start in
      descend(through.dropFirst(start.steps), from: start.places, steps: start.steps).places.first
    }
    for start in starts(of: path, first: first, from: origin) {
      let found = descend(path.dropFirst(start.steps), from: start.places, steps: start.steps)
      guard let place = found.places.first else { continue }
      let parent = index.agreement.provisions[Int(place)].parent
      if let end = ends.first(where: { index.agreement.provisions[Int($0)].parent == parent }) {
        return (place, end)
      }
    }
    return nil
  }

  struct Start {
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
    case .annex: return annexStarts(path, from: origin)
    case .part:
      let starts = divisionStarts(first, called: .part, from: origin)
      // `Part A` can be a section A; `part 3` is more often of something else.
      guard first.form == .letter else { return starts }
      return starts
        + sectionStarts(path, from: origin).filter {
          $0.places.allSatisfy { index.agreement.provisions[Int($0)].kind == .section }
        }
    case .chapter:
      return divisionStarts(first, called: .chapter, from: origin)
        + sectionStarts(path, from: origin)
    case .section, .article, .component:
      if first.isBracketed { return relativeStarts(first, from: origin) }
      guard let word = first.divisionWord else {
        return sectionStarts(path, from: origin) + articleStarts(path, first: first, from: origin)
          + letteredStarts(path, first: first)
      }
      return divisionStarts(first, called: word, from: origin) + sectionStarts(path, from: origin)
    case .recital: return recitalStarts(first, from: origin)
    case .preamble:
      return index.recitals(around: scope(of: origin)).map { Start(places: [$0], steps: 1) }
    // An alternative is one of what was just cited.
    case .alternative: return []
    case .sentence, .page:
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
      let sections = sectionStarts(path, from: origin)
      guard first.level == .point else { return relative + sections }
      // `Punkt 2` is section 2 rather than paragraph (2).
      let isParagraph = { (start: Start) in start.places.allSatisfy(isEnclosed) }
      return relative.filter { !isParagraph($0) } + sections + relative.filter(isParagraph)
    case .subsection, .subparagraph:
      let isDecimal = path.dropFirst().first.map { $0.level == .component && !$0.isBracketed }
      return isDecimal ?? false
        ? sectionStarts(path, from: origin) : paragraphsFirst(relativeStarts(first, from: origin))
    case .letter, .item: return relativeStarts(first, from: origin)
    }
  }

  /// The annex whose letter the numbers of its sections begin with: `section A.1`.
  private func letteredStarts(_ path: ArraySlice<Designator>, first: Designator) -> [Start] {
    // Without a word, `A.5` is rather a control of a standard than section 5 of Annex A.
    guard first.form == .letter, first.body.utf8.count == 1, first.level != .component,
      let next = path.dropFirst().first, next.level == .component, next.form == .number,
      !next.isBracketed
    else { return [] }
    let annexes = index.annexes(first.body)
    return annexes.isEmpty ? [] : [Start(places: annexes, steps: 1)]
  }

  /// `Article IV` for a citation of article 4, and the reverse.
  private func articleStarts(
    _ path: ArraySlice<Designator>, first: Designator, from origin: Origin
  ) -> [Start] {
    guard first.level == .article, let other = otherForm(of: first.body) else { return [] }
    var path = path
    path[path.startIndex].body = other
    return sectionStarts(path, from: origin)
  }

  func isEnclosed(_ place: Int32) -> Bool {
    index.agreement.provisions[Int(place)].designation.utf8.first == UInt8(ascii: "(")
  }

  private func isInAnnex(_ origin: Origin) -> Bool {
    switch origin {
    case .document: false
    case .inside(let place), .place(let place):
      place != Provision.none && index.scopes[Int(place)] != Provision.none
    }
  }

  private func divisionStarts(
    _ first: Designator, called word: DivisionWord, from origin: Origin
  ) -> [Start] {
    scopes(of: origin).compactMap { scope in
      let places = index.divisions(first.body, called: word, of: scope)
      return places.isEmpty ? nil : Start(places: places, steps: 1)
    }
  }

  /// The sections of that number in the divisions around the reference, from the inside out.
  private func sectionStarts(_ path: ArraySlice<Designator>, from origin: Origin) -> [Start] {
    var starts: [Start] = []
    /// `Part 2`, which is cited as a section only where nothing else has the number.
    var parts: [Start] = []
    /// Headings whose lists may be counted; their clauses come behind sections outside.
    var headings: [Int32] = []
    let numbers = joined(path)
    let scopes = scopes(of: origin)
    for scope in scopes {
      let isHeading = scopes.count > 1 && !index.countsClauses(scope)
      for (number, steps) in numbers {
        let all = sections(number, in: scope)
        let places = all.filter { !index.isCalledPart($0) }
        if places.count < all.count { parts.append(Start(places: all, steps: steps)) }
        guard places.isEmpty else {
          starts.append(Start(places: unlessAbschnitt(places), steps: steps))
          continue
        }
        // Clauses of an annex or of an agreement without sections have no number of their own.
        for scope in isHeading ? [] : headings + [scope] {
          let places = unlessParties(
            index.children(number, of: scope).filter { !index.isCalledPart($0) })
          if !places.isEmpty { starts.append(Start(places: places, steps: steps)) }
        }
      }
      if isHeading { headings.append(scope) } else { headings = [] }
    }
    return starts + parts
  }

  private func scopes(of origin: Origin) -> [Int32] {
    switch origin {
    case .document: [Provision.none]
    case .inside(let place): [place]
    case .place(let place): scopeChain(of: place)
    }
  }

  private func sections(_ number: String, in scope: Int32) -> [Int32] {
    guard scope != Provision.none, index.divisions[Int(scope)] != scope else {
      return index.sections(number, in: scope)
    }
    return index.sections(number, in: index.scopes[Int(scope)]).filter {
      index.isInside($0, scope) && $0 != scope
    }
  }

  /// The divisions around a place, innermost first, then the main text.
  private func scopeChain(of place: Int32) -> [Int32] {
    guard place != Provision.none else { return [Provision.none] }
    var chain: [Int32] = []
    var current = index.divisions[Int(place)]
    while current != Provision.none {
      chain.append(current)
      current = index.divisionAround(current)
    }
    return chain + [Provision.none]
  }

  /// The number that leading steps write with points between: `2.1` for the steps `2` and `1`;
  /// longest first.
  func joined(_ path: ArraySlice<Designator>) -> [(number: String, steps: Int)] {
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
      if next.isEmpty, designator.level.rank == DesignatorLevel.letter.rank {
        next = letters(designator, in: result.places)
      }
      if next.isEmpty {
        // `(b)` within the text of a clause has no place of its own.
        next = result.places.filter { index.hasInline(designator.body, in: $0) }
      }
      if next.isEmpty,
        isUncounted(designator, in: result.places)
          || (path.last != designator && isOwnLetter(designator, of: result.places))
      {
        result.steps += 1
        continue
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

  /// The clauses of that letter or number in the sections of annexes, which are cited by it alone
  /// where but one section has it.
  private func letters(_ designator: Designator, in annexes: [Int32]) -> [Int32] {
    var found: [Int32] = []
    let provisions = index.agreement.provisions
    for annex in annexes where provisions[Int(annex)].kind == .annex {
      var place = annex + 1
      // An annex has few sections, and a hostile file any number.
      for _ in 0..<Self.mostSections where place < provisions[Int(annex)].end {
        if provisions[Int(place)].kind == .section {
          found += index.children(designator.body, of: place)
        }
        place = provisions[Int(place)].end
      }
    }
    return found
  }

  private static let mostSections = 64

  /// Whether a designator is the `Unterabsatz 2` of places whose paragraphs have no numbers.
  private func isUncounted(_ designator: Designator, in places: [Int32]) -> Bool {
    designator.level == .subparagraph && designator.form == .number && !designator.isBracketed
      && places.allSatisfy { index.children("1", of: $0).isEmpty }
  }

  /// Whether a designator is the letter of an annex that its sections repeat, as in `section C.6 of
  /// Appendix C`.
  private func isOwnLetter(_ designator: Designator, of places: [Int32]) -> Bool {
    designator.form == .letter && !designator.isBracketed
      && places.allSatisfy {
        index.agreement.provisions[Int($0)].kind == .annex
          && ProvisionIndex.number(index.agreement.provisions[Int($0)].designation)
            == designator.body
      }
  }

  /// What a designator means directly inside a place.
  private func children(_ designator: Designator, of place: Int32) -> [Int32] {
    let body = designator.body
    let marked = unlessParts(index.children(body, of: place), designator)
    switch designator.level {
    case .annex: return annexes(designator, in: place)
    case .section, .article, .chapter, .part:
      if let word = designator.divisionWord {
        let divisions = divisions(body, called: word, in: place)
        if !divisions.isEmpty { return divisions }
      }
      let sections = place == Provision.none ? [] : sections(body, in: place)
      return sections.isEmpty ? marked : unlessAbschnitt(sections)
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

  /// Some places without parts that have the number, if there are others and no part is meant.
  private func unlessParts(_ places: [Int32], _ designator: Designator) -> [Int32] {
    guard places.count > 1, designator.divisionWord == nil else { return places }
    let others = places.filter { !index.isCalledPart($0) }
    return others.isEmpty ? places : others
  }

  private func divisions(_ number: String, called word: DivisionWord, in place: Int32) -> [Int32] {
    if index.divisions[Int(place)] == place || place == Provision.none {
      return index.divisions(number, called: word, of: place)
    }
    return index.divisions(number, called: word, of: index.scopes[Int(place)]).filter {
      index.isInside($0, place)
    }
  }
}
