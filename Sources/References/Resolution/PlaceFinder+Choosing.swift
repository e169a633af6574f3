internal import Agreements

extension PlaceFinder {
  /// Some clauses without those in brackets, if there are others: before clause `1.`, contracts count
  /// their parties `(1)`.
  func unlessParties(_ places: [Int32]) -> [Int32] {
    guard places.count > 1 else { return places }
    let others = places.filter {
      index.agreement.provisions[Int($0)].designation.utf8.last != UInt8(ascii: ")")
    }
    return others.isEmpty ? places : others
  }

  /// Some sections without those that are headed `Abschnitt 2`, if there are others.
  func unlessAbschnitt(_ places: [Int32]) -> [Int32] {
    let others = places.filter { index.divisionLabel(of: $0) == nil }
    return others.isEmpty ? places : others
  }

  /// Places with paragraphs `(1)` before lists of points `1.` in one of them, which `Abs. 1` is not.
  func paragraphsFirst(_ starts: [Start]) -> [Start] {
    guard starts.count > 1 else { return starts }
    let areParagraphs = { (start: Start) in start.places.allSatisfy(isEnclosed) }
    return starts.filter(areParagraphs) + starts.filter { !areParagraphs($0) }
  }
}
