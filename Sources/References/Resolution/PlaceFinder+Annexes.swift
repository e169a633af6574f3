internal import Agreements

extension PlaceFinder {
  /// The annexes of that number; those in the annexes around the reference come first, from the
  /// inside out, then those of the agreement.
  func annexStarts(_ path: ArraySlice<Designator>, from origin: Origin) -> [Start] {
    if let first = path.first, first.body.isEmpty {
      let places = unnumberedAnnexes(called: first.annexWord, from: origin)
      return places.isEmpty ? [] : [Start(places: places, steps: 1)]
    }
    return joined(path).flatMap { number, steps in
      let places = annexes(number, called: path.first?.annexWord, isWhole: steps == 1)
      guard places.count > 1 else {
        return places.isEmpty ? [] : [Start(places: places, steps: steps)]
      }
      var groups: [[Int32]] = []
      var container =
        switch origin {
        case .document: Provision.none
        case .inside(let place), .place(let place):
          place == Provision.none ? place : index.scopes[Int(place)]
        }
      while container != Provision.none {
        groups.append(places.filter { $0 != container && index.isInside($0, container) })
        container = annexAround(container)
      }
      groups.append(places.filter { annexAround($0) == Provision.none })
      groups.append(places)
      return groups.filter { !$0.isEmpty }.map { Start(places: $0, steps: steps) }
    }
  }

  /// What `Appendix 1` means in an annex: one that stands in it; else one that follows it as its
  /// neighbour; else the only one.
  func annexes(_ designator: Designator, in place: Int32) -> [Int32] {
    let all = annexes(designator.body, called: designator.annexWord, isWhole: true)
    guard place != Provision.none, index.agreement.provisions[Int(place)].kind == .annex else {
      return all
    }
    let inside = all.filter { $0 != place && index.isInside($0, place) }
    if !inside.isEmpty { return inside }
    let behind = all.filter { annexBefore($0) == place }
    if !behind.isEmpty { return behind }
    return all.count == 1 && all[0] != place && annexAround(all[0]) == Provision.none ? all : []
  }

  /// What `the Annex` can be: the one around the reference, else one without a number, else any.
  private func unnumberedAnnexes(called word: AnnexWord?, from origin: Origin) -> [Int32] {
    if case .place(let place) = origin, place != Provision.none,
      index.scopes[Int(place)] != Provision.none
    {
      return [index.scopes[Int(place)]]
    }
    let isCalledSo = { (place: Int32) -> Bool in
      AnnexWord(beginning: index.agreement.provisions[Int(place)].designation) == word
    }
    let unnumbered = index.firstAnnexes.filter {
      AnnexWord(index.agreement.provisions[Int($0)].designation) != nil
    }
    for places in [
      unnumbered.filter(isCalledSo), unnumbered, index.firstAnnexes.filter(isCalledSo),
    ]
    where !places.isEmpty {
      return places
    }
    return index.firstAnnexes
  }

  private func annexAround(_ annex: Int32) -> Int32 {
    let parent = index.agreement.provisions[Int(annex)].parent
    return parent == Provision.none ? Provision.none : index.scopes[Int(parent)]
  }

  /// The annex that another one is headed behind, without another of the same word between:
  /// `Annex B` for the `Appendix 2` that stands behind its `Appendix 1`.
  private func annexBefore(_ annex: Int32) -> Int32 {
    let word = AnnexWord(beginning: index.agreement.provisions[Int(annex)].designation)
    var place = index.previous[Int(annex)]
    // An annex has few appendices, and a hostile file any number.
    for _ in 0..<64 where place != Provision.none {
      let other = AnnexWord(beginning: index.agreement.provisions[Int(place)].designation)
      if other != word { return place }
      place = index.previous[Int(place)]
    }
    return Provision.none
  }

  private func annexes(_ number: String, called word: AnnexWord?, isWhole: Bool) -> [Int32] {
    let other = isWhole ? otherForm(of: number) : nil
    var places = named(index.annexes(number), word, number)
    if let other, !places.isExact {
      let others = named(index.annexes(other), word, other)
      if others.isExact || places.places.isEmpty { places = others }
    }
    return places.places
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
  func otherForm(of number: String) -> String? {
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
}
