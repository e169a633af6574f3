internal import Agreements

extension PlaceFinder {
  /// The recital of that letter or number: under its heading, or before the first section.
  func recitalStarts(_ first: Designator, from origin: Origin) -> [Start] {
    var starts: [Start] = []
    for recitals in index.recitals(around: scope(of: origin)) {
      let places = index.children(first.body, of: recitals)
      if !places.isEmpty { starts.append(Start(places: places, steps: 1)) }
    }
    let provisions = index.agreement.provisions
    let unheaded = index.children(first.body, of: Provision.none).filter {
      provisions[Int($0)].parent == Provision.none
        && provisions[Int($0)].designation.hasPrefix("(") && $0 < index.firstHeading
    }
    if !unheaded.isEmpty { starts.append(Start(places: unheaded, steps: 1)) }
    return starts
  }

  /// The annex that a path is read in, or `Provision.none` for the main text.
  func scope(of origin: Origin) -> Int32 {
    switch origin {
    case .document: Provision.none
    case .inside(let place), .place(let place):
      place == Provision.none ? place : index.scopes[Int(place)]
    }
  }
}
